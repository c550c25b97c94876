"""Lines broken as R's strwrap breaks them."""

import pytest
from oracles import load_json

import rnet

CASES = load_json("printing/strwrap.json")


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_recorded(case) -> None:
    found = rnet.strwrap(case["s"], case["w"], case["ind"], case["ex"])
    assert found == case["r"]


def test_several_texts_and_prefixes() -> None:
    assert rnet.strwrap(["a b", "c"], width=3, prefix="> ", initial="* ") == ["* a", "> b", "> c"]


def test_the_usual_width_follows_the_option() -> None:
    with rnet.options(width=20):
        assert [len(line) for line in rnet.strwrap("x" * 8 + " " + "y" * 8)] == [17]
        assert [len(line) for line in rnet.strwrap("x" * 9 + " " + "y" * 8)] == [9, 8]

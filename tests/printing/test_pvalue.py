"""format.pval and the names of quantiles."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles import doubles, load_jsonl, number

import rnet
from rnet.conditions import RError
from rnet.printing.percent import percent_texts


def lists(value) -> list:
    return value if isinstance(value, list) else [value]


def test_p_values_as_in_r() -> None:
    for case in load_jsonl("stats/fuzz/pval.jsonl"):
        found = rnet.format_pval(doubles(case["p"]), int(case["digits"]), case["eps"])
        assert found.tolist() == lists(case["expected"]), case


def test_quantile_names_as_in_r() -> None:
    for case in load_jsonl("stats/fuzz/perc.jsonl"):
        assert percent_texts(number(case["prob"])) == [case["name"]], case


@given(st.floats(0, 1), st.integers(1, 15))
def test_a_p_value_reads_back(p, digits) -> None:
    text = rnet.format_pval(p, digits)
    if text.startswith("<"):
        assert p < np.finfo(float).eps
    else:
        assert float(text) == pytest.approx(p, rel=0.5 * 10.0 ** (1 - digits) * (1 + 1e-9), abs=0)


def test_missing_p_values_take_na_form() -> None:
    assert rnet.format_pval([0.05, np.nan], na_form="-").tolist() == ["0.05", "-"]


def test_strings_are_refused() -> None:
    with pytest.raises(RError) as caught:
        rnet.format_pval("a")
    assert caught.value.message == "non-numeric argument to mathematical function"

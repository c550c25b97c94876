"""`knn_cv` and `knn1` beside recorded R: votes, ties and the next random number."""

import pytest
from console_pairs import compared
from oracles import load_json

from rnet import knn1, knn_cv, runif, set_seed

TIES = load_json("class/ties.json")


@pytest.mark.parametrize(("recorded", "found"), compared("neighbours"))
def test_console_text(recorded, found) -> None:
    assert found == recorded


def classes(found):
    return [found.categories[code] if code >= 0 else None for code in found.codes]


@pytest.mark.parametrize("case", TIES, ids=lambda case: str(case["seed"]))
def test_ties_are_drawn_as_in_r(case) -> None:
    set_seed(case["seed"])
    assert classes(knn_cv(case["x"], case["cl"], case["k"], case["l"])) == case["others"]
    assert runif(1)[0] == pytest.approx(case["after"], rel=1e-14)
    assert classes(knn1(case["x"], case["new"], case["cl"])) == case["nearest"]
    assert runif(1)[0] == pytest.approx(case["last"], rel=1e-14)

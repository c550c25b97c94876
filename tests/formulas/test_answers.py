"""Formulas: terms, model frames, design matrices and predictions' designs as R gives them.

Everything is equal to the bit but bases (`poly`, `ns`, `bs`, `scale`), whose tolerance stands in
`tests/support/formula_answers.py`.
"""

import numpy as np
import pytest
from formula_answers import answers, assert_equal, doubles17, table
from oracles import load_json

from rnet import RError, contr_poly, update_formula

RECORDED = load_json("formula/answers.json")
FRAMES = {name: table(frame) for name, frame in RECORDED["frames"].items()}
NEW = {name: table(frame) for name, frame in RECORDED["newdata"].items()}


@pytest.mark.parametrize(
    "case", RECORDED["answers"], ids=lambda case: f"{case['formula']} {case['contrasts_given']}"
)
def test_formula(case) -> None:
    assert_equal(answers(FRAMES[case["data"]], NEW[case["data"]], case), case)


@pytest.mark.parametrize("case", RECORDED["updates"], ids=lambda c: f"{c['old']}, {c['new']}")
def test_update(case) -> None:
    try:
        updated = str(update_formula(case["old"], case["new"]))
    except RError as error:
        updated = f"Error: {error.message}"
    assert updated == case["updated"]


@pytest.mark.parametrize("case", RECORDED["contr_poly"], ids=lambda case: str(case["n"]))
def test_polynomial_contrasts_to_the_bit(case) -> None:
    n = case["n"]
    expected = doubles17(case["values"]).reshape((n, n - 1), order="F")
    np.testing.assert_array_equal(contr_poly(n).to_numpy(), expected)

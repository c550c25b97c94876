"""The design matrices of the recorded `modelmatrix` sessions of R 4.6, to the bit."""

import numpy as np
import pytest
from oracles import decode, stats_cases

import rnet

CASES = stats_cases("modelmatrix")
NAMED = {case["id"]: case["values"] for case in CASES if case.get("values")}


@pytest.mark.parametrize("formula", NAMED["mm-colnames"])
def test_design_matrices(formula) -> None:
    items = NAMED["mm-colnames"][formula]["value"]
    expected = {n: decode(v) for n, v in zip(items["names"], items["items"], strict=True)}
    design = rnet.model_matrix(formula, rnet.data("warpbreaks"))
    names = [] if expected["colnames"] is None else list(expected["colnames"])
    assert design.column_names == names
    assert design.assign.tolist() == np.atleast_1d(expected["assign"]).tolist()
    np.testing.assert_array_equal(design.values[:2], np.asarray(expected["first"], dtype=float))
    np.testing.assert_allclose(
        design.values.sum(axis=0), np.asarray(expected["colsum"], dtype=float), atol=1e-12
    )


def test_recorded_matrices_to_the_bit() -> None:
    design = rnet.model_matrix("~ group", rnet.data("PlantGrowth"))
    expected = decode(NAMED["mm-treatment"]["mm"]["value"])
    np.testing.assert_array_equal(design.values, expected.to_numpy())
    assert design.column_names == list(expected.columns)
    assert design.row_names == list(expected.index)
    for name, n in (("poly4", 4), ("poly6", 6)):
        recorded = decode(NAMED["mm-sum-helmert-poly"][name]["value"])
        np.testing.assert_array_equal(rnet.contr_poly(n).to_numpy(), np.asarray(recorded))

"""Certified coefficients of NIST's reference data sets for linear regression."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from rnet import lm

SETS = json.loads(
    (Path(__file__).parents[2] / "datasets" / "nist" / "linear.json").read_text("utf-8")
)["sets"]
# Digits a Householder QR in doubles keeps; the response of Wampler4 and 5 is 1e2 and 1e4 times
# as far from the model as that of Wampler3. R 4.2.2 is off by 5e-10, 3.4e-8 and 3.4e-6, as we are.
TOLERANCE = {
    "Pontius": 1e-10, "NoInt1": 1e-13, "NoInt2": 1e-13, "Wampler1": 1e-8, "Wampler2": 1e-10,
    "Wampler3": 1e-8, "Wampler4": 1e-7, "Wampler5": 1e-5,
}  # fmt: skip


def fit(name):
    content = SETS[name]
    frame = pd.DataFrame({key: np.array(content[key], dtype=float) for key in "xy"})
    powers = ["x", *(f"I(x^{k})" for k in range(2, int(content["degree"]) + 1))]
    intercept = [] if str(content["intercept"]) == "True" else ["0"]
    return lm("y ~ " + " + ".join([*intercept, *powers]), frame)


@pytest.mark.parametrize("name", TOLERANCE)
def test_coefficients_are_the_certified_ones(name) -> None:
    certified = np.array(SETS[name]["estimate"], dtype=float)
    np.testing.assert_allclose(fit(name).coef(), certified, rtol=TOLERANCE[name])


def test_filip_loses_a_column_as_in_r() -> None:
    assert fit("Filip").coef().isna().sum() == 1

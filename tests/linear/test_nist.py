"""NIST's reference data sets for linear regression and analysis of variance."""

import numpy as np
import pytest
from nist_problems import ANOVA_SETS, LINEAR_SETS, anova_set, digits, linear

from rnet import anova, lm

# The log relative error of R's worst value, as benchmarks/nist.py shows it beside ours.
DIGITS_OF_R = {
    "Norris": 12.5, "Pontius": 12.7, "NoInt1": 14.7, "NoInt2": 15.0, "Longley": 13.0,
    "Wampler1": 9.8, "Wampler2": 13.6, "Wampler3": 9.3, "Wampler4": 7.5, "Wampler5": 5.5,
    "AtmWtAg": 9.7, "SiRstv": 13.3, "SmLs01": 15.0, "SmLs02": 14.2, "SmLs03": 13.3,
    "SmLs04": 10.4, "SmLs05": 10.2, "SmLs06": 10.2, "SmLs07": 4.6, "SmLs08": 2.7, "SmLs09": 0.2,
}  # fmt: skip
ROUNDING = 0.06  # the digits above have one decimal


@pytest.mark.parametrize("name", [name for name in LINEAR_SETS if name != "Filip"])
def test_coefficients_are_the_certified_ones(name) -> None:
    formula, frame, _ = linear(name)
    found = digits(lm(formula, frame).coef(), linear(name, certified=True))
    assert found > DIGITS_OF_R[name] - ROUNDING


@pytest.mark.parametrize("name", ANOVA_SETS)
def test_f_is_the_certified_one(name) -> None:
    frame, certified = anova_set(name)
    found = digits(anova(lm("y ~ g", frame))[1, "F value"], certified)
    assert found > DIGITS_OF_R[name] - ROUNDING


def test_filip_loses_a_column_as_in_r() -> None:
    formula, frame, _ = linear("Filip")
    assert lm(formula, frame).coef().isna().sum() == 1


def test_filip_with_a_smaller_tolerance() -> None:
    formula, frame, _ = linear("Filip")
    found = lm(formula, frame, tol=1e-10).coef()
    assert digits(found, linear("Filip", certified=True)) > 7  # as R: seven digits
    np.testing.assert_allclose(found, linear("Filip", certified=True), rtol=1e-7)

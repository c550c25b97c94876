"""NIST's 27 nonlinear problems from both starts: as many digits as R 4.2.2, and R's failures."""

import numpy as np
import pytest
from nist_problems import digits, nonlinear

from rnet import RError, nls

# The log relative error of R's worst parameter, as benchmarks/nist.py shows it; None: R's nls
# ends in "singular gradient", "step factor ... reduced" or a value that is not finite.
DIGITS_OF_R = {
    "Misra1a": (6.8, 7.6), "Chwirut1": (5.9, 5.9), "Chwirut2": (4.9, 5.9),
    "Lanczos1": (None, None), "Lanczos2": (None, None), "Lanczos3": (None, 4.7),
    "Gauss1": (6.9, 6.8), "Gauss2": (6.4, 6.3), "Gauss3": (6.4, 6.4), "DanWood": (8.0, 6.6),
    "Misra1b": (6.7, 6.6), "Kirby2": (6.5, 5.8), "Hahn1": (6.0, 5.0), "Nelson": (None, 5.5),
    "MGH17": (None, 5.8), "Misra1c": (8.4, 7.7), "Misra1d": (6.8, 8.7), "Roszman1": (5.5, 5.4),
    "ENSO": (4.1, 4.0), "MGH09": (None, 4.8), "Thurber": (5.5, 5.4), "BoxBOD": (None, 5.8),
    "Rat42": (None, 7.1), "MGH10": (None, 6.7), "Eckerle4": (None, 7.2), "Rat43": (None, 5.7),
    "Bennett5": (5.2, 5.3),
}  # fmt: skip
ROUNDING = 0.06  # the digits above have one decimal
START = {1: 0, 2: 1}


@pytest.mark.parametrize("start", START)
@pytest.mark.parametrize("name", DIGITS_OF_R)
def test_as_many_digits_as_r(name, start) -> None:
    problem, floor = nonlinear(name), DIGITS_OF_R[name][START[start]]
    if floor is None:
        with pytest.raises(RError, match=r"singular gradient|step factor|Missing value"):
            nls(problem.formula, problem.data, start=problem.starts[START[start]])
        return
    fit = nls(problem.formula, problem.data, start=problem.starts[START[start]])
    assert digits(fit.coef(), problem.certified) > floor - ROUNDING
    errors = np.sqrt(np.diag(fit.vcov()))
    assert digits(errors, problem.errors) > 2


@pytest.mark.parametrize("name", ["Misra1a", "Gauss1", "ENSO", "Bennett5"])
def test_exact_derivatives_give_more_digits(name) -> None:
    problem = nonlinear(name)
    fit = nls(
        problem.formula, problem.data, start=problem.starts[0],
        control={"tol": 1e-9}, derivatives="exact",
    )  # fmt: skip
    assert digits(fit.coef(), problem.certified) > 8

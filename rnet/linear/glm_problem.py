"""From model data, a family and first values to the problem `glm` iterates on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.columns import Matrix, numbers
from rnet.formulas.model_frame import ModelFrame
from rnet.linear.family_record import Family
from rnet.linear.glm_point import Problem
from rnet.linear.model_data import Floats, ModelData, check_finite

COMPARISONS = {"poisson": "<", "quasipoisson": "<", "Gamma": "<=", "inverse.gaussian": "<="}
"""How families compare the response with 0 before anything else."""


@dataclass(frozen=True, slots=True)
class FirstValues:
    """Where the user wants the iteration to start; None where nothing was said.

    Attributes
    ----------
    coefficients : ndarray, shape (p,), or None
    linear_predictors, means : ndarray, shape (n,), or None
    """

    coefficients: Floats | None
    linear_predictors: Floats | None
    means: Floats | None

    @property
    def is_given(self) -> bool:
        """Whether there is any."""
        given = (self.coefficients, self.linear_predictors, self.means)
        return any(values is not None for values in given)


def glm_problem(made: ModelData, family: Family, first: FirstValues) -> Problem:
    """Check response, weights and first values as R does, and bring them together.

    Raises
    ------
    RError
        R's words for what the family does not take.
    """
    frame, columns = made.frame, made.design.column_names
    given = frame.weights
    if given is not None and np.any(given < 0):
        raise RError("negative weights not allowed", "Weight 0 leaves a row out of the fit.")
    if first.coefficients is not None and len(first.coefficients) != len(columns):
        raise _wrong_length(columns)
    response = _response(frame, family)
    check_finite(made.design.values, response)
    weights = np.ones(len(frame)) if given is None else given
    begin = family.distribution.start(response, weights, family.link, first.is_given)
    if first.means is not None:
        begin = replace(begin, means=first.means)
    offset = np.zeros(len(frame)) if frame.offset is None else frame.offset
    return Problem(made.design.values, begin, offset, family.distribution, family.link_record)


def _wrong_length(columns: Sequence[str]) -> RError:
    names = ", ".join(f'"{name}"' for name in columns)
    shown = f"c({names})" if len(columns) > 1 else names
    return RError(
        f"length of 'start' should equal {len(columns)} and correspond to initial coefs "
        f"for {shown}",
        "Or leave it out: glm finds a start by itself.",
    )


def _response(frame: ModelFrame, family: Family) -> Floats:
    """Return the response as numbers: (n,), or (n, 2) for successes and failures."""
    response = frame.response
    assert response is not None
    binary = family.family in ("binomial", "quasibinomial")
    if isinstance(response, pd.Categorical):
        if not binary:
            raise _not_for_factors(family.family)
        return np.asarray(response.codes > 0, dtype=np.float64)
    if isinstance(response, Matrix):
        if not binary:
            raise RError(
                "(subscript) logical subscript too long",
                "A response of two columns, successes and failures, is for the binomial family.",
            )
        return response.values
    if isinstance(response, np.ndarray) and response.dtype == object:
        raise RError(
            "non-numeric argument to binary operator",
            "The response is text; make it a number or a factor.",
        )
    return numbers(response)


def _not_for_factors(family: str) -> RError:
    """Warn and return the error, as R's check of the family's response ends for a factor."""
    advice = f"The {family} family needs numbers; a factor is for the binomial family."
    comparison = COMPARISONS.get(family)
    warn(f"‘{comparison or '-'}’ not meaningful for factors", stacklevel=5)
    message = "missing value where TRUE/FALSE needed" if comparison else "NA/NaN/Inf in 'y'"
    return RError(message, advice)

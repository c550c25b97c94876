"""Confidence limits of coefficients from their standard errors."""

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.printing.numbers import format_real
from rnet.values import named_matrix

if TYPE_CHECKING:
    from rnet.linear.fitted_model import FittedModel

Floats: TypeAlias = npt.NDArray[np.float64]

LIMIT_DIGITS = 3
NO_EXPONENT = 100


def wald_limits(fit: "FittedModel", parm: Any, level: float, quantile: Any) -> pd.DataFrame:
    """Return estimates less and plus `quantile` standard errors, a matrix; NA where collinear."""
    names = fit.chosen(parm)
    rows = [fit.model_data.design.column_names.index(name) for name in names]
    centre = fit.estimates[rows]
    with np.errstate(invalid="ignore"):
        errors = np.sqrt(np.diag(fit.vcov().to_numpy()))[rows]
        half = np.asarray(quantile, dtype=np.float64) * errors
        limits = np.column_stack([centre - half, centre + half])
    return named_matrix(limits, names, limit_names(level))


def limit_names(level: float) -> list[str]:
    """Return the names of two limits.

    Examples
    --------
    >>> limit_names(0.95)
    ['2.5 %', '97.5 %']
    """
    tail = (1 - level) / 2
    texts = format_real([100 * tail, 100 * (1 - tail)], LIMIT_DIGITS, scipen=NO_EXPONENT)
    return [f"{text.strip()} %" for text in texts]

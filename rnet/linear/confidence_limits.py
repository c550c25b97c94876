"""Confidence limits of coefficients from their standard errors."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.printing.numbers import format_real
from rnet.values import named_matrix

if TYPE_CHECKING:
    from rnet.linear.fitted_model import FittedModel

Floats: TypeAlias = npt.NDArray[np.float64]

LIMIT_DIGITS = 3
NO_EXPONENT = 100


def wald_limits(fit: "FittedModel", parm: Any, level: float, quantile: Any) -> pd.DataFrame:
    """Return estimates less and plus `quantile` standard errors, a matrix; NA where collinear."""
    names = chosen_names(fit, parm)
    rows = [fit.model_data.design.column_names.index(name) for name in names]
    centre = fit.estimates[rows]
    with np.errstate(invalid="ignore"):
        errors = np.sqrt(np.diag(fit.vcov().to_numpy()))[rows]
        half = np.asarray(quantile, dtype=np.float64) * errors
        limits = np.column_stack([centre - half, centre + half])
    return named_matrix(limits, names, limit_names(level))


def chosen_names(fit: "FittedModel", parm: Any) -> list[str]:
    """Return the names of coefficients given by name or by number from 1; all for None."""
    names = fit.model_data.design.column_names
    if parm is None:
        return list(names)
    wanted: Sequence[Any] = [parm] if isinstance(parm, str | int) else list(parm)
    for name in wanted:
        if name not in names if isinstance(name, str) else not 1 <= name <= len(names):
            raise RError("subscript out of bounds", f"Coefficients: {', '.join(names)}.")
    return [name if isinstance(name, str) else names[int(name) - 1] for name in wanted]


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

"""`quantile`: sample quantiles of all nine types."""

from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.describe.arguments import Doubles, is_factor, numeric_values
from rnet.describe.quantiles import quantiles
from rnet.printing.percent import percent_texts
from rnet.values import NA

QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
TYPES = range(1, 10)
STEP_TYPES = (1, 3)
SLACK = 100 * np.finfo(np.float64).eps


def quantile(
    x: Any,
    probs: Any = QUARTERS,
    na_rm: bool = False,
    names: bool = True,
    type: int = 7,  # noqa: A002 - R's argument name
) -> Any:
    """Return sample quantiles.

    Parameters
    ----------
    x : array_like of float, or ordered factor
        The sample.
    probs : float or sequence of float
        Probabilities between 0 and 1; the quartiles by default.
    na_rm : bool, default False
        Whether missing values are left out.
    names : bool, default True
        Whether the result is a Series with names like `33.33333%`.
    type : int, default 7
        1 to 9; of an ordered factor 1 or 3.

    Returns
    -------
    Series or ndarray of float
        A Series of levels for an ordered factor.

    Raises
    ------
    RError
        `missing values and NaN's not allowed if 'na.rm' is FALSE`, `'probs' outside [0,1]`,
        `(unordered) factors are not allowed`.

    Notes
    -----
    R page: `?quantile`. Hyndman and Fan (1996), Sample quantiles in statistical packages, The
    American Statistician 50, 361-365. Like R 4.5, a position within 4 units of the last place of
    an order statistic is that order statistic.

    Examples
    --------
    >>> from rnet import quantile
    >>> quantile([1, 2, 4, 8], [0.5, 1 / 3]).to_dict()
    {'50%': 3.0, '33.33333%': 2.0}
    """
    chosen = _checked_type(type)
    wanted = _checked_probs(probs)
    factor = pd.Categorical(x) if is_factor(x) else None
    values = numeric_values(x) if factor is None else _codes(factor, chosen)
    absent = np.isnan(values)
    if absent.any() and not na_rm:
        raise RError(
            "missing values and NaN's not allowed if 'na.rm' is FALSE",
            f"{int(absent.sum())} values are missing: na_rm=True leaves them out.",
        )
    found = _with_missing(values[~absent], wanted, chosen)
    labels = ["" if np.isnan(p) else percent_texts([p])[0] for p in wanted]
    if factor is not None:
        found = _levels(factor, found)
    if not names or not len(wanted):
        return found
    return pd.Series(found, index=pd.Index(labels, dtype=object))


def _checked_type(kind: Any) -> int:
    if not isinstance(kind, int | float | np.number) or kind not in TYPES:
        raise RError("invalid 'type' argument", "type is a whole number from 1 to 9.")
    return int(kind)


def _checked_probs(probs: Any) -> Doubles:
    wanted = np.atleast_1d(np.asarray(probs, dtype=np.float64))
    if ((wanted < -SLACK) | (wanted > 1 + SLACK)).any():
        raise RError("'probs' outside [0,1]", "A probability, not a percentage: 0.95, not 95.")
    return np.clip(wanted, 0.0, 1.0)


def _codes(factor: pd.Categorical, kind: int) -> Doubles:
    if not factor.ordered:
        raise RError("(unordered) factors are not allowed", "Only ordered levels have quantiles.")
    if kind not in STEP_TYPES:
        raise RError(
            "'type' must be 1 or 3 for ordered factors",
            "The other types average, which levels do not allow.",
        )
    codes = factor.codes.astype(np.float64)
    codes[codes < 0] = np.nan
    return codes


def _levels(factor: pd.Categorical, codes: Doubles) -> Any:
    whole = np.where(np.isnan(codes), -1, codes).astype(np.int64)
    return pd.Categorical.from_codes(whole, factor.categories, ordered=True)


def _with_missing(values: Doubles, probs: Doubles, kind: int) -> Doubles:
    found = np.full(len(probs), NA)
    known = ~np.isnan(probs)
    found[known] = quantiles(values, probs[known], kind)
    return found

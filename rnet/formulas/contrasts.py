"""`contrasts`: the contrast matrix of a factor."""

from typing import Any

import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import as_column, class_of
from rnet.formulas.contrast_table import contrast_matrix, indicators
from rnet.formulas.own_contrasts import own_contrasts
from rnet.settings import current


def contrasts(x: Any, contrasts: bool = True) -> pd.DataFrame:
    """Return the contrast matrix a factor would be coded by.

    Parameters
    ----------
    x : Categorical, Series of one, or array of bool
        The factor.
    contrasts : bool, default True
        False: an indicator of every level instead.

    Returns
    -------
    DataFrame
        A matrix: levels by contrasts, under the option `contrasts`.

    Raises
    ------
    RError
        ``contrasts apply only to factors``.

    Notes
    -----
    R page: `?contrasts`. pandas keeps no contrasts with a factor: give other ones as the
    `contrasts` argument of `model_matrix` or of a fit.

    Examples
    --------
    >>> contrasts(pd.Categorical(["ctrl", "trt"])).loc["trt", "trt"].item()
    1.0
    """
    column = as_column(x, "x")
    kind = "NULL" if column is None else class_of(column)
    if isinstance(column, pd.Categorical):
        levels = list(column.categories)
    elif kind == "logical":
        levels = ["FALSE", "TRUE"]
    else:
        raise RError("contrasts apply only to factors", "Make it a pandas Categorical.")
    if not contrasts:
        return indicators(levels)
    if len(levels) < 2:
        raise RError(
            "contrasts not defined for 0 degrees of freedom", "The factor has one level only."
        )
    own = own_contrasts(column)
    return contrast_matrix(current().contrasts[kind == "ordered"] if own is None else own, levels)

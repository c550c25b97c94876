"""`contr_treatment`: contrasts with a baseline level."""

import pandas as pd

from rnet.conditions import RError
from rnet.formulas.contrast_table import Levels, indicators, level_names, treatment


def contr_treatment(n: Levels, base: int = 1, contrasts: bool = True) -> pd.DataFrame:
    """Return an indicator of each level but a baseline, R's default for unordered factors.

    Parameters
    ----------
    n : int or sequence of str
        How many levels, or their names.
    base : int, default 1
        The baseline's number, counted from 1 as in R.
    contrasts : bool, default True
        False: an indicator of every level instead.

    Returns
    -------
    DataFrame
        A matrix: levels by contrasts.

    Raises
    ------
    RError
        ``not enough degrees of freedom to define contrasts`` for fewer than two levels.

    Notes
    -----
    R page: `?contrast`.

    Examples
    --------
    >>> contr_treatment(["a", "b", "c"], base=2).columns.tolist()
    ['a', 'c']
    """
    levels = level_names(n)
    if not contrasts:
        return indicators(levels)
    if base not in range(1, len(levels) + 1):
        raise RError(
            "baseline group number out of range", f"Levels are numbered 1 to {len(levels)}."
        )
    return treatment(levels, base - 1)

"""`contr_sum`: contrasts that sum to zero."""

import pandas as pd

from rnet.formulas.contrast_table import Levels, indicators, level_names, sum_to_zero


def contr_sum(n: Levels, contrasts: bool = True) -> pd.DataFrame:
    """Return deviations from the mean over the levels.

    Parameters
    ----------
    n : int or sequence of str
        How many levels, or their names.
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
    >>> contr_sum(3).to_numpy().tolist()
    [[1.0, 0.0], [0.0, 1.0], [-1.0, -1.0]]
    """
    levels = level_names(n)
    return sum_to_zero(levels) if contrasts else indicators(levels)

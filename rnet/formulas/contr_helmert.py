"""`contr_helmert`: each level against those before it."""

import pandas as pd

from rnet.formulas.contrast_table import Levels, helmert, indicators, level_names


def contr_helmert(n: Levels, contrasts: bool = True) -> pd.DataFrame:
    """Return Helmert contrasts: each level against the mean of those before it.

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
    >>> contr_helmert(3).to_numpy().tolist()
    [[-1.0, -1.0], [1.0, -1.0], [0.0, 2.0]]
    """
    levels = level_names(n)
    return helmert(levels) if contrasts else indicators(levels)

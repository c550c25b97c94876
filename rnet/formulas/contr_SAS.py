# ruff: noqa: N802, N999 - R's spelling
"""`contr_SAS`: contrasts with the last level as baseline."""

import pandas as pd

from rnet.formulas.contrast_table import Levels, indicators, level_names, sas


def contr_SAS(n: Levels, contrasts: bool = True) -> pd.DataFrame:
    """Return an indicator of each level but the last, as SAS codes factors.

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
    >>> contr_SAS(3).to_numpy().tolist()
    [[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]]
    """
    levels = level_names(n)
    return sas(levels) if contrasts else indicators(levels)

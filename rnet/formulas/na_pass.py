"""`na_pass`: a rule for missing values, for data frames and as an `na_action`."""

import pandas as pd

from rnet.formulas.na_action import apply_na_action


def na_pass(object: pd.DataFrame) -> pd.DataFrame:  # noqa: A002 - R's argument name
    """Keep every row, whatever is missing.

    Parameters
    ----------
    object : DataFrame

    Returns
    -------
    DataFrame
        The data frame itself.

    Notes
    -----
    R page: `?na.fail`. As an argument, `na_action=na_pass` and `na_action="na.pass"`
    mean the same.

    Examples
    --------
    >>> len(na_pass(pd.DataFrame({"a": [1.0, None, 3.0]})))
    3
    """
    return apply_na_action(object, "na.pass")

"""`na_fail`: a rule for missing values, for data frames and as an `na_action`."""

import pandas as pd

from rnet.formulas.na_action import apply_na_action


def na_fail(object: pd.DataFrame) -> pd.DataFrame:  # noqa: A002 - R's argument name
    """Refuse a data frame that has missing values.

    Parameters
    ----------
    object : DataFrame

    Returns
    -------
    DataFrame
        The data frame itself.

    Raises
    ------
    RError
        ``missing values in object``.

    Notes
    -----
    R page: `?na.fail`. As an argument, `na_action=na_fail` and `na_action="na.fail"`
    mean the same.

    Examples
    --------
    >>> len(na_fail(pd.DataFrame({"a": [1.0, 2.0]})))
    2
    """
    return apply_na_action(object, "na.fail")

"""`na_exclude`: a rule for missing values, for data frames and as an `na_action`."""

import pandas as pd

from rnet.formulas.na_action import apply_na_action


def na_exclude(object: pd.DataFrame) -> pd.DataFrame:  # noqa: A002 - R's argument name
    """Drop incomplete rows; residuals and fitted values of a fit are padded with NA.

    Parameters
    ----------
    object : DataFrame

    Returns
    -------
    DataFrame
        The complete rows.

    Notes
    -----
    R page: `?na.fail`. As an argument, `na_action=na_exclude` and `na_action="na.exclude"`
    mean the same.

    Examples
    --------
    >>> len(na_exclude(pd.DataFrame({"a": [1.0, None, 3.0]})))
    2
    """
    return apply_na_action(object, "na.exclude")

"""`na_omit`: a rule for missing values, for data frames and as an `na_action`."""

import pandas as pd

from rnet.formulas.na_action import apply_na_action


def na_omit(object: pd.DataFrame) -> pd.DataFrame:  # noqa: A002 - R's argument name
    """Drop the incomplete rows of a data frame.

    Parameters
    ----------
    object : DataFrame

    Returns
    -------
    DataFrame
        The complete rows.

    Notes
    -----
    R page: `?na.fail`. As an argument, `na_action=na_omit` and `na_action="na.omit"`
    mean the same.

    Examples
    --------
    >>> na_omit(pd.DataFrame({"a": [1.0, None, 3.0]}))["a"].tolist()
    [1.0, 3.0]
    """
    return apply_na_action(object, "na.omit")

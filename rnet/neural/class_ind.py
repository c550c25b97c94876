"""`class_ind`: the indicator matrix of classes."""

from typing import Any

import pandas as pd

from rnet.formulas.columns import as_column
from rnet.formulas.factor_functions import as_factor
from rnet.neural.nnet_data import indicators
from rnet.values import axis_names, named_matrix


def class_ind(cl: Any) -> pd.DataFrame:
    """Return a matrix with one column of 0 and 1 for each class.

    Parameters
    ----------
    cl : Categorical, Series or array_like
        The classes of n cases; what is no factor is made one.

    Returns
    -------
    DataFrame
        A matrix, n rows, a column for each level. A missing class is a row of zeros, as in R.

    Notes
    -----
    R page: `?class.ind` (package nnet).

    Examples
    --------
    >>> from rnet import class_ind, show
    >>> show(class_ind(["b", "a", "b"]))
         a b
    [1,] 0 1
    [2,] 1 0
    [3,] 0 1
    """
    column = as_column(cl, "cl")
    factor = as_factor(column) if column is not None else pd.Categorical([])
    names = axis_names(cl.index) if isinstance(cl, pd.Series) else None
    labels = None if names is None else ["NA" if name is None else name for name in names]
    return named_matrix(indicators(factor), labels, list(factor.categories))

"""Functions of numbers applied to pandas' vectors and frames."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.printing.digits import Doubles
from rnet.printing.rounding import NOT_NUMERIC
from rnet.values import NA


def elementwise_pandas(x: Any, function: Callable[[Doubles], Doubles]) -> Any:
    """Apply a function of float64 arrays to a frame, Series or pandas array, keeping its kind."""
    if isinstance(x, pd.DataFrame):
        return _of_frame(x, function)
    if isinstance(x, pd.Series):
        return pd.Series(function(_numbers(x)), index=x.index, name=x.name)
    return function(_numbers(pd.Series(x)))


def _of_frame(x: pd.DataFrame, function: Callable[[Doubles], Doubles]) -> pd.DataFrame:
    bad = [str(name) for name in x.columns if not pd.api.types.is_numeric_dtype(x[name])]
    if bad:
        raise RError(f"non-numeric-alike variable(s) in data frame: {', '.join(bad)}")
    columns = [function(_numbers(x.iloc[:, j])) for j in range(x.shape[1])]
    result = pd.DataFrame(dict(enumerate(columns)), index=x.index)
    result.columns = x.columns
    result.attrs.update(x.attrs)
    return result


def _numbers(column: "pd.Series[Any]") -> Doubles:
    if isinstance(column.dtype, pd.CategoricalDtype):
        raise RError("‘round’ not meaningful for factors")
    if not pd.api.types.is_numeric_dtype(column.dtype):
        raise RError(NOT_NUMERIC)
    if column.dtype == np.float64:
        return column.to_numpy()
    return np.asarray(column.to_numpy(dtype=np.float64, na_value=NA))

"""What an estimator's parameters and data are to R: arguments, names of rows and responses."""

import inspect
from typing import Any

import pandas as pd

OWN = ("random_state",)
"""Parameters that no R function has."""


def given_arguments(estimator: Any) -> dict[str, Any]:
    """Return the parameters that differ from their defaults, by name, in formal order.

    Parameters
    ----------
    estimator : BaseEstimator
        Its constructor's parameters bear the names of the function's arguments.
    """
    formals = inspect.signature(type(estimator).__init__).parameters
    values = estimator.get_params(deep=False)
    return {
        name: values[name]
        for name, formal in formals.items()
        if name in values and name not in OWN and not _same(values[name], formal.default)
    }


def _same(value: Any, default: Any) -> bool:
    return value is default or (type(value) is type(default) and bool(value == default))


def row_index(X: Any) -> "pd.Index[Any] | None":  # noqa: N803 - scikit-learn's name
    """Return the row names that predictors bring, None for an array."""
    return X.index if isinstance(X, pd.DataFrame) else None


def response_names(y: Any) -> list[str] | None:
    """Return the names a target brings: of a Series, or of the columns of a DataFrame."""
    if isinstance(y, pd.DataFrame):
        return [str(name) for name in y.columns]
    return [str(y.name)] if isinstance(y, pd.Series) and y.name is not None else None

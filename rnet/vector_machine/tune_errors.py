"""How `tune` measures the error of predictions."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.formulas.columns import Column, Matrix, as_column, class_of, missing, numbers, strings

CLASSES = ("factor", "ordered", "logical")
Doubles = npt.NDArray[np.float64]


def prediction_error(truth: Any, predicted: Any) -> float:
    """Return the share of wrong classes, or the mean squared error.

    Parameters
    ----------
    truth : vector
        A factor, logical values or numbers.
    predicted : vector
        Classes may also be strings; they are compared by name, and those that miss are left out.

    Raises
    ------
    RError
        `Dependent variable has wrong type!` where there are neither classes nor numbers.

    Examples
    --------
    >>> prediction_error([1.0, 2.0], [1.0, 4.0])
    2.0
    >>> prediction_error([True, False], [True, True])
    0.5
    """
    wanted, found = as_column(truth, "true.y"), as_column(predicted, "pred")
    if wanted is not None and found is not None:
        if class_of(wanted) in CLASSES and class_of(found) in (*CLASSES, "character"):
            return _share_wrong(wanted, found)
        if _is_numeric(wanted) and _is_numeric(found):
            return _mean_squared_error(_flat(wanted), _flat(found))
    raise RError(
        "Dependent variable has wrong type!",
        "True values and predictions must both be classes or both be numbers.",
    )


def _share_wrong(wanted: Column, found: Column) -> float:
    if len(wanted) != len(found):
        raise RError(
            "all arguments must have the same length",
            f"There are {len(wanted)} true values, but {len(found)} predictions; drop rows with "
            "missing values before tuning.",
        )
    known = ~(missing(wanted) | missing(found))
    if not known.any():
        return float("nan")
    return float(1.0 - (strings(wanted)[known] == strings(found)[known]).sum() / known.sum())


def _is_numeric(column: Column) -> bool:
    return isinstance(column, Matrix) or class_of(column) == "numeric"


def _flat(column: Column) -> Doubles:
    return column.values.ravel(order="F") if isinstance(column, Matrix) else numbers(column)


def _mean_squared_error(wanted: Doubles, found: Doubles) -> float:
    """Return the squared errors over the number of predictions; R repeats the shorter vector."""
    longest = max(len(wanted), len(found)) if len(wanted) and len(found) else 0
    if longest and (longest % len(wanted) or longest % len(found)):
        warn(
            "longer object length is not a multiple of shorter object length",
            f"There are {len(wanted)} true values, but {len(found)} predictions.",
            stacklevel=8,
        )
    errors = np.resize(found, longest) - np.resize(wanted, longest)
    return float(errors @ errors / len(found)) if len(found) else float("nan")

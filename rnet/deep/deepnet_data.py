"""The matrices deepnet takes and gives: checked as in R, with their names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.model_matrix import DesignMatrix
from rnet.values import axis_names, is_matrix, named_matrix

Reals = npt.NDArray[np.float64]
Names = list[str | None] | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """A matrix and its dimnames.

    Attributes
    ----------
    values : ndarray, shape (rows, columns)
        The numbers, finite.
    row_names, column_names : list of str, or None
        As in R's dimnames.
    was_vector : bool
        Whether it was given as a vector.
    """

    values: Reals
    row_names: Names = None
    column_names: Names = None
    was_vector: bool = False


NOT_A_MATRIX = "x must be a matrix!"
NOT_A_RESPONSE = "y must be a vector or matrix!"
FRAME_ADVICE = "Give a numeric matrix: frame.to_numpy(), or rnet.named_matrix to keep its names."


def predictors(x: Any) -> Numbers:
    """Return the predictors, a numeric matrix; what was checked before comes back as it is.

    Raises
    ------
    RError
        `x must be a matrix!` for anything else, a data frame too.
    """
    if isinstance(x, Numbers):
        return x
    found = _numbers(x, "x")
    if found is None or found.was_vector:
        raise RError(NOT_A_MATRIX, FRAME_ADVICE)
    if 0 in found.values.shape:
        raise RError(NOT_A_MATRIX, "It has no rows or no columns.")
    return found


def responses(y: Any, cases: int) -> Numbers:
    """Return the responses of all cases; a vector is one column.

    Raises
    ------
    RError
        `y must be a vector or matrix!` for a factor or data frame, `subscript out of bounds` if
        there are fewer responses than cases.
    """
    found = _numbers(y, "y")
    if found is None:
        raise RError(
            NOT_A_RESPONSE,
            "Of a factor give the classes as numbers, or class_ind(y): a column for each class.",
        )
    if len(found.values) != cases or not found.values.shape[1]:
        raise RError("subscript out of bounds", f"x has {cases} rows, y {len(found.values)}.")
    return found


def _numbers(given: Any, name: str) -> Numbers | None:
    """Return a numeric vector or matrix; None for what is neither in R."""
    if isinstance(given, DesignMatrix):
        given = given.to_pandas()
    if isinstance(given, pd.DataFrame):
        if not is_matrix(given):
            return None
        rows, columns = axis_names(given.index), axis_names(given.columns)
        return Numbers(_finite(given.to_numpy(), name), rows, columns)
    if isinstance(given, pd.Categorical) or isinstance(
        getattr(given, "dtype", None), pd.CategoricalDtype
    ):
        return None
    try:
        values = np.asarray(given)
    except ValueError:  # rows of different lengths
        return None
    if values.ndim not in (0, 1, 2) or isinstance(given, dict) or given is None:
        return None
    vector = values.ndim < 2
    return Numbers(_finite(values.reshape(-1, 1) if vector else values, name), was_vector=vector)


def _finite(values: npt.NDArray[Any], name: str) -> Reals:
    if values.dtype.kind not in "biuf":
        texts = any(isinstance(cell, str) for cell in values.ravel())
        try:
            values = np.full(1, np.nan) if texts else values.astype(np.float64)
        except (TypeError, ValueError):
            texts = True
        if texts:
            raise RError("non-numeric argument to binary operator", f"'{name}' must hold numbers.")
    found = np.ascontiguousarray(values, dtype=np.float64)
    if not np.isfinite(found).all():
        raise RError(
            f"'{name}' holds missing or infinite numbers",
            "R would train on to NaN weights without a word. Leave those cases out.",
        )
    return found


def with_names(values: Reals, rows: Names, columns: Names) -> Any:
    """Return a matrix, with its dimnames where it has some."""
    if rows is None and columns is None:
        return values
    return named_matrix(values, rows, columns)  # type: ignore[arg-type]


def vector_with_names(values: Reals, names: Names) -> Any:
    """Return a vector, with its names where it has some."""
    return values if names is None else pd.Series(values, index=pd.Index(names, dtype=object))


def chosen(names: Names, places: Sequence[int] | npt.NDArray[Any]) -> Names:
    """Return the names at these places."""
    return None if names is None else [names[place] for place in places]


def new_cases(given: Any, columns: int, *, vector_is_a_row: bool) -> Numbers:
    """Return new cases for a fit with so many inputs.

    A vector is one case where `vector_is_a_row`, or one column where there is one input.

    Raises
    ------
    RError
        `non-conformable arguments` if the number of columns differs.
    """
    if isinstance(given, pd.DataFrame) and not is_matrix(given):
        given = named_matrix(given.to_numpy(), axis_names(given.index))  # type: ignore[arg-type]
    found = _numbers(given, "x")
    if found is None:
        raise RError("non-conformable arguments", "Give a numeric matrix.")
    if found.was_vector and columns != 1:
        if not vector_is_a_row:
            advice = "Give a matrix; of one case, x[None, :]."
            raise RError("non-conformable arguments", advice)
        found = Numbers(found.values.reshape(1, -1))
    if found.values.shape[1] != columns:
        advice = f"The fit has {columns} inputs, these cases {found.values.shape[1]} columns."
        raise RError("non-conformable arguments", advice)
    return found


def whole(name: str, given: Any, least: int) -> int:
    """Return a whole number of at least `least`."""
    number = real(name, given)
    if number < least or number != int(number):
        raise RError(f"invalid '{name}' argument", f"A whole number of at least {least}.")
    return int(number)


def real(name: str, given: Any) -> float:
    """Return a finite number."""
    try:
        number = float(np.ravel(given)[0]) if np.size(given) == 1 else np.nan
    except (TypeError, ValueError):
        number = np.nan
    if isinstance(given, str) or not np.isfinite(number):
        raise RError(f"invalid '{name}' argument", f"'{name}' is one number, not {given!r}.")
    return number


def layer_sizes(hidden: Any) -> list[int]:
    """Return the numbers of hidden units, at least one layer of at least one."""
    sizes = [whole("hidden", one, 1) for one in np.ravel(hidden).tolist()]
    if not sizes:
        raise RError("invalid 'hidden' argument", "Give the units of one hidden layer or more.")
    return sizes

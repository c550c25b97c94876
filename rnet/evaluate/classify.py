"""The classes of one variable that `table` counts: R's `factor(x)` with R's order of levels."""

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.printing.collation import sort_key
from rnet.printing.elements import Vector, as_vector, level_texts, time_texts
from rnet.printing.numbers import as_character, as_characters
from rnet.values import is_na

Codes = npt.NDArray[np.int64]
Label = str | None
NAN_LABEL = "NaN"


@dataclass(frozen=True, slots=True)
class Classes:
    """A variable as classes.

    Attributes
    ----------
    labels : tuple of str
        What the classes are called, in R's order; the label of missing values is None.
    codes : ndarray of int64, shape (n,)
        The class of each observation, -1 where it is not counted.
    """

    labels: tuple[Label, ...]
    codes: Codes


def classify(
    values: Any,
    *,
    exclude: Collection[Label] = (None, NAN_LABEL),
    use_na: str = "no",
) -> Classes:
    """Return the classes of a variable.

    Parameters
    ----------
    values : Categorical, Series, array_like or one-column matrix
        One variable.
    exclude : collection of str or None
        Labels of classes to leave out; None stands for missing values.
    use_na : {"no", "ifany", "always"}
        Whether missing values are a class of their own.

    Notes
    -----
    R pages: `?factor`, `?table`. Numbers are told apart by their text with 15 digits, strings
    are sorted as in an English locale. A level of a factor is never taken for NaN.

    Examples
    --------
    >>> classify(np.array([2.0, 10.0, 2.0]))
    Classes(labels=('2', '10'), codes=array([0, 1, 0]))
    """
    variable = one_variable(values)
    if isinstance(variable, pd.Categorical):
        found = _merged(level_texts(variable), variable.codes.astype(np.int64))
        exclude = [label for label in exclude if label != NAN_LABEL]
    else:
        found = _factor(as_vector(variable))
    missing = bool((found.codes == -1).any())
    if use_na == "always" or (use_na == "ifany" and missing):
        found = _with_missing(found, counted=None not in exclude)
    return _without(found, [label for label in exclude if label is not None])


def one_variable(values: Any) -> Any:
    """Return one variable as a Categorical or something 1-d; R sees a matrix as a vector too."""
    if isinstance(values, pd.DataFrame):
        one = values.shape[1] == 1
        values = values.iloc[:, 0] if one else values.to_numpy().ravel(order="F")
    if isinstance(values, pd.Series | pd.Index):
        values = values.array
    if isinstance(values, pd.api.extensions.ExtensionArray):
        return values
    array = np.asarray(values)
    if array.dtype == object and array.ndim == 0 and values is not None:
        raise RError("unique() applies only to vectors", "Give vectors, factors or a data frame.")
    return array.ravel(order="F") if values is not None else np.array([], dtype=bool)


def _factor(vector: Vector) -> Classes:
    """Return the sorted distinct values as classes; missing ones get code -1."""
    if vector.kind == "double":
        return _factor_doubles(vector.data)
    if vector.kind == "list":
        raise RError("unique() applies only to vectors", "Give vectors, factors or a data frame.")
    key = sort_key if vector.kind == "character" else None
    distinct = sorted(set(vector.data) - {None}, key=key)
    place = {value: position for position, value in enumerate(distinct)}
    found = map(place.get, vector.data, itertools.repeat(-1))
    codes = np.fromiter(found, np.int64, len(vector.data))
    return _merged(_texts(vector, distinct), codes)


def _texts(vector: Vector, distinct: list[Any]) -> Sequence[Label]:
    if vector.kind == "time":
        return time_texts(distinct, zone=False)
    return [as_character(value) for value in distinct]


def _factor_doubles(values: npt.NDArray[np.float64]) -> Classes:
    missing = is_na(values)
    distinct, place = np.unique(values[~missing], return_inverse=True)
    codes = np.full(len(values), -1, dtype=np.int64)
    codes[~missing] = place
    return _merged(as_characters(distinct + 0.0), codes)


def _merged(labels: Sequence[Label], codes: Codes) -> Classes:
    """Join classes whose labels are the same text."""
    distinct = tuple(dict.fromkeys(labels))
    if len(distinct) == len(labels):
        return Classes(distinct, codes)
    return Classes(distinct, _moved(codes, [distinct.index(label) for label in labels]))


def _with_missing(found: Classes, *, counted: bool) -> Classes:
    """Make missing values a class: the last, or before NaN where they come before it."""
    labels, codes = found.labels, found.codes
    last = len(labels)
    position = last
    if last and labels[-1] == NAN_LABEL:
        first_nan = int(np.argmax(codes == last - 1))
        first_missing = int(np.argmax(codes == -1))
        if codes[first_missing] == -1 and first_missing < first_nan:
            position = last - 1
    place = [index + (index >= position) for index in range(last)]
    moved = _moved(codes, place)
    if counted:
        moved = np.where(codes == -1, position, moved)
    return Classes((*labels[:position], None, *labels[position:]), moved)


def _without(found: Classes, excluded: Sequence[str]) -> Classes:
    kept = [index for index, label in enumerate(found.labels) if label not in excluded]
    if len(kept) == len(found.labels):
        return found
    place = [kept.index(index) if index in kept else -1 for index in range(len(found.labels))]
    return Classes(tuple(found.labels[index] for index in kept), _moved(found.codes, place))


def _moved(codes: Codes, place: Sequence[int]) -> Codes:
    """Give every class its new place; what was not counted stays so."""
    moved: Codes = np.array([*place, -1], dtype=np.int64)[codes]
    return moved

"""The cases of a deep model as arrays: from a formula, and of new data for `predict`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.columns import Column, Matrix, class_of, numbers
from rnet.formulas.formula import Formula
from rnet.formulas.model_frame import ModelFrame, model_frame, model_frame_for
from rnet.formulas.model_matrix import DesignMatrix, model_matrix
from rnet.formulas.reformulate import reformulate
from rnet.formulas.terms import Terms, terms_of
from rnet.values import named_matrix, row_names

Doubles = npt.NDArray[np.float64]
Wholes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Encoder:
    """What new data need to become inputs.

    Attributes
    ----------
    terms : Terms
        The terms with the encoding of the variables.
    input_names : tuple of str
        The columns of the design matrix but the intercept.
    image : tuple of int or None
        Height and width, where the inputs are the pixels of a picture row by row.
    """

    terms: Terms
    input_names: tuple[str, ...]
    image: tuple[int, ...] | None

    def inputs(self, newdata: Any) -> tuple[Doubles, list[str]]:
        """Return inputs of new cases, shape (n, p), and their names.

        A data frame is encoded by its column names; of an array the columns are the inputs, and
        one dimension is one case.

        Raises
        ------
        RError
            For unknown variables, a wrong number of columns, and missing values.
        """
        if isinstance(newdata, pd.DataFrame) and not _is_inputs(newdata, self.input_names):
            frame = model_frame_for(self.terms, newdata)
            x, _ = _inputs(model_matrix(frame))
            names = list(frame.row_names)
        else:
            x, names = numeric_rows(newdata)
        if x.ndim != 2 or x.shape[1] != len(self.input_names):
            raise RError(
                f"'newdata' has {x.shape[-1]} columns, the model {len(self.input_names)} inputs",
                "Give the variables the model was fitted to.",
            )
        check_complete(x, self.input_names)
        return x, names

    def pictures(self, values: Doubles, rows: Sequence[str]) -> pd.DataFrame:
        """Return values of the inputs, shape (n, p), as a matrix with names; pictures stay such."""
        found = named_matrix(values, rows, self.input_names)
        if self.image is not None:
            found.attrs["image"] = self.image
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Cases:
    """Inputs and targets of n cases.

    Attributes
    ----------
    x : ndarray, shape (n, p)
    y : ndarray or None, shape (n, k)
        Numbers, or one indicator column for each class; None without a response.
    levels : tuple of str or None
        The classes of a factor response, in the order of the columns of `y`.
    target_names : tuple of str
        The classes, or the response as it is written.
    row_names : list of str
    encoder : Encoder
    factor_levels : tuple of str or None
        All levels of a factor response, also those of no case.
    """

    x: Doubles
    y: Doubles | None
    levels: tuple[str, ...] | None
    target_names: tuple[str, ...]
    row_names: list[str]
    encoder: Encoder
    factor_levels: tuple[str, ...] | None = None

    def __len__(self) -> int:
        return len(self.x)

    @property
    def codes(self) -> Wholes:
        """The class of each case, counted from 0."""
        assert self.y is not None
        return np.asarray(np.argmax(self.y, axis=1), dtype=np.int64)


def cases_of(formula: str | Formula, data: Any, *, response: bool) -> Cases:
    """Return the arrays of a formula.

    Parameters
    ----------
    formula : str or Formula
    data : DataFrame
        Its `attrs["image"]`, where there, is the height and width of the pictures in its rows.
    response : bool
        Whether there is to be one; a factor (also text, logical values) means classes.

    Raises
    ------
    RError
        For a formula with or without response where the other is needed, an offset, missing or
        infinite values, dates, a response with one class only, no cases, no inputs.
    """
    # Complete cases are not picked in silence: a net would hide how few there were.
    frame = model_frame(formula, data, na_action="na.pass")
    has = frame.response is not None
    if has and not response:
        raise RError("response not allowed in formula", "Write `~ .` or `~ . - class`.")
    if response and not has:
        raise RError("the formula has no response", "Write `class ~ .`.")
    if frame.offset is not None:
        raise RError("a net takes no offset", "Leave `offset()` out of the formula.")
    design = model_matrix(frame)
    _check_no_dates(_used(design.terms), data)
    x, names = _inputs(design)
    if not len(x) or not names:
        what = "cases" if names else "inputs"
        raise RError(f"there are no {what}", "A net learns from rows and columns of numbers.")
    check_complete(x, names)
    encoder = Encoder(_used(design.terms), tuple(names), _image(data, len(names)))
    if not response:
        return Cases(x, None, None, (), list(frame.row_names), encoder)
    y, levels, targets = _targets(frame)
    every = _factor_levels(frame.response) if levels else None
    return Cases(x, y, levels, targets, list(frame.row_names), encoder, every)


def _check_no_dates(terms: Terms, data: Any) -> None:
    """Refuse dates: as numbers they are days since 1970, far larger than all else."""
    if not isinstance(data, pd.DataFrame):
        return
    for name in {label.strip("`") for label in terms.variable_labels} & set(data.columns):
        if pd.api.types.is_datetime64_any_dtype(data[name].dtype):
            raise RError(
                f"'{name}' is a date",
                f"Leave it out (`. - {name}`), or make numbers of it before, such as days since "
                "the first, or the month.",
            )


def inputs_of(encoder: Encoder, cases: Cases | None, newdata: Any) -> tuple[Doubles, list[str]]:
    """Return new cases, or without any those fitted, as inputs with their names."""
    if newdata is not None:
        return encoder.inputs(newdata)
    if cases is not None:
        return cases.x, cases.row_names
    raise RError(
        'argument "newdata" is missing, with no default',
        "A model from a file does not have the cases it was fitted to.",
    )


def check_complete(values: Doubles, names: Sequence[str]) -> None:
    """Refuse missing and infinite values, naming the first column that has one.

    Raises
    ------
    RError
        `missing values in 'p3'`, `infinite values in 'p3'`
    """
    if np.isfinite(values).all():
        return
    column = int(np.argmin(np.isfinite(values).all(axis=0)))
    if np.isnan(values[:, column]).any():
        raise RError(
            f"missing values in '{names[column]}'",
            "Drop incomplete rows (`na_omit`) or `impute` them.",
        )
    raise RError(
        f"infinite values in '{names[column]}'",
        "Find where they come from (log(0), 1/0) and make them numbers, or leave out their rows.",
    )


def numeric_rows(values: Any) -> tuple[Doubles, list[str]]:
    """Return numbers by case, shape (n, columns), and the cases' names; a vector is one case.

    Raises
    ------
    RError
        `'newdata' must be numeric` for text.
    """
    try:
        x = np.atleast_2d(np.asarray(values, dtype=np.float64))
    except (TypeError, ValueError):
        raise RError("'newdata' must be numeric", "Give a data frame or an array.") from None
    named = isinstance(values, pd.DataFrame)
    return x, row_names(values) if named else [str(number + 1) for number in range(len(x))]


def _is_inputs(frame: pd.DataFrame, names: Sequence[str]) -> bool:
    """Whether the columns are the inputs themselves, so that there is nothing to encode."""
    same = frame.shape[1] == len(names) and [str(name) for name in frame.columns] == list(names)
    return same and all(pd.api.types.is_any_real_numeric_dtype(kind) for kind in frame.dtypes)


def _used(of: Terms) -> Terms:
    """Return the terms without variables that only stand to be left out: `digit` in `. - digit`.

    R asks for them in new data too.
    """
    members = {position for term in of.members for position in term}
    if members >= set(range(of.response, len(of.variables))) or not of.labels:
        return of
    right = reformulate(of.labels, intercept=bool(of.intercept)).right
    fewer = terms_of(Formula(of.formula.response, right), None)
    return replace(fewer, encoding=of.encoding)


def _inputs(design: DesignMatrix) -> tuple[Doubles, list[str]]:
    kept = np.flatnonzero(np.asarray(design.assign) > 0)
    values = np.ascontiguousarray(design.values[:, kept], dtype=np.float64)
    return values, [design.column_names[place] for place in kept]


def _image(data: Any, inputs: int) -> tuple[int, ...] | None:
    """Return the size of the pictures, where the inputs are all their pixels.

    Raises
    ------
    RError
        If what the data say is no size. Of a size that cannot be that of the data a warning tells.
    """
    image = getattr(data, "attrs", {}).get("image")
    if image is None:
        return None
    sides = np.atleast_1d(np.asarray(image))
    if (
        sides.ndim != 1
        or len(sides) not in (2, 3)
        or sides.dtype.kind not in "iu"
        or min(sides) < 1
    ):
        raise RError(
            f"attrs['image'] of the data is no size of pictures: {image!r}",
            "It is (height, width) or (height, width, channels).",
        )
    pixels = int(np.prod(sides))
    if pixels == inputs:
        return tuple(int(side) for side in sides)
    chosen = pixels <= data.shape[1] or 2 * inputs < pixels  # some of the pixels
    if pixels < inputs or not chosen:
        shown = " x ".join(map(str, sides))
        warn(
            f"pictures of {shown} pixels have {pixels} columns, the model {inputs} inputs",
            "attrs['image'] of the data is not used: mend it, or leave other columns out.",
        )
    return None


def _targets(frame: ModelFrame) -> tuple[Doubles, tuple[str, ...] | None, tuple[str, ...]]:
    response = frame.response
    label = next(iter(frame.variables))
    assert response is not None
    if class_of(response) in ("factor", "ordered", "character", "logical"):
        y, levels = _indicators(response, label)
        return y, levels, levels
    if isinstance(response, Matrix):
        names = response.column_names or [
            f"{label}.{k + 1}" for k in range(response.values.shape[1])
        ]
        y = np.asarray(response.values, dtype=np.float64)
    else:
        names, y = [label], numbers(response)[:, None]
    check_complete(y, names)
    return y, None, tuple(names)


def _indicators(response: Column, label: str) -> tuple[Doubles, tuple[str, ...]]:
    factor = response if isinstance(response, pd.Categorical) else _as_factor(response)
    if (factor.codes < 0).any():
        raise RError(f"missing values in '{label}'", "Drop incomplete rows (`na_omit`).")
    used = np.unique(factor.codes)
    if len(used) < 2:
        raise RError(
            f"the response '{label}' has one class only", "Learning classes needs two or more."
        )
    y = (np.asarray(factor.codes)[:, None] == used).astype(np.float64)
    return y, tuple(str(factor.categories[code]) for code in used)


def _factor_levels(response: Any) -> tuple[str, ...]:
    factor = response if isinstance(response, pd.Categorical) else _as_factor(response)
    return tuple(str(level) for level in factor.categories)


def _as_factor(column: Column) -> pd.Categorical:
    if class_of(column) == "logical":
        spelt = {0.0: "FALSE", 1.0: "TRUE"}
        return pd.Categorical([spelt.get(truth) for truth in numbers(column).tolist()])
    return pd.Categorical(np.asarray(column, dtype=object).tolist())

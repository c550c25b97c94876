"""Responses and predictors of a network: what `neuralnet` makes of formula and data.

The package reads formulas in its own way: the left side is terms (`AND + OR` are two responses),
and a predictor is a column of the data and nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.all_vars import all_vars
from rnet.formulas.columns import Column, as_column, class_of, numbers, strings
from rnet.formulas.formula import Formula, parse_formula
from rnet.formulas.model_frame import ModelFrame, model_frame
from rnet.formulas.terms import Terms, terms
from rnet.printing.collation import sorted_strings
from rnet.printing.numbers import format_real
from rnet.values import named_matrix, row_names

Doubles = npt.NDArray[np.float64]

NOT_NUMERIC = "requires numeric/complex matrix/vector arguments"
NO_COLUMN = "undefined columns selected"
NON_CONFORMABLE = "non-conformable arrays"
ONE_CLASS = "contrasts can be applied only to factors with 2 or more levels"


@dataclass(frozen=True, slots=True, eq=False)
class ModelData:
    """What a network is trained on.

    Attributes
    ----------
    frame : DataFrame
        The data as given, as data frame.
    responses, variables : tuple of str
        R's `model.list`: names of the responses and of the predictors.
    response : DataFrame
        A matrix, n x responses, of numbers or of logical values.
    covariate : DataFrame
        A matrix, n x predictors.
    row_names : list of str or None
        Row names of the data; None where they only count.
    training_error : RError or None
        What R stops with when the first repetition is trained (its weights are drawn by then).
    """

    frame: pd.DataFrame
    responses: tuple[str, ...]
    variables: tuple[str, ...]
    response: pd.DataFrame
    covariate: pd.DataFrame
    row_names: list[str] | None
    training_error: RError | None


def model_data(formula: str | Formula, data: Any) -> ModelData:
    """Return the matrices of a formula and a data frame.

    Raises
    ------
    RError
        `undefined columns selected`, `object 'y' not found`, ... as R.
    """
    frame = as_data_frame(data)
    if not len(frame):
        raise RError("the data has no rows", "R answers with a fit that means nothing.")
    parsed = parse_formula(formula)
    variables = terms(parsed, frame).labels
    left = terms(Formula(None, parsed.right if parsed.response is None else parsed.response), frame)
    if not left.labels:
        raise RError("the formula has no response", f"`{parsed}` names no response.")
    for name in all_vars(left.formula.right):
        if name in frame.columns:
            _refuse_dates(name, frame.loc[:, [name]].iloc[:, 0])
    predictors = numeric_matrix(picked_columns(frame, variables), len(frame))
    names = matrix_row_names(frame)
    found, responses, failure = _response(left, model_frame(left, frame))
    if len(found) != len(frame) or found.shape[1] != len(responses):
        failure = failure or _not_conformable(left, found, frame)
    if not isinstance(predictors, np.ndarray):
        failure, predictors = predictors, np.zeros((len(frame), len(variables)))
    return ModelData(
        frame=frame,
        responses=tuple(responses),
        variables=variables,
        response=found,
        covariate=named_matrix(predictors, names, variables),
        row_names=names,
        training_error=failure,
    )


def as_data_frame(data: Any) -> pd.DataFrame:
    """Return what R's `as.data.frame` makes of data: columns V1, V2, ... for a plain matrix."""
    if isinstance(data, pd.DataFrame):
        return data
    if isinstance(data, Mapping):
        single = bool(data) and all(np.ndim(value) == 0 for value in data.values())
        try:
            return pd.DataFrame(dict(data), index=[0] if single else None)
        except (TypeError, ValueError) as error:
            raise RError(f"cannot make a data frame of these data: {error}") from error
    values = np.asarray(data)
    if values.ndim != 2:
        raise RError(
            f'cannot coerce class ‘"{type(data).__name__}"’ to a data.frame',
            "Give a pandas DataFrame, a dictionary of columns or a two-dimensional array.",
        )
    return pd.DataFrame(values, columns=[f"V{j + 1}" for j in range(values.shape[1])])


def matrix_row_names(frame: pd.DataFrame) -> list[str] | None:
    """Return the row names R's `as.matrix` keeps: none where they only count the rows."""
    index = frame.index
    counts = isinstance(index.dtype, np.dtype) and index.dtype.kind in "iu" and index.name is None
    if counts and np.array_equal(index.to_numpy(), np.arange(len(frame))):
        return None
    return row_names(frame)


def numeric_matrix(columns: Sequence[Column], rows: int) -> Doubles | RError:
    """Return columns side by side as doubles, or the error R has for text and factors."""
    if not columns:
        return np.empty((rows, 0))
    if any(class_of(column) in ("factor", "ordered", "character") for column in columns):
        return RError(
            NOT_NUMERIC,
            "A predictor is a factor or text. Make 0/1 columns of it first, for instance with "
            "model_matrix or pandas.get_dummies.",
        )
    return np.column_stack([numbers(column) for column in columns]).astype(np.float64)


def picked_columns(frame: pd.DataFrame, names: Sequence[str]) -> list[Column]:
    """Return columns of a data frame by name.

    Raises
    ------
    RError
        `undefined columns selected`
    """
    known = {str(name): position for position, name in reversed(list(enumerate(frame.columns)))}
    absent = [name for name in names if name not in known]
    if absent:
        have = ", ".join(list(known)[::-1][:10]) + (", ..." if len(known) > 10 else "")
        plain = absent[0].strip("`")
        advice = f"`{plain}` is no column of the data ({have}). Interactions and functions of "
        if plain in known:
            advice = f"R does not find the name `{plain}`; rename that column."
        else:
            advice += "columns must be made columns first."
        raise RError(NO_COLUMN, advice)
    return [_column(frame, known[name]) for name in names]


def _refuse_dates(name: str, column: "pd.Series[Any]") -> None:
    """Refuse dates: R's `as.matrix` makes text of them."""
    if column.dtype.kind == "M":
        advice = f"`{name}` holds dates; make a column of numbers of it first."
        raise RError(NOT_NUMERIC, advice)


def all_columns(frame: pd.DataFrame) -> list[Column]:
    """Return the columns of a data frame in their order."""
    return [_column(frame, position) for position in range(frame.shape[1])]


def _column(frame: pd.DataFrame, position: int) -> Column:
    name, values = str(frame.columns[position]), frame.iloc[:, position]
    _refuse_dates(name, values)
    column = as_column(values, name)
    assert column is not None  # only NULL gives None
    return column


def _response(left: Terms, frame: ModelFrame) -> tuple[pd.DataFrame, Sequence[str], RError | None]:
    columns = list(frame.variables.values())
    if any(class_of(column) in ("factor", "ordered", "character") for column in columns):
        if len(columns) > 1:
            warn(
                f"only the first response, `{left.labels[0]}`, was used",
                "R turns all responses to text when one is a factor or text, and uses the first.",
            )
        found, classes = _class_columns(_as_text(columns[0]))
        return found, classes, None
    values = np.column_stack([_matrix(column) for column in columns])
    return _named(values, frame, left), left.labels, None


def _named(values: npt.NDArray[Any], frame: ModelFrame, left: Terms) -> pd.DataFrame:
    names = left.frame_names if values.shape[1] == len(left.frame_names) else None
    return named_matrix(values, frame.row_names, names)


def _matrix(column: Column) -> npt.NDArray[Any]:
    if isinstance(column, np.ndarray) and column.dtype.kind == "b":
        return column[:, None]
    values = numbers(column)
    return values if values.ndim == 2 else values[:, None]


def _as_text(column: Column) -> list[str]:
    """Return a column as R's `as.matrix` writes it beside text: numbers of a common width."""
    if class_of(column) == "numeric":
        return format_real(numbers(column))
    return [str(text) for text in strings(column)]


def _class_columns(texts: list[str]) -> tuple[pd.DataFrame, list[str]]:
    """Return one logical column for each distinct text, in R's sorted order."""
    classes = sorted_strings(set(texts))
    if len(classes) < 2:
        raise RError(ONE_CLASS, f"The response has no value but {classes}.")
    values = np.array([[text == name for name in classes] for text in texts])
    return named_matrix(values, [str(i + 1) for i in range(len(texts))], classes), classes


def _not_conformable(left: Terms, response: pd.DataFrame, frame: pd.DataFrame) -> RError:
    if len(response) != len(frame):
        missing = len(frame) - len(response)
        return RError(
            NON_CONFORMABLE,
            f"The response is missing in {missing} row(s); drop them from the data first.",
        )
    return RError(
        NON_CONFORMABLE,
        f"The left side has {len(left.labels)} term(s) but {response.shape[1]} column(s): `+` "
        "joins responses; write arithmetic inside I(), or make it a column first.",
    )

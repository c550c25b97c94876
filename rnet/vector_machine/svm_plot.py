"""What `plot` of a machine shows: predictions over two variables, and the training points."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.all_vars import all_vars
from rnet.formulas.columns import as_column, class_of
from rnet.formulas.formula import Formula, parse_formula
from rnet.formulas.model_frame import model_frame_for
from rnet.formulas.variables import data_frame
from rnet.language.tree import Node, Symbol
from rnet.values import row_names
from rnet.vector_machine.predict_svm import predict_svm
from rnet.vector_machine.svm_model import SVM

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class SvmPlot:
    """A picture of a machine.

    Attributes
    ----------
    x, y : numpy.ndarray, shape (grid,)
        Values of the horizontal and the vertical variable.
    z : numpy.ndarray, shape (grid, grid)
        Class code from 1, or predicted number, at x[i], y[j].
    classes : list of str
        Names of the classes by code; empty for a regression.
    point_x, point_y : numpy.ndarray, shape (n,)
        The data.
    codes : numpy.ndarray of int, shape (n,)
        Their classes, from 1.
    is_support : numpy.ndarray of bool, shape (n,)
        Which of them are support vectors.
    x_label, y_label, title : str
    """

    x: Doubles
    y: Doubles
    z: Doubles
    classes: list[str]
    point_x: Doubles
    point_y: Doubles
    codes: npt.NDArray[np.intp]
    is_support: npt.NDArray[np.bool_]
    x_label: str
    y_label: str
    title: str


def svm_plot(
    fit: SVM, data: Any, formula: str | Formula | None, grid: int, slices: Mapping[str, Any]
) -> SvmPlot:
    """Return the picture; the parameters are those of `plot`."""
    frame = _frame(fit, data)
    vertical, horizontal = _axes(fit, frame, formula)
    v, h = _values(frame, vertical), _values(frame, horizontal)
    x, y = _spread(h, grid), _spread(v, grid)
    at_x, at_y = np.meshgrid(x, y, indexing="ij")
    columns = {name: _held(frame[name], name, slices) for name in _predictors(fit, frame)}
    columns |= {vertical: at_y.ravel(), horizontal: at_x.ravel()}
    cells = pd.DataFrame(columns, index=range(at_x.size))
    predicted = predict_svm(fit, cells)
    return SvmPlot(
        x=x,
        y=y,
        z=_codes(fit, predicted).reshape(at_x.shape),
        classes=_class_names(fit),
        point_x=h,
        point_y=v,
        codes=_point_codes(fit, frame),
        is_support=_support(fit, frame),
        x_label=horizontal,
        y_label=vertical,
        title=_title(fit),
    )


def _frame(fit: SVM, data: Any) -> pd.DataFrame:
    if fit.terms is None and isinstance(data, np.ndarray):
        if data.ndim != 2 or data.shape[1] != len(fit.column_names):
            raise RError("test data does not match model !", "Give the training data.")
        return pd.DataFrame(data, columns=fit.column_names)
    frame = data_frame(data)
    if frame is None:
        raise RError('argument "data" is missing, with no default', "Give the training data.")
    return frame


def _predictors(fit: SVM, frame: pd.DataFrame) -> list[str]:
    """Return the variables the machine predicts from."""
    if fit.terms is None:
        wanted = fit.column_names
    else:
        variables = fit.terms.variables[fit.terms.response :]
        wanted = list(dict.fromkeys(name for node in variables for name in all_vars(node)))
    for name in wanted:
        if name not in frame.columns and fit.terms is None:
            raise RError(f"object '{name}' not found", "It is not a column of the data.")
    return [name for name in wanted if name in frame.columns]


def _axes(fit: SVM, frame: pd.DataFrame, formula: str | Formula | None) -> tuple[str, str]:
    """Return the names of the vertical and the horizontal variable."""
    predictors = _predictors(fit, frame)
    if formula is None:
        if len(predictors) != 2:
            raise RError(
                "missing formula.",
                f"Say which of {', '.join(predictors)} to show: formula='vertical ~ horizontal'.",
            )
        return predictors[0], predictors[1]
    wanted = parse_formula(formula)
    vertical, horizontal = _name(wanted.response), _name(wanted.right)
    for name in (vertical, horizontal):
        if name not in predictors:
            raise RError(f"object '{name}' not found", f"Predictors: {', '.join(predictors)}.")
    if vertical == horizontal:
        raise RError("missing formula.", "It takes two different variables.")
    return vertical, horizontal


def _name(node: Node | None) -> str:
    if not isinstance(node, Symbol):
        raise RError("missing formula.", "It is two variables: 'vertical ~ horizontal'.")
    return node.name


def _values(frame: pd.DataFrame, name: str) -> Doubles:
    column = as_column(frame[name], name)
    if column is None or class_of(column) not in ("numeric", "logical"):
        raise RError("‘range’ not meaningful for factors", f"‘{name}’ must hold numbers.")
    return np.asarray(frame[name], dtype=np.float64)


def _spread(values: Doubles, grid: int) -> Doubles:
    known = values[np.isfinite(values)]
    if not len(known):
        raise RError("'from' must be a finite number", "The variable has no values.")
    # As R's seq(): from + i * step.
    low, high = float(known.min()), float(known.max())
    steps = low + np.arange(grid) * ((high - low) / (grid - 1))
    steps[-1] = high
    return np.asarray(steps)


def _held(column: "pd.Series[Any]", name: str, slices: Mapping[str, Any]) -> Any:
    """Return the value at which a variable that is not shown is held."""
    kind = class_of(as_column(column, name))  # type: ignore[arg-type]
    if kind in ("numeric", "logical"):
        value = slices.get(name, 0)
        return bool(value) if kind == "logical" else float(value)
    levels = pd.Categorical(column).categories
    level = slices.get(name, levels[0])
    if level not in levels:
        raise RError(
            f"Level “{level}” could not be found in factor ‘{name}’",
            f"Levels are: {', '.join(map(str, levels))}.",
        )
    return level


def _class_names(fit: SVM) -> list[str]:
    if fit.settings.type.regresses:
        return []
    return fit.class_levels or ["FALSE", "TRUE"]


def _codes(fit: SVM, predicted: Any) -> Doubles:
    """Return class codes from 1, or the numbers of a regression."""
    if fit.settings.type.classifies:
        return np.asarray(predicted.cat.codes + 1, dtype=np.float64)
    shift = 0 if fit.settings.type.regresses else 1
    return np.asarray(predicted, dtype=np.float64) + shift


def _point_codes(fit: SVM, frame: pd.DataFrame) -> npt.NDArray[np.intp]:
    """Return the classes of the data: the observed ones, where the data hold them."""
    nothing = np.ones(len(frame), dtype=np.intp)
    if not fit.settings.type.classifies:
        return nothing
    if fit.terms is not None:
        try:
            observed = model_frame_for(fit.terms, frame, response=True).response
        except RError:
            return nothing
        texts = pd.Series(observed).astype(str)
        return np.asarray(pd.Categorical(texts, fit.class_levels).codes + 1, dtype=np.intp)
    complete = frame[fit.column_names].notna().all(axis=1).to_numpy()
    nothing[complete] = predict_svm(fit, frame.loc[complete, fit.column_names]).cat.codes + 1  # type: ignore[union-attr]
    return nothing


def _support(fit: SVM, frame: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Return which rows of the data are support vectors: by row name, or place if names repeat."""
    names = row_names(frame)
    if len(set(names)) == len(names):
        return np.isin(names, list(fit.SV.index))
    marks = np.zeros(len(names), dtype=np.bool_)
    used = np.flatnonzero(fit.left_out.kept)[fit.solution.index]
    marks[used[used < len(names)]] = True
    return marks


def _title(fit: SVM) -> str:
    if fit.settings.type.classifies:
        return "SVM classification plot"
    return f"SVM {'regression' if fit.settings.type.regresses else 'one-classification'} plot"

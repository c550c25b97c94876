"""Training data of a machine, from a formula or from a matrix and a response."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import Column, as_column, class_of, missing, take
from rnet.formulas.evaluate import Scope
from rnet.formulas.formula import Formula
from rnet.formulas.left_out import LeftOut
from rnet.formulas.model_frame import ModelFrame, model_frame
from rnet.formulas.model_matrix import DesignMatrix, model_matrix
from rnet.formulas.na_action import na_action_named
from rnet.formulas.subset import subset_rows
from rnet.formulas.terms import Terms
from rnet.frames import UserVariables
from rnet.values import is_matrix
from rnet.vector_machine.kernels import Rows
from rnet.vector_machine.matrix_input import MISSING, MatrixInput, incomplete_rows, read_matrix
from rnet.vector_machine.sparse import is_sparse


@dataclass(frozen=True, slots=True)
class TrainingData:
    """Complete rows to train on.

    Attributes
    ----------
    x : numpy.ndarray or csr_matrix, shape (n, p)
        Predictors, not scaled yet.
    y : Column or None
        The response, n values; None without one.
    column_names, row_names : list of str
        p and n names; none for the columns of a sparse matrix.
    to_scale : numpy.ndarray of bool, shape (p,)
        Which columns are to be scaled.
    left_out : LeftOut
        Which rows were left out for missing values.
    terms : Terms or None
        The formula, with the encoding of its variables.
    default_gamma : float
        1 / p; 1 for a plain vector, infinite without columns.
    """

    x: Rows
    y: Column | None
    column_names: list[str]
    row_names: list[str]
    to_scale: npt.NDArray[np.bool_]
    left_out: LeftOut
    terms: Terms | None
    default_gamma: float


def data_of_formula(
    formula: str | Formula | Terms, data: Any, subset: Any, na_action: Any, scale: Any
) -> TrainingData:
    """Return the training data a formula describes.

    Parameters
    ----------
    formula : str, Formula or Terms
        The intercept is dropped whatever the formula says: the first factor gets a column for
        every level. An offset is ignored.
    data, subset, na_action
        As in `model_frame`.
    scale : bool or sequence of bool
        One value, or one for each term. Main effects of factors, logical and character
        variables are never scaled.
    """
    source = data.set_axis(list(data.columns), axis=1) if _is_frame_of_matrix(data) else data
    frame = model_frame(formula, source, subset=subset, na_action=na_action)
    design = model_matrix(replace(frame, terms=replace(frame.terms, intercept=0)))
    return TrainingData(
        x=design.values,
        y=frame.response,
        column_names=list(design.column_names),
        row_names=list(frame.row_names),
        to_scale=_columns_to_scale(frame, design, scale),
        left_out=frame.left_out,
        terms=design.terms,
        default_gamma=_default_gamma(design.values.shape[1]),
    )


def data_of_matrix(x: Any, y: Any, subset: Any, na_action: Any, scale: Any) -> TrainingData:
    """Return the training data of predictors and a response that need no formula.

    Parameters
    ----------
    x : DataFrame, two-dimensional array, sparse matrix or vector
        Numbers only; a sparse matrix must be complete and is not scaled.
    y : array_like or None
        The response.
    subset, na_action
        Rows to use, and what to do with those that miss a value.
    scale : bool or sequence of bool
        One value, or one for each column, repeated as needed.
    """
    if x is None:
        raise RError(
            'argument "x" is missing, with no default',
            "Call svm(formula, data), or svm(x, y) with predictors and response.",
        )
    predictors = read_matrix(x)
    response = as_column(y, "y")
    rows, columns = predictors.values.shape
    if response is not None and len(response) != rows:
        raise RError(
            f"arguments imply differing number of rows: {len(response)}, {rows}",
            "x and y must have the same rows.",
        )
    if subset is not None:
        chosen = subset_rows(subset, Scope(None, UserVariables()))
        positions = np.arange(rows) if chosen is None else chosen(rows)
        predictors = _rows_of(predictors, positions)
        response = None if response is None else take(response, positions)
    sparse = is_sparse(predictors.values)
    incomplete = incomplete_rows(predictors.values)
    if response is not None:
        incomplete |= missing(response)
    if sparse and incomplete.any():
        raise RError(MISSING, "With a sparse matrix of predictors no response may be missing.")
    action = na_action_named(na_action)
    kept = action.kept(incomplete)
    used = _rows_of(predictors, np.flatnonzero(kept))
    return TrainingData(
        x=used.values,
        y=None if response is None else take(response, kept),
        column_names=[] if sparse else used.column_names or _names_of_unnamed(columns),
        row_names=used.row_names,
        to_scale=_recycled(None if sparse else scale, columns),
        left_out=LeftOut(kept, predictors.row_names, action.pads),
        terms=None,
        default_gamma=1.0 if predictors.is_vector else _default_gamma(columns),
    )


def _is_frame_of_matrix(data: Any) -> bool:
    return isinstance(data, pd.DataFrame) and is_matrix(data)


def _default_gamma(columns: int) -> float:
    return 1.0 / columns if columns else float("inf")


def _columns_to_scale(frame: ModelFrame, design: DesignMatrix, scale: Any) -> npt.NDArray[np.bool_]:
    """Return which columns are to be scaled: none whose term is a main effect of classes."""
    columns = design.values.shape[1]
    wanted = _truth_values(scale)
    if not wanted.size or (wanted.size == 1 and not wanted[0]):
        return np.zeros(columns, dtype=np.bool_)
    terms, names = frame.terms, frame.terms.frame_names
    unscaled = set(np.flatnonzero(~wanted) + 1) if wanted.size > 1 else set()
    for number, members in enumerate(terms.members, start=1):
        variable = frame.variables[names[members[0]]]
        classes = ("factor", "ordered", "logical", "character")
        if len(members) == 1 and class_of(variable) in classes:
            unscaled.add(np.intp(number))
    return np.array([number not in unscaled for number in design.assign], dtype=np.bool_)


def _recycled(scale: Any, columns: int) -> npt.NDArray[np.bool_]:
    wanted = _truth_values(scale)
    if wanted.size > columns:
        raise RError("(subscript) logical subscript too long", f"x has {columns} columns.")
    return np.resize(wanted, columns) if wanted.size else np.zeros(columns, dtype=np.bool_)


def _truth_values(scale: Any) -> npt.NDArray[np.bool_]:
    if scale is None:
        return np.zeros(0, dtype=np.bool_)
    values = np.atleast_1d(np.asarray(scale))
    if values.dtype.kind not in "biuf" or (values.dtype.kind == "f" and np.isnan(values).any()):
        raise RError("missing value where TRUE/FALSE needed", "Give `scale` as True and False.")
    return values.astype(np.bool_)


def _rows_of(predictors: MatrixInput, positions: npt.NDArray[np.int64]) -> MatrixInput:
    names = [predictors.row_names[position] for position in positions]
    return replace(predictors, values=predictors.values[positions], row_names=names)


def _names_of_unnamed(columns: int) -> list[str]:
    return ["x"] if columns == 1 else [str(number) for number in range(1, columns + 1)]

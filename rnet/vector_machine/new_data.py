"""Bring new rows into the shape a fitted machine can read."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import as_column, missing
from rnet.formulas.left_out import LeftOut
from rnet.formulas.model_frame import model_frame_for
from rnet.formulas.model_matrix import model_matrix
from rnet.formulas.na_action import na_action_named
from rnet.formulas.terms import Terms
from rnet.formulas.variables import data_frame
from rnet.values import row_names
from rnet.vector_machine.kernels import Rows
from rnet.vector_machine.matrix_input import incomplete_rows, read_matrix
from rnet.vector_machine.sparse import is_sparse, known_numbers
from rnet.vector_machine.svm_model import SVM

WRONG_COLUMNS = "test data does not match model !"


@dataclass(frozen=True, slots=True)
class NewRows:
    """New rows as the columns of a machine.

    Attributes
    ----------
    values : numpy.ndarray or csr_matrix, shape (n, p)
    row_names : list of str
        n names.
    left_out : LeftOut
        Which of the rows given are incomplete.
    """

    values: Rows
    row_names: list[str]
    left_out: LeftOut


def new_rows(fit: SVM, newdata: Any, na_action: Any) -> NewRows:
    """Return `newdata` as the machine's columns, without incomplete rows; they may be read."""
    if isinstance(newdata, NewRows):
        rows = newdata
    else:
        rows = unscaled_rows(fit.terms, fit.column_names, newdata, na_action)
    columns = fit.SV.shape[1]
    if rows.values.shape[1] != columns:
        raise RError(
            WRONG_COLUMNS, f"The machine has {columns} columns, newdata {rows.values.shape[1]}."
        )
    if not np.isfinite(known_numbers(rows.values)).all():
        raise RError("NA/NaN/Inf in foreign function call (arg 23)", "newdata must be finite.")
    if fit.scaling is None:
        return rows
    dense = rows.values.toarray() if is_sparse(rows.values) else rows.values
    return replace(rows, values=fit.scaling.apply(dense))


def unscaled_rows(
    terms: Terms | None, column_names: list[str], newdata: Any, na_action: Any = "na.omit"
) -> NewRows:
    """Return new rows as the columns of a formula's design, or as they are; not scaled yet."""
    if terms is None:
        return _by_position(newdata, na_action)
    return _by_name(terms, _with_column_names(column_names, newdata), na_action)


def _by_position(newdata: Any, na_action: Any) -> NewRows:
    given = read_matrix(newdata)
    incomplete = incomplete_rows(given.values)
    left_out = _left_out(incomplete, given.row_names, na_action)
    names = [given.row_names[position] for position in np.flatnonzero(left_out.kept)]
    return NewRows(given.values[left_out.kept], names, left_out)


def _by_name(terms: Terms, newdata: pd.DataFrame, na_action: Any) -> NewRows:
    incomplete = np.zeros(len(newdata), dtype=np.bool_)
    for place, label in enumerate(newdata.columns):
        column = as_column(newdata.iloc[:, place], str(label))
        incomplete |= missing(column) if column is not None else False
    left_out = _left_out(incomplete, row_names(newdata), na_action)
    used = newdata if left_out.kept.all() else newdata.loc[left_out.kept]
    frame = model_frame_for(terms, used)
    design = model_matrix(frame)
    return NewRows(design.values, row_names(used), left_out)


def _left_out(incomplete: npt.NDArray[np.bool_], names: list[str], na_action: Any) -> LeftOut:
    action = na_action_named(na_action)
    return LeftOut(action.kept(incomplete), names, action.pads)


def _with_column_names(column_names: list[str], newdata: Any) -> pd.DataFrame:
    """Return newdata as a DataFrame; a matrix without names gets those of the machine."""
    if isinstance(newdata, np.ndarray):
        matrix = newdata if newdata.ndim == 2 else newdata[:, None]
        if matrix.shape[1] != len(column_names):
            raise RError(
                f"length of 'dimnames' [2] not equal to array extent ({matrix.shape[1]} columns)",
                "Give newdata as a DataFrame with the variables of the formula.",
            )
        return pd.DataFrame(matrix, columns=column_names)
    frame = data_frame(newdata)
    if frame is None:
        raise RError("argument of length 0", "Give newdata as a DataFrame.")
    return frame

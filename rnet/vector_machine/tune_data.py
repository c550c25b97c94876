"""The data `tune` trains and tests on: a formula with its data, or predictors and a response."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.all_vars import all_vars
from rnet.formulas.columns import Column, as_column, take
from rnet.formulas.formula import Formula, parse_formula
from rnet.formulas.model_frame import model_frame
from rnet.formulas.terms import Terms
from rnet.vector_machine.tune_samples import Rows

NO_FORMULA = "argument is of length zero"


@dataclass(frozen=True, slots=True, eq=False)
class Test:
    """Rows to predict, and their true values; true everywhere where there is no response."""

    newdata: Any
    truth: Column


@dataclass(frozen=True, slots=True, eq=False)
class TuningData:
    """What to train on and what to test on.

    Attributes
    ----------
    x : formula, DataFrame or array
        A formula, or the predictors.
    y : Column or None
        The response of predictors without a formula.
    data : DataFrame or None
        The data of a formula.
    validation : Test or None
        Tested instead of the rows left out of a sample.
    """

    x: Any
    y: Any
    data: pd.DataFrame | None
    validation: Test | None

    @property
    def rows(self) -> int:
        """How many rows there are to draw from."""
        return int((self.x if self.data is None else self.data).shape[0])

    @property
    def is_self_contained(self) -> bool:
        """Whether the variables of the formula are all columns of the data."""
        if self.data is None:
            return True
        used = self.x if isinstance(self.x, str | Formula) else self.x.formula
        return set(all_vars(parse_formula(used))) <= {".", *map(str, self.data.columns)}

    def check(self) -> None:
        """Refuse predictors without a response for each row."""
        if self.data is not None:
            return
        if self.y is None:
            raise RError("Dependent variable has wrong type!", "Predictors need train_y.")
        if len(self.y) != self.rows:
            raise RError(
                "all arguments must have the same length",
                f"train_x has {self.rows} rows, train_y {len(self.y)}.",
            )

    def training_arguments(self, rows: Rows) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """Return the arguments that fit to some rows, as R's `tune` gives them."""
        if self.data is not None:
            return (self.x,), {"data": self.data, "subset": rows}
        positions = rows - 1
        x, y = rows_of(self.x, positions), rows_of(self.y, positions)
        return (), {"x": _dropped(x), "y": y}

    def all_arguments(self) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """Return the arguments that fit to all rows."""
        if self.data is not None:
            return (self.x,), {"data": self.data}
        return (), {"x": self.x, "y": self.y}

    def test(self, training: Rows) -> Test:
        """Return the validation set, or else the rows that were not trained on, in their order."""
        if self.validation is not None:
            return self.validation
        left = np.ones(self.rows, dtype=np.bool_)
        left[training - 1] = False
        positions = np.flatnonzero(left)
        if self.data is not None:
            return test_of_formula(self.x, self.data.iloc[positions])
        column = as_column(self.y, "train.y")
        truth = (
            np.ones(len(positions), dtype=np.bool_) if column is None else take(column, positions)
        )
        return Test(rows_of(self.x, positions), truth)


def tuning_data(
    x: Any, y: Any, data: Any, validation_x: Any, validation_y: Any, *, validates: bool
) -> TuningData:
    """Return the data, checked.

    Parameters
    ----------
    x, y, data, validation_x, validation_y
        As `tune` got them.
    validates : bool
        Whether the sampling uses a validation set.
    """
    if x is None:
        raise RError(
            'argument "train.x" is missing, with no default', "Give a formula, or x and y."
        )
    if isinstance(x, str | Formula | Terms):
        return _of_formula(x, y, data, validation_x, validation_y, validates)
    if y is None and not isinstance(x, pd.DataFrame):
        raise RError("invalid formula", "Give a formula, or predictors and train_y.")
    predictors = _matrix(x)
    validation = None
    if validates and validation_x is not None:
        column = as_column(validation_y, "validation.y")
        validation = Test(validation_x, np.zeros(0) if column is None else column)
    kept = y is None or isinstance(y, pd.Series | pd.DataFrame | pd.Categorical)
    response = y if kept else np.asarray(y)
    return TuningData(predictors, response, None, validation)


def _of_formula(
    x: Any, y: Any, data: Any, validation_x: Any, validation_y: Any, validates: bool
) -> TuningData:
    if y is not None:
        raise RError(
            NO_FORMULA, "A formula takes its response from `data`: tune(svm, 'y ~ .', data=d)."
        )
    if data is None:
        frame = model_frame(x)
        data = pd.DataFrame(frame.variables, index=pd.Index(list(frame.row_names)))
    if not isinstance(data, pd.DataFrame):
        raise RError(NO_FORMULA, "`data` must be a DataFrame.")
    validation = None
    if validates and validation_x is not None:
        if validation_y is None:
            validation = test_of_formula(x, validation_x)
        else:
            column = as_column(validation_y, "validation.y")
            validation = Test(validation_x, np.zeros(0) if column is None else column)
    return TuningData(x, None, data, validation)


def test_of_formula(formula: Any, newdata: pd.DataFrame) -> Test:
    """Return rows and the response the formula finds in those that are complete."""
    frame = model_frame(formula, newdata)
    truth = frame.response
    return Test(newdata, np.ones(len(newdata), dtype=np.bool_) if truth is None else truth)


def rows_of(values: Any, positions: npt.NDArray[Any]) -> Any:
    """Return some rows of a DataFrame, Series, array or sparse matrix."""
    if isinstance(values, pd.DataFrame | pd.Series):
        return values.iloc[positions]
    return values[positions]


def _matrix(x: Any) -> Any:
    """Return predictors that rows can be taken of; a vector is one column."""
    if isinstance(x, pd.DataFrame):
        return x
    if isinstance(x, pd.Series):
        return x.to_frame()
    if hasattr(x, "tocsr"):
        return x.tocsr()
    values = np.asarray(x)
    return values[:, None] if values.ndim == 1 else values


def _dropped(predictors: Any) -> Any:
    """Return a single column as a vector, as R's `x[rows, ]` does."""
    if isinstance(predictors, pd.DataFrame) and predictors.shape[1] == 1:
        return predictors.iloc[:, 0]
    if isinstance(predictors, np.ndarray) and predictors.shape[1] == 1:
        return predictors[:, 0]
    return predictors

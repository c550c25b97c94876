"""Predict classes and their probabilities of new cases."""

from typing import Any

import numpy as np
import pandas as pd

from rnet.bayes.conditional_tables import Doubles, Moments, Shares
from rnet.bayes.log_joint import Floor, log_densities, log_shares, most_probable, posterior
from rnet.bayes.training_data import ClassKnowledge, columns_of
from rnet.conditions import RError, warn
from rnet.formulas.columns import Column, Matrix, class_of, factor_of, numbers, strings
from rnet.values import named_matrix

MISMATCH = (
    "Type mismatch between training and new data for variable '{}'. Did you use factors with "
    "numeric labels for training, and numeric values for new data?"
)


def predict_classes(known: ClassKnowledge, newdata: Any, threshold: Any, eps: Any) -> Any:
    """Return the most probable class of each case, a Categorical."""
    joint = log_joint_of(known, newdata, floor_of(threshold, eps))
    return factor_of(most_probable(joint), known.levels, ordered=False)


def predict_probabilities(
    known: ClassKnowledge, newdata: Any, threshold: Any, eps: Any
) -> pd.DataFrame:
    """Return the probability of each class, a matrix with a column for each."""
    joint = log_joint_of(known, newdata, floor_of(threshold, eps))
    return named_matrix(posterior(joint), None, list(known.levels))


def floor_of(threshold: Any, eps: Any) -> Floor:
    """Return the rule for small probabilities, or R's error when it is made of text."""
    for value in (threshold, eps):
        if isinstance(value, str) or value is None or np.ndim(value):
            raise RError(
                "Non-numeric argument to mathematical function",
                "threshold and eps are numbers.",
            )
    return Floor(float(threshold), float(eps))


def log_joint_of(known: ClassKnowledge, newdata: Any, floor: Floor) -> Doubles:
    """Return the log of class count times predictor probabilities, shape (n, classes).

    Warns
    -----
    RWarning
        For each predictor that is numeric in training only, or in the new data only.
    """
    columns = columns_of(newdata, "newdata")
    rows = max((len(column) for column in columns.values()), default=0)
    for name, table in known.tables.items():
        if isinstance(table, Moments) != _is_numeric(columns.get(name)):
            warn(MISMATCH.format(name), stacklevel=6)
    total = np.zeros((rows, len(known.levels)))
    for name, table in known.tables.items():
        if name in columns:
            total += _contribution(columns[name], table, floor, name)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.log(known.counts) + total)


def _is_numeric(column: Column | None) -> bool:
    return column is not None and class_of(column) == "numeric"


def _contribution(column: Column, table: Moments | Shares, floor: Floor, name: str) -> Doubles:
    """Return log probabilities of one predictor; its kind in the new data decides, as in R."""
    if isinstance(column, Matrix):
        raise RError("incorrect number of dimensions", f"‘{name}’ is a matrix, not a column.")
    if class_of(column) == "numeric":
        if table.values.shape[1] < 2:
            raise RError("subscript out of bounds", f"‘{name}’ has levels, not numbers.")
        return log_densities(numbers(column), table.values[:, :2], floor)
    if isinstance(table, Moments):
        return np.zeros((len(column), len(table.values)))
    place = {label: position for position, label in enumerate(table.labels)}
    levels = np.array([place.get(text, -1) for text in strings(column)], dtype=np.int64)
    return log_shares(levels, table.values, floor)

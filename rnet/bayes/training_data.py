"""Training data of a classifier: from a formula, from columns, or from a contingency table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from rnet.bayes.conditional_tables import (
    Doubles,
    Moments,
    Shares,
    class_moments,
    level_counts,
    level_shares,
)
from rnet.conditions import RError
from rnet.evaluate.classify import Classes, classify
from rnet.evaluate.contingency_table import Table
from rnet.formulas.columns import Column, Matrix, as_column, class_of, numbers
from rnet.formulas.formula import Formula
from rnet.formulas.model_frame import model_frame
from rnet.formulas.terms import Terms, terms
from rnet.formulas.variables import data_frame
from rnet.values import axis_names

LENGTHS_OF_CLASSES = "all arguments must have the same length"
LENGTHS_OF_NUMBERS = "arguments must have same length"
NO_PREDICTORS = "subscript out of bounds"


@dataclass(frozen=True, slots=True)
class ClassKnowledge:
    """What training tells.

    Attributes
    ----------
    levels : tuple of str
        The classes.
    counts : ndarray, shape (classes,)
        How many cases each has.
    tables : dict
        Predictor name to what is known of it given the class.
    """

    levels: tuple[str, ...]
    counts: Doubles
    tables: dict[str, Moments | Shares]


def variables_of(
    formula: str | Formula | Terms, data: pd.DataFrame, subset: Any, na_action: Any
) -> tuple[Column, dict[str, Column]]:
    """Return response and predictors of a formula.

    Raises
    ------
    RError
        For interactions, a missing response, or no predictor.
    """
    of = terms(formula, data_frame(data))
    if any(order > 1 for order in of.order):
        raise RError(
            "naiveBayes cannot handle interaction terms",
            "Predictors count as independent given the class: join them with `+`.",
        )
    frame = model_frame(of, data, subset=subset, na_action=na_action)
    if frame.response is None:
        raise RError(LENGTHS_OF_CLASSES, "Put the class on the left: `class ~ predictors`.")
    names = [of.frame_names[members[0]] for members in of.members]
    if not names:
        raise RError(NO_PREDICTORS, "The formula has no predictors.")
    return frame.response, {name: frame.variables[name] for name in names}


def columns_of(x: Any, r_name: str) -> dict[str, Column]:
    """Return the columns of predictors that come without a formula, by R's names.

    Parameters
    ----------
    x : DataFrame, mapping, two-dimensional array, or vector
        Columns of a matrix without names are V1, V2, ...; a vector is called `r_name`.
    """
    if isinstance(x, pd.DataFrame):
        named = axis_names(x.columns)
        labels = _numbered(x.shape[1]) if named is None else [name or "NA" for name in named]
        items = [(label, x.iloc[:, place]) for place, label in enumerate(labels)]
    elif isinstance(x, Mapping):
        items = [(str(name), values) for name, values in x.items()]
    elif np.ndim(x) == 2:
        cells = np.asarray(x)
        items = list(zip(_numbered(cells.shape[1]), list(cells.T), strict=True))
    else:
        items = [(r_name, x)]
    columns = {name: as_column(values, name) for name, values in items}
    return {name: column for name, column in columns.items() if column is not None}


def learn(response: Any, predictors: dict[str, Column], laplace: Any) -> ClassKnowledge:
    """Count the classes and describe every predictor within them.

    Raises
    ------
    RError
        R's words for columns of other lengths, or text as `laplace`.
    """
    if not predictors:
        raise RError(NO_PREDICTORS, "Give at least one predictor.")
    classes = classes_of(response)
    tables = {name: _described(values, classes, laplace) for name, values in predictors.items()}
    counts = np.bincount(classes.codes[classes.codes >= 0], minlength=len(classes.labels))
    return ClassKnowledge(_texts(classes), counts.astype(np.float64), tables)


def learn_from_table(
    formula: str | Formula | Terms, table: Table, laplace: Any
) -> tuple[ClassKnowledge, str]:
    """Learn from the margins of a contingency table; also return the class's name.

    Predictors stand in the order of the table's dimensions, as in R.
    """
    dimensions = list(table.dnn or ())
    of = terms(formula, dimensions)
    if not of.response or of.frame_names[0] not in dimensions:
        raise RError(
            f"object '{of.frame_names[0]}' not found" if of.response else LENGTHS_OF_CLASSES,
            f"The class is a dimension of the table: {', '.join(dimensions)}.",
        )
    wanted = {of.frame_names[position] for members in of.members for position in members}
    unknown = sorted(wanted - set(dimensions))
    if unknown:
        raise RError(f"object '{unknown[0]}' not found", f"Dimensions: {', '.join(dimensions)}.")
    mains = {of.frame_names[members[0]] for members in of.members if len(members) == 1}
    target = dimensions.index(of.frame_names[0])
    cells = table.counts.astype(np.float64)
    tables: dict[str, Moments | Shares] = {}
    for axis, name in enumerate(dimensions):
        if name in mains and axis != target:
            margin = _margin(cells, target, axis)
            tables[name] = level_shares(
                margin, checked_laplace(laplace, len(margin)), _labels(table, axis)
            )
    counts = cells.sum(axis=tuple(axis for axis in range(cells.ndim) if axis != target))
    return ClassKnowledge(_labels(table, target), counts, tables), of.frame_names[0]


def classes_of(values: Any) -> Classes:
    """Return a variable as classes: a logical one has FALSE and TRUE even if one is missing."""
    column = as_column(values, "y")
    if column is None or isinstance(column, Matrix):
        raise RError(LENGTHS_OF_NUMBERS, "The class is one vector or factor.")
    if class_of(column) == "logical":
        flags = numbers(column)
        codes = np.where(np.isnan(flags), -1, flags).astype(np.int64)
        return Classes(("FALSE", "TRUE"), codes)
    return classify(column)


def checked_laplace(laplace: Any, classes: int) -> Doubles:
    """Return the smoothing as one number a class, shape (classes, 1)."""
    given = np.atleast_1d(np.asarray(laplace))
    if given.dtype.kind not in "biuf" or not given.size:
        raise RError("non-numeric argument to binary operator", "laplace is a number.")
    return np.resize(given.astype(np.float64), (classes, 1))


def _described(values: Column, classes: Classes, laplace: Any) -> Moments | Shares:
    numeric = class_of(values) == "numeric"
    if isinstance(values, Matrix) or len(values) != len(classes.codes):
        raise RError(
            LENGTHS_OF_NUMBERS if numeric or isinstance(values, Matrix) else LENGTHS_OF_CLASSES,
            f"There are {len(classes.codes)} classes and {len(values)} values.",
        )
    number = len(classes.labels)
    if numeric:
        return class_moments(numbers(values), classes.codes, number)
    found = classes_of(values)
    counts = level_counts(found.codes, classes.codes, (number, len(found.labels)))
    return level_shares(counts, checked_laplace(laplace, number), _texts(found))


def _margin(cells: Doubles, target: int, axis: int) -> Doubles:
    others = tuple(other for other in range(cells.ndim) if other not in (target, axis))
    margin = cells.sum(axis=others)
    return np.asarray(margin if target < axis else margin.T)


def _labels(table: Table, axis: int) -> tuple[str, ...]:
    return tuple("NA" if label is None else label for label in table.dimnames[axis])


def _texts(classes: Classes) -> tuple[str, ...]:
    return tuple(label or "" for label in classes.labels)


def _numbered(columns: int) -> list[str]:
    return [f"V{number}" for number in range(1, columns + 1)]

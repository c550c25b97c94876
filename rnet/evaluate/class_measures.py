"""caret's measures of one class: sensitivity, specificity, predictive values, precision, F."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.classify import Classes, classify, one_variable
from rnet.evaluate.confusion_statistics import Collapsed, collapse, f_measure
from rnet.evaluate.contingency_table import Table
from rnet.evaluate.square_table import checked_square
from rnet.evaluate.table import cross
from rnet.values import NA

Labels = str | Collection[str] | None


def sensitivity(
    data: Any, reference: Any = None, positive: str | None = None, na_rm: bool = True
) -> float:
    """Return the share of the truly positive cases that were predicted positive.

    Parameters
    ----------
    data : Categorical, Series, array_like or Table
        Predicted classes, a factor of two levels; or a square table, rows predicted.
    reference : Categorical, Series or array_like, optional
        True classes, a factor with the same two levels.
    positive : str, optional
        The positive class; default the first.
    na_rm : bool
        Whether to leave out cases without a prediction; otherwise they count as missed.

    Returns
    -------
    float
        NA without positive cases, and for a table of more than two classes without `positive`.

    Raises
    ------
    RError
        `inputs must be factors`; `input data must have the same two levels`.

    Notes
    -----
    R page: `?caret::sensitivity`.

    Examples
    --------
    >>> from rnet import Table
    >>> ab = ["a", "b"]
    >>> sensitivity(Table([[6, 1], [2, 5]], {"predicted": ab, "true": ab}))
    0.75
    """
    counts = _counts(data, reference, "inputs must be factors", keep_missing=not na_rm)
    cells = _against_rest(counts, positive)
    return NA if cells is None else cells.sensitivity


def specificity(
    data: Any, reference: Any = None, negative: Labels = None, na_rm: bool = True
) -> float:
    """Return the share of the truly negative cases that were predicted negative.

    Parameters
    ----------
    data, reference, na_rm
        As for `sensitivity`.
    negative : str or sequence of str, optional
        The negative classes; default all but the first.

    Returns
    -------
    float
        NA without negative cases.

    Notes
    -----
    R page: `?caret::specificity`.

    Examples
    --------
    >>> from rnet import Table
    >>> ab = ["a", "b"]
    >>> specificity(Table([[6, 1], [2, 3]], {"predicted": ab, "true": ab}))
    0.75
    """
    counts = _counts(data, reference, "input data must be a factor", keep_missing=not na_rm)
    cells = _without(counts, negative)
    return NA if cells is None else cells.specificity


def posPredValue(  # noqa: N802 - R's name
    data: Any, reference: Any = None, positive: str | None = None, prevalence: float | None = None
) -> float:
    """Return the chance that a case predicted positive is positive.

    Parameters
    ----------
    data, reference, positive
        As for `sensitivity`.
    prevalence : float, optional
        Share of positive cases in the population; by default in the data.

    Notes
    -----
    R page: `?caret::posPredValue`.

    Examples
    --------
    >>> from rnet import Table
    >>> ab = ["a", "b"]
    >>> posPredValue(Table([[6, 2], [2, 6]], {"predicted": ab, "true": ab}), prevalence=0.25)
    0.5
    """
    cells = _against_rest(_counts(data, reference, "inputs must be factors"), positive)
    return NA if cells is None else cells.positive_value(_rate(cells, reference, prevalence))


def negPredValue(  # noqa: N802 - R's name
    data: Any, reference: Any = None, negative: Labels = None, prevalence: float | None = None
) -> float:
    """Return the chance that a case predicted negative is negative.

    Parameters
    ----------
    data, reference, negative
        As for `specificity`.
    prevalence : float, optional
        Share of positive cases in the population; by default in the data.

    Notes
    -----
    R page: `?caret::negPredValue`.

    Examples
    --------
    >>> from rnet import Table
    >>> ab = ["a", "b"]
    >>> negPredValue(Table([[6, 2], [2, 6]], {"predicted": ab, "true": ab}), prevalence=0.25)
    0.9
    """
    cells = _without(_counts(data, reference, "input data must be a factor"), negative)
    return NA if cells is None else cells.negative_value(_rate(cells, reference, prevalence))


def precision(
    data: Any, reference: Any = None, relevant: str | None = None, na_rm: bool = True
) -> float:
    """Return the share of the cases predicted relevant that are relevant.

    Parameters
    ----------
    data, reference
        As for `sensitivity`.
    relevant : str, optional
        The relevant class; default the first.
    na_rm : bool
        Accepted as in R; cases without a class never count.

    Notes
    -----
    R page: `?caret::precision`.

    Examples
    --------
    >>> from rnet import Table
    >>> ab = ["a", "b"]
    >>> precision(Table([[6, 2], [1, 5]], {"predicted": ab, "true": ab}))
    0.75
    """
    del na_rm
    cells = _against_rest(_counts(data, reference, "input data must be a factor"), relevant)
    return NA if cells is None else cells.precision


def recall(
    data: Any, reference: Any = None, relevant: str | None = None, na_rm: bool = True
) -> float:
    """Return the share of the relevant cases that were predicted so: the sensitivity.

    Parameters
    ----------
    data, reference, relevant, na_rm
        As for `precision`.

    Notes
    -----
    R page: `?caret::recall`.

    Examples
    --------
    >>> from rnet import Table
    >>> ab = ["a", "b"]
    >>> recall(Table([[6, 1], [2, 5]], {"predicted": ab, "true": ab}))
    0.75
    """
    del na_rm
    cells = _against_rest(_counts(data, reference, "input data must be a factor"), relevant)
    return NA if cells is None else cells.sensitivity


def F_meas(  # noqa: N802 - R's name
    data: Any,
    reference: Any = None,
    relevant: str | None = None,
    beta: float = 1.0,
    na_rm: bool = True,
) -> float:
    """Return the harmonic mean of precision and recall.

    Parameters
    ----------
    data, reference, relevant, na_rm
        As for `precision`.
    beta : float, default 1
        How many times as much the recall counts.

    Notes
    -----
    R page: `?caret::F_meas`.

    Examples
    --------
    >>> from rnet import Table
    >>> ab = ["a", "b"]
    >>> F_meas(Table([[6, 2], [2, 5]], {"predicted": ab, "true": ab}))
    0.75
    """
    del na_rm
    counts = _counts(data, reference, "input data must be a factor")
    cells = collapse(counts.table.counts, counts.position(relevant))
    return f_measure(cells.precision, cells.sensitivity, beta)


@dataclass(frozen=True, slots=True)
class _Counts:
    """A square table of predicted against true classes."""

    table: Table

    @property
    def labels(self) -> list[str]:
        return [str(label) for label in self.table.dimnames[0]]

    def position(self, label: str | None) -> int:
        if label is None:
            return 0
        if label not in self.labels:
            raise RError("subscript out of bounds", f"Classes are {', '.join(self.labels)}.")
        return self.labels.index(label)


def _counts(data: Any, reference: Any, no_factor: str, *, keep_missing: bool = False) -> _Counts:
    """Return the table; `keep_missing` counts a case without prediction as predicted wrongly."""
    if reference is None:
        return _Counts(checked_square(data))
    variables = [one_variable(values) for values in (data, reference)]
    if not all(isinstance(values, pd.Categorical) for values in variables):
        raise RError(no_factor, "Give pandas Categoricals, or a table.")
    found = [classify(values) for values in variables]
    if any(len(classes.labels) != 2 for classes in found) or found[0].labels != found[1].labels:
        raise RError(
            "input data must have the same two levels", "Give a table for more than two classes."
        )
    predicted, true = found
    if keep_missing:
        codes = np.where(predicted.codes < 0, 1 - true.codes, predicted.codes)
        predicted = Classes(predicted.labels, np.where(true.codes < 0, -1, codes))
    return _Counts(cross([predicted, true], ["", ""]))


def _against_rest(counts: _Counts, label: str | None) -> Collapsed | None:
    """Return one class against the rest; None where caret leaves the choice open."""
    if label is None and len(counts.labels) > 2:
        return None
    return collapse(counts.table.counts, counts.position(label))


def _without(counts: _Counts, negative: Labels) -> Collapsed | None:
    """Return the classes that are not negative against those that are."""
    if negative is None:
        return None if len(counts.labels) > 2 else collapse(counts.table.counts, 0)
    names = [negative] if isinstance(negative, str) else list(negative)
    away = np.zeros(len(counts.labels), dtype=bool)
    away[[counts.position(name) for name in names]] = True
    cells = counts.table.counts.astype(np.float64)

    def block(rows: Any, columns: Any) -> float:
        return float(cells[np.ix_(rows, columns)].sum())

    return Collapsed(block(~away, ~away), block(~away, away), block(away, ~away), block(away, away))


def _rate(cells: Collapsed, reference: Any, prevalence: float | None) -> float:
    """Return the share of positive cases; unknown where a true class is."""
    if prevalence is not None:
        return float(prevalence)
    missing = reference is not None and bool((classify(reference).codes < 0).any())
    return NA if missing else cells.prevalence

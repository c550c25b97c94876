"""caret's `confusionMatrix`: predicted against true classes, with every usual statistic."""  # noqa: N999 - R's spelling

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from rnet.conditions import RError, warn
from rnet.evaluate.classify import Classes, classify, one_variable
from rnet.evaluate.confusion_statistics import (
    BY_CLASS,
    OVERALL,
    class_statistics,
    collapse,
    overall_statistics,
)
from rnet.evaluate.contingency_table import Table
from rnet.evaluate.print_confusionMatrix import checked_mode, format_confusion_matrix
from rnet.evaluate.square_table import checked_square
from rnet.evaluate.table import cross
from rnet.match_arg import match_arg
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.values import named_matrix

UNEQUAL_ORDER = (
    "Levels are not in the same order for reference and data. Refactoring data to match."
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ConfusionMatrix(Record):
    """A confusion matrix with its statistics.

    Attributes
    ----------
    positive : str or None
        The positive class; of more than two classes what was given.
    table : Table
        Rows predicted, columns true.
    overall : Series
        Accuracy with exact limits, Kappa, the largest class's share and two p values.
    byClass : Series or DataFrame
        Statistics of the positive class, or one row for each of more than two classes.
    mode : str
        Which of them print.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "positive", "table", "overall", "byClass", "mode",
    )  # fmt: skip

    positive: str | None
    table: Table
    overall: "pd.Series[float]"
    byClass: "pd.Series[float] | pd.DataFrame"  # noqa: N815 - R's name
    mode: str

    def __str__(self) -> str:
        """Return the text of R's print.confusionMatrix."""
        return format_confusion_matrix(self)

    def as_matrix(self, what: str = "xtabs") -> pd.DataFrame:
        """Return the table ("xtabs"), "overall" or the statistics by class as a matrix."""
        what = match_arg(what, ("xtabs", "overall", "classes"))
        if what == "xtabs":
            frame = self.table.to_pandas()
            return named_matrix(frame.to_numpy(), list(frame.index), list(frame.columns))
        if what == "overall":
            return named_matrix(self.overall.to_numpy()[:, None], list(self.overall.index))
        if isinstance(self.byClass, pd.Series):
            return named_matrix(self.byClass.to_numpy()[:, None], list(self.byClass.index))
        transposed = self.byClass.to_numpy().T
        return named_matrix(transposed, list(self.byClass.columns), list(self.byClass.index))


@console_text.register
def _(x: ConfusionMatrix, style: Style) -> str:
    return format_confusion_matrix(x, digits=style.digits)


def confusionMatrix(  # noqa: N802 - R's name
    data: Any,
    reference: Any = None,
    positive: str | None = None,
    dnn: Sequence[str] = ("Prediction", "Reference"),
    prevalence: Any = None,
    mode: str = "sens_spec",
) -> ConfusionMatrix:
    """Tabulate predicted against true classes and judge the predictions.

    Parameters
    ----------
    data : Categorical, Series, array_like or Table
        The predicted classes; or a square table, rows predicted and columns true.
    reference : Categorical, Series or array_like, optional
        The true classes.
    positive : str, optional
        The positive one of two classes; default the first.
    dnn : sequence of two str
        Names of the dimensions of the table.
    prevalence : float, or Series named by class, optional
        Shares of the classes in the population; by default in the data.
    mode : {"sens_spec", "prec_recall", "everything"}
        Which statistics print; all are there.

    Returns
    -------
    ConfusionMatrix
        The table with `overall` and `byClass` statistics.

    Raises
    ------
    RError
        caret's messages: `there must be at least 2 factors levels in the data`, `the number of
        prevalence probability must be the same as the number of levels` and others.

    Warns
    -----
    RWarning
        When the levels do not match. Where caret stops, for data with other levels or that are
        no factors, the warning carries caret's words and the table takes all classes of both.

    Notes
    -----
    R page: `?caret::confusionMatrix`. Altman and Bland (1994), BMJ 308, 1552 and 309, 102.

    Examples
    --------
    >>> import pandas as pd
    >>> truth = pd.Categorical(["no", "no", "yes", "yes"])
    >>> guess = pd.Categorical(["no", "yes", "yes", "yes"])
    >>> fit = confusionMatrix(guess, truth, positive="yes")
    >>> float(fit.overall["Accuracy"]), float(fit.byClass["Specificity"])
    (0.75, 0.5)
    """
    mode = checked_mode(mode)
    if positive is not None and not isinstance(positive, str):
        raise RError("positive argument must be character", "Give the name of a class.")
    if reference is None:
        table = checked_square(data)
    else:
        if isinstance(dnn, str) or len(dnn) != 2:
            raise RError("length of 'dimnames' [2] must match that of 'dims'", "dnn is two names.")
        table = cross(_matched_classes(data, reference), dnn)
    return _judged(table, positive, prevalence, mode)


def _judged(table: Table, positive: str | None, prevalence: Any, mode: str) -> ConfusionMatrix:
    labels = [str(label) for label in table.dimnames[0]]
    if len(labels) < 2:
        raise RError("there must be at least 2 factors levels in the data")
    overall = pd.Series(overall_statistics(table.counts), index=pd.Index(OVERALL, dtype=object))
    rates = _prevalences(prevalence, labels)
    if len(labels) > 2:
        rows = [
            class_statistics(collapse(table.counts, position), rate)
            for position, rate in enumerate(rates)
        ]
        names = [f"Class: {label}" for label in labels]
        by_class = named_matrix(np.vstack(rows), names, BY_CLASS)
        return ConfusionMatrix(positive, table, overall, by_class, mode)
    chosen = labels[0] if positive is None else positive
    if chosen not in labels:
        raise RError("subscript out of bounds", f"positive is one of {', '.join(labels)}.")
    one = class_statistics(collapse(table.counts, labels.index(chosen)), rates[0])
    named = pd.Series(one, index=pd.Index(BY_CLASS, dtype=object))
    return ConfusionMatrix(chosen, table, overall, named, mode)


def _prevalences(prevalence: Any, labels: list[str]) -> list[float | None]:
    """Return the share of each class, None where the table decides."""
    if prevalence is None:
        return [None] * len(labels)
    if isinstance(prevalence, dict):
        prevalence = pd.Series(prevalence)
    try:
        values = np.atleast_1d(np.asarray(prevalence, dtype=np.float64))
    except (TypeError, ValueError):
        raise RError("non-numeric argument to binary operator", "prevalence is a share.") from None
    if len(labels) == 2:
        if len(values) != 1:
            raise RError(
                "with two levels, the prevalence vector must have length 1",
                "Give the share of the positive class.",
            )
        return [float(values[0])] * 2
    if len(values) != len(labels):
        raise RError(
            "the number of prevalence probability must be the same as the number of levels"
        )
    if not isinstance(prevalence, pd.Series):
        raise RError(
            "with >2 classes, the prevalence vector must have names", "Give a dict or a Series."
        )
    named = dict(zip(map(str, prevalence.index), values, strict=True))
    if set(named) != set(labels):
        raise RError("subscript out of bounds", f"Names are the classes: {', '.join(labels)}.")
    return [float(named[label]) for label in labels]


def _matched_classes(data: Any, reference: Any) -> list[Classes]:
    """Return both variables with the same classes, warning where they were not."""
    factors = all(isinstance(one_variable(values), pd.Categorical) for values in (data, reference))
    predicted, true = classify(data), classify(reference)
    if predicted.labels == true.labels and factors:
        return [predicted, true]
    if factors and set(predicted.labels) <= set(true.labels):
        warn(UNEQUAL_ORDER, stacklevel=4)
        return [_relabelled(predicted, true.labels), true]
    union = tuple(dict.fromkeys([*true.labels, *predicted.labels]))
    if not factors:
        if not set(predicted.labels) <= set(true.labels):
            union = tuple(classify([str(label) for label in union]).labels)
        message = "`data` and `reference` should be factors with the same levels."
    elif len(predicted.labels) > len(true.labels):
        message = "the data cannot have more levels than the reference"
    else:
        message = "The data must contain some levels that overlap the reference."
    shown = ", ".join(str(label) for label in union)
    warn(message, f"R stops here; the table takes the classes of both: {shown}.", stacklevel=4)
    return [_relabelled(predicted, union), _relabelled(true, union)]


def _relabelled(found: Classes, labels: tuple[str | None, ...]) -> Classes:
    place = np.array([*(labels.index(label) for label in found.labels), -1], dtype=np.int64)
    return Classes(labels, place[found.codes])

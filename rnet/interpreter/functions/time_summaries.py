"""Summaries of moments and of differences of time, alone and in data frames."""

from typing import TYPE_CHECKING, Any

import numpy as np

from rnet.interpreter.attributes import attribute, inherits, names_of
from rnet.interpreter.bridge import from_python, to_python
from rnet.interpreter.builtin import builtin
from rnet.interpreter.functions.times import moment_texts
from rnet.interpreter.values import Array, Named, Value, Vector, boxed, character, double

if TYPE_CHECKING:
    from rnet.describe.summary_frame import ColumnSummary

_CLOSE = 1e-6  # seconds R takes for whole ones
_DIGITS = 4


def has_times(frame: Vector) -> bool:
    """Whether a data frame has columns of moments, or differences that R 4.2 cannot summarize."""
    return any(_is_time(boxed(column)) for column in frame.data)


def _is_time(column: Any) -> bool:
    from rnet.settings import current

    old = not current().follows("4.3")
    return inherits(column, "POSIXct") or (old and inherits(column, "difftime"))


def frame_with_times(frame: Vector, maxsum: int) -> Value:
    """Return the summary of a data frame with columns of times."""
    from rnet.describe.summary_frame import column_summary, summary_table

    columns = []
    for name, item in zip(names_of(frame) or [], frame.data, strict=True):
        column = boxed(item)
        columns.append(
            _column(name or "", column)
            if _is_time(column)
            else column_summary(name or "", to_python(column), maxsum, 7)
        )
    return from_python(summary_table(columns))


def _column(name: str, column: Vector) -> "ColumnSummary":
    from rnet.describe.summary_columns import STATISTICS, length_class_mode
    from rnet.describe.summary_frame import ColumnSummary, counted

    if inherits(column, "difftime"):
        return counted(name, length_class_mode(len(column.data), "difftime", "numeric"))
    values, missing = _statistics(column)
    texts = second_texts(double(values))
    labels = [*STATISTICS, *(["NA's"] if missing else [])]
    return ColumnSummary(
        name,
        labels,
        [*texts, *([str(missing)] if missing else [])],
        [*values.tolist(), *([missing] if missing else [])],
    )


def _statistics(column: Vector) -> tuple[Array, int]:
    from rnet.describe.summary_columns import six_statistics

    known = column.data[~np.isnan(column.data)]
    return six_statistics(known), len(column.data) - len(known)


def second_texts(moments: Vector, digits: int = _DIGITS) -> list[str]:
    """Return moments as text, with as many decimals of a second as they need, up to `digits`."""
    seconds = np.fmod(moments.data, 60.0)
    fits = (i for i in range(digits) if np.all(np.abs(seconds - np.round(seconds, i)) < _CLOSE))
    decimals = next(fits, digits)
    whole = [text or "NA" for text in moment_texts(moments)]
    if not decimals:
        return whole
    parts = np.floor(np.fmod(moments.data, 1.0) * 10**decimals + _CLOSE).astype(int)
    return [f"{text}.{part:0{decimals}d}" for text, part in zip(whole, parts, strict=True)]


@builtin("summary.POSIXct", "object, digits = 15L, ...")
def summary_moments(x: Vector, digits: Value, dots: list[Named]) -> Value:
    """Return the smallest, the quartiles, the mean and the largest moment."""
    from rnet.describe.summary_columns import STATISTICS

    del digits, dots
    values, missing = _statistics(x)
    own: dict[str, Any] = {
        "names": character(list(STATISTICS)),
        "class": character(["summaryDefault", "table", "POSIXct", "POSIXt"]),
    }
    zone = attribute(x, "tzone")
    if zone is not None:
        own["tzone"] = zone
    if missing:
        own["NAs"] = boxed(missing)
    return double(values, own)


@builtin("summary.difftime", "object, ...")
def summary_differences(x: Vector, dots: list[Named]) -> Value:
    """Return the summary of numbers; before R 4.3 only the length and the class."""
    from rnet.interpreter.functions.model_summaries import summary_default
    from rnet.settings import current

    if current().follows("4.3"):
        return summary_default(x, dots)
    own = {
        "names": character(["Length", "Class", "Mode"]),
        "class": character(["summaryDefault", "table"]),
    }
    return character([str(len(x.data)), "difftime", "numeric"], own)

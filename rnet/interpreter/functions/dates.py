"""Dates: making them, their text, arithmetic, differences of time."""

import datetime
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.arithmetic import arithmetic, comparison
from rnet.interpreter.attributes import (
    attribute,
    inherits,
    with_attributes,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import doubles, flag, given, is_factor, strings, text, whole
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.differences import UNITS, difference
from rnet.interpreter.functions.format import shape_of
from rnet.interpreter.functions.printing import invisible
from rnet.interpreter.functions.summaries import max_, min_
from rnet.interpreter.indexing import subset
from rnet.interpreter.print_value import PrintStyle, write
from rnet.interpreter.values import Named, Value, Vector, boxed, character, double, integer
from rnet.language.tree import Argument, Call, Symbol
from rnet.values import NA

EPOCH = datetime.date(1970, 1, 1).toordinal()
TRY_FORMATS = ("%Y-%m-%d", "%Y/%m/%d")


def date_vector(days: Any, names: Any = None) -> Vector:
    """Return days since 1970 as a vector of class Date."""
    own = {} if names is None else {"names": names}
    return double(days, {**own, "class": character(["Date"])})


def day_of(number: float) -> datetime.date | None:
    """Return the day of a number of days since 1970, None for a missing one."""
    return datetime.date.fromordinal(int(np.floor(number)) + EPOCH) if np.isfinite(number) else None


def parsed_day(item: str | None, pattern: str) -> float:
    """Return the day a text spells at its beginning; NA if it spells none."""
    from rnet.interpreter.functions.times import parsed_moment

    moment = None if item is None else parsed_moment(item, pattern)
    return NA if moment is None else float(moment.date().toordinal() - EPOCH)


@builtin("Sys.Date", "")
def sys_date() -> Value:
    """Return today."""
    return date_vector([datetime.date.today().toordinal() - EPOCH])


@builtin("as.Date", "x, ...", generic=True, context=True)
def as_date(context: Context, x: Value, dots: list[Named]) -> Value:
    """Return dates from texts or numbers of days."""
    del context
    named = {name or "format": boxed(item) for name, item in dots}
    vector = boxed(x)
    if inherits(vector, "Date"):
        return vector
    if inherits(vector, "POSIXt"):
        return date_vector(np.floor(vector.data / 86400.0), attribute(vector, "names"))
    if isinstance(vector, Vector) and (is_factor(vector) or vector.kind == "character"):
        return dates_from_texts(vector, named)
    if isinstance(vector, Vector) and vector.kind == "logical":
        return date_vector(np.full(len(vector.data), NA))
    if not isinstance(vector, Vector) or vector.kind == "list":
        raise RError("do not know how to convert 'x' to class “Date”")
    from rnet.settings import current

    origin = named.get("origin")
    if origin is None and not current().follows("4.3"):
        raise RError("'origin' must be supplied")
    return date_vector(doubles(vector) + _origin(origin), attribute(vector, "names"))


def _origin(value: Value) -> float:
    if value is None:
        return 0.0
    if inherits(value, "Date"):
        return float(value.data[0])
    return float(dates_from_texts(value, {}).data[0])


def dates_from_texts(vector: Vector, named: dict[str, Any]) -> Vector:
    """Return the dates that texts spell, in the formats given or the usual ones."""
    texts = strings(vector)
    names = attribute(vector, "names")
    if named.get("format") is not None:
        patterns = strings(named["format"])
        days = [parsed_day(t, patterns[i % len(patterns)] or "") for i, t in enumerate(texts)]
        return date_vector(days, names)
    tried = (
        [p or "" for p in strings(named["tryFormats"])] if "tryFormats" in named else TRY_FORMATS
    )
    first = next((t for t in texts if t not in (None, "")), None)
    if first is None:
        return date_vector([NA] * len(texts), names)
    for pattern in tried:
        if not np.isnan(parsed_day(first, pattern)):
            return date_vector([parsed_day(t, pattern) for t in texts], names)
    if "optional" in named and flag(named["optional"], "optional"):
        return date_vector([NA] * len(texts), names)
    refusal = RError("character string is not in a standard unambiguous format")
    refusal.call = Call(Symbol("charToDate"), (Argument(None, Symbol("x")),))
    raise refusal


def date_texts(vector: Vector, pattern: str = "%Y-%m-%d") -> list[str | None]:
    """Return dates as text."""
    days = (day_of(number) for number in vector.data.tolist())
    return [None if day is None else day_text(day, pattern) for day in days]


def day_text(day: datetime.date, pattern: str) -> str:
    """Return a day in a format of R's; `%e` and such are the platform's."""
    if pattern == "%Y-%m-%d":
        return day.isoformat()
    return day.strftime(pattern.replace("%F", "%Y-%m-%d").replace("%D", "%m/%d/%y"))


@builtin("format.Date as.character.Date", "x, format = '%Y-%m-%d', ...")
def format_date(x: Vector, pattern: Value, dots: list[Named]) -> Value:
    """Return dates as text."""
    del dots
    return character(date_texts(x, text(pattern, "format")), shape_of(x))


@builtin("weekdays", "x, abbreviate = FALSE", generic=True)
def weekdays(x: Vector, abbreviate: Value) -> Value:
    """Return the names of days of the week."""
    pattern = "%a" if flag(abbreviate, "abbreviate") else "%A"
    return character(date_texts(_as_days(x), pattern))


@builtin("months", "x, abbreviate = FALSE", generic=True)
def months(x: Vector, abbreviate: Value) -> Value:
    """Return the names of months."""
    pattern = "%b" if flag(abbreviate, "abbreviate") else "%B"
    return character(date_texts(_as_days(x), pattern))


@builtin("quarters", "x, ...", generic=True)
def quarters(x: Vector, dots: list[Named]) -> Value:
    """Return quarters of years."""
    del dots
    days = [day_of(number) for number in _as_days(x).data.tolist()]
    return character([None if d is None else f"Q{(d.month + 2) // 3}" for d in days])


@builtin("julian", "x, ...", generic=True)
def julian(x: Vector, dots: list[Named]) -> Value:
    """Return days since 1970."""
    del dots
    return double(x.data, {"origin": date_vector([0.0])})


def _as_days(x: Vector) -> Vector:
    if inherits(x, "POSIXt"):
        return date_vector(np.floor(x.data / 86400.0))
    return x


@builtin("print.Date", "x, max = NULL, ...")
def print_date(x: Vector, limit: Value, dots: list[Named]) -> Value:
    """Print dates."""
    del dots
    from rnet.interpreter.value_text import vector_text
    from rnet.printing.vectors import kept_dates, with_omitted_dates

    if not len(x.data):
        write("Date of length 0")
    else:
        kept = kept_dates(len(x.data), None if limit is None else whole(limit, "max"))
        shown = character(date_texts(x), shape_of(x))
        if kept < len(x.data):
            shown = subset(shown, [integer(np.arange(1, kept + 1))])
        write(with_omitted_dates(vector_text(shown, PrintStyle()), len(x.data) - kept))
    return invisible(x)


@builtin("Ops.Date", "generic, e1, e2 = .missing")
def date_operator(generic: Value, e1: Any, e2: Any) -> Value:
    """Return dates moved, compared, or their difference."""
    name = str(generic.data[0])
    if not given(e2):
        raise RError(f'unary {name} not defined for "Date" objects')
    both = inherits(e1, "Date") and inherits(e2, "Date")
    if name in ("==", "!=", "<", ">", "<=", ">="):
        return comparison(name, _comparable(e1), _comparable(e2))
    if name not in ("+", "-"):
        raise RError(f'{name} not defined for "Date" objects')
    if name == "-" and both:
        return difference(double(e1.data), double(e2.data), "days")
    if both:
        raise RError('binary + is not defined for "Date" objects')
    moved = boxed(arithmetic(name, _days_of(e1), _days_of(e2)))
    return date_vector(moved.data, attribute(moved, "names"))


def _days_of(value: Any) -> Vector:
    """Return a date or a difference of time as a plain number of days."""
    own = {k: v for k, v in (value.attributes or {}).items() if k == "names"}
    if inherits(value, "difftime"):
        factor = UNITS[str(attribute(value, "units").data[0])] / UNITS["days"]
        return double(value.data * factor, own)
    return double(doubles(value), own)


def _comparable(value: Any) -> Vector:
    if isinstance(value, Vector) and value.kind == "character":
        return double(dates_from_texts(value, {}).data)
    return double(doubles(value))


@builtin("Summary.Date Summary.difftime Summary.POSIXct", "generic, ..., na.rm = FALSE")
def date_summary(generic: Value, dots: list[Named], na_rm: Value) -> Value:
    """Return the first, the last of dates, or both."""
    name = str(generic.data[0])
    first = dots[0][1]
    if name not in ("min", "max", "range", *(("sum",) if inherits(first, "difftime") else ())):
        raise RError(f'{name} not defined for "{attribute(first, "class").data[0]}" objects')
    plain: list[Named] = [(None, double(item.data)) for _, item in dots]
    if name == "sum":
        from rnet.interpreter.functions.summaries import sum_

        found = [boxed(sum_(plain, na_rm))]
    elif name == "range":
        found = [boxed(min_(plain, na_rm)), boxed(max_(plain, na_rm))]
    else:
        found = [boxed((min_ if name == "min" else max_)(plain, na_rm))]
    own = {k: v for k, v in (first.attributes or {}).items() if k in ("class", "units", "tzone")}
    return double(np.concatenate([part.data for part in found]), own)


@builtin("mean.Date mean.difftime mean.POSIXct", "x, ...")
def date_mean(x: Vector, dots: list[Named]) -> Value:
    """Return the mean date."""
    from rnet.interpreter.functions.summaries import mean

    own = {k: v for k, v in (x.attributes or {}).items() if k in ("class", "units", "tzone")}
    return with_attributes(boxed(mean(double(x.data), dots)), own)


@builtin("summary.Date", "object, digits = 12L, ...")
def date_statistics(x: Vector, digits: Value, dots: list[Named]) -> Value:
    """Return the smallest, the quartiles, the mean and the largest date."""
    del digits, dots
    from rnet.describe.summary_columns import six_statistics

    known = x.data[~np.isnan(x.data)]
    names = ["Min.", "1st Qu.", "Median", "Mean", "3rd Qu.", "Max."]
    values = list(six_statistics(known))
    own: dict[str, Any] = {
        "names": character(names),
        "class": character(["summaryDefault", "table", "Date"]),
    }
    if len(known) < len(x.data):
        own["NAs"] = boxed(len(x.data) - len(known))
    return double(values, own)

"""Sequences: seq, seq_len, seq_along."""

from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.interpreter.arithmetic import LARGEST, colon
from rnet.interpreter.attributes import attribute, length_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.calls import call_function, find_function
from rnet.interpreter.coerce import as_kind, doubles
from rnet.interpreter.frame import Context
from rnet.interpreter.naming import naming
from rnet.interpreter.values import MISSING, Named, Value, Vector, double, integer


@builtin("seq_len", "length.out")
def seq_len(length_out: Value) -> Any:
    """R's `seq_len`."""
    numbers = as_kind(length_out, "double").data
    if len(numbers) != 1:
        warn("first element used of 'length.out' argument")
    if not len(numbers) or not numbers[0] >= 0:
        raise RError("argument of length 0" if not len(numbers) else _NOT_NEGATIVE)
    return integer(np.arange(1, int(numbers[0]) + 1))


_NOT_NEGATIVE = "argument must be coercible to non-negative integer"


@builtin("seq_along", "along.with", context=True)
def seq_along(context: Context, along: Value) -> Any:
    """R's `seq_along`; a class may have a length of its own."""
    count = length_of(along)
    if isinstance(along, Vector) and attribute(along, "class") is not None:
        found = call_function(
            find_function("length", context.environment), [(None, along)], context.environment
        )
        count = int(doubles(found)[0])
    return integer(np.arange(1, count + 1))


@builtin("sequence", "nvec, from = 1L, by = 1L, ...")
def sequence(nvec: Value, start: Value, by: Value, dots: list[Named]) -> Any:
    """R's `sequence`."""
    counts = as_kind(nvec, "integer").data
    starts = np.resize(as_kind(start, "integer").data, len(counts))
    steps = np.resize(as_kind(by, "integer").data, len(counts))
    runs = [s + b * np.arange(n) for n, s, b in zip(counts, starts, steps, strict=True)]
    return integer(np.concatenate(runs)) if runs else integer([])


@builtin(
    "seq seq.int seq.default",
    "from = .missing, to = .missing, by = .missing, length.out = .missing,"
    " along.with = .missing, ...",
    context=True,
    generic=True,
)
def seq(
    context: Context, start: Value, stop: Value, by: Value, length_out: Value, along: Value,
    dots: list[Named],
) -> Any:  # fmt: skip
    """R's `seq`."""
    if _is_date(start):
        return _dates(start, stop, by, length_out)
    with naming("seq.default", context):
        count = _count(length_out, along)
        if count is None and by is MISSING:
            return _plain(start, stop)
        if count is None:
            return _by_step(start, stop, by)
        return _of_length(start, stop, by, count)


def _is_date(value: Value) -> bool:
    from rnet.interpreter.attributes import inherits

    return value is not MISSING and inherits(value, "Date")


def _count(length_out: Value, along: Value) -> int | None:
    if along is not MISSING:
        return length_of(along)
    if length_out is MISSING or length_out is None:
        return None
    numbers = as_kind(length_out, "double").data
    if len(numbers) != 1 or not numbers[0] >= 0:
        raise RError("'length.out' must be a non-negative number")
    return int(np.ceil(numbers[0]))


def _number(value: Value, name: str) -> float:
    if length_of(value) != 1:
        raise RError(f"'{name}' must be of length 1")
    number = float(as_kind(value, "double").data[0])
    if not np.isfinite(number):
        raise RError(f"'{name}' must be a finite number")
    return number


def _plain(start: Value, stop: Value) -> Any:
    if start is MISSING and stop is MISSING:
        return integer([1])
    if stop is MISSING:
        if length_of(start) == 1 and isinstance(start, Vector) and start.kind in _NUMBERS:
            number = float(start.data[0])
            return colon(1, number if number != int(number) else int(number))
        return integer(np.arange(1, length_of(start) + 1))
    first = 1.0 if start is MISSING else _number(start, "from")
    return colon(first, _number(stop, "to"))


_NUMBERS = ("integer", "double", "logical")


def _by_step(start: Value, stop: Value, by: Value) -> Any:
    first = 1.0 if start is MISSING else _number(start, "from")
    last = 1.0 if stop is MISSING else _number(stop, "to")
    step = _number(by, "by")
    whole = all(_is_whole(v) for v in (start, by) if v is not MISSING)
    if step == 0 and first == last:
        return start if start is not MISSING else stop
    if step == 0:
        raise RError("invalid '(to - from)/by' in seq(.)" if whole else "invalid '(to - from)/by'")
    count = (last - first) / step
    if count < 0:
        raise RError("wrong sign in 'by' argument")
    if count > LARGEST:
        raise RError("'by' argument is much too small")
    if whole:
        return integer((int(first) + np.arange(int(count) + 1) * int(step)).astype(np.int64))
    numbers = first + np.arange(int(count + 1e-10) + 1) * step
    return double(np.minimum(numbers, last) if step > 0 else np.maximum(numbers, last))


def _is_whole(value: Value) -> bool:
    """Whether a number is of R's type integer."""
    return isinstance(value, Vector) and value.kind in ("integer", "logical")


def _of_length(start: Value, stop: Value, by: Value, count: int) -> Any:
    if by is not MISSING and start is not MISSING and stop is not MISSING:
        raise RError("too many arguments")
    if by is MISSING:
        if start is not MISSING and stop is not MISSING:
            return _between(_number(start, "from"), _number(stop, "to"), count)
        step = 1.0
    else:
        step = _number(by, "by")
    if stop is not MISSING:
        first = _number(stop, "to") - (count - 1) * step
    else:
        first = 1.0 if start is MISSING else _number(start, "from")
    numbers = first + np.arange(count) * step
    given = [v for v in (start, stop, by) if v is not MISSING]
    fits = first == int(first) and step == int(step) and abs(first + count * step) <= LARGEST
    if fits and (not given or (by is not MISSING and all(_is_whole(v) for v in given))):
        return integer(numbers.astype(np.int64))
    return double(numbers)


def _between(first: float, last: float, count: int) -> Any:
    if count == 0:
        return integer([])
    if count == 1:
        return double([first])
    step = (last - first) / (count - 1)
    numbers = first + np.arange(count) * step
    numbers[-1] = last
    return double(numbers)


_DAYS = {"day": 1.0, "days": 1.0, "week": 7.0, "weeks": 7.0}


def _dates(start: Vector, stop: Value, by: Value, length_out: Value) -> Any:
    first = float(start.data[0])
    last = None if stop is MISSING else float(stop.data[0])
    count = _count(length_out, MISSING)
    step = 1.0
    if by is not MISSING:
        if by.kind == "character":
            number, _, unit = str(by.data[0]).rpartition(" ")
            times = float(number) if number else 1.0
            if unit not in _DAYS:
                return _calendar_dates(start, last, int(times), unit.removesuffix("s"), count)
            step = times * _DAYS[unit]
        else:
            step = float(by.data[0])
    elif last is not None and count is not None:
        return double(np.linspace(first, last, count), {"class": start.attributes["class"]})  # type: ignore[index]
    if count is None:
        if last is None:
            raise RError(
                "exactly two of 'to', 'by' and 'length.out' / 'along.with' must be specified"
            )
        count = int((last - first) / step + 1e-10) + 1
    return double(first + step * np.arange(count), {"class": start.attributes["class"]})  # type: ignore[index]


def _calendar_dates(
    start: Vector, last: float | None, times: int, unit: str, count: int | None
) -> Any:
    """Return dates months, quarters or years apart."""
    months = {"month": 1, "quarter": 3, "year": 12}.get(unit)
    if months is None:
        raise RError("invalid string for 'by'")
    day = np.datetime64("1970-01-01") + int(start.data[0])
    month = day.astype("datetime64[M]")
    rest = int((day - month.astype("datetime64[D]")).astype(int))
    found: list[float] = []
    while count is None or len(found) < count:
        then = (month + len(found) * times * months).astype("datetime64[D]") + rest
        number = float((then - np.datetime64("1970-01-01")).astype(int))
        if last is not None and number > last:
            break
        found.append(number)
    return double(found, {"class": start.attributes["class"]})  # type: ignore[index]

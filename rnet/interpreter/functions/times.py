"""Moments of time: `as.POSIXct`, `strftime`, `strptime`; everything in UTC."""

import datetime
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import attribute, inherits
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import doubles, given, is_true, strings, text
from rnet.interpreter.functions.format import shape_of
from rnet.interpreter.functions.printing import invisible
from rnet.interpreter.print_value import PrintStyle, write
from rnet.interpreter.values import Named, Value, Vector, boxed, character, double, integer, list_of
from rnet.values import NA

UTC = datetime.UTC
_FORMATS = (
    "%Y-%m-%d %H:%M:%S",
    "%Y/%m/%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y/%m/%d %H:%M",
    "%Y-%m-%d",
    "%Y/%m/%d",
)


def parsed_moment(item: str, pattern: str) -> datetime.datetime | None:
    """Return the moment a text spells at its beginning, None if it spells none."""
    shown = pattern.replace("%F", "%Y-%m-%d").replace("%T", "%H:%M:%S").replace("%h", "%b")
    shown = shown.replace("%D", "%m/%d/%y").replace("%R", "%H:%M").replace("%e", "%d")
    try:
        return datetime.datetime.strptime(item.strip(), shown).replace(tzinfo=UTC)
    except ValueError as error:
        rest = str(error).partition("unconverted data remains: ")[2]
        if not rest or not item.strip().endswith(rest):
            return None
        return parsed_moment(item.strip()[: -len(rest)], pattern)


def moment_vector(seconds: Any, zone: str = "UTC", names: Any = None) -> Vector:
    """Return seconds since 1970 as a vector of class POSIXct."""
    own = {} if names is None else {"names": names}
    kinds = character(["POSIXct", "POSIXt"])
    return double(seconds, {**own, "class": kinds, "tzone": character([zone])})


@builtin("as.POSIXct", "x, tz = '', format = NULL, origin = NULL, ...")
def as_posixct(x: Value, tz: Value, pattern: Value, origin: Value, dots: list[Named]) -> Value:
    """Return moments from texts, dates or seconds."""
    del origin, dots
    vector = boxed(x)
    zone = _zone(tz)
    if pattern is None and zone and "%" in zone:
        zone, pattern = "UTC", character([zone])
    if inherits(vector, "POSIXt"):
        return moment_vector(vector.data, _zone(attribute(vector, "tzone")))
    if inherits(vector, "Date"):
        return moment_vector(vector.data * 86400.0)
    if vector.kind != "character" and "levels" not in (vector.attributes or {}):
        return moment_vector(doubles(vector), zone)
    texts = strings(vector)
    patterns = [p or "" for p in strings(pattern)] if pattern is not None else _fitting(texts)
    moments = [None if t is None else parsed_moment(t, patterns[0]) for t in texts]
    return moment_vector([NA if m is None else m.timestamp() for m in moments], zone)


def _zone(tz: Value) -> str:
    return strings(tz)[0] or "UTC" if tz is not None else "UTC"


def _fitting(texts: list[str | None]) -> list[str]:
    known = [t for t in texts if t is not None]
    for pattern in _FORMATS:
        if all(parsed_moment(t, pattern) is not None for t in known):
            return [pattern]
    raise RError("character string is not in a standard unambiguous format")


@builtin("as.POSIXlt strptime", "x, tz = '', format = NULL, origin = NULL, ...")
def as_posixlt(x: Value, tz: Value, pattern: Value, origin: Value, dots: list[Named]) -> Value:
    """Return moments whose parts can be asked for: `$hour`, `$year`."""
    moments = as_posixct(x, tz, pattern, origin, dots)
    kinds = character(["POSIXlt", "POSIXt"])
    return Vector("double", moments.data, {**(moments.attributes or {}), "class": kinds})


_PARTS: dict[str, Callable[[datetime.datetime], float]] = {
    "sec": lambda moment: moment.second + moment.microsecond / 1e6,
    "min": lambda moment: moment.minute,
    "hour": lambda moment: moment.hour,
    "mday": lambda moment: moment.day,
    "mon": lambda moment: moment.month - 1,
    "year": lambda moment: moment.year - 1900,
    "wday": lambda moment: moment.isoweekday() % 7,
    "yday": lambda moment: moment.timetuple().tm_yday - 1,
    "isdst": lambda moment: 0,
}


@builtin("$.POSIXlt", "x, name")
def part_of_moment(x: Vector, name: Value) -> Value:
    """Return a part of moments: `sec`, `min`, `hour`, `mday`, `mon`, `year`, `wday`, `yday`."""
    wanted = strings(name)[0] or ""
    begun = [part for part in _PARTS if part.startswith(wanted)]
    if wanted == "zone":
        return character([_zone(attribute(x, "tzone"))] * len(x.data))
    if wanted not in _PARTS and len(begun) != 1:
        return None
    part = _PARTS[wanted if wanted in _PARTS else begun[0]]
    known = np.isfinite(x.data)
    found = [
        part(datetime.datetime.fromtimestamp(item, UTC)) if ok else None
        for item, ok in zip(x.data.tolist(), known.tolist(), strict=True)
    ]
    if part is _PARTS["sec"]:
        return double([NA if item is None else item for item in found])
    return integer(found)


def parts_of_moments(x: Vector) -> Vector:
    """Return the list of parts that moments are in R."""
    return list_of([part_of_moment(x, character([name])) for name in _PARTS], list(_PARTS))


@builtin("Sys.time", "")
def sys_time() -> Value:
    """Return this moment."""
    kinds = character(["POSIXct", "POSIXt"])
    return double([datetime.datetime.now(UTC).timestamp()], {"class": kinds})


def moment_texts(vector: Vector, pattern: str | None = None) -> list[str | None]:
    """Return moments as text; without a clock if all are midnight."""
    known = vector.data[np.isfinite(vector.data)]
    if pattern is None:
        clock = bool(np.fmod(known, 86400.0).any())
        seconds = bool(np.fmod(known, 60.0).any())
        pattern = "%Y-%m-%d" + (" %H:%M:%S" if clock and seconds else " %H:%M" if clock else "")
        pattern = pattern.replace(" %H:%M", " %H:%M:%S") if clock and not seconds else pattern
    shown = pattern.replace("%F", "%Y-%m-%d").replace("%T", "%H:%M:%S")
    return [
        datetime.datetime.fromtimestamp(np.floor(number), UTC).strftime(_with_parts(shown, number))
        if np.isfinite(number)
        else None
        for number in vector.data.tolist()
    ]


def _with_parts(pattern: str, number: float) -> str:
    """Return a format with the parts of a second written out: `%OS2`, cut off, not rounded."""

    def written(found: re.Match[str]) -> str:
        places = int(found[1])
        parts = int((number % 1) * 10**places)
        return f"%S.{parts:0{places}d}" if places else "%S"

    return re.sub(r"%OS([0-6])", written, pattern).replace("%OS", "%S")


@builtin(
    "format.POSIXct as.character.POSIXct format.POSIXlt as.character.POSIXlt",
    "x, format = '', tz = '', usetz = FALSE, ...",
)
def format_posixct(x: Vector, pattern: Value, tz: Value, usetz: Value, dots: list[Named]) -> Value:
    """Return moments as text."""
    del tz, dots
    shown = strings(pattern)[0] if pattern is not None else ""
    texts = moment_texts(x, shown or None)
    if is_true(usetz):
        zone = _zone(attribute(x, "tzone"))
        texts = [None if text is None else f"{text} {zone}" for text in texts]
    return character(texts, shape_of(x))


@builtin("strftime", "x, format = '', tz = '', usetz = FALSE, ...")
def strftime(x: Value, pattern: Value, tz: Value, usetz: Value, dots: list[Named]) -> Value:
    """Return dates or moments as text."""
    del usetz, dots
    moment = as_posixct(x, tz, None, None, [])
    return character(moment_texts(moment, text(pattern, "format") or None))


@builtin("print.POSIXct print.POSIXlt", "x, ...")
def print_posixct(x: Vector, dots: list[Named]) -> Value:
    """Print moments."""
    del dots
    from rnet.interpreter.value_text import vector_text

    zone = attribute(x, "tzone")
    name = (strings(zone)[0] if zone is not None else "") or "UTC"
    cells = [None if t is None else f"{t} {name}" for t in moment_texts(x)]
    if not cells:
        write(f"{strings(attribute(x, 'class'))[0]} of length 0")
        return invisible(x)
    write(vector_text(character(cells, shape_of(x)), PrintStyle()))
    return invisible(x)


@builtin("OlsonNames", "tzdir = NULL")
def olson_names(tzdir: Value) -> Value:
    """Return the names of time zones."""
    del tzdir
    from zoneinfo import available_timezones

    return character(sorted(available_timezones()))


@builtin("ISOdate", "year, month, day, hour = 12, min = 0, sec = 0, tz = 'GMT'")
@builtin("ISOdatetime", "year, month, day, hour, min, sec, tz = ''")
def iso_date(year: Value, month: Value, day: Value, hour: Value, minute: Value, sec: Value,
             tz: Value) -> Value:  # fmt: skip
    """Return moments from their parts."""
    columns = [doubles(part).tolist() for part in (year, month, day, hour, minute, sec)]
    count = max(map(len, columns)) if all(columns) else 0
    rows = ([column[i % len(column)] for column in columns] for i in range(count))
    return moment_vector([_moment_of(row) for row in rows], _zone(tz))


def _moment_of(parts: list[float]) -> float:
    """Return the seconds since 1970 of year, month, day, hour, minute and second."""
    if not np.isfinite(parts).all():
        return NA
    *whole, seconds = parts
    try:
        start = datetime.datetime(*map(int, whole), tzinfo=UTC)  # type: ignore[arg-type, misc]
    except ValueError:
        return NA
    return start.timestamp() + seconds


@builtin("Ops.POSIXt", "generic, e1, e2 = .missing")
def moment_operator(generic: Value, e1: Any, e2: Any) -> Value:
    """Return moments moved, compared, or their difference."""
    from rnet.interpreter.arithmetic import arithmetic, comparison
    from rnet.interpreter.functions.differences import UNITS, automatic_unit, difftime_vector

    name = str(generic.data[0])
    if not given(e2):
        raise RError(f'unary {name} not defined for "POSIXt" objects')
    both = inherits(e1, "POSIXt") and inherits(e2, "POSIXt")
    if name in ("==", "!=", "<", ">", "<=", ">="):
        return comparison(name, _seconds(e1), _seconds(e2))
    if name == "-" and both:
        seconds = boxed(arithmetic("-", _seconds(e1), _seconds(e2))).data
        unit = automatic_unit(seconds)
        return difftime_vector(seconds / UNITS[unit], unit)
    if name not in ("+", "-") or both:
        raise RError(f"'{name}' not defined for \"POSIXt\" objects")
    moved = boxed(arithmetic(name, _seconds(e1), _seconds(e2)))
    return moment_vector(moved.data, _zone(attribute(e1, "tzone")))


def _seconds(value: Any) -> Vector:
    from rnet.interpreter.functions.differences import UNITS

    if inherits(value, "difftime"):
        return double(value.data * UNITS[strings(attribute(value, "units"))[0] or "secs"])
    if isinstance(value, Vector) and value.kind == "character":
        return double(as_posixct(value, None, None, None, []).data)
    return double(doubles(value))

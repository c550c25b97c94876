"""Differences of time: `difftime` and its arithmetic."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.arithmetic import arithmetic, comparison
from rnet.interpreter.attributes import attribute, inherits
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import doubles, given, text
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.format import shape_of
from rnet.interpreter.functions.printing import invisible
from rnet.interpreter.print_value import PrintStyle, write
from rnet.interpreter.values import Named, Value, Vector, boxed, character, double
from rnet.values import NA

UNITS = {"secs": 1.0, "mins": 60.0, "hours": 3600.0, "days": 86400.0, "weeks": 604800.0}


def difference(later: Vector, earlier: Vector, units: str) -> Vector:
    """Return `later - earlier` as a difference of time in the unit of the numbers."""
    found = boxed(arithmetic("-", later, earlier))
    return difftime_vector(found.data, units)


def difftime_vector(numbers: Any, units: str, names: Any = None) -> Vector:
    """Return numbers of a unit of time with class difftime."""
    own = {} if names is None else {"names": names}
    return double(numbers, {**own, "class": character(["difftime"]), "units": character([units])})


@builtin("difftime", "time1, time2, tz = NULL, units = 'auto'")
def difftime(time1: Value, time2: Value, tz: Value, units: Value) -> Value:
    """Return the difference of two times or dates."""
    del tz
    seconds = _seconds(time1) - _seconds(time2)
    unit = text(units, "units")
    if unit == "auto":
        dates = inherits(time1, "Date") and inherits(time2, "Date")
        unit = "days" if dates else automatic_unit(seconds)
    unit = next(u for u in UNITS if u.startswith(unit))
    return difftime_vector(seconds / UNITS[unit], unit)


def automatic_unit(seconds: Any) -> str:
    """Return the unit R picks for a difference of so many seconds."""
    known = np.abs(seconds[~np.isnan(seconds)])
    least = known.min() if len(known) else 0.0
    if not len(known) or least < 60:
        return "secs"
    return "mins" if least < 3600 else "hours" if least < 86400 else "days"


def _seconds(value: Any) -> Any:
    if inherits(value, "POSIXt"):
        return doubles(value)
    if inherits(value, "Date"):
        return doubles(value) * 86400.0
    from rnet.interpreter.functions.dates import dates_from_texts

    return dates_from_texts(value, {}).data * 86400.0


@builtin("as.difftime", "tim, format = '%X', units = 'auto', tz = 'UTC'")
def as_difftime(tim: Vector, pattern: Value, units: Value, tz: Value) -> Value:
    """Return numbers of a unit, or times of day, as a difference of time."""
    del tz
    unit = text(units, "units")
    if tim.kind == "character":
        from rnet.interpreter.functions.times import parsed_moment

        shown = text(pattern, "format").replace("%X", "%H:%M:%S")
        moments = [None if t is None else parsed_moment(t, shown) for t in tim.data]
        clock = [NA if m is None else m.hour * 3600.0 + m.minute * 60 + m.second for m in moments]
        seconds = np.array(clock)
        unit = automatic_unit(seconds) if unit == "auto" else unit
        return difftime_vector(seconds / UNITS[unit], unit)
    if unit == "auto":
        raise RError("need explicit units for numeric conversion")
    return difftime_vector(doubles(tim), unit)


@builtin("units", "x")
def units_of(x: Value) -> Value:
    """Return the unit of a difference of time."""
    return attribute(x, "units")


@builtin("units<-", "x, value")
def set_units(x: Vector, value: Value) -> Value:
    """Return a difference of time in another unit."""
    old, new = str(attribute(x, "units").data[0]), text(value, "value")
    return difftime_vector(x.data * UNITS[old] / UNITS[new], new, attribute(x, "names"))


@builtin("format.difftime", "x, ...")
def format_difftime(x: Vector, dots: list[Named]) -> Value:
    """Return differences of time with their unit."""
    del dots
    from rnet.printing.numbers import format_real

    unit = str(attribute(x, "units").data[0])
    return character([f"{cell} {unit}" for cell in format_real(x.data)], shape_of(x))


@builtin("as.double.difftime as.numeric.difftime", "x, units = 'auto', ...")
def difftime_number(x: Vector, units: Value, dots: list[Named]) -> Value:
    """Return a difference of time as a number of a unit."""
    del dots
    own, wanted = str(attribute(x, "units").data[0]), text(units, "units")
    factor = 1.0 if wanted == "auto" else UNITS[own] / UNITS[wanted]
    return double(x.data * factor)


@builtin("print.difftime", "x, digits = NULL, ...")
def print_difftime(x: Vector, digits: Value, dots: list[Named]) -> Value:
    """Print differences of time."""
    del dots
    from rnet.interpreter.value_text import vector_text
    from rnet.printing.numbers import format_real

    unit = str(attribute(x, "units").data[0])
    places = None if digits is None else int(digits.data[0])
    if len(x.data) > 1:
        write(f"Time differences in {unit}")
        write(vector_text(double(x.data, shape_of(x)), PrintStyle(digits=places)))
    else:
        cells = "".join(format_real(x.data, places))
        write(f"Time difference of {cells} {unit}")
    return invisible(x)


@builtin("Ops.difftime", "generic, e1, e2 = .missing")
def difftime_operator(generic: Value, e1: Any, e2: Any) -> Value:
    """Return differences of time added, compared, or multiplied by numbers."""
    name = str(generic.data[0])
    if not given(e2):
        return difftime_vector(-e1.data if name == "-" else e1.data, _unit(e1))
    if inherits(e1, "difftime") and inherits(e2, "difftime") and _unit(e1) != _unit(e2):
        e1, e2 = _in_common_unit(e1, e2)
    found = boxed(
        (comparison if name in ("==", "!=", "<", ">", "<=", ">=") else arithmetic)(
            name, _bare(e1), _bare(e2)
        )
    )
    both = inherits(e1, "difftime") and inherits(e2, "difftime")
    if found.kind == "logical" or (both and name == "/"):
        return found
    return difftime_vector(found.data, _unit(e1 if inherits(e1, "difftime") else e2))


def _unit(value: Any) -> str:
    return str(attribute(value, "units").data[0])


def _bare(value: Any) -> Vector:
    return double(doubles(value), shape_of(value))


def _in_common_unit(e1: Vector, e2: Vector) -> tuple[Vector, Vector]:
    order = list(UNITS)
    unit = min(_unit(e1), _unit(e2), key=order.index)
    pair = [difftime_vector(e.data * UNITS[_unit(e)] / UNITS[unit], unit) for e in (e1, e2)]
    return pair[0], pair[1]


@builtin("Math.difftime", "generic, x, ...", context=True)
def difftime_math(context: Context, generic: Value, x: Vector, dots: list[Named]) -> Value:
    """Return differences of time rounded."""
    from rnet.interpreter.calls import run_builtin
    from rnet.interpreter.packages import base_function

    name = str(generic.data[0])
    if name not in ("abs", "sign", "floor", "ceiling", "trunc", "round", "signif"):
        raise RError(f"'{name}' not defined for \"difftime\" objects")
    function = base_function(name)
    assert function is not None
    given_ = [(None, double(x.data)), *dots]
    found = boxed(run_builtin(function, given_, context.environment, context.call))
    return difftime_vector(found.data, _unit(x), attribute(x, "names"))

"""Operators, mathematical functions and summaries of data frames, column by column."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.attributes import dim_of, is_data_frame, row_count
from rnet.interpreter.builtin import builtin
from rnet.interpreter.calls import call_function, find_function
from rnet.interpreter.coerce import is_factor
from rnet.interpreter.frame import Context
from rnet.interpreter.frames import frame_names, with_columns
from rnet.interpreter.functions.frame_matrix import matrix_of_frame
from rnet.interpreter.operators import apply_operator
from rnet.interpreter.values import MISSING, Named, Value, Vector, boxed

_LOGICAL = ("==", "!=", "<", ">", "<=", ">=", "&", "|", "!")


def _columns(value: Value, count: int, rows: int) -> list[Any]:
    """Return an operand as one value for each column."""
    if is_data_frame(value) or (isinstance(value, Vector) and value.kind == "list"):
        if len(value.data) not in (1, count):
            raise RError("list of length does not match the number of columns")
        return [boxed(value.data[i % len(value.data)]) for i in range(count)]
    sizes = dim_of(value)
    vector = boxed(value)
    if len(vector.data) == 1:
        return [Vector(vector.kind, vector.data)] * count
    if sizes is None and len(vector.data) == rows:
        return [Vector(vector.kind, vector.data)] * count
    import numpy as np

    data = np.resize(vector.data, rows * count)
    return [Vector(vector.kind, data[i * rows : (i + 1) * rows]) for i in range(count)]


@builtin("Ops.data.frame", "generic, e1, e2 = .missing", context=True)
def frame_operator(context: Context, generic: Value, e1: Value, e2: Value) -> Any:
    """R's operators for data frames."""
    name = str(generic.data[0])
    frame = e1 if is_data_frame(e1) else e2
    if is_data_frame(e1) and is_data_frame(e2) and dim_of(e1) != dim_of(e2):
        raise RError(f"‘{name}’ only defined for equally-sized data frames")
    count, rows = len(frame.data), row_count(frame)
    operands = [_columns(v, count, rows) for v in (e1, e2) if v is not MISSING]
    found = [
        boxed(apply_operator(name, list(values), context.environment, context.call))
        for values in zip(*operands, strict=True)
    ]
    made = with_columns(frame, found, frame_names(frame))
    if name not in _LOGICAL:
        return made
    return matrix_of_frame(made)


@builtin("Math.data.frame", "generic, x, ...", context=True)
def frame_math(context: Context, generic: Value, x: Value, dots: list[Named]) -> Any:
    """R's mathematical functions of data frames."""
    if any(is_factor(c) or c.kind not in ("logical", "integer", "double") for c in x.data):
        raise RError("non-numeric-alike variable(s) in data frame: " + _odd(x))
    function = find_function(str(generic.data[0]), context.environment)
    found = [
        call_function(function, [(None, column), *dots], context.environment) for column in x.data
    ]
    return with_columns(x, found, frame_names(x))


def _odd(x: Vector) -> str:
    bad = [
        name
        for name, c in zip(frame_names(x), x.data, strict=True)
        if is_factor(c) or c.kind not in ("logical", "integer", "double")
    ]
    return ", ".join(bad)


@builtin("Summary.data.frame", "generic, ...", context=True)
def frame_summary(context: Context, generic: Value, dots: list[Named]) -> Any:
    """R's sums and extremes of data frames."""
    given: list[Named] = []
    for name, value in dots:
        if is_data_frame(value):
            if _odd(value):
                raise RError("only defined on a data frame with all numeric-alike variables")
            given.append((name, matrix_of_frame(value)))
        else:
            given.append((name, value))
    function = find_function(str(generic.data[0]), context.environment)
    return call_function(function, given, context.environment)

"""Conversions between formal classes: `as`, `setAs`."""

from rnet.conditions import RError
from rnet.interpreter.attributes import class_names
from rnet.interpreter.builtin import builtin
from rnet.interpreter.calls import call_function
from rnet.interpreter.coerce import text
from rnet.interpreter.formal_classes import (
    belongs,
    class_attribute,
    definition,
    line_of,
    registry,
    with_data,
)
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.printing import invisible
from rnet.interpreter.values import Builtin, Closure, FormalObject, Value, boxed


@builtin("setAs", "from, to, def, replace = NULL, where = NULL")
def set_as(start: Value, end: Value, function: Value, replace: Value, where: Value) -> Value:
    """Tell how `as` turns objects of a class into another."""
    registry().conversions[text(start, "from"), text(end, "to")] = function
    return invisible(None)


_PLAIN_AS = {
    "numeric": "as.numeric", "double": "as.numeric", "character": "as.character",
    "integer": "as.integer", "logical": "as.logical", "complex": "as.complex", "list": "as.list",
    "factor": "as.factor", "data.frame": "as.data.frame", "matrix": "as.matrix",
    "vector": "as.vector", "function": "as.function", "environment": "as.environment",
}  # fmt: skip


@builtin("as", "object, Class", context=True)
def as_(context: Context, value: Value, name: Value) -> Value:
    """Return an object as one of another class."""
    wanted = text(name, "Class")
    for kind in line_of(value):
        conversion = registry().conversions.get((kind, wanted))
        if conversion is not None:
            return call_function(conversion, [(None, value)], context.environment)
    own = definition(wanted)
    if own is not None and belongs(value, wanted) and not own.virtual:
        kept = {slot: part for slot, part in value.attributes.items() if slot in own.slots}
        made = FormalObject({**kept, "class": class_attribute(wanted)})
        return with_data(made, value) if own.data_type else made
    if wanted in class_names(boxed(value)) or (own is not None and belongs(value, wanted)):
        return value
    if wanted in _PLAIN_AS:
        from rnet.interpreter.packages import exported

        function = exported(_PLAIN_AS[wanted])
        assert isinstance(function, Closure | Builtin)
        return call_function(function, [(None, value)], context.environment)
    shown = class_names(boxed(value))[0]
    raise RError(f"no method or default for coercing \u201c{shown}\u201d to \u201c{wanted}\u201d")

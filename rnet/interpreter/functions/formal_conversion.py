"""What belongs to which formal class, and conversions: is, extends, as, setAs."""

from rnet.conditions import RError
from rnet.interpreter.attributes import class_names
from rnet.interpreter.builtin import builtin
from rnet.interpreter.calls import call_function
from rnet.interpreter.coerce import given, text
from rnet.interpreter.formal_classes import (
    DATA_TYPES,
    belongs,
    class_attribute,
    definition,
    formal_class,
    line_of,
    registry,
    with_data,
)
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.formal_classes import ALSO, class_named
from rnet.interpreter.functions.printing import invisible
from rnet.interpreter.values import Builtin, Closure, FormalObject, Named, Value, boxed, character


@builtin("isVirtualClass", "Class, ...")
def is_virtual_class(name: Value, dots: list[Named]) -> bool:
    """Whether a class has no objects of its own."""
    own = definition(class_named(name))
    return own is not None and own.virtual


@builtin("isClass existsClass", "Class, ...")
def is_class(name: Value, dots: list[Named]) -> bool:
    """Whether there is a class of a name."""
    own = text(name, "Class")
    return definition(own) is not None or own in DATA_TYPES | ALSO


@builtin("removeClass", "Class, ...")
def remove_class(name: Value, dots: list[Named]) -> bool:
    """Forget a class."""
    return registry().classes.pop(text(name, "Class"), None) is not None


@builtin("extends", "class1, class2 = .missing, ...")
def extends(first: Value, second: Value, dots: list[Named]) -> Value:
    """Whether a class is another or extends it; without another, all that it extends."""
    line = registry().line(text(first, "class1"))
    if not given(second):
        return character(list(line))
    return boxed(text(second, "class2") in (*line, "ANY"))


@builtin("is", "object, class2 = .missing", context=True)
def is_(context: Context, value: Value, class2: Value) -> Value:
    """Whether a value is of a class, formal or not; without a class, all that it is."""
    from rnet.interpreter.r_library import library_closure

    wanted = text(class2, "class2") if given(class2) else ""
    if formal_class(value) is not None or (wanted and definition(wanted) is not None):
        if not wanted:
            return character(list(line_of(value)))
        return boxed(belongs(value, wanted))
    plain = library_closure("is")
    extra: list[Named] = [("class2", class2)] if wanted else []
    return call_function(plain, [("object", value), *extra], context.environment)


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

"""Code of `x[i]`, `x[[i]]`, `x$a` and `x@a`: quick for single elements, then methods of classes."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.attributes import classes_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import flag, is_true, text
from rnet.interpreter.compile import (
    argument_codes,
    compiled,
    compiler,
    is_dots,
    symbol,
    values_of,
)
from rnet.interpreter.environment import ABSENT, Environment
from rnet.interpreter.frame import STATE, Dispatch
from rnet.interpreter.indexing import component_of, element, subset
from rnet.interpreter.signalling import fail_with
from rnet.interpreter.values import (
    MISSING,
    NA_INTEGER,
    Builtin,
    Code,
    Named,
    Value,
    Vector,
    boxed,
    scalar,
)
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call, Constant, Node, Symbol


def looked_at(node: Node) -> Code:
    """Return the code of a value that is only looked at: a variable stays unshared."""
    return symbol(node.name, share=False) if isinstance(node, Symbol) else compiled(node)


def quick_element(vector: Any, index: Any) -> Any:
    """Return an element by one positive number as a Python scalar, None where it is not so easy."""
    if type(vector) is not Vector or vector.attributes is not None:
        return None
    if type(index) is not int and type(index) is not float:
        return None
    data = vector.data
    if not 1 <= index < len(data) + 1:
        return None
    kind = vector.kind
    if kind == "double":
        return data.item(int(index) - 1)
    return _plain(vector, int(index) - 1)


def _plain(vector: Vector, position: int) -> Any:
    item = vector.data[position]
    match vector.kind:
        case "double":
            return float(item)
        case "integer":
            return None if item == NA_INTEGER else int(item)
        case "logical":
            return None if item == NA_INTEGER else bool(item)
        case "character":
            return item
    return None


def quick_cell(matrix: Any, row: Any, column: Any) -> Any:
    """Return a cell of a matrix without names, None where it is not so easy."""
    if type(matrix) is not Vector or matrix.attributes is None or len(matrix.attributes) != 1:
        return None
    dim = matrix.attributes.get("dim")
    if dim is None or len(dim.data) != 2:
        return None
    if type(row) not in (int, float) or type(column) not in (int, float):
        return None
    rows, columns = dim.data
    if not (1 <= row < rows + 1 and 1 <= column < columns + 1):
        return None
    return _plain(matrix, (int(column) - 1) * int(rows) + int(row) - 1)


@compiler("[")
def _subset_code(node: Call, tail: bool) -> Code:
    del tail
    if not node.arguments or node.arguments[0].value is None:
        raise RError("invalid subscript")
    value_code = looked_at(node.arguments[0].value)
    codes = argument_codes(node.arguments[1:])
    count = len(codes)
    simple = all(c[0] is None and c[1] is not None and not is_dots(c[2]) for c in codes)
    simple = simple and count in (1, 2)

    def run(environment: Environment) -> Any:
        value = value_code(environment)
        if simple:
            first = codes[0][1](environment)  # type: ignore[misc]
            if count == 1:
                found = quick_element(value, first)
                given: list[Named] = [(None, first)]
            else:
                second = codes[1][1](environment)  # type: ignore[misc]
                found = quick_cell(value, first, second)
                given = [(None, first), (None, second)]
            if found is not None:
                STATE.visible = True
                return found
        else:
            given = values_of(codes, environment)
        return apply_subset("[", value, given, environment, node)

    return run


def apply_subset(
    name: str, value: Value, given: list[Named], environment: Environment, node: Call
) -> Any:
    """Apply `[` or `[[` with evaluated subscripts: a method of the class, or the default."""
    STATE.visible = True
    if classes_of(value):
        found = dispatched_part(name, value, given, environment, node)
        if found is not ABSENT:
            return found
    try:
        return scalar(PLAIN[name](value, given))
    except RError as error:
        return fail_with(error, node)


def dispatched_part(
    name: str, value: Value, given: list[Named], environment: Environment, node: Call
) -> Any:
    """Call the method of `[`, `[[`, `$` or one that assigns, for a value's class."""
    from rnet.interpreter.dispatch import apply_method, method_for

    found = method_for(name, classes_of(value), environment)
    if found is None:
        return ABSENT
    method, rest, _ = found
    if type(value) is Vector:
        value.shared = True
    called = Call(Symbol(method.name), node.arguments) if isinstance(method, Builtin) else node
    how = Dispatch(name, rest, value)
    return apply_method(method, [(None, value), *given], environment, called, how)


def plain_subset(value: Value, given: list[Named]) -> Any:
    """Apply the default method of `[` to subscripts and `drop`."""
    drop = True
    indices = []
    for name, item in given:
        if name == "drop":
            drop = item is MISSING or flag(item, "drop")
        elif name != "exact":
            indices.append(item)
    return subset(value, indices, drop=drop)


def plain_element(value: Value, given: list[Named]) -> Any:
    """Apply the default method of `[[` to subscripts and `exact`."""
    exact = True
    indices = []
    for name, item in given:
        if name == "exact":
            exact = is_true(item)
        elif name != "drop":
            indices.append(item)
    if not indices:
        raise RError("invalid subscript type 'symbol'")
    return element(value, indices, exact=exact)


PLAIN = {"[": plain_subset, "[[": plain_element}


@compiler("[[")
def _element_code(node: Call, tail: bool) -> Code:
    del tail
    if not node.arguments or node.arguments[0].value is None:
        raise RError("invalid subscript")
    value_code = looked_at(node.arguments[0].value)
    codes = argument_codes(node.arguments[1:])

    def run(environment: Environment) -> Any:
        value = value_code(environment)
        given = values_of(codes, environment)
        if len(given) == 1:
            found = quick_element(value, given[0][1])
            if found is not None:
                STATE.visible = True
                return found
        return apply_subset("[[", value, given, environment, node)

    return run


def component_name(node: Node | None) -> str | None:
    """Return the name that stands after `$`, None where it is to be computed."""
    match node:
        case Symbol(name):
            return name
        case Constant("character", str() as name):
            return name
    return None


@compiler("$")
def _component_code(node: Call, tail: bool) -> Code:
    del tail
    if len(node.arguments) != 2 or node.arguments[0].value is None:
        raise RError("3 arguments passed to '$' which requires 2")
    value_code = looked_at(node.arguments[0].value)
    name = component_name(node.arguments[1].value)
    if name is None:
        raise RError("invalid subscript type 'language'")

    def run(environment: Environment) -> Any:
        value = value_code(environment)
        STATE.visible = True
        return apply_component(value, name, environment, node)

    return run


def apply_component(value: Value, name: str, environment: Environment, node: Call) -> Any:
    """Return `value$name`: by a method of the class, or the component."""
    if classes_of(value):
        found = dispatched_part("$", value, [(None, boxed(name))], environment, node)
        if found is not ABSENT:
            return found
    try:
        return scalar(component_of(value, name))
    except RError as error:
        return fail_with(error, node)


@compiler("@")
def _slot_code(node: Call, tail: bool) -> Code:
    del tail
    value_code = compiled(node.arguments[0].value)  # type: ignore[arg-type]
    name = component_name(node.arguments[1].value) or ""

    def run(environment: Environment) -> Any:
        value = value_code(environment)
        STATE.visible = True
        try:
            return slot(value, name)
        except RError as error:
            return fail_with(error, node)

    return run


def slot(value: Value, name: str) -> Any:
    """Return `value@name`: an attribute, or a component of a model that has slots in R."""
    from rnet.interpreter.attributes import attribute
    from rnet.interpreter.values import Model

    if isinstance(value, Model):
        return scalar(component_of(value, name))
    if name == ".Data":
        return value
    found = attribute(boxed(value), name)
    if found is None:
        kind = deparse_line(Symbol(name))
        raise RError(
            f'no applicable method for `@` applied to an object of class "{_class(value)}"',
            f"There is no slot {kind}.",
        )
    return found


def _class(value: Value) -> str:
    from rnet.interpreter.attributes import class_names

    return class_names(value)[0]


def _declare(name: str) -> None:
    @builtin(name, "x, ...", context=True)
    def run(context: Any, x: Value, dots: list[Named]) -> Any:
        return apply_subset(name, x, dots, context.environment, context.call)


for _name in PLAIN:
    _declare(_name)


@builtin("$", "x, name", context=True)
def _component(context: Any, x: Value, name: Value) -> Any:
    return apply_component(x, text(name, "name"), context.environment, context.call)


@builtin("getElement", "object, name", context=True)
def _get_element(context: Any, x: Value, name: Value) -> Any:
    return apply_subset("[[", x, [(None, name)], context.environment, context.call)

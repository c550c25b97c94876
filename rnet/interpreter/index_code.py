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
from rnet.interpreter.quick_reading import (
    quick_cell,
    quick_element,
    quick_item,
    quick_line,
    quick_selection,
)
from rnet.interpreter.signalling import fail_with
from rnet.interpreter.values import (
    MISSING,
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
    return symbol(node.name, share=False) if type(node) is Symbol else compiled(node)


@compiler("[")
def _subset_code(node: Call, tail: bool) -> Code:
    del tail
    if not node.arguments or node.arguments[0].value is None:
        raise RError("invalid subscript")
    value_code = looked_at(node.arguments[0].value)
    codes = argument_codes(node.arguments[1:])
    plain = [code for name, code, written, _ in codes if not name and code and not is_dots(written)]
    if len(plain) == len(codes) == 1:
        return _by_one("[", value_code, plain[0], node)
    if len(plain) == len(codes) == 2:
        return _by_two(value_code, plain[0], plain[1], node)
    empty = [code is None and name is None for name, code, _, _ in codes]
    if len(plain) == 1 and len(codes) == 2 and any(empty):
        return _by_line(value_code, plain[0], node, rows=empty[1])

    def run(environment: Environment) -> Any:
        value = value_code(environment)
        return apply_subset("[", value, values_of(codes, environment), environment, node)

    return run


def _by_one(name: str, value_code: Code, index_code: Code, node: Call) -> Code:
    """Return the code of `x[i]` or `x[[i]]`."""
    quick = quick_item if name == "[[" else quick_selection

    def run(environment: Environment) -> Any:
        value = value_code(environment)
        index = index_code(environment)
        found = quick_element(value, index)
        if found is None:
            found = quick(value, index)
        if found is None:
            return apply_subset(name, value, [(None, index)], environment, node)
        STATE.visible = True
        return found

    return run


def _by_line(value_code: Code, index_code: Code, node: Call, *, rows: bool) -> Code:
    """Return the code of `x[i, ]`, or of `x[, j]`."""

    def run(environment: Environment) -> Any:
        value = value_code(environment)
        index = index_code(environment)
        found = quick_line(value, index, rows)
        if found is None:
            given: list[Named] = [(None, index), (None, MISSING)]
            return apply_subset("[", value, given if rows else given[::-1], environment, node)
        STATE.visible = True
        return found

    return run


def _by_two(value_code: Code, row_code: Code, column_code: Code, node: Call) -> Code:
    """Return the code of `x[i, j]`."""

    def run(environment: Environment) -> Any:
        value = value_code(environment)
        row = row_code(environment)
        column = column_code(environment)
        found = quick_cell(value, row, column)
        if found is None:
            given: list[Named] = [(None, row), (None, column)]
            return apply_subset("[", value, given, environment, node)
        STATE.visible = True
        return found

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

    if STATE.session.formal is not None:
        from rnet.interpreter.formal_methods import built_in_part

        result = built_in_part(name, value, given, environment, node)
        if result is not ABSENT:
            return result
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
    if len(codes) == 1:
        name, code, written, _ = codes[0]
        if name is None and code is not None and not is_dots(written):
            return _by_one("[[", value_code, code, node)

    def run(environment: Environment) -> Any:
        value = value_code(environment)
        return apply_subset("[[", value, values_of(codes, environment), environment, node)

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
    if STATE.session.formal is not None:
        from rnet.interpreter.formal_classes import formal_class, slot_of

        if formal_class(value) is not None:
            return scalar(slot_of(value, name))
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

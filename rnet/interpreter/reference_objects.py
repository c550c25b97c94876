"""Objects of reference classes: environments of fields, whose classes are checked, and methods."""

from collections.abc import Callable
from typing import Any

from rnet.conditions import RError, warn
from rnet.interpreter.attributes import class_names
from rnet.interpreter.calls import call_function
from rnet.interpreter.coerce import text
from rnet.interpreter.environment import ABSENT, Environment, Promise
from rnet.interpreter.formal_classes import (
    ClassDefinition,
    belongs,
    class_attribute,
    definition,
    formal_class,
    is_reference,
    prototype_of,
    registry,
)
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.print_value import PLAIN, print_element, write
from rnet.interpreter.values import Builtin, Closure, Named, Value, Vector, boxed
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Node, Symbol

SELF = ".self"


class Fields(frozenset[str]):
    """The names of a reference object's fields, whose classes are checked when they change."""

    own: ClassDefinition
    active: dict[str, Value]
    started: bool = False

    def check(self, name: str, value: Value) -> bool:
        """Refuse a value that is not of the field's class; tell whether it has been kept."""
        if name in self.active:
            call_function(self.active[name], [(None, value)])
            return True
        check_field(self.own, name, value)
        if self.started and name in self.own.locked:
            raise _without_call(
                f"invalid replacement: reference class field \u2018{name}\u2019 is read-only"
            )
        return False


def _without_call(message: str) -> RError:
    error = RError(message)
    error.call = None
    return error


def check_field(own: ClassDefinition, name: str, value: Value) -> None:
    """Refuse a value that is not of the class of a field.

    Raises
    ------
    RError
        `invalid assignment for reference class field ...`
    """
    wanted = all_fields(own).get(name, "ANY")
    if not belongs(value, wanted):
        shown = class_names(boxed(value))[0]
        raise _without_call(
            f"invalid assignment for reference class field \u2018{name}\u2019, should be from "
            f"class \u201c{wanted}\u201d or a subclass (was class \u201c{shown}\u201d)"
        )


def lineage(own: ClassDefinition) -> list[ClassDefinition]:
    """Return a reference class and those above it, the nearest first."""
    found = []
    for name in registry().line(own.name):
        known = definition(name)
        if known is not None and known.fields is not None:
            found.append(known)
    return found


def all_fields(own: ClassDefinition) -> dict[str, str]:
    """Return the fields of a class, those of the classes above it first."""
    found: dict[str, str] = {}
    for one in reversed(lineage(own)):
        found |= one.fields or {}
    return found


def bound(name: str, function: Callable[[Context, list[Named]], Value]) -> Builtin:
    """Return a function of R's that Python runs, with any arguments."""

    def run(context: Context, dots: list[Named]) -> Value:
        return function(context, dots)

    return Builtin(name, (Argument("...", None),), run, True, False, False, (None,))


def _unseen(value: Value) -> Value:
    STATE.visible = False
    return value


def new_object(own: ClassDefinition, dots: list[Named], context: Context) -> Value:
    """Return a new object of a reference class, after its `initialize` method."""
    made = _bare(own)
    start = made.variables.get("initialize")
    if isinstance(start, Closure):
        call_function(start, dots, context.environment, _call("initialize"))
    else:
        init_fields(made, own, dots)
    made.locked.started = True  # type: ignore[attr-defined]
    STATE.visible = True
    return made


def _call(name: str) -> Call:
    return Call(Symbol(name), (Argument(None, Symbol("...")),))


def _bare(own: ClassDefinition) -> Environment:
    """Return an object whose fields hold what their classes start from."""
    standard = Environment(STATE.session.globals)
    made = Environment(standard)
    made.attributes = {"class": class_attribute(own.name)}
    fields = all_fields(own)
    for name, kind in fields.items():
        made.variables[name] = boxed(prototype_of(kind))
    made.variables[SELF] = made
    standard.variables.update(_standard_methods(made, own))
    _install_methods(made, own)
    guard = Fields(fields)
    guard.own = own
    active = {name for one in lineage(own) for name in one.active}
    guard.active = {name: made.variables[name] for name in active}
    made.locked = guard
    return made


def _install_methods(made: Environment, own: ClassDefinition) -> None:
    """Give an object its methods: each sees the fields, and the method it overrides."""
    for one in reversed(lineage(own)):
        for name, method in one.methods.items():
            around = made
            if _mentions(method.node.body, "callSuper"):
                around = Environment(made)
                before = made.variables.get(name, ABSENT)
                if before is not ABSENT:
                    around.variables["callSuper"] = before
                elif name == "initialize":
                    around.variables["callSuper"] = bound(
                        "callSuper", lambda context, dots: init_fields(made, own, dots)
                    )
                elif name in ("copy", "show"):
                    around.variables["callSuper"] = made.parent.variables[name]  # type: ignore[union-attr]
            made.variables[name] = Closure(
                method.node, method.parameters, method.body, around, None, method.source
            )


_MENTIONS: dict[int, tuple[Node, bool]] = {}


def _mentions(body: Node, name: str) -> bool:
    known = _MENTIONS.get(id(body))
    if known is None:
        known = _MENTIONS[id(body)] = (body, _search(body, name))
    return known[1]


def _search(body: Node, name: str) -> bool:
    waiting: list[Any] = [body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Symbol) and node.name == name:
            return True
        if isinstance(node, Call):
            waiting += [node.function, *(argument.value for argument in node.arguments)]
        elif node is not None and hasattr(node, "body"):
            waiting.append(node.body)
    return False


def init_fields(made: Environment, own: ClassDefinition, dots: list[Named]) -> Value:
    """Set fields by name; return the object."""
    fields = all_fields(own)
    for name, value in dots:
        if name and name not in fields:
            error = RError(f"\u2018{name}\u2019 is not a field in class \u201c{own.name}\u201d")
            code = "envRefSetField(.Object, field, classDef, selfEnv, elements[[field]])"
            error.call = parse_expression(code)
            raise error
        if name:
            made.assign(name, boxed(value))
        elif is_reference(value):
            for field in fields:
                made.variables[field] = value.variables.get(field)
        else:
            shown = class_names(boxed(value))[0]
            warn(
                "unnamed arguments to $new() must be objects from a reference class; got an object "
                f"of class \u201c{shown}\u201d"
            )
    return _unseen(made)


def _standard_methods(made: Environment, own: ClassDefinition) -> dict[str, Value]:
    """Return the methods that every object has."""
    from rnet.interpreter.functions import reference_classes as generators

    actions: dict[str, Callable[[Context, list[Named]], Value]] = {
        "copy": lambda context, dots: _copied(made, own),
        "initFields": lambda context, dots: init_fields(made, own, dots),
        "field": lambda context, dots: _field(made, own, dots),
        "show": lambda context, dots: _shown(made, context),
        "callSuper": lambda context, dots: _unseen(None),
        "getClass": lambda context, dots: generators.generator(own, "Reference Class"),
        "getRefClass": lambda context, dots: generators.generator(own),
        "getFields": lambda context, dots: generators.field_classes(own, dots),
        "methods": lambda context, dots: generators.change_methods(own, dots),
    }
    return {name: bound(name, action) for name, action in actions.items()}


def _copied(made: Environment, own: ClassDefinition) -> Value:
    other = _bare(own)
    for name in all_fields(own):
        value = made.get(name)
        if type(value) is Vector:
            value.shared = True
        other.variables[name] = value
    other.locked.started = True  # type: ignore[attr-defined]
    return other


def _field(made: Environment, own: ClassDefinition, dots: list[Named]) -> Value:
    name = text(dots[0][1], "name")
    if name not in all_fields(own):
        raise RError(
            f"\u2018{name}\u2019 is not a valid field or method name for reference class "
            f"\u201c{own.name}\u201d"
        )
    if len(dots) > 1:
        made.assign(name, boxed(dots[1][1]))
        return _unseen(None)
    value = made.get(name)
    if type(value) is Vector:
        value.shared = True
    return value


def _shown(made: Environment, context: Context) -> Value:
    show_fields(made, context.environment)
    return _unseen(None)


def show_reference(value: Environment, environment: Environment) -> None:
    """Show an object by its method `show`, or field by field."""
    own = value.variables.get("show")
    if isinstance(own, Closure):
        call_function(own, [], environment, parse_expression("show()"))  # type: ignore[arg-type]
    else:
        show_fields(value, environment)


def show_fields(value: Environment, environment: Environment) -> None:
    """Show an object field by field."""
    own = registry().classes[formal_class(value) or ""]
    write(f'Reference class object of class "{own.name}"')
    for name in all_fields(own):
        write(f'Field "{name}":')
        print_element(boxed(value.get(name)), PLAIN, environment)


# ---- parts of objects


def reference_part(value: Environment, name: str) -> Value:
    """Return `object$name`: a field or a method.

    Raises
    ------
    RError
        `... is not a valid field or method name for reference class ...`
    """
    found = value.variables.get(name, ABSENT)
    if found is ABSENT and value.parent is not None:
        found = value.parent.variables.get(name, ABSENT)
    if found is ABSENT:
        error = RError(
            f"\u2018{name}\u2019 is not a valid field or method name for reference class "
            f"\u201c{formal_class(value)}\u201d"
        )
        error.call = parse_expression("envRefInferField(x, what, getClass(class(x)), selfEnv)")
        raise error
    if type(found) is Promise:
        found = found.force()
    if isinstance(value.locked, Fields) and name in value.locked.active:
        found = call_function(found, [])
    if type(found) is Vector:
        found.shared = True
    return found

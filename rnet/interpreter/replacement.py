"""Assignment to a part of a value: `x[i] <- v`, `names(x) <- v`, and those nested.

`f(g(x), i) <- v` reads `g(x)`, changes it by `f<-`, and puts it back into `x` by `g<-`. A variable
whose vector nobody else holds is changed in place.
"""

from abc import ABC, abstractmethod
from typing import Any, final

from rnet.conditions import RError
from rnet.interpreter.assigning import assign_component, assign_element, assign_subset
from rnet.interpreter.attributes import classes_of
from rnet.interpreter.calls import apply_builtin, apply_closure, find_function
from rnet.interpreter.compile import ArgumentCode, argument_codes, is_dots, promises_of, values_of
from rnet.interpreter.environment import ABSENT, Environment, Promise, fulfilled
from rnet.interpreter.frame import STATE
from rnet.interpreter.index_code import (
    apply_component,
    apply_subset,
    component_name,
    dispatched_part,
)
from rnet.interpreter.indexing import name_position, single_position
from rnet.interpreter.language_values import LateCall, node_of
from rnet.interpreter.quick_writing import set_cell, set_component, set_element, write_quickly
from rnet.interpreter.signalling import fail_with
from rnet.interpreter.values import (
    MISSING,
    Closure,
    Code,
    Named,
    Value,
    Vector,
    boxed,
)
from rnet.language.tree import Argument, Call, Constant, Node, Symbol

_PRIMITIVE = frozenset(
    "names dim dimnames levels attr attributes class oldClass length environment body".split()  # noqa: SIM905 - a list of names
)
"""Replacement functions whose errors show the whole assignment."""
_OF_SUBSCRIPTS = ("subscript out of bounds", "attempt to select", "invalid negative subscript")


class Place(ABC):
    """A part of a value: how to read it and how to write it."""

    node: Call
    whole: Call

    @abstractmethod
    def read(self, environment: Environment, holder: Value) -> Any:
        """Return the part of the value that holds it."""

    @abstractmethod
    def write(self, environment: Environment, holder: Value, new: Value) -> Any:
        """Return the holder with another part."""

    def written_as(self, name: str, new: Value) -> Call:
        """Return the call R shows for methods: `f<-`(`*tmp*`, i, value = v)."""
        arguments = (Argument(None, Symbol("*tmp*")), *self.node.arguments[1:])
        return Call(Symbol(name), (*arguments, Argument("value", node_of(new))))


@final
class Subscript(Place):
    """`x[i]` or `x[[i]]`."""

    def __init__(self, name: str, node: Call, whole: Call) -> None:
        self.name = name
        self.node = node
        self.whole = whole
        self.codes: list[ArgumentCode] = argument_codes(node.arguments[1:])
        self.is_plain = len(self.codes) in (1, 2) and all(
            own is None and code is not None and not is_dots(written)
            for own, code, written, _ in self.codes
        )

    def read(self, environment: Environment, holder: Value) -> Any:
        """Return the part."""
        given = values_of(self.codes, environment)
        if self.name == "[[" and len(given) == 1 and type(holder) is Vector:
            found = _unshared_item(holder, given[0][1])
            if found is not ABSENT:
                return found
        return apply_subset(self.name, holder, given, environment, self.node)

    def write(self, environment: Environment, holder: Value, new: Value) -> Any:
        """Return the holder with another part."""
        return self.write_at(environment, holder, values_of(self.codes, environment), new)

    def write_at(
        self, environment: Environment, holder: Value, given: list[Named], new: Value
    ) -> Any:
        """Return the holder with other values at known subscripts."""
        if len(given) <= 2 and write_quickly(holder, given, new):
            return holder
        assigning = f"{self.name}<-"
        if classes_of(holder):
            method = f"{assigning}.{classes_of(holder)[0]}"
            shown = LateCall(lambda _: self.written_as(method, new), 0)
            found = dispatched_part(assigning, holder, [*given, ("value", new)], environment, shown)
            if found is not ABSENT:
                return found
        change = assign_subset if self.name == "[" else assign_element
        outer, STATE.call = STATE.call, self.whole
        try:
            return change(holder, [v for n, v in given if n not in ("exact", "drop")], new)
        except RError as error:
            subscript = error.message.startswith(_OF_SUBSCRIPTS)
            return fail_with(error, self.written_as(assigning, new) if subscript else self.whole)
        finally:
            STATE.call = outer


def _unshared_item(holder: Vector, index: Any) -> Any:
    """Return an item of a list as it is, that it may be changed in place; `ABSENT` for none."""
    if holder.kind != "list" or classes_of(holder):
        return ABSENT
    vector = boxed(index)
    if not isinstance(vector, Vector) or len(vector.data) != 1:
        return ABSENT
    position = single_position(holder, vector)
    if position is None or position >= len(holder.data):
        return None
    return _item(holder, position)


def _item(holder: Vector, position: int) -> Any:
    item = holder.data[position]
    if holder.shared and type(item) is Vector:
        item.shared = True
    return item


@final
class Component(Place):
    """`x$a`."""

    def __init__(self, node: Call, whole: Call) -> None:
        self.node = node
        self.whole = whole
        name = component_name(node.arguments[1].value)
        if name is None:
            raise RError("invalid subscript type 'language'")
        self.name = name

    def read(self, environment: Environment, holder: Value) -> Any:
        """Return the part."""
        if type(holder) is Vector and holder.kind == "list" and not classes_of(holder):
            names = None if holder.attributes is None else holder.attributes.get("names")
            position = None if names is None else name_position(names.data, self.name, exact=False)
            return None if position is None else _item(holder, position)
        return apply_component(holder, self.name, environment, self.node)

    def write(self, environment: Environment, holder: Value, new: Value) -> Any:
        """Return the holder with another part."""
        if set_component(holder, self.name, new):
            return holder
        classes = classes_of(holder)
        if classes:
            shown = LateCall(lambda _: self.written_as(f"$<-.{classes[0]}", new), 0)
            given = [(None, boxed(self.name)), ("value", new)]
            found = dispatched_part("$<-", holder, given, environment, shown)
            if found is not ABSENT:
                return found
        outer, STATE.call = STATE.call, self.whole
        try:
            return assign_component(holder, self.name, new)
        except RError as error:
            return fail_with(error, self.whole)
        finally:
            STATE.call = outer


@final
class Slot(Place):
    """`x@a`."""

    def __init__(self, node: Call, whole: Call) -> None:
        self.node = node
        self.whole = whole
        self.name = component_name(node.arguments[1].value) or ""

    def read(self, environment: Environment, holder: Value) -> Any:
        """Return the part."""
        from rnet.interpreter.index_code import slot

        return slot(holder, self.name)

    def write(self, environment: Environment, holder: Value, new: Value) -> Any:
        """Return the holder with another part."""
        from rnet.interpreter.formal_classes import with_slot

        return with_slot(holder, self.name, new)


@final
class Accessor(Place):
    """`f(x, ...)` for any function `f<-`."""

    def __init__(self, name: str, node: Call, whole: Call) -> None:
        self.name = name
        self.node = node
        self.whole = whole
        self.codes: list[ArgumentCode] = argument_codes(node.arguments[1:])
        self.first = node.arguments[0].name

    def read(self, environment: Environment, holder: Value) -> Any:
        """Return the part."""
        function = self._function(self.name, environment)
        return self._run(function, holder, [], environment, self.node)

    def write(self, environment: Environment, holder: Value, new: Value) -> Any:
        """Return the holder with another part."""
        function = self._function(f"{self.name}<-", environment)
        shown = self.whole
        if self.name not in _PRIMITIVE or isinstance(function, Closure):
            shown = self.written_as(f"{self.name}<-", new)
        given: list[Named] = [("value", new)]
        return self._run(function, holder, given, environment, shown)

    def _function(self, name: str, environment: Environment) -> Any:
        try:
            return find_function(name, environment)
        except RError as error:
            return fail_with(error, self.whole)

    def _run(
        self, function: Any, holder: Value, last: list[Named], environment: Environment, node: Call
    ) -> Any:
        if type(holder) is Vector:
            holder.shared = True
        if isinstance(function, Closure):
            promises = [
                (self.first, fulfilled(holder, environment, Symbol("*tmp*"))),
                *promises_of(self.codes, environment),
                *((name, fulfilled(item, environment, node_of(item))) for name, item in last),
            ]
            return apply_closure(function, promises, environment, node)
        values = [(self.first, holder), *values_of(self.codes, environment), *last]
        return apply_builtin(function, values, environment, node)


def _place(node: Call, whole: Call) -> Place:
    match node.function:
        case Symbol("[" | "[[" as name):
            return Subscript(name, node, whole)
        case Symbol("$"):
            return Component(node, whole)
        case Symbol("@"):
            return Slot(node, whole)
        case Symbol(name) | Constant("character", str() as name):
            return Accessor(name, node, whole)
        case Call(Symbol("::" | ":::"), (_, Argument(_, Symbol(name)))):
            return Accessor(name, node, whole)
    raise RError("invalid function in complex assignment")


def _places(target: Node | None, whole: Call) -> tuple[str, list[Place]]:
    """Return the variable that is changed, and the places from it outwards to the target."""
    places: list[Place] = []
    while isinstance(target, Call):
        if not target.arguments:
            raise RError("invalid (NULL) left side of assignment")
        places.append(_place(target, whole))
        target = target.arguments[0].value
    if isinstance(target, Constant) and target.kind == "character" and target.value is not None:
        target = Symbol(str(target.value))
    if not isinstance(target, Symbol):
        raise RError("target of assignment expands to non-language object")
    return target.name, places[::-1]


def replacement_code(target: Call, value: Code, node: Call, *, outer: bool) -> Code:
    """Return the code that assigns to the part of a variable that a call names."""
    try:
        name, places = _places(target, node)
    except RError as error:
        return _failing(error, node)
    inner, last = places[:-1], places[-1]
    if not inner and not outer:
        if isinstance(last, Subscript) and last.is_plain:
            return _single_code(name, last, value, node)
        if isinstance(last, Component):
            return _component_code(name, last, value, node)

    def run(environment: Environment) -> Any:
        new = value(environment)
        if type(new) is Vector:
            new.shared = True
        where, held = _variable(name, environment, node, outer=outer)
        holders = [held]
        for place in inner:
            held = place.read(environment, held)
            holders.append(held)
        changed = last.write(environment, held, new)
        for place, holder in zip(reversed(inner), reversed(holders[:-1]), strict=True):
            changed = place.write(environment, holder, changed)
        if where.locked:
            where.assign(name, changed)
        where.variables[name] = changed
        STATE.visible = False
        return new

    return run


def _single_code(name: str, place: Subscript, value: Code, node: Call) -> Code:
    """Return the code of `x[i] <- v`, `x[[i]] <- v`, `x[i, j] <- v`: mostly one element of ours."""
    codes = [code for _, code, _, _ in place.codes if code is not None]
    first, second = codes[0], codes[1] if len(codes) > 1 else None
    whole = place.name == "[["

    def run(environment: Environment) -> Any:
        new = value(environment)
        if type(new) is Vector:
            new.shared = True
        index = first(environment)
        column = None if second is None else second(environment)
        held = environment.variables.get(name)
        if type(held) is not Vector or not (
            set_element(held, index, new, whole)
            if second is None
            else set_cell(held, index, column, new)
        ):
            given: list[Named] = [(None, index)]
            if second is not None:
                given.append((None, column))
            where, held = _variable(name, environment, node, outer=False)
            changed = place.write_at(environment, held, given, new)
            if where.locked:
                where.assign(name, changed)
            where.variables[name] = changed
        STATE.visible = False
        return new

    return run


def _component_code(name: str, place: Component, value: Code, node: Call) -> Code:
    """Return the code of `x$a <- v`: mostly a component of a list of ours."""
    component = place.name

    def run(environment: Environment) -> Any:
        new = value(environment)
        if type(new) is Vector:
            new.shared = True
        if not set_component(environment.variables.get(name), component, new):
            where, held = _variable(name, environment, node, outer=False)
            changed = place.write(environment, held, new)
            if where.locked:
                where.assign(name, changed)
            where.variables[name] = changed
        STATE.visible = False
        return new

    return run


def _failing(error: RError, node: Call) -> Code:
    def run(environment: Environment) -> Any:
        return fail_with(error, node)

    return run


def _variable(
    name: str, environment: Environment, node: Call, *, outer: bool
) -> tuple[Environment, Any]:
    """Return where the changed variable goes, and its value now."""
    start = environment.parent if outer else environment
    holder = None if start is None else start.holder(name)
    if holder is None:
        from rnet.interpreter.packages import exported

        held = exported(name)
        if held is ABSENT:
            call = None if environment.frame is None else environment.frame.call
            fail_with(RError(f"object '{name}' not found"), call)
        return (STATE.session.globals if outer else environment), _foreign(held)
    held = holder.variables[name]
    if type(held) is Promise:
        held = held.force()
    if held is MISSING:
        from rnet.interpreter.compile import missing_argument

        missing_argument(name, environment)
    if not outer and holder is not environment:
        return environment, _foreign(held)
    return holder, held


def _foreign(held: Value) -> Value:
    """Return a value that somebody else holds, too."""
    if type(held) is Vector:
        held.shared = True
    return held

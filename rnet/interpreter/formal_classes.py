"""Formal classes (S4): their definitions, what extends what, and whether an object is valid."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from rnet.conditions import RError
from rnet.interpreter.attributes import attribute, class_names, classes_of
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE
from rnet.interpreter.values import (
    Builtin,
    Closure,
    FormalObject,
    Language,
    Value,
    Vector,
    boxed,
    character,
)
from rnet.language.tree import Call

DATA = ".Data"
DATA_TYPES = frozenset(
    "numeric character logical integer complex list function expression double matrix".split()  # noqa: SIM905 - names
)
SHAPE = frozenset({"names", "dim", "dimnames"})
FARTHEST = 1000
"""The distance of a value's class from `ANY`."""
_ABOVE: dict[str, tuple[str, ...]] = {
    "integer": ("numeric", "vector", "data.frameRowLabels"),
    "numeric": ("vector",),
    "character": ("vector", "data.frameRowLabels", "SuperClassMethod"),
    "logical": ("vector",),
    "complex": ("vector",),
    "list": ("vector",),
    "expression": ("vector",),
    "function": ("OptionalFunction", "PossibleMethod"),
    "matrix": ("array", "structure", "vector"),
    "array": ("structure", "vector"),
    "data.frame": ("list", "oldClass", "vector"),
    "factor": ("integer", "oldClass", "numeric", "vector"),
    "call": ("language",),
    "name": ("language", "refObject"),
    "environment": ("refObject",),
    "NULL": ("OptionalFunction", "optionalMethod"),
    "lm": ("oldClass",),
    "glm": ("lm", "oldClass"),
}


@dataclass(slots=True, eq=False)
class ClassDefinition:
    """A class: its slots in R's order, what it contains directly, how an object starts.

    `fields` and `methods` are those of a reference class itself; None for others. `locked` fields
    are written once; `active` ones are functions that are called to read and to write them.
    """

    name: str
    slots: dict[str, str]
    contains: list[str]
    virtual: bool = False
    prototype: dict[str, Value] = field(default_factory=dict)
    validity: Value = None
    fields: dict[str, str] | None = None
    methods: dict[str, Closure] = field(default_factory=dict)
    locked: set[str] = field(default_factory=set)
    active: set[str] = field(default_factory=set)

    @property
    def data_type(self) -> str:
        """The basic type that an object is, "" for none."""
        return self.slots.get(DATA, "")


class Registry:
    """The formal classes and methods of one session."""

    def __init__(self) -> None:
        self.classes: dict[str, ClassDefinition] = {}
        self.unions: dict[str, list[str]] = {}
        self.old_classes: dict[str, list[str]] = {}
        self.methods: dict[str, Any] = {}
        self.conversions: dict[tuple[str, str], Closure] = {}

    def above(self, name: str) -> list[str]:
        """Return the classes directly above one."""
        known = self.classes.get(name)
        direct = list(known.contains) if known is not None else list(_ABOVE.get(name, ()))
        direct += self.old_classes.get(name, [])
        return direct + [union for union, members in self.unions.items() if name in members]

    def line(self, name: str) -> dict[str, int]:
        """Return a class and all above it in R's order, with their distances."""
        found, level, distance = {name: 0}, [name], 0
        while level:
            distance += 1
            level = [one for below in level for one in self.above(below)]
            for one in level:
                found.setdefault(one, distance)
        return found


def registry() -> Registry:
    """Return the classes and methods of the running session."""
    session = STATE.session
    if session.formal is None:
        session.formal = Registry()
    found: Registry = session.formal
    return found


def definition(name: str) -> ClassDefinition | None:
    """Return a class that was defined, None for others."""
    return registry().classes.get(name)


def formal_class(value: Value) -> str | None:
    """Return the name of an object's formal class, None for values without one."""
    kind = attribute(value, "class")
    if kind is None or attribute(kind, "package") is None:
        return None
    return str(kind.data[0])


def class_attribute(name: str) -> Vector:
    """Return the class attribute of an object of a formal class."""
    return character([name], {"package": character([".GlobalEnv"])})


def line_of(value: Value) -> dict[str, int]:
    """Return the classes of any value with their distances, the nearest first."""
    own = formal_class(value)
    if own is not None:
        return registry().line(own)
    found: dict[str, int] = {}
    distance = 0
    for name in _kinds(value):
        for one, farther in registry().line(name).items():
            found.setdefault(one, distance + farther)
        distance += 1
    if classes_of(value):
        found.setdefault("oldClass", distance)
    return found


def _kinds(value: Value) -> list[str]:
    vector = boxed(value)
    own = class_names(vector)
    if classes_of(vector):
        return own
    if isinstance(vector, Language) and own[0] not in ("name", "call"):
        return [*own, "language"]
    return own


def belongs(value: Value, name: str) -> bool:
    """Whether a value is of a class, or of one that extends it."""
    return name == "ANY" or name in line_of(value)


# ---- making objects


def prototype_of(name: str) -> Value:
    """Return what a slot of a class holds before anything is assigned to it."""
    own = definition(name)
    if own is not None:
        return None if own.virtual or own.fields is not None else bare_object(own)
    from rnet.interpreter.compile import evaluate
    from rnet.language.parser import parse_expression

    if name in ("ANY", "NULL"):
        return None
    code = _EMPTY.get(name)
    if code is None:
        return FormalObject({".S3Class": character([name])})
    return evaluate(parse_expression(code), STATE.session.globals)


_EMPTY = {
    **{name: f"{name}(0)" for name in ("numeric", "character", "logical", "integer", "complex")},
    "list": "list()",
    "function": "function() NULL",
    "matrix": "matrix(logical(0), 0, 0)",
    "array": "array(logical(0), 0)",
    "data.frame": "data.frame()",
    "factor": "factor()",
    "environment": "new.env()",
    "expression": "expression()",
    "double": "numeric(0)",
    "vector": "logical(0)",
    "table": "structure(integer(0), dim = 0L, class = 'table')",
    "formula": "structure(list(), class = 'formula')",
    "language": "quote(`<undef>`())",
    "call": "quote(`<undef>`())",
}


def bare_object(own: ClassDefinition) -> Value:
    """Return an object of a class, its slots as the prototype has them."""
    attributes = {
        name: boxed(own.prototype[name]) if name in own.prototype else prototype_of(kind)
        for name, kind in own.slots.items()
        if name != DATA
    }
    attributes["class"] = class_attribute(own.name)
    if not own.data_type:
        return FormalObject(attributes)
    data = own.prototype.get(DATA, prototype_of(own.data_type))
    return with_data(FormalObject(attributes), data)


def with_data(value: Value, data: Value) -> Value:
    """Return an object with another data part."""
    from rnet.interpreter.attributes import with_attributes

    own = {name: slot for name, slot in value.attributes.items() if name not in SHAPE}
    part = boxed(data)
    kept = {name: one for name, one in (part.attributes or {}).items() if name in SHAPE}
    return with_attributes(part, {**kept, **own})


def data_part(value: Value) -> Value:
    """Return the basic vector or function an object is."""
    from rnet.interpreter.attributes import with_attributes

    kept = {name: one for name, one in (value.attributes or {}).items() if name in SHAPE}
    return with_attributes(value, kept or None)


def slot_of(value: Value, name: str) -> Value:
    """Return `value@name`.

    Raises
    ------
    RError
        `no slot of name "a" for this object of class "P"`.
    """
    kind = formal_class(value)
    own = None if kind is None else definition(kind)
    if name == DATA:
        return data_part(value)
    if own is not None and own.fields is None and name not in own.slots:
        error = RError(f'no slot of name "{name}" for this object of class "{own.name}"')
        error.call = STATE.frames[-1].call if STATE.frames else None
        raise error
    return attribute(value, name)


def _refused_slot(message: str) -> RError:
    from rnet.interpreter.formal_methods import call_of_function

    error = RError(message)
    error.call = call_of_function("function(cl, name, valueClass) {\n    NULL\n}")
    return error


def with_slot(value: Value, name: str, new: Value) -> Value:
    """Return an object after `value@name <- new`; the class of the new value is checked.

    Raises
    ------
    RError
        `assignment of an object of class ... is not valid ...`, `... is not a slot in class ...`.
    """
    from rnet.interpreter.attributes import with_attribute, with_attributes

    kind = formal_class(value)
    own = None if kind is None else definition(kind)
    if own is None:
        return with_attribute(value, name, new)
    wanted = own.slots.get(name)
    if wanted is None:
        raise _refused_slot(f"\u2018{name}\u2019 is not a slot in class \u201c{own.name}\u201d")
    if not belongs(new, wanted):
        shown = class_names(boxed(new))[0]
        raise _refused_slot(
            f"assignment of an object of class \u201c{shown}\u201d is not valid for @\u2018{name}"
            f'\u2019 in an object of class \u201c{own.name}\u201d; is(value, "{wanted}") is not '
            "TRUE"
        )
    if name == DATA:
        return with_data(value, new)
    return with_attributes(value, {**value.attributes, name: boxed(new)})


# ---- validity


def problems(value: Value, own: ClassDefinition) -> list[str]:
    """Return what is wrong with an object: its slots, then what the validity functions say."""
    wrong = [
        f'invalid object for slot "{name}" in class "{own.name}": got class '
        f'"{class_names(boxed(part))[0]}", should be or extend class "{wanted}"'
        for name, part, wanted in _parts(value, own)
        if not belongs(part, wanted)
    ]
    return wrong or next((found for found in _complaints(value, own) if found), [])


def _parts(value: Value, own: ClassDefinition) -> Iterator[tuple[str, Value, str]]:
    for name, wanted in own.slots.items():
        if name != DATA:
            part = attribute(value, name)
            inner = formal_class(part)
            if part is None and definition(wanted) is not None and inner is None:
                continue  # the prototype of a virtual class
            yield name, part, wanted


def _complaints(value: Value, own: ClassDefinition) -> Iterator[list[str]]:
    from rnet.interpreter.calls import call_function
    from rnet.interpreter.coerce import strings

    for name in reversed(list(registry().line(own.name))):
        known = definition(name)
        if known is not None and isinstance(known.validity, Closure | Builtin):
            answer = boxed(call_function(known.validity, [(None, value)]))
            if isinstance(answer, Vector) and answer.kind == "character":
                yield [text or "NA" for text in strings(answer)]


def complaints_about(value: Value) -> list[str]:
    """Return what is wrong with an object of a formal class."""
    own = definition(formal_class(value) or "")
    return [] if own is None else problems(value, own)


def check_object(value: Value, call: Call | None = None) -> None:
    """Refuse an object that is not valid; `call` is the one to name in the error.

    Raises
    ------
    RError
        `invalid class ... object: ...`
    """
    from rnet.language.parser import parse_expression

    wrong = complaints_about(value)
    if not wrong:
        return
    start = f"invalid class \u201c{formal_class(value)}\u201d object: "
    numbered = wrong if len(wrong) == 1 else [f"{i}: {text}" for i, text in enumerate(wrong, 1)]
    error = RError("\n".join(start + text for text in numbered))
    error.call = call or parse_expression("validObject(.Object)")
    raise error


def is_reference(value: Value) -> bool:
    """Whether a value is an object of a reference class."""
    return isinstance(value, Environment) and formal_class(value) is not None

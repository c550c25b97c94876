"""Formal classes: setClass, new, validObject, slots, is, as."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.attributes import class_names
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import flag, strings, text
from rnet.interpreter.formal_classes import (
    DATA,
    DATA_TYPES,
    ClassDefinition,
    bare_object,
    belongs,
    check_object,
    complaints_about,
    definition,
    formal_class,
    line_of,
    prototype_of,
    registry,
    slot_of,
    with_data,
    with_slot,
)
from rnet.interpreter.formal_methods import Chain, applicable, generic_of, run_method
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.printing import invisible
from rnet.interpreter.models import component_names
from rnet.interpreter.values import (
    MISSING,
    Closure,
    FormalObject,
    Model,
    Named,
    Value,
    Vector,
    boxed,
    character,
)
from rnet.language.parser import parse_expression


def named_texts(value: Value) -> tuple[dict[str, str], list[str]]:
    """Return the classes of slots by name, and the texts without a name, of `representation`."""
    if value is MISSING or value is None:
        return {}, []
    vector = boxed(value)
    items = [text(boxed(item), "class") for item in vector.data]
    names = vector.attributes["names"].data if vector.attributes else [""] * len(items)
    pairs = list(zip(names, items, strict=True))
    return {name: kind for name, kind in pairs if name}, [kind for name, kind in pairs if not name]


@builtin("representation signature", "...")
def representation(dots: list[Named]) -> Vector:
    """Return names of slots and their classes."""
    own = {"names": character([name or "" for name, _ in dots])}
    return character([text(value, "class") for _, value in dots], own)


_CLASS = (
    "Class, representation = .missing, prototype = NULL, contains = NULL, validity = NULL, "
    "where = NULL, package = NULL, sealed = FALSE, slots = .missing, ..."
)


@builtin("setClass", _CLASS)
def set_class(name: Value, shown: Value, prototype: Value, contains: Value, validity: Value,
              *others: Any) -> Value:  # fmt: skip
    """Define a class; return a function that makes its objects."""
    own = text(name, "Class")
    slots, above = named_texts(shown)
    more, unnamed = named_texts(others[3])
    slots |= more | dict.fromkeys(unnamed, "ANY")
    above += [one or "" for one in strings(contains)] if contains is not None else []
    supers = [one for one in above if one != "VIRTUAL"]
    for one in supers:
        _check_known(one, own)
    virtual = "VIRTUAL" in above or (not slots and not supers and prototype is None)
    made = ClassDefinition(own, _all_slots(slots, supers), supers, virtual, validity=validity)
    made.prototype = _inherited_prototype(supers) | _prototype(prototype)
    registry().classes[own] = made
    return invisible(_generator(own))


def _check_known(name: str, own: str) -> None:
    if definition(name) is None and name not in DATA_TYPES | ALSO and not _is_old(name):
        error = RError(
            f"no definition was found for superclass \u201c{name}\u201d in the specification of "
            f"class \u201c{own}\u201d"
        )
        code = "reconcilePropertiesAndPrototype(name, slots, prototype, superClasses, where)"
        error.call = parse_expression(code)
        raise error


ALSO = frozenset({"data.frame", "factor", "environment", "array", "vector", "oldClass"})


def _is_old(name: str) -> bool:
    return name in registry().old_classes or name in registry().unions


def _all_slots(slots: dict[str, str], supers: list[str]) -> dict[str, str]:
    """Return the slots of a class: the data part, its own, then those of the classes above."""
    found = dict(slots)
    data = ""
    for one in supers:
        known = definition(one)
        inherited = {DATA: one} if known is None and one in DATA_TYPES | ALSO else {}
        for name, kind in (known.slots if known is not None else inherited).items():
            if name == DATA:
                data = data or kind
            else:
                found.setdefault(name, kind)
    return {DATA: data, **found} if data else found


def _inherited_prototype(supers: list[str]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for one in reversed(supers):
        known = definition(one)
        found |= known.prototype if known is not None else {}
    return found


@builtin("prototype", "...")
def prototype_parts(dots: list[Named]) -> Vector:
    """Return what slots hold at first."""
    from rnet.interpreter.values import list_of

    return list_of([value for _, value in dots], [name or "" for name, _ in dots])


def _prototype(value: Value) -> dict[str, Value]:
    vector = boxed(value)
    if not isinstance(vector, Vector):
        return {}
    names = (vector.attributes or {}).get("names")
    if names is None:
        return {DATA: vector}
    items = vector.data if vector.kind == "list" else [boxed(v) for v in vector.data.tolist()]
    return {name or DATA: item for name, item in zip(names.data, items, strict=True)}


def _generator(name: str) -> Closure:
    """Return the function that `setClass` gives: it makes objects of the class."""
    from rnet.interpreter.compile import evaluate
    from rnet.interpreter.frame import STATE

    made = evaluate(parse_expression(f'function(...) new("{name}", ...)'), STATE.session.globals)
    assert isinstance(made, Closure)
    made.source = None
    made.attributes = {
        "className": character([name]),
        "class": character(["classGeneratorFunction"], {"package": character(["methods"])}),
    }
    return made


@builtin("setClassUnion", "name, members = NULL, where = NULL")
def set_class_union(name: Value, members: Value, where: Value) -> Value:
    """Define a class that others belong to."""
    own = text(name, "name")
    registry().unions[own] = [one or "" for one in strings(members)]
    registry().classes[own] = ClassDefinition(own, {}, [], virtual=True)
    return invisible(_generator(own))


@builtin("setOldClass", "Classes, ...")
def set_old_class(classes: Value, dots: list[Named]) -> Value:
    """Make S3 classes known to formal ones."""
    names = [one or "" for one in strings(classes)]
    for place, name in enumerate(names):
        registry().old_classes[name] = [*names[place + 1 :], "oldClass"]
    return invisible(None)


@builtin("setValidity", "Class, method, where = NULL", context=True)
def set_validity(context: Context, name: Value, method: Value, where: Value) -> Value:
    """Set what decides whether objects of a class are valid."""
    own = known_class(text(name, "Class"))
    own.validity = method
    return FormalObject({"className": character([own.name]), "class": character(
        ["classRepresentation"], {"package": character(["methods"])})})  # fmt: skip


def known_class(name: str) -> ClassDefinition:
    """Return the definition of a class.

    Raises
    ------
    RError
        `“A” is not a defined class`
    """
    own = definition(name)
    if own is None:
        error = RError(f"\u201c{name}\u201d is not a defined class")
        error.call = parse_expression("getClass(Class, where = topenv(parent.frame()))")
        raise error
    return own


# ---- objects


@builtin("new", "Class, ...", context=True)
def new(context: Context, name: Value, dots: list[Named]) -> Value:
    """Make an object of a class."""
    kind = text(name, "Class")
    if definition(kind) is None and kind in DATA_TYPES | ALSO:
        return boxed(dots[0][1]) if dots else prototype_of(kind)
    own = known_class(kind)
    if own.fields is not None:
        from rnet.interpreter.reference_objects import new_object

        return new_object(own, dots, context)
    if own.virtual:
        raise RError(f'trying to generate an object from a virtual class ("{kind}")')
    return initialized(bare_object(own), dots, context)


def initialized(value: Value, dots: list[Named], context: Context) -> Value:
    """Return an object after the `initialize` method of its class."""
    generic = generic_of("initialize")
    methods = [] if generic is None else list(generic.methods.values())
    found = applicable(methods, [line_of(value)])
    if not found or generic is None:
        return initialize_plainly(value, dots)
    chain = Chain(generic, "initialize", found[1:])
    node = parse_expression("initialize(value, ...)")
    return run_method(chain, found[0], [(None, value), *dots], context.environment, node)  # type: ignore[arg-type]


@builtin("initialize", ".Object, ...", context=True)
def initialize(context: Context, value: Value, dots: list[Named]) -> Value:
    """Return an object with slots set, by the method of its class."""
    return initialized(value, dots, context)


@builtin("initialize.default", ".Object, ...")
def initialize_default(value: Value, dots: list[Named]) -> Value:
    """Return an object with slots set."""
    return initialize_plainly(value, dots)


def initialize_plainly(value: Value, dots: list[Named]) -> Value:
    """Return an object with slots set and checked: R's default method of `initialize`."""
    kind = formal_class(value)
    own = None if kind is None else definition(kind)
    if own is None or not dots:
        return value
    for name, item in dots:
        if not name:
            value = _with_part(value, own, item)
    unknown = [name for name, _ in dots if name and name not in own.slots]
    if unknown:
        word, end = ("name", "slot") if len(unknown) == 1 else ("names", "slots")
        raise _in_initialize(
            f"invalid {word} for {end} of class \u201c{own.name}\u201d: {', '.join(unknown)}"
        )
    slots = dict(value.attributes)
    for name, item in dots:
        if name == DATA:
            value = with_data(value, item)
        elif name:
            slots[name] = boxed(item)
    from rnet.interpreter.attributes import with_attributes

    value = with_attributes(value, {**(value.attributes or {}), **slots})
    check_object(value)
    return value


def _with_part(value: Value, own: ClassDefinition, item: Value) -> Value:
    """Return an object with the slots of an object of a class above it, or other data."""
    from rnet.interpreter.attributes import with_attributes

    kind = formal_class(item)
    if kind is not None and kind in registry().line(own.name):
        kept = {name: part for name, part in item.attributes.items() if name != "class"}
        return with_attributes(value, {**value.attributes, **kept})
    if own.data_type and belongs(item, own.data_type):
        return with_data(value, item)
    shown = class_names(boxed(item))[0]
    raise _in_initialize(
        f"cannot use object of class \u201c{shown}\u201d in new():  class \u201c{own.name}\u201d "
        "does not extend that class"
    )


def _in_initialize(message: str) -> RError:
    error = RError(message)
    error.call = parse_expression("initialize(value, ...)")
    return error


@builtin("validObject", "object, test = FALSE, complete = FALSE", context=True)
def valid_object(context: Context, value: Value, test: Value, complete: Value) -> Value:
    """Return TRUE for a valid object; fail for others."""
    if flag(test, "test"):
        wrong = complaints_about(value)
        return character(wrong) if wrong else boxed(True)
    check_object(value, context.call)
    return boxed(True)


# ---- slots


@builtin("slot", "object, name")
def slot(value: Value, name: Value) -> Value:
    """Return a slot of an object."""
    return slot_of(value, text(name, "name"))


@builtin("slot<- @<-", "object, name, check = TRUE, value")
def set_slot(target: Value, name: Value, check: Value, value: Value) -> Value:
    """Return an object with another slot."""
    return with_slot(target, text(name, "name"), value)


def class_named(value: Value) -> str:
    """Return the class that a text names, or that an object is of."""
    vector = boxed(value)
    own = formal_class(vector)
    if own is not None:
        return own
    if isinstance(vector, Vector) and vector.kind == "character" and len(vector.data) == 1:
        return str(vector.data[0])
    return class_names(vector)[0]


@builtin("slotNames", "x")
def slot_names(x: Value) -> Value:
    """Return the names of the slots of a class or object."""
    if isinstance(x, Model):
        return character(component_names(x))
    own = definition(class_named(x))
    return character([] if own is None else list(own.slots))


@builtin("getSlots", "x")
def get_slots(x: Value) -> Value:
    """Return the classes of the slots of a class."""
    own = known_class(class_named(x))
    return character(list(own.slots.values()), {"names": character(list(own.slots))})


@builtin(".hasSlot", "object, name")
def has_slot(value: Value, name: Value) -> bool:
    """Whether an object has a slot."""
    own = definition(class_named(value))
    return own is not None and text(name, "name") in own.slots


@builtin("isS4", "object")
def is_s4(value: Value) -> bool:
    """Whether a value is an object of a formal class."""
    return formal_class(value) is not None

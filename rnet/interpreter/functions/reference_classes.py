"""Reference classes: setRefClass, and what its generator does."""

from collections.abc import Callable

from rnet.conditions import RError
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import given, strings, text
from rnet.interpreter.formal_classes import (
    ClassDefinition,
    formal_class,
    is_reference,
    registry,
)
from rnet.interpreter.frame import STATE
from rnet.interpreter.functions.formal_classes import known_class
from rnet.interpreter.functions.formal_showing import properties_text
from rnet.interpreter.functions.printing import invisible
from rnet.interpreter.print_value import write
from rnet.interpreter.reference_objects import all_fields, bound, lineage
from rnet.interpreter.values import Closure, Named, Value, boxed, character
from rnet.language.parser import parse_expression

ROOT = ("envRefClass", ".environment", "refClass", "environment", "refObject")
STANDARD = tuple(
    """field trace getRefClass initFields copy callSuper .objectPackage export untrace getClass show
    usingMethods .objectParent import""".split()  # noqa: SIM905 - a list of names
)


@builtin("setRefClass", "Class, fields = NULL, contains = NULL, methods = NULL, ...")
def set_ref_class(
    name: Value, fields: Value, contains: Value, methods: Value, dots: list[Named]
) -> Value:
    """Define a reference class; return its generator."""
    own = text(name, "Class")
    above = [one or "" for one in strings(contains)] if contains is not None else []
    above = [one for one in above if one not in ("VIRTUAL", *ROOT)]
    for one in above:
        known_class(one)
    made = ClassDefinition(own, {}, above or list(ROOT), fields=_fields(fields))
    registry().classes[own] = made
    functions = [item for item in _items(fields) if isinstance(item[1], Closure)]
    made.active = {field for field, _ in functions}
    _add_methods(made, functions)
    _add_methods(made, [] if methods is None else _items(methods))
    return invisible(generator(made))


def _fields(value: Value) -> dict[str, str]:
    if value is None:
        return {}
    vector = boxed(value)
    names = (vector.attributes or {}).get("names")
    if names is None:
        return dict.fromkeys([one or "" for one in strings(vector)], "ANY")
    items = [boxed(item) for item in (vector.data if vector.kind == "list" else strings(vector))]
    pairs = zip(names.data, items, strict=True)
    return {name: text(one, "fields") for name, one in pairs if not isinstance(one, Closure)}


def _items(value: Value) -> list[tuple[str, Value]]:
    vector = boxed(value)
    names = None if vector is None else (vector.attributes or {}).get("names")
    return [] if names is None else list(zip(names.data, vector.data, strict=True))


def _add_methods(own: ClassDefinition, items: list[tuple[str, Value]]) -> None:
    own.methods |= {name: item for name, item in items if isinstance(item, Closure)}


def generator(own: ClassDefinition, title: str = "Generator for class") -> Closure:
    """Return the generator of a class: a function, and `$new`, `$methods`, `$fields` ..."""
    from rnet.interpreter.compile import evaluate

    code = f'function(...) new("{own.name}", ...)'
    made = evaluate(parse_expression(code), STATE.session.globals)
    assert isinstance(made, Closure)
    made.source = None
    made.attributes = {
        "className": character([own.name]),
        "title": character([title]),
        "class": character(["refObjectGenerator"], {"package": character(["methods"])}),
    }
    return made


@builtin("$.refObjectGenerator", "x, name")
def generator_part(x: Closure, name: Value) -> Value:
    """Return `Class$new`, `Class$methods` and the like."""
    own = known_class(str((x.attributes or {})["className"].data[0]))
    wanted = text(name, "name")
    if wanted == "className":
        return boxed(own.name)
    if wanted == "new":
        return Closure(x.node, x.parameters, x.body, x.environment)
    action = GENERATOR_ACTIONS.get(wanted)
    if action is None:
        raise RError(
            f"\u2018{wanted}\u2019 is not a valid field or method name for reference class "
            "\u201crefObjectGenerator\u201d"
        )
    return bound(wanted, lambda context, dots: action(own, dots))


def change_methods(own: ClassDefinition, dots: list[Named]) -> Value:
    """Add methods to a class; without any return the names of those it has."""
    if not dots:
        names = [name for one in lineage(own) for name in reversed(one.methods)]
        return character([*names, *STANDARD])
    items: list[tuple[str, Value]] = []
    for name, value in dots:
        items += [(name, value)] if name else _items(value)
    _add_methods(own, items)
    return invisible(None)


def field_classes(own: ClassDefinition, dots: list[Named]) -> Value:
    """Return the classes of the fields by name."""
    found = all_fields(own)
    return character(list(found.values()), {"names": character(list(found))})


def _lock(own: ClassDefinition, dots: list[Named]) -> Value:
    own.locked |= {text(value, "...") for _, value in dots}
    return invisible(None)


def _show_generator(own: ClassDefinition, dots: list[Named]) -> Value:
    write(generator_text(own))
    return invisible(None)


GENERATOR_ACTIONS: dict[str, Callable[[ClassDefinition, list[Named]], Value]] = {
    "methods": change_methods,
    "fields": field_classes,
    "lock": _lock,
    "show": _show_generator,
    "help": lambda own, dots: invisible(None),
    "accessors": lambda own, dots: invisible(None),
}


def generator_text(own: ClassDefinition, title: str = "Generator for class") -> str:
    """Return what is shown of a reference class."""
    fields = all_fields(own)
    lines = [f'{title} "{own.name}":', ""]
    lines += ["Class fields:", properties_text(fields)] if fields else ["No fields defined"]
    names = [f'"{name}"' for one in lineage(own) for name in reversed(one.methods)]
    names += [f'"{name}"' for name in STANDARD]
    lines += ["", " Class Methods: ".strip() + " ", _filled(names)]
    above = [one.name for one in lineage(own)[1:]] + [ROOT[0]]
    lines += ["", "Reference Superclasses: ", _filled([f'"{name}"' for name in above]), ""]
    return "\n".join(lines)


def _filled(words: list[str]) -> str:
    """Return words with commas between them, in lines as R fills them."""
    lines, line = [], "    "
    for place, word in enumerate(words):
        piece = word + (", " if place + 1 < len(words) else "")
        if len(line) + len(piece.rstrip()) + 1 > 80 and line.strip():
            lines.append(line)
            line = "    "
        line += (" " if line == "    " else "") + piece
    return "\n".join([*lines, line]).replace(", \n", ", \n")


@builtin("getRefClass", "Class, ...")
def get_ref_class(name: Value, dots: list[Named]) -> Value:
    """Return the generator of a reference class."""
    kind = formal_class(name) if given(name) and is_reference(name) else text(name, "Class")
    return generator(known_class(kind or ""))

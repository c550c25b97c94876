"""`str` of any value: classes, attributes and components as R shows them."""

from dataclasses import dataclass

from rnet.interpreter.attributes import classes_of, names_of
from rnet.interpreter.bridge import to_python
from rnet.interpreter.coerce import is_factor
from rnet.interpreter.environment import Environment
from rnet.interpreter.models import unclassed
from rnet.interpreter.values import (
    Attributes,
    Builtin,
    Closure,
    Language,
    Model,
    Value,
    Vector,
    boxed,
    character,
)
from rnet.language.deparse import deparse_line
from rnet.language.tree import Symbol
from rnet.printing.structure import (
    Place,
    attribute_lines,
    elements,
    format_structure,
    structure,
)

OWN_LINE = frozenset({"names", "dim", "dimnames", "levels", "tsp", "row.names", "class"})
"""Attributes that show in the first line, or in lines of their own kind."""
KNOWN_CLASSES = frozenset({"factor", "ordered", "Date", "table", "data.frame", "ts"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A value whose structure is to be shown."""

    value: Value


def structure_text(value: Value, place: Place, *, head: bool = True) -> str:
    """Return the text `str` prints of a value, without the last newline."""
    return format_structure(Shown(boxed(value)), place, head=head)


@structure.register
def _(x: Shown, place: Place) -> list[str]:
    match x.value:
        case Vector():
            return _vector_lines(x.value, place)
        case Model():
            inner = unclassed(x.value)
            kinds = {"class": character(x.value.classes)}
            return _list_lines(inner, {**(inner.attributes or {}), **kinds}, place)
        case Closure() | Builtin():
            return [f"function ({_parameters(x.value)})  "]
        case Language():
            return _language_lines(x.value, place)
        case Environment():
            from rnet.interpreter.value_text import environment_text

            return [f"{environment_text(x.value)} "]
    return structure(to_python(x.value), place)


def _vector_lines(value: Vector, place: Place) -> list[str]:
    own = value.attributes or {}
    if value.kind == "expression":
        parts = ", ".join(deparse_line(item.node) for item in value.data if isinstance(item, Language))
        return [f"  expression({parts})"]
    if value.kind == "list":
        if "data.frame" in classes_of(value):
            return _frame_lines(value, place)
        return _list_lines(value, own, place)
    return _atomic_lines(value, own, place)


def _frame_lines(value: Vector, place: Place) -> list[str]:
    kinds = classes_of(value)
    columns = [Shown(boxed(column)) for column in value.data]
    names = [str(name) for name in names_of(value) or []]
    rows = len(to_python(value))
    noun = "variable" if len(columns) == 1 else "variables"
    shown = f"'{kinds[0]}'" if len(kinds) == 1 else _class_words(kinds)
    title = f"{shown}:\t{rows} obs. of  {len(columns)} {noun}{':' if columns else ''}"
    lines = [title, *elements(columns, names, place, in_frame=place.level == 0)]
    return lines + _attributes_below(value.attributes or {}, place, OWN_LINE)


def _class_words(kinds: list[str]) -> str:
    *front, last = [f"‘{kind}’" for kind in kinds]
    return f"Classes {', '.join(front)} and {last}" if len(front) > 0 else f"Class {last}"


def _list_lines(value: Vector, own: Attributes, place: Place) -> list[str]:
    items = [Shown(boxed(item)) for item in value.data]
    if not items:
        named = " Named list()" if "names" in own else " list()"
        return [named, *_attributes_below(own, place, frozenset({"names"}))]
    names = [str(name or "") for name in names_of(value) or [""] * len(items)]
    lines = [f"List of {len(items)}", *elements(items, names, place)]
    return lines + _attributes_below(own, place, frozenset({"names", "row.names"}))


def _atomic_lines(value: Vector, own: Attributes, place: Place) -> list[str]:
    kinds = classes_of(value)
    bare = {name: item for name, item in own.items() if name in OWN_LINE}
    unknown = [kind for kind in kinds if kind not in KNOWN_CLASSES]
    if unknown or is_factor(value):
        bare = {name: item for name, item in bare.items() if name not in ("class", "names")}
    if is_factor(value):
        bare = {name: own[name] for name in ("levels", "class")}
        unknown = []
    first, *rest = structure(to_python(Vector(value.kind, value.data, bare), single=False), place)
    if unknown:
        words = ", ".join(f"'{kind}'" for kind in kinds)
        named = " Named" if "names" in own else ""
        first = f" {words}{named}{first}"
        if named:
            rest = [*attribute_lines("names", to_python(own["names"], single=False), place), *rest]
    return [first, *rest, *_attributes_below(own, place, OWN_LINE)]


def _attributes_below(own: Attributes, place: Place, hidden: frozenset[str]) -> list[str]:
    lines: list[str] = []
    for name, item in own.items():
        if name not in hidden and name != "srcref":
            lines += attribute_lines(name, Shown(boxed(item)), place)
    return lines


def _language_lines(value: Language, place: Place) -> list[str]:
    kinds = classes_of(value)
    word = "symbol" if isinstance(value.node, Symbol) else "language"
    first = f" {word} {deparse_line(value.node)}"
    if not kinds:
        return [first]
    words = ", ".join(f"'{kind}'" for kind in kinds)
    title = f"Class{'es' if len(kinds) > 1 else ''} {words} {first}"
    return [title, *_attributes_below(value.attributes or {}, place.below(), frozenset({"class"}))]


def _parameters(function: Closure | Builtin) -> str:
    parts = []
    known = (
        function.node.parameters if isinstance(function, Closure) else function.parameters
    )
    for parameter in known:
        default = parameter.value
        shown = "" if default is None or default == Symbol(".missing") else f" = {deparse_line(default)}"
        parts.append(f"{parameter.name}{shown}")
    return ", ".join(parts)

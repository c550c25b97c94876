"""What `str` shows of values: kind, size, first elements, attributes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from rnet.interpreter.attributes import (
    attribute,
    classes_of,
    dim_of,
    inherits,
    names_of,
    row_count,
)
from rnet.interpreter.environment import Environment
from rnet.interpreter.print_value import expanded_row_names
from rnet.interpreter.shown import shown_vector
from rnet.interpreter.value_text import environment_text, function_header
from rnet.interpreter.values import (
    Attributes,
    Builtin,
    Closure,
    FormalObject,
    Language,
    Model,
    Value,
    Vector,
    boxed,
)
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call, Symbol
from rnet.printing.structure import TYPES, Place, dates_text, level_texts, shown_values

_OWN = frozenset({"names", "dim", "class", "levels", "tsp", "tzone"})


@dataclass(frozen=True, slots=True)
class Outline:
    """How `str` is to show things: besides `Place`, what stands before each component."""

    place: Place
    indent: str = " "
    mark: str = "$ "
    longest_list: int = 99

    @property
    def depth(self) -> int:
        """Return the depth of nesting, 0 outside."""
        return self.place.level

    def below(self, *, in_frame: bool = False) -> "Outline":
        """Return the outline of components."""
        return replace(self, place=self.place.below(in_frame=in_frame), indent=f"{self.indent} ..")


def structure_lines(value: Value, outline: Outline) -> list[str]:
    """Return what follows a component's name, then the lines below it."""
    item = boxed(value)
    match item:
        case None:
            return [" NULL"]
        case Model():
            from rnet.interpreter.models import unclassed

            return _list_lines(unclassed(item), classes_of(item), outline)
        case Vector():
            return _vector_lines(item, outline)
        case Language():
            return _language_lines(item, outline)
        case FormalObject():
            return _slot_lines(item, outline)
        case Closure() | Builtin():
            head = f"{function_header(item).rstrip()}  "
            return [head, *_attributes(item, outline, frozenset({"srcref"}), keep_class=True)]
        case Environment():
            return [environment_text(item) + " "]
    return [f" {item}"]


def _slot_lines(item: FormalObject, outline: Outline) -> list[str]:
    """Return the slots of an object of a formal class."""
    own = dict(item.attributes or {})
    kind = own.pop("class").data[0]
    slots = "slot" if len(own) == 1 else "slots"
    lines = [f"Formal class '{kind}' [package \".GlobalEnv\"] with {len(own)} {slots}"]
    width = max(map(len, own), default=0)
    inner = outline.below()
    for name, part in own.items():
        first, *rest = structure_lines(part, inner.below())
        lines += [f"{inner.indent}@ {name.ljust(width)}:{first}", *rest]
    return lines


def _language_lines(item: Language, outline: Outline) -> list[str]:
    if isinstance(item.node, Symbol):
        return [f" symbol {item.node.name}"]
    text = deparse_line(item.node)
    kinds = classes_of(item)
    is_formula = isinstance(item.node, Call) and item.node.function == Symbol("~")
    if not (kinds or is_formula):
        return [f" language {text}"]
    words = ", ".join(f"'{kind}'" for kind in kinds or ["formula"])
    line = f"Class{'es' if len(kinds) > 1 else ''} {words}  language {text}"
    if not outline.place.give_attr:
        return [line]
    inner = outline.below()
    rest = _attributes(item, inner, frozenset({"class", ".Environment"}))
    where = attribute(item, ".Environment")
    shown = "<environment: R_GlobalEnv>" if where is None else environment_text(where)
    return [line, *rest, f'{inner.indent}- attr(*, ".Environment")={shown} ']


def _vector_lines(item: Vector, outline: Outline) -> list[str]:
    kinds = classes_of(item)
    if "data.frame" in kinds:
        return _frame_lines(item, kinds, outline)
    if item.kind == "expression":
        texts = ", ".join(_deparsed(part) for part in item.data)
        return [f"  expression({texts})"]
    if item.kind == "list":
        return _list_lines(item, kinds, outline)
    if "factor" in kinds:
        return [_factor_line(item, outline), *_attributes(item, outline, _OWN - {"names"})]
    if "ts" in kinds:
        return _series_lines(item, outline)
    if ("Date" in kinds or "POSIXct" in kinds) and len(item.data):
        return [_date_line(item, outline)]
    return _atomic_lines(item, kinds, outline)


def _deparsed(part: Any) -> str:
    from rnet.interpreter.language_values import node_of

    return deparse_line(node_of(part))


def _factor_line(item: Vector, outline: Outline) -> str:
    levels = ["NA" if level is None else level for level in attribute(item, "levels").data]
    ordered = inherits(item, "ordered")
    name = "Ord.factor" if ordered else "Factor"
    noun = "level" if len(levels) == 1 else "levels"
    codes = shown_values(shown_vector(Vector("integer", item.data)), outline.place)
    shown = f" {level_texts(levels, ordered)}" if levels else ""
    return f" {name} w/ {len(levels)} {noun}{shown}: {codes}"


def _series_lines(item: Vector, outline: Outline) -> list[str]:
    from rnet.printing.numbers import number_text

    start, end, _ = attribute(item, "tsp").data.tolist()
    dim = attribute(item, "dim")
    sizes = [len(item.data)] if dim is None else dim.data.tolist()
    extent = ", ".join(f"1:{size}" for size in sizes)
    values = shown_values(shown_vector(Vector(item.kind, item.data)), outline.place)
    times = f"from {number_text(start, 3)} to {number_text(end, 3)}"
    head = f" Time-Series [{extent}] {times}: {values}"
    return [head, *_attributes(item, outline, _OWN)]


def _date_line(item: Vector, outline: Outline) -> str:
    import pandas as pd

    from rnet.interpreter.functions.dates import day_of
    from rnet.printing.elements import Vector as Shown

    if inherits(item, "Date"):
        return dates_text(Shown("date", [day_of(d) for d in item.data.tolist()]), outline.place)
    times = [None if np.isnan(s) else pd.Timestamp(s, unit="s") for s in item.data]
    return dates_text(Shown("time", times), outline.place)


def _atomic_lines(item: Vector, kinds: Sequence[str], outline: Outline) -> list[str]:
    place = outline.place
    names = names_of(item) if dim_of(item) is None else None
    kind = "cplx" if item.kind == "complex" else {"raw": "raw", **TYPES}[item.kind]
    prefix = f" '{kinds[0]}'" if kinds else " Named" if names is not None else ""
    if kinds and names is not None:
        prefix = f" '{kinds[0]}' Named"
    head = f"{kind} {_extent(item, outline)}"
    if item.kind in ("complex", "raw") and len(item.data):
        most = 3 if item.kind == "complex" else round(outline.place.length)
        first = Vector(item.kind, item.data[:most])
        shown = " ".join("NA" if t is None else t for t in shown_vector(first).data)
        shown += " ..." if len(item.data) > most else ""
    elif not len(item.data) and not (place.in_frame and dim_of(item) is None):
        head, shown = f"{kind}({'0' if dim_of(item) is None else _sizes(item)}) ", ""
    else:
        shown = shown_values(shown_vector(item), place, head)
    return [f"{prefix} {head}{shown}", *_attributes(item, outline, _OWN - _shown_names(names))]


def _shown_names(names: Any) -> frozenset[str]:
    return frozenset() if names is None else frozenset({"names"})


def _sizes(item: Vector) -> str:
    return ", ".join(f"1:{n}" if n else "0" for n in dim_of(item) or ())


def _extent(item: Vector, outline: Outline) -> str:
    """Return `[1:3] `, the dimensions of an array, or a blank for a column."""
    dim = dim_of(item)
    if dim is not None:
        sizes = ", ".join("1" if n == 1 and len(dim) > 1 else f"1:{n}" if n else "0 " for n in dim)
        return f"[{sizes}{'(1d)' if len(dim) == 1 else ''}] "
    if outline.place.in_frame:
        return " " if len(item.data) > 1 else ""
    return "" if len(item.data) == 1 else f"[1:{len(item.data)}] "


def _frame_lines(item: Vector, kinds: Sequence[str], outline: Outline) -> list[str]:
    count = len(item.data)
    noun = "variable" if count == 1 else "variables"
    colon = ":" if count else ""
    others = [f"‘{kind}’" for kind in kinds if kind != "data.frame"]
    name = f"Classes {', '.join(others)} and 'data.frame'" if others else "'data.frame'"
    head = f"{name}:\t{row_count(item)} obs. of  {count} {noun}{colon}"
    lines = _components(item, outline, in_frame=outline.depth == 0 or outline.place.in_frame)
    return [head, *lines, *_attributes(item, outline, _OWN | {"row.names"})]


def _list_lines(item: Vector, kinds: Sequence[str], outline: Outline) -> list[str]:
    dim = attribute(item, "dim")
    hidden = _OWN - {"class"}
    if not len(item.data):
        head = " Named list()" if names_of(item) is not None else " list()"
        return [head, *_attributes(item, outline, hidden, kinds)]
    head = f"List of {len(item.data)}"
    lines = _components(item, outline, in_frame=outline.place.in_frame)
    if dim is not None:
        hidden = hidden - {"dim"}
    return [head, *lines, *_attributes(item, outline, hidden, kinds)]


def _components(item: Vector, outline: Outline, *, in_frame: bool = False) -> list[str]:
    place = outline.place
    if place.max_level is not None and outline.depth >= place.max_level:
        return []
    names = ["NA" if n is None else n for n in names_of(item) or [""] * len(item.data)]
    width = max(map(len, names), default=0)
    lines = []
    shown = list(zip(names, item.data, strict=True))[: outline.longest_list]
    for name, part in shown:
        first, *rest = structure_lines(part, outline.below(in_frame=in_frame))
        lines += [f"{outline.indent}{outline.mark}{name.ljust(width)}:{first}", *rest]
    if len(shown) < len(item.data):
        lines.append(f"{outline.indent} [list output truncated]")
    return lines


def _attributes(
    item: Any,
    outline: Outline,
    hidden: frozenset[str],
    kinds: Sequence[str] = (),
    *,
    keep_class: bool = False,
) -> list[str]:
    own: Attributes = dict(getattr(item, "attributes", None) or {})
    if not outline.place.give_attr:
        return []
    if kinds:
        from rnet.interpreter.values import character

        own["class"] = character(kinds)
    lines = []
    for name, value in own.items():
        if name in hidden and not (name == "class" and keep_class):
            continue
        shown = expanded_row_names(value) if name == "row.names" else value
        first, *rest = structure_lines(shown, outline.below())
        lines += [f'{outline.indent}- attr(*, "{name}")={first}', *rest]
    return lines

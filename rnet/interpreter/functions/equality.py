"""Equality of whole values: identical and all.equal."""

from collections.abc import Sized
from typing import Any

import numpy as np

from rnet.interpreter.attributes import attribute, class_names, names_of, row_names_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, is_factor, is_true, strings
from rnet.interpreter.order import keys_of
from rnet.interpreter.values import (
    Builtin,
    Closure,
    FormalObject,
    Language,
    Model,
    Named,
    Value,
    Vector,
    boxed,
    character,
)


def same(a: Value, b: Value) -> bool:
    """Whether two values are the same in R's sense of `identical`."""
    x, y = boxed(a), boxed(b)
    if x is y:
        return True
    if isinstance(x, Vector) and isinstance(y, Vector):
        return _same_vectors(x, y)
    if isinstance(x, Language) and isinstance(y, Language):
        return x.node == y.node and _same_attributes(x, y)
    if isinstance(x, Closure) and isinstance(y, Closure):
        return x.node == y.node and x.environment is y.environment
    if isinstance(x, Builtin) and isinstance(y, Builtin):
        return x.name == y.name
    if isinstance(x, FormalObject) and isinstance(y, FormalObject):
        return _same_attributes(x, y)
    if isinstance(x, Model) and isinstance(y, Model):
        return x.record is y.record
    return False


def _same_vectors(x: Vector, y: Vector) -> bool:
    if x.kind != y.kind or len(x.data) != len(y.data) or not _same_attributes(x, y):
        return False
    if x.kind in ("list", "expression"):
        return all(same(p, q) for p, q in zip(x.data, y.data, strict=True))
    if x.kind == "double" and bool(np.isnan(x.data).any()):  # NA is not NaN
        return keys_of(x) == keys_of(y)
    return bool(np.array_equal(x.data, y.data))


def _same_attributes(x: Any, y: Any) -> bool:
    own, other = x.attributes or {}, y.attributes or {}
    if own.keys() != other.keys():
        return False
    if "row.names" in own and row_names_of(x) != row_names_of(y):
        return False
    return all(same(own[k], other[k]) for k in own if k not in (".Environment", "row.names"))


@builtin("identical", "x, y, ...")
def identical(x: Value, y: Value, dots: list[Named]) -> Any:
    """R's `identical`."""
    return same(x, y)


@builtin(
    "all.equal",
    "target, current, ..., tolerance = 1.5e-8, check.attributes = TRUE, check.names = TRUE,"
    " scale = NULL",
    generic=True,
)
def all_equal(
    target: Value, current: Value, dots: list[Named], tolerance: Value, check: Value, names: Value,
    scale: Value,
) -> Any:  # fmt: skip
    """R's `all.equal`."""
    limit = float(as_kind(tolerance, "double").data[0])
    limit = 2.0**-26 if limit == 1.5e-8 else limit
    found = differences(boxed(target), boxed(current), limit, attributes=is_true(check))
    return True if not found else character(found)


def differences(a: Any, b: Any, limit: float, *, attributes: bool = True) -> list[str]:
    """Return in words how two values differ, [] where they are equal up to a tolerance."""
    if a is None and isinstance(b, Vector):
        return [f"target is NULL, current is {_data_class(b)}"]
    if b is None and isinstance(a, Vector):
        lengths = f"Lengths: {len(a.data)}, 0"
        return [f"Modes: {_mode(a)}, NULL", lengths, f"target is {_data_class(a)}, current is NULL"]
    if not (isinstance(a, Vector) and isinstance(b, Vector)):
        return [] if same(a, b) else ["target, current do not match when deparsed"]
    if is_factor(a):
        return _factor_differences(a, b) if is_factor(b) else ["'current' is not a factor"]
    found = [] if _mode(a) == _mode(b) else [f"Modes: {_mode(a)}, {_mode(b)}"]
    found += _attribute_differences(a, b, limit) if attributes else []
    if a.kind == "list" and b.kind == "list":
        return found + _list_differences(a, b, limit, attributes=attributes)
    kinds = _data_class(a), _data_class(b)
    if kinds[0] != kinds[1] and (attributes or found):
        return [*found, f"target is {kinds[0]}, current is {kinds[1]}"]
    if a.kind in ("character", "logical"):
        return found + _word_differences(a, b)
    return found + _number_differences(a, b, limit)


def _data_class(value: Any) -> str:
    name = class_names(value)[0]
    return "numeric" if name == "integer" else name


def _compared(a: Sized, b: Sized) -> str:
    return f"(string compare on first {min(len(a), len(b))})"


def _is_number(vector: Vector) -> bool:
    return vector.kind in ("integer", "double")


def _attribute_differences(a: Vector, b: Vector, limit: float) -> list[str]:
    found = []
    own, other = names_of(a), names_of(b)
    if own is not None and other is not None:
        if len(own) == len(other):
            count = sum(p != q for p, q in zip(own, other, strict=True))
            if count:
                word = "mismatch" if count == 1 else "mismatches"
                found.append(f"Names: {count} string {word}")
        elif a.kind != "list":
            both = f"({len(own)}, {len(other)})"
            found.append(f"Names: Lengths {both} differ {_compared(own, other)}")
    elif own is not None:
        found.append("names for target but not for current")
    elif other is not None:
        found.append("names for current but not for target")
    return [*found, *(f"Attributes: < {text} >" for text in _other_differences(a, b, limit))]


def _other_differences(a: Vector, b: Vector, limit: float) -> list[str]:
    """Return how attributes other than names differ: they are lists sorted by name, or NULL."""
    own, other = _others(a), _others(b)
    if not own and not other:
        return []
    if b.attributes is None:
        return [
            "Modes: list, NULL",
            f"Lengths: {len(own)}, 0",
            "names for target but not for current",
            "current is not list-like",
        ]
    if a.attributes is None:
        return ["target is NULL, current is list"]
    common = [key for key in own if key in other]
    found = []
    if not own or not other:
        found.append(f"names for {'target' if own else 'current'} but not for "
                     f"{'current' if own else 'target'}")  # fmt: skip
    elif len(own) == len(other) and len(common) < len(own):
        count = sum(p != q for p, q in zip(own, other, strict=True))
        found.append(f"Names: {count} string {'mismatch' if count == 1 else 'mismatches'}")
    if len(own) != len(other):
        found.append(f"Length mismatch: comparison on first {len(common)} components")
    for key in common:
        inner = differences(boxed(own[key]), boxed(other[key]), limit)
        found += [f"Component “{key}”: {text}" for text in inner]
    return found


def _others(vector: Vector) -> dict[str, Any]:
    from rnet.interpreter.print_value import expanded_row_names

    own = {key: value for key, value in (vector.attributes or {}).items() if key != "names"}
    if "row.names" in own:
        own["row.names"] = expanded_row_names(own["row.names"])
    return dict(sorted(own.items()))


def _list_differences(a: Vector, b: Vector, limit: float, *, attributes: bool) -> list[str]:
    found = []
    names, others = names_of(a), names_of(b)
    if len(a.data) != len(b.data):
        count = min(len(a.data), len(b.data))
        found.append(f"Length mismatch: comparison on first {count} components")
    by_name = names is not None and others is not None and len(set(names)) == len(names)
    for position, p in enumerate(a.data):
        place = position
        if by_name and others is not None and names is not None:
            place = others.index(names[position]) if names[position] in others else len(b.data)
        if place >= len(b.data):
            continue
        label = f"“{names[position]}”" if names and names[position] else str(position + 1)
        inner = differences(boxed(p), boxed(b.data[place]), limit, attributes=attributes)
        found += [f"Component {label}: {text}" for text in inner]
    return found


def _mode(vector: Vector) -> str:
    return "numeric" if _is_number(vector) else str(vector.kind)


def _factor_differences(a: Vector, b: Vector) -> list[str]:
    found = []
    if strings(attribute(a, "levels")) != strings(attribute(b, "levels")):
        found.append("Attributes: < Component “levels”: 1 string mismatch >")
    return found + _word_differences(character(strings(a)), character(strings(b)))


def _word_differences(a: Vector, b: Vector) -> list[str]:
    if a.kind != b.kind:
        return [
            f"Modes: {_mode(a)}, {_mode(b)}",
            f"target is {class_names(a)[0]}, current is {class_names(b)[0]}",
        ]
    if len(a.data) != len(b.data):
        both = f"({len(a.data)}, {len(b.data)})"
        return [f"Lengths {both} differ {_compared(a.data, b.data)}"]
    count = sum(p != q for p, q in zip(keys_of(a), keys_of(b), strict=True))
    if not count:
        return []
    what = "element" if a.kind == "logical" else "string"
    return [f"{count} {what} mismatch" + ("es" if count > 1 else "")]


def _number_differences(a: Vector, b: Vector, limit: float) -> list[str]:
    from rnet.printing.numbers import number_text

    if len(a.data) != len(b.data):
        return [f"Numeric: lengths ({len(a.data)}, {len(b.data)}) differ"]
    x, y = as_kind(a, "double").data, as_kind(b, "double").data
    gone = np.isnan(x) != np.isnan(y)
    if gone.any():
        counts = f"{int(np.isnan(y).sum())} in current {int(np.isnan(x).sum())} in target"
        return [f"'is.NA' value mismatch: {counts}"]
    apart = ~np.isnan(x) & (x != y)
    if not apart.any():
        return []
    total = np.abs(x[apart]).sum()
    difference = np.abs(x[apart] - y[apart]).sum()
    what = "relative"
    if np.isfinite(total) and total / apart.sum() > limit:
        difference = difference / total
    else:
        difference, what = difference / apart.sum(), "absolute"
    if difference < limit:
        return []
    return [f"Mean {what} difference: {number_text(float(difference), 7)}"]

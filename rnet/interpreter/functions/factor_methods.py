"""Methods of factors: subscripts, operators, extremes."""

from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.interpreter.attributes import (
    attribute,
    classes_of,
    with_attributes,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import is_factor, is_true, strings
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.factors import droplevels, make_factor
from rnet.interpreter.index_code import plain_element, plain_subset
from rnet.interpreter.values import (
    NA_INTEGER,
    Attributes,
    Named,
    Value,
    Vector,
    boxed,
    character,
)
from rnet.language.tree import Call, Symbol


@builtin("[.factor", "x, ..., drop = FALSE")
def subset_factor(x: Vector, dots: list[Named], drop: Value) -> Any:
    """R's `[` for factors."""
    found = plain_subset(with_attributes(x, _without_class(x)), dots)
    kept = {name: attribute(x, name) for name in ("contrasts", "levels", "class")}
    own = {**(boxed(found).attributes or {}), **{k: v for k, v in kept.items() if v is not None}}
    result = Vector("integer", boxed(found).data, own)
    return droplevels(result, []) if is_true(drop) else result


def _without_class(x: Vector) -> Attributes:
    return {k: v for k, v in (x.attributes or {}).items() if k in ("names", "dim", "dimnames")}


@builtin("[[.factor", "x, ...", context=True)
def element_factor(context: Context, x: Vector, dots: list[Named]) -> Any:
    """R's `[[` for factors."""
    try:
        found = plain_element(with_attributes(x, _without_class(x)), dots)
    except RError as error:
        error.call = Call(Symbol("[[.default"), context.call.arguments)
        raise
    own = {name: attribute(x, name) for name in ("levels", "class")}
    return Vector("integer", boxed(found).data, own)


@builtin("[<-.factor [[<-.factor", "x, ..., value")
def assign_factor(x: Vector, dots: list[Named], value: Value) -> Any:
    """R's `[<-` for factors."""
    from rnet.interpreter.assigning import assign_subset

    levels = list(attribute(x, "levels").data)
    texts = strings(value)
    place = {level: i + 1 for i, level in enumerate(levels)}
    codes = [NA_INTEGER if t is None else place.get(t, NA_INTEGER) for t in texts]
    if any(t is not None and t not in place for t in texts):
        warn("invalid factor level, NA generated")
    plain = with_attributes(x, _without_class(x))
    new = Vector("integer", np.array(codes, dtype=np.int32))
    found = assign_subset(plain, [item for _, item in dots], new)
    own = {name: item for name, item in (x.attributes or {}).items() if name != "names"}
    return Vector("integer", found.data, {**(found.attributes or {}), **own})


@builtin("as.vector.factor", "x, mode = 'any'")
def as_vector_factor(x: Value, mode: Value) -> Any:
    """R's `as.vector` for factors."""
    from rnet.interpreter.functions.types import bare

    word = str(mode.data[0])
    texts = character(strings(x))
    if word in ("any", "character"):
        return texts
    kind: Any = "double" if word == "numeric" else word
    return bare(x if kind in ("integer", "double") else texts, kind)


@builtin("Ops.factor", "generic, e1, e2 = .missing")
def factor_operator(generic: Value, e1: Value, e2: Value) -> Any:
    """R's operators for factors: equality only."""
    name = str(generic.data[0])
    if name not in ("==", "!="):
        warn(f"‘{name}’ not meaningful for factors")
        length = max(len(v.data) for v in (e1, e2) if isinstance(v, Vector))
        return Vector("logical", np.full(length, NA_INTEGER, dtype=np.int32))
    from rnet.interpreter.arithmetic import comparison

    both = is_factor(e1) and is_factor(e2)
    if both and set(attribute(e1, "levels").data) != set(attribute(e2, "levels").data):
        raise RError("level sets of factors are different")
    return comparison(name, _text_of(e1), _text_of(e2))


def _text_of(value: Value) -> Value:
    return character(strings(value)) if is_factor(value) else value


@builtin("Ops.ordered", "generic, e1, e2 = .missing")
def ordered_operator(generic: Value, e1: Value, e2: Value) -> Any:
    """R's comparisons for ordered factors."""
    from rnet.interpreter.arithmetic import comparison

    name = str(generic.data[0])
    if name in ("==", "!="):
        return factor_operator(generic, e1, e2)
    if name not in ("<", ">", "<=", ">="):
        warn(f"'{name}' is not meaningful for ordered factors")
        return Vector("logical", np.full(len(e1.data), NA_INTEGER, dtype=np.int32))
    levels = list(attribute(e1 if "ordered" in classes_of(e1) else e2, "levels").data)
    return comparison(name, _rank(e1, levels), _rank(e2, levels))


def _rank(value: Value, levels: list[Any]) -> Vector:
    codes = [levels.index(t) + 1 if t in levels else NA_INTEGER for t in strings(value)]
    return Vector("integer", np.array(codes, dtype=np.int32))


@builtin("Math.factor Summary.factor", "generic, ...")
def no_numbers(generic: Value, dots: list[Named]) -> Any:
    """Refuse what is meaningless for factors."""
    raise RError(f"‘{generic.data[0]}’ not meaningful for factors")


@builtin("Summary.ordered", "generic, ..., na.rm = FALSE")
def ordered_extremes(generic: Value, dots: list[Named], na_rm: Value) -> Any:
    """R's `max`, `min` and `range` of ordered factors."""
    name = str(generic.data[0])
    if name not in ("max", "min", "range"):
        raise RError(f"'{name}' not defined for ordered factors")
    first = dots[0][1]
    codes = np.concatenate([item.data for _, item in dots])
    missing = codes == NA_INTEGER
    if is_true(na_rm):
        codes = codes[~missing]
    elif missing.any():
        codes = np.array([NA_INTEGER])
    ends = {"max": [codes.max()], "min": [codes.min()], "range": [codes.min(), codes.max()]}
    return make_factor(np.array(ends[name]), list(attribute(first, "levels").data), ordered=True)

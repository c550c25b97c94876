"""Attributes from R code: names, dim, dimnames, class, levels, attr, structure."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import (
    attribute,
    class_names,
    classes_of,
    compact_row_names,
    is_compact,
    is_data_frame,
    length_of,
    row_count,
    with_attribute,
    with_attributes,
)
from rnet.interpreter.builtin import builtin, plainly
from rnet.interpreter.coerce import as_kind, is_factor, is_true, strings, text
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE
from rnet.interpreter.values import (
    MISSING,
    Closure,
    Language,
    Model,
    Named,
    Value,
    Vector,
    boxed,
    character,
    integer,
    list_of,
    objects,
)


@builtin("names", "x", generic=True)
def names(x: Value) -> Any:
    """R's `names`."""
    if isinstance(x, Environment):
        return character(sorted(x.variables))
    if isinstance(x, Model):
        from rnet.interpreter.indexing import component_names

        return character(component_names(x))
    if isinstance(x, Language):
        from rnet.interpreter.language_values import language_parts

        return attribute(language_parts(x, "list"), "names")
    own = attribute(x, "names")
    if own is not None:
        return own
    dimnames = attribute(x, "dimnames")
    if dimnames is not None and len(dimnames.data) == 1:
        return dimnames.data[0]
    return None


@builtin("names<-", "x, value", generic=True)
def set_names(x: Value, value: Value) -> Any:
    """R's `names<-`."""
    if x is None:
        if value is None:
            return None
        raise RError("attempt to set an attribute on NULL")
    if value is None:
        return without_names(x)
    texts = [*strings(value)]
    length = length_of(x)
    if len(texts) > length:
        raise RError(
            f"'names' attribute [{len(texts)}] must be the same length as the vector [{length}]"
        )
    padded = character(texts + [None] * (length - len(texts)))
    dim = attribute(x, "dim")
    if dim is not None and len(dim.data) == 1:
        return with_attribute(x, "dimnames", Vector("list", objects([padded])))
    return with_attribute(x, "names", padded)


def without_names(x: Value) -> Any:
    """Return a value without names."""
    dim = attribute(x, "dim")
    if dim is not None and len(dim.data) == 1:
        x = with_attribute(x, "dimnames", None)
    return with_attribute(x, "names", None)


@builtin("unname", "obj, force = FALSE")
def unname(obj: Value, force: Value) -> Any:
    """R's `unname`."""
    if attribute(obj, "names") is not None:
        obj = with_attribute(obj, "names", None)
    if attribute(obj, "dimnames") is not None:
        obj = with_attribute(obj, "dimnames", None)
    return obj


@builtin("setNames", "object = .missing, nm = .missing")
def set_names_of(x: Value, nm: Value) -> Any:
    """R's `setNames`."""
    if nm is MISSING:
        nm = None
    return set_names(nm if x is MISSING else x, nm)


@builtin("length", "x", generic=True)
def length(x: Value) -> Any:
    """R's `length`."""
    return length_of(x)


def _plain_length(*values: Value) -> int | None:
    if len(values) != 1 or type(values[0]) is not Vector:
        return None
    own = values[0].attributes
    return len(values[0].data) if own is None or "class" not in own else None


plainly("length", _plain_length)


@builtin("lengths", "x, use.names = TRUE")
def lengths(x: Value, use_names: Value) -> Any:
    """R's `lengths`."""
    vector = boxed(x)
    names_kept = attribute(vector, "names") if is_true(use_names) else None
    if isinstance(vector, Vector) and vector.kind == "list":
        counts = [length_of(item) for item in vector.data]
    else:
        counts = [1] * length_of(vector)
    return integer(counts, {} if names_kept is None else {"names": names_kept})


@builtin("length<-", "x, value")
def set_length(x: Value, value: Value) -> Any:
    """R's `length<-`."""
    from rnet.interpreter.subscripts import taken

    count = int(as_kind(value, "double").data[0])
    if x is None:
        return None if not count else Vector("list", objects([None] * count))
    where = np.arange(count)
    data = taken(x.data, where, x.kind)
    own = attribute(x, "names")
    kept = {}
    if own is not None:
        kept["names"] = character([*own.data[:count], *[""] * (count - len(own.data))])
    if is_factor(x):
        kept |= {name: attribute(x, name) for name in ("levels", "class")}
    return Vector(x.kind, data, kept)


@builtin("class", "x")
def class_of(x: Value) -> Any:
    """R's `class`; that of an S4 object names its package."""
    found = character(class_names(x))
    if isinstance(x, Model) and x.classes in _OF_ROCR:
        found.attributes = {"package": character(["ROCR"])}
    elif STATE.session.formal is not None:
        package = attribute(attribute(x, "class"), "package")
        found.attributes = None if package is None else {"package": package}
    return found


_OF_ROCR = (("performance",), ("prediction",))


@builtin("oldClass", "x")
def old_class(x: Value) -> Any:
    """R's `oldClass`."""
    kinds = classes_of(x)
    return character(kinds) if kinds else None


@builtin("class<- oldClass<-", "x, value")
def set_class(x: Value, value: Value) -> Any:
    """R's `class<-`."""
    if isinstance(x, Model):
        return Model(x.record, tuple(str(t) for t in strings(value)), x.changed, x.attributes)
    kinds = [] if value is None else strings(value)
    if len(kinds) == 1 and isinstance(x, Vector):
        word = kinds[0]
        if word in ("numeric", "integer", "character", "logical", "list", "double"):
            kind: Any = "double" if word == "numeric" else word
            bare = with_attribute(x, "class", None)
            if word == "numeric" and x.kind in ("integer", "double"):
                return bare
            return Vector(kind, as_kind(bare, kind).data, bare.attributes)
        if word in ("matrix", "array", "function"):
            return with_attribute(x, "class", None)
        if word == "factor" and x.kind != "integer":
            raise RError('adding class "factor" to an invalid object')
    return with_attribute(x, "class", None if not kinds else character(kinds))


@builtin("unclass", "x")
def unclass(x: Value) -> Any:
    """R's `unclass`."""
    if isinstance(x, Model):
        from rnet.interpreter.models import unclassed

        return unclassed(x)
    if "POSIXlt" in classes_of(x):
        from rnet.interpreter.functions.times import parts_of_moments

        return parts_of_moments(x)
    return with_attribute(x, "class", None) if attribute(x, "class") is not None else x


@builtin("inherits", "x, what, which = FALSE")
def inherits(x: Value, what: Value, which: Value) -> Any:
    """R's `inherits`."""
    own = class_names(x)
    if STATE.session.formal is not None:
        from rnet.interpreter.formal_classes import formal_class, line_of

        own = list(line_of(x)) if formal_class(x) is not None else own
    if is_true(which):
        return integer([own.index(w) + 1 if w in own else 0 for w in strings(what)])
    return any(word in own for word in strings(what))


@builtin("levels", "x", generic=True)
def levels(x: Value) -> Any:
    """R's `levels`."""
    return attribute(x, "levels")


@builtin("nlevels", "x")
def nlevels(x: Value) -> Any:
    """R's `nlevels`."""
    return length_of(attribute(x, "levels"))


@builtin("attr", "x, which, exact = FALSE")
def attr(x: Value, which: Value, exact: Value) -> Any:
    """R's `attr`."""
    name = text(which, "which")
    if name == "class" and isinstance(x, Model):
        return character(x.classes)
    if name == "names":
        return names(x)
    if name == "row.names" and is_data_frame(x):
        return row_names_value(x)
    own = getattr(x, "attributes", None) or {}
    if name in own:
        return own[name]
    near = [key for key in own if key.startswith(name)]
    return own[near[0]] if len(near) == 1 and not is_true(exact) else None


def row_names_value(frame: Vector) -> Any:
    """Return the row names as an attribute shows them: integers where they are automatic."""
    own = attribute(frame, "row.names")
    if own is not None and is_compact(own):
        return integer(np.arange(1, row_count(frame) + 1))
    return own


@builtin("attr<-", "x, which, value")
def set_attr(x: Value, which: Value, value: Value) -> Any:
    """R's `attr<-`."""
    return set_attribute(x, text(which, "name"), value)


def set_attribute(x: Value, name: str, value: Value) -> Any:
    """Return a value with an attribute set as R's own function for it would."""
    from rnet.interpreter.functions.dimnames import set_dim, set_dimnames

    setters = {
        "names": set_names,
        "dim": set_dim,
        "dimnames": set_dimnames,
        "class": set_class,
        "levels": set_levels,
    }
    if name in setters:
        return setters[name](x, value)
    if name == "row.names" and is_data_frame(x) and value is not None:
        if value.kind == "integer" and is_compact(value):
            return with_attribute(x, name, compact_row_names(abs(int(value.data[1]))))
        if value.kind == "integer" and (value.data == np.arange(1, len(value.data) + 1)).all():
            return with_attribute(x, name, compact_row_names(len(value.data)))
    return with_attribute(x, name, value)


@builtin("levels<-", "x, value", generic=True)
def set_levels(x: Value, value: Value) -> Any:
    """R's `levels<-`."""
    if not is_factor(x):
        return with_attribute(x, "levels", value)
    from rnet.interpreter.functions.factors import relabelled

    return relabelled(x, value)


@builtin("attributes", "x")
def attributes_of(x: Value) -> Any:
    """R's `attributes`, in the order in which they were given."""
    if isinstance(x, Model):
        from rnet.interpreter.models import unclassed

        inner = attributes_of(unclassed(x))
        own = (
            {}
            if inner is None
            else dict(zip(inner.attributes["names"].data, inner.data, strict=True))
        )
        own["class"] = character(x.classes)
    else:
        own = dict(getattr(x, "attributes", None) or {})
    if isinstance(x, Closure):
        own.pop("srcref", None)
    if not own:
        return None
    if "row.names" in own and is_data_frame(x):
        own["row.names"] = row_names_value(x)
    return list_of(own.values(), own.keys())


@builtin("attributes<- mostattributes<-", "x, value")
def set_attributes(x: Value, value: Value) -> Any:
    """R's `attributes<-`."""
    bare = with_attributes(x, None) if x is not None else None
    if value is None:
        return bare
    given = dict(zip(attribute(value, "names").data, value.data, strict=True))
    if "dim" in given:
        bare = set_attribute(bare, "dim", given.pop("dim"))
    for name, item in given.items():
        bare = set_attribute(bare, name, item)
    return bare


@builtin("structure", ".Data, ...")
def structure(data: Value, dots: list[Named]) -> Any:
    """R's `structure`."""
    spelled = {".Dim": "dim", ".Dimnames": "dimnames", ".Names": "names", ".Label": "levels"}
    given = [(spelled.get(name or "", name or ""), value) for name, value in dots]
    for name, value in sorted(given, key=lambda item: item[0] != "dim"):
        is_factor_class = name == "class" and value is not None and "factor" in strings(value)
        if is_factor_class and isinstance(data, Vector) and data.kind == "double":
            data = Vector("integer", as_kind(data, "integer").data, data.attributes)
        data = set_attribute(data, name, value)
    return data


@builtin("is.null", "x")
def is_null(x: Value) -> Any:
    """R's `is.null`."""
    return x is None

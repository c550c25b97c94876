"""Results of rnet as R's lists: `fit$residuals`, `names(fit)`, `unclass(fit)`, `fit$x <- 1`."""

from typing import Any

import numpy as np

from rnet.interpreter.attributes import attribute, dimnames_of, names_of, with_attribute
from rnet.interpreter.bridge import from_python
from rnet.interpreter.values import (
    Model,
    Value,
    Vector,
    boxed,
    character,
    double,
    integer,
    list_of,
)
from rnet.record import attribute_name


def component_names(model: Model) -> list[str]:
    """Return the names of the components in R's order, those assigned later at the end."""
    own = list(model.record.names()) if hasattr(model.record, "names") else []
    kept = [name for name in own if name not in model.changed or model.changed[name] is not None]
    added = [name for name, value in model.changed.items() if name not in own and value is not None]
    return kept + added


def component(model: Model, name: str, *, partial: bool = False) -> Value:
    """Return a component; NULL where there is none. If `partial` a beginning is enough (`$`)."""
    names = component_names(model)
    if name not in names:
        begun = [one for one in names if one.startswith(name)]
        if not partial or len(begun) != 1:
            return None
        name = begun[0]
    if name in model.changed:
        return model.changed[name]
    if name not in model.known:
        value = _typed(model, name, boxed(from_python(model.record[name])))
        if isinstance(value, Vector):
            value.shared = True
        model.known[name] = value
    return model.known[name]


COUNTED_DF = frozenset(
    {
        "Pearson's Chi-squared test",
        "Pearson's product-moment correlation",
        "Kruskal-Wallis rank sum test",
        "F test to compare two variances",
    }
)
"""Tests whose degrees of freedom are an integer in R, where others hold a double."""


DOUBLES = {
    "nnet": frozenset({"n", "nconn", "conn", "nsunits"}),
    "svm": frozenset({"type", "kernel"}),
}
"""Components that hold whole numbers, but doubles in R, by class."""


FUNCTIONS_OF_NETS = frozenset({"err.fct", "act.fct", "output.act.fct"})
"""Functions that say by an attribute which they are."""


def _typed(model: Model, name: str, value: Value) -> Value:
    """Return a component with R's type where rnet's record does not tell it."""
    if any(name in DOUBLES.get(kind, ()) for kind in model.classes):
        whole = name == "nsunits" and value.data[0] == component(model, "nunits").data[0]
        return value if whole else Vector("double", value.data.astype(float), value.attributes)
    if name == "qr" and isinstance(value, Model) and "lm" in model.classes:
        return _decomposition(model, value.record)
    if name == "na.action" and isinstance(value, Vector) and attribute(value, "class") is None:
        return with_attribute(value, "class", character([_omission(model.record)]))
    if name == "tot.MSE" and isinstance(value, Vector) and model.record.response_scaling:
        return with_attribute(value, "dim", integer([1, 1]))
    if name == "SV" and "svm" in model.classes and _is_one_column(value):
        return with_attribute(value, "dimnames", None)  # e1071 keeps no names for one variable
    if name in FUNCTIONS_OF_NETS and "nn" in model.classes:
        value.attributes = {"type": character([model.record[name].name])}
        return value
    if name == "parameter" and "htest" in model.classes:
        method = str(model.record["method"]).split(" with ")[0].strip()
        if method in COUNTED_DF and isinstance(value, Vector):
            return Vector("integer", value.data.astype(np.int32), value.attributes)
    return value


def _decomposition(model: Model, found: Any) -> Vector:
    """Return the decomposition of a fit's design as R's list of class `qr`."""
    from rnet.interpreter.functions.qr import list_of_reflections

    slopes = component(model, "coefficients")
    along = dimnames_of(slopes)
    columns = names_of(slopes) if along is None else along[0]
    rows = names_of(component(model, "residuals"))
    known = rows if rows is not None and len(rows) == len(found.packed) else None
    matrix, rank, auxiliary, pivot = list_of_reflections(found, [known, columns])
    own = {"class": character(["qr"])}
    if "glm" in model.classes:
        parts = [matrix, rank, auxiliary, pivot, double([1e-11])]
        return list_of(parts, ["qr", "rank", "qraux", "pivot", "tol"], own)
    matrix = with_attribute(matrix, "assign", component(model, "assign"))
    parts = [matrix, auxiliary, pivot, double([1e-7]), rank]
    return list_of(parts, ["qr", "qraux", "pivot", "tol", "rank"], own)


def _is_one_column(value: Value) -> bool:
    size = attribute(value, "dim") if isinstance(value, Vector) else None
    return size is not None and int(size.data[-1]) == 1


def _omission(record: Any) -> str:
    """Return how cases with missing values were left out: results may hold places for them."""
    data = getattr(record, "model_data", record)
    left_out = getattr(getattr(data, "frame", data), "left_out", None)
    return "exclude" if getattr(left_out, "pads", False) else "omit"


def unclassed(model: Model) -> Vector:
    """Return a model as a list of its components."""
    names = component_names(model)
    return list_of([component(model, name) for name in names], names)


def with_component(model: Model, name: str, value: Value) -> Model:
    """Return a copy of a model with a component replaced, added, or (NULL) taken away."""
    changed: dict[str, Any] = {**model.changed, name: value}
    record = _with_text(model.record, name, value)
    return Model(record, model.classes, changed, model.attributes)


def _with_text(record: Any, name: str, value: Value) -> Any:
    """Return a record with another text, or other labels, that its own functions may use."""
    from dataclasses import fields, is_dataclass, replace

    vector = boxed(value)
    place = attribute_name(name)
    known = is_dataclass(record) and place in {one.name for one in fields(record)}
    if not known or not isinstance(vector, Vector) or vector.kind != "character":
        return record
    old = getattr(record, place)
    if isinstance(old, str) and len(vector.data) == 1:
        return replace(record, **{place: str(vector.data[0])})
    if name == "labels" and (old is None or isinstance(old, tuple)):
        return replace(record, labels=tuple(str(text) for text in vector.data))
    return record

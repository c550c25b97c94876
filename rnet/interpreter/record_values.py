"""Results of rnet that in R are plain vectors, lists and data frames with attributes."""

from collections.abc import Callable
from typing import Any

import numpy as np

from rnet.interpreter.attributes import with_attribute
from rnet.interpreter.bridge import from_python
from rnet.interpreter.coerce import coerced, common_kind
from rnet.interpreter.model_classes import classes_of_record
from rnet.interpreter.origin import with_origin
from rnet.interpreter.values import (
    Attributes,
    Language,
    Model,
    Value,
    Vector,
    boxed,
    character,
    double,
    integer,
    list_of,
    logical,
    objects,
)
from rnet.values import NA

PLAIN_LISTS = frozenset(
    {
        "ComputedNN",
        "ConfidenceInterval",
        "CrossTabulation",
        "LmInfluence",
        "NeuralWeights",
        "Prediction",
        "Scaling",
        "Smooth",
    }
)
"""Records that are lists without a class."""


def from_record(record: Any) -> Value:
    """Return a result of rnet as a value: a model, unless R has a plain value there."""
    name = type(record).__name__
    convert = CONVERTERS.get(name)
    if convert is not None:
        return convert(record)
    if callable(record):
        from rnet.interpreter.functions_across import r_function

        return r_function(record, {"class": character(classes_of_record(record))})
    if name in PLAIN_LISTS:
        names = record.names()
        return list_of([from_python(record[one]) for one in names], names)
    return Model(record, classes_of_record(record))


def _deepnet(record: Any) -> Value:
    """Return what deepnet's functions give: a list without a class, its numbers doubles."""
    names = record.names()
    items = [from_python(record[name]) for name in names]
    for place, name in enumerate(names):
        if name in ("hidden", "size", "cd"):
            items[place] = double(np.ravel(record[name]).tolist())
    return with_origin(list_of(items, names), record)


def _flat_table(record: Any) -> Value:
    """Return a flat table as R has it: a matrix that knows the variables of its two sides."""
    made = boxed(from_python(record.counts))
    sides = (
        list_of([character(list(labels)) for _, labels in side], [name for name, _ in side])
        for side in (record.row_vars, record.col_vars)
    )
    own = {**made.attributes, **dict(zip(("row.vars", "col.vars"), sides, strict=True))}
    return Vector(made.kind, made.data, {**own, "class": character(["ftable"])})


def _anova(record: Any) -> Value:
    frame = boxed(from_python(record.frame))
    columns = []
    counted = (
        record.heading and record.columns[0] == "Df" and record.columns[1] in ("Sum Sq", "Deviance")
    )
    for name, column in zip(record.columns, frame.data, strict=True):
        data = np.where(np.isnan(column.data), NA, column.data)
        whole = counted and name in ("Df", "Resid. Df") and _all_whole(data)
        columns.append(
            integer([int(x) if x == x else None for x in data]) if whole else double(data)
        )
    own = dict(frame.attributes)
    own["heading"] = character(record.heading)
    own["class"] = character(["anova", "data.frame"])
    made = Vector("list", np.empty(len(columns), dtype=object), own)
    made.data[:] = columns
    return with_origin(made, record)


def _cassini(record: Any) -> Value:
    names = record.names()
    own: Attributes = {"class": character(["mlbench.cassini", "mlbench"])}
    return list_of([from_python(record[name]) for name in names], names, own)


def _all_whole(data: Any) -> bool:
    known = data[~np.isnan(data)]
    return bool((known == np.round(known)).all())


def _summary_default(record: Any) -> Value:
    values = [*record.statistics.tolist(), *([record.missing] if record.missing else [])]
    own: Attributes = {"names": character(record.names())}
    own["class"] = character(["summaryDefault", "table", *(["Date"] if record.of_dates else [])])
    return with_origin(double(values, own), record)


def _summary_counts(record: Any) -> Value:
    texts = character([str(value) for value in record.counts.values])
    own: Attributes = {"names": character(record.names())}
    own["class"] = character(["summaryDefault", "table"])
    return with_origin(Vector("character", texts.data, own), record)


def _summary_table(record: Any) -> Value:
    cells = character(record.cells.ravel(order="F").tolist())
    names = list_of([character(record.row_labels), character(record.column_labels)])
    own: Attributes = {"dim": integer(record.cells.shape), "dimnames": names}
    own["class"] = character(["table"])
    return with_origin(Vector("character", cells.data, own), record)


def _table(record: Any) -> Value:
    found = boxed(from_python(record.counts))
    labels = [
        character([None if x is None else str(x) for x in along]) for along in record.dimnames
    ]
    titles = None if record.dnn is None else list(record.dnn)
    own: Attributes = {"dim": integer(record.counts.shape), "dimnames": list_of(labels, titles)}
    if record.call is not None:
        own |= {"class": character(["xtabs", "table"]), "call": Language(record.call)}
    else:
        own["class"] = character(["table"])
    return Vector(found.kind, found.data, own)


def _log_likelihood(record: Any) -> Value:
    own: Attributes = {"df": double([record.df])}
    if getattr(record, "nobs", None) is not None:
        own = {"nobs": boxed(from_python(record.nobs)), **own}
    own["class"] = character(["logLik"])
    return with_origin(double([record.value], own), record)


def _scaled(record: Any) -> Value:
    from rnet.values import named_matrix

    rows, columns = record.row_names, record.column_names
    values = (
        record.values if rows is columns is None else named_matrix(record.values, rows, columns)
    )
    found = boxed(from_python(values))
    for name, part in (("scaled:center", record.center), ("scaled:scale", record.scale)):
        if part is not None:
            found = with_attribute(found, name, from_python(part))
    return found


def _design(record: Any) -> Value:
    columns = character(record.column_names) if record.column_names else None
    names = list_of([character(record.row_names), columns])
    own: Attributes = {"dim": integer(record.values.shape), "dimnames": names}
    own["assign"] = integer(record.assign)
    if record.contrasts:
        own["contrasts"] = boxed(from_python(dict(record.contrasts)))
    return with_origin(Vector("double", record.values.ravel(order="F"), own), record)


def _model_frame(record: Any) -> Value:
    columns = [_column(column) for column in record.variables.values()]
    names = list(record.variables)
    for name in ("weights", "offset"):
        extra = getattr(record, name)
        if extra is not None and not (name == "offset" and _offset_is_variable(record)):
            columns.append(double(extra))
            names.append(f"({name})")
    for name, extra in record.extras.items():
        columns.append(boxed(from_python(extra)))
        names.append(f"({name})")
    frame = list_of(columns, names)
    rows = record.row_names
    automatic = record.has_automatic_row_names
    frame.attributes = {
        "names": frame.attributes["names"],  # type: ignore[index]
        "terms": boxed(from_python(record.terms)),
        "row.names": integer([int(r) for r in rows]) if automatic else character(rows),
        "class": character(["data.frame"]),
    }
    return with_origin(frame, record)


def _offset_is_variable(record: Any) -> bool:
    return bool(record.terms.offsets)


def _column(column: Any) -> Vector:
    from rnet.formulas.columns import Matrix

    if not isinstance(column, Matrix):
        return boxed(from_python(column))  # type: ignore[no-any-return]
    return _matrix(column)


def _matrix(record: Any) -> Vector:
    own: Attributes = {"dim": integer(record.values.shape)}
    if record.column_names:
        own["dimnames"] = list_of([None, character(record.column_names)])
    return Vector("double", record.values.ravel(order="F"), own)


def _formula(record: Any) -> Value:
    from rnet.interpreter.frame import STATE

    own: Attributes = {"class": character(["formula"])}
    if STATE.session is not None:
        own[".Environment"] = STATE.session.globals
    return Language(record.tree, own)


def _terms(record: Any) -> Value:
    from rnet.interpreter.frame import STATE
    from rnet.language.tree import Argument, Call, Symbol

    variables = Call(Symbol("list"), tuple(Argument(None, node) for node in record.variables))
    own: Attributes = {"variables": Language(variables)}
    if record.offsets:
        own["offset"] = integer([place + 1 for place in record.offsets])
    labels = character(record.labels)
    if record.labels:
        factors = integer(record.factors.ravel(order="F"))
        names = list_of([character(record.variable_labels), labels])
        own["factors"] = Vector(
            "integer", factors.data, {"dim": integer(record.factors.shape), "dimnames": names}
        )
    else:
        own["factors"] = integer([])
    own |= {"term.labels": labels, "order": integer(record.order)}
    own |= {"intercept": integer([record.intercept]), "response": integer([record.response])}
    own["class"] = character(["terms", "formula"])
    if STATE.session is not None:
        own[".Environment"] = STATE.session.globals
    if record.encoding.classes:
        kept = tuple(Argument(None, node) for node in record.predicted_variables())
        own["predvars"] = Language(Call(Symbol("list"), kept))
        kinds = record.encoding.classes
        own["dataClasses"] = character(list(kinds.values()), {"names": character(list(kinds))})
    return with_origin(Language(record.formula.tree, own), record)


def _class_intervals(record: Any) -> Value:
    lines = [record.coefficient_names, record.limit_names, record.class_names]
    own: Attributes = {"dim": integer(record.values.shape)}
    own["dimnames"] = list_of([character(line) for line in lines])
    return with_origin(double(record.values.ravel(order="F"), own), record)


def _dist(record: Any) -> Value:
    own: Attributes = {"Size": integer([record.size])}
    if record.labels is not None:
        own["Labels"] = character(record.labels)
    own |= {"Diag": logical([record.diag]), "Upper": logical([record.upper])}
    if record.method is not None:
        own["method"] = character([record.method])
    if record.call is not None:
        own["call"] = Language(record.call)
    own["class"] = character(["dist"])
    return with_origin(double(record.values, own), record)


def _named_array(record: Any) -> Value:
    names = [None if along is None else character(along) for along in record.dimnames]
    own: Attributes = {"dim": integer(record.values.shape), "dimnames": list_of(names)}
    return Vector("double", record.values.ravel(order="F"), own)


def _time_series(record: Any) -> Value:
    own: Attributes = {"tsp": double(record.tsp), "class": character(["ts"])}
    return with_origin(double(record.values, own), record)


def _conf_int(record: Any) -> Value:
    level = boxed(from_python(float(record.level)))
    return double([record.lower, record.upper], {"conf.level": level})


def _derived(record: Any) -> Value:
    found = boxed(from_python(record.value))
    labels = character(record.variables)
    for name, names in (("gradient", [None, labels]), ("hessian", [None, labels, labels])):
        if record[name] is not None:
            part = with_attribute(boxed(from_python(record[name])), "dimnames", list_of(names))
            found = with_attribute(found, name, part)
    return found


def _with_derivatives(record: Any) -> Value:
    """Return R's expression, or its function, that computes a value with its derivatives."""
    from rnet.interpreter.compile import compiled
    from rnet.interpreter.frame import STATE
    from rnet.language.tree import Function

    if record.parameters is None:
        return Vector("expression", objects([Language(record.block)]))
    return boxed(compiled(Function(record.parameters, record.block))(STATE.session.globals))


def _loadings(record: Any) -> Value:
    found = boxed(from_python(record.frame))
    return with_origin(with_attribute(found, "class", character(["loadings"])), record)


def _by(record: Any) -> Value:
    """Return an array of results; numbers alone make it atomic."""
    parts = [boxed(from_python(result)) for result in record.results]
    along = [list(dict.fromkeys(levels)) for levels in zip(*record.levels, strict=True)]
    titles = list(record.factors) if any(record.factors) else None
    own: Attributes = {
        "dim": integer([len(levels) for levels in along]),
        "dimnames": list_of([character(levels) for levels in along], titles),
        "class": character(["by"]),
    }
    plain = [p for p in parts if p is not None]
    single = all(
        isinstance(p, Vector) and p.kind in ("logical", "integer", "double") and len(p.data) == 1
        and not {"class", "dim"} & set(p.attributes or ())
        for p in plain
    )  # fmt: skip
    if not single or not plain:
        return with_origin(Vector("list", objects(parts), own), record)
    kind = "double" if len(plain) < len(parts) else common_kind([p.kind for p in plain])
    data = np.concatenate([np.array([NA]) if p is None else coerced(p, kind) for p in parts])
    return with_origin(Vector(kind, data, own), record)


def _term_predictions(record: Any) -> Value:
    found = boxed(from_python(record.frame))
    return with_attribute(found, "constant", from_python(record.constant))


def _auc(record: Any) -> Value:
    return with_origin(double([float(record)], {"class": character(["auc", "numeric"])}), record)


CONVERTERS: dict[str, Callable[[Any], Value]] = {
    "AnovaTable": _anova,
    "Auc": _auc,
    "By": _by,
    "Cassini": _cassini,
    "ConfInt": _conf_int,
    "DeepnetDBN": _deepnet,
    "DeepnetNN": _deepnet,
    "DeepnetRBM": _deepnet,
    "DesignMatrix": _design,
    "DerivedValue": _derived,
    "ClassIntervals": _class_intervals,
    "Dist": _dist,
    "Formula": _formula,
    "Loadings": _loadings,
    "LogLik": _log_likelihood,
    "Matrix": _matrix,
    "ModelFrame": _model_frame,
    "NamedArray": _named_array,
    "Scaled": _scaled,
    "SummaryCounts": _summary_counts,
    "SummaryDefault": _summary_default,
    "FlatTable": _flat_table,
    "SummaryTable": _summary_table,
    "Table": _table,
    "TermPredictions": _term_predictions,
    "Terms": _terms,
    "TimeSeries": _time_series,
    "WithDerivatives": _with_derivatives,
}

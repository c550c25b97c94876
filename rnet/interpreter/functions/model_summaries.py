"""Summaries of results of rnet where R's differ from rnet's own."""

from typing import Any

import numpy as np

from rnet.interpreter.attributes import (
    attribute,
    classes_of,
    is_data_frame,
    length_of,
    names_of,
)
from rnet.interpreter.bridge import from_python, to_python, whole_numbers
from rnet.interpreter.builtin import builtin
from rnet.interpreter.calls import call_function, find_function
from rnet.interpreter.coerce import strings, whole
from rnet.interpreter.environment import ABSENT
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.model_printing import record_of
from rnet.interpreter.functions.types import mode_of
from rnet.interpreter.functions_across import r_function
from rnet.interpreter.models import unclassed
from rnet.interpreter.origin import origin_of
from rnet.interpreter.values import (
    Closure,
    Model,
    Named,
    Value,
    Vector,
    boxed,
    character,
    double,
    list_of,
)


@builtin("summary.nn", "object, ...")
def summary_nn(x: Value, dots: list[Named]) -> Value:
    """R's summary of a network: its components, as it has no method of its own."""
    del dots
    assert isinstance(x, Model)
    return from_python(x.record.summary(components=True))


@builtin("summary.default summary.data.frame summary.factor summary.matrix", "object, ...")
def summary_default(x: Value, dots: list[Named]) -> Value:
    """R's summary methods for plain values."""
    import rnet

    if isinstance(x, Model):
        return summary_nn(x, dots)
    if isinstance(x, Vector) and x.kind == "list" and not is_data_frame(x):
        return component_table(x)
    from rnet.interpreter.functions.time_summaries import frame_with_times, has_times

    if is_data_frame(x) and has_times(x):
        most = next((whole(value, "maxsum") for name, value in dots if name == "maxsum"), 7)
        return frame_with_times(x, most)
    named: dict[str, Any] = {
        name.replace(".", "_"): whole_numbers(to_python(value))
        for name, value in dots
        if name is not None
    }
    return from_python(rnet.summary(to_python(x), **named))


def component_table(x: Vector) -> Value:
    """Return the table of length, class and mode of a list's components."""
    from rnet.describe.summary_frame import component_summary

    items = [boxed(item) for item in x.data]
    rows = [
        [str(length_of(item)), (classes_of(item) or ["-none-"])[0], mode_of(item)] for item in items
    ]
    names = names_of(x)
    return from_python(component_summary(rows, None if names is None else [str(n) for n in names]))


def summary_of_list(x: Value) -> Any:
    """Return the table of a list, also of a result without a summary of its own, else `ABSENT`."""
    if isinstance(x, Model):
        return ABSENT if hasattr(x.record, "summary") else component_table(unclassed(x))
    is_list = isinstance(x, Vector) and x.kind == "list" and origin_of(x) is None
    return component_table(x) if is_list and not is_data_frame(x) else ABSENT


@builtin("summary.dist", "object, ...")
def summary_dist(x: Vector, dots: list[Named]) -> Value:
    """Summarise distances as the numbers they are."""
    return summary_default(Vector(x.kind, x.data), dots)


@builtin("knots", "Fn, ...")
def knots(function: Value, dots: list[Named]) -> Value:
    """Return where a step function, or an empirical distribution function, steps."""
    del dots
    if isinstance(function, Closure):
        places = function.environment.find("x")
        assert isinstance(places, Vector)
        return places
    return double(record_of(function).knots)


@builtin("quantile.ecdf", "x, ...", context=True)
def quantile_ecdf(context: Context, x: Value, dots: list[Named]) -> Value:
    """Return quantiles of the cases behind an empirical distribution function."""
    record = record_of(x)
    steps = np.diff(np.rint(record.heights * record.cases), prepend=0).astype(int)
    cases = double(np.repeat(record.knots, steps))
    quantile = find_function("quantile", context.environment)
    return call_function(quantile, [(None, cases), *dots], context.environment)


@builtin("summary.ecdf", "object, ...")
def summary_ecdf(x: Value, dots: list[Named]) -> Value:
    """Summarise the steps of an empirical distribution function."""
    places = knots(x, [])
    found = summary_default(places, dots)
    head = f"Empirical CDF:\t  {len(places.data)} unique values with summary\n"
    own = {"names": attribute(found, "names"), "header": character([head])}
    kinds = character(["summary.ecdf", "summaryDefault", "table"])
    return Vector("double", found.data, {**own, "class": kinds})


@builtin("format.summaryDefault", "x, digits = NULL, ...")
def format_summary_default(x: Value, digits: Value, dots: list[Named]) -> Value:
    """Return the statistics as text, each to its own digits."""
    del dots
    record = origin_of(x)
    if record is None or not hasattr(record, "texts"):
        assert isinstance(x, Vector)
        return character(strings(x), {"names": (x.attributes or {}).get("names")})
    count = None if digits is None else int(to_python(digits))
    return character(record.texts(count), {"names": character(record.names())})


@builtin("make.link", "link")
def make_link(link: Value) -> Value:
    """R's `make.link`: the functions of a link."""
    from rnet.linear.links import make_link as made

    found = made(str(strings(link)[0]))
    parts = [found.function, found.inverse, found.derivative]
    functions = [r_function(lambda x, part=part: part(np.atleast_1d(x))) for part in parts]
    names = ["linkfun", "linkinv", "mu.eta", "name"]
    return list_of([*functions, found.name], names, {"class": character(["link-glm"])})

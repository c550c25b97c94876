"""Printing results of rnet that are vectors, lists or data frames with a class in R."""

from typing import Any

import numpy as np

from rnet.interpreter.attributes import attribute, classes_of, inherits, names_of, row_names_of
from rnet.interpreter.bridge import to_python, whole_numbers
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import doubles, flag, given, strings, whole
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.functions_across import FromPython
from rnet.interpreter.model_classes import CLASSES
from rnet.interpreter.origin import origin_of
from rnet.interpreter.print_value import PLAIN, print_plain, write
from rnet.interpreter.values import (
    Builtin,
    Model,
    Named,
    Value,
    Vector,
    character,
    integer,
    list_of,
)


def _digits(digits: Value) -> int | None:
    return whole(digits, "digits") if given(digits) else None


def _printed(x: Value) -> Value:
    STATE.visible = False
    return x


def record_of(x: Value) -> Any:
    """Return the record behind a value, None where it has been changed or has none."""
    if isinstance(x, Builtin) and isinstance(x.function, FromPython):
        return x.function.python
    return x.record if isinstance(x, Model) and not x.changed else origin_of(x)


@builtin("print.dist", "x, diag = NULL, upper = NULL, digits = NULL, ...", context=True)
def print_dist(
    context: Context, x: Value, diag: Value, upper: Value, digits: Value, dots: list[Named]
) -> Value:
    """Print distances as a triangle."""
    del dots
    record = record_of(x)
    if record is None and isinstance(x, Vector):
        record = dist_again(x)
    if record is None:
        print_plain(x, PLAIN, context.environment)
    else:
        sides = [None if side is None else flag(side, "diag") for side in (diag, upper)]
        write(record.format(sides[0], sides[1], _digits(digits)))
    return _printed(x)


def dist_again(x: Vector) -> Any:
    """Return the record of distances that have been calculated with; None if they are none."""
    from rnet.multivariate.distances import Dist

    size = attribute(x, "Size")
    if size is None:
        return None
    labels = attribute(x, "Labels")
    names = None if labels is None else tuple(str(name) for name in strings(labels))
    sides = [attribute(x, side) for side in ("Diag", "Upper")]
    shown = [side is not None and flag(side, "diag") for side in sides]
    method = attribute(x, "method")
    called = None if method is None else str(strings(method)[0])
    return Dist(doubles(x), whole(size, "Size"), names, shown[0], shown[1], called)


@builtin("as.matrix.dist", "x, ...")
def as_matrix_dist(x: Vector, dots: list[Named]) -> Value:
    """Return distances as a symmetric matrix with names."""
    del dots
    record = record_of(x) or dist_again(x)
    names = record.labels or [str(number + 1) for number in range(record.size)]
    own = character(list(names))
    size = integer([record.size, record.size])
    cells = record.square().ravel(order="F")
    return Vector("double", cells, {"dim": size, "dimnames": list_of([own, own])})


@builtin("print.anova", "x, digits = NULL, signif.stars = NULL, ...", context=True)
def print_anova(
    context: Context, x: Value, digits: Value, signif_stars: Value, dots: list[Named]
) -> Value:
    """Print an analysis of variance or deviance."""
    del dots, context
    record = record_of(x)
    if record is None:
        record = _anova_again(x)
    stars = flag(signif_stars, "signif.stars") if given(signif_stars) else None
    write(record.format(_digits(digits), stars))
    return _printed(x)


def _anova_again(x: Any) -> Any:
    """Return the record of a table that was changed, or had columns or rows taken out."""
    from rnet.linear.anova_table import AnovaTable

    columns = [doubles(column) for column in x.data]
    heading = attribute(x, "heading")
    return AnovaTable(
        np.column_stack(columns),
        tuple(row_names_of(x)),
        tuple(str(name) for name in names_of(x) or []),
        () if heading is None else tuple(strings(heading)),  # type: ignore[arg-type]
    )


@builtin("print.summaryDefault", "x, digits = NULL, quantile.type = NULL, ...", context=True)
def print_summary_default(
    context: Context, x: Value, digits: Value, quantile_type: Value, dots: list[Named]
) -> Value:
    """Print the summary of a variable."""
    from rnet.printing.show import format_r

    del dots, quantile_type
    record = record_of(x)
    if inherits(x, "POSIXct"):
        return _printed_moments(x)
    if record is None and isinstance(x, Vector) and x.kind in ("double", "integer"):
        record = _summary_again(x)
    if record is None and isinstance(x, Vector) and x.kind == "character":
        from rnet.printing.vectors import format_named_vector

        write(format_named_vector([str(t) for t in x.data], [str(n) for n in names_of(x) or []]))
    elif record is None:
        print_plain(x, PLAIN, context.environment)
    else:
        write(format_r(record, digits=_digits(digits)))
    return _printed(x)


def _printed_moments(x: Any) -> Value:
    from rnet.interpreter.functions.time_summaries import second_texts
    from rnet.printing.strings import quoted
    from rnet.printing.vectors import format_named_vector

    missing = attribute(x, "NAs")
    texts = [quoted(text) for text in second_texts(x)]
    names = [str(name) for name in names_of(x) or []]
    if missing is not None:
        texts, names = [*texts, quoted(str(whole(missing, "NAs")))], [*names, "NA's"]
    write(format_named_vector(texts, names))
    return _printed(x)


def _summary_again(x: Vector) -> Any:
    from rnet.describe.summary_records import SummaryDefault

    names = [str(name) for name in names_of(x) or []]
    values = doubles(x)
    count = attribute(x, "NAs")
    missing = 0 if count is None else whole(count, "NAs")
    if names and names[-1] in ("NA's", "NAs"):
        missing, names, values = int(values[-1]), names[:-1], values[:-1]
    return SummaryDefault(values, tuple(names), missing, "Date" in classes_of(x))


def _likelihood_again(x: Any) -> Any:
    """Return the record of a log-likelihood that has been calculated with."""
    from rnet.linear.fit_statistics import LogLik

    df = attribute(x, "df")
    return None if df is None else LogLik(float(doubles(x)[0]), whole(df, "df"), 0)


_OWN = {"print.dist", "print.anova", "print.summaryDefault"}
_CLASSES = {own[0] for own in CLASSES.values()} - {"rle", "ftable"} | {
    "svm",
    "nnet",
    "logLik",
    "terms",
    "auc",
}
_METHODS = " ".join(sorted({f"print.{kind}" for kind in _CLASSES - {"array"}} - _OWN))


def test_again(x: Vector) -> Any:
    """Return the test that a program put together as a list of the class."""
    from rnet.hypothesis.htest import ConfInt, HTest

    parts = dict(zip(names_of(x) or [], x.data, strict=False))
    limits = parts.get("conf.int")
    interval = None
    if limits is not None:
        level = attribute(limits, "conf.level")
        known = float("nan") if level is None else float(doubles(level)[0])
        lower, upper = doubles(limits)[:2]
        interval = ConfInt(float(lower), float(upper), known)
    p_value, words = parts.get("p.value"), ("method", "data.name", "alternative")
    method, data, alternative = (
        strings(parts[word])[0] if parts.get(word) is not None else None for word in words
    )
    return HTest(
        method or "",
        data or "",
        None if p_value is None else float(doubles(p_value)[0]),
        _named_numbers(parts.get("statistic")),
        _named_numbers(parts.get("parameter")),
        interval,
        _named_numbers(parts.get("estimate")),
        _named_numbers(parts.get("null.value")),
        alternative=alternative,
    )


def _named_numbers(value: Value) -> Any:
    """Return numbers with their names as a series, None where there are none."""
    if value is None:
        return None
    import pandas as pd

    numbers = doubles(value)
    names = names_of(value) if isinstance(value, Vector) else None
    return pd.Series(numbers, index=pd.Index(names or [""] * len(numbers), dtype=object))


@builtin(_METHODS, "x, ...", context=True)
def print_record(context: Context, x: Value, dots: list[Named]) -> Value:
    """Print a result of rnet as its record prints, with as many digits as asked for."""
    from rnet.printing.show import format_r

    record = record_of(x)
    if record is None and inherits(x, "logLik"):
        record = _likelihood_again(x)
    if record is None and inherits(x, "htest") and isinstance(x, Vector) and x.kind == "list":
        record = test_again(x)
    if record is None:
        print_plain(x, PLAIN, context.environment)
        return _printed(x)
    style = {
        name.replace(".", "_"): whole_numbers(to_python(value))
        for name, value in dots
        if name is not None
    }
    for unused in ("concise", "quote", "right"):
        style.pop(unused, None)
    if style and hasattr(record, "format"):
        write(record.format(**style))
    else:
        text = format_r(record, digits=style.get("digits"))
        STATE.session.write(text if inherits(x, "prediction") else f"{text}\n")
    return _printed(x)

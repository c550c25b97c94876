"""R's functions that make, repeat, choose and summarise vectors."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.columns import (
    Column,
    Doubles,
    Matrix,
    class_of,
    missing,
    numbers,
    strings,
    take,
)
from rnet.formulas.operators import logical, repeated, truth
from rnet.sums import corrected_mean, extended_sum, variance
from rnet.values import NA


def combine(*parts: Column | None) -> Column | None:
    """Return `c(...)`: text if any part is text, else numbers, else logical values."""
    given = [part for part in parts if part is not None and len(part)]
    kinds = {class_of(part) for part in given}
    if not given:
        return None
    if "character" in kinds:
        return np.concatenate([strings(part) for part in given])
    if kinds <= {"factor", "ordered"}:
        levels = list(dict.fromkeys(level for part in given for level in part.categories))  # type: ignore[union-attr]
        return pd.Categorical(np.concatenate([strings(part) for part in given]), levels)
    if kinds == {"logical"}:
        both = [truth(part) for part in given]
        return logical(np.concatenate([t for t, _ in both]), np.concatenate([a for _, a in both]))
    plain = [numbers(part) if _is_double(part) else np.asarray(part) for part in given]
    return np.concatenate([part.ravel(order="F") for part in plain])


def _is_double(part: Column) -> bool:
    return not (isinstance(part, np.ndarray) and part.dtype.kind == "i")


def rep(
    x: Column,
    times: Column | None = None,
    each: Column | None = None,
    length_out: Column | None = None,
) -> Column:
    """Return the elements of a vector repeated."""
    rows = np.arange(len(x))
    if each is not None:
        rows = np.repeat(rows, int(numbers(each)[0]))
    if length_out is not None:
        return take(x, np.resize(rows, int(numbers(length_out)[0])))
    if times is not None:
        counts = numbers(times).astype(np.int64)
        if len(counts) not in (1, len(rows)):
            raise RError("invalid 'times' argument")
        rows = np.tile(rows, counts[0]) if len(counts) == 1 else np.repeat(rows, counts)
    return take(x, rows)


def seq(
    from_: Column | None = None,
    to: Column | None = None,
    by: Column | None = None,
    length_out: Column | None = None,
) -> Column:
    """Return a regular sequence."""
    start, stop, step = (None if v is None else float(numbers(v)[0]) for v in (from_, to, by))
    if length_out is not None:
        count = math.ceil(float(numbers(length_out)[0]))
        if step is None:
            start = 1.0 if start is None else start
            stop = start + count - 1 if stop is None else stop
            step = (stop - start) / (count - 1) if count > 1 else 0.0
        elif start is None:
            start = 1.0 if stop is None else stop - step * (count - 1)
        return start + step * np.arange(count)
    if from_ is not None and to is None and by is None:
        start, stop = 1.0, float(len(from_)) if len(from_) != 1 else start
    start, stop = 1.0 if start is None else start, 1.0 if stop is None else stop
    if step is None:
        step = 1.0 if stop >= start else -1.0
    if step == 0 or (stop - start) / step < 0:
        raise RError("wrong sign in 'by' argument")
    found = start + step * np.arange(math.floor((stop - start) / step + 1e-10) + 1)
    return found.astype(np.int64) if start.is_integer() and step.is_integer() else found


def if_else(test: Column, yes: Column, no: Column) -> Column:
    """Return `yes` where the test holds, `no` where it does not, NA where it is missing."""
    values, absent = truth(test)
    a, b = repeated(yes, len(values)), repeated(no, len(values))
    if "character" in (class_of(yes), class_of(no)):
        texts = np.where(values, strings(_codes(a)), strings(_codes(b)))
        texts[absent] = None
        return texts
    if {class_of(yes), class_of(no)} == {"logical"}:
        (x, x_absent), (y, y_absent) = truth(a), truth(b)
        return logical(np.where(values, x, y), np.where(values, x_absent, y_absent) | absent)
    found = np.where(values, numbers(a), numbers(b))
    found[absent] = NA
    return found


def _codes(column: Column) -> Column:
    """Return a factor as its codes: `ifelse` strips the levels."""
    if isinstance(column, pd.Categorical):
        return column.codes.astype(np.int64) + 1
    return column


def paste(*parts: Column, sep: Column | None = None, collapse: Column | None = None) -> Column:
    """Return texts joined element by element."""
    between = " " if sep is None else str(strings(sep)[0])
    length = max((len(part) for part in parts), default=0)
    texts = [strings(repeated(part, length)).tolist() for part in parts if len(part)]
    rows = [between.join("NA" if t is None else t for t in row) for row in zip(*texts, strict=True)]
    if collapse is not None:
        rows = [str(strings(collapse)[0]).join(rows)]
    return np.array(rows, dtype=object)


def paste0(*parts: Column, collapse: Column | None = None) -> Column:
    """Return texts joined without anything between."""
    return paste(*parts, sep=np.array([""], dtype=object), collapse=collapse)


def _summary(name: str, function: Callable[[Doubles], float]) -> Callable[..., Column]:
    """Return an R summary with `na.rm`."""

    def summary(x: Column, na_rm: Column | None = None) -> Column:
        if class_of(x) in ("factor", "ordered"):
            raise RError(f"‘{name}’ not meaningful for factors")
        if class_of(x) == "character":
            raise RError("invalid 'type' (character) of argument")
        values = numbers(x).ravel(order="F")
        if na_rm is not None and bool(truth(na_rm)[0][0]):
            values = values[~np.isnan(values)]
        elif np.isnan(values).any():
            return np.array([NA])
        return np.array([float(function(values))])

    return summary


def _parallel(choose: Callable[[Doubles, Doubles], Doubles]) -> Callable[..., Column]:
    def parallel(*columns: Column) -> Column:
        length = max(len(column) for column in columns)
        found = numbers(repeated(columns[0], length))
        for column in columns[1:]:
            found = choose(found, numbers(repeated(column, length)))
        return found

    return parallel


def as_numeric(x: Column) -> Column:
    """Return a column as doubles; text is read, a factor gives its codes."""
    if class_of(x) != "character":
        return numbers(x).ravel(order="F")
    found = np.array([NA if t is None else _number(t) for t in strings(x)], dtype=np.float64)
    if (np.isnan(found) & ~missing(x)).any():
        warn("NAs introduced by coercion", stacklevel=4)
    return found


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return NA


def as_integer(x: Column) -> Column:
    """Return a column truncated to whole numbers."""
    values = np.trunc(as_numeric(x))  # type: ignore[arg-type]
    return values.astype(np.int64) if np.isfinite(values).all() else values


def as_logical(x: Column) -> Column:
    """Return a column as TRUE and FALSE."""
    if class_of(x) == "character":
        known = {"TRUE": True, "true": True, "T": True, "True": True}
        known.update({"FALSE": False, "false": False, "F": False, "False": False})
        found = [known.get(text) for text in strings(x)]
        return logical(np.array([bool(v) for v in found]), np.array([v is None for v in found]))
    return logical(*truth(x))


def _matrix(data: Column, nrow: Column | None = None, ncol: Column | None = None) -> Matrix:
    values = numbers(data).ravel(order="F")
    n = len(values)
    columns = None if ncol is None else int(numbers(ncol)[0])
    if nrow is None:
        columns = 1 if columns is None else columns
        rows = math.ceil(len(values) / columns)
    else:
        rows = int(numbers(nrow)[0])
        columns = math.ceil(len(values) / rows) if columns is None else columns
    if n > 1 and rows and (rows % n if n < rows else n % rows):
        warn(
            f"data length [{n}] is not a sub-multiple or multiple of the number of rows [{rows}]",
            stacklevel=5,
        )
    return Matrix(np.resize(values, rows * columns).reshape((rows, columns), order="F"))


def _length(x: Column | None) -> Column:
    return np.array([0 if x is None else len(x)], dtype=np.int64)


def _median(x: Doubles) -> float:
    return float(np.median(x)) if len(x) else NA


def pair(x: Column, y: Column) -> Matrix:
    """R's `Pair(x, y)`: two measurements of every case, for paired tests."""
    return Matrix(np.column_stack([numbers(x), numbers(y)]), ("x", "y"))


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "c": combine,
    "rep": rep,
    "rep_len": lambda x, length_out: rep(x, length_out=length_out),
    "seq": seq,
    "seq_len": lambda n: np.arange(1, int(numbers(n)[0]) + 1),
    "seq_along": lambda x: np.arange(1, len(x) + 1),
    "ifelse": if_else,
    "matrix": _matrix,
    "paste": paste,
    "paste0": paste0,
    "pmin": _parallel(np.minimum),
    "pmax": _parallel(np.maximum),
    "is.na": missing,
    "is.finite": lambda x: np.isfinite(numbers(x)),
    "rev": lambda x: take(x, np.arange(len(x))[::-1]),
    "length": _length,
    "sum": _summary("sum", extended_sum),
    "mean": _summary("mean", corrected_mean),
    "var": _summary("var", variance),
    "sd": _summary("sd", lambda v: math.sqrt(variance(v))),
    "median": _summary("median", _median),
    "min": _summary("min", lambda v: float(np.min(v, initial=np.inf))),
    "max": _summary("max", lambda v: float(np.max(v, initial=-np.inf))),
    "cumsum": lambda x: np.cumsum(numbers(x)),
    "rank": lambda x: pd.Series(numbers(x)).rank().to_numpy(),
    "as.numeric": as_numeric,
    "as.double": as_numeric,
    "as.integer": as_integer,
    "as.logical": as_logical,
    "as.character": strings,
    "as.vector": lambda x: x,
    "nchar": lambda x: np.array([len(text) for text in strings(x)], dtype=np.int64),
    "toupper": lambda x: np.array([t and t.upper() for t in strings(x)], dtype=object),
    "tolower": lambda x: np.array([t and t.lower() for t in strings(x)], dtype=object),
    "identity": lambda x: x,
    "Pair": pair,
}

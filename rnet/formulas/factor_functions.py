"""R's functions that make factors: `factor`, `ordered`, `cut`, `relevel`, `interaction`."""

from collections.abc import Callable, Sequence
from itertools import pairwise, product
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import (
    Column,
    Doubles,
    class_of,
    factor_of,
    missing,
    numbers,
    strings,
    texts_of_numbers,
)
from rnet.formulas.operators import repeated, truth
from rnet.printing.collation import sorted_strings
from rnet.printing.formatC import formatC


def levels_of(x: Column) -> list[str]:
    """Return the levels `factor(x)` gives: the distinct values in order.

    Text sorts as in an English locale, numbers by size, an existing factor keeps the order of
    the levels it uses.
    """
    if isinstance(x, pd.Categorical):
        used = np.unique(x.codes[x.codes >= 0])
        return [str(x.categories[code]) for code in used]
    if class_of(x) == "character":
        return sorted_strings({text for text in strings(x).tolist() if text is not None})
    if class_of(x) == "logical":
        present = truth(x)[0][~missing(x)]
        return [text for text, value in (("FALSE", False), ("TRUE", True)) if value in present]
    values = x if isinstance(x, np.ndarray) else numbers(x)
    texts = texts_of_numbers(np.unique(values[~np.isnan(values)]))
    return list(dict.fromkeys(str(text) for text in texts))


def factor(
    x: Column | None = None,
    levels: Column | None = None,
    labels: Column | None = None,
    exclude: Column | None = None,
    ordered: Column | None = None,
) -> pd.Categorical:
    """Return R's `factor`."""
    x = np.array([], dtype=object) if x is None else x
    known = levels_of(x) if levels is None else strings(levels).tolist()
    if exclude is not None:
        dropped = set(strings(exclude).tolist())
        known = [level for level in known if level not in dropped]
    is_ordered = class_of(x) == "ordered" if ordered is None else bool(truth(ordered)[0][0])
    return coded(strings(x), known, _labels(known, labels), ordered=is_ordered)


def _labels(levels: Sequence[str], labels: Column | None) -> list[str]:
    if labels is None:
        return list(levels)
    texts: list[str] = strings(labels).tolist()
    if len(texts) == 1 and len(levels) > 1:
        return [f"{texts[0]}{number}" for number in range(1, len(levels) + 1)]
    if len(texts) != len(levels):
        raise RError(
            f"invalid 'labels'; length {len(texts)} should be 1 or {len(levels)}",
            f"The levels are: {', '.join(map(str, levels[:10]))}.",
        )
    return texts


def coded(
    texts: Any, levels: Sequence[str], labels: Sequence[str] | None = None, *, ordered: bool
) -> pd.Categorical:
    """Return the factor of texts; equal labels become one level."""
    labels = levels if labels is None else labels
    final = list(dict.fromkeys(labels))
    place = {label: code for code, label in enumerate(final)}
    code_of = {level: place[label] for level, label in zip(levels, labels, strict=True)}
    codes = [code_of.get(text, -1) for text in texts]
    return factor_of(codes, final, ordered=ordered)


def _ordered(
    x: Column, levels: Column | None = None, labels: Column | None = None
) -> pd.Categorical:
    return factor(x, levels, labels, ordered=np.array([True]))


def as_factor(x: Column) -> pd.Categorical:
    """Return a factor as it is, anything else as `factor` makes it."""
    return x if isinstance(x, pd.Categorical) else factor(x)


def relevel(x: Column, ref: Column) -> pd.Categorical:
    """Return a factor with another reference level first."""
    if not isinstance(x, pd.Categorical):
        raise RError("'relevel' only for (unordered) factors", "Make it one: factor(x).")
    if x.ordered:
        raise RError("'relevel' only for unordered factors", "Its levels have an order.")
    levels = list(x.categories)
    wanted = strings(ref)[0] if class_of(ref) == "character" else levels[int(numbers(ref)[0]) - 1]
    if wanted not in levels:
        raise RError("'ref' must be an existing level", f"Levels are: {', '.join(levels)}.")
    return coded(strings(x), [wanted, *(v for v in levels if v != wanted)], ordered=False)


def cut(
    x: Column,
    breaks: Column,
    labels: Column | None = None,
    include_lowest: Column | None = None,
    right: Column | None = None,
    dig_lab: Column | None = None,
    ordered_result: Column | None = None,
) -> Column:
    """Return the interval each number falls in."""
    if class_of(x) in ("factor", "ordered", "character"):
        raise RError("'x' must be numeric", "factor(x) codes what is no number.")
    values = numbers(x)
    closed_right = right is None or bool(truth(right)[0][0])
    lowest = include_lowest is not None and bool(truth(include_lowest)[0][0])
    edges = _edges(values, numbers(breaks))
    codes = _bins(values, edges, closed_right=closed_right, lowest=lowest)
    if labels is not None and class_of(labels) == "logical" and not truth(labels)[0][0]:
        return np.where(codes < 0, np.nan, codes + 1.0)
    digits = 3 if dig_lab is None else int(numbers(dig_lab)[0])
    names = (
        interval_labels(edges, digits, closed_right=closed_right, lowest=lowest)
        if labels is None
        else strings(labels).tolist()
    )
    if len(names) != len(edges) - 1:
        raise RError(
            "lengths of 'breaks' and 'labels' differ",
            f"There are {len(edges) - 1} intervals.",
        )
    is_ordered = ordered_result is not None and bool(truth(ordered_result)[0][0])
    return factor_of(codes, names, ordered=is_ordered)


def _edges(values: Doubles, breaks: Doubles) -> Doubles:
    """Return the break points; a number of intervals divides the range, widened by 1/1000."""
    if len(breaks) > 1:
        edges = np.sort(breaks)
        if len(np.unique(edges)) < len(edges):
            raise RError("'breaks' are not unique", "Give each break once.")
        return edges
    count = int(breaks[0])
    if np.isnan(breaks[0]) or count < 2:
        raise RError("invalid number of intervals", "A number of breaks is 2 or more.")
    known = values[~np.isnan(values)]  # R's NA is a signalling NaN, which nanmin passes on
    low, high = (float(known.min()), float(known.max())) if len(known) else (np.nan, np.nan)
    for end, name in ((low, "from"), (high, "to")):
        if not np.isfinite(end):
            raise RError(f"'{name}' must be a finite number", "Give the breaks themselves.")
    spread = high - low
    if spread == 0:
        spread = abs(low)
        return _sequence(low - spread / 1000, high + spread / 1000, count + 1)
    edges = _sequence(low, high, count + 1)
    edges[0], edges[-1] = low - spread / 1000, high + spread / 1000
    return edges


def _sequence(low: float, high: float, count: int) -> Doubles:
    found = np.asarray(low + np.arange(count) * ((high - low) / (count - 1)), dtype=np.float64)
    found[-1] = high
    return found


def _bins(values: Doubles, edges: Doubles, *, closed_right: bool, lowest: bool) -> Any:
    codes = np.searchsorted(edges, values, side="left" if closed_right else "right") - 1
    if lowest:
        edge, code = (edges[0], 0) if closed_right else (edges[-1], len(edges) - 2)
        codes = np.where(values == edge, code, codes)
    return np.where(np.isnan(values) | (codes < 0) | (codes > len(edges) - 2), -1, codes)


def interval_labels(edges: Doubles, digits: int, *, closed_right: bool, lowest: bool) -> list[str]:
    """Return `(a,b]` for each interval, with as many digits as keep the edges apart."""
    for used in range(digits, max(12, digits) + 1):
        texts = formatC(edges, digits=used, width=1).tolist()
        if len(set(texts)) == len(texts):
            break
    opening, closing = ("(", "]") if closed_right else ("[", ")")
    names = [f"{opening}{a},{b}{closing}" for a, b in pairwise(texts)]
    if lowest and closed_right:
        names[0] = "[" + names[0][1:]
    elif lowest:
        names[-1] = names[-1][:-1] + "]"
    return names


def interaction(
    *factors: Column, drop: Column | None = None, sep: Column | None = None
) -> pd.Categorical:
    """Return the factor of all combinations, the first factor varying fastest."""
    between = "." if sep is None else str(strings(sep)[0])
    known = [as_factor(f) for f in factors]
    length = max(len(f) for f in known)
    levels = [
        between.join(reversed(row))
        for row in product(*[list(f.categories) for f in reversed(known)])
    ]
    columns = [strings(repeated(f, length)).tolist() for f in known]
    texts = [None if None in row else between.join(row) for row in zip(*columns, strict=True)]
    if drop is not None and truth(drop)[0][0]:
        levels = [level for level in levels if level in set(texts)]
    return coded(texts, levels, ordered=False)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "factor": factor,
    "ordered": _ordered,
    "as.factor": as_factor,
    "as.ordered": lambda x: x if class_of(x) == "ordered" else _ordered(x),
    "relevel": relevel,
    "cut": cut,
    "interaction": interaction,
    "unclass": lambda x: numbers(x) if isinstance(x, pd.Categorical) else x,
    "droplevels": lambda x: coded(strings(x), levels_of(x), ordered=class_of(x) == "ordered"),
}

"""Numbers for time series functions written in R: exponential smoothing, recursions."""

import numpy as np

from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, is_true
from rnet.interpreter.values import Value, Vector, double, list_of


def _number(value: Value) -> float | None:
    return None if value is None else float(as_kind(value, "double").data[0])


@builtin(".holt.winters", "x, level, trend, season, alpha, beta, gamma, multiplies")
def holt_winters(
    x: Value,
    level: Value,
    trend: Value,
    season: Value,
    alpha: Value,
    beta: Value,
    gamma: Value,
    multiplies: Value,
) -> Vector:
    """Filter a series: squares, levels, trends, seasons."""
    from rnet.smoothing.holt_winters import filtered

    found = filtered(
        as_kind(x, "double").data,
        (_number(level) or 0.0, _number(trend) or 0.0, as_kind(season, "double").data),
        (_number(alpha) or 0.0, _number(beta), _number(gamma)),
        multiplies=is_true(multiplies),
    )
    parts = [found.squares, found.level, found.trend, found.season]
    return list_of(
        [double(np.atleast_1d(np.asarray(part, dtype=np.float64))) for part in parts],
        ["sse", "a", "b", "s"],
    )


@builtin(".recursive.sum", "x, coefficients")
def recursive_sum(x: Value, coefficients: Value) -> Vector:
    """Return y with y[t] = x[t] + sum of coefficients times earlier y."""
    from scipy.signal import lfilter

    denominator = np.concatenate([[1.0], -as_kind(coefficients, "double").data])
    return double(np.asarray(lfilter([1.0], denominator, as_kind(x, "double").data)))


@builtin(".stl", "y, period, windows, degrees, jumps, inner, outer")
def stl(
    y: Value,
    period: Value,
    windows: Value,
    degrees: Value,
    jumps: Value,
    inner: Value,
    outer: Value,
) -> Vector:
    """Decompose a series into seasonal, trend and weights."""
    from rnet.smoothing.stl import Loess, decomposed

    settings = [as_kind(part, "double").data.astype(int) for part in (windows, degrees, jumps)]
    by = [Loess(int(w), int(d), int(j)) for w, d, j in zip(*settings, strict=True)]
    rounds = [int(as_kind(count, "double").data[0]) for count in (period, inner, outer)]
    values = as_kind(y, "double").data
    found = decomposed(values, rounds[0], (by[0], by[1], by[2]), rounds[1], rounds[2])
    return list_of([double(part) for part in (found.seasonal, found.trend, found.weights)])

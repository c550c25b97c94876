"""Multivariate tests of terms, on arrays.

Seber, Multivariate Observations (1984), section 8.6; R page `?summary.manova`.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.distributions.tails import f_upper
from rnet.linear.anova_table import AnovaTable, anova_table
from rnet.match_arg import match_arg
from rnet.values import NA

Floats: TypeAlias = npt.NDArray[np.float64]
Test: TypeAlias = Callable[[Floats, int, float, int], tuple[float, float, float, float]]
"""Of eigenvalues (k,), hypothesis and error degrees of freedom and the number of responses:
the statistic, its F and two degrees of freedom."""


def _sizes(q: int, df: float, k: int) -> tuple[float, float, float]:
    return min(k, q), (abs(k - q) - 1) / 2, (df - k - 1) / 2


def _pillai(values: Floats, q: int, df: float, k: int) -> tuple[float, float, float, float]:
    s, m, n = _sizes(q, df, k)
    trace = float(np.sum(values / (1 + values)))
    top, bottom = 2 * m + s + 1, 2 * n + s + 1
    return trace, (bottom / top * trace) / (s - trace), s * top, s * bottom


def _wilks(values: Floats, q: int, df: float, k: int) -> tuple[float, float, float, float]:
    ratio = float(np.prod(1 / (1 + values)))
    scale, shift = df - (k - q + 1) / 2, (k * q - 2) / 4
    under = k**2 + q**2 - 5
    root = np.sqrt(((k * q) ** 2 - 4) / under) if under > 0 else 1.0
    bottom = scale * root - 2 * shift
    return ratio, (ratio ** (-1 / root) - 1) * bottom / (k * q), k * q, bottom


def _hotelling_lawley(
    values: Floats, q: int, df: float, k: int
) -> tuple[float, float, float, float]:
    s, m, n = _sizes(q, df, k)
    trace = float(np.sum(values))
    top, bottom = 2 * m + s + 1, 2 * (s * n + 1)
    return trace, bottom * trace / s / s / top, s * top, bottom


def _roy(values: Floats, q: int, df: float, k: int) -> tuple[float, float, float, float]:
    largest, top = float(values.max()), max(k, q)
    bottom = df - top + q
    return largest, bottom * largest / top, top, bottom


TESTS: Mapping[str, Test] = {
    "Pillai": _pillai,
    "Wilks": _wilks,
    "Hotelling-Lawley": _hotelling_lawley,
    "Roy": _roy,
}


def manova_table(effects: Mapping[str, Floats], products: Floats, df: int, test: str) -> AnovaTable:
    """Test terms on all responses at once.

    Parameters
    ----------
    effects : mapping of str to ndarray, shape (df of the term, k)
        The effects of each term.
    products : ndarray, shape (k, k)
        Sums of squares and products of the residuals.
    df : int
        Residual degrees of freedom.
    test : str
        A name in `TESTS`.
    """
    kind = match_arg(test, tuple(TESTS))
    rows = []
    for part in effects.values():
        values = np.linalg.eigvals(np.linalg.solve(products, part.T @ part)).real
        figures = TESTS[kind](np.maximum(values, 0.0), len(part), float(df), len(products))
        rows.append([len(part), *figures, float(f_upper(*figures[1:]))])
    rows.append([df, *[NA] * 5])
    columns = ("Df", kind, "approx F", "num Df", "den Df", "Pr(>F)")
    found = dict(zip(columns, np.array(rows, dtype=np.float64).T, strict=True))
    return anova_table(found, [*effects, "Residuals"], ["Analysis of Variance Table\n"])

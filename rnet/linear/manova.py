"""Multivariate tests of terms, on arrays.

Seber, Multivariate Observations (1984), section 8.6; R page `?summary.manova`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.distributions.tails import f_upper
from rnet.linear.anova_table import AnovaTable, after_missing, anova_table
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


SPHERICAL = "Spherical"
"""The F test of responses that are independent with equal variances, and its corrections."""
KINDS = (*TESTS, SPHERICAL)


@dataclass(frozen=True, slots=True)
class Products:
    """Sums of squares and products of residuals.

    Attributes
    ----------
    values : ndarray, shape (k, k)
    df : int
        Their degrees of freedom.
    """

    values: Floats
    df: int

    @property
    def generalized_variance(self) -> float:
        """The k-th root of the determinant of the covariances."""
        return float(np.linalg.det(self.values / self.df) ** (1 / len(self.values)))

    def epsilons(self) -> tuple[float, float]:
        """Return by how much degrees of freedom shrink, after Greenhouse-Geisser and Huynh-Feldt.

        Huynh and Feldt, Journal of Educational Statistics 1 (1976), 69-82.
        """
        k = len(self.values)
        first = float(np.trace(self.values) ** 2 / (k * np.sum(self.values**2)))
        second = ((self.df + 1) * k * first - 2) / (k * (self.df - k * first))
        return first, second


def manova_table(effects: Mapping[str, Floats], residual: Products, test: str) -> AnovaTable:
    """Test terms on all responses at once.

    Parameters
    ----------
    effects : mapping of str to ndarray, shape (df of the term, k)
        The effects of each term.
    residual : Products
        Of the residuals.
    test : str
        One of `KINDS`.
    """
    kind = match_arg(test, KINDS)
    parts = effects.values()
    columns = {"Df": np.array([*map(len, parts), residual.df], dtype=np.float64)}
    columns |= _figures([part.T @ part for part in parts], [*map(len, parts)], residual, kind)
    heading = ["Analysis of Variance Table\n", *_epsilon_lines(residual, kind)]
    return anova_table(columns, [*effects, "Residuals"], heading)


def several_manova(fits: Sequence[Products], models: str, test: str) -> AnovaTable:
    """Compare models of the same responses, each with the one before it.

    Parameters
    ----------
    fits : sequence of Products
        The residuals of each model.
    models : str
        The formulas, one a line.
    test : str
        One of `KINDS`.
    """
    kind = match_arg(test, KINDS)
    df = np.array([fit.df for fit in fits], dtype=np.float64)
    changes = np.diff(df)
    steps = [
        (after.values - before.values) * np.sign(change or 1.0)
        for before, after, change in zip(fits, fits[1:], changes, strict=False)
    ]
    largest = min(fits, key=lambda fit: fit.df)
    columns = {
        "Res.Df": df,
        "Df": after_missing(changes),
        "Gen.var.": np.array([fit.generalized_variance for fit in fits]),
    }
    figures = _figures(steps, [int(abs(change)) for change in changes], largest, kind)
    # the first model has nothing to be compared with: R's last row is ours
    columns |= {name: np.roll(values, 1) for name, values in figures.items()}
    heading = ["Analysis of Variance Table\n", models, *_epsilon_lines(largest, kind)]
    names = [str(number + 1) for number in range(len(fits))]
    return anova_table(columns, names, heading)


def _epsilon_lines(residual: Products, kind: str) -> list[str]:
    if kind != SPHERICAL:
        return []
    first, second = (f"{value:.4f}" for value in residual.epsilons())
    return [f"Greenhouse-Geisser epsilon: {first}", f"Huynh-Feldt epsilon:        {second}\n"]


def _figures(
    parts: Sequence[Floats], sizes: Sequence[int], residual: Products, kind: str
) -> dict[str, Floats]:
    """Return the columns of tests of products (k, k) against the residuals, an NA row last."""
    if kind == SPHERICAL:
        rows = [_spherical(part, q, residual) for part, q in zip(parts, sizes, strict=True)]
        names: tuple[str, ...] = ("F", "num Df", "den Df", "Pr(>F)", "G-G Pr", "H-F Pr")
    else:
        rows = [_tested(part, q, residual, kind) for part, q in zip(parts, sizes, strict=True)]
        names = (kind, "approx F", "num Df", "den Df", "Pr(>F)")
    rows.append([NA] * len(names))
    return dict(zip(names, np.array(rows, dtype=np.float64).T, strict=True))


def _tested(part: Floats, q: int, residual: Products, kind: str) -> list[float]:
    values = np.linalg.eigvals(np.linalg.solve(residual.values, part)).real
    if q == 0:
        return [0.0, np.nan, 0.0, 0.0, NA]
    figures = TESTS[kind](np.maximum(values, 0.0), q, float(residual.df), len(part))
    return [*figures, float(f_upper(*figures[1:]))]


def _spherical(part: Floats, q: int, residual: Products) -> list[float]:
    k = len(part)
    over, under = float(q * k), float(residual.df * k)
    with np.errstate(all="ignore"):
        ratio = float(np.trace(part) / over / (np.trace(residual.values) / under))
    shrink = [min(1.0, epsilon) for epsilon in residual.epsilons()]
    tails = [float(f_upper(ratio, by * over, by * under)) for by in shrink]
    return [ratio, over, under, float(f_upper(ratio, over, under)), *tails]

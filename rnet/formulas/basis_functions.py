"""`poly`, `ns`, `bs` and `scale`: bases whose parameters a fit keeps for new data."""

import functools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.formulas import polynomials, splines
from rnet.formulas.columns import Column, Doubles, Matrix, class_of, numbers
from rnet.formulas.encoding import KeptBasis
from rnet.formulas.operators import truth
from rnet.formulas.splines import Knots
from rnet.language.tree import Argument, Call, Constant, Node, Symbol
from rnet.printing.numbers import number_text
from rnet.sums import extended_mean, extended_sum


@dataclass(frozen=True, slots=True)
class OrthogonalPolynomial(KeptBasis):
    """The recursion of `poly(x, degree)`."""

    recursion: polynomials.Recursion

    def columns(self, x: Column) -> Matrix:
        """Return the polynomials at new points."""
        return _numbered(polynomials.at(self.recursion, numbers(x)))

    def call(self, node: Call) -> Call:
        """Return the call with the recursion as its argument `coefs`."""
        parts = {"alpha": self.recursion.alpha, "norm2": self.recursion.norm2}
        named = tuple(Argument(name, vector_node(values)) for name, values in parts.items())
        coefs = Argument("coefs", Call(Symbol("list"), named))
        return Call(node.function, (*node.arguments, coefs))


@dataclass(frozen=True, slots=True)
class PolynomialProducts(KeptBasis):
    """The recursions of `poly(x, z, degree = 2)`, one per variable; None for raw powers."""

    recursions: tuple[polynomials.Recursion | None, ...]
    degree: int

    def columns(self, x: Column) -> Matrix:
        """Return the products at new points; x has one column per variable, or more behind."""
        variables = numbers(x).T[: len(self.recursions)]
        bases = [
            _powers(v, self.degree) if recursion is None else polynomials.at(recursion, v)
            for v, recursion in zip(variables, self.recursions, strict=True)
        ]
        return _products(bases, self.degree)


@dataclass(frozen=True, slots=True)
class Spline(KeptBasis):
    """The knots of `bs` or `ns`; by default quantiles, which carry their shares as names."""

    knots: Knots
    intercept: bool
    natural: bool
    are_quantiles: bool = False

    def columns(self, x: Column) -> Matrix:
        """Return the basis at new points; missing ones give missing rows."""
        values = numbers(x)
        known = ~np.isnan(values)
        beyond = (values[known] < self.knots.low) | (values[known] > self.knots.high)
        if beyond.any() and not self.natural:
            warn("some 'x' values beyond boundary knots may cause ill-conditioned bases")
        inside = self._at(values[known])
        found = np.full((len(values), inside.shape[1]), np.nan)
        found[known] = inside
        return _numbered(found)

    def call(self, node: Call) -> Call:
        """Return the call with degree, knots and intercept in the place of what was asked for."""
        inner = self.knots.inner
        shares = [i / (len(inner) + 1) for i in range(1, len(inner) + 1)]
        names = [f"{number_text(share * 100, 7)}%" for share in shares]
        power = Argument("degree", Constant("integer", self.knots.degree))
        boundary = np.array([self.knots.low, self.knots.high])
        given = (
            *([] if self.natural else [power]),
            Argument("knots", vector_node(inner, names if self.are_quantiles else None)),
            Argument("Boundary.knots", vector_node(boundary)),
            Argument("intercept", Constant("logical", self.intercept)),
        )
        return Call(node.function, (node.arguments[0], *given))

    def _at(self, x: Doubles) -> Doubles:
        if self.natural:
            return splines.natural_splines(x, self.knots, intercept=self.intercept)
        return splines.b_splines(x, self.knots)[:, 0 if self.intercept else 1 :]


@dataclass(frozen=True, slots=True)
class Scaling(KeptBasis):
    """The centres and spreads of `scale(x)`, one per column."""

    centre: Doubles | None
    spread: Doubles | None

    def columns(self, x: Column) -> Matrix:
        """Return new values centred and scaled as the training data were."""
        values, names = _matrix(x)
        values = values if self.centre is None else values - self.centre
        return Matrix(values if self.spread is None else values / self.spread, names)

    def call(self, node: Call) -> Call:
        """Return the call with centres and spreads."""
        given = (
            Argument(name, Constant("logical", False) if kept is None else vector_node(kept))
            for name, kept in (("center", self.centre), ("scale", self.spread))
        )
        return Call(node.function, (node.arguments[0], *given))


def vector_node(values: Doubles, names: Sequence[str] | None = None) -> Node:
    """Return the expression of a vector of doubles, as R deparses it."""
    items = [Constant("double", float(value)) for value in values]
    if len(items) == 1 and names is None:
        return items[0]
    if not items:
        return Call(Symbol("numeric"), (Argument(None, Constant("double", 0.0)),))
    tags = [None] * len(items) if names is None else names
    return Call(Symbol("c"), tuple(map(Argument, tags, items)))


Fitted = tuple[Matrix, KeptBasis | None]


def fit_poly(
    x: Column,
    *more: Column,
    degree: Column | None = None,
    raw: Column | None = None,
    simple: Column | None = None,
) -> Fitted:
    """Return `poly(x, degree)`; several variables give their products up to the degree."""
    del simple
    is_raw = raw is not None and bool(truth(raw)[0][0])
    if degree is None and more and len(more[-1]) == 1:
        *others, degree = more
    else:
        others = list(more)
    highest = 1 if degree is None else int(numbers(degree)[0])
    variables = [*_split(x), *(column for other in others for column in _split(other))]
    if len(variables) > 1:
        return _several(variables, highest, raw=is_raw)
    values = variables[0]
    if np.isnan(values).any():
        raise RError("missing values are not allowed in 'poly'", "Drop them first: data.dropna().")
    if highest < 1:
        raise RError("'degree' must be at least 1", "Leave the term out instead.")
    if is_raw:
        return _numbered(_powers(values, highest)), None
    if highest >= len(np.unique(values)):
        raise RError(
            "'degree' must be less than number of unique points",
            f"There are {len(np.unique(values))}.",
        )
    found, recursion = polynomials.orthonormal(values, highest)
    return _numbered(found), OrthogonalPolynomial(recursion)


def _split(column: Column) -> list[Doubles]:
    values = numbers(column)
    return list(values.T) if values.ndim == 2 else [values]


def _powers(x: Doubles, degree: int) -> Doubles:
    columns = [x]
    for _ in range(1, degree):
        columns.append(columns[-1] * x)
    return np.column_stack(columns)


def _several(variables: list[Doubles], degree: int, *, raw: bool) -> Fitted:
    """Return products of the variables' polynomials of total degree up to `degree`."""
    if raw:
        kept = PolynomialProducts((None,) * len(variables), degree)
        return _products([_powers(x, degree) for x in variables], degree), kept
    fits = [polynomials.orthonormal(x, degree) for x in variables]
    kept = PolynomialProducts(tuple(recursion for _, recursion in fits), degree)
    return _products([values for values, _ in fits], degree), kept


def _products(bases: list[Doubles], degree: int) -> Matrix:
    """Return all products of total degree 1 to `degree`, the first variable's varying fastest."""
    with_ones = [np.column_stack([np.ones(len(basis)), basis]) for basis in bases]
    reversed_powers = product(range(degree + 1), repeat=len(bases))
    powers = [p[::-1] for p in reversed_powers if 0 < sum(p) <= degree]
    columns = [
        functools.reduce(np.multiply, [b[:, k] for b, k in zip(with_ones, p, strict=True)])
        for p in powers
    ]
    return Matrix(np.column_stack(columns), tuple(".".join(map(str, p)) for p in powers))


def fit_bs(
    x: Column,
    df: Column | None = None,
    knots: Column | None = None,
    degree: Column | None = None,
    intercept: Column | None = None,
    Boundary_knots: Column | None = None,  # noqa: N803 - R's argument name
) -> Fitted:
    """Return `bs(x, ...)`: the B-spline basis."""
    order = 1 + (3 if degree is None else int(numbers(degree)[0]))
    if order < 2:
        raise RError("'degree' must be integer >= 1", "The usual degree is 3.")
    return _spline(x, df, knots, _flag(intercept), Boundary_knots, order=order, natural=False)


def fit_ns(
    x: Column,
    df: Column | None = None,
    knots: Column | None = None,
    intercept: Column | None = None,
    Boundary_knots: Column | None = None,  # noqa: N803 - R's argument name
) -> Fitted:
    """Return `ns(x, ...)`: the natural cubic spline basis."""
    return _spline(x, df, knots, _flag(intercept), Boundary_knots, order=4, natural=True)


def _spline(
    x: Column,
    df: Column | None,
    knots: Column | None,
    intercept: bool,
    boundary: Column | None,
    *,
    order: int,
    natural: bool,
) -> Fitted:
    values = numbers(x)
    known = values[~np.isnan(values)]
    if class_of(x) in ("factor", "ordered"):
        raise RError(
            "non-numeric argument to binary operator", "A spline is a function of numbers."
        )
    if not len(known):
        raise RError(
            "missing values and NaN's not allowed if 'na.rm' is FALSE",
            "Every value of the variable is missing.",
        )
    limits = np.array([known.min(), known.max()]) if boundary is None else numbers(boundary)
    low, high = sorted(float(limit) for limit in limits)
    if knots is not None:
        inner = np.sort(numbers(knots))
    elif df is None:
        inner = np.array([])
    else:
        count = _inner_count(int(numbers(df)[0]), intercept, order=order, natural=natural)
        inner = splines.inner_knots(known[(known >= low) & (known <= high)], count)
    is_free = knots is None and df is not None
    kept = Spline(Knots(inner, low, high, order - 1), intercept, natural, is_free)
    return kept.columns(values), kept


def _inner_count(df: int, intercept: bool, *, order: int, natural: bool) -> int:
    least = 1 + intercept if natural else order - (not intercept)
    if df < least:
        warn(f"'df' was too small; have used {least}")
    return max(df - least, 0)


def _flag(value: Column | None) -> bool:
    return value is not None and bool(truth(value)[0][0])


def fit_scale(x: Column, center: Column | None = None, scale: Column | None = None) -> Fitted:
    """Return `scale(x)`: columns centred at their means and divided by their spreads."""
    values, _ = _matrix(x)
    centre = _given(center, lambda: np.array([_column_mean(c) for c in values.T]))
    centred = values if centre is None else values - centre
    spread = _given(scale, lambda: np.array([_root_mean_square(c) for c in centred.T]))
    kept = Scaling(centre, spread)
    return kept.columns(x), kept


def _given(wanted: Column | None, computed: Callable[[], Doubles]) -> Doubles | None:
    if wanted is None:
        return computed()
    if class_of(wanted) == "logical":
        return computed() if truth(wanted)[0][0] else None
    return numbers(wanted)


def _column_mean(values: Doubles) -> float:
    known = values[~np.isnan(values)]
    return extended_mean(known) if len(known) else np.nan


def _root_mean_square(values: Doubles) -> float:
    known = values[~np.isnan(values)]
    return math.sqrt(extended_sum(known * known) / max(1, len(known) - 1))


def _matrix(x: Column) -> tuple[Doubles, tuple[str, ...] | None]:
    if class_of(x) in ("factor", "ordered", "character"):
        raise RError("'x' must be numeric", "Factors and text have no mean.")
    values = numbers(x)
    if isinstance(x, Matrix):
        return values, x.column_names
    return values[:, None], None


def _numbered(values: Doubles) -> Matrix:
    return Matrix(values, tuple(str(number) for number in range(1, values.shape[1] + 1)))


FITTED: dict[str, Callable[..., Fitted]] = {
    "poly": fit_poly,
    "bs": fit_bs,
    "ns": fit_ns,
    "scale": fit_scale,
}
"""Functions whose parameters a fit keeps when a variable of the formula is a call of them."""


def _basis_only(function: Callable[..., Fitted]) -> Callable[..., Matrix]:
    @functools.wraps(function)
    def basis(*args: Any, **kwargs: Any) -> Matrix:
        return function(*args, **kwargs)[0]

    return basis


FUNCTIONS: dict[str, Callable[..., Any]] = {
    name: _basis_only(function) for name, function in FITTED.items()
}

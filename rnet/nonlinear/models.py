"""Nonlinear least squares models at given parameters: ordinary ones, and partially linear ones.

In a partially linear model the coefficients of some terms are linear; they are projected out
(Golub and Pereyra 1973, SIAM Journal on Numerical Analysis 10:413).
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.linear.qr import coefficients, decompose, residual_part
from rnet.nonlinear.expectation import Expectation
from rnet.nonlinear.gauss_newton import Point
from rnet.sums import extended_sum, ordered_sum

Doubles = npt.NDArray[np.float64]


class LeastSquaresModel(ABC):
    """A model with its data."""

    @abstractmethod
    def at(self, parameters: Doubles) -> Point:
        """Return the model at parameters, shape (k,)."""

    @abstractmethod
    def slopes(self, point: Point) -> Doubles:
        """Return the slopes of the fitted values by all parameters, times root weights."""

    @abstractmethod
    def predicted(self, point: Point, expectation: Expectation) -> Doubles:
        """Return the values of the right side at a point, on other columns."""


@dataclass(frozen=True, slots=True, eq=False)
class Ordinary(LeastSquaresModel):
    """A model all of whose parameters are nonlinear.

    Attributes
    ----------
    expectation : Expectation
    response : ndarray, shape (n,)
    root_weights : ndarray, shape (n,)
    """

    expectation: Expectation
    response: Doubles
    root_weights: Doubles

    def at(self, parameters: Doubles) -> Point:
        """Return the model at parameters."""
        values, slopes = self.expectation.with_slopes(parameters)
        fitted = np.resize(values, len(self.response))
        if len(slopes) != len(fitted):
            slopes = np.resize(slopes, (len(fitted), slopes.shape[1]))
        residuals = self.root_weights * (self.response - fitted)
        return Point(
            parameters, np.zeros(0), residuals, fitted, extended_sum(residuals**2),
            decompose(self.root_weights[:, None] * slopes), residuals, 1.0, len(parameters),
        )  # fmt: skip

    def slopes(self, point: Point) -> Doubles:
        """Return the slopes."""
        found = self.expectation.with_slopes(point.parameters)[1]
        if len(found) != len(self.response):
            found = np.resize(found, (len(self.response), found.shape[1]))
        return self.root_weights[:, None] * found

    def predicted(self, point: Point, expectation: Expectation) -> Doubles:
        """Return the values of the right side."""
        return expectation.values(point.parameters)


@dataclass(frozen=True, slots=True, eq=False)
class PartiallyLinear(LeastSquaresModel):
    """A model whose right side holds the terms of a linear combination; fields as `Ordinary`."""

    expectation: Expectation
    response: Doubles
    root_weights: Doubles

    def _parts(self, parameters: Doubles) -> tuple[Doubles, Doubles]:
        """Return weighted terms, shape (n, m), and their slopes, shape (n, m, k)."""
        terms, slopes = self.expectation.with_slopes(parameters)
        if terms.ndim == 1:
            terms, slopes = terms[:, None], slopes[:, None, :]
        return self.root_weights[:, None] * terms, self.root_weights[:, None, None] * slopes

    def at(self, parameters: Doubles) -> Point:
        """Return the model at parameters, in coordinates rotated by the terms."""
        terms, slopes = self._parts(parameters)
        target = self.root_weights * self.response
        qr = decompose(terms)
        rotated = qr.transposed_times(target)
        linear = coefficients(qr, rotated)
        residuals = residual_part(qr, rotated)
        m, k = terms.shape[1], len(parameters)
        bent = np.zeros((len(target), k))
        for place in range(k):
            slope = np.ascontiguousarray(slopes[:, :, place])
            bent[:, place] = qr.transposed_times(_combined(slope, linear))
            bent[:m, place] = _forward(qr.upper, _products(slope, residuals))
        rest = rotated.copy()
        rest[:m] = 0.0
        with np.errstate(all="ignore"):
            fitted = self.response - residuals / self.root_weights
        return Point(
            parameters, linear, residuals, fitted, extended_sum(residuals**2),
            decompose(bent), rest, (len(target) - k - m) / (k + m), m,
        )  # fmt: skip

    def slopes(self, point: Point) -> Doubles:
        """Return the slopes by the nonlinear parameters, then the linear ones."""
        terms, slopes = self._parts(point.parameters)
        return np.column_stack([np.einsum("nmk,m->nk", slopes, point.linear), terms])

    def predicted(self, point: Point, expectation: Expectation) -> Doubles:
        """Return the values of the linear combination."""
        values = expectation.values(point.parameters)
        return _combined(values if values.ndim == 2 else values[:, None], point.linear)


def _combined(terms: Doubles, linear: Doubles) -> Doubles:
    """Return the linear combination of columns, added in order."""
    found: Doubles = terms[:, 0] * linear[0]
    for column, factor in zip(terms.T[1:], linear[1:], strict=True):
        found = found + column * factor
    return found


def _products(terms: Doubles, residuals: Doubles) -> Doubles:
    return np.array([ordered_sum(column * residuals) for column in terms.T])


def _forward(upper: Doubles, right: Doubles) -> Doubles:
    """Return the solution of R'x = b."""
    found = np.zeros(len(right))
    for row in range(len(right)):
        done = ordered_sum(upper[:row, row] * found[:row])
        found[row] = (right[row] - done) / upper[row, row]
    return found

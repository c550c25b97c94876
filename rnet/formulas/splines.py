"""B-spline bases and the natural cubic ones made of them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.formulas.householder import decompose

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Knots:
    """The knots of a spline basis.

    Attributes
    ----------
    inner : ndarray, shape (k,)
        Knots inside the boundary, rising.
    low, high : float
        The boundary knots.
    degree : int
        Degree of the pieces.
    """

    inner: Doubles
    low: float
    high: float
    degree: int = 3

    @property
    def all(self) -> Doubles:
        """Every knot, the boundary ones `degree + 1` times."""
        ends = np.ones(self.degree + 1)
        return np.concatenate([self.low * ends, np.sort(self.inner), self.high * ends])


def b_splines(x: Doubles, knots: Knots) -> Doubles:
    """Return all B-splines at x, shape (n, k + degree + 1).

    Beyond the boundary the outermost polynomials continue.
    """
    from scipy.interpolate import BSpline  # noqa: PLC0415 - heavy, and few formulas have splines

    places = knots.all
    count = len(places) - knots.degree - 1
    return np.asarray(BSpline(places, np.eye(count), knots.degree, extrapolate=True)(x))


def natural_splines(x: Doubles, knots: Knots, *, intercept: bool) -> Doubles:
    """Return the natural cubic basis at x: straight lines beyond the boundary knots.

    Shape (n, k + 1 + intercept).
    """
    basis = b_splines(x, knots)
    for bound, outside in ((knots.low, x < knots.low), (knots.high, x > knots.high)):
        if outside.any():
            value, slope = (_derivative(knots, bound, order) for order in (0, 1))
            basis[outside] = value + np.outer(x[outside] - bound, slope)
    curvature = np.vstack([_derivative(knots, bound, 2) for bound in (knots.low, knots.high)])
    if not intercept:
        basis, curvature = basis[:, 1:], curvature[:, 1:]
    qr = decompose(curvature.T)
    return np.array([qr.transposed_times(row) for row in basis]).reshape(basis.shape)[:, 2:]


def _derivative(knots: Knots, at: float, order: int) -> Doubles:
    """Return a derivative of all B-splines at a boundary knot."""
    from scipy.interpolate import BSpline  # noqa: PLC0415

    places = knots.all
    spline = BSpline(places, np.eye(len(places) - knots.degree - 1), knots.degree)
    return np.asarray(spline.derivative(order)(at) if order else spline(at))


def inner_knots(x: Doubles, count: int) -> Doubles:
    """Return knots at equally spaced quantiles (R's type 7) of the points."""
    shares = np.linspace(0, 1, count + 2)[1:-1]
    return np.quantile(x, shares) if count else np.array([])

"""Gauss-Newton with step halving (Bates and Watts, Nonlinear Regression Analysis, 1988, ch. 2-3).

The relative offset compares the part of the residuals that the tangent plane explains with the
rest; it tells convergence.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.linear.qr import Reflections, coefficients
from rnet.nonlinear.nls_control import NlsControl
from rnet.sums import extended_sum

Doubles = npt.NDArray[np.float64]
Show = Callable[[str], object]
SINGULAR = "singular gradient"


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """A model at some parameters.

    Attributes
    ----------
    parameters : ndarray, shape (k,)
    linear : ndarray, shape (m,)
        Coefficients of a partially linear model's terms; empty for other models.
    residuals : ndarray, shape (n,)
        Times the root of the weights.
    fitted : ndarray, shape (n,)
    deviance : float
    qr : Reflections
        Of the slopes, for the next step.
    target : ndarray, shape (n,)
        What the step approximates.
    degrees : float
        Ratio of degrees of freedom in the criterion; 1 where it takes none.
    explained : int
        How many coordinates of the target the criterion compares with the rest: k, but m of a
        partially linear model, where R is odd.
    """

    parameters: Doubles
    linear: Doubles
    residuals: Doubles
    fitted: Doubles
    deviance: float
    qr: Reflections
    target: Doubles
    degrees: float
    explained: int

    @property
    def is_singular(self) -> bool:
        """Whether slopes are linearly dependent."""
        return bool(self.qr.rank < min(self.qr.packed.shape))

    def offset(self, scale: float) -> float:
        """Return the relative offset."""
        rotated = self.qr.transposed_times(self.target)
        k = self.explained
        rest = scale * (len(rotated) - k) + extended_sum(rotated[k:] ** 2)
        with np.errstate(all="ignore"):
            ratio = np.float64(extended_sum(rotated[:k] ** 2)) / np.float64(rest)
            return float(np.sqrt(self.degrees * ratio))

    def step(self) -> Doubles:
        """Return the Gauss-Newton step."""
        return coefficients(self.qr, self.qr.transposed_times(self.target))

    def trace(self, scale: float, digits: int) -> str:
        """Return a line that tells where the iterations are."""
        from rnet.nonlinear.print_nls import trace_line  # noqa: PLC0415 - text

        whole = np.concatenate([self.parameters, self.linear])
        return trace_line(self.deviance, self.offset(scale), whole, digits)


@dataclass(frozen=True, slots=True, eq=False)
class Ending:
    """Where iterations ended, after how many, and why.

    Attributes
    ----------
    point : Point
    iterations : int
    tolerance : float
        The criterion reached.
    code : int
        0 where Gauss-Newton converged; 3 to 6 where PORT's iterations did.
    message : str
    evaluations : tuple of int or None
        Of the function and its gradient, where PORT's iterations count them.
    """

    point: Point
    iterations: int
    tolerance: float
    code: int
    message: str
    evaluations: tuple[int, int] | None = None

    @property
    def converged(self) -> bool:
        """Whether the iterations converged."""
        return self.code == 0 if self.evaluations is None else 3 <= self.code <= 6


def iterate(
    at: Callable[[Doubles], Point],
    start: Point,
    control: NlsControl,
    show: Show | None,
    digits: int,
) -> Ending:
    """Step until the relative offset is small.

    Parameters
    ----------
    at : callable
        From parameters, shape (k,), to the point there.
    start : Point
    control : NlsControl
    show : callable, optional
        Takes the lines of a trace.
    digits : int
        Significant digits in a trace.
    """
    point, factor, evaluations, offset = start, 1.0, 1, np.nan
    if show:
        show(point.trace(control.scaleOffset, digits) + "\n")
    for iteration in range(control.maxiter):
        offset = point.offset(control.scaleOffset)
        if offset <= control.tol:
            return Ending(point, iteration, offset, 0, "converged")
        step = point.step()
        tried = 1
        while factor >= control.minFactor:
            if control.printEval and show:
                show(
                    f"  It. {iteration + 1:3d}, fac= {factor:11.6g}, eval (no.,total): "
                    f"({tried:2d},{evaluations:3d}):"
                )
                tried, evaluations = tried + 1, evaluations + 1
            new = at(point.parameters + factor * step)
            if new.is_singular:
                return Ending(new, iteration, offset, 1, SINGULAR)
            if control.printEval and show:
                show(f" new dev = {new.deviance:g}\n")
            if new.deviance <= point.deviance:
                point, factor = new, min(2 * factor, 1.0)
                break
            factor /= 2
        else:
            message = f"step factor {factor:g} reduced below 'minFactor' of {control.minFactor:g}"
            return Ending(point, iteration, offset, 2, message)
        if show:
            show(point.trace(control.scaleOffset, digits) + "\n")
    message = f"number of iterations exceeded maximum of {control.maxiter}"
    return Ending(point, control.maxiter, offset, 3, message)


def refused(ending: Ending) -> RError:
    """Return the error of iterations that did not converge."""
    return RError(ending.message, "Try other starting values, or a model with fewer parameters.")

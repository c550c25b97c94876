"""Quasi-Newton minimisation with a line search, R's "nlm".

Dennis and Schnabel, Numerical Methods for Unconstrained Optimization and Nonlinear Equations
(1983): algorithms A6.3.1 (line search), A9.4.2 (factored BFGS), A5.6.3 and A5.6.4 (differences),
A7.2.1 (stopping); put together as Schnabel, Koontz and Weiss (1985, ACM TOMS 11:419).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.sums import ordered_sum

Doubles = npt.NDArray[np.float64]
ENOUGH, LEAST_SHARE, MOST_SHARE = 1e-4, 0.1, 0.5
LONGEST_STEPS = 5
EPS = float(np.finfo(np.float64).eps)


@dataclass(frozen=True, slots=True, eq=False)
class Terrain:
    """A function to minimise, with its scales.

    Attributes
    ----------
    value : callable
        From a point, shape (p,), to a number.
    slopes : callable or None
        From a point to its gradient; None for differences.
    typsize : ndarray, shape (p,)
        What parameters are like.
    noise : float
        Relative noise of values.
    """

    value: Callable[[Doubles], float]
    slopes: Callable[[Doubles], Doubles] | None
    typsize: Doubles
    noise: float

    def size(self, x: Doubles) -> Doubles:
        """Return what changes of a point are relative to."""
        return np.maximum(np.abs(x), self.typsize)

    def gradient(self, x: Doubles, value: float, *, central: bool) -> Doubles:
        """Return the gradient, by differences where it is not known."""
        if self.slopes is not None:
            return self.slopes(x)
        share = self.noise ** (1 / 3) if central else np.sqrt(self.noise)
        found = np.zeros(len(x))
        for place, step in enumerate((share * self.size(x)).tolist()):
            ahead = _moved(x, place, step)
            if central:
                behind = self.value(_moved(x, place, -step))
                found[place] = (self.value(ahead) - behind) / (2 * step)
            else:
                found[place] = (self.value(ahead) - value) / step
        return found

    def hessian(self, x: Doubles, value: float) -> Doubles:
        """Return the second derivatives by differences of values (A5.6.2)."""
        n = len(x)
        steps = self.noise ** (1 / 3) * self.size(x) * np.where(x < 0, -1.0, 1.0)
        steps = (x + steps) - x
        near = [self.value(_moved(x, i, steps[i])) for i in range(n)]
        found = np.zeros((n, n))
        for i in range(n):
            for j in range(i, n):
                far = self.value(_moved(_moved(x, i, steps[i]), j, steps[j]))
                found[i, j] = ((value - near[i]) + (far - near[j])) / (steps[i] * steps[j])
                found[j, i] = found[i, j]
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Settings:
    """When to stop: tolerances of gradient and step, most iterations, longest step."""

    gradtol: float
    steptol: float
    iterlim: int
    fscale: float
    stepmax: float


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Where the walk ended: value, place, gradient, R's code, iterations."""

    value: float
    x: Doubles
    gradient: Doubles
    code: int
    iterations: int


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """What a line search found; whether it failed, and whether the step was as long as may be."""

    x: Doubles
    value: float
    failed: bool
    longest: bool


Report = Callable[[int, Doubles, Doubles, float, Doubles], None]


def quasi_newton(of: Terrain, start: Doubles, settings: Settings, report: Report) -> Found:
    """Walk downhill; `report` is told of every iteration: number, step, place, value, gradient."""
    x, value = start, of.value(start)
    central = False
    slope = of.gradient(x, value, central=central)
    report(0, np.zeros(len(x)), x, value, slope)
    if _relative_gradient(of, x, value, slope, settings) <= settings.gradtol:
        return Found(value, x, slope, 1, 0)
    lower, fresh, longest = np.diag(1 / of.typsize), True, 0
    iteration = 0
    while True:
        iteration += 1
        direction = _solved(lower, -slope)
        step = _searched(of, x, value, slope, direction, settings)
        if step.failed and of.slopes is None and not central:
            central = True
            slope = of.gradient(x, value, central=True)
            step = _searched(of, x, value, slope, _solved(lower, -slope), settings)
        new_slope = of.gradient(step.x, step.value, central=central)
        longest = longest + 1 if step.longest else 0
        code = _code(of, x, step, new_slope, settings, iteration, longest)
        if code:
            return (
                Found(step.value, step.x, new_slope, code, iteration)
                if code != 3
                else Found(value, x, slope, code, iteration)
            )
        lower, fresh = _updated(
            lower, step.x - x, new_slope - slope, (slope, new_slope), of, fresh=fresh
        )
        report(iteration, step.x - x, step.x, step.value, new_slope)
        x, value, slope = step.x, step.value, new_slope


def _moved(x: Doubles, place: int, step: float) -> Doubles:
    found = x.copy()
    found[place] += step
    return found


def _solved(lower: Doubles, right: Doubles) -> Doubles:
    """Return the solution of L L' p = b."""
    n = len(right)
    found = right.copy()
    for i in range(n):
        found[i] = (found[i] - ordered_sum(lower[i, :i] * found[:i])) / lower[i, i]
    for i in reversed(range(n)):
        done = ordered_sum(lower[i + 1 :, i] * found[i + 1 :])
        found[i] = (found[i] - done) / lower[i, i]
    return found


def _searched(
    of: Terrain, x: Doubles, value: float, slope: Doubles, direction: Doubles, settings: Settings
) -> Step:
    """Backtrack along a direction (A6.3.1)."""
    length = float(np.sqrt(ordered_sum((direction / of.typsize) ** 2)))
    if length > settings.stepmax:
        direction = direction * (settings.stepmax / length)
        length = settings.stepmax
    fall = ordered_sum(slope * direction)
    shortest = settings.steptol / float(np.max(np.abs(direction) / of.size(x)))
    share, before, value_before = 1.0, 0.0, 0.0
    while True:
        place = x + share * direction
        found = of.value(place)
        if found <= value + ENOUGH * share * fall:
            long = share == 1.0 and length > 0.99 * settings.stepmax
            return Step(place, found, failed=False, longest=long)
        if share < shortest:
            return Step(x, value, failed=True, longest=False)
        if not np.isfinite(found):
            share *= LEAST_SHARE
            continue
        rise = found - value - share * fall
        if before == 0.0:
            tried = -share * fall / (rise * 2 / share)
        else:
            tried = _cubic(share, rise, before, value_before - value - before * fall, fall)
            tried = min(tried, MOST_SHARE * share)
        before, value_before = share, found
        share = max(tried, LEAST_SHARE * share)


def _cubic(share: float, rise: float, before: float, rise_before: float, fall: float) -> float:
    """Return where the cubic through two values, with the slope at the start, is least."""
    scale = 1 / (share - before)
    one, two = rise / (share * share), rise_before / (before * before)
    a, b = scale * (one - two), scale * (two * share - one * before)
    if a == 0:
        return -fall / (2 * b)
    root = np.sqrt(max(b * b - 3 * a * fall, 0.0))
    return float((-b + root) / (3 * a))


def _relative_gradient(
    of: Terrain, x: Doubles, value: float, slope: Doubles, settings: Settings
) -> float:
    return float(np.max(np.abs(slope) * of.size(x))) / max(abs(value), settings.fscale)


def _code(
    of: Terrain, x: Doubles, step: Step, slope: Doubles, settings: Settings, iteration: int,
    longest: int,
) -> int:  # fmt: skip
    """Return R's code of why to stop, 0 to go on (A7.2.1)."""
    if step.failed:
        return 3
    if _relative_gradient(of, step.x, step.value, slope, settings) <= settings.gradtol:
        return 1
    if float(np.max(np.abs(step.x - x) / of.size(step.x))) <= settings.steptol:
        return 2
    if iteration >= settings.iterlim:
        return 4
    return 5 if longest >= LONGEST_STEPS else 0


def _updated(
    lower: Doubles, s: Doubles, y: Doubles, slopes: tuple[Doubles, Doubles], of: Terrain, *,
    fresh: bool,
) -> tuple[Doubles, bool]:  # fmt: skip
    """Return the Cholesky factor after a step (A9.4.2); the first time it is scaled before."""
    curvature = ordered_sum(s * y)
    sizes = np.sqrt(ordered_sum(s * s)) * np.sqrt(ordered_sum(y * y))
    if curvature < np.sqrt(EPS) * sizes:
        return lower, fresh
    t = _transposed_product(lower, s)
    squared = ordered_sum(t * t)
    ratio = float(np.sqrt(curvature / squared))
    if fresh:
        lower, t, squared, ratio = lower * ratio, t * ratio, curvature, 1.0
    image = np.array([ordered_sum(row * t) for row in lower])
    tolerance = of.noise if of.slopes is not None else np.sqrt(of.noise)
    if np.all(np.abs(y - image) < tolerance * np.maximum(*map(np.abs, slopes))):
        return lower, False
    left = y - ratio * image
    return _rotated(lower.T.copy(), t / np.sqrt(curvature * squared), left).T, False


def _transposed_product(lower: Doubles, s: Doubles) -> Doubles:
    return np.array([ordered_sum(column * s) for column in lower.T])


def _rotated(upper: Doubles, u: Doubles, v: Doubles) -> Doubles:
    """Return the triangle of R + u v' by Jacobi rotations (A3.4.1); R is used up."""
    u = u.copy()
    last = int(np.max(np.flatnonzero(u), initial=0))
    for i in reversed(range(last)):
        _rotate(upper, i, float(u[i]), -float(u[i + 1]))
        u[i] = abs(u[i + 1]) if u[i] == 0 else np.hypot(u[i], u[i + 1])
    upper[0] += u[0] * v
    for i in range(last):
        _rotate(upper, i, float(upper[i, i]), -float(upper[i + 1, i]))
    return upper


def _rotate(upper: Doubles, i: int, a: float, b: float) -> None:
    """Turn rows i and i + 1 of a triangle in their plane."""
    size = np.hypot(a, b)
    c, s = (0.0, math.copysign(1.0, b)) if a == 0 else (a / size, b / size)
    above, below = upper[i, i:].copy(), upper[i + 1, i:].copy()
    upper[i, i:] = c * above - s * below
    upper[i + 1, i:] = s * above + c * below

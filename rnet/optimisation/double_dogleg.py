"""A step within a trust region: the double dogleg of Dennis and Mei (1979, JOTA 28:453)."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
BIAS = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A step and what the quadratic model says of it.

    Attributes
    ----------
    step : ndarray, shape (p,)
    length : float
    kind : float
        0 for a Newton step, below 1 beyond the relaxed Newton step, above 1 before it.
    slope : float
        Of the function along the step.
    fall : float
        What the model promises.
    newton_fall : float
        What it promises of a full Newton step.
    """

    step: Doubles
    length: float
    kind: float
    slope: float
    fall: float
    newton_fall: float


def double_dogleg(gradient: Doubles, hessian: Doubles, radius: float) -> Candidate:
    """Return the step of at most this length on the double dogleg path.

    Parameters
    ----------
    gradient : ndarray, shape (p,)
    hessian : ndarray, shape (p, p)
        Positive definite.
    radius : float

    Examples
    --------
    >>> double_dogleg(np.array([3.0, 4.0]), np.eye(2), 10.0).step.tolist()
    [-3.0, -4.0]
    """
    newton: Doubles = np.asarray(np.linalg.solve(hessian, gradient), dtype=np.float64)
    gain, length = float(gradient @ newton), float(np.linalg.norm(newton))
    share = radius / length if length > 0 else 1.0
    if share >= 1:
        return Candidate(-newton, length, 0.0, -gain, gain / 2, gain / 2)
    size = float(np.linalg.norm(gradient))
    bent = math.sqrt(float(gradient @ hessian @ gradient))
    cauchy = (size / bent) ** 2
    relax = 1 - BIAS * (1 - size * size * cauchy / gain)
    if share >= relax:
        kind = 1 - (share - relax) / (1 - relax)
        fall = share * (1 - share / 2) * gain
        return Candidate(-share * newton, radius, kind, -share * gain, fall, gain / 2)
    if size * cauchy >= radius:
        fall = radius * (size - radius * (bent / size) ** 2 / 2)
        kind = 1 + size * cauchy / radius
        return Candidate(-radius / size * gradient, radius, kind, -radius * size, fall, gain / 2)
    return _between(gradient, newton, radius, (size, bent, cauchy, relax))


def _between(
    gradient: Doubles, newton: Doubles, radius: float, known: tuple[float, float, float, float]
) -> Candidate:
    """Return the step between the Cauchy step and the relaxed Newton step."""
    size, bent, cauchy, relax = known
    gain, length = float(gradient @ newton), float(np.linalg.norm(newton))
    inner = cauchy * relax * gain / size
    first = inner - size * cauchy**2
    second = radius * (radius / size) - size * cauchy**2
    reach = relax * length
    square = reach / size * reach - inner - first
    t = second / (first + math.sqrt(first * first + square * second))
    down, along = (t - 1) * cauchy, -t * relax
    fall = (
        -down * size * ((down + 1) * size) - along * (1 + along / 2) * gain - (bent * down) ** 2 / 2
    )
    slope = down * size**2 + along * gain
    return Candidate(down * gradient + along * newton, radius, 2 - t, slope, fall, gain / 2)

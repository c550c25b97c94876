"""A kernel density on a grid, by binning and Fourier transforms.

Silverman (1982), Algorithm AS 176, Applied Statistics 31, 93-99; with linear binning.
"""

import math
from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Kernel = Callable[[Doubles, float], Doubles]

FEWEST_BINS = 512
REACH = 4
"""The binned range ends so many bandwidths beyond the grid."""


def _gaussian(x: Doubles, bw: float) -> Doubles:
    with np.errstate(under="ignore"):
        return np.asarray(np.exp(-0.5 * (x / bw) ** 2) / (bw * math.sqrt(2 * math.pi)))


def _rectangular(x: Doubles, bw: float) -> Doubles:
    a = bw * math.sqrt(3)
    return np.where(np.abs(x) < a, 0.5 / a, 0.0)


def _triangular(x: Doubles, bw: float) -> Doubles:
    a = bw * math.sqrt(6)
    return np.where(np.abs(x) < a, (1 - np.abs(x) / a) / a, 0.0)


def _epanechnikov(x: Doubles, bw: float) -> Doubles:
    a = bw * math.sqrt(5)
    return np.where(np.abs(x) < a, 0.75 * (1 - (np.abs(x) / a) ** 2) / a, 0.0)


def _biweight(x: Doubles, bw: float) -> Doubles:
    a = bw * math.sqrt(7)
    return np.where(np.abs(x) < a, 15 / 16 * (1 - (np.abs(x) / a) ** 2) ** 2 / a, 0.0)


def _cosine(x: Doubles, bw: float) -> Doubles:
    a = bw / math.sqrt(1 / 3 - 2 / math.pi**2)
    return np.where(np.abs(x) < a, (1 + np.cos(math.pi * x / a)) / (2 * a), 0.0)


def _optcosine(x: Doubles, bw: float) -> Doubles:
    a = bw / math.sqrt(1 - 8 / math.pi**2)
    return np.where(np.abs(x) < a, math.pi / 4 * np.cos(math.pi * x / (2 * a)) / a, 0.0)


KERNELS: Mapping[str, Kernel] = {
    "gaussian": _gaussian,
    "epanechnikov": _epanechnikov,
    "rectangular": _rectangular,
    "triangular": _triangular,
    "biweight": _biweight,
    "cosine": _cosine,
    "optcosine": _optcosine,
}
"""Kernels of standard deviation 1 times the bandwidth."""


def smoothed(
    values: Doubles,
    weights: Doubles,
    kernel: Kernel,
    bw: float,
    grid: Doubles,
    *,
    exact: bool,
) -> Doubles:
    """Return the density at the points of a grid, shape (n,).

    Parameters
    ----------
    values, weights : ndarray, shape (m,)
        Finite values and their shares.
    kernel : callable
    bw : float
        Standard deviation of the kernel.
    grid : ndarray, shape (n,)
        Increasing, equally spaced.
    exact : bool
        Whether kernel and bins have the same spacing; they differ by 1/(2n - 2) in R before 4.4.
    """
    bins = FEWEST_BINS
    while bins < len(grid):
        bins *= 2
    low, high = float(grid[0]) - REACH * bw, float(grid[-1]) + REACH * bw
    mass = binned(values, weights, low, high, bins)
    end = 2 * (high - low)
    if exact:
        end *= (2 * bins - 1) / (2 * bins - 2)
    places = np.linspace(0, end, 2 * bins)
    places[bins + 1 :] = -places[bins - 1 : 0 : -1]
    spectrum = np.fft.fft(mass) * np.conj(np.fft.fft(kernel(places, bw)))
    height = np.maximum(np.fft.ifft(spectrum).real[:bins], 0.0)
    return np.interp(grid, np.linspace(low, high, bins), height)


def binned(values: Doubles, weights: Doubles, low: float, high: float, bins: int) -> Doubles:
    """Share each value's weight among the two nearest bins; return shape (2 * bins,)."""
    mass = np.zeros(2 * bins)
    place = (values - low) / ((high - low) / (bins - 1))
    left = np.floor(place).astype(np.int64)
    share = place - left
    inner = (left >= 0) & (left <= bins - 2)
    np.add.at(mass, left[inner], (weights * (1 - share))[inner])
    np.add.at(mass, left[inner] + 1, (weights * share)[inner])
    before, last = left == -1, left == bins - 1
    mass[0] += (weights * share)[before].sum()
    mass[bins - 1] += (weights * (1 - share))[last].sum()
    return mass

"""What automatic bandwidths minimise or solve, from counts of binned distances.

Scott (1992), Multivariate Density Estimation, section 6.5; Sheather and Jones (1991), Journal of
the Royal Statistical Society B 53, 683-690.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]

FARTHEST = 1000.0
"""Squared distances beyond so many bandwidths count nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class PairDistances:
    """How often two values lie so many bins apart.

    Attributes
    ----------
    n : int
    width : float
        Of a bin.
    counts : ndarray, shape (bins,)
        Pairs at a distance of 0, 1, ... bins.
    """

    n: int
    width: float
    counts: Doubles

    def _terms(self, h: float) -> tuple[Doubles, Doubles]:
        steps = np.arange(len(self.counts), dtype=np.float64)
        squares: Doubles = (steps * self.width / h) ** 2
        near = squares < FARTHEST
        return squares[near], self.counts[near]

    def unbiased(self, h: float) -> float:
        """Return the criterion of unbiased cross-validation."""
        d, counts = self._terms(h)
        total = ((np.exp(-d / 4) - math.sqrt(8) * np.exp(-d / 2)) * counts).sum()
        return float((0.5 + total / self.n) / (self.n * h * math.sqrt(math.pi)))

    def biased(self, h: float) -> float:
        """Return the criterion of biased cross-validation."""
        d, counts = self._terms(h)
        total = (np.exp(-d / 4) * (d * d - 12 * d + 12) * counts).sum()
        return float((1 + total / (32 * self.n)) / (2 * self.n * h * math.sqrt(math.pi)))

    def fourth(self, h: float) -> float:
        """Return the estimated integral of the density times its fourth derivative."""
        d, counts = self._terms(h)
        total = 2 * (np.exp(-d / 2) * (d * d - 6 * d + 3) * counts).sum() + self.n * 3
        return float(total / (self.n * (self.n - 1) * h**5 * math.sqrt(2 * math.pi)))

    def sixth(self, h: float) -> float:
        """Return the estimated integral of the density times its sixth derivative."""
        d, counts = self._terms(h)
        powers = d**3 - 15 * d * d + 45 * d - 15
        total = 2 * (np.exp(-d / 2) * powers * counts).sum() - 15 * self.n
        return float(total / (self.n * (self.n - 1) * h**7 * math.sqrt(2 * math.pi)))


def pair_distances(values: Doubles, bins: int) -> PairDistances:
    """Count how far apart the values of a sample lie, in bins."""
    width = float(values.max() - values.min()) * 1.01 / bins
    places = np.trunc(values / width).astype(np.int64)
    held = np.bincount(places - places.min()).astype(np.float64)
    size = 1 << (2 * len(held) - 1).bit_length()
    spectrum = np.fft.rfft(held, size)
    pairs = np.rint(np.fft.irfft(spectrum * np.conj(spectrum), size))[: len(held)]
    pairs[0] = (held * (held - 1) / 2).sum()
    return PairDistances(len(values), width, pairs)

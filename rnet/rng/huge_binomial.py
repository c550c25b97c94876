"""Binomial counts of 2147483647 trials and more: R inverts the distribution there."""

import numpy as np

from rnet.rng._stream import Stream
from rnet.rng.arguments import Reals
from rnet.values import LARGEST_INTEGER


def draw_huge_binomial(
    stream: Stream, n: int, size: Reals, prob: Reals
) -> tuple[Reals, bool, bool]:
    """Draw n counts, one uniform each where the number of trials is huge.

    Parameters
    ----------
    stream : Stream
        Source of the uniforms.
    n : int
        How many.
    size, prob : ndarray, shape (any,)
        Trials and probabilities, recycled.

    Returns
    -------
    ndarray, shape (n,)
        The counts.
    bool, bool
        Whether one of them is not a number, whether one is beyond R's integers.
    """
    sizes, probs = np.resize(size, n), np.resize(prob, n)
    values = np.empty(n)
    for i, (trials, chance) in enumerate(zip(sizes.tolist(), probs.tolist(), strict=True)):
        if LARGEST_INTEGER <= trials < np.inf and 0.0 < chance < 1.0 and trials == round(trials):
            values[i] = _upper_quantile(float(stream.uniform(1)[0]), trials, chance)
        else:
            values[i] = stream.binomial(1, sizes[i : i + 1], probs[i : i + 1])[0][0]
    wide = np.abs(values) > LARGEST_INTEGER
    return values, bool(np.isnan(values).any()), bool(wide.any())


def _upper_quantile(u: float, trials: float, chance: float) -> float:
    """Return the least k that is exceeded with probability u at most."""
    from scipy.special import betainc  # noqa: PLC0415 - SciPy is not needed at import

    low, high = -1.0, trials
    while True:
        middle = np.floor(low + (high - low) / 2.0)
        if not low < middle < high:
            return high
        if betainc(middle + 1.0, trials - middle, chance) <= u:
            high = float(middle)
        else:
            low = float(middle)

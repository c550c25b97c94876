"""Noise on the inputs while training, for networks that learn to take it away."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.deep.arguments import not_negative, share
from rnet.match_arg import match_arg
from rnet.rng._stream import Stream

Doubles = npt.NDArray[np.float64]
Corruption = Callable[[Doubles, Stream], Doubles]


def corruption_of(noise: Any, noise_type: Any) -> Corruption | None:
    """Return what corrupts inputs x, shape (n, p), with random numbers; None without noise.

    Examples
    --------
    >>> import rnet
    >>> from rnet.rng.state import generator
    >>> rnet.set_seed(1)
    >>> corruption_of(0.5, "mask")(np.ones((1, 6)), generator()).tolist()
    [[0.0, 0.0, 1.0, 1.0, 0.0, 1.0]]
    """
    return _KINDS[match_arg(noise_type, tuple(_KINDS))](noise)


def _gaussian(noise: Any) -> Corruption | None:
    spread = not_negative(noise, "noise")

    def corrupt(x: Doubles, source: Stream) -> Doubles:
        return x + spread * source.normal(x.size).reshape(x.shape, order="F")

    return corrupt if spread else None


def _mask(noise: Any) -> Corruption | None:
    lost = share(noise, "noise")

    def corrupt(x: Doubles, source: Stream) -> Doubles:
        return x * (source.uniform(x.size).reshape(x.shape, order="F") >= lost)

    return corrupt if lost else None


_KINDS: Mapping[str, Callable[[Any], Corruption | None]] = {"gaussian": _gaussian, "mask": _mask}

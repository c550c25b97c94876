"""runif, rnorm: distributions with two parameters of place and width."""

from typing import Any

from rnet.rng.arguments import Reals, count, reals
from rnet.rng.state import generator


def runif(n: Any, min: Any = 0.0, max: Any = 1.0) -> Reals:  # noqa: A002 - R's names
    """Draw uniform numbers between `min` and `max`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.runif(2).round(7).tolist()
    [0.2655087, 0.3721239]
    """
    low, high = reals(min), reals(max)
    return low[0] + (high[0] - low[0]) * generator().uniform(count(n))


def rnorm(n: Any, mean: Any = 0.0, sd: Any = 1.0) -> Reals:
    """Draw normal numbers.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rnorm(2).round(7).tolist()
    [-0.6264538, 0.1836433]
    """
    centre, width = reals(mean), reals(sd)
    return centre[0] + width[0] * generator().normal(count(n))

"""Random folds as LIBSVM inside e1071 draws them, from R's random numbers."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from rnet.rng.state import generator

Rows = npt.NDArray[np.intp]


def shuffle(rows: int) -> Rows:
    """Return 0 .. rows - 1 in random order; draws exactly `rows` uniforms."""
    order = np.arange(rows)
    for place, uniform in enumerate(generator().uniform(rows)):
        other = place + int(uniform * (rows - place))
        order[place], order[other] = order[other], order[place]
    return order


def split(order: Rows, folds: int) -> Iterator[tuple[Rows, Rows]]:
    """Return for each fold the rows to train on and the rows held out, as `order` has them.

    Examples
    --------
    >>> [held_out.tolist() for _, held_out in split(np.arange(5), 2)]
    [[0, 1], [2, 3, 4]]
    """
    rows = len(order)
    bounds = [fold * rows // folds for fold in range(folds + 1)]
    for start, end in pairwise(bounds):
        yield np.concatenate([order[:start], order[end:]]), order[start:end]

"""The order in which training looks at the cases."""

import numpy as np
import numpy.typing as npt

from rnet.rng._stream import Stream


def random_order(cases: int, generator: Stream) -> npt.NDArray[np.int64]:
    """Return 0, ..., cases - 1 in the order R's `sample(cases)` draws.

    Examples
    --------
    >>> import rnet
    >>> from rnet.rng.state import generator
    >>> rnet.set_seed(1)
    >>> random_order(5, generator()).tolist()
    [0, 3, 2, 4, 1]
    """
    # `indices` draws with replacement; of one element R's sample takes that way.
    drawn = generator.subset if cases > 1 else generator.indices
    return drawn(float(cases), cases) - 1

"""`random_state` of an estimator: a seed of R's, without a mark on the session's stream."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from sklearn.utils import check_random_state

from rnet.rng.set_seed import set_seed
from rnet.rng.state import own_stream
from rnet.values import LARGEST_INTEGER


@contextmanager
def random_stream(random_state: Any) -> Iterator[None]:
    """Draw what is drawn inside from the stream an estimator was given.

    Parameters
    ----------
    random_state : int, numpy.random.RandomState or None
        A number: what R draws after ``set.seed(number)``, on a stream of its own. None: the
        session's stream goes on. A NumPy generator gives the number.
    """
    if random_state is None:
        yield
        return
    seed = random_state
    if isinstance(seed, np.random.RandomState):
        seed = check_random_state(seed).randint(LARGEST_INTEGER)
    with own_stream():
        set_seed(seed)
        yield

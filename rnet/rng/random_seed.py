"""R's `.Random.seed`: the state of the generator as a value."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.rng.state import generator, replace_state


def random_seed() -> npt.NDArray[np.int32]:
    """Return the generator's state, R's `.Random.seed`.

    Returns
    -------
    ndarray of int32
        For the Mersenne-Twister 626 numbers: the code of the kinds (10403 by default), the
        position 1 to 624, the 624 words.

    See Also
    --------
    set_random_seed : puts it back.

    Notes
    -----
    R page: `?.Random.seed`. Before any seed is set, one is made from the time.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.random_seed()[:3].tolist()
    [10403, 624, -169270483]
    """
    return generator().save()


def set_random_seed(state: npt.ArrayLike) -> None:
    """Put back a state, as assigning `.Random.seed` does in R.

    Parameters
    ----------
    state : array_like of int
        What `random_seed` returned, or R's own `.Random.seed`.

    Raises
    ------
    RError
        When it is no state: a wrong code, a wrong length.

    Notes
    -----
    R page: `?.Random.seed`.

    Examples
    --------
    >>> import rnet
    >>> before = rnet.random_seed()
    >>> first = rnet.runif(3)
    >>> rnet.set_random_seed(before)
    >>> bool((rnet.runif(3) == first).all())
    True
    """
    replace_state(_words(state))


def _words(state: Any) -> npt.NDArray[np.int32]:
    array = np.asarray(state)
    if array.dtype.kind not in "iu" or array.ndim != 1 or array.size == 0:
        raise RError("'.Random.seed' is not an integer vector", "Give what random_seed() returned.")
    return np.ascontiguousarray(array.astype(np.int64).astype(np.int32))

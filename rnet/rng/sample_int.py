"""sample.int, and the positions every sampling function draws."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.memory import make_room
from rnet.rng.arguments import Reals, reals
from rnet.rng.probabilities import probabilities
from rnet.rng.state import generator
from rnet.values import LARGEST_INTEGER

LARGEST_POPULATION = 4.5e15

MOST_WALKED = 200
"""Walker's alias method takes over when more categories than this are reasonably probable."""


def sample_int(
    n: Any,
    size: Any = None,
    replace: Any = False,
    prob: Any = None,
    use_hash: bool | None = None,
) -> npt.NDArray[Any]:
    """Draw from 1, 2, ..., n.

    Parameters
    ----------
    n : int
        The population.
    size, replace, prob
        As in `sample`.
    use_hash : bool, optional
        Redraw repeated numbers instead of keeping a pool of n; left out, R's rule decides
        (populations above ten million and samples of at most half of them).

    Returns
    -------
    ndarray of int
        The numbers drawn, in order; doubles when n exceeds 2147483647.

    Raises
    ------
    RError
        `invalid first argument`, `invalid 'size' argument` and the other messages of R.

    Notes
    -----
    R page: `?sample.int`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.sample_int(20, 3).tolist()
    [4, 7, 1]
    """
    if isinstance(n, str):
        raise RError("non-numeric argument to binary operator")
    if np.size(n) != 1 or n is None:
        raise RError("length(n) == 1L is not TRUE")
    number = float(np.ravel(n)[0])
    if math.isnan(number):
        raise RError("missing value where TRUE/FALSE needed")
    return positions(number, size, replace, prob, use_hash)


def positions(
    n: float, size: Any, replace: Any, prob: Any, use_hash: bool | None = None
) -> npt.NDArray[Any]:
    """Draw from 1 to n after R's checks; see `sample_int`."""
    if _hashes(n, size, replace, prob) if use_hash is None else use_hash:
        return _distinct(n, size, replace, prob)
    largest = LARGEST_POPULATION if prob is None else LARGEST_INTEGER
    if largest < n < math.inf and prob is not None:
        warn("NAs introduced by coercion to integer range", stacklevel=4)
    if not 0 <= n <= largest or (n < 1 and not (size is None or size == 0)):
        raise RError("invalid first argument", "The population is a number of at least 1.")
    population = math.floor(n)
    wanted = population if size is None else _size(size)
    again = _flag(replace)
    if not again and wanted > population:
        raise RError(
            "cannot take a sample larger than the population when 'replace = FALSE'",
            f"The population has {population} elements.",
        )
    make_room(wanted, 8 if population > LARGEST_INTEGER else 4)
    if prob is not None:
        drawn = _weighted(reals(prob), population, wanted, again)
    elif again or wanted < 2:
        drawn = generator().indices(float(population), wanted)
    else:
        drawn = generator().subset(float(population), wanted)
    return _numbered(drawn, population)


def _numbered(drawn: npt.NDArray[np.int64], population: float) -> npt.NDArray[Any]:
    """Numbers of a population beyond R's integers are doubles, as in R."""
    return drawn.astype(np.float64) if population > LARGEST_INTEGER else drawn


def _weighted(weights: Reals, population: int, wanted: int, again: bool) -> npt.NDArray[np.int64]:
    if weights.size != population:
        raise RError("incorrect number of probabilities", f"There are {population} elements.")
    probability = probabilities(weights, 1 if again else wanted, "too few positive probabilities")
    if not again:
        return generator().weighted_once(probability, wanted)
    usual = int(np.count_nonzero(population * probability > 0.1))
    if usual > MOST_WALKED:
        return generator().alias(probability, wanted)
    return generator().weighted_again(probability, wanted)


def _hashes(n: float, size: Any, replace: Any, prob: Any) -> bool:
    if not n > 1e7 or replace or prob is not None or size is None:
        return False
    return np.size(size) == 1 and bool(float(size) <= n / 2)


def _distinct(n: float, size: Any, replace: Any, prob: Any) -> npt.NDArray[Any]:
    if replace:
        raise RError("!replace is not TRUE")
    if prob is not None:
        raise RError("is.null(prob) is not TRUE")
    if not 0 <= n <= LARGEST_POPULATION:
        raise RError("invalid first argument")
    wanted = math.floor(n) if size is None else _size(size)
    if wanted > n / 2:
        raise RError("This algorithm is for size <= n/2")
    return _numbered(generator().distinct(float(n), wanted), n)


def _size(size: Any) -> int:
    if np.size(size) != 1:
        raise RError("invalid 'size' argument", "`size` is one number, zero or more.")
    try:
        number = float(np.ravel(size)[0])
    except (TypeError, ValueError):
        number = math.nan
    if not 0 <= number < math.inf:
        raise RError("invalid 'size' argument", "`size` is one number, zero or more.")
    return int(number)


def _flag(replace: Any) -> bool:
    if np.size(replace) != 1 or replace is None:
        raise RError("invalid 'replace' argument", "`replace` is True or False.")
    value = np.ravel(replace)[0]
    if not isinstance(value, bool | np.bool_ | int | float | np.number) or np.isnan(value):
        raise RError("invalid 'replace' argument", "`replace` is True or False.")
    return bool(value)

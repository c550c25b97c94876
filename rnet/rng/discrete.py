"""ddiscrete, pdiscrete, qdiscrete, rdiscrete: the distribution on given values."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.rng.sample import sample
from rnet.sums import extended_sum
from rnet.values import NA

Doubles = npt.NDArray[np.float64]


def ddiscrete(x: Any, probs: Any, values: Any = None) -> Doubles:
    """Return the probability of values.

    Parameters
    ----------
    x : array_like
        Where, shape (n,).
    probs : array_like
        Probabilities, shape (k,); they need not sum to one.
    values : array_like, optional
        What has these probabilities, shape (k,); by default 1 to k.

    Returns
    -------
    ndarray, shape (n,)
        0 for what is no value.

    Raises
    ------
    RError
        `ddiscrete: probs must not contain negative values.` and the like.

    Notes
    -----
    R page: `?ddiscrete` of package e1071.

    Examples
    --------
    >>> ddiscrete([0, 2], [1, 3]).tolist()
    [0.0, 0.75]
    """
    shares, support = _distribution("ddiscrete", probs, values)
    places = _plain(x)
    if not len(places) or pd.isna(places).any():
        raise RError("missing value where TRUE/FALSE needed", "x has to be there.")
    return np.array([extended_sum(shares[support == place]) for place in places])


def pdiscrete(q: Any, probs: Any, values: Any = None) -> Doubles:
    """Return the probability of at most `q`.

    Parameters
    ----------
    q : array_like
        Where, shape (n,).
    probs, values
        As in `ddiscrete`.

    Returns
    -------
    ndarray, shape (n,)
        NA where `q` is missing.

    Raises
    ------
    RError
        `pdiscrete: probs and values must have the same length.` and the like.

    Notes
    -----
    R page: `?pdiscrete` of package e1071.

    Examples
    --------
    >>> pdiscrete([0.5, 1.5, 2], [1, 3]).tolist()
    [0.0, 0.25, 1.0]
    """
    shares, support = _distribution("pdiscrete", probs, values)
    return np.array(
        [NA if pd.isna(place) else extended_sum(shares[support <= place]) for place in _plain(q)]
    )


def qdiscrete(p: Any, probs: Any, values: Any = None) -> Any:
    """Return quantiles: the first value at which the probabilities add up to `p`.

    Parameters
    ----------
    p : array_like
        Probabilities, shape (n,).
    probs, values
        As in `ddiscrete`; they add up in the order given.

    Returns
    -------
    ndarray or Categorical, shape (n,)
        As `values`; missing above 1.

    Raises
    ------
    RError
        `qdiscrete: probs must not contain negative values.` and the like.

    Notes
    -----
    R page: `?qdiscrete` of package e1071.

    Examples
    --------
    >>> qdiscrete([0.1, 0.5, 1], [0.2, 0.3, 0.5], ["a", "b", "c"]).tolist()
    ['a', 'b', 'c']
    """
    shares, support = _distribution("qdiscrete", probs, values)
    totals = np.add.accumulate(shares, dtype=np.longdouble).astype(np.float64)
    wanted = np.atleast_1d(np.asarray(p, dtype=np.float64))
    places = np.array([int(np.argmax(totals >= one)) for one in wanted], dtype=np.intp)
    absent = ~(wanted <= totals[-1])
    if isinstance(values, pd.Categorical):
        return values.take(np.where(absent, -1, places), allow_fill=True)
    found = support[places]
    if not absent.any():
        return found
    missing: Any = None if found.dtype == object else NA
    return np.where(absent, missing, found)


def rdiscrete(n: Any, probs: Any, values: Any = None) -> Any:
    """Draw values with given probabilities.

    Parameters
    ----------
    n : int
        How many.
    probs, values
        As in `ddiscrete`.

    Returns
    -------
    ndarray or Categorical, shape (n,)
        As `values`.

    Raises
    ------
    RError
        `incorrect number of probabilities`, `invalid 'size' argument`.

    Notes
    -----
    R page: `?rdiscrete` of package e1071. It is `sample(values, n, replace=True, prob=probs)`,
    so one number as `values` stands for 1 to that number, as there.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rdiscrete(5, [0.1, 0.3, 0.6]).tolist()
    [3, 3, 3, 1, 3]
    """
    support = np.arange(1, len(np.atleast_1d(probs)) + 1) if values is None else values
    return sample(support, n, replace=True, prob=probs)


def _distribution(name: str, probs: Any, values: Any) -> tuple[Doubles, npt.NDArray[Any]]:
    given = np.atleast_1d(np.asarray(probs))
    if given.dtype.kind not in "biuf":
        raise RError("invalid 'type' (character) of argument", "Probabilities are numbers.")
    shares = given.astype(np.float64)
    support = np.arange(1, len(shares) + 1) if values is None else _plain(values)
    if len(support) != len(shares):
        raise RError(
            f"{name}: probs and values must have the same length.",
            f"They have {len(shares)} and {len(support)}.",
        )
    if np.isnan(shares).any():
        raise RError("missing value where TRUE/FALSE needed", "Probabilities must be there.")
    if (shares < 0).any():
        raise RError(f"{name}: probs must not contain negative values.", "Weights are enough.")
    with np.errstate(invalid="ignore"):
        return shares / extended_sum(shares), support


def _plain(values: Any) -> npt.NDArray[Any]:
    """Return values as numbers or, as objects, text."""
    array = np.atleast_1d(np.asarray(values))
    return array.astype(object) if array.dtype.kind in "UO" else array

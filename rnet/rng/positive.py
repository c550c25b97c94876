"""rexp, rgamma, rweibull, rbeta."""

from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.rng.arguments import Reals, count, doubles, inverse, quotient, reals
from rnet.rng.normal_theory import rchisq
from rnet.rng.state import generator


def rexp(n: Any, rate: Any = 1.0) -> Reals:
    """Draw from the exponential distribution.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    rate : float or vector
        One over the expectation.

    Returns
    -------
    ndarray of float
        Values, shape (n,); parameters are recycled over them.

    Raises
    ------
    RError
        `invalid arguments`.

    Warns
    -----
    RWarning
        `NAs produced`, where a parameter is missing or not allowed.

    Notes
    -----
    R page: `?rexp`. Ahrens and Dieter (1972), algorithm SA.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rexp(2).round(7).tolist()
    [0.7551818, 1.1816428]
    """
    return doubles(generator().exponential_of(count(n), inverse(rate)))


def rgamma(n: Any, shape: Any, rate: Any = None, scale: Any = None) -> Reals:
    """Draw from the gamma distribution.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    shape : float or vector
        The shape; the expectation is shape times scale.
    rate, scale : float or vector, optional
        One of the two, 1 by default; rate is one over scale.

    Returns
    -------
    ndarray of float
        Values, shape (n,); parameters are recycled over them.

    Raises
    ------
    RError
        `invalid arguments`.

    Warns
    -----
    RWarning
        `NAs produced`, where a parameter is missing or not allowed.

    Notes
    -----
    R page: `?rgamma`. Ahrens and Dieter, GD (1982) for shapes from 1, GS (1974) below.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rgamma(2, 2).round(7).tolist()
    [0.830865, 3.5707563]
    """
    return doubles(generator().gamma(count(n), reals(shape), _scale(rate, scale)))


def rweibull(n: Any, shape: Any, scale: Any = 1.0) -> Reals:
    """Draw from the Weibull distribution.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    shape, scale : float or vector
        Exponent and scale.

    Returns
    -------
    ndarray of float
        Values, shape (n,); parameters are recycled over them.

    Raises
    ------
    RError
        `invalid arguments`.

    Warns
    -----
    RWarning
        `NAs produced`, where a parameter is missing or not allowed.

    Notes
    -----
    R page: `?rweibull`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rweibull(2, 2).round(6).tolist()
    [1.151568, 0.994248]
    """
    return doubles(generator().weibull(count(n), reals(shape), reals(scale)))


def rbeta(n: Any, shape1: Any, shape2: Any, ncp: Any = None) -> Reals:
    """Draw from the beta distribution.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    shape1, shape2 : float or vector
        The two shapes.
    ncp : float or vector, optional
        Non-centrality; given, also as 0, the value is a ratio of chi-squared ones.

    Returns
    -------
    ndarray of float
        Values, shape (n,); parameters are recycled over them.

    Raises
    ------
    RError
        `invalid arguments`.

    Warns
    -----
    RWarning
        `NAs produced`, where a parameter is missing or not allowed.

    Notes
    -----
    R page: `?rbeta`. Cheng (1978), BB and BC.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rbeta(2, 2, 3).round(7).tolist()
    [0.2550998, 0.4468707]
    """
    if ncp is None:
        return doubles(generator().beta(count(n), reals(shape1), reals(shape2)))
    first = rchisq(n, 2.0 * reals(shape1), ncp)
    return quotient(first, first + rchisq(n, 2.0 * reals(shape2)))


def _scale(rate: Any, scale: Any) -> Reals:
    if scale is None:
        return inverse(1.0 if rate is None else rate)
    if rate is not None:
        product = reals(rate) * reals(scale)
        if product.size != 1:
            raise RError("the condition has length > 1", "Give `rate` or `scale`, not both.")
        if not np.abs(product[0] - 1.0) < 1e-15:
            raise RError("specify 'rate' or 'scale' but not both")
        warn("specify 'rate' or 'scale' but not both", stacklevel=4)
    return reals(scale)

"""runif, rnorm, rlnorm, rcauchy, rlogis: a place and a width."""

from typing import Any

from rnet.rng.arguments import Reals, count, doubles, reals
from rnet.rng.state import generator


def runif(n: Any, min: Any = 0.0, max: Any = 1.0) -> Reals:  # noqa: A002 - R's names
    """Draw from the uniform distribution.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    min, max : float or vector
        The borders, never drawn themselves. Equal borders give the border and use no number.

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
    R page: `?runif`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.runif(2).round(7).tolist()
    [0.2655087, 0.3721239]
    """
    return doubles(generator().uniform_between(count(n), reals(min), reals(max)))


def rnorm(n: Any, mean: Any = 0.0, sd: Any = 1.0) -> Reals:
    """Draw from the normal distribution.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    mean, sd : float or vector
        Expectation and standard deviation.

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
    R page: `?rnorm`. Inversion with Wichura's AS 241 (1988), unless `RNGkind` says
    otherwise.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rnorm(2).round(7).tolist()
    [-0.6264538, 0.1836433]
    """
    return doubles(generator().normal_at(count(n), reals(mean), reals(sd)))


def rlnorm(n: Any, meanlog: Any = 0.0, sdlog: Any = 1.0) -> Reals:
    """Draw from the log-normal distribution.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    meanlog, sdlog : float or vector
        Expectation and standard deviation of the logarithm.

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
    R page: `?rlnorm`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rlnorm(2).round(6).tolist()
    [0.534484, 1.201587]
    """
    return doubles(generator().log_normal(count(n), reals(meanlog), reals(sdlog)))


def rcauchy(n: Any, location: Any = 0.0, scale: Any = 1.0) -> Reals:
    """Draw from the Cauchy distribution.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    location, scale : float or vector
        Median and half the interquartile range.

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
    R page: `?rcauchy`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rcauchy(2).round(6).tolist()
    [1.10252, 2.353831]
    """
    return doubles(generator().cauchy(count(n), reals(location), reals(scale)))


def rlogis(n: Any, location: Any = 0.0, scale: Any = 1.0) -> Reals:
    """Draw from the logistic distribution.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    location, scale : float or vector
        Expectation and scale; R takes a negative scale too.

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
    R page: `?rlogis`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rlogis(2).round(6).tolist()
    [-1.017531, -0.523116]
    """
    return doubles(generator().logistic(count(n), reals(location), reals(scale)))

"""rbinom, rpois, rgeom, rnbinom, rhyper."""

from typing import Any

from rnet.conditions import RError
from rnet.rng.arguments import Whole, count, doubles, largest, reals, whole
from rnet.rng.huge_binomial import draw_huge_binomial
from rnet.rng.state import generator
from rnet.values import LARGEST_INTEGER


def rbinom(n: Any, size: Any, prob: Any) -> Whole:
    """Draw from the binomial distribution.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    size : int or vector
        Numbers of trials, whole.
    prob : float or vector
        Probabilities of success.

    Returns
    -------
    ndarray of int
        Counts, shape (n,); doubles when one exceeds 2147483647, a pandas integer array when one
        is missing.

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
    R page: `?rbinom`. Inversion when the expectation is below 30, else Kachitvichyanukul
    and Schmeiser's (1988) BTPE; from 2147483647 trials on, inversion of the distribution.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rbinom(5, 10, 0.3).tolist()
    [2, 2, 3, 5, 2]
    """
    wanted, trials, chances = count(n), reals(size), reals(prob)
    if largest(trials) >= LARGEST_INTEGER:
        return whole(draw_huge_binomial(generator(), wanted, trials, chances))
    return whole(generator().binomial(wanted, trials, chances))


def rpois(n: Any, lambda_: Any) -> Whole:
    """Draw from the Poisson distribution.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    lambda_ : float or vector
        Expectations, R's `lambda`.

    Returns
    -------
    ndarray of int
        Counts, shape (n,); doubles when one exceeds 2147483647, a pandas integer array when one
        is missing.

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
    R page: `?rpois`. Ahrens and Dieter (1982), PD; table look-up for expectations below 10.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rpois(5, 3).tolist()
    [2, 2, 3, 5, 2]
    """
    return whole(generator().poisson(count(n), reals(lambda_)))


def rgeom(n: Any, prob: Any) -> Whole:
    """Draw from the geometric distribution: failures before the first success.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    prob : float or vector
        Probabilities of success.

    Returns
    -------
    ndarray of int
        Counts, shape (n,); doubles when one exceeds 2147483647, a pandas integer array when one
        is missing.

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
    R page: `?rgeom`. A Poisson count with an exponential expectation.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rgeom(5, 0.3).tolist()
    [1, 1, 7, 0, 3]
    """
    return whole(generator().geometric(count(n), reals(prob)))


def rnbinom(n: Any, size: Any, prob: Any = None, mu: Any = None) -> Whole:
    """Draw from the negative binomial distribution.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    size : float or vector
        Number of successes waited for, or the dispersion; not necessarily whole.
    prob, mu : float or vector
        One of the two: probability of success, or expectation.

    Returns
    -------
    ndarray of int
        Counts, shape (n,); doubles when one exceeds 2147483647, a pandas integer array when one
        is missing.
        With `mu` always doubles, as in R.

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
    R page: `?rnbinom`. A Poisson count with a gamma expectation.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rnbinom(5, 3, 0.5).tolist()
    [3, 2, 2, 2, 2]
    """
    if mu is not None:
        if prob is not None:
            raise RError("'prob' and 'mu' both specified")
        return doubles(generator().negative_binomial_mean(count(n), reals(size), reals(mu)))
    if prob is None:
        raise RError('argument "prob" is missing, with no default', "Give `prob` or `mu`.")
    return whole(generator().negative_binomial(count(n), reals(size), reals(prob)))


def rhyper(nn: Any, m: Any, n: Any, k: Any) -> Whole:
    """Draw from the hypergeometric distribution: white balls among those drawn from an urn.

    Parameters
    ----------
    nn : int or vector
        How many values; the length of a vector of more than one.
    m, n : int or vector
        White and black balls in the urn.
    k : int or vector
        Balls drawn.

    Returns
    -------
    ndarray of int
        Counts, shape (n,); doubles when one exceeds 2147483647, a pandas integer array when one
        is missing.

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
    R page: `?rhyper`. Kachitvichyanukul and Schmeiser (1985), HIN and H2PE.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rhyper(5, 10, 7, 8).tolist()
    [5, 5, 5, 3, 6]
    """
    wanted, white, black, drawn = count(nn), reals(m), reals(n), reals(k)
    if max(largest(white) + largest(black), largest(drawn)) >= LARGEST_INTEGER:
        raise RError(
            "rhyper: urns of 2147483647 balls and more are not supported",
            "Draw from the binomial distribution, rbinom(nn, k, m / (m + n)).",
        )
    return whole(generator().hypergeometric(wanted, white, black, drawn))

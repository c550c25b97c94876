"""rchisq, rt, rf: the distributions of normal theory."""

from typing import Any

import numpy as np

from rnet.rng.arguments import Reals, count, doubles, quotient, reals
from rnet.rng.location_scale import rnorm
from rnet.rng.state import generator


def rchisq(n: Any, df: Any, ncp: Any = None) -> Reals:
    """Draw from the chi-squared distribution.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    df : float or vector
        Degrees of freedom, not necessarily whole.
    ncp : float or vector, optional
        Non-centrality.

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
    R page: `?rchisq`. A gamma; with `ncp` a Poisson mixture of them.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rchisq(2, 3).round(7).tolist()
    [0.9433146, 5.5437816]
    """
    if ncp is None:
        return doubles(generator().chi_squared(count(n), reals(df)))
    return doubles(generator().noncentral_chi_squared(count(n), reals(df), reals(ncp)))


def rt(n: Any, df: Any, ncp: Any = None) -> Reals:
    """Draw from Student's t distribution.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    df : float or vector
        Degrees of freedom, infinite for the normal distribution.
    ncp : float or vector, optional
        Non-centrality; given, also as 0, all normals are drawn before all chi-squared values.

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
    R page: `?rt`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rt(2, 5).round(7).tolist()
    [-0.6576941, -0.5973472]
    """
    if ncp is None:
        return doubles(generator().student_t(count(n), reals(df)))
    top = rnorm(n, ncp)
    return quotient(top, np.sqrt(quotient(rchisq(n, df), reals(df))))


def rf(n: Any, df1: Any, df2: Any, ncp: Any = None) -> Reals:
    """Draw from the F distribution.

    Parameters
    ----------
    n : int or vector
        How many values; the length of a vector of more than one.
    df1, df2 : float or vector
        Degrees of freedom of numerator and denominator.
    ncp : float or vector, optional
        Non-centrality of the numerator.

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
    R page: `?rf`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rf(2, 3, 10).round(6).tolist()
    [0.202523, 1.645713]
    """
    if ncp is None:
        return doubles(generator().fisher_f(count(n), reals(df1), reals(df2)))
    top = quotient(rchisq(n, df1, ncp), reals(df1))
    return quotient(top, quotient(rchisq(n, df2), reals(df2)))

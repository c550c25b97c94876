"""Tail probabilities and quantiles of the distributions tests refer to, from SciPy."""

import numpy as np
import numpy.typing as npt

from rnet.special_functions import special

Floats = npt.NDArray[np.float64]
# Below this t squared over df the central probability is the one that keeps its digits.
CENTRAL = 0.1


def t_two_sided(t: Floats, df: float) -> Floats:
    """Return the probability of a |t| this large or larger.

    Examples
    --------
    >>> t_two_sided(np.array([0.0]), 3.0).tolist()
    [1.0]
    """
    with np.errstate(all="ignore"):
        square = np.asarray(t, dtype=np.float64) ** 2
        inner: Floats = special().betaincc(0.5, df / 2, square / (df + square))
        return np.where(square < CENTRAL * df, inner, 2 * special().stdtr(df, -np.abs(t)))


def normal_two_sided(z: Floats) -> Floats:
    """Return the probability of a |z| this large or larger."""
    return np.asarray(special().erfc(np.abs(z) / np.sqrt(2)), dtype=np.float64)


def f_upper(f: npt.ArrayLike, numerator: npt.ArrayLike, denominator: npt.ArrayLike) -> Floats:
    """Return the upper tail of the F distribution; with an infinite denominator chi-squared."""
    value, top, bottom = (np.asarray(x, dtype=np.float64) for x in (f, numerator, denominator))
    with np.errstate(all="ignore"):
        finite: Floats = special().fdtrc(top, np.where(np.isinf(bottom), 1.0, bottom), value)
        return np.where(np.isinf(bottom), special().chdtrc(top, value * top), finite)


def chi_squared_upper(x: npt.ArrayLike, df: npt.ArrayLike) -> Floats:
    """Return the upper tail of the chi-squared distribution."""
    return np.asarray(special().chdtrc(_floats(df), _floats(x)), dtype=np.float64)


def t_quantile(p: npt.ArrayLike, df: float) -> Floats:
    """Return quantiles of Student's t; NaN without degrees of freedom."""
    return np.asarray(special().stdtrit(df, _floats(p)), dtype=np.float64)


def normal_quantile(p: npt.ArrayLike) -> Floats:
    """Return quantiles of the normal distribution."""
    return np.asarray(special().ndtri(_floats(p)), dtype=np.float64)


def f_quantile(p: float, numerator: float, denominator: float) -> float:
    """Return a quantile of the F distribution; with an infinite denominator chi-squared."""
    if np.isinf(denominator):
        return float(special().chdtri(numerator, 1 - p) / numerator)
    return float(special().fdtri(numerator, denominator, p))


def _floats(values: npt.ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)

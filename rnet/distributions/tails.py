"""Tail probabilities and quantiles of the distributions tests refer to, from SciPy."""

import numpy as np
import numpy.typing as npt

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
    from scipy.special import betaincc, stdtr  # noqa: PLC0415 - slow to load

    with np.errstate(all="ignore"):
        square = np.asarray(t, dtype=np.float64) ** 2
        inner = betaincc(0.5, df / 2, square / (df + square))
        return np.where(square < CENTRAL * df, inner, 2 * stdtr(df, -np.abs(t)))


def normal_two_sided(z: Floats) -> Floats:
    """Return the probability of a |z| this large or larger."""
    from scipy.special import erfc  # noqa: PLC0415

    return np.asarray(erfc(np.abs(z) / np.sqrt(2)), dtype=np.float64)


def f_upper(f: npt.ArrayLike, numerator: npt.ArrayLike, denominator: npt.ArrayLike) -> Floats:
    """Return the upper tail of the F distribution; with an infinite denominator chi-squared."""
    from scipy.special import chdtrc, fdtrc  # noqa: PLC0415

    value, top, bottom = (np.asarray(x, dtype=np.float64) for x in (f, numerator, denominator))
    with np.errstate(all="ignore"):
        finite = fdtrc(top, np.where(np.isinf(bottom), 1.0, bottom), value)
        return np.where(np.isinf(bottom), chdtrc(top, value * top), finite)


def chi_squared_upper(x: npt.ArrayLike, df: npt.ArrayLike) -> Floats:
    """Return the upper tail of the chi-squared distribution."""
    from scipy.special import chdtrc  # noqa: PLC0415

    return np.asarray(chdtrc(_floats(df), _floats(x)), dtype=np.float64)


def t_quantile(p: npt.ArrayLike, df: float) -> Floats:
    """Return quantiles of Student's t; NaN without degrees of freedom."""
    from scipy.special import stdtrit  # noqa: PLC0415

    return np.asarray(stdtrit(df, _floats(p)), dtype=np.float64)


def normal_quantile(p: npt.ArrayLike) -> Floats:
    """Return quantiles of the normal distribution."""
    from scipy.special import ndtri  # noqa: PLC0415

    return np.asarray(ndtri(_floats(p)), dtype=np.float64)


def f_quantile(p: float, numerator: float, denominator: float) -> float:
    """Return a quantile of the F distribution; with an infinite denominator chi-squared."""
    from scipy.special import chdtri, fdtri  # noqa: PLC0415

    if np.isinf(denominator):
        return float(chdtri(numerator, 1 - p) / numerator)
    return float(fdtri(numerator, denominator, p))


def _floats(values: npt.ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)

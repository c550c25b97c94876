"""`kurtosis`: how heavy the tails of a sample are."""

from typing import Any

from rnet.describe.central_moments import KURTOSIS, shape_of
from rnet.describe.sample_values import sample_values, without_missing


def kurtosis(x: Any, na_rm: bool = False, type: int = 3) -> float:  # noqa: A002 - R's argument name
    """Return the excess kurtosis of a sample, 0 for the normal distribution.

    Parameters
    ----------
    x : array_like
        Numbers, shape (n,).
    na_rm : bool
        Whether to leave missing values out; with one the kurtosis is NA.
    type : {3, 1, 2}
        1: m4 / m2^2 - 3, with m_k the mean k-th power of the deviations. 2: the form of SAS and
        SPSS, unbiased for normal samples. 3: m4 / s^4 - 3, with s the standard deviation.

    Returns
    -------
    float
        NaN for a constant sample.

    Raises
    ------
    RError
        `Need at least 4 complete observations.` (type 2), `Invalid 'type' argument.`

    Notes
    -----
    R page: `?kurtosis` of package e1071. Joanes and Gill (1998), The Statistician 47:183.

    Examples
    --------
    >>> from rnet import data
    >>> round(kurtosis(data("mtcars")["mpg"]), 6)
    -0.372766
    """
    return shape_of(without_missing(sample_values(x), na_rm), KURTOSIS, type)

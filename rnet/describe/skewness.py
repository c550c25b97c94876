"""`skewness`: how lopsided a sample is."""

from typing import Any

from rnet.describe.central_moments import SKEWNESS, shape_of
from rnet.describe.sample_values import sample_values, without_missing


def skewness(x: Any, na_rm: bool = False, type: int = 3) -> float:  # noqa: A002 - R's argument name
    """Return the skewness of a sample.

    Parameters
    ----------
    x : array_like
        Numbers, shape (n,).
    na_rm : bool
        Whether to leave missing values out; with one the skewness is NA.
    type : {3, 1, 2}
        1: m3 / m2^1.5, with m_k the mean k-th power of the deviations. 2: the form of SAS and
        SPSS, unbiased for normal samples. 3: m3 / s^3, with s the standard deviation.

    Returns
    -------
    float
        NaN for a constant sample.

    Raises
    ------
    RError
        `Need at least 3 complete observations.` (type 2), `Invalid 'type' argument.`

    Notes
    -----
    R page: `?skewness` of package e1071. Joanes and Gill (1998), The Statistician 47:183.

    Examples
    --------
    >>> from rnet import data
    >>> round(skewness(data("mtcars")["mpg"]), 6)
    0.610655
    """
    return shape_of(without_missing(sample_values(x), na_rm), SKEWNESS, type)

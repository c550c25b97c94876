"""`as_dist`: a square matrix as distances."""

from dataclasses import replace
from typing import Any

from rnet.multivariate.distances import Dist, read_distances


def as_dist(m: Any, diag: bool = False, upper: bool = False) -> Dist:
    """Return the lower triangle of a square matrix as distances.

    Parameters
    ----------
    m : Dist or square matrix
    diag, upper : bool
        Whether printing shows the diagonal and the upper triangle.

    Notes
    -----
    R page: `?as.dist`.

    Examples
    --------
    >>> from rnet import as_dist
    >>> as_dist([[0, 2], [2, 0]]).values.tolist()
    [2.0]
    """
    found = read_distances(m, "non-square matrix")
    return replace(found, diag=bool(diag), upper=bool(upper))

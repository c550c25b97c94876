"""`countpattern`: how often each pattern of zeros and ones occurs."""

from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.describe.bincombinations import bincombinations


def countpattern(x: Any, matching: bool = False) -> Any:
    """Count how often each pattern of zeros and ones occurs among the rows of a matrix.

    Parameters
    ----------
    x : DataFrame or array_like, shape (n, p)
        Zeros and ones, or truth values; at most 24 columns. Rows with anything else count nowhere.
    matching : bool
        Whether to tell which pattern each row has, too.

    Returns
    -------
    Series of int, or dict
        A count for each of the 2^p patterns, named "00", "01", ...; with `matching` these under
        `pat`, and under `matching` the number of each row's pattern, counted from 1.

    Notes
    -----
    R page: `?countpattern` of package e1071.

    Examples
    --------
    >>> countpattern([[0, 1], [1, 1], [1, 1]]).to_dict()
    {'00': 0, '01': 1, '10': 0, '11': 2}
    """
    cells = np.asarray(x, dtype=np.float64)
    if cells.ndim != 2:
        raise RError("x must be a matrix", "Give a matrix of zeros and ones, a case a row.")
    patterns = bincombinations(cells.shape[1])
    names = ["".join(map(str, pattern)) for pattern in patterns]
    known = np.asarray(np.isin(cells, (0.0, 1.0)).all(axis=1))
    place = np.where(known[:, None], cells, 0.0) @ 2.0 ** np.arange(cells.shape[1])[::-1]
    counts = np.bincount(place[known].astype(np.int64), minlength=len(names))
    found = pd.Series(counts, index=pd.Index(names, dtype=object))
    if not matching:
        return found
    return {"pat": found, "matching": np.where(known, place + 1, np.nan)}

"""`contr_poly`: orthogonal polynomials over the levels of an ordered factor."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.contrast_table import Levels, level_names, polynomial
from rnet.values import named_matrix


def contr_poly(
    n: Levels, scores: Sequence[float] | None = None, contrasts: bool = True
) -> pd.DataFrame:
    """Return orthonormal polynomials, R's default for ordered factors.

    Parameters
    ----------
    n : int or sequence of str
        How many levels, or their names.
    scores : sequence of float, optional
        Where the levels lie; by default 1, 2, ..., n.
    contrasts : bool, default True
        False: the constant is a column too.

    Returns
    -------
    DataFrame
        A matrix: levels by the contrasts ``.L``, ``.Q``, ``.C``, ``^4``, ...

    Raises
    ------
    RError
        For fewer than two levels, more than 95, or unfit scores.

    Notes
    -----
    R page: `?contrast`. Where exact arithmetic gives 0, R shows the rounding of its QR
    decomposition (-7.850462e-17 in `contr_poly(3)`); so does rnet.

    Examples
    --------
    >>> contr_poly(4)[".Q"].round(3).tolist()
    [0.5, -0.5, -0.5, 0.5]
    """
    if isinstance(n, int) and n < 2:
        raise RError(f"contrasts not defined for {n - 1} degrees of freedom")
    levels = level_names(n)
    at = np.arange(1.0, len(levels) + 1) if scores is None else np.asarray(scores, dtype=float)
    if len(at) != len(levels):
        raise RError("'scores' argument is of the wrong length", f"Give {len(levels)} numbers.")
    if len(np.unique(at)) != len(at):
        raise RError("'scores' must all be different numbers")
    found = polynomial(levels, at)
    if contrasts:
        return found
    names = [f"^{power}" for power in range(len(levels))]
    return named_matrix(np.column_stack([np.ones(len(levels)), found]), None, names)

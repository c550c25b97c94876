"""`mcnemar_test`: symmetry of rows and columns of a square table."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.distributions.tails import chi_squared_upper
from rnet.hypothesis.count_table import crossed_factors, table_cells
from rnet.hypothesis.htest import HTest, named
from rnet.hypothesis.samples import argument_text
from rnet.language.tree import Call
from rnet.matched_call import keeps_call

Doubles = npt.NDArray[np.float64]


@keeps_call("mcnemar.test")
def mcnemar_test(call: Call, x: Any, y: Any = None, correct: bool = True) -> HTest:
    """Test whether a square table of counts is symmetric.

    Parameters
    ----------
    x : Table or square matrix of counts, or a factor
    y : factor, optional
        Crossed with `x`; both have the same number of levels.
    correct : bool, default True
        Continuity correction of a 2 by 2 table.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for a table that is not square, or what are no counts.

    Notes
    -----
    R page: `?mcnemar.test`.

    Examples
    --------
    >>> from rnet import mcnemar_test
    >>> round(float(mcnemar_test([[794, 150], [86, 570]]).statistic.iloc[0]), 2)
    16.82
    """
    cells, name = _square(call, x, y)
    size = len(cells)
    above, below = cells[np.triu_indices(size, 1)], cells.T[np.triu_indices(size, 1)]
    method = "McNemar's Chi-squared test"
    distance = above - below
    if correct and size == 2 and (distance != 0).any():
        distance = np.abs(distance) - 1
        method += " with continuity correction"
    with np.errstate(invalid="ignore"):
        statistic = float((distance**2 / (above + below)).sum())
    df = size * (size - 1) / 2
    return HTest(
        method=method,
        data_name=name,
        statistic=named(**{"McNemar's chi-squared": statistic}),
        parameter=named(df=df),
        p_value=float(chi_squared_upper(statistic, df)),
    )


def _square(call: Call, x: Any, y: Any) -> tuple[Doubles, str]:
    name = argument_text(call, "x")
    cells = table_cells(x)
    if cells is not None and cells.ndim == 2:
        if cells.shape[0] < 2 or cells.shape[0] != cells.shape[1]:
            raise RError("'x' must be square with at least two rows and columns", f"{cells.shape}")
        if not (np.isfinite(cells) & (cells >= 0)).all():
            raise RError(
                "all entries of 'x' must be nonnegative and finite", "Counts are zero or more."
            )
        return cells, name
    if y is None:
        raise RError("if 'x' is not a matrix, 'y' must be given", "Give two factors, or a table.")
    y_name = argument_text(call, "y")
    table = crossed_factors(x, y, name, y_name)
    cells = np.asarray(table.counts, dtype=np.float64)
    if cells.shape[0] != cells.shape[1]:
        raise RError(
            "'x' and 'y' must have the same number of levels (minimum 2)", f"{cells.shape}."
        )
    return cells, f"{name} and {y_name}"

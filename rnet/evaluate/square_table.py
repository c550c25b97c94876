"""A table of predicted against true classes, as the measures of caret take it."""

from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.as_table import as_table
from rnet.evaluate.contingency_table import Table


def checked_square(data: Any) -> Table:
    """Return a table with the same classes along both dimensions, or refuse it.

    Raises
    ------
    RError
        `the table must have two dimensions`, `matrix must have equal dimensions`,
        `the table must the same classes in the same order`.
    """
    table = data if isinstance(data, Table) else _from_matrix(data)
    if table.ndim != 2:
        raise RError("the table must have two dimensions")
    if table.dim[0] != table.dim[1]:
        raise RError("matrix must have equal dimensions", "Rows predicted, columns true.")
    if table.dimnames[0] != table.dimnames[1]:
        raise RError("the table must the same classes in the same order")
    return table


def _from_matrix(data: Any) -> Table:
    if np.ndim(data) != 2:
        raise RError(
            'argument "reference" is missing, with no default',
            "Give the true classes, or a square table.",
        )
    return as_table(data if isinstance(data, pd.DataFrame) else np.asarray(data))

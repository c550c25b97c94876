"""Which cases a `subset` argument means."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.formulas.columns import Column, as_column, class_of, numbers
from rnet.formulas.evaluate import Scope, evaluate
from rnet.formulas.operators import truth
from rnet.language.parser import parse_expression

Positions = npt.NDArray[np.int64]


def subset_rows(subset: Any, scope: Scope) -> Callable[[int], Positions] | None:
    """Return what gives the 0-based positions of a subset among so many rows; None for all."""
    if subset is None:
        return None
    if isinstance(subset, str):
        chosen = evaluate(parse_expression(subset), scope)
    else:
        chosen = as_column(subset, "subset")
    if chosen is None:
        return None
    return lambda rows: _positions(chosen, rows)


def _positions(chosen: Column, rows: int) -> Positions:
    if class_of(chosen) == "logical":
        values, absent = truth(chosen)
        wanted = np.resize(values & ~absent, rows) if len(values) else np.zeros(rows, np.bool_)
        return np.flatnonzero(wanted)
    if class_of(chosen) != "numeric":
        raise RError("invalid subset", "A subset is logical, row numbers, or an R expression.")
    counted = numbers(chosen).astype(np.int64)
    if (counted < 0).any():
        if (counted > 0).any():
            raise RError(
                "can't mix positive and negative subscripts",
                "Numbers of rows choose them; negative ones leave them out.",
            )
        return np.setdiff1d(np.arange(rows), -counted - 1)
    if (counted == 0).any():
        warn(
            "subset holds row number 0, which R ignores",
            "Row numbers count from 1 as in R; with positions from NumPy add 1.",
        )
    positions = counted[counted > 0] - 1
    if (positions >= rows).any():
        raise RError("subscript out of bounds", f"The data has {rows} rows.")
    return positions

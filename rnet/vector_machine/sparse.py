"""SciPy's sparse matrices as data, without loading SciPy for those who have none."""

import sys
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.vector_machine.kernels import Rows, as_sparse


def is_sparse(x: Any) -> bool:
    """Whether `x` is a sparse matrix or array of SciPy."""
    scipy_sparse = sys.modules.get("scipy.sparse")
    return scipy_sparse is not None and bool(scipy_sparse.issparse(x))


def read_sparse(x: Any) -> Rows:
    """Return sparse rows of doubles, each number but 0 once and in the order of columns."""
    rows = as_sparse(x).astype(np.float64)
    rows.sum_duplicates()
    rows.eliminate_zeros()
    return rows


def known_numbers(rows: Rows) -> npt.NDArray[np.float64]:
    """Return the numbers of dense rows, or those that sparse rows keep."""
    return np.asarray(rows.data if is_sparse(rows) else rows)

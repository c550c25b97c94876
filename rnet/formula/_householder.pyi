import numpy as np
import numpy.typing as npt

def decompose(
    work: npt.NDArray[np.float64],
    diagonal: npt.NDArray[np.float64],
    pivot: npt.NDArray[np.int64],
    tolerance: float,
) -> int:
    """Decompose the Fortran-ordered `work` (n, p) in place; return the rank.

    `diagonal` (p,) is overwritten by the diagonal of R, `pivot` (p,) by the order of the columns;
    the columns of `work` themselves stay where they are.
    """

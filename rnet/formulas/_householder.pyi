import numpy as np
import numpy.typing as npt

def decompose(
    x: npt.NDArray[np.float64],
    factors: npt.NDArray[np.float64] | None,
    work: npt.NDArray[np.float64],
    carried: npt.NDArray[np.float64] | None,
    diagonal: npt.NDArray[np.float64],
    pivot: npt.NDArray[np.int64],
    tolerance: float,
) -> int:
    """Decompose `x` (n, p), its rows multiplied by `factors` (n,), into `work`; return the rank.

    Both are Fortran-ordered. `carried` (n,) becomes Q' times what it was. `diagonal` (p,) is
    overwritten by the diagonal of R, `pivot` (p,) by the order of the columns; the columns of
    `work` themselves stand as those of `x`.
    """

def rotate(
    packed: npt.NDArray[np.float64], y: npt.NDArray[np.float64], rank: int, backwards: bool
) -> None:
    """Apply the first `rank` reflections to `y` (n,) in place: Q'y, or backwards Qy."""

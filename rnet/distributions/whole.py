"""Parameters that have to be whole numbers."""

import numpy as np
import numpy.typing as npt

NEARLY_WHOLE = 1e-7


def is_whole(values: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """Whether numbers are whole, but for rounding."""
    return np.abs(values - np.round(values)) <= NEARLY_WHOLE * np.maximum(1.0, np.abs(values))

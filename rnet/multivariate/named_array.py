"""An R array of three dimensions with names along each."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rnet.printing.matrix import format_array
from rnet.record import Record


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class NamedArray(Record):
    """An array that prints slice by slice; NumPy takes it as one.

    Attributes
    ----------
    values : ndarray
    dimnames : tuple of list of str or None
        The names along each dimension.
    titles : tuple of str or None
        What the dimensions are called, where they have names.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ()

    values: npt.NDArray[np.float64]
    dimnames: tuple[list[str] | None, ...]
    titles: tuple[str | None, ...] | None = None

    def __str__(self) -> str:
        return format_array(self.values, self.dimnames)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        return np.array(self.values, dtype=dtype, copy=copy)

"""R's class `dist`: the distances between objects, kept once for every pair."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.language.tree import Call
from rnet.multivariate.print_dist import format_dist
from rnet.printing.rounding import elementwise
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.values import NA, axis_names, is_matrix, named_matrix

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Dist(Record):
    """Distances between n objects.

    Attributes
    ----------
    values : ndarray, shape (n (n - 1) / 2,)
        The lower triangle, column by column.
    size : int
        How many objects, n.
    labels : tuple of str or None
        Their names.
    diag, upper : bool
        Whether diagonal and upper triangle are printed.
    method : str
        The measure.
    call : Call or None
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("Size", "Labels", "Diag", "Upper", "method", "call")
    KEPT_AS: ClassVar[dict[str, str]] = {
        "Size": "size", "Labels": "labels", "Diag": "diag", "Upper": "upper",
    }  # fmt: skip

    values: Doubles
    size: int
    labels: tuple[str, ...] | None = None
    diag: bool = False
    upper: bool = False
    method: str | None = None
    call: Call | None = None

    def __str__(self) -> str:
        return self.format()

    def __len__(self) -> int:
        return len(self.values)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Doubles:
        return np.array(self.values, dtype=dtype, copy=copy)

    def format(
        self, diag: bool | None = None, upper: bool | None = None, digits: int | None = None
    ) -> str:
        """Return the text R prints, without the last newline.

        Parameters
        ----------
        diag, upper : bool, optional
            Whether to show diagonal and upper triangle.
        digits : int, optional
            Significant digits.
        """
        return format_dist(
            self.square(),
            self.labels,
            diag=self.diag if diag is None else diag,
            upper=self.upper if upper is None else upper,
            digits=digits,
        )

    def square(self) -> Doubles:
        """Return all distances, shape (n, n)."""
        square = np.zeros((self.size, self.size))
        columns, rows = np.triu_indices(self.size, 1)
        square[rows, columns] = square[columns, rows] = self.values
        return square

    def as_matrix(self) -> pd.DataFrame:
        """Return all distances as a matrix with names."""
        names = self.labels or tuple(str(place + 1) for place in range(self.size))
        return named_matrix(self.square(), names, names)

    def _repr_html_(self) -> str:
        return self.as_matrix().to_html()


@elementwise.register
def _(x: Dist, function: Callable[[Doubles], Doubles]) -> Dist:
    return replace(x, values=function(x.values))


@console_text.register
def _(x: Dist, style: Style) -> str:
    return x.format(digits=style.digits)


def read_distances(d: Any, message: str) -> Dist:
    """Return distances given as such or as a square matrix.

    Raises
    ------
    RError
        `message` for anything else.
    """
    if isinstance(d, Dist):
        return d
    cells = np.asarray(d, dtype=np.float64) if np.ndim(d) == 2 else np.zeros((0, 1))
    if cells.shape[0] != cells.shape[1]:
        raise RError(message, "`dist(x)` gives the distances between the rows of x.")
    labels = None
    if isinstance(d, pd.DataFrame) and is_matrix(d):
        labels = axis_names(d.index)
    columns, rows = np.triu_indices(len(cells), 1)
    names = None if labels is None else tuple(name or "" for name in labels)
    triangle = cells[rows, columns]
    return Dist(np.where(np.isnan(triangle), NA, triangle), len(cells), names)

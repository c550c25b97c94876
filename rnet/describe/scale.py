"""`scale`: columns centred and divided by their spread."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import Matrix, as_column, class_of, numbers
from rnet.printing.show import format_r
from rnet.record import Record
from rnet.sums import extended_mean, extended_sum
from rnet.values import NA, axis_names, named_matrix

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Scaled(Record):
    """A matrix whose columns were centred and scaled, with what that took.

    Attributes
    ----------
    values : ndarray of float, shape (n, p)
    row_names, column_names : list of str or None
    center, scale : ndarray of float, shape (p,), or None
        What was subtracted, and what was divided by; None if nothing.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("scaled:center", "scaled:scale")
    KEPT_AS: ClassVar[dict[str, str]] = {"scaled:center": "center", "scaled:scale": "scale"}

    values: Doubles
    row_names: list[str | None] | None
    column_names: list[str | None] | None
    center: Any
    scale: Any

    def __str__(self) -> str:
        """Return the text of R's print method: the matrix and its attributes."""
        parts = [format_r(self.to_pandas())]
        for name, value in (("scaled:center", self.center), ("scaled:scale", self.scale)):
            if value is not None:
                parts.append(f'attr(,"{name}")\n{format_r(value)}')
        return "\n".join(parts)

    def to_pandas(self) -> pd.DataFrame:
        """Return the matrix alone."""
        rows, columns = self.row_names, self.column_names
        return named_matrix(self.values, rows, columns)  # type: ignore[arg-type]

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        del copy
        return np.array(self.values, dtype=dtype)


def plain_matrix(x: Any) -> Any:
    """Return the matrix alone of what `scale` gave, anything else as it is."""
    return x.to_pandas() if isinstance(x, Scaled) else x


def scale(x: Any, center: Any = True, scale: Any = True) -> Scaled:
    """Centre the columns of a matrix and divide them by their standard deviations.

    Parameters
    ----------
    x : array_like of shape (n,) or (n, p), or DataFrame of numbers
    center : bool or sequence of p numbers, default True
        Whether to subtract the means of the columns, or what else.
    scale : bool or sequence of p numbers, default True
        Whether to divide by the root mean square of the (centred) columns, n - 1 in the
        denominator, or by what else.

    Returns
    -------
    Scaled
        `result["scaled:center"]`, `np.asarray(result)`, `result.to_pandas()`.

    Raises
    ------
    RError
        `'x' must be numeric`, `length of 'center' must equal the number of columns of 'x'`.

    Notes
    -----
    R page: `?scale`. Missing values are left out of means and deviations.

    Examples
    --------
    >>> from rnet import scale
    >>> scale([1, 2, 3]).values.ravel().tolist()
    [-1.0, 0.0, 1.0]
    """
    values, rows, columns = _cells(x)
    middle = _given(center, values, "center", _mean)
    if middle is not None:
        values = values - middle
    spread = _given(scale, values, "scale", _root_mean_square)
    if spread is not None:
        with np.errstate(invalid="ignore", divide="ignore"):
            values = values / spread
    return Scaled(
        values, rows, columns, _named(middle, center, columns), _named(spread, scale, columns)
    )


def _cells(x: Any) -> tuple[Doubles, Any, Any]:
    if isinstance(x, pd.DataFrame):
        if not all(pd.api.types.is_numeric_dtype(dtype) for dtype in x.dtypes):
            raise RError("'x' must be numeric", "Leave out columns of text and factors.")
        cells = x.to_numpy(dtype=np.float64, na_value=NA)
        return cells, axis_names(x.index), axis_names(x.columns)
    column = as_column(np.asarray(x) if np.ndim(x) == 2 else x, "x")
    if isinstance(column, Matrix):
        return column.values, None, column.column_names and list(column.column_names)
    if column is None or class_of(column) not in ("numeric", "logical"):
        raise RError("'x' must be numeric", "Text and factors have no scale.")
    names = axis_names(x.index) if isinstance(x, pd.Series) else None
    return numbers(column)[:, None], names, None


def _given(wanted: Any, values: Doubles, name: str, statistic: Any) -> Doubles | None:
    """Return what to subtract or divide by, column by column."""
    if isinstance(wanted, bool | np.bool_):
        if not wanted:
            return None
        return np.array([statistic(column[~np.isnan(column)]) for column in values.T])
    numbers_given = np.atleast_1d(np.asarray(wanted, dtype=np.float64))
    if len(numbers_given) != values.shape[1]:
        raise RError(
            f"length of '{name}' must equal the number of columns of 'x'",
            f"There are {values.shape[1]} columns and {len(numbers_given)} numbers.",
        )
    return numbers_given


def _mean(column: Doubles) -> float:
    return extended_mean(column) if len(column) else float("nan")


def _root_mean_square(column: Doubles) -> float:
    return float(np.sqrt(extended_sum(column**2) / max(1, len(column) - 1)))


def _named(found: Doubles | None, wanted: Any, columns: Any) -> Any:
    """Return the statistics under the names of the columns; numbers a user gave have none."""
    if found is None or columns is None or not isinstance(wanted, bool | np.bool_):
        return found
    return pd.Series(found, index=pd.Index(columns, dtype=object))

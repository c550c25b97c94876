"""The contingency table: counts with labels along each dimension, as R's class `table`."""

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.classify import Label
from rnet.evaluate.subscripts import resolve
from rnet.language.tree import Node
from rnet.printing.rounding import elementwise, round_r
from rnet.printing.show import Style, console_text
from rnet.printing.tables import format_table
from rnet.record import Record
from rnet.typed_values import as_node

if TYPE_CHECKING:
    from rnet.evaluate.summary_table import TableSummary

Cells = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Table(Record):
    """A contingency table.

    Parameters
    ----------
    counts : array_like
        The cells, one dimension a variable: integers, doubles (proportions) or booleans.
    dimnames : mapping of str to labels, or sequence of labels
        The labels along each dimension; None is R's `<NA>`. A mapping also names the dimensions.
    dnn : sequence of str, optional
        Names of the dimensions where `dimnames` is a sequence.
    call : Node, optional
        The call of `xtabs`.
    written : Node, optional
        How the table was asked for: a test that takes it names its data so.

    Notes
    -----
    R page: `?table`. `t["0", "TRUE"]` and `t[0, 1]` are one cell, `t["0", :]` a named Series,
    `t[["a", "b"], :]` a Table. `t / 3`, `round(t, 2)` and comparisons stay tables. `sum`, `max`
    and iteration take the cells as R's `as.vector(t)` orders them, first dimension fastest.

    Examples
    --------
    >>> t = Table([[3, 1], [0, 2]], {"actual": ["no", "yes"], "predicted": ["no", "yes"]})
    >>> int(t["no", "yes"]), int(sum(t))
    (1, 6)
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ()
    __hash__ = None  # type: ignore[assignment]

    counts: Cells
    dimnames: tuple[tuple[Label, ...], ...]
    dnn: tuple[str, ...] | None
    call: "Node | None"
    written: "Node | None"

    def __init__(
        self,
        counts: npt.ArrayLike,
        dimnames: Mapping[str, Sequence[Label]] | Sequence[Sequence[Label]],
        dnn: Sequence[str] | None = None,
        call: "Node | None" = None,
        written: "Node | None" = None,
    ) -> None:
        if isinstance(dimnames, Mapping):
            dnn = list(dimnames) if dnn is None else dnn
            dimnames = list(dimnames.values())
        cells = np.array(counts)
        labels = tuple(tuple(along) for along in dimnames)
        if cells.shape != tuple(map(len, labels)):
            raise RError("length of 'dimnames' not equal to array extent")
        cells.flags.writeable = False
        object.__setattr__(self, "counts", cells)
        object.__setattr__(self, "dimnames", labels)
        object.__setattr__(self, "dnn", None if dnn is None else tuple(dnn))
        object.__setattr__(self, "call", call)
        object.__setattr__(self, "written", written or call)

    def __str__(self) -> str:
        """Return the text of R's print.table."""
        return format_table(self.counts, self.dimnames, self.dnn)

    @property
    def dim(self) -> tuple[int, ...]:
        """The number of classes along each dimension."""
        return self.counts.shape

    shape = dim

    @property
    def ndim(self) -> int:
        """The number of variables."""
        return self.counts.ndim

    def names(self) -> list[Any]:
        """Return the labels of a table of one variable; R has none for more."""
        return list(self.dimnames[0]) if self.ndim == 1 else []

    def as_vector(self) -> Cells:
        """Return the cells, first dimension fastest, as R's `as.vector`."""
        return self.counts.ravel(order="F")

    def with_counts(self, counts: npt.ArrayLike) -> "Table":
        """Return a table with other cells and the same labels."""
        return Table(counts, self.dimnames, self.dnn)

    def sum(self, axis: int | None = None, out: None = None) -> Any:
        """Return the sum of all cells, or an array of sums along a NumPy axis."""
        return self.counts.sum(axis=axis, out=out)

    def summary(self) -> "TableSummary":
        """Return Pearson's test of independence of all variables (R: `summary(table)`)."""
        from rnet.evaluate.summary_table import summary_table  # noqa: PLC0415 - it builds on Table

        return summary_table(self)

    def to_pandas(self) -> "pd.Series[Any] | pd.DataFrame":
        """Return one variable as a Series, two as a DataFrame, more as Series on a MultiIndex.

        Examples
        --------
        >>> int(Table([2, 1], {"g": ["a", "b"]}).to_pandas()["a"])
        2
        """
        names = [None] * self.ndim if self.dnn is None else [name or None for name in self.dnn]
        indexes = [
            pd.Index(list(labels), dtype=object, name=name)
            for labels, name in zip(self.dimnames, names, strict=True)
        ]
        if self.ndim == 1:
            return pd.Series(self.counts, index=indexes[0])
        if self.ndim == 2:
            return pd.DataFrame(self.counts, index=indexes[0], columns=indexes[1])
        return pd.Series(self.counts.ravel(), index=pd.MultiIndex.from_product(indexes))

    def sort(self, *, decreasing: bool = False) -> "Table":
        """Return a table of one variable with its classes in the order of their counts."""
        if self.ndim != 1:
            raise RError("'x' must be atomic", "Only a table of one variable can be sorted.")
        order = np.argsort(-self.counts if decreasing else self.counts, kind="stable")
        return Table(self.counts[order], [[self.dimnames[0][i] for i in order]], self.dnn)

    def __getitem__(self, subscript: Any) -> Any:
        """Return cells by label or position; dimensions reduced to one class are dropped."""
        if isinstance(subscript, Table):
            return self.as_vector()[subscript.as_vector().astype(bool)]
        if isinstance(subscript, list) and self.ndim == 1 and len(subscript) == 1:
            subscript = subscript[0]  # R's t[["4"]] is one number
        each = subscript if isinstance(subscript, tuple) else (subscript,)
        if len(each) != self.ndim:
            raise RError("incorrect number of dimensions", f"The table has {self.ndim}.")
        places = [resolve(one, along) for one, along in zip(each, self.dimnames, strict=True)]
        return self._taken(places)

    def _taken(self, places: Sequence[Any]) -> Any:
        """Return what stands at some positions along each dimension, as R drops dimensions."""
        arrays = [np.atleast_1d(place) for place in places]
        cells = self.counts[np.ix_(*arrays)]
        if all(isinstance(place, int) for place in places):
            return cells.item() if cells.dtype.kind == "b" else cells.ravel()[0]
        kept = [axis for axis, size in enumerate(cells.shape) if size != 1]
        if len(kept) <= 1 and (self.ndim > 1 or not kept):
            free = [axis for axis, place in enumerate(places) if not isinstance(place, int)]
            axis = (kept or free)[0]
            labels = [self.dimnames[axis][position] for position in arrays[axis]]
            return pd.Series(cells.ravel(), index=pd.Index(labels, dtype=object))
        labels_kept = [[self.dimnames[axis][p] for p in arrays[axis]] for axis in kept]
        dnn = None if self.dnn is None else [self.dnn[axis] for axis in kept]
        return Table(cells.reshape([cells.shape[axis] for axis in kept]), labels_kept, dnn)

    def __len__(self) -> int:
        return self.counts.size

    def __iter__(self) -> Iterator[Any]:
        return iter(self.as_vector())

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Cells:
        del copy
        return np.array(self.counts, dtype=dtype)

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **kwargs: Any) -> Any:
        if method == "__call__" and not kwargs and ufunc.nout == 1:
            return _calculated(ufunc, *inputs)
        plain = [np.asarray(value) if isinstance(value, Table) else value for value in inputs]
        return getattr(ufunc, method)(*plain, **kwargs)

    def __round__(self, digits: int = 0) -> "Table":
        rounded: Table = round_r(self, digits)
        return rounded

    def __neg__(self) -> "Table":
        return self.with_counts(-self.counts.astype(_number_type(self.counts)))

    def __abs__(self) -> "Table":
        return self.with_counts(np.abs(self.counts))

    def __invert__(self) -> "Table":
        return self.with_counts(self.counts == 0)

    def __add__(self, other: Any) -> "Table":
        return _calculated(operator.add, self, other)

    __radd__ = __add__

    def __sub__(self, other: Any) -> "Table":
        return _calculated(operator.sub, self, other)

    def __rsub__(self, other: Any) -> "Table":
        return _calculated(operator.sub, other, self)

    def __mul__(self, other: Any) -> "Table":
        return _calculated(operator.mul, self, other)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> "Table":
        return _calculated(operator.truediv, self, other)

    def __rtruediv__(self, other: Any) -> "Table":
        return _calculated(operator.truediv, other, self)

    def __pow__(self, other: Any) -> "Table":
        return _calculated(lambda x, y: np.power(x, y, dtype=np.float64), self, other)

    def __mod__(self, other: Any) -> "Table":
        return _calculated(operator.mod, self, other)

    def __lt__(self, other: Any) -> "Table":
        return _calculated(operator.lt, self, other)

    def __le__(self, other: Any) -> "Table":
        return _calculated(operator.le, self, other)

    def __gt__(self, other: Any) -> "Table":
        return _calculated(operator.gt, self, other)

    def __ge__(self, other: Any) -> "Table":
        return _calculated(operator.ge, self, other)

    def __eq__(self, other: object) -> "Table":  # type: ignore[override]
        return _calculated(operator.eq, self, other)

    def __ne__(self, other: object) -> "Table":  # type: ignore[override]
        return _calculated(operator.ne, self, other)


@console_text.register
def _(x: Table, style: Style) -> str:
    missing = "" if style.na_print is None else style.na_print
    return format_table(
        x.counts, x.dimnames, x.dnn, digits=style.digits, na_print=missing, limit=style.max
    )


@elementwise.register
def _(x: Table, function: Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]) -> Table:
    return x.with_counts(function(x.counts.astype(np.float64)))


def _number_type(cells: Cells) -> Any:
    return np.int64 if cells.dtype.kind == "b" else cells.dtype


def _calculated(operation: Callable[..., Any], *operands: Any) -> Table:
    """Calculate cell by cell; a vector is recycled along the cells, first dimension fastest."""
    shape = next(operand for operand in operands if isinstance(operand, Table))
    sides = [_operand(operand, shape) for operand in operands]
    with np.errstate(divide="ignore", invalid="ignore"):
        return shape.with_counts(operation(*sides))


def _operand(side: Any, shape: Table) -> Any:
    if isinstance(side, Table):
        if side.dim != shape.dim:
            raise RError("non-conformable arrays")
        values = side.counts
    else:
        values = np.asarray(side)
        if values.ndim == 1:
            values = np.resize(values, len(shape)).reshape(shape.dim, order="F")
    return values.astype(_number_type(values)) if values.dtype.kind == "b" else values


@as_node.register
def _(value: Table) -> Node | None:
    return value.written

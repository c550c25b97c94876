"""Matrices and arrays: columns side by side in blocks, row labels repeated, slices one by one."""

import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.printing.elements import Kind, Texts, Vector, as_vector, element_texts
from rnet.printing.strings import Side, byte_width, display_width, name_text, pad
from rnet.printing.vectors import print_limit, with_omitted
from rnet.settings import current

Names = Sequence[str | None] | None
CellWriter = Callable[[npt.NDArray[Any]], npt.NDArray[np.object_]]
_TYPE_NAMES = {"double": "numeric"}


@dataclass(frozen=True, slots=True)
class Column:
    """A written column: its label, its cells, and on which side each stands.

    A column of integers is `least` one wide, also without any cell and label.
    """

    label: str
    cells: Sequence[str]
    side: Side
    label_side: Side
    least: int = 0

    @property
    def width(self) -> int:
        """Columns of the screen the widest of label and cells takes."""
        return max(self.least, *map(display_width, [self.label, *self.cells]))

    def lines(self) -> list[str]:
        """Return label and cells, padded and with the gap before them."""
        width = self.width
        padded = [pad(cell, width, self.side) for cell in self.cells]
        return [" " + text for text in [pad(self.label, width, self.label_side), *padded]]


def format_matrix(
    cells: Any,
    row_names: Names = None,
    column_names: Names = None,
    *,
    right: bool = False,
    quote: bool = False,
    digits: int | None = None,
    na_text: str | None = None,
    row_title: str | None = None,
    column_title: str | None = None,
    limit: int | None = None,
    rows_shown: int | None = None,
    kind: Kind | None = None,
) -> str:
    """Return a matrix as R prints it.

    Parameters
    ----------
    cells : array_like, shape (rows, columns)
        Numbers and logicals (each column is laid out on its own) or strings, None for NA.
    row_names, column_names : sequence of str or None, optional
        Left out: `[1,]` and `[,1]`; a missing name prints `<NA>`.
    right : bool
        Whether strings stand to the right of their column; numbers always do.
    quote : bool
        Whether strings stand in quotes.
    digits : int, optional
        Significant digits; default `options(digits)`.
    na_text : str, optional
        What stands for a missing cell.
    row_title, column_title : str, optional
        Names of the dimensions, as tables have them; either one adds a line of its own.
    limit : int, optional
        Most cells to print; default `options(max_print)`.
    rows_shown : int, optional
        Print just this many rows, without a note on the others; `limit` then has no say.
    kind : str, optional
        R's type of the cells; by default their own, a slice without values has its array's.

    Examples
    --------
    >>> print(format_matrix([[1, 2.5], [3, 4]], column_names=["a", "b"]))
         a   b
    [1,] 1 2.5
    [2,] 3 4.0
    """
    matrix = _as_cells(cells)
    rows, columns = matrix.shape
    if rows == columns == 0:
        return "<0 x 0 matrix>"
    kept = _rows_within(rows, columns, limit) if rows_shown is None else rows_shown
    written = written_columns(matrix, digits=digits, quote=quote, na_text=na_text, kind=kind)
    has_titles = row_title is not None or column_title is not None
    text = format_columns(
        row_labels(row_names, rows, na_text),
        labelled_columns(written, column_names, right=right, na_text=na_text),
        row_title=(row_title or "") if has_titles else None,
        column_title=column_title or "",
        label_width=_index_width(rows) if row_names is None else 0,
        kept=kept,
    )
    if rows_shown is not None:
        return text
    return with_omitted(text, rows - kept, "row" if rows - kept == 1 else "rows")


def written_columns(
    matrix: Any,
    *,
    digits: int | None = None,
    quote: bool = False,
    na_text: str | None = None,
    kind: Kind | None = None,
) -> list[Texts]:
    """Write every column of a two-dimensional array in a layout of its own."""
    kind = kind or _kind_of_objects(matrix)
    if kind == "list":
        return [Texts([_summary(cell) for cell in column], True) for column in matrix.T]
    columns = (as_vector(column) for column in matrix.T)
    return [
        element_texts(
            column if kind is None else Vector(kind, column.data),
            digits=digits,
            quote=quote,
            na_text=na_text,
        )
        for column in columns
    ]


def _kind_of_objects(cells: Any) -> Kind | None:
    """Return R's type of an array of Python objects, which a part of it may not show."""
    return as_vector(cells.reshape(-1)).kind if cells.dtype == object else None


def _summary(cell: Any) -> str:
    """Return what R shows of a cell of a matrix of lists: the value if short, else its extent."""
    if cell is None:
        return "NULL"
    if isinstance(cell, list | tuple | dict):
        return f"list,{len(cell)}"
    vector = as_vector(cell)
    if len(vector) == 1:
        return element_texts(vector, quote=True).cells[0]
    return f"{_TYPE_NAMES.get(vector.kind, vector.kind)},{len(vector)}"


def labelled_columns(
    written: Sequence[Texts], names: Names, *, right: bool, na_text: str | None = None
) -> list[Column]:
    """Put labels on written columns: the names, or `[,1]`, `[,2]` and so on."""
    columns = []
    for number, texts in enumerate(written):
        side: Side = "left" if texts.left and not right else "right"
        label_side = side
        if names is None and texts.left and not current().follows("4.6"):
            label_side = "left"
        label = f"[,{number + 1}]" if names is None else name_text(names[number], na_text)
        columns.append(Column(label, texts.cells, side, label_side, texts.least))
    return columns


def row_labels(names: Names, count: int, na_text: str | None = None) -> list[str]:
    """Return the labels of `count` rows: the names, or `[1,]`, `[2,]` and so on."""
    if names is not None:
        return [name_text(name, na_text) for name in names]
    width = _index_width(count)
    return [f"[{row + 1},]".rjust(width) for row in range(count)]


def _index_width(rows: int) -> int:
    """Return the width of labels like `[9,]`; R leaves room for the index after the last."""
    return len(f"[{rows + 1},]")


def format_columns(
    labels: Sequence[str],
    columns: Sequence[Column],
    *,
    row_title: str | None = None,
    column_title: str = "",
    label_width: int = 0,
    kept: int | None = None,
) -> str:
    """Set written columns side by side, in blocks narrower than the console.

    Parameters
    ----------
    labels : sequence of str
        One a row, to the left.
    columns : sequence of Column
        In order; each has as many cells as there are labels.
    row_title : str, optional
        Name of the row dimension; given, it stands above the indented row labels and
        `column_title` on a line of its own.
    column_title : str
        Name of the column dimension.
    label_width : int
        Least width of the row labels.
    kept : int, optional
        Print this many rows only; the widths are still those of all rows.
    """
    longest = max([label_width, *map(display_width, labels)])
    left, top = [pad("", longest), *(pad(label, longest) for label in labels)], []
    if row_title is not None:
        title_width = display_width(row_title)
        offset = 2 if title_width < longest + 2 else title_width - longest
        longest += offset
        title = pad(row_title, longest, measure=byte_width)
        left = [title, *(" " * offset + label for label in left[1:])]
        top = [" " * longest + column_title]
    lines: list[str] = []
    for block in _blocks(columns, longest):
        lines += top
        parts = [column.lines() for column in block]
        rows = ["".join(row) for row in zip(left, *parts, strict=True)]
        lines += rows if kept is None else rows[: kept + 1]
    return "\n".join(lines)


def format_array(
    cells: Any,
    dimnames: Sequence[Names] | None = None,
    titles: Sequence[str] | None = None,
    *,
    right: bool = False,
    quote: bool = False,
    digits: int | None = None,
    na_text: str | None = None,
    limit: int | None = None,
    write: CellWriter | None = None,
) -> str:
    """Return an array of three or more dimensions as R prints it, one matrix a slice.

    Parameters
    ----------
    cells : ndarray, shape (rows, columns, ...)
        Numbers, logicals or strings.
    dimnames : sequence, optional
        For every dimension its names or None.
    titles : sequence of str, optional
        Names of the dimensions.
    right, quote, digits, na_text, limit
        As `format_matrix`.
    write : callable, optional
        Writes the cells of a slice where they are not laid out column by column.
    """
    array: Any = np.asarray(cells)
    names: Sequence[Names] = [None] * array.ndim if dimnames is None else dimnames
    if 0 in array.shape[2:]:
        return _without_slices(array)
    kind = _kind_of_objects(array)
    rows, columns, *deeper = array.shape
    shown, last_rows = _slices_within(rows, columns, math.prod(deeper), limit)
    lines: list[str] = []
    for number, slice_index in enumerate(_slices(deeper)):
        if number == shown:
            break
        part = array[(slice(None), slice(None), *slice_index)]
        body = format_matrix(
            part if write is None else write(part),
            names[0],
            names[1],
            right=right,
            quote=quote,
            digits=digits,
            na_text=na_text,
            row_title=None if titles is None else titles[0],
            column_title=None if titles is None else titles[1],
            rows_shown=rows if number < shown - 1 else last_rows,
            kind=kind,
        )
        lines += [", , " + ", ".join(_slice_labels(slice_index, names, titles)), "", body, ""]
    omitted = math.prod(deeper) - shown
    what = "matrix slice(s)"
    if last_rows < rows:
        omitted, what = rows - last_rows, f"row(s) and {omitted} {what}"
    return with_omitted("\n".join(lines), omitted if shown < math.prod(deeper) else 0, what)


def _slices_within(rows: int, columns: int, slices: int, limit: int | None) -> tuple[int, int]:
    """Return how many slices the limit lets R print, and how many rows of the last of them."""
    most = print_limit(limit)
    if rows * columns * slices <= most:
        return slices, rows
    whole, cells_left = divmod(most, rows * columns)
    rows_left = cells_left // columns
    return (whole + 1, rows_left) if rows_left else (whole, rows)


def _without_slices(array: Any) -> str:
    """Return what R shows of an array that has no slice: its extent and a bare frame."""
    extent = " x ".join(map(str, array.shape))
    kind = as_vector(array.reshape(-1)).kind
    labels = [pad("", len(f"[{array.shape[0]},]")), *row_labels(None, array.shape[0])]
    header = "".join(f" [,{column + 1}]" for column in range(array.shape[1]))
    return "\n".join([f"<{extent} array of {kind}>", labels[0] + header, *labels[1:], ""])


def _slices(shape: Sequence[int]) -> Iterable[tuple[int, ...]]:
    """Return the indices of the slices, the first one running fastest."""
    reverse = itertools.product(*(range(size) for size in reversed(shape)))
    return (index[::-1] for index in reverse)


def slice_label(name: str | None) -> str:
    """Return the name of a slice as R heads it: a missing one is NA, without brackets."""
    return "NA" if name is None else name


def _slice_labels(
    index: tuple[int, ...], dimnames: Sequence[Names], titles: Sequence[str] | None
) -> Iterable[str]:
    for dimension, position in enumerate(index, start=2):
        names = dimnames[dimension]
        label = str(position + 1) if names is None else slice_label(names[position])
        yield label if titles is None or names is None else f"{titles[dimension]} = {label}"


def _blocks(columns: Sequence[Column], label_width: int) -> Iterable[Sequence[Column]]:
    """Split columns into blocks that stay narrower than the console; one at least."""
    if not columns:
        yield []
    start = 0
    while start < len(columns):
        end, width = start, label_width
        while end < len(columns) and (
            end == start or width + columns[end].width + 1 < current().width
        ):
            width += columns[end].width + 1
            end += 1
        yield columns[start:end]
        start = end


def _rows_within(rows: int, columns: int, limit: int | None) -> int:
    most = print_limit(limit)
    return rows if rows * columns <= most else most // columns


def _as_cells(cells: Any) -> Any:
    """Return cells as a 2-d array; strings among them keep None for missing."""
    array = np.asarray(cells)
    if array.ndim != 2:
        array = np.asarray(cells, dtype=object).reshape(len(array), -1)
    return array

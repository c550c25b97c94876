"""Contingency tables as R prints them: all cells are one group, names of the dimensions on top."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.printing.matrix import CellWriter, format_array, format_matrix
from rnet.printing.numbers import common_layout, render
from rnet.printing.vectors import format_named_vector, kept_elements
from rnet.values import LARGEST_INTEGER

Cells = npt.NDArray[Any]
Labels = Sequence[str | None]
MATRIX = 2


def format_table(
    counts: Cells,
    dimnames: Sequence[Labels],
    dnn: Sequence[str] | None,
    *,
    digits: int | None = None,
    zero_print: str | None = None,
    na_print: str = "",
    limit: int | None = None,
) -> str:
    """Return the text of a contingency table.

    Parameters
    ----------
    counts : ndarray of int, float or bool
        The cells; any number of dimensions.
    dimnames : sequence of sequences of str
        Labels along each dimension; None is R's `<NA>`.
    dnn : sequence of str or None
        Names of the dimensions; None prints no line for them.
    digits : int, optional
        Significant digits; default `options(digits)`.
    zero_print : str, optional
        How cells that are 0 are shown.
    na_print : str
        How missing cells are shown.
    limit : int, optional
        Most cells to print; default `options(max_print)`.

    Examples
    --------
    >>> print(format_table(np.array([[3, 0], [1, 2]]), [["a", "b"], ["x", "y"]], ["g", "h"]))
       h
    g   x y
      a 3 0
      b 1 2
    """
    if 0 in counts.shape:
        return f"< table of extent {' x '.join(map(str, counts.shape))} >"
    write = cell_writer(counts, digits, zero_print=zero_print, na_print=na_print)
    if counts.ndim == 1:
        kept = kept_elements(counts.size, limit)
        cells, names = list(write(counts[:kept])), dimnames[0][:kept]
        body = format_named_vector(cells, names, omitted=counts.size - kept)
        return body if dnn is None else f"{dnn[0]}\n{body}"
    if counts.ndim > MATRIX:
        return format_array(counts, dimnames, dnn, right=True, limit=limit, write=write)
    return format_matrix(
        write(counts),
        *dimnames,
        right=True,
        row_title=None if dnn is None else dnn[0],
        column_title=None if dnn is None else dnn[1],
        limit=limit,
    )


def cell_writer(
    counts: Cells,
    digits: int | None = None,
    *,
    zero_print: str | None = None,
    na_print: str = "",
) -> CellWriter:
    """Return a function that writes cells of a table in the layout all its cells share.

    Parameters are those of `format_table`. TRUE and FALSE share no width.
    """
    as_texts = _texts_of_numbers(counts, digits)

    def write(cells: Cells) -> npt.NDArray[np.object_]:
        flat = cells.ravel()
        if cells.dtype.kind == "b":
            texts = ["TRUE" if cell else "FALSE" for cell in flat]
        else:
            pairs = zip(flat.tolist(), as_texts(flat), strict=True)
            texts = [_shown(cell, text, zero_print, na_print) for cell, text in pairs]
        written: npt.NDArray[np.object_] = np.array(texts, dtype=object)
        return written.reshape(cells.shape)

    return write


def _shown(cell: float, text: str, zero_print: str | None, na_print: str) -> str:
    if math.isnan(cell):
        return na_print
    return text if zero_print is None or cell else zero_print


def _texts_of_numbers(counts: Cells, digits: int | None) -> Callable[[Cells], list[str]]:
    """Return the function that writes numbers as wide as the widest of a table."""
    largest = 0 if counts.dtype.kind == "f" else max(abs(int(counts.min())), int(counts.max()))
    if counts.dtype.kind in "iub" and largest <= LARGEST_INTEGER:
        width = max(len(str(counts.min())), len(str(counts.max())))
        return lambda cells: [str(cell).rjust(width) for cell in cells.tolist()]
    layout = common_layout(counts.astype(np.float64).ravel(), digits)
    return lambda cells: render(cells.astype(np.float64), layout)

"""Contingency tables as R prints them: all cells are one group, names of the dimensions on top."""

import itertools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rnet.printing.elements import as_vector, element_texts
from rnet.printing.matrix import format_matrix, slice_label
from rnet.printing.vectors import format_named_vector

Labels = Sequence[str | None]
MISSING_LABEL = "<NA>"


def format_table(
    counts: npt.NDArray[np.generic],
    dimnames: Sequence[Labels],
    dnn: Sequence[str] | None,
    *,
    digits: int | None = None,
    zero_print: str | None = None,
    na_print: str = "",
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
    cells = format_cells(counts, digits, zero_print=zero_print, na_print=na_print)
    shown = [[MISSING_LABEL if label is None else label for label in names] for names in dimnames]
    if counts.ndim == 1:
        body = format_named_vector(list(cells), shown[0])
        return body if dnn is None else f"{dnn[0]}\n{body}"
    if counts.ndim == 2:
        return _format_slice(cells, shown, dnn)
    return _format_slices(cells, shown, dimnames, dnn)


def format_cells(
    counts: npt.NDArray[np.generic],
    digits: int | None = None,
    *,
    zero_print: str | None = None,
    na_print: str = "",
) -> npt.NDArray[np.object_]:
    """Format all cells as one group; the result has the shape of `counts`."""
    flat = counts.ravel()
    texts = element_texts(as_vector(flat), digits=digits).cells
    if counts.dtype.kind == "b":  # R lays out every column of TRUE and FALSE on its own
        texts = [text.strip() for text in texts]
    if counts.dtype.kind == "f":
        missing = np.isnan(flat.astype(np.float64))
        texts = [na_print if gone else text for gone, text in zip(missing, texts, strict=True)]
    if zero_print is not None and counts.dtype.kind != "b":
        texts = [zero_print if cell == 0 else text for cell, text in zip(flat, texts, strict=True)]
    cells: npt.NDArray[np.object_] = np.array(texts, dtype=object)
    return cells.reshape(counts.shape)


def _format_slice(
    cells: npt.NDArray[np.object_], names: Sequence[list[str]], dnn: Sequence[str] | None
) -> str:
    row_title, column_title = (None, None) if dnn is None else (dnn[0], dnn[1])
    return format_matrix(
        cells,
        names[0],
        names[1],
        right=True,
        quote=False,
        row_title=row_title,
        column_title=column_title,
    )


def _format_slices(
    cells: npt.NDArray[np.object_],
    names: Sequence[list[str]],
    dimnames: Sequence[Labels],
    dnn: Sequence[str] | None,
) -> str:
    """Return every slice of the first two dimensions, the third running fastest."""
    beyond = [range(size) for size in reversed(cells.shape[2:])]
    parts = []
    for backwards in itertools.product(*beyond):
        place = backwards[::-1]
        labels = [slice_label(dimnames[2 + axis][index]) for axis, index in enumerate(place)]
        if dnn is not None:
            labels = [f"{name} = {label}" for name, label in zip(dnn[2:], labels, strict=True)]
        rows_first = np.moveaxis(cells, (0, 1), (-2, -1))
        body = _format_slice(rows_first[place], names, dnn)
        parts.append(f", , {', '.join(labels)}\n\n{body}\n")
    return "\n".join(parts)

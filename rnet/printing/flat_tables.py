"""Flat contingency tables as R prints them: a grid of labels and counts."""

import itertools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rnet.printing.strings import escaped_width, pad
from rnet.printing.tables import cell_writer

Variable = tuple[str, tuple[str | None, ...]]
MISSING_LABEL = "NA"


def format_flat_table(
    counts: npt.NDArray[np.generic],
    row_vars: Sequence[Variable],
    col_vars: Sequence[Variable],
    digits: int | None = None,
) -> str:
    """Return the text of a flat table.

    Parameters
    ----------
    counts : ndarray, shape (rows, columns)
        One row for each combination of the row variables, the last running fastest.
    row_vars, col_vars : sequence of (name, labels)
        The variables of each side.
    digits : int, optional
        Significant digits; default `options(digits)`.

    Examples
    --------
    >>> grid = format_flat_table(np.array([[1, 2]]), [("g", ("a",))], [("h", ("x", "y"))])
    >>> print(grid.replace(" ", "."))
    ..h.x.y
    g......
    a...1.2
    """
    cells = cell_writer(counts, digits, na_print=MISSING_LABEL)(counts)
    top = _runs(col_vars)
    blank = [""] * len(row_vars)
    header = [
        [*blank, name, *(labels[i] for labels in top)] for i, (name, _) in enumerate(col_vars)
    ]
    names = [[*(name for name, _ in row_vars), "", *([""] * cells.shape[1])]]
    body = [
        [*labels, "", *row] for labels, row in zip(_runs(row_vars), cells.tolist(), strict=True)
    ]
    return _grid(header + names + body, left=len(row_vars) + 1)


def _runs(variables: Sequence[Variable]) -> list[list[str]]:
    """Return the labels of every combination, each only where it begins."""
    shown: list[list[str]] = []
    before: tuple[str | None, ...] = ()
    for labels in itertools.product(*(along for _, along in variables)):
        same = [i for i in range(len(labels)) if before and labels[: i + 1] == before[: i + 1]]
        texts = [MISSING_LABEL if label is None else label for label in labels]
        shown.append(["" if i in same else text for i, text in enumerate(texts)])
        before = labels
    return shown


def _grid(rows: list[list[str]], left: int) -> str:
    """Join cells to lines: the first `left` columns stand to the left, the others to the right."""
    widths = [max(map(escaped_width, column)) for column in zip(*rows, strict=True)]
    lines = [
        " ".join(
            pad(cell, width, "left" if column < left else "right", escaped_width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
    return "\n".join(lines)

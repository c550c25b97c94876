"""Data frames: every column a group of its own, everything to the right."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rnet.conditions import RError
from rnet.printing.elements import Texts, Vector, as_vector, element_texts
from rnet.printing.matrix import format_columns, labelled_columns
from rnet.printing.numbers import number_text
from rnet.printing.strings import escape, quoted
from rnet.printing.vectors import REACHED_MAX, format_vector, print_limit
from rnet.values import column_groups, column_names
from rnet.values import row_names as names_of_rows

if TYPE_CHECKING:
    import pandas as pd

TEXT_KINDS = ("character", "date", "time")


def format_frame(
    frame: "pd.DataFrame",
    *,
    digits: int | None = None,
    quote: bool = False,
    right: bool = True,
    na_text: str | None = None,
    row_names: bool | Sequence[str] = True,
    limit: int | None = None,
) -> str:
    """Return a data frame as R prints it.

    Parameters
    ----------
    frame : DataFrame
        Its columns are R's; an index that only counts prints 1, 2, 3.
    digits : int, optional
        Significant digits; default `options(digits)`.
    quote : bool
        Whether all cells stand in quotes.
    right : bool
        Whether strings stand to the right of their column.
    na_text : str, optional
        What stands for a missing string; missing numbers are always `NA`.
    row_names : bool or sequence of str
        Whether to print the row names, or others instead.
    limit : int, optional
        Most cells to print; default `options(max_print)`.

    Examples
    --------
    >>> import pandas as pd
    >>> print(format_frame(pd.DataFrame({"x": [1, 2.5], "g": ["a", None]})))
        x    g
    1 1.0    a
    2 2.5 <NA>
    """
    rows, columns = frame.shape
    if not isinstance(row_names, bool) and len(row_names) != rows:
        raise RError("length of 'dimnames' [1] not equal to array extent", f"Needed: {rows}.")
    names = column_names(frame)
    if not columns:
        return f"data frame with 0 columns and {rows} {'row' if rows == 1 else 'rows'}"
    if not rows:
        header = format_vector(Vector("character", names), quote=False)
        return f"{header}\n<0 rows> (or 0-length row.names)"
    kept = min(rows, print_limit(limit) // columns)
    shown = frame.iloc[:kept]
    written = written_frame(shown, digits=digits, na_text=na_text, quote=quote)
    labels = labelled_columns(written, names, right=right)
    # R pads a header without rows as that of a matrix without rows: for the label "[0,]".
    text = format_columns(_row_labels(shown, row_names), labels, label_width=0 if kept else 4)
    return with_omitted_rows(text, rows - kept, is_double=limit is not None)


def written_frame(
    frame: "pd.DataFrame",
    *,
    digits: int | None = None,
    na_text: str | None = None,
    quote: bool = False,
) -> list[Texts]:
    """Write the columns of a data frame, each in a layout of its own.

    Parameters as `format_frame`.
    """
    written = [
        _written(as_vector(frame.iloc[:, position]), digits, na_text, quote)
        for position in range(frame.shape[1])
    ]
    for places in column_groups(frame):
        whole = as_vector(frame.iloc[:, places].to_numpy().ravel(order="F"))
        cells = _written(whole, digits, na_text, quote).cells
        for order, place in enumerate(places):
            rows = slice(order * len(frame), (order + 1) * len(frame))
            written[place] = Texts(cells[rows], written[place].left)
    return written


def _written(vector: Vector, digits: int | None, na_text: str | None, quote: bool) -> Texts:
    if vector.kind in TEXT_KINDS:
        return element_texts(vector, quote=quote, na_text=na_text)
    cells = element_texts(vector, digits=digits).cells
    return Texts([quoted(cell) for cell in cells] if quote else cells, True)


def _row_labels(frame: "pd.DataFrame", row_names: bool | Sequence[str]) -> list[str]:
    if isinstance(row_names, bool):
        return [escape(name) for name in names_of_rows(frame)] if row_names else [""] * len(frame)
    return [escape(str(name)) for name in row_names][: len(frame)]


def with_omitted_rows(text: str, omitted: int, *, is_double: bool) -> str:
    """Add R's note; a limit typed as an argument is a double to R, and so is what it leaves."""
    if omitted <= 0:
        return text
    count = number_text(float(omitted)) if is_double else str(omitted)
    return f"{text}\n {REACHED_MAX} -- omitted {count} rows ]"

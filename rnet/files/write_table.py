"""`write_table` and `write_csv`: data frames as text."""

import sys
from pathlib import Path
from typing import Any

import pandas as pd

from rnet.printing.elements import as_vector
from rnet.printing.numbers import as_character, as_characters
from rnet.values import column_names
from rnet.values import row_names as names_of_rows

QUOTED_KINDS = ("character",)


def write_table(
    x: pd.DataFrame,
    file: Any = "",
    quote: bool = True,
    sep: str = " ",
    eol: str = "\n",
    na: str = "NA",
    row_names: bool = True,
    col_names: bool | None = True,
) -> None:
    r"""Write a data frame as text, numbers with 15 significant digits.

    Parameters
    ----------
    x : DataFrame
    file : path, default ""
        Where to; "" writes to the console.
    quote : bool, default True
        Whether strings, factors and names stand in double quotes.
    sep, eol, na : str
        What separates fields, ends lines, stands for missing values.
    row_names : bool, default True
        Whether row names are written.
    col_names : bool or None, default True
        Whether names of the columns are written; None puts an empty one over the row names.

    Notes
    -----
    R page: `?write.table`. A quote in a string is escaped by a backslash.

    Examples
    --------
    >>> import pandas as pd
    >>> from rnet import write_table
    >>> write_table(pd.DataFrame({"x": [0.1, None], "g": ["a", "b"]}), row_names=False)
    "x" "g"
    0.1 "a"
    NA "b"
    """
    _write(x, file, quote, sep, eol, na, row_names, col_names, '\\"')


def write_csv(
    x: pd.DataFrame,
    file: Any = "",
    quote: bool = True,
    eol: str = "\n",
    na: str = "NA",
    row_names: bool = True,
) -> None:
    r"""Write a data frame as values separated by commas (R page `?write.csv`).

    Parameters as `write_table`; a quote in a string is doubled.

    Examples
    --------
    >>> import pandas as pd
    >>> from rnet import write_csv
    >>> write_csv(pd.DataFrame({"x": [1, 2], "g": ["a", None]}))
    "","x","g"
    "1",1,"a"
    "2",2,NA
    """
    _write(x, file, quote, ",", eol, na, row_names, None if row_names else True, '""')


def _write(
    x: pd.DataFrame, file: Any, quote: bool, sep: str, eol: str, na: str, row_names: bool,
    col_names: bool | None, escaped: str,
) -> None:  # fmt: skip
    def quoted(text: str) -> str:
        return '"' + text.replace('"', escaped) + '"' if quote else text

    columns = [_texts(x.iloc[:, place], quoted, na) for place in range(x.shape[1])]
    if row_names:
        columns.insert(0, [quoted(name) for name in names_of_rows(x)])
    lines = [sep.join(row) for row in zip(*columns, strict=True)]
    if col_names is not False:
        corner = [quoted("")] if col_names is None and row_names else []
        lines.insert(0, sep.join(corner + [quoted(name) for name in column_names(x)]))
    text = "".join(line + eol for line in lines)
    if file == "":
        sys.stdout.write(text)
    elif hasattr(file, "write"):
        file.write(text)
    else:
        Path(file).expanduser().write_text(text, encoding="utf-8", newline="")


def _texts(column: Any, quoted: Any, na: str) -> list[str]:
    vector = as_vector(column)
    if vector.kind == "double":
        return [na if text in ("NA",) else text for text in as_characters(vector.data)]
    shown = quoted if vector.kind in QUOTED_KINDS else str
    return [na if item is None else shown(as_character(item)) for item in vector.data]

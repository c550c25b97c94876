"""`read_table`, `read_csv`, `read_delim` and relatives: text tables with R's defaults."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from rnet.conditions import RError
from rnet.files.fields import Marks
from rnet.files.source import text_of
from rnet.files.text_table import TableLayout, read_text_table


def read_table(
    file: Any = None,
    header: bool | None = None,
    sep: str = "",
    quote: str = "\"'",
    dec: str = ".",
    fill: bool = False,
    row_names: Any = None,
    col_names: Sequence[str] | None = None,
    na_strings: str | Sequence[str] = "NA",
    colClasses: Any = None,  # noqa: N803 - R's argument name
    nrows: int = -1,
    skip: int = 0,
    check_names: bool = True,
    strip_white: bool = False,
    blank_lines_skip: bool = True,
    comment_char: str = "#",
    stringsAsFactors: bool = False,  # noqa: N803
    fileEncoding: str = "utf-8",  # noqa: N803
    text: str | None = None,
) -> pd.DataFrame:
    r"""Read a table of text into a data frame.

    Parameters
    ----------
    file : path or readable object
        Plain or packed by gzip.
    header : bool, optional
        Whether the first line holds names; by default it does if it has one field less.
    sep : str, default ""
        What separates fields; "" is any white space.
    quote, dec, comment_char : str
        Characters that quote, the decimal mark, what starts a comment ("" for none).
    fill : bool, default False
        Whether short lines are filled up.
    row_names : int, str or sequence of str, optional
        The column with the names of the rows, or these names.
    col_names : sequence of str, optional
        Names instead of the file's.
    na_strings : str or sequence of str, default "NA"
        What is missing; blank fields are, except among strings.
    colClasses : str, sequence or dict of str, optional
        "numeric", "integer", "logical", "character", "factor", "Date", or "NULL" to leave a
        column out; None lets the texts decide.
    nrows, skip : int
        Rows to read (all if negative) and lines to leave out before.
    check_names : bool, default True
        Whether names become R's syntactic ones: `a b` becomes `a.b`.
    strip_white, blank_lines_skip, stringsAsFactors : bool
        As in R.
    fileEncoding : str, default "utf-8"
    text : str, optional
        The table itself instead of a file.

    Raises
    ------
    RError
        `line 2 did not have 3 elements`, `more columns than column names`, `duplicate 'row.names'
        are not allowed`, `no lines available in input`, `cannot open file`.

    Notes
    -----
    R page: `?read.table`. Complex numbers are strings here.

    Examples
    --------
    >>> from rnet import read_table, show
    >>> show(read_table(text="x g\n1 a\n2.5 NA", header=True))
        x    g
    1 1.0    a
    2 2.5 <NA>
    """
    if len(sep) > 1:
        raise RError("invalid 'sep' value: must be one byte", f"Not {sep!r}.")
    if file is None and text is None:
        raise RError('argument "file" is missing, with no default', "Give a path, or text=.")
    missing = (na_strings,) if isinstance(na_strings, str) else tuple(na_strings)
    layout = TableLayout(
        marks=Marks(sep, quote, comment_char, strip_white or not sep),
        header=header,
        dec=dec,
        na_strings=missing,
        fill=fill,
        keep_blank=not blank_lines_skip,
        check_names=check_names,
        as_factor=stringsAsFactors,
        skip=skip,
        nrows=nrows,
    )
    content = text_of(file, text, fileEncoding)
    return read_text_table(content, layout, col_names, row_names, colClasses)


def read_csv(
    file: Any = None, header: bool = True, sep: str = ",", quote: str = '"', dec: str = ".",
    fill: bool = True, comment_char: str = "", **options: Any,
) -> pd.DataFrame:  # fmt: skip
    r"""Read a file of values separated by commas, with R's defaults.

    Parameters
    ----------
    file, header, sep, quote, dec, fill, comment_char
        As for `read_table`.
    **options
        Other arguments of `read_table`.

    Notes
    -----
    R page: `?read.csv`. Unlike pandas' function of this name, only `NA` and blank numbers are
    missing, and names become syntactic.

    Examples
    --------
    >>> from rnet import read_csv
    >>> read_csv(text="a b,c\n1,x\n2,").columns.tolist()
    ['a.b', 'c']
    """
    return read_table(file, header, sep, quote, dec, fill, comment_char=comment_char, **options)


def read_csv2(
    file: Any = None, header: bool = True, sep: str = ";", quote: str = '"', dec: str = ",",
    fill: bool = True, comment_char: str = "", **options: Any,
) -> pd.DataFrame:  # fmt: skip
    r"""Read a file with semicolons and decimal commas (R page `?read.csv2`).

    Parameters as `read_csv`.

    Examples
    --------
    >>> from rnet import read_csv2
    >>> read_csv2(text="x;y\n1,5;2")["x"].tolist()
    [1.5]
    """
    return read_table(file, header, sep, quote, dec, fill, comment_char=comment_char, **options)


def read_delim(
    file: Any = None, header: bool = True, sep: str = "\t", quote: str = '"', dec: str = ".",
    fill: bool = True, comment_char: str = "", **options: Any,
) -> pd.DataFrame:  # fmt: skip
    r"""Read a file of values separated by tabulators (R page `?read.delim`).

    Parameters as `read_csv`.

    Examples
    --------
    >>> from rnet import read_delim
    >>> read_delim(text="x\ty\n1\tTRUE")["y"].tolist()
    [True]
    """
    return read_table(file, header, sep, quote, dec, fill, comment_char=comment_char, **options)

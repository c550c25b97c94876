"""R's `print.table`: a table printed with other digits, or with its zeros hidden."""

import sys

from rnet.evaluate.contingency_table import Table
from rnet.printing.tables import format_table


def print_table(
    x: Table, digits: int | None = None, *, zero_print: str = "0", na_print: str = ""
) -> None:
    """Print a table.

    Parameters
    ----------
    x : Table
        Counts or proportions.
    digits : int, optional
        Significant digits; default `options(digits)`.
    zero_print : str
        What stands for cells that are zero.
    na_print : str
        What stands for missing cells.

    Notes
    -----
    R page: `?print.table`.

    Examples
    --------
    >>> print_table(Table([[2, 0]], {"g": ["a"], "h": ["x", "y"]}), zero_print=".")
       h
    g   x y
      a 2 .
    """
    zero = None if zero_print == "0" else zero_print
    text = format_table(
        x.counts, x.dimnames, x.dnn, digits=digits, zero_print=zero, na_print=na_print
    )
    sys.stdout.write(text + "\n")

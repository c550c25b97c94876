"""`str`: the structure of an object in a few lines."""

import sys
from typing import Any

from rnet.conditions import RError
from rnet.evaluate.contingency_table import Table
from rnet.printing.structure import Place, array_lines, format_structure, structure


def str(  # noqa: A001 - R's name
    object: Any,  # noqa: A002 - R's argument name
    max_level: int | None = None,
    vec_len: float | None = None,
    digits_d: int = 3,
    give_attr: bool = True,
    no_list: bool = False,
) -> None:
    """Print the structure of an object: kinds, sizes and first values.

    Parameters
    ----------
    object : object
        Whatever rnet prints: vectors, factors, data frames, lists, tables, fits.
    max_level : int, optional
        How deep to go into lists; all the way by default.
    vec_len : float, optional
        How many values to show: this many strings, 2.5 times as many integers (default 4).
    digits_d : int, default 3
        Significant digits of numbers.
    give_attr : bool, default True
        Whether to show attributes, such as names.
    no_list : bool, default False
        Whether to leave out the line `List of 2`.

    Raises
    ------
    RError
        For a negative `vec_len`.

    Notes
    -----
    R page: `?str`. The name hides Python's own `str` after `from rnet import *`.

    Examples
    --------
    >>> import rnet
    >>> rnet.str({"n": 3, "words": ["a", "b"]})
    List of 2
     $ n    : int 3
     $ words:List of 2
      ..$ : chr "a"
      ..$ : chr "b"
    """
    if vec_len is not None and vec_len < 0:
        raise RError("invalid 'vec.len' argument", "Give a number, 0 or more.")
    place = Place(vec_len=vec_len, digits=digits_d, max_level=max_level, give_attr=give_attr)
    sys.stdout.write(format_structure(object, place, head=not no_list) + "\n")


@structure.register
def _(x: Table, place: Place) -> list[Any]:
    names = [list(labels) for labels in x.dimnames]
    dimnames: Any = dict(zip(x.dnn, names, strict=True)) if x.dnn and any(x.dnn) else names
    return array_lines(x.counts, dimnames, place, "'table' ")

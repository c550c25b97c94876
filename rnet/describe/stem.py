"""`stem`: a stem-and-leaf display."""

import sys
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.describe.arguments import numeric_values
from rnet.printing.stem_text import format_stem


def stem(x: Any, scale: float = 1, width: int = 80, atom: float = 1e-08) -> None:
    """Print a stem-and-leaf display.

    Parameters
    ----------
    x : array_like of float
        Missing and infinite values are left out.
    scale : float
        How much longer the display is to be.
    width : int
        Columns of a line.
    atom : float
        Values nearer than this are equal.

    Raises
    ------
    RError
        `'x' must be numeric`, `no finite and non-missing values`, `'scale' must be positive`.

    Notes
    -----
    R page: `?stem`. One value alone prints nothing, as in R.

    Examples
    --------
    >>> from rnet import stem
    >>> stem([10, 11, 22, 23, 35])
    <BLANKLINE>
      The decimal point is 1 digit(s) to the right of the |
    <BLANKLINE>
      1 | 01
      2 | 23
      3 | 5
    <BLANKLINE>
    """
    values = numeric_values(x, "'x' must be numeric")
    known = np.sort(values[np.isfinite(values)])
    if not len(known):
        raise RError("no finite and non-missing values", "There is nothing to show.")
    if not scale > 0:
        raise RError("'scale' must be positive", "1 is R's length.")
    if len(known) > 1:
        sys.stdout.write(format_stem(known, scale, int(width), atom) + "\n")

"""R's `paste` and `paste0`: elements joined side by side, recycled to the longest."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.printing.characters import character_texts, is_scalar


def paste(*args: Any, sep: str = " ", collapse: str | None = None, recycle0: bool = False) -> Any:
    """Join the elements of vectors side by side.

    Parameters
    ----------
    *args : scalar, array_like, Series or Categorical
        Vectors, recycled to the longest; numbers are written with 15 significant digits.
    sep : str
        Between the parts of one element.
    collapse : str, optional
        Joins all elements to one string.
    recycle0 : bool
        Whether an empty vector makes the result empty; otherwise it counts as "".

    Returns
    -------
    str or object array of str
        A string if every argument is a scalar or `collapse` is given.

    Notes
    -----
    R page: `?paste`. Missing values read NA.

    Examples
    --------
    >>> paste("a", 1, True), paste(["a", "b"], [1, 2], sep="").tolist()
    ('a 1 TRUE', ['a1', 'b2'])
    >>> paste(["a", "b"], collapse="-")
    'a-b'
    """
    if not isinstance(sep, str):
        raise RError("invalid separator")
    if not isinstance(collapse, str | None):
        raise RError("invalid 'collapse' argument")
    joined = _joined(args, sep, recycle0)
    if collapse is not None:
        return collapse.join(joined)
    if args and all(map(is_scalar, args)):
        return joined[0]
    result: npt.NDArray[np.object_] = np.array(joined, dtype=object)
    return result


def paste0(*args: Any, collapse: str | None = None, recycle0: bool = False) -> Any:
    """Join the elements of vectors side by side with nothing between; see `paste`.

    Examples
    --------
    >>> paste0("a", [1, 2, 3]).tolist()
    ['a1', 'a2', 'a3']
    """
    return paste(*args, sep="", collapse=collapse, recycle0=recycle0)


def _joined(args: tuple[Any, ...], sep: str, recycle0: bool) -> list[str]:
    columns = [_texts(value) for value in args]
    length = max(map(len, columns), default=0)
    if length == 0 or (recycle0 and not all(columns)):
        return []
    full = [column or [""] for column in columns]
    return [sep.join(column[i % len(column)] for column in full) for i in range(length)]


def _texts(value: Any) -> list[str]:
    return ["NA" if text is None else text for text in character_texts(value)]

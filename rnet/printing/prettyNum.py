"""R's `prettyNum`: marks put into numbers, each on its own."""  # noqa: N999 - R's spelling

from typing import Any

import numpy as np

from rnet.printing.characters import flat_vector, shaped_like
from rnet.printing.marks import checked_marks
from rnet.printing.numbers import number_texts
from rnet.settings import current


def prettyNum(  # noqa: N802 - R's name
    x: Any,
    big_mark: str = "",
    *,
    big_interval: int = 3,
    decimal_mark: str = ".",
    drop0trailing: bool = False,
) -> Any:
    """Write numbers, or numbers already written, with marks between thousands.

    Parameters
    ----------
    x : number, string, array_like or Series
        Numbers are written each on its own with `options(digits)`.
    big_mark : str
        Between thousands.
    big_interval : int
        Digits between two big marks.
    decimal_mark : str
        What stands for the decimal point.
    drop0trailing : bool
        Whether trailing zeros of a fraction go.

    Returns
    -------
    str or object array or Series of str
        In the shape of `x`.

    Notes
    -----
    R page: `?prettyNum`.

    Examples
    --------
    >>> prettyNum(1234567, big_mark=","), prettyNum(123456.654321, big_mark=",")
    ('1,234,567', '123,456.7')
    """
    marks = checked_marks(big_mark, big_interval, decimal_mark, drop0trailing)
    texts = [None if text is None else marks.apply(text, keep_width=True) for text in _written(x)]
    return shaped_like(texts, x)


def _written(x: Any) -> list[str | None]:
    vector = flat_vector(x)
    if vector.kind == "double":
        return list(number_texts(np.asarray(vector.data), current().digits))
    if vector.kind == "character":
        return list(vector.data)
    if vector.kind == "logical":
        return ["NA" if value is None else str(value).upper() for value in vector.data]
    return ["NA" if value is None else str(value) for value in vector.data]

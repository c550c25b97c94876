"""R's `nchar`: how long strings are."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.printing.characters import character_texts, is_scalar
from rnet.printing.strings import shown_width
from rnet.values import NA

NA_WIDTH = 2


def nchar(x: Any, type: str = "chars", keep_na: bool | None = None) -> Any:  # noqa: A002
    """Count the characters of strings.

    Parameters
    ----------
    x : str, array_like or Series
        Strings; numbers count as `as.character` writes them.
    type : {"chars", "bytes", "width"}
        Characters, UTF-8 bytes, or columns of the screen (East Asian wide characters take two).
    keep_na : bool, optional
        Whether a missing string has a missing length; else it counts 2. Default: only for
        `type="width"` it counts 2.

    Returns
    -------
    int, Series or array
        In the shape of `x`: integers, or doubles with `rnet.NA` where a length is missing.

    Raises
    ------
    RError
        For a factor or an unknown type.

    Notes
    -----
    R page: `?nchar`.

    Examples
    --------
    >>> nchar("hello"), nchar(["a", "日本"], "width").tolist()
    (5, [1, 4])
    """
    if isinstance(getattr(x, "dtype", None), pd.CategoricalDtype):
        raise RError("'nchar()' requires a character vector")
    if type not in {"chars", "bytes", "width"}:
        raise RError("invalid 'type' argument", 'Use "chars", "bytes" or "width".')
    keep = type != "width" if keep_na is None else keep_na
    lengths = [text_length(text, type, keep) for text in character_texts(x)]
    if is_scalar(x):
        return lengths[0]
    dtype = np.float64 if any(isinstance(length, float) for length in lengths) else np.int64
    result: npt.NDArray[Any] = np.array(lengths, dtype=dtype)
    return pd.Series(result, index=x.index) if isinstance(x, pd.Series) else result


def text_length(text: str | None, unit: str, keep_na: bool) -> float:
    """Return the length of one string in characters, bytes or columns of the screen."""
    if text is None:
        return NA if keep_na else NA_WIDTH
    if unit == "bytes":
        return len(text.encode())
    if unit == "width":
        return shown_width(text)
    return len(text)

"""From values to their texts and back into the shape of the values."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from rnet.pandas_loaded import is_extension, is_frame, is_series, is_series_or_index
from rnet.printing.elements import Vector, as_vector
from rnet.printing.numbers import as_character, as_characters
from rnet.values import is_matrix, named_matrix

if TYPE_CHECKING:
    import pandas as pd

HOLDERS = (list, tuple, dict, type(None))


def flat_vector(x: Any) -> Vector:
    """Return any atomic value, matrix or factor as one R vector, row by row."""
    if x is None:
        return Vector("character", [])
    if is_frame(x):
        x = x.to_numpy()
    if isinstance(x, list | tuple) and (not x or not all(map(_is_plain, x))):
        return Vector("list" if x else "character", list(x))
    return as_vector(x if is_series_or_index(x) else _flat(x))


def is_scalar(x: Any) -> bool:
    """Whether a value is a single one rather than something that holds values.

    Examples
    --------
    >>> is_scalar("a"), is_scalar(["a"]), is_scalar(None)
    (True, False, False)
    """
    return not isinstance(x, HOLDERS) and not is_extension(x) and np.ndim(x) == 0


def _is_plain(item: Any) -> bool:
    return item is None or is_scalar(item)


def _flat(x: Any) -> Any:
    if is_extension(x):
        return x
    array = np.asarray(x)
    return array.ravel() if array.ndim != 1 else array


def shaped_like(texts: Sequence[str | None], x: Any) -> Any:
    """Return texts in the shape and with the names of the values they come from.

    Examples
    --------
    >>> shaped_like(["1", "2"], [1, 2]).tolist(), shaped_like(["1"], 1)
    (['1', '2'], '1')
    """
    if is_frame(x):
        return _framed(np.array(texts, dtype=object).reshape(x.shape), x)
    if is_series(x):
        import pandas as pd  # noqa: PLC0415 - loaded: the values are pandas'

        return pd.Series(list(texts), index=x.index, name=x.name, dtype=object)
    if is_scalar(x):
        return texts[0]
    result = np.empty(len(texts), dtype=object)
    result[:] = texts
    return result.reshape(x.shape) if isinstance(x, np.ndarray) else result


def _framed(cells: Any, x: "pd.DataFrame") -> "pd.DataFrame":
    if is_matrix(x):
        return named_matrix(cells, list(x.index), list(x.columns))
    import pandas as pd  # noqa: PLC0415 - loaded: the values are pandas'

    return pd.DataFrame(cells, index=x.index, columns=x.columns)


def character_texts(x: Any) -> list[str | None]:
    """Return the elements of a vector, factor or list as R's `as.character`; None where NA.

    Examples
    --------
    >>> import pandas as pd
    >>> character_texts([1.5, None, 1e5]), character_texts(pd.Categorical(["u"]))
    (['1.5', None, '1e+05'], ['u'])
    """
    vector = flat_vector(x)
    if vector.kind == "double":
        texts = as_characters(vector.data)
        return [None if text == "NA" else text for text in texts]
    if vector.kind == "list":
        return [_item_text(item) for item in vector.data]
    if vector.kind == "character":
        return list(vector.data)
    return [None if value is None else as_character(value) for value in vector.data]


def _item_text(item: Any) -> str:
    """Return a list's element as text: what one would type if it is not a single value."""
    if item is None:
        return "NULL"
    parts = ["NA" if text is None else text for text in character_texts(item)]
    if len(parts) == 1:
        return parts[0]
    kind = flat_vector(item).kind
    if kind == "integer":
        steps = np.diff(flat_vector(item).data)
        if bool((steps == 1).all()):
            return f"{parts[0]}:{parts[-1]}"
        parts = [f"{part}L" for part in parts]
    if kind == "character":
        parts = [f'"{part}"' for part in parts]
    return f"c({', '.join(parts)})"

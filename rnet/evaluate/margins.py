"""Which dimensions of a table `margin=` means, and tables out of what is not one yet."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.contingency_table import Table

Margin = int | str | Sequence[int] | Sequence[str] | None


def margin_axes(margin: Margin, table: Table) -> list[int]:
    """Return the axes (from 0) that R's `margin` (from 1, or names) means.

    Examples
    --------
    >>> t = Table([[1, 2]], {"g": ["a"], "h": ["x", "y"]})
    >>> margin_axes(2, t), margin_axes(["h", "g"], t), margin_axes(None, t)
    ([1], [1, 0], [])
    """
    if margin is None:
        return []
    each: Sequence[Any] = [margin] if np.ndim(margin) == 0 else list(margin)  # type: ignore[arg-type]
    names = table.dnn or ()
    axes = []
    for one in each:
        if isinstance(one, str):
            if one not in names:
                raise RError("not all elements of 'MARGIN' are names of dimensions", _known(table))
            axes.append(names.index(one))
            continue
        if not 1 <= one <= table.ndim:
            raise RError("'MARGIN' does not match dim(X)", _known(table))
        axes.append(int(one) - 1)
    return axes


def as_counts(x: Any) -> Table:
    """Return a table, or a matrix or vector as one (without labels where it has none)."""
    if isinstance(x, Table):
        return x
    if isinstance(x, pd.DataFrame):
        return Table(x.to_numpy(), [_texts(x.index), _texts(x.columns)], _index_names(x))
    if isinstance(x, pd.Series):
        return Table(x.to_numpy(), [_texts(x.index)])
    cells = np.asarray(x)
    along = getattr(x, "dimnames", None)
    if along is not None:
        labels = [n or [""] * size for n, size in zip(along, cells.shape, strict=True)]
        return Table(cells, labels, None if x.titles is None else list(x.titles))
    return Table(cells, [[""] * size for size in cells.shape])


def like_input(result: Table, x: Any) -> Any:
    """Return a table of the shape of `x` as what `x` was: array, Series, DataFrame or Table."""
    if isinstance(x, Table):
        return result
    if isinstance(x, pd.DataFrame):
        frame = pd.DataFrame(result.counts, index=x.index, columns=x.columns)
        frame.attrs.update(x.attrs)
        return frame
    if isinstance(x, pd.Series):
        return pd.Series(result.counts, index=x.index)
    return np.array(result.counts)


def _texts(index: "pd.Index[Any]") -> list[str]:
    return [str(label) for label in index]


def _index_names(frame: pd.DataFrame) -> list[str] | None:
    names = [frame.index.name, frame.columns.name]
    if names == [None, None]:
        return None
    return ["" if name is None else str(name) for name in names]


def _known(table: Table) -> str:
    names = ", ".join(repr(name) for name in table.dnn or ())
    return f"The dimensions are 1 to {table.ndim}{': ' + names if names else ''}."

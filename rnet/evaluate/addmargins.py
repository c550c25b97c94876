"""R's `addmargins`: a table with its sums, or other summaries, at the borders."""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.evaluate.contingency_table import Table
from rnet.evaluate.margins import Margin, as_counts, margin_axes

Summary = Callable[[npt.NDArray[Any]], Any]
DEFAULT_NAMES = {sum: "Sum", np.sum: "Sum"}


def addmargins(
    a: Any,
    margin: Margin = None,
    FUN: Summary | Sequence[Any] | Mapping[str, Any] = np.sum,  # noqa: N803 - R's name
    *,
    quiet: bool = False,
) -> Table:
    """Add the sums of rows, columns, ... to a table.

    Parameters
    ----------
    a : Table, array_like or DataFrame
        Counts or proportions.
    margin : int, str or sequence of these, optional
        Dimensions to extend, in this order; default all.
    FUN : callable, mapping or sequence of these
        What to put there: one function for all dimensions, a mapping of labels to functions
        (one per dimension, or several), or one of these for each dimension in `margin`.
    quiet : bool
        Whether not to tell the order where summaries other than sums depend on it.

    Returns
    -------
    Table

    Notes
    -----
    R page: `?addmargins`. In R several summaries of one dimension are a list within the list.

    Examples
    --------
    >>> from rnet import table
    >>> print(addmargins(table(g=["a", "a", "b"], h=["x", "y", "x"])))
         h
    g     x y Sum
      a   1 1   2
      b   1 0   1
      Sum 2 1   3
    """
    table = as_counts(a)
    axes = list(range(table.ndim)) if margin is None else _axes(margin, table)
    summaries = _summaries(FUN, len(axes))
    only_sums = all(each in DEFAULT_NAMES for one in summaries for each in one.values())
    if len(axes) > 1 and not only_sums and not quiet:
        _tell_order(table, axes)
    for axis, functions in zip(axes, summaries, strict=True):
        table = _extended(table, axis, functions)
    return table


def _axes(margin: Margin, table: Table) -> list[int]:
    try:
        return margin_axes(margin, table)
    except RError as error:
        raise RError("subscript out of bounds", error.advice) from None


def _summaries(fun: Any, count: int) -> list[dict[str, Summary]]:
    """Return, for every dimension to extend, the labels and functions to put there."""
    if callable(fun):
        return [{_label(fun): fun}] * count
    each = [{name: value} for name, value in fun.items()] if isinstance(fun, Mapping) else list(fun)
    named = [{_label(one): one} if callable(one) else _flat(one) for one in each]
    if len(named) == 1:
        return named * count
    if len(named) != count:
        raise RError("length of FUN must be 1 or the number of margins", f"{count} margins.")
    return named


def _flat(one: Mapping[str, Any]) -> dict[str, Summary]:
    """Return label -> function; a mapping within a mapping stands for its own entries."""
    found: dict[str, Summary] = {}
    for name, value in one.items():
        found.update({name: value} if callable(value) else _flat(value))
    return found


def _label(function: Summary) -> str:
    return DEFAULT_NAMES.get(function, getattr(function, "__name__", "fun"))


def _extended(table: Table, axis: int, functions: Mapping[str, Summary]) -> Table:
    """Return the table with one more class along an axis for each function."""
    borders = [
        np.expand_dims(np.apply_along_axis(function, axis, table.counts), axis)
        for function in functions.values()
    ]
    labels = [list(along) for along in table.dimnames]
    labels[axis] += list(functions)
    return Table(np.concatenate([table.counts, *borders], axis), labels, table.dnn)


def _tell_order(table: Table, axes: Sequence[int]) -> None:
    names = table.dnn or [""] * table.ndim
    lines = [f"{number}: {names[axis]}\n" for number, axis in enumerate(axes, start=1)]
    sys.stdout.write("Margins computed over dimensions\nin the following order:\n" + "".join(lines))

"""R's factors: `factor`, `ordered`, `levels`, `nlevels`, `relevel`, `droplevels`, `interaction`."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.describe.arguments import is_factor
from rnet.formulas import factor_functions
from rnet.formulas.columns import Column, as_column, class_of, strings


def factor(
    x: Any = None,
    levels: Any = None,
    labels: Any = None,
    exclude: Any = None,
    ordered: bool | None = None,
) -> pd.Categorical:
    """Return a variable as a factor: a pandas Categorical of texts.

    Parameters
    ----------
    x : array_like
        Texts, numbers, truth values or a factor.
    levels : array_like, optional
        The values that count, in order; by default those that occur, sorted.
    labels : array_like, optional
        What to call the levels; equal labels become one level.
    exclude : array_like, optional
        Values to leave out.
    ordered : bool, optional
        Whether the levels are ordered; by default as `x`.

    Returns
    -------
    Categorical
        Prints as R's.

    Raises
    ------
    RError
        `invalid 'labels'; length 3 should be 1 or 2`, `factor level [2] is duplicated`.

    Notes
    -----
    R page: `?factor`. A missing value cannot be a level (R's `exclude = NULL`).

    Examples
    --------
    >>> factor(["lo", "hi", "lo"], levels=["lo", "hi"]).codes.tolist()
    [0, 1, 0]
    """
    known = _column(levels, "levels")
    if known is not None:
        _check_unique(known)
    return factor_functions.factor(
        _column(x, "x"),
        known,
        _column(labels, "labels"),
        _column(exclude, "exclude"),
        None if ordered is None else np.array([bool(ordered)]),
    )


def ordered(x: Any, levels: Any = None, labels: Any = None) -> pd.Categorical:
    """Return a variable as an ordered factor (R page `?ordered`).

    Parameters
    ----------
    x, levels, labels
        As for `factor`.

    Examples
    --------
    >>> ordered([3, 1, 2]).ordered
    True
    """
    return factor(x, levels, labels, ordered=True)


def levels(x: Any) -> npt.NDArray[np.object_] | None:
    """Return the levels of a factor; None of anything else (R page `?levels`).

    Parameters
    ----------
    x : Categorical or Series of one

    Examples
    --------
    >>> levels(factor(["b", "a"])).tolist()
    ['a', 'b']
    """
    if not is_factor(x):
        return None
    return np.array([str(level) for level in x.dtype.categories], dtype=object)


def nlevels(x: Any) -> int:
    """Return how many levels a factor has; 0 of anything else (R page `?nlevels`).

    Parameters
    ----------
    x : Categorical or Series of one

    Examples
    --------
    >>> nlevels(factor(["b", "a"]))
    2
    """
    known = levels(x)
    return 0 if known is None else len(known)


def relevel(x: Any, ref: str | int) -> pd.Categorical:
    """Return a factor with another level first.

    Parameters
    ----------
    x : Categorical or Series of one
    ref : str or int
        The level, or its number counted from 1.

    Raises
    ------
    RError
        `'relevel' only for (unordered) factors`, `'ref' must be an existing level`.

    Notes
    -----
    R page: `?relevel`.

    Examples
    --------
    >>> levels(relevel(factor(["a", "b", "c"]), "c")).tolist()
    ['c', 'a', 'b']
    """
    column = _known(_column(x, "x"))
    number = isinstance(ref, int | float | np.number)
    if number and is_factor(column) and not 1 <= int(ref) <= nlevels(column):
        raise RError(f"ref = {ref} must be in 1L:{nlevels(column)}", "Levels count from 1.")
    return factor_functions.relevel(column, np.array([ref], dtype=None if number else object))


def droplevels(x: Any) -> Any:
    """Return a factor without the levels that do not occur, or a data frame of such factors.

    Parameters
    ----------
    x : Categorical, Series of one, or DataFrame

    Notes
    -----
    R page: `?droplevels`.

    Examples
    --------
    >>> levels(droplevels(factor(["a"], levels=["a", "b"]))).tolist()
    ['a']
    """
    if isinstance(x, pd.DataFrame):
        kept = {name: droplevels(x[name]) for name in x.columns if is_factor(x[name])}
        return x.assign(**kept)
    if not is_factor(x):
        raise RError(
            "no applicable method for 'droplevels' applied to an object of class "
            f'"{class_of(_column(x, "x")) if x is not None else "NULL"}"',  # type: ignore[arg-type]
            "It takes a factor or a data frame.",
        )
    return pd.Categorical(x).remove_unused_categories()


def interaction(
    *factors: Any, drop: bool = False, sep: str = ".", lex_order: bool = False
) -> pd.Categorical:
    """Return the factor of all combinations of levels.

    Parameters
    ----------
    *factors : array_like
        Or one list, dict or data frame of them.
    drop : bool
        Whether combinations that do not occur are left out.
    sep : str
        What stands between the levels.
    lex_order : bool
        Whether the last factor varies fastest, not the first.

    Raises
    ------
    RError
        `No factors specified`.

    Notes
    -----
    R page: `?interaction`.

    Examples
    --------
    >>> levels(interaction(["a", "b"], ["x", "y"])).tolist()
    ['a.x', 'b.x', 'a.y', 'b.y']
    """
    columns = [_known(_column(one, "x")) for one in _spread(factors)]
    if not columns:
        raise RError("No factors specified", "Give one factor or more.")
    options = {"sep": np.array([sep], dtype=object), "drop": np.array([drop])}
    found = factor_functions.interaction(*columns, **options)
    if not lex_order:
        return found
    known = [factor_functions.as_factor(column) for column in columns]
    order = [""]
    for place, one in enumerate(known):
        between = sep if place else ""
        order = [f"{begun}{between}{level}" for begun in order for level in one.categories]
    present = set(found.categories)
    return found.reorder_categories([level for level in order if level in present])


def _spread(factors: tuple[Any, ...]) -> list[Any]:
    if len(factors) == 1 and isinstance(factors[0], dict):
        return list(factors[0].values())
    if len(factors) == 1 and isinstance(factors[0], pd.DataFrame):
        return [factors[0].iloc[:, place] for place in range(factors[0].shape[1])]
    if len(factors) == 1 and isinstance(factors[0], list) and np.ndim(factors[0][0]) == 1:
        return list(factors[0])
    return list(factors)


def _column(x: Any, name: str) -> Column | None:
    return None if x is None else as_column(x, name)


def _known(column: Column | None) -> Column:
    return np.array([], dtype=object) if column is None else column


def _check_unique(known: Column) -> None:
    texts = list(strings(known))
    twice = [place + 1 for place, text in enumerate(texts) if text in texts[:place]]
    if twice:
        raise RError(f"factor level [{twice[0]}] is duplicated", "Give each level once.")

"""sample and sample.int."""

from typing import Any

import numpy as np

from rnet.pandas_loaded import is_extension, is_frame, is_series, is_series_or_index
from rnet.rng.sample_int import positions
from rnet.values import is_matrix


def sample(x: Any, size: Any = None, replace: Any = False, prob: Any = None) -> Any:
    """Draw `size` elements of x, or of 1 to x when x is one number not below 1.

    Parameters
    ----------
    x : int or vector
        A number n stands for 1, 2, ..., n; so does a numeric vector of length one (R's trap).
        A Series keeps its names, a Categorical its levels, a data frame gives whole columns.
    size : int, optional
        How many; all of them when left out.
    replace : bool
        Whether an element may be drawn again.
    prob : array_like, optional
        Weights, one per element; they need not sum to one.

    Returns
    -------
    ndarray, Series, Categorical, list or DataFrame
        As `x`; for a number an integer array.

    Raises
    ------
    RError
        R's messages, for instance
        `cannot take a sample larger than the population when 'replace = FALSE'`.

    Notes
    -----
    R page: `?sample`. With `prob` and without replacement the drawing is successive, so the
    inclusion probabilities are not proportional to `prob`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.sample(10).tolist()
    [9, 4, 7, 1, 2, 5, 3, 10, 6, 8]
    """
    if x is None:
        positions(0, size, replace, prob)
        return None
    values = _vector(x)
    number = _single_number(values)
    if number is not None:
        return positions(number, size, replace, prob)
    length = values.shape[1] if is_frame(values) else len(values)
    where = positions(length, size, replace, prob).astype(np.intp) - 1
    return _pick(values, where)


def _vector(x: Any) -> Any:
    """Return x with plain Python values and matrices turned into vectors."""
    if is_frame(x):
        return x.to_numpy().ravel(order="F") if is_matrix(x) else x
    if is_series_or_index(x) or is_extension(x):
        return x
    if isinstance(x, list | tuple | range):
        array = np.asarray(x) if len({type(v) for v in x}) <= 1 else None
        return list(x) if array is None or array.dtype.kind == "O" or array.ndim != 1 else array
    return np.atleast_1d(np.asarray(x)).ravel(order="F")


def _single_number(values: Any) -> float | None:
    if len(values) != 1 or isinstance(values, list) or is_frame(values):
        return None
    if not _is_numeric(values):
        return None
    number = np.asarray(values, dtype=np.float64)[0]
    return float(number) if np.isfinite(number) and number >= 1 else None


def _is_numeric(values: Any) -> bool:
    if isinstance(values, np.ndarray):
        return values.dtype.kind in "iuf"
    import pandas as pd  # noqa: PLC0415 - loaded: the values are pandas'

    return bool(pd.api.types.is_any_real_numeric_dtype(values.dtype))


def _pick(values: Any, where: Any) -> Any:
    if isinstance(values, list):
        return [values[i] for i in where]
    if is_frame(values):
        return values.iloc[:, where]
    if is_series(values):
        picked = values.iloc[where]
        # Row numbers are no names: keeping them would let pandas undo the permutation.
        named = values.index.inferred_type == "string"
        return picked if named else picked.reset_index(drop=True)
    return values.take(where)

"""sample and sample.int."""

from typing import Any

import numpy as np
import pandas as pd

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
    length = values.shape[1] if isinstance(values, pd.DataFrame) else len(values)
    where = positions(length, size, replace, prob).astype(np.intp) - 1
    return _pick(values, where)


def _vector(x: Any) -> Any:
    """Return x with plain Python values and matrices turned into vectors."""
    if isinstance(x, pd.DataFrame):
        return x.to_numpy().ravel(order="F") if is_matrix(x) else x
    if isinstance(x, pd.Series | pd.Index | pd.api.extensions.ExtensionArray):
        return x
    if isinstance(x, list | tuple | range):
        array = np.asarray(x) if len({type(v) for v in x}) <= 1 else None
        return list(x) if array is None or array.dtype.kind == "O" or array.ndim != 1 else array
    return np.atleast_1d(np.asarray(x)).ravel(order="F")


def _single_number(values: Any) -> float | None:
    if len(values) != 1 or isinstance(values, list | pd.DataFrame):
        return None
    if not pd.api.types.is_any_real_numeric_dtype(values.dtype):
        return None
    number = np.asarray(values, dtype=np.float64)[0]
    return float(number) if np.isfinite(number) and number >= 1 else None


def _pick(values: Any, where: Any) -> Any:
    if isinstance(values, list):
        return [values[i] for i in where]
    if isinstance(values, pd.DataFrame):
        return values.iloc[:, where]
    if isinstance(values, pd.Series):
        picked = values.iloc[where]
        # Row numbers are no names: keeping them would let pandas undo the permutation.
        named = values.index.inferred_type == "string"
        return picked if named else picked.reset_index(drop=True)
    return values.take(where)

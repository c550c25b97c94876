"""Arguments of distribution functions as equally long vectors, and results in R's shape."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.rng.arguments import inverse
from rnet.values import NA, is_matrix

Doubles = npt.NDArray[np.float64]

NOT_NUMERIC = "Non-numeric argument to mathematical function"


def over_vectors(function: Callable[..., Doubles], *arguments: Any) -> Any:
    """Apply a function of equally long vectors to arguments of any length and kind.

    Shorter arguments are repeated. A missing value in any makes the result missing, NA if the
    first of them is NA. The result is a number when all arguments are, and otherwise bears the
    names or the shape of the first of the longest arguments.

    Warns
    -----
    RWarning
        `NaNs produced` when a result is no number though all arguments are.
    """
    vectors = [_doubles(value) for value in arguments]
    sizes = [vector.size for vector in vectors]
    if min(sizes) == 0:
        return np.empty(0)
    size = max(sizes)
    spread = [np.resize(vector, size) for vector in vectors]
    with np.errstate(all="ignore"):
        found = _sum(spread)
        known = ~np.isnan(spread[0])
        for vector in spread[1:]:
            known &= ~np.isnan(vector)
        found[known] = function(*(vector[known] for vector in spread))
    if np.isnan(found[known]).any():
        warn("NaNs produced", stacklevel=5)
    return _as_the_longest(found, arguments, sizes)


def reciprocal(value: Any) -> Any:
    """Return one over a parameter, a number for a number; one over zero is infinite.

    Examples
    --------
    >>> reciprocal(4)
    0.25
    """
    found = inverse(value)
    return float(found[0]) if np.ndim(value) == 0 else found


def _sum(vectors: Sequence[Doubles]) -> Doubles:
    """Return the sum, which keeps the kind of the first missing value."""
    total = vectors[0].copy()
    for vector in vectors[1:]:
        total = total + vector
    return total


def _doubles(value: Any) -> Doubles:
    """Return a numeric argument as a vector of doubles, missing values as NA."""
    if isinstance(value, pd.Series | pd.Index | pd.api.extensions.ExtensionArray):
        series = pd.Series(value)
        kind: Any = series.dtype
        is_extension = not isinstance(kind, np.dtype)
        if is_extension and getattr(kind, "kind", "O") in "biuf":
            return np.array([NA if item is pd.NA else item for item in series], dtype=np.float64)
    array = np.asarray(value)
    if array.dtype == object:
        cells = [NA if item is None or item is pd.NA else item for item in array.ravel(order="F")]
        array = np.asarray(cells)
    if array.dtype.kind not in "biuf":
        raise RError(NOT_NUMERIC, "Give numbers.")
    return array.ravel(order="F").astype(np.float64)


def _as_the_longest(found: Doubles, arguments: Sequence[Any], sizes: Sequence[int]) -> Any:
    model = arguments[sizes.index(len(found))]
    if isinstance(model, pd.Series):
        return pd.Series(found, index=model.index, name=model.name)
    if isinstance(model, pd.DataFrame):
        shaped = pd.DataFrame(
            found.reshape(model.shape, order="F"), index=model.index, columns=model.columns
        )
        shaped.attrs.update(model.attrs if is_matrix(model) else {})
        return shaped
    if all(np.ndim(argument) == 0 for argument in arguments):
        return float(found[0])
    shape = np.shape(model)
    return found.reshape(shape, order="F") if len(shape) > 1 else found

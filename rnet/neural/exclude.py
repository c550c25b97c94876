"""`exclude` and `constant.weights`: which weights are not trained, and what they are instead."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.neural.network import Layout
from rnet.values import is_matrix

Doubles = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]

_INVALID = "'exclude' contains at least one invalid weight"


@dataclass(frozen=True, slots=True, eq=False)
class FixedWeights:
    """The weights that are not trained.

    Attributes
    ----------
    positions : ndarray of int64
        Where they are in flat order, in the order in which constants were given out.
    values : ndarray of float64
        What they are; 0 where no constant was given.
    """

    positions: Positions
    values: Doubles

    def free(self, size: int) -> Positions:
        """Return the positions of all other weights, ascending."""
        kept = np.ones(size, dtype=np.bool_)
        kept[self.positions] = False
        return np.flatnonzero(kept).astype(np.int64)

    @property
    def at_zero(self) -> Positions:
        """The positions of the weights fixed at 0, which R shows as NA."""
        return np.asarray(self.positions[self.values == 0], dtype=np.int64)


def fixed_weights(layout: Layout, exclude: Any, constants: Any) -> FixedWeights:
    """Return the excluded weights of a network.

    Parameters
    ----------
    layout : Layout
        The network's layers.
    exclude : array_like or None
        Positions in flat order counted from 1, or a matrix of three columns: layer, row
        (1 is the intercept), column.
    constants : array_like or None
        Values; for a matrix they go to the weights in ascending flat order.

    Raises
    ------
    RError
        R's messages for weights that do not exist.
    """
    if exclude is None:
        return FixedWeights(np.empty(0, dtype=np.int64), np.empty(0))
    given = _as_array(exclude)
    if given.ndim == 2:
        positions = _from_matrix(layout, given)
        if constants is not None and not _is_ascending(layout, given):
            warn(
                "constant.weights go to the excluded weights in the order of their positions",
                "R gives the constants not to the rows of 'exclude' but to the weights layer by "
                "layer, column by column; sort the rows of the matrix that way.",
            )
    else:
        positions = _from_vector(layout, given)
    if len(positions) >= layout.size:
        raise RError("all weights are exluded", "Leave at least one weight to train.")
    values = np.zeros(len(positions))
    some = _constants(constants)
    if len(some) > len(positions):
        raise RError(
            "constant.weights contains more weights than exclude",
            f"{len(some)} constants for {len(positions)} excluded weights.",
        )
    values[: len(some)] = some
    return FixedWeights(positions, values)


def _constants(given: Any) -> Doubles:
    if given is None:
        return np.empty(0)
    try:
        return np.asarray(given, dtype=np.float64).ravel()
    except (TypeError, ValueError) as error:
        message = "requires numeric/complex matrix/vector arguments"
        raise RError(message, "'constant.weights' is a vector of numbers.") from error


def _as_array(exclude: Any) -> Doubles:
    if isinstance(exclude, dict) or (isinstance(exclude, pd.DataFrame) and not is_matrix(exclude)):
        raise RError("'exclude' must be a vector or matrix", "Give a NumPy array or a list.")
    try:
        plain = np.atleast_1d(np.asarray(exclude))
    except ValueError:  # rows of different lengths
        plain = np.empty((0, 0, 0))
    if plain.ndim > 2 or plain.dtype.kind not in "biuf":
        raise RError("'exclude' must be a vector or matrix", "Of whole numbers.")
    given = plain.astype(np.float64)
    if not np.isfinite(given).all():
        raise RError(_INVALID, "Positions are whole numbers from 1.")
    return given


def _from_vector(layout: Layout, given: Doubles) -> Positions:
    positions = np.trunc(given)
    if ((positions < 1) | (positions > layout.size)).any():
        raise RError(_INVALID, f"The network has the weights 1 to {layout.size}.")
    if len(np.unique(positions)) < len(positions):
        raise RError(_INVALID, "A position stands twice in 'exclude'.")
    return positions.astype(np.int64) - 1


def _from_matrix(layout: Layout, given: Doubles) -> Positions:
    if given.shape[1] != 3 or len(given) >= layout.size:
        raise RError(
            "'exclude' has wrong dimensions",
            "A matrix has the columns layer, row (1 is the intercept) and column.",
        )
    return np.unique(_cells(layout, given))


def _is_ascending(layout: Layout, given: Doubles) -> bool:
    return bool((np.diff(_cells(layout, given)) > 0).all())


def _cells(layout: Layout, given: Doubles) -> Positions:
    return np.array([_cell(layout.shapes, row) for row in given.tolist()], dtype=np.int64)


def _cell(shapes: Sequence[tuple[int, int]], entry: Sequence[float]) -> int:
    layer, row, column = (int(number) for number in entry)
    if not 1 <= layer <= len(shapes):
        raise RError(_INVALID, f"There is no layer {layer}; the network has {len(shapes)}.")
    rows, columns = shapes[layer - 1]
    if not (1 <= row <= rows and 1 <= column <= columns):
        raise RError(_INVALID, f"The weights of layer {layer} have {rows} rows, {columns} columns.")
    before = sum(r * c for r, c in shapes[: layer - 1])
    return before + (column - 1) * rows + row - 1

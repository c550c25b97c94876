"""Cases divided into groups by one or several factors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import as_column
from rnet.formulas.factor_functions import as_factor

Whole = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Groups:
    """Factors that divide cases.

    Attributes
    ----------
    factors : tuple of Categorical
    names : tuple of str or None
        What the factors are called; None where nothing says so.
    originals : tuple
        The variables the factors were made of.
    """

    factors: tuple[pd.Categorical, ...]
    names: tuple[str, ...] | None
    originals: tuple[Any, ...]

    @property
    def shape(self) -> tuple[int, ...]:
        """The number of levels of each factor."""
        return tuple(len(factor.categories) for factor in self.factors)

    @property
    def levels(self) -> list[list[str]]:
        """The levels of each factor."""
        return [[str(level) for level in factor.categories] for factor in self.factors]

    def cells(self) -> Whole:
        """Return each case's cell, the first factor running fastest; -1 where one is missing."""
        place = np.zeros(len(self.factors[0]), dtype=np.int64)
        step, gone = 1, np.zeros(len(place), dtype=np.bool_)
        for factor in self.factors:
            place += step * factor.codes.astype(np.int64)
            gone |= factor.codes < 0
            step *= len(factor.categories)
        return np.where(gone, -1, place)

    def positions(self) -> list[Whole]:
        """Return the cases of every cell, in order."""
        cells, count = self.cells(), int(np.prod(self.shape))
        order = np.argsort(cells, kind="stable")
        bounds = np.searchsorted(cells[order], np.arange(count + 1))
        return [order[bounds[cell] : bounds[cell + 1]] for cell in range(count)]


def groups_of(index: Any, length: int) -> Groups:
    """Return the groups that a factor, a list or mapping of factors, or a data frame gives.

    Raises
    ------
    RError
        `arguments must have same length`.
    """
    names: tuple[str, ...] | None = None
    variables: Sequence[Any]
    if isinstance(index, pd.DataFrame):
        names = tuple(str(name) for name in index.columns)
        variables = [index.iloc[:, place] for place in range(index.shape[1])]
    elif isinstance(index, Mapping):
        names, variables = tuple(map(str, index)), list(index.values())
    elif isinstance(index, list | tuple) and index and np.ndim(index[0]) == 1:
        variables = list(index)
    else:
        variables = [index]
    factors = tuple(_factor(variable) for variable in variables)
    if any(len(factor) != length for factor in factors):
        sizes = ", ".join(str(len(factor)) for factor in factors)
        raise RError("arguments must have same length", f"Values: {length}; factors: {sizes}.")
    return Groups(factors, names, tuple(variables))


def _factor(variable: Any) -> pd.Categorical:
    column = as_column(variable, "INDEX")
    if column is None:
        raise RError("'INDEX' is of length zero", "Give a factor to group by.")
    return as_factor(column)


def rows_at(x: Any, places: Whole) -> Any:
    """Return some cases of a vector, factor or data frame."""
    if isinstance(x, pd.DataFrame | pd.Series):
        return x.iloc[places]
    if isinstance(x, list | tuple | range):
        return np.asarray(x)[places]
    return x[places]

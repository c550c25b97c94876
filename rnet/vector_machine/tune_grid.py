"""The settings `tune` tries: every combination of the values of each parameter."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.printing.numbers import as_character
from rnet.rng.sample_int import sample_int


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Settings to try.

    Attributes
    ----------
    settings : list of dict
        One for each row of the table: the arguments for the method.
    table : DataFrame
        One column for each parameter, under R's names; values that are vectors are shown as
        their elements.
    """

    settings: list[dict[str, Any]]
    table: pd.DataFrame


def expand_grid(ranges: Mapping[str, Any] | None) -> Grid:
    """Return all combinations, the first parameter varying fastest.

    Parameters
    ----------
    ranges : mapping or None
        Values by parameter; None for one setting without any.

    Raises
    ------
    RError
        `arguments imply differing number of rows: 0, 1` where a parameter has no values.

    Examples
    --------
    >>> expand_grid({"cost": [1, 10], "gamma": [0.5]}).settings
    [{'cost': 1, 'gamma': 0.5}, {'cost': 10, 'gamma': 0.5}]
    """
    if ranges is None:
        return Grid([{}], pd.DataFrame({"dummyparameter": [0]}))
    if not hasattr(ranges, "keys"):
        raise RError(
            "`ranges` must name its parameters",
            'Give a mapping, {"cost": [1, 10]}; R would try the values without using them.',
        )
    values = {str(name): _values(ranges[name]) for name in ranges.keys()}  # noqa: SIM118 - frames
    if not values or not all(values.values()):
        raise RError(
            "arguments imply differing number of rows: 0, 1",
            "Every parameter of `ranges` needs at least one value.",
        )
    rows = [row[::-1] for row in product(*reversed(list(values.values())))]
    settings = [
        dict(zip((name.replace(".", "_") for name in values), row, strict=True)) for row in rows
    ]
    columns = {
        name.replace("_", "."): _column(list(column), values[name])
        for name, column in zip(values, zip(*rows, strict=True), strict=True)
    }
    return Grid(settings, pd.DataFrame(columns))


def random_settings(grid: Grid, wanted: float) -> Grid:
    """Return some settings in random order, drawn from R's random numbers.

    Raises
    ------
    RError
        `random must be a strictly positive integer`.
    """
    if not wanted >= 1:
        raise RError("random must be a strictly positive integer", f"Not {wanted}.")
    rows = len(grid.settings)
    chosen = np.asarray(sample_int(rows, min(wanted, rows)), dtype=np.int64) - 1
    return Grid([grid.settings[row] for row in chosen], grid.table.iloc[chosen])


def _values(given: Any) -> list[Any]:
    """Return the values of one parameter as Python's own; a mapping gives one for each entry."""
    if given is None:
        return []
    if isinstance(given, Mapping):
        return [{name: value} for name, value in given.items()]
    if isinstance(given, pd.Categorical) or isinstance(
        getattr(given, "dtype", None), pd.CategoricalDtype
    ):
        return [str(value) for value in given]
    if isinstance(given, np.ndarray | pd.Series | pd.Index):
        return list(given.tolist())
    if isinstance(given, str) or not hasattr(given, "__iter__"):
        return [given]
    return [value.item() if isinstance(value, np.generic) else value for value in given]


def _column(values: list[Any], distinct: list[Any]) -> Any:
    if all(isinstance(value, str) for value in distinct):
        return pd.Categorical(values, categories=list(dict.fromkeys(distinct)))
    if all(isinstance(value, bool | int | float) for value in distinct):
        return np.asarray(values)
    return np.array([_elements(value) for value in values], dtype=object)


def _elements(value: Any) -> str:
    """Return a vector as R shows it in a cell of a data frame.

    Examples
    --------
    >>> _elements({"F": 1, "M": 2})
    '1, 2'
    """
    if isinstance(value, Mapping):
        return _elements(list(value.values()))
    if isinstance(value, list | tuple | np.ndarray | pd.Series):
        return ", ".join(_elements(element) for element in value)
    return as_character(float(value)) if isinstance(value, int | float) else str(value)

"""Contrast matrices by name: what columns a factor's levels become."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.polynomials import orthonormal
from rnet.values import named_matrix

Doubles = npt.NDArray[np.float64]
Levels: TypeAlias = int | Sequence[str]
MOST_POLYNOMIAL_LEVELS = 95


def treatment(levels: Sequence[str], base: int = 0) -> pd.DataFrame:
    """Return an indicator of each level but the base, which is counted from 0."""
    kept = [i for i in range(len(levels)) if i != base]
    return named_matrix(np.eye(len(levels))[:, kept], levels, [levels[i] for i in kept])


def sas(levels: Sequence[str]) -> pd.DataFrame:
    """Return an indicator of each level but the last."""
    return treatment(levels, len(levels) - 1)


def sum_to_zero(levels: Sequence[str]) -> pd.DataFrame:
    """Return deviations from the mean over the levels; the last level is -1 throughout."""
    count = len(levels)
    return named_matrix(np.vstack([np.eye(count - 1), -np.ones(count - 1)]), levels)


def helmert(levels: Sequence[str]) -> pd.DataFrame:
    """Return each level against the mean of those before it."""
    count = len(levels)
    values = np.triu(-np.ones((count, count - 1)))
    for column in range(count - 1):
        values[column + 1, column] = column + 1
    return named_matrix(values, levels)


def polynomial(levels: Sequence[str], scores: Doubles | None = None) -> pd.DataFrame:
    """Return orthogonal polynomials over equally spaced levels, or over given scores."""
    count = len(levels)
    if count > MOST_POLYNOMIAL_LEVELS:
        raise RError(
            "orthogonal polynomials cannot be represented accurately enough for "
            f"{count - 1} degrees of freedom",
            "Use fewer levels, or numbers with poly().",
        )
    at = np.arange(1.0, count + 1) if scores is None else scores
    values, _ = orthonormal(at, count - 1)
    names = [".L", ".Q", ".C", *(f"^{power}" for power in range(4, count))]
    return named_matrix(values, None, names[: count - 1])


BY_NAME: dict[str, Callable[[Sequence[str]], pd.DataFrame]] = {
    "contr.treatment": treatment,
    "contr.SAS": sas,
    "contr.sum": sum_to_zero,
    "contr.helmert": helmert,
    "contr.poly": polynomial,
}


def level_names(n: Levels | npt.NDArray[Any]) -> list[str]:
    """Return the levels a `contr_` function is asked for: a number of them, or their names.

    Raises
    ------
    RError
        ``not enough degrees of freedom to define contrasts`` for fewer than two levels.
    """
    if isinstance(n, int | float | np.number):
        names = [str(number) for number in range(1, int(n) + 1)]
    else:
        names = [str(level) for level in n]
    if len(names) < 2:
        raise RError(
            "not enough degrees of freedom to define contrasts",
            "A factor needs two levels or more.",
        )
    return names


def indicators(levels: Sequence[str]) -> pd.DataFrame:
    """Return an indicator of every level: what `contrasts=False` asks for."""
    return named_matrix(np.eye(len(levels)), levels, levels)


def contrast_matrix(wanted: Any, levels: Sequence[str]) -> pd.DataFrame:
    """Return the matrix of a contrast given by name, by function or as a matrix.

    Raises
    ------
    RError
        For unknown names and matrices of another number of rows.
    """
    if isinstance(wanted, str):
        name = wanted if "." in wanted else wanted.replace("_", ".")
        if name not in BY_NAME:
            raise RError(
                f"object '{name}' of mode 'function' was not found",
                f"Contrasts are {', '.join(BY_NAME)}.",
            )
        return BY_NAME[name](levels)
    if callable(wanted):
        return _as_matrix(wanted(list(levels)))
    matrix = _as_matrix(wanted)
    if len(matrix) != len(levels):
        raise RError(
            "wrong number of contrast matrix rows",
            f"The factor has {len(levels)} levels, the matrix {len(matrix)} rows.",
        )
    return matrix


def _as_matrix(values: Any) -> pd.DataFrame:
    if isinstance(values, pd.DataFrame):
        return values
    array = np.asarray(values, dtype=np.float64)
    return named_matrix(array if array.ndim == 2 else array[:, None])

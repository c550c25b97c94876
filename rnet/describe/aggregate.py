"""`aggregate`: a summary of every group, in a data frame."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.describe.groups import Groups, groups_of, rows_at
from rnet.formulas.columns import Matrix
from rnet.formulas.formula import Formula, parse_formula
from rnet.formulas.model_frame import model_frame
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call, Symbol
from rnet.values import with_column_groups


def aggregate(
    x: Any,
    by: Any = None,
    FUN: Callable[..., Any] | None = None,  # noqa: N803 - R's argument name
    *args: Any,
    data: Any = None,
    **kwargs: Any,
) -> pd.DataFrame:
    """Split data into groups, apply a function to each, return a row for each group.

    Parameters
    ----------
    x : formula, DataFrame or array_like
        `y ~ g`, `cbind(y, z) ~ g + h`, `. ~ g`; or the values, grouped by `by`.
    by : DataFrame, or dict or list of factors
        With a formula the data frame, unless `data` is given.
    FUN : callable
        Takes the values of one variable in one group.
    *args, **kwargs
        Passed on to `FUN`.
    data : DataFrame, optional
        Where the formula's variables are.

    Returns
    -------
    DataFrame
        Groups that occur, the first factor running fastest; a function that returns a Series
        gives columns `y.name`.

    Raises
    ------
    RError
        `'by' must be a list`; `'FUN' is missing`.

    Notes
    -----
    R page: `?aggregate`. With a formula rows with missing values are left out; with `by` they
    are not.

    Examples
    --------
    >>> from rnet import aggregate, data, mean
    >>> aggregate("mpg ~ cyl", data("mtcars"), mean).round(2)["mpg"].tolist()
    [26.66, 19.74, 15.1]
    """
    if FUN is None:
        raise RError("'FUN' is missing", "aggregate needs a function, such as rnet.mean.")

    def apply(values: Any) -> Any:
        return FUN(values, *args, **kwargs)

    if isinstance(x, str | Formula):
        frame = data if data is not None else by
        values, factors = _sides(parse_formula(x), frame)
        return _aggregated(values, groups_of(factors, len(values)), apply)
    if not isinstance(by, Mapping | list | pd.DataFrame):
        raise RError("'by' must be a list", "Give a dict: by={'name': factor}.")
    table = x if isinstance(x, pd.DataFrame) else pd.DataFrame({"x": np.asarray(x)})
    named = by if not isinstance(by, list) else {f"Group.{k + 1}": v for k, v in enumerate(by)}
    return _aggregated(table, groups_of(named, len(table)), apply)


def _sides(formula: Formula, data: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the values and the factors a formula names, without incomplete cases."""
    if formula.response is None:
        raise RError("formula must have both left and right hand sides", "Write y ~ g.")
    left, right = _names(formula.response), _names(formula.right)
    known = [str(name) for name in data.columns]
    if right == ["."]:
        right = [name for name in known if name not in left]
    if left == ["."]:
        left = [name for name in known if name not in right]
    built = " + ".join(_quoted(name) for name in [*left, *right])
    variables = model_frame(f"~ {built}", data).variables
    columns = {name: pd.Series(_plain(variables[name])) for name in [*left, *right]}
    whole = pd.DataFrame(columns)
    return whole[left], whole[right]


def _names(node: Any) -> list[str]:
    match node:
        case Call(Symbol("+" | "cbind"), arguments):
            return [name for argument in arguments for name in _names(argument.value)]
        case Symbol(name):
            return [name]
    return [deparse_line(node)]


def _quoted(name: str) -> str:
    return name if name.endswith(")") else f"`{name}`"


def _plain(column: Any) -> Any:
    return column.values.ravel() if isinstance(column, Matrix) else column


def _aggregated(
    values: pd.DataFrame, groups: Groups, function: Callable[[Any], Any]
) -> pd.DataFrame:
    found = [places for places in groups.positions() if len(places)]
    first = np.array([places[0] for places in found], dtype=np.int64)
    names = groups.names or ()
    columns: dict[str, Any] = {
        name: rows_at(pd.Series(original).array, first)
        for name, original in zip(names, groups.originals, strict=True)
    }
    matrices = []
    for name in values.columns:
        column = values[name].array
        made = _columns(str(name), [function(rows_at(column, places)) for places in found])
        columns |= made
        matrices.append(list(made))
    return with_column_groups(pd.DataFrame(columns), matrices)


def _columns(name: str, results: list[Any]) -> dict[str, Any]:
    """Return the column of results, or the columns of results that have several numbers."""
    if all(np.ndim(result) == 0 for result in results):
        return {name: results}
    first = results[0]
    labels = first.index if isinstance(first, pd.Series) else range(1, len(first) + 1)
    cells = np.array([np.asarray(result) for result in results])
    return {f"{name}.{label}": cells[:, place] for place, label in enumerate(labels)}

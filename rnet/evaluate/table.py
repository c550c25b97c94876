"""R's `table`: count one to many factors."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError, warn
from rnet.evaluate.classify import NAN_LABEL, Classes, Label, classify
from rnet.evaluate.contingency_table import Table
from rnet.frames import caller_variables, name_of
from rnet.language.tree import Call, Node, Symbol
from rnet.match_arg import match_arg
from rnet.printing.numbers import as_character
from rnet.typed_values import as_argument
from rnet.values import is_na

__all__ = ["Table", "table"]

USE_NA = ("no", "ifany", "always")
LARGEST = 2**31


def table(
    *args: Any,
    exclude: Any = (),
    use_na: str | None = None,
    dnn: Sequence[str] | str | None = None,
    deparse_level: int = 1,
    **named: Any,
) -> "Table":
    """Count how often each combination of classes occurs.

    Parameters
    ----------
    *args : Categorical, Series, array_like or DataFrame
        One variable each, all of the same length n. One DataFrame, or one dict, stands for all
        its columns. A matrix of one column is a vector.
    exclude : value or sequence of values, optional
        Classes not to count; None counts missing values too.
    use_na : {"no", "ifany", "always"}, optional
        Whether missing values are a class of their own, printed `<NA>`; `useNA` is the same.
    dnn : str or sequence of str, optional
        Names of the dimensions.
    deparse_level : int
        0 leaves the dimensions without names; 1 (as in R) names a variable given by its name.
    **named
        More variables, each naming its dimension: `table(actual=a, predicted=p)`.

    Returns
    -------
    Table
        Counts, one dimension a variable; prints as R prints it.

    Raises
    ------
    RError
        `all arguments must have the same length`; `nothing to tabulate`.

    Notes
    -----
    R page: `?table`. As in R, `table(act, pred)` names its dimensions after the two variables
    and `table(infert["case"], p > 0.5)` leaves them without names. Levels are those of a
    factor, else the sorted distinct values.

    Examples
    --------
    >>> print(table(actual=[0, 0, 1], predicted=[False, True, True]))
          predicted
    actual FALSE TRUE
         0     1    1
         1     0    1
    """
    variables = caller_variables(1) if deparse_level else {}
    use_na = named.pop("useNA", use_na)
    columns = _columns(args, named, variables)
    names = [name for name, _ in columns] if dnn is None else _given_names(dnn, len(columns))
    found = classes_of([values for _, values in columns], exclude, use_na)
    given = [*((None, value) for value in args), *named.items()]
    return cross(found, names if names else None, written=_written(given, variables))


def _written(given: Sequence[tuple[str | None, Any]], variables: Mapping[str, Any]) -> Call | None:
    """Return the call as one would type it; None where a variable has no name."""
    arguments = tuple(as_argument(name, value, variables) for name, value in given)
    unknown = any(argument.value == Symbol(argument.name or "...") for argument in arguments)
    return None if unknown else Call(Symbol("table"), arguments)


def classes_of(
    variables: Sequence[Any], exclude: Any = (), use_na: str | None = None
) -> list[Classes]:
    """Return each variable as classes; `exclude` and `use_na` as in `table`."""
    left_out, missing = _missing_policy(exclude, use_na)
    return [classify(values, exclude=left_out, use_na=missing) for values in variables]


def _columns(
    args: Sequence[Any], named: Mapping[str, Any], variables: Mapping[str, Any]
) -> list[tuple[str, Any]]:
    """Return the variables to count and the names of their dimensions."""
    given = [(name_of(value, variables) or "", value) for value in args] + list(named.items())
    if not given:
        raise RError("nothing to tabulate", "Give at least one variable.")
    if len(given) > 1:
        return given
    name, only = given[0]
    if isinstance(only, pd.DataFrame) and only.columns.size and not _is_plain_matrix(only):
        return [(str(column), only.iloc[:, j]) for j, column in enumerate(only.columns)]
    if isinstance(only, Mapping):
        return [(str(key), value) for key, value in only.items()]
    return [(name, only)]


def _is_plain_matrix(frame: pd.DataFrame) -> bool:
    """Whether a frame is one unnamed column, such as `fit.net_result[0]`."""
    return frame.shape[1] == 1 and isinstance(frame.columns, pd.RangeIndex)


def _given_names(dnn: Sequence[str] | str, count: int) -> list[str]:
    names = [dnn] if isinstance(dnn, str) else list(dnn)
    if names and len(names) != count:
        raise RError(
            f"length of 'dimnames' [{count}] must match that of 'dims' [{len(names)}]",
            f"dnn needs {count} names.",
        )
    return names


def _missing_policy(exclude: Any, use_na: str | None) -> tuple[Collection[Label], str]:
    """Return the labels not counted and R's `useNA`, of which each decides the other's default."""
    use_na = None if use_na is None else match_arg(use_na, USE_NA)
    if isinstance(exclude, tuple) and not exclude:  # not given
        return ((None, NAN_LABEL) if use_na in (None, "no") else ()), use_na or "no"
    labels = _excluded_labels(exclude)
    if use_na is None:
        return labels, "no" if None in labels else "ifany"
    if use_na != "no" and None in labels:
        warn("'exclude' containing NA and 'useNA' != \"no\"' are a bit contradicting")
    return labels, use_na


def _excluded_labels(exclude: Any) -> list[Label]:
    if exclude is None:
        return []
    values = [exclude] if isinstance(exclude, str) or np.ndim(exclude) == 0 else list(exclude)
    return [None if _is_missing(value) else as_character(value) for value in values]


def _is_missing(value: Any) -> bool:
    if isinstance(value, float | np.floating):
        return bool(is_na(np.array([value], dtype=np.float64))[0])
    return value is None or value is pd.NA


def cross(
    found: Sequence[Classes],
    names: Sequence[str] | None,
    call: Node | None = None,
    written: Node | None = None,
) -> Table:
    """Count every combination of classes."""
    if len({len(classes.codes) for classes in found}) > 1:
        raise RError("all arguments must have the same length")
    dim = [len(classes.labels) for classes in found]
    if np.prod(dim, dtype=np.float64) >= LARGEST:
        raise RError("attempt to make a table with >= 2^31 elements")
    codes = np.array([classes.codes for classes in found], dtype=np.int64)
    steps = np.cumprod([1, *dim[:-1]])
    cell = steps @ codes[:, (codes >= 0).all(axis=0)]
    counts = np.bincount(cell, minlength=int(np.prod(dim))).reshape(dim, order="F")
    return Table(counts, [classes.labels for classes in found], names, call, written)

"""The samples of a test: given as vectors, or as response and groups of a formula."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import Column, Matrix, as_column, factor_of, numbers
from rnet.formulas.factor_functions import as_factor
from rnet.formulas.formula import Formula, parse_formula
from rnet.formulas.model_frame import model_frame
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Samples:
    """One sample or two, and how R names them.

    Attributes
    ----------
    x, y : ndarray or None
        Shapes (n,) and (m,); missing values are in there still.
    name : str
        `extra by group`, or `x and y`.
    groups : tuple of str
        The two levels of the grouping factor of a formula; else empty.
    """

    x: Doubles
    y: Doubles | None
    name: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grouped:
    """A response and the groups its values belong to.

    Attributes
    ----------
    response : ndarray of shape (n,)
    groups : Categorical of length n
    name : str
        `count by spray`.
    """

    response: Doubles
    groups: pd.Categorical
    name: str


def is_formula(x: Any) -> bool:
    """Tell a formula, as a text or parsed, from data."""
    return isinstance(x, str | Formula)


def argument_text(call: Call, name: str) -> str:
    """Return an argument of a call as R's `deparse1(substitute(x))` writes it."""
    found = next((argument.value for argument in call.arguments if argument.name == name), None)
    return name if found is None else deparse_line(found)


def samples_of(
    call: Call, x: Any, y: Any, data: Any = None, subset: Any = None, na_action: Any = None
) -> Samples:
    """Return the samples of a test that takes one or two.

    Raises
    ------
    RError
        R's text where a formula names no two groups, or data are no numbers.
    """
    if is_formula(x):
        return _of_formula(x, y if data is None else data, subset, na_action)
    if y is None:
        return Samples(_numbers(x, "x"), None, argument_text(call, "x"))
    name = f"{argument_text(call, 'x')} and {argument_text(call, 'y')}"
    return Samples(_numbers(x, "x"), _numbers(y, "y"), name)


def grouped_by(
    formula: Any, data: Any = None, subset: Any = None, na_action: Any = None
) -> Grouped:
    """Return response and groups of `response ~ group`.

    Raises
    ------
    RError
        R's text where the formula is not of that form.
    """
    variables = _variables(formula, data, subset, na_action)
    if len(variables) != 2:
        raise _wrong_formula()
    (response, values), (group, labels) = variables.items()
    return Grouped(numbers(values), as_factor(labels), f"{response} by {group}")


def _of_formula(formula: Any, data: Any, subset: Any, na_action: Any) -> Samples:
    variables = _variables(formula, data, subset, na_action)
    names = list(variables)
    if len(names) == 1:  # response ~ 1
        column = variables[names[0]]
        if isinstance(column, Matrix):  # Pair(x, y) ~ 1
            pairs = np.asarray(column.values, dtype=np.float64)
            return Samples(pairs[:, 0], pairs[:, 1], names[0])
        return Samples(numbers(column), None, names[0])
    found = grouped_by(formula, data, subset, na_action)
    used = found.groups.remove_unused_categories()
    if len(used.categories) != 2:
        raise RError(
            "grouping factor must have exactly 2 levels",
            f"It has {len(used.categories)}: {', '.join(map(str, used.categories[:5]))}.",
        )
    first, second = (found.response[np.asarray(used.codes) == code] for code in (0, 1))
    return Samples(first, second, found.name, tuple(str(level) for level in used.categories))


def _variables(formula: Any, data: Any, subset: Any, na_action: Any) -> dict[str, Column]:
    parsed = parse_formula(formula)
    if parsed.response is None:
        raise _wrong_formula()
    frame = model_frame(parsed, data, subset=subset, na_action=na_action)
    if len(frame.variables) > 2:
        raise _wrong_formula()
    return frame.variables


def _wrong_formula() -> RError:
    return RError(
        "'formula' missing or incorrect", "Write it as 'response ~ group', or 'response ~ 1'."
    )


def _numbers(x: Any, argument: str) -> Doubles:
    try:
        return np.asarray(x, dtype=np.float64).ravel()
    except (TypeError, ValueError) as error:
        raise RError(f"'{argument}' must be numeric", "Give a vector of numbers.") from error


def groups_of(
    call: Call, x: Any, g: Any, data: Any = None, subset: Any = None, na_action: Any = None
) -> Grouped:
    """Return the groups of a test that takes several: a list of samples, `x` with `g`, a formula.

    Rows where the response or the group is missing are dropped.

    Raises
    ------
    RError
        R's text for a single sample, lengths that differ, or a wrong formula.
    """
    if is_formula(x):
        return _complete(grouped_by(x, g if data is None else data, subset, na_action))
    if g is None and isinstance(x, list | tuple | dict) and any(map(np.ndim, _parts(x))):
        return _complete(_of_list(call, x))
    if g is None:
        raise RError(
            'argument "g" is missing, with no default', "Give the groups, or a list of samples."
        )
    if len(x) != len(g):
        raise RError("'x' and 'g' must have the same length", f"They have {len(x)} and {len(g)}.")
    name = f"{argument_text(call, 'x')} and {argument_text(call, 'g')}"
    labels = as_column(g, "g")
    assert labels is not None  # it has a length
    return _complete(Grouped(_numbers(x, "x"), as_factor(labels), name))


def _parts(x: Any) -> list[Any]:
    return list(x.values()) if isinstance(x, dict) else list(x)


def _of_list(call: Call, x: Any) -> Grouped:
    samples = [np.atleast_1d(_numbers(part, "x")) for part in _parts(x)]
    if len(samples) < 2:
        raise RError("'x' must be a list with at least 2 elements", "Each element is a sample.")
    codes = np.repeat(np.arange(len(samples)), [len(sample) for sample in samples])
    labels = [str(number + 1) for number in range(len(samples))]
    return Grouped(
        np.concatenate(samples),
        factor_of(codes, labels, ordered=False),
        argument_text(call, "x"),
    )


def _complete(grouped: Grouped) -> Grouped:
    known = ~np.isnan(grouped.response) & (np.asarray(grouped.groups.codes) >= 0)
    groups = grouped.groups[known].remove_unused_categories()
    return Grouped(grouped.response[known], groups, grouped.name)


def check_several_groups(grouped: Grouped) -> None:
    """Refuse, in R's words, a single group."""
    if len(grouped.groups.categories) < 2:
        raise RError("all observations are in the same group", "Two groups, at least.")

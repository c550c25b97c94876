"""Evaluate the variables of terms, and record and restore how they were encoded."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.arguments import call_function
from rnet.formulas.basis_functions import FITTED, PolynomialProducts
from rnet.formulas.columns import (
    Column,
    Matrix,
    as_column,
    class_of,
    invalid_type,
    numbers,
    strings,
)
from rnet.formulas.contrast_functions import contrast_name, fit_contrast
from rnet.formulas.encoding import KeptBasis
from rnet.formulas.evaluate import Scope, evaluate, evaluated_arguments, function_name
from rnet.formulas.factor_functions import coded, levels_of
from rnet.formulas.own_contrasts import own_contrasts
from rnet.formulas.terms import Terms
from rnet.language.parser import parse_expression
from rnet.language.tree import Call, Node, Symbol
from rnet.settings import current


def data_frame(data: Any) -> pd.DataFrame | None:
    """Return the data as a DataFrame; a mapping of columns becomes one.

    Raises
    ------
    RError
        For an array: its columns have no names; and for what is no table at all.
    """
    if data is None:
        return None
    if isinstance(data, pd.DataFrame):
        if all(isinstance(name, str) for name in data.columns):
            return data
        return data.set_axis([str(name) for name in data.columns], axis=1)
    if isinstance(data, Mapping):
        lengths = dict.fromkeys(len(v) for v in data.values() if np.ndim(v) > 0)
        if len(lengths) > 1:
            rows = ", ".join(map(str, lengths))
            raise RError(
                f"arguments imply differing number of rows: {rows}",
                "Columns must have the same length.",
            )
        columns = dict(data)
        return pd.DataFrame(columns) if lengths else pd.DataFrame([columns])
    kinds = "not a matrix or an array" if np.ndim(data) > 1 else "environment, or list"
    raise RError(
        f"'data' must be a data.frame, {kinds}", "Make it a pandas DataFrame with column names."
    )


def encoded_variables(of: Terms, scope: Scope) -> tuple[dict[str, Column], dict[str, KeptBasis]]:
    """Return all variables by name, and the parameters of the bases among them."""
    columns: dict[str, Column] = {}
    bases: dict[str, KeptBasis] = {}
    for name, node in zip(of.frame_names, of.variables, strict=True):
        columns[name], basis = _evaluated(node, name, scope)
        if basis is not None:
            bases[name] = basis
    return columns, bases


def new_variables(of: Terms, scope: Scope) -> dict[str, Column]:
    """Return all variables evaluated on new data through the kept bases."""
    columns: dict[str, Column] = {}
    for name, node in zip(of.frame_names, of.variables, strict=True):
        basis = of.encoding.bases.get(name)
        if basis is None:
            columns[name] = _evaluated(node, name, scope)[0]
        else:
            assert isinstance(node, Call)  # only calls have bases
            argument = _new_values(node, basis, scope)
            columns[name] = basis.columns(argument)
    return columns


def _evaluated(node: Node, name: str, scope: Scope) -> tuple[Column, KeptBasis | None]:
    basis: KeptBasis | None = None
    function = _kept_function(node)
    if not isinstance(node, Call) or function is None:
        found = evaluate(node, scope)
    elif function == "C":
        found, basis = fit_contrast(name, *_factor_and_contrast(node, scope))
    else:
        found, basis = call_function(FITTED[function], evaluated_arguments(node, scope))
    if found is None:
        raise invalid_type("NULL", name)
    return found, basis


def _new_values(node: Call, basis: KeptBasis, scope: Scope) -> Column:
    """Return the new values of the variable of a basis; of several, the matrix of them."""
    if isinstance(basis, PolynomialProducts):
        given = [value for name, value in evaluated_arguments(node, scope) if name is None]
        columns = [numbers(value).reshape(len(value), -1) for value in given]
        return Matrix(np.hstack([c for c in columns if len(c) == len(columns[0])]))
    found = evaluate(_first_argument(node), scope)
    assert found is not None
    return found


def _kept_function(node: Node) -> str | None:
    """Return the name of the called function if a fit keeps its parameters."""
    if not isinstance(node, Call) or not isinstance(node.function, Symbol | Call):
        return None
    try:
        name = function_name(node)
    except RError:
        return None
    return name if name in FITTED or name == "C" else None


def _first_argument(node: Call) -> Node:
    named = [a.value for a in node.arguments if a.name in ("x", "object") and a.value is not None]
    found = named[0] if named else node.arguments[0].value
    assert found is not None
    return found


def _factor_and_contrast(node: Call, scope: Scope) -> list[Any]:
    """Return the arguments of `C(g, sum)`; a bare `sum` means the contrasts of that name."""
    found: list[Any] = [evaluate(_first_argument(node), scope)]
    if len(node.arguments) > 1:
        second = node.arguments[1].value
        short = contrast_name(second.name) if isinstance(second, Symbol) else None
        found.append(short or evaluated_arguments(node, scope)[1][1])
    return found


def evaluated_argument(given: Any, scope: Scope, name: str) -> Column | None:
    """Return an argument that is a column, or the text of an R expression of the data."""
    if isinstance(given, str):
        return evaluate(parse_expression(given), scope)
    return as_column(given, name)


def recorded_encoding(
    of: Terms, columns: Mapping[str, Column], bases: Mapping[str, KeptBasis]
) -> dict[str, Any]:
    """Return the parts of an encoding that a model frame determines."""
    names = of.frame_names
    classes = {name: class_of(columns[name]) for name in names}
    levels: dict[str, tuple[str, ...]] = {}
    for name in names[of.response :]:
        column = columns[name]
        if isinstance(column, pd.Categorical):
            levels[name] = tuple(column.categories)
        elif classes[name] == "character":
            levels[name] = tuple(levels_of(column))
    return {"bases": dict(bases), "classes": classes, "levels": levels}


def restored_levels(
    columns: Mapping[str, Column],
    levels: Mapping[str, Sequence[str]],
    classes: Mapping[str, str],
) -> dict[str, Column]:
    """Give factors and text the levels of the training data.

    Raises
    ------
    RError
        ``factor g has new level q``.
    """
    found = dict(columns)
    for name, known in levels.items():
        column = found.get(name)
        if column is None:
            continue
        if not isinstance(column, pd.Categorical) and class_of(column) != "character":
            warn(f"variable '{name}' is not a factor")
            continue
        texts = strings(column)
        _refuse_new_levels(name, column, known)
        ordered = isinstance(column, pd.Categorical) and bool(column.ordered)
        if own_contrasts(column) is not None:
            warn(f"contrasts dropped from factor {name}", stacklevel=5)
        found[name] = coded(texts, list(known), ordered=ordered)
    for name, kind in classes.items():
        if name in found:
            _check_class(name, kind, found[name])
    return found


def _refuse_new_levels(name: str, column: Column, known: Sequence[str]) -> None:
    present = levels_of(column)
    new = [level for level in present if level not in set(known)]
    if new:
        # Until R 4.6, which says "level" of one, the known ones in the data were counted too.
        counted = new if current().follows("4.6") else present
        word = "level" if len(counted) == 1 else "levels"
        raise RError(
            f"factor {name} has new {word} {', '.join(new)}",
            f"The model knows the levels: {', '.join(known)}.",
        )


def _check_class(name: str, fitted: str, column: Column) -> None:
    now = class_of(column)
    alike = {"ordered": "factor", "character": "factor"}
    if alike.get(now, now) != alike.get(fitted, fitted) and not isinstance(column, Matrix):
        raise RError(
            f'variable \'{name}\' was fitted with type "{fitted}" but type "{now}" was supplied',
            "Give the column the type it had in the data of the fit.",
        )


def unused_levels_dropped(columns: Mapping[str, Column]) -> dict[str, Column]:
    """Return the variables, factors without the levels that no case has."""
    return {
        name: _without_unused(name, column) if isinstance(column, pd.Categorical) else column
        for name, column in columns.items()
    }


def _without_unused(name: str, factor: pd.Categorical) -> pd.Categorical:
    present = levels_of(factor)
    if len(present) == len(factor.categories):
        return factor
    if own_contrasts(factor) is not None:
        warn(f"contrasts dropped from factor {name} due to missing levels", stacklevel=6)
    return coded(strings(factor), present, ordered=bool(factor.ordered))

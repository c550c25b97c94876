"""How each chunk of a large table becomes a design matrix: the formula and what it must know."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import class_of, take
from rnet.formulas.evaluate import Scope
from rnet.formulas.left_out import LeftOut
from rnet.formulas.model_frame import ModelFrame, model_frame
from rnet.formulas.model_matrix import model_matrix
from rnet.formulas.na_action import na_action_named
from rnet.formulas.names import symbols_in
from rnet.formulas.terms import Terms, terms
from rnet.formulas.variables import evaluated_argument
from rnet.frames import UserVariables
from rnet.language.parser import parse_expression
from rnet.language.tree import Node
from rnet.linear.chunked.elementwise import check_elementwise, functions_in
from rnet.linear.chunked.source import Source
from rnet.linear.model_data import ModelData

EXPRESSIONS = ("subset", "weights", "offset")
"""Arguments that hold a value for each row: only as an expression can they be had by chunk."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What makes a model frame and a design matrix of a chunk, wherever it is.

    Attributes
    ----------
    terms : Terms
    columns : tuple of str
        The columns of the table that are needed.
    environment : mapping
        The user's variables and functions that the formula mentions.
    subset, weights, offset : str or None
        R expressions of the columns.
    na_action : str
    contrasts : mapping
        By factor; complete once the factors are known.
    levels : mapping
        The levels of factors and text, in order.
    categories : mapping
        The categories of categorical columns of the table.
    """

    terms: Terms
    columns: tuple[str, ...]
    environment: Mapping[str, Any]
    subset: str | None
    weights: str | None
    offset: str | None
    na_action: str
    contrasts: Mapping[str, Any] | None
    levels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    categories: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)

    def frame(self, chunk: pd.DataFrame) -> ModelFrame:
        """Return the model frame of a chunk."""
        return model_frame(
            self.terms,
            self.prepared(chunk),
            subset=self.subset,
            na_action=self.na_action,
            weights=self.weights,
            offset=self.offset,
            levels=self.levels,
            environment=self.environment,
        )

    def prepared(self, chunk: pd.DataFrame) -> pd.DataFrame:
        """Return a chunk whose categorical columns have all the categories of the table."""
        known = {
            name: chunk[name].astype(pd.CategoricalDtype(list(values), chunk[name].cat.ordered))
            for name, values in self.categories.items()
        }
        return chunk.assign(**known).reset_index(drop=True)

    def model_data(self, chunk: pd.DataFrame) -> ModelData:
        """Return model frame and design matrix of a chunk."""
        frame = self.frame(chunk)
        return ModelData(frame, model_matrix(frame, contrasts=self.contrasts), self.offset, None)


def recipe_of(arguments: Mapping[str, Any], source: Source) -> Recipe:
    """Return the recipe that the arguments of `lm` or `glm`, by name, describe.

    Raises
    ------
    RError
        For what needs all rows at once.
    """
    given = {name: _expression(arguments[name], name) for name in EXPRESSIONS}
    names = source.columns
    of = terms(arguments["formula"], names)
    trees = [*of.variables, *(parse_expression(text) for text in given.values() if text)]
    for tree in trees:
        check_elementwise(tree, names)
    mentioned = dict.fromkeys(name for tree in trees for name in symbols_in(tree))
    environment = _environment(trees, names)
    everywhere = Scope(pd.DataFrame(columns=names), environment)
    for name in mentioned:
        everywhere.value(name)  # an error where there is none
    return Recipe(
        of,
        tuple(name for name in names if name in mentioned),
        environment,
        subset=given["subset"],
        weights=given["weights"],
        offset=given["offset"],
        na_action=na_action_named(arguments["na_action"]).name,
        contrasts=arguments["contrasts"],
    )


def _expression(given: Any, name: str) -> str | None:
    if given is None or isinstance(given, str):
        return given
    raise RError(
        f"'{name}' must be an expression of the data",
        f'A table read by chunks has no positions: write {name}="...", an R expression of its '
        "columns.",
    )


def _environment(trees: list[Node], columns: list[str]) -> dict[str, Any]:
    """Return the user's variables that the expressions mention: they travel to where chunks are."""
    user = UserVariables()
    wanted = {name for tree in trees for name in (*symbols_in(tree), *functions_in(tree))}
    return {name: user[name] for name in wanted - set(columns) if name in user}


def check_subset(recipe: Recipe, chunk: pd.DataFrame) -> None:
    """Refuse a subset by row numbers."""
    if recipe.subset is None:
        return
    scope = Scope(recipe.prepared(chunk), recipe.environment)
    chosen = evaluated_argument(recipe.subset, scope, "(subset)")
    if chosen is not None and class_of(chosen) != "logical":
        raise RError(
            "'subset' must be logical",
            "A table read by chunks has no row numbers: give a condition on its columns.",
        )


def without_cases(made: ModelData) -> ModelData:
    """Return model data without its cases: terms, encoding, names."""
    nobody = np.zeros(0, dtype=np.intp)
    frame = replace(
        made.frame,
        variables={name: take(column, nobody) for name, column in made.frame.variables.items()},
        weights=None,
        offset=None,
        extras={},
        row_names=[],
        left_out=LeftOut(np.zeros(0, dtype=np.bool_), [], pads=False),
    )
    design = replace(made.design, values=made.design.values[:0], row_names=[])
    return ModelData(frame, design, made.offset, None)

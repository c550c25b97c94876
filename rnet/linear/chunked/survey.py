"""A first pass over a large table with factors or text: which levels they have."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import class_of, strings
from rnet.formulas.evaluate import Scope, evaluate
from rnet.formulas.factor_functions import levels_of
from rnet.formulas.model_frame import ModelFrame
from rnet.formulas.names import symbols_in
from rnet.language.tree import Node, Symbol
from rnet.linear.chunked.recipe import Recipe, check_subset
from rnet.linear.chunked.source import Source
from rnet.settings import current

WITH_LEVELS = ("factor", "ordered", "character")
MOST_VALUES = 10_000
"""More distinct values of a variable that is made a factor in the formula are not collected."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of factors and text in one chunk.

    Attributes
    ----------
    levels : mapping
        By variable, all levels in order.
    occurring : mapping
        By variable, the levels that cases of the model have.
    values : mapping
        By variable made by a call, such as ``factor(x)``, the distinct rows of what it is made of;
        None where they are many.
    categories : mapping
        By categorical column of the table, its categories.
    """

    levels: Mapping[str, tuple[str, ...]]
    occurring: Mapping[str, frozenset[str]]
    values: Mapping[str, pd.DataFrame | None]
    categories: Mapping[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Look:
    """The work of the pass on one chunk."""

    recipe: Recipe
    variables: Mapping[str, Node]

    def __call__(self, chunk: pd.DataFrame) -> Seen:
        """Return what is seen in a chunk."""
        frame = self.recipe.frame(chunk)
        texts = {name: strings(frame.variables[name]) for name in self.variables}
        return Seen(
            {name: _levels(frame.variables[name]) for name in self.variables},
            {name: frozenset(t for t in values if t is not None) for name, values in texts.items()},
            {
                name: _distinct(chunk, node)
                for name, node in self.variables.items()
                if not isinstance(node, Symbol)
            },
            {
                str(name): tuple(column.cat.categories)
                for name, column in chunk.items()
                if isinstance(column.dtype, pd.CategoricalDtype)
            },
        )


def surveyed(recipe: Recipe, source: Source) -> Recipe:
    """Return the recipe with levels and contrasts; a pass is made only if there are factors."""
    first = source.first(recipe.columns)
    check_subset(recipe, first)
    frame = recipe.frame(first)
    variables = {
        name: node
        for name, node in zip(recipe.terms.frame_names, recipe.terms.variables, strict=True)
        if class_of(frame.variables[name]) in WITH_LEVELS
    }
    if frame.response is not None and class_of(frame.response) == "character":
        del variables[recipe.terms.frame_names[0]]  # text is no response, which the fit says
    if variables:
        look = Look(recipe, variables)
        recipe = _with_levels(recipe, variables, source.each(recipe.columns, look, "levels"))
    return replace(recipe, contrasts=_contrasts(recipe, frame))


def _levels(column: Any) -> tuple[str, ...]:
    return tuple(column.categories) if isinstance(column, pd.Categorical) else ()


def _distinct(chunk: pd.DataFrame, node: Node) -> pd.DataFrame | None:
    names = [name for name in dict.fromkeys(symbols_in(node)) if name in chunk]
    rows = chunk[names].drop_duplicates()
    return rows if len(rows) <= MOST_VALUES else None


def _with_levels(recipe: Recipe, variables: Mapping[str, Node], found: Iterable[Seen]) -> Recipe:
    chunks = list(found)
    categories = _united([seen.categories for seen in chunks])
    recipe = replace(recipe, categories=categories)
    levels = {name: _ordered(recipe, name, node, chunks) for name, node in variables.items()}
    return replace(recipe, levels=levels)


def _united(parts: Sequence[Mapping[str, tuple[Any, ...]]]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, dict[Any, None]] = {}
    for part in parts:
        for name, values in part.items():
            found.setdefault(name, {}).update(dict.fromkeys(values))
    return {name: tuple(values) for name, values in found.items()}


def _ordered(recipe: Recipe, name: str, node: Node, chunks: Sequence[Seen]) -> tuple[str, ...]:
    """Return the levels of a variable that occur, in R's order."""
    occurring = frozenset[str]().union(*(seen.occurring[name] for seen in chunks))
    known = {seen.levels[name] for seen in chunks}
    if known == {()}:
        return tuple(levels_of(np.array(sorted(occurring), dtype=object)))
    if len(known) == 1 or isinstance(node, Symbol):
        whole: Sequence[str] = _united([seen.levels for seen in chunks if name in seen.levels])[
            name
        ]
    else:
        whole = _levels_of_call(recipe, name, node, [seen.values[name] for seen in chunks])
    return tuple(level for level in whole if level in occurring)


def _levels_of_call(
    recipe: Recipe, name: str, node: Node, parts: Sequence[pd.DataFrame | None]
) -> tuple[str, ...]:
    """Return the levels of a variable made of columns, from all their distinct values."""
    kept = [part for part in parts if part is not None]
    if len(kept) < len(parts):
        raise RError(
            f"'{name}' has more than {MOST_VALUES} distinct values",
            "A factor of so many levels is fitted in memory, if at all; is it a number?",
        )
    values = pd.concat([recipe.prepared(part) for part in kept]).drop_duplicates()
    return _levels(evaluate(node, Scope(values, recipe.environment)))


def _contrasts(recipe: Recipe, frame: ModelFrame) -> dict[str, Any]:
    """Return the contrasts of every factor: options do not travel to where chunks are."""
    of, found = recipe.terms, dict(recipe.contrasts or {})
    in_terms = {variable for term in of.members for variable in term}
    for position, name in enumerate(of.frame_names):
        kind = class_of(frame.variables[name])
        if position in in_terms and kind in (*WITH_LEVELS, "logical"):
            found.setdefault(name, current().contrasts[kind == "ordered"])
    return found

"""From variables to columns of numbers: factors by contrasts, and products for interactions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.columns import (
    Column,
    Doubles,
    Matrix,
    class_of,
    missing,
    numbers,
    strings,
)
from rnet.formulas.contrast_functions import KeptContrast
from rnet.formulas.contrast_table import contrast_matrix
from rnet.formulas.encoding import Contrast
from rnet.formulas.factor_functions import levels_of
from rnet.formulas.model_frame import ModelFrame
from rnet.formulas.own_contrasts import own_contrasts
from rnet.formulas.terms import Terms
from rnet.settings import current
from rnet.values import axis_names

FACTOR_LIKE = frozenset({"factor", "ordered", "character", "logical"})


@dataclass(frozen=True, slots=True)
class Block:
    """Columns of a design matrix and their names: values of shape (n, k), or (n,) for k = 1."""

    values: Doubles
    names: list[str]


@dataclass(frozen=True, slots=True)
class NumericCoding:
    """A numeric variable: itself, whatever the term."""

    block: Block
    is_factor: bool = False

    def coded(self, *, full: bool) -> Block:
        """Return the columns."""
        del full
        return self.block


@dataclass(frozen=True, slots=True)
class FactorCoding:
    """A factor: its codes (-1 for missing), its levels and its contrasts."""

    label: str
    codes: npt.NDArray[np.int64]
    levels: Sequence[str]
    contrasts: pd.DataFrame
    is_factor: bool = True

    def coded(self, *, full: bool) -> Block:
        """Return the columns: indicators of all levels, or the contrasts."""
        if full:
            matrix, suffixes = np.eye(len(self.levels)), list(self.levels)
        else:
            matrix = self.contrasts.to_numpy(dtype=np.float64)
            suffixes = _suffixes(self.contrasts)
        padded = np.vstack([matrix, np.full((1, matrix.shape[1]), np.nan)])
        return Block(padded[self.codes], [self.label + suffix for suffix in suffixes])


def _suffixes(contrasts: pd.DataFrame) -> list[str]:
    names = axis_names(contrasts.columns)
    if names is None:
        return [str(number) for number in range(1, contrasts.shape[1] + 1)]
    return [str(name) for name in names]


def coded_blocks(
    frame: ModelFrame, contrasts: Mapping[str, Any] | None
) -> tuple[dict[int, NumericCoding | FactorCoding], dict[str, Contrast]]:
    """Return the coding of every variable but the response, and the contrasts used."""
    of = frame.terms
    wanted = dict(contrasts or {})
    codings: dict[int, NumericCoding | FactorCoding] = {}
    used: dict[str, Contrast] = {}
    frame_names = of.frame_names
    for name in wanted.keys() - set(frame_names[of.response :]):
        warn(f"variable '{name}' is absent, its contrast will be ignored", stacklevel=5)
    in_terms = {0} if any(0 in term for term in of.members) else set()
    for position in range(len(of.variables)):
        if position < of.response and position not in in_terms:
            continue
        name, label = frame_names[position], of.variable_labels[position]
        column = frame.variables[name]
        if class_of(column) not in FACTOR_LIKE:
            if name in wanted:
                raise RError("contrasts apply only to factors", f"'{name}' is numeric.")
            codings[position] = _numeric(column, label)
        else:
            choice = wanted.get(name, _kept_choice(of, name))
            known = of.encoding.levels.get(name)
            coding, used[name] = _factor(column, label, known, choice)
            codings[position] = coding
    return codings, used


def _kept_choice(of: Terms, name: str) -> Contrast | None:
    """Return the contrasts of the fit, or those that `C()` gave the variable."""
    kept = of.encoding.bases.get(name)
    return of.encoding.contrasts.get(
        name, kept.contrast if isinstance(kept, KeptContrast) else None
    )


def _numeric(column: Column, label: str) -> NumericCoding:
    if isinstance(column, Matrix):
        count = column.values.shape[1]
        given = column.column_names or tuple(str(number) for number in range(1, count + 1))
        names = [label] if count == 1 else [label + suffix for suffix in given]
        return NumericCoding(Block(column.values, names))
    return NumericCoding(Block(numbers(column), [label]))


def _factor(
    column: Column, label: str, known: Sequence[str] | None, choice: Any
) -> tuple[FactorCoding, Contrast]:
    kind = class_of(column)
    levels = _levels(column, kind, known)
    if len(levels) < 2:
        raise RError(
            "contrasts can be applied only to factors with 2 or more levels",
            f"'{label}' has {len(levels)} level{'s' * (len(levels) != 1)}: leave it out.",
        )
    if choice is None:
        choice = own_contrasts(column)
    if choice is None:
        choice = current().contrasts[kind == "ordered"]
    matrix = contrast_matrix(choice, levels)
    used = choice if isinstance(choice, str) else matrix
    return FactorCoding(label, _codes(column, levels), levels, matrix), used


def _levels(column: Column, kind: str, known: Sequence[str] | None) -> list[str]:
    if isinstance(column, pd.Categorical):
        return list(column.categories)
    if kind == "logical":
        return ["FALSE", "TRUE"]
    return levels_of(column) if known is None else list(known)


def _codes(column: Column, levels: Sequence[str]) -> npt.NDArray[np.int64]:
    if isinstance(column, pd.Categorical):
        return column.codes.astype(np.int64)
    if class_of(column) == "logical":
        return np.where(missing(column), -1, numbers(column)).astype(np.int64)
    found = pd.Index(list(levels)).get_indexer(pd.Index(strings(column), dtype=object))
    return found.astype(np.int64)


def interaction(blocks: Sequence[Block]) -> Block:
    """Return all products of columns, those of the first block varying fastest."""
    if len(blocks) == 1:
        return blocks[0]
    values, names = _two_dimensional(blocks[0]), blocks[0].names
    for block in blocks[1:]:
        right = _two_dimensional(block)
        products = values[:, None, :] * right[:, :, None]
        values = products.reshape(len(values), values.shape[1] * right.shape[1])
        names = [f"{a}:{b}" for b in block.names for a in names]
    return Block(values, names)


def _two_dimensional(block: Block) -> Doubles:
    return block.values if block.values.ndim == 2 else block.values[:, None]


def join_columns(blocks: Sequence[Block], rows: int) -> tuple[Doubles, list[str]]:
    """Return blocks side by side, column-major, and all their names."""
    names = [name for block in blocks for name in block.names]
    values = np.empty((rows, len(names)), order="F")
    start = 0
    for block in blocks:
        stop = start + len(block.names)
        if block.values.ndim == 1:
            values[:, start] = block.values
        else:
            values[:, start:stop] = block.values
        start = stop
    return values, names

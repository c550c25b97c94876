"""Unreplicated complete blocks: one value for each treatment in each block."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.formulas.columns import as_column, numbers
from rnet.formulas.factor_functions import as_factor
from rnet.formulas.formula import Formula, formula_from_tree, parse_formula
from rnet.formulas.model_frame import model_frame
from rnet.hypothesis.count_table import table_cells
from rnet.hypothesis.samples import argument_text, is_formula
from rnet.language.deparse import deparse_line
from rnet.language.tree import Argument, Call, Symbol

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Blocks:
    """Values by block and treatment.

    Attributes
    ----------
    values : ndarray of shape (blocks, treatments)
    name : str
        R's name of the data.
    """

    values: Doubles
    name: str


def blocks_of(
    call: Call, y: Any, groups: Any, blocks: Any, data: Any, subset: Any, na_action: Any
) -> Blocks:
    """Return the blocks without missing values.

    Raises
    ------
    RError
        R's text for blocks that are not complete, or a wrong formula.
    """
    if is_formula(y):
        return _of_formula(y, groups if data is None else data, subset, na_action)
    name = argument_text(call, "y")
    cells = table_cells(y)
    if cells is not None and cells.ndim == 2:
        return Blocks(cells[~np.isnan(cells).any(axis=1)], name)
    for value, label in ((groups, "groups"), (blocks, "blocks")):
        if value is None:
            raise RError(f'argument "{label}" is missing, with no default', "Or give a matrix.")
    if len({len(z) for z in (y, groups, blocks)}) > 1:
        raise RError(
            "'y', 'groups' and 'blocks' must have the same length",
            "Or give a matrix, or a formula.",
        )
    name = f"{name}, {argument_text(call, 'groups')} and {argument_text(call, 'blocks')}"
    return Blocks(_arranged(np.asarray(y, dtype=np.float64), groups, blocks), name)


def _arranged(values: Doubles, groups: Any, blocks: Any) -> Doubles:
    factors = [as_factor(as_column(z, "groups")) for z in (groups, blocks)]  # type: ignore[arg-type]
    shape = tuple(len(factor.categories) for factor in factors)
    codes = [np.asarray(factor.codes) for factor in factors]
    counts = np.zeros(shape, dtype=int)
    np.add.at(counts, tuple(codes), 1)
    if (counts != 1).any():
        raise RError(
            "not an unreplicated complete block design", "Every treatment once in every block."
        )
    cells = np.empty(shape)
    cells[tuple(codes)] = values
    return cells.T[~np.isnan(cells.T).any(axis=1)]


def _of_formula(formula: Any, data: Any, subset: Any, na_action: Any) -> Blocks:
    parsed = parse_formula(formula)
    if parsed.response is None:
        raise RError("'formula' missing", "Write it as 'response ~ treatment | block'.")
    match parsed.right:
        case Call(Symbol("|"), (Argument(_, Symbol() as group), Argument(_, Symbol() as block))):
            pass
        case _:
            raise RError("incorrect specification for 'formula'", "'response ~ treatment | block'.")
    plus = Call(Symbol("+"), (Argument(None, group), Argument(None, block)))
    sides = (Argument(None, parsed.response), Argument(None, plus))
    plain: Formula = formula_from_tree(Call(Symbol("~"), sides))
    frame = model_frame(plain, data, subset=subset, na_action=na_action)
    response, *factors = frame.variables.values()
    name = " and ".join([deparse_line(parsed.response), group.name, block.name])
    return Blocks(_arranged(numbers(response), *factors), name)

"""`model_matrix`: the design matrix of a model, with R's columns and names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import warn
from rnet.formulas.coding import Block, coded_blocks, interaction, join_columns
from rnet.formulas.columns import Doubles
from rnet.formulas.encoding import Contrast
from rnet.formulas.fitted import HasDesign
from rnet.formulas.formula import Formula
from rnet.formulas.model_frame import ModelFrame, model_frame
from rnet.formulas.terms import Terms
from rnet.record import Record
from rnet.values import named_matrix

INTERCEPT = "(Intercept)"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class DesignMatrix(Record):
    """A design matrix.

    Attributes
    ----------
    values : ndarray of float64, shape (n, p)
        Column-major.
    column_names : list of str
        R's names, p of them.
    assign : ndarray of int, shape (p,)
        The term each column belongs to, counted from 1; 0 is the intercept.
    contrasts : dict
        For each factor of the model the contrasts used: a name, or a matrix.
    row_names : sequence of str
    terms : Terms
        The terms with the whole encoding, contrasts included.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("values", "assign", "contrasts")

    values: Doubles
    column_names: list[str]
    assign: npt.NDArray[np.int64]
    contrasts: dict[str, Contrast]
    row_names: Sequence[str]
    terms: Terms

    def to_pandas(self) -> pd.DataFrame:
        """Return the numbers as a matrix with names."""
        return named_matrix(self.values, self.row_names, self.column_names)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> npt.NDArray[Any]:
        return np.array(self.values, dtype=dtype, copy=copy)

    def __len__(self) -> int:
        return len(self.values)

    def __str__(self) -> str:
        from rnet.formulas.print_design import format_design  # noqa: PLC0415 - seldom wanted

        return format_design(self)


def model_matrix(
    frame_or_formula: ModelFrame | Terms | Formula | str | HasDesign,
    data: Any = None,
    contrasts: Mapping[str, Any] | None = None,
) -> DesignMatrix:
    """Return the design matrix of a formula.

    Parameters
    ----------
    frame_or_formula : ModelFrame, str, Formula, Terms or fit
        A model frame, or what `model_frame` makes one of; of a fit, its own design matrix.
    data : DataFrame, optional
        As for `model_frame`.
    contrasts : mapping, optional
        Contrasts by factor (R's `contrasts.arg`): a name such as "contr.sum", a function of the
        levels, or a matrix with one row per level. Without it those of the fit whose terms these
        are, else the option `contrasts`.

    Returns
    -------
    DesignMatrix

    Raises
    ------
    RError
        ``contrasts can be applied only to factors with 2 or more levels``.

    Notes
    -----
    R page: `?model.matrix`. A factor (text and logical variables count as factors) is coded by
    contrasts where the rest of its term is in the model, else by all its levels; without an
    intercept the first term with a factor gets all levels.

    Examples
    --------
    >>> model_matrix("~ a", {"a": ["x", "y", "z"]}).column_names
    ['(Intercept)', 'ay', 'az']
    """
    if isinstance(frame_or_formula, HasDesign):
        return frame_or_formula.used_design
    if isinstance(data, ModelFrame):
        frame_or_formula = data
    if isinstance(frame_or_formula, ModelFrame):
        frame = frame_or_formula
    else:
        frame = model_frame(frame_or_formula, data)
    return design_of(frame, contrasts)


def design_of(frame: ModelFrame, contrasts: Mapping[str, Any] | None) -> DesignMatrix:
    """Return the design matrix of a model frame."""
    of = frame.terms
    blocks, used = coded_blocks(frame, contrasts)
    n = len(frame)
    parts: list[Block] = [Block(np.ones((n, 1)), [INTERCEPT])] if of.intercept else []
    assign: list[int] = [0] * of.intercept
    for number, (term, coding) in enumerate(_term_codings(of, blocks), start=1):
        if not term:
            continue
        if of.response and term == (0,):
            warn("the response appeared on the right-hand side and was dropped", stacklevel=4)
            warn(
                f"problem with term {number} in model.matrix: no columns are assigned",
                stacklevel=4,
            )
            continue
        block = interaction([blocks[v].coded(full=code == 2) for v, code in coding])
        parts.append(block)
        assign.extend([number] * len(block.names))
    values, names = join_columns(parts, n)
    return DesignMatrix(
        values=values,
        column_names=names,
        assign=np.array(assign, dtype=np.int64),
        contrasts=used,
        row_names=frame.row_names,
        terms=of.with_encoding(contrasts=used),
    )


def _term_codings(of: Terms, blocks: Mapping[int, Any]) -> Any:
    """Yield each term with the coding of its variables: 1 by contrasts, 2 by all levels."""
    needs_full = not of.intercept
    for number, term in enumerate(of.members):
        coding = [(variable, int(of.factors[variable, number])) for variable in term]
        if needs_full and any(blocks[variable].is_factor for variable in term):
            coding = [(variable, 2) for variable in term]
            needs_full = False
        yield term, coding

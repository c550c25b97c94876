"""caret's `dummyVars`: indicator columns of factors, for other programs' matrices."""  # noqa: N999 - R's spelling

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from rnet.conditions import RError, warn
from rnet.evaluate.print_dummyVars import format_dummy_vars
from rnet.formulas.all_vars import all_vars
from rnet.formulas.coding import FACTOR_LIKE
from rnet.formulas.formula import Formula, parse_formula
from rnet.formulas.model_frame import ModelFrame, model_frame, model_frame_for
from rnet.formulas.model_matrix import DesignMatrix, design_of
from rnet.formulas.terms import Terms, terms
from rnet.formulas.variables import data_frame
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.record import Record
from rnet.values import named_matrix


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DummyVars(Record):
    """How variables become columns of indicators.

    Attributes
    ----------
    call : Call
    form : Formula
    vars, facVars : list of str
        The variables, and those of them that are factors.
    lvls : dict
        Levels of each factor.
    sep : str or None
        What stands between a factor's name and a level.
    terms : Terms
    levelsOnly, fullRank : bool
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "call", "form", "vars", "facVars", "lvls", "sep", "terms", "levelsOnly", "fullRank",
    )  # fmt: skip

    call: Call
    form: Formula
    vars: list[str]
    facVars: list[str]  # noqa: N815 - R's name
    lvls: dict[str, list[str]]
    sep: str | None
    terms: Terms
    levelsOnly: bool  # noqa: N815 - R's name
    fullRank: bool  # noqa: N815 - R's name

    def __str__(self) -> str:
        return format_dummy_vars(self)

    def predict(self, newdata: Any, na_action: Any = "na.pass") -> pd.DataFrame:
        """Return the columns of new cases, a matrix with names.

        Parameters
        ----------
        newdata : DataFrame or mapping
            All variables of the formula, a response too (as caret wants it).
        na_action : str or function
            By default columns of missing values are missing.

        Raises
        ------
        RError
            ``Variable(s) 'a' are not in newdata``; ``factor a has new level w``.

        Warns
        -----
        RWarning
            ``variable 'y' is not a factor``, if the response is one (R says so).
        """
        table = _table(newdata)
        absent = [f"'{name}'" for name in self.vars if name not in table.columns]
        if absent:
            raise RError(f"Variable(s) {', '.join(absent)} are not in newdata")
        frame = model_frame_for(self.terms, table[self.vars], na_action=na_action)
        for name in self.lvls:
            if name not in frame.variables:
                warn(f"variable '{name}' is not a factor")
        design = design_of(frame, None if self.fullRank else _indicators(frame))
        return _without_intercept(design, self._column_names(design))

    def _column_names(self, design: DesignMatrix) -> list[str]:
        """Return the names, those of factors by themselves with separator or levels only."""
        labels = ("", *design.terms.labels)
        between = self.sep or ""
        names = []
        for term, name in zip(design.assign, design.column_names, strict=True):
            label = labels[term]
            level = name.removeprefix(label)
            if level in self.lvls.get(label, ()):
                names.append(level if self.levelsOnly else label + between + level)
            else:
                names.append(name)
        return names


@keeps_call("dummyVars.default")
def dummyVars(  # noqa: N802 - R's name
    call: Call,
    formula: str | Formula,
    data: Any,
    sep: str | None = ".",
    levelsOnly: bool = False,  # noqa: N803 - R's argument name
    fullRank: bool = False,  # noqa: N803 - R's argument name
) -> DummyVars:
    """Prepare indicator columns of the factors of a formula; `predict` makes them.

    Parameters
    ----------
    formula : str or Formula
        Which variables; `.` stands for all columns. A response makes no columns.
    data : DataFrame or mapping
        Cases whose levels count.
    sep : str or None
        What stands between a factor's name and its level.
    levelsOnly : bool
        Whether factors' columns are named by their levels alone.
    fullRank : bool
        Whether factors are coded by contrasts, one column fewer than levels. Otherwise every
        level has its column; ordered factors keep their polynomial contrasts.

    Returns
    -------
    DummyVars
        Its `predict(newdata)` is a matrix with names.

    Raises
    ------
    RError
        ``undefined columns selected``, if `data` lacks a variable; with `levelsOnly`, if two
        factors share a level.

    Notes
    -----
    R page: `?caret::dummyVars`. Where caret is odd: `sep` and `levelsOnly` change the columns of
    factors' levels only, not of ordered factors, text and logical variables, nor of interactions.

    Examples
    --------
    >>> import rnet
    >>> cases = {"size": [1.0, 2.0, 3.0], "kind": pd.Categorical(["a", "b", "a"])}
    >>> list(rnet.predict(rnet.dummyVars("~ .", cases), cases).columns)
    ['size', 'kind.a', 'kind.b']
    """
    table = _table(data)
    form = parse_formula(formula)
    variables = all_vars(terms(form, table).formula)
    if not set(variables) <= set(table.columns):
        raise RError("undefined columns selected", "The data lack a variable of the formula.")
    frame = model_frame(form, table, na_action="na.pass")
    factors = [name for name in variables if isinstance(table[name].dtype, pd.CategoricalDtype)]
    levels = {name: list(table[name].array.categories) for name in factors}
    if levelsOnly:
        _check_levels_differ(levels)
    return DummyVars(call, form, variables, factors, levels, sep, frame.terms, levelsOnly, fullRank)


def _table(data: Any) -> pd.DataFrame:
    table = data_frame(data)
    return pd.DataFrame() if table is None else table


def _check_levels_differ(levels: dict[str, list[str]]) -> None:
    every = [level for own in levels.values() for level in own]
    shared = [level for level in dict.fromkeys(every) if every.count(level) > 1]
    if shared:
        raise RError(
            "You requested `levelsOnly = TRUE` but the following levels are not unique across "
            f"predictors: {', '.join(shared)}"
        )


def _indicators(frame: ModelFrame) -> dict[str, pd.DataFrame]:
    """Return contrasts that are no contrasts: every level of factors without order."""
    of = frame.terms
    coded = {of.frame_names[variable] for term in of.members for variable in term}
    matrices = {}
    for name in of.frame_names:
        kind = of.encoding.classes[name]
        if name in coded and kind in FACTOR_LIKE and kind != "ordered":
            known = ("FALSE", "TRUE") if kind == "logical" else of.encoding.levels[name]
            matrices[name] = pd.DataFrame(np.eye(len(known)), list(known), list(known))
    return matrices


def _without_intercept(design: DesignMatrix, names: list[str]) -> pd.DataFrame:
    of_terms = design.assign > 0
    kept = [name for name, keep in zip(names, of_terms, strict=True) if keep]
    return named_matrix(design.values[:, of_terms], design.row_names, kept)

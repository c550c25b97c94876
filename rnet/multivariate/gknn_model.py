"""Stored cases and how they vote: R's class `gknn`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import factor_of
from rnet.formulas.model_frame import model_frame_for
from rnet.formulas.model_matrix import model_matrix
from rnet.formulas.terms import Terms
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.multivariate.neighbours import DISTANCES, neighbours, winners
from rnet.printing.component_table import NO_CLASS, ComponentTable
from rnet.record import Record
from rnet.rng.state import DRAWING
from rnet.values import is_matrix, named_matrix, row_names
from rnet.vector_machine.matrix_input import read_matrix

Doubles = npt.NDArray[np.float64]
TYPES = ("class", "votes", "prob")


@dataclass(frozen=True, slots=True)
class Standardised:
    """Cases, and how their columns and those of new cases are scaled.

    Attributes
    ----------
    x : DataFrame, shape (n, p)
        As given.
    to_scale : ndarray of bool, shape (p,)
    centers, scales : ndarray, shape (p,)
    terms : Terms or None
        The formula, with the encoding of its variables.
    """

    x: pd.DataFrame
    to_scale: npt.NDArray[np.bool_]
    centers: Doubles
    scales: Doubles
    terms: Terms | None

    def apply(self, values: Doubles) -> Doubles:
        """Return cases with their columns scaled."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(self.to_scale, (values - self.centers) / self.scales, values)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class GKNN(Record):
    """A classifier or regression by nearest neighbours.

    Attributes
    ----------
    training : Standardised
    y : Categorical or ndarray, shape (n,)
        The response.
    k : int
    FUN : callable
    method : str
        The distance.
    use_all : bool
    call : Call or None
        The call of the formula interface.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "x", "y", "k", "FUN", "method", "use_all", "scaled", "scale", "call", "terms",
    )  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("call", "terms")

    training: Standardised
    y: Any
    k: int
    FUN: Callable[[Any], float]
    method: str
    use_all: bool
    call: Call | None

    def __str__(self) -> str:
        return "Object of class 'gknn'."

    @property
    def x(self) -> pd.DataFrame:
        """The cases, scaled."""
        cases = self.training.x
        values = self.training.apply(cases.to_numpy())
        return named_matrix(values, list(cases.index), list(cases.columns))

    @property
    def scaled(self) -> bool:
        """Whether any column is scaled."""
        return bool(self.scale.any())

    @property
    def scale(self) -> npt.NDArray[np.bool_]:
        """Which columns are scaled."""
        return self.training.to_scale

    @property
    def terms(self) -> Terms | None:
        """The formula, with the encoding of its variables."""
        return self.training.terms

    def predict(
        self,
        newdata: Any = None,
        type: str = "class",  # noqa: A002 - R's argument name
    ) -> Any:
        """Return what the neighbours of new cases say.

        Parameters
        ----------
        newdata : DataFrame or array, optional
            New cases; rows that miss a value are left out. Without it, the training response.
        type : {"class", "votes", "prob"}
            The class with most votes (ties are drawn from R's random stream), the votes, or
            their shares. A regression gives numbers.

        Returns
        -------
        Categorical or ndarray (Series where cases have names), or DataFrame of votes
        """
        way = match_arg(type, TYPES)
        if newdata is None:
            names = list(self.training.x.index) if self.terms is not None else None
            return _named(self.y, names)
        values, names = self._new_cases(newdata)
        distances = DISTANCES[self.method](self.training.apply(values), self.x.to_numpy())
        with DRAWING:
            if not isinstance(self.y, pd.Categorical):
                near = [neighbours(row, int(self.k), self.use_all) for row in distances]
                return _named(np.array([float(self.FUN(self.y[rows])) for rows in near]), names)
            levels = [str(level) for level in self.y.categories]
            votes = np.array([self._votes(row, len(levels)) for row in distances])
            votes = votes.reshape(len(distances), len(levels))
            if way == TYPES[0]:
                return _named(factor_of(winners(votes), levels, ordered=False), names)
        if way == TYPES[2]:
            votes = votes / votes.sum(axis=1, keepdims=True)
        return named_matrix(votes, names, levels)

    def summary(self) -> ComponentTable:
        """Return length, class and mode of the components, as R's `summary` does."""
        factor = isinstance(self.y, pd.Categorical)
        rows = [
            ("x", self.training.x.size, NO_CLASS, "numeric"),
            ("y", len(self.y), "factor" if factor else NO_CLASS, "numeric"),
            ("k", 1, NO_CLASS, "numeric"),
            ("FUN", 1, NO_CLASS, "function"),
            ("method", 0, NO_CLASS, "NULL"),
            ("use_all", 1, NO_CLASS, "logical"),
            ("scaled", 1, NO_CLASS, "logical"),
            ("scale", len(self.scale), NO_CLASS, "logical"),
        ]
        if self.call is not None and self.terms is not None:
            rows += [
                ("call", len(self.call.arguments) + 1, NO_CLASS, "call"),
                ("terms", 2 + self.terms.response, "terms", "call"),
            ]
        return ComponentTable(tuple(rows))

    def _votes(self, distances: Doubles, classes: int) -> Doubles:
        if self.k < 1:
            return np.zeros(classes)
        codes = self.y.codes[neighbours(distances, int(self.k), self.use_all)]
        return np.bincount(codes[codes >= 0], minlength=classes).astype(np.float64)

    def _new_cases(self, newdata: Any) -> tuple[Doubles, list[str] | None]:
        """Return complete new cases and their names; None where a matrix has none."""
        if self.terms is None:
            given = read_matrix(newdata)
            values = np.asarray(given.values, dtype=np.float64)
            if values.shape[1] != self.training.x.shape[1]:
                raise RError(
                    "(subscript) logical subscript too long"
                    if self.scaled
                    else "x and y must be conform in columns.",
                    f"They have {values.shape[1]} and {self.training.x.shape[1]}.",
                )
            names = given.row_names if _has_names(newdata) else None
        else:
            frame = newdata
            if not isinstance(newdata, pd.DataFrame):
                frame = pd.DataFrame(np.asarray(newdata), columns=list(self.training.x.columns))
            elif is_matrix(newdata):
                frame = newdata.set_axis(list(newdata.columns), axis=1)
            values = model_matrix(model_frame_for(self.terms, frame)).values
            names = row_names(frame) if isinstance(newdata, pd.DataFrame) else None
        kept = ~np.isnan(values).any(axis=1)
        chosen = None if names is None else [names[row] for row in np.flatnonzero(kept)]
        return values[kept], chosen


def _has_names(newdata: Any) -> bool:
    return isinstance(newdata, pd.DataFrame) and not isinstance(newdata.index, pd.RangeIndex)


def _named(values: Any, names: list[str] | None) -> Any:
    return values if names is None else pd.Series(values, index=pd.Index(names, dtype=object))

"""Means of the response by the levels of factors, adjusted by projection where cells are uneven."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.formulas.terms import Terms
from rnet.linear.error_strata import AOVStrata
from rnet.linear.linear_model import LM
from rnet.linear.lm_fit import LeastSquares
from rnet.linear.model_data import ModelData
from rnet.sums import corrected_mean, extended_mean

Floats: TypeAlias = npt.NDArray[np.float64]
Codes: TypeAlias = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Projections:
    """The response projected on the terms of a model.

    Attributes
    ----------
    model_data : ModelData
        Whose factors make the cells.
    parts : mapping of int to ndarray, shape (n,)
        By number of the term; 0 is the intercept.
    grand_mean : float or None
        The mean of the projection on the intercept; None without one.
    """

    model_data: ModelData
    parts: Mapping[int, Floats]
    grand_mean: float | None

    @property
    def terms(self) -> Terms:
        """The terms of the model."""
        return self.model_data.design.terms

    def factor_terms(self) -> list[str]:
        """Return the labels of the terms that are made of factors only."""
        of = self.terms
        return [
            label
            for label, members in zip(of.labels, of.members, strict=True)
            if all(of.frame_names[i] in self.model_data.xlevels for i in members)
        ]

    def numeric_variables(self) -> list[str]:
        """Return the predictors that are no factors."""
        of = self.terms
        used = sorted({i for members in of.members for i in members})
        names = [of.frame_names[i] for i in used]
        return [name for name in names if name not in self.model_data.xlevels]


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a term, first factor fastest.

    Attributes
    ----------
    factors : mapping of str to list of str
        The levels of its factors.
    codes : ndarray, shape (n,)
        The cell of each case.
    """

    factors: Mapping[str, list[str]]
    codes: Codes

    @property
    def shape(self) -> tuple[int, ...]:
        """How many levels each factor has."""
        return tuple(map(len, self.factors.values()))

    def labels(self) -> list[str]:
        """Return the names of the cells, levels joined by colons."""
        levels = list(self.factors.values())[::-1]
        return [":".join(reversed(cell)) for cell in product(*levels)]

    def counts(self) -> Floats:
        """Return how many cases each cell has, shape (cells,)."""
        return np.bincount(self.codes, minlength=int(np.prod(self.shape))).astype(np.float64)

    def means(self, values: Floats) -> Floats:
        """Return the mean in each cell, shape (cells,); NaN in an empty one."""
        found = np.full(int(np.prod(self.shape)), np.nan)
        for cell in np.unique(self.codes):
            found[cell] = extended_mean(values[self.codes == cell])
        return found


def projections(fit: LM | AOVStrata) -> Projections:
    """Return the response projected on every term of a model, also of one with strata."""
    if isinstance(fit, LM):
        return _of_model(fit)
    parts = {0: np.full(len(fit.model_data.frame.row_names), fit.grand_mean)}
    for name, stratum in fit.strata.items():
        for number in stratum.effects().numbers():
            turned = np.zeros(len(fit.rows[name]))
            turned[fit.rows[name]] = _projected(stratum.fit, stratum.terms, number)
            parts[number] = fit.rotation.times(turned)
    return Projections(fit.model_data, parts, fit.grand_mean)


def _of_model(fit: LM) -> Projections:
    numbers = [int(number) for number in np.unique(fit.assign[fit.estimated])]
    parts = {number: _projected(fit.fit, fit.assign, number) for number in numbers}
    weights = fit.model_data.frame.weights
    if weights is not None:
        root = np.sqrt(weights[fit.used])
        parts = {number: _spread(part / root, fit.used) for number, part in parts.items()}
    mean = float(parts[0][0]) if 0 in parts else None
    if weights is None and mean is not None:
        mean = corrected_mean(fit.fit.fitted_values + fit.fit.residuals)
    return Projections(fit.model_data, parts, mean)


def _spread(values: Floats, used: npt.NDArray[np.bool_]) -> Floats:
    whole = np.zeros(len(used))
    whole[used] = values
    return whole


def _projected(fit: LeastSquares, assign: Codes, number: int) -> Floats:
    """Return the response of a fit projected on the columns of a term, shape (m,)."""
    effects = np.zeros(len(fit.effects))
    chosen = np.flatnonzero(assign[fit.qr.pivot[: fit.rank]] == number)
    effects[chosen] = fit.effects[chosen]
    return np.asarray(fit.qr.times(effects))


def cells_of(made: ModelData, label: str) -> Cells:
    """Return the cells of a term of factors."""
    of = made.design.terms
    return _cells(made, of.members[of.labels.index(label)])


def _cells(made: ModelData, members: tuple[int, ...]) -> Cells:
    names = [made.design.terms.frame_names[i] for i in members]
    known = {name: made.xlevels[name] for name in names}
    codes, size = np.zeros(len(made.frame.row_names), dtype=np.int64), 1
    for name, levels in known.items():
        column = made.frame.variables[name]
        texts = pd.Categorical(np.asarray(column).astype(str), categories=levels)
        codes += size * texts.codes.astype(np.int64)
        size *= len(levels)
    return Cells(known, codes)


def effects_of(of: Projections, label: str) -> Floats:
    """Return the mean in each cell of the response projected on the term."""
    return cells_of(of.model_data, label).means(of.parts[of.terms.labels.index(label) + 1])


def means_of(of: Projections, label: str) -> Floats:
    """Return the means of a term's cells: the grand mean and the effects of its margins."""
    members = set(of.terms.members[of.terms.labels.index(label)])
    whole = of.parts.get(0, np.zeros(len(of.model_data.frame.row_names))).copy()
    for number, margin in enumerate(of.terms.members, start=1):
        if set(margin) <= members and number in of.parts:
            whole += of.parts[number]
    return cells_of(of.model_data, label).means(whole)

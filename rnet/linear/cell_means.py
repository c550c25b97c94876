"""Means of the response by the levels of factors, adjusted by projection where cells are uneven."""

from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.linear.linear_model import LM
from rnet.sums import corrected_mean

Floats: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class CellMeans:
    """The cells of a term, first factor fastest: labels, means and counts, shape (cells,)."""

    labels: list[str]
    means: Floats
    counts: Floats


def factor_terms(fit: LM) -> list[str]:
    """Return the labels of the terms that are made of factors only."""
    of = fit.terms
    return [
        label
        for label, members in zip(of.labels, of.members, strict=True)
        if all(_is_factor(fit, i) for i in members)
    ]


def _is_factor(fit: LM, position: int) -> bool:
    return fit.terms.frame_names[position] in fit.xlevels


def cell_means(fit: LM, label: str) -> CellMeans:
    """Return the means of a term's cells: the grand mean and the effects of its margins.

    The effect of a term is the mean, in each cell, of the response projected on the term.
    """
    of = fit.terms
    members = of.members[of.labels.index(label)]
    levels, codes = _cells(fit, members)
    counts = np.bincount(codes, minlength=len(levels)).astype(np.float64)
    projected = np.zeros(len(codes))
    for number, margin in enumerate(of.members, start=1):
        if set(margin) <= set(members):
            _, inner = _cells(fit, margin)
            projection = _projection(fit, number)
            sizes = np.bincount(inner)
            sums = np.bincount(inner, weights=projection)
            with np.errstate(invalid="ignore"):
                projected += (sums / sizes)[inner]
    with np.errstate(invalid="ignore"):
        means = np.bincount(codes, weights=projected, minlength=len(levels)) / counts
    grand = corrected_mean(fit.fit.fitted_values + fit.fit.residuals)
    return CellMeans(levels, means + grand, counts)


def _cells(fit: LM, members: tuple[int, ...]) -> tuple[list[str], npt.NDArray[np.int64]]:
    """Return the names of the cells of some factors, first one fastest, and that of each case."""
    names = [fit.terms.frame_names[i] for i in members]
    known = [fit.xlevels[name] for name in names]
    labels = [":".join(reversed(cell)) for cell in product(*reversed(known))]
    codes, size = np.zeros(len(fit.fit.residuals), dtype=np.int64), 1
    for name, levels in zip(names, known, strict=True):
        column = fit.model_data.frame.variables[name]
        texts = pd.Categorical(np.asarray(column).astype(str), categories=levels)
        codes += size * texts.codes.astype(np.int64)
        size *= len(levels)
    return labels, codes


def _projection(fit: LM, number: int) -> Floats:
    """Return the response projected on the columns of a term, shape (n,)."""
    chosen = fit.assign[fit.estimated] == number
    effects = np.zeros(len(fit.fit.effects))
    effects[: fit.rank][chosen] = fit.fit.effects[: fit.rank][chosen]
    return fit.qr.times(effects)

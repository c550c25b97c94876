"""The table of `summary(aov, split=)`: terms, and below them single contrasts (`?summary.aov`)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.distributions.tails import f_upper
from rnet.formulas.terms import Terms
from rnet.linear.anova_table import AnovaTable
from rnet.linear.lm_fit import LeastSquares
from rnet.sums import extended_sum
from rnet.values import NA

Floats: TypeAlias = npt.NDArray[np.float64]
Row: TypeAlias = tuple[str, float, float]
"""Label, degrees of freedom, sum of squares."""

COLUMNS = ("Df", "Sum Sq", "Mean Sq", "F value", "Pr(>F)")


@dataclass(frozen=True, slots=True)
class TermEffects:
    """The effects of a fit by term.

    Attributes
    ----------
    fit : LeastSquares
    terms : Terms
    assign : ndarray, shape (p,)
        The term of each column; 0 is the intercept.
    columns : sequence of str
        The names of the columns.
    residual : float
        The residual sum of squares.
    """

    fit: LeastSquares
    terms: Terms
    assign: npt.NDArray[np.int64]
    columns: Sequence[str]
    residual: float

    def numbers(self) -> list[int]:
        """Return the terms with columns of their own, 0 for the intercept, in order."""
        return [int(number) for number in np.unique(self._assigned())]

    def _assigned(self) -> npt.NDArray[np.int64]:
        return self.assign[self.fit.qr.pivot[: self.fit.rank]]

    def of(self, number: int) -> dict[str, float]:
        """Return the squared effects of a term by the names of its columns."""
        places = np.flatnonzero(self._assigned() == number)
        names = [self.columns[j] for j in self.fit.qr.pivot[places]]
        return dict(zip(names, (self.fit.effects[places] ** 2).tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Split:
    """Which contrasts of a factor stand together.

    Attributes
    ----------
    parts : mapping of str to sequence of int
        Contrasts from 1, by the name of the row; 0 is none.
    """

    parts: Mapping[str, Sequence[int]]


def splits_of(split: Mapping[str, Any] | None, labels: Sequence[str]) -> dict[str, Split]:
    """Return what `split=` asks for, by term.

    Raises
    ------
    RError
        ``unknown name ‘x’ in the 'split' list``.
    """
    given = {} if split is None else split
    unknown = [name for name in given if name not in labels]
    if unknown:
        noun = "name" if len(unknown) == 1 else "names"
        raise RError(
            f"unknown {noun} {', '.join(f'‘{name}’' for name in unknown)} in the 'split' list",
            f"Terms are {', '.join(labels)}.",
        )
    return {name: Split(_parts(value)) for name, value in given.items()}


def _parts(value: Any) -> dict[str, list[int]]:
    if isinstance(value, Mapping):
        named = value
    else:
        items = list(value) if np.ndim(value) or isinstance(value, list | tuple) else [value]
        named = {f"C{number}": item for number, item in enumerate(items, start=1)}
    return {str(name): [int(i) for i in np.atleast_1d(which)] for name, which in named.items()}


def summary_table(
    effects: TermEffects,
    split: Mapping[str, Any] | None = None,
    *,
    expand: bool = True,
    intercept: bool = False,
    room: int = 0,
) -> AnovaTable:
    """Return the terms tested in order against the residuals.

    Parameters
    ----------
    effects : TermEffects
    split : mapping of str to mapping of str to int or sequence of int, optional
        Contrasts of a term that get a row of their own, by term and name of the row.
    expand : bool
        Whether interactions of a split factor are split as well.
    intercept : bool
        Whether the intercept gets a row.
    room : int
        The least width of the row names, which R pads.
    """
    wanted = splits_of(split, effects.terms.labels)
    rows: list[Row] = []
    for number in effects.numbers():
        if number == 0 and not intercept:
            continue
        squares = effects.of(number)
        label = "(Intercept)" if number == 0 else effects.terms.labels[number - 1]
        rows.append((label, len(squares), extended_sum(np.array(list(squares.values())))))
        rows += _split_rows(effects, number, wanted, expand=expand) if number else []
    if effects.fit.df_residual:
        rows.append(("Residuals", effects.fit.df_residual, effects.residual))
    return _tested(rows, effects.fit.df_residual, room)


def _split_rows(
    effects: TermEffects, number: int, wanted: Mapping[str, Split], *, expand: bool
) -> Iterator[Row]:
    """Return the rows below a term: its own contrasts, or those of the factors it crosses."""
    label = effects.terms.labels[number - 1]
    if label in wanted:
        squares = list(effects.of(number).values())
        for name, which in wanted[label].parts.items():
            chosen = [squares[i - 1] if i <= len(squares) else NA for i in which if i > 0]
            yield f"  {label}: {name}", len(which), float(np.sum(chosen))
        return
    factors = _split_members(effects.terms, number, wanted) if expand else []
    if not factors:
        return
    parts = [_columns_of(effects, factor, wanted[factor], len(factors) > 1) for factor in factors]
    for chosen_parts in (pair[::-1] for pair in product(*(part.items() for part in parts[::-1]))):
        name = ".".join(name for name, _ in chosen_parts)
        found = [
            square
            for column, square in effects.of(number).items()
            if all(set(column.split(":")) & columns for _, columns in chosen_parts)
        ]
        yield f"  {label}: {name}", len(found), float(np.sum(found))


def _split_members(of: Terms, number: int, wanted: Mapping[str, Split]) -> list[str]:
    """Return the split main effects that a term crosses, in the order of the term."""
    labels = [of.variable_labels[i] for i in of.members[number - 1]]
    return [label for label in labels if label in wanted]


def _columns_of(
    effects: TermEffects, factor: str, split: Split, is_crossed: bool
) -> dict[str, set[str]]:
    """Return the columns of a main effect by the part of the split they belong to.

    Where several split factors cross, R takes the k-th contrast for the k-th part.
    """
    names = list(effects.of(effects.terms.labels.index(factor) + 1))
    found = {}
    for place, (part, which) in enumerate(split.parts.items(), start=1):
        wanted = [place] if is_crossed else which
        found[part] = {names[i - 1] for i in wanted if 0 < i <= len(names)}
    return found


def _tested(rows: Sequence[Row], df_residual: int, room: int) -> AnovaTable:
    labels = [label for label, _, _ in rows]
    df, sums = (np.array([row[i] for row in rows], dtype=np.float64) for i in (1, 2))
    with np.errstate(all="ignore"):
        means = np.where(df > 0, sums / df, NA)
        ratio = means / means[-1]
        p = f_upper(ratio, df, df_residual)
    for values in (ratio, p):
        values[np.isnan(means)] = NA
        values[-1] = NA
    values = np.column_stack([df, sums, means, ratio, p])
    columns = COLUMNS if df_residual else COLUMNS[:3]
    width = max(room, *map(len, labels))
    names = tuple(label.ljust(width) for label in labels)
    return AnovaTable(values[:, : len(columns)], names, columns, ())

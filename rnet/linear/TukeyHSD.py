"""R's `TukeyHSD`: all differences between the levels of factors, with simultaneous limits."""  # noqa: N999 - R's name

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.distributions.tukey import ptukey, qtukey
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call
from rnet.linear.cell_means import Projections, cells_of, means_of, projections
from rnet.linear.variance_model import AOV
from rnet.printing.numbers import format_real
from rnet.printing.rounding import round_r
from rnet.printing.show import format_r
from rnet.record import Record
from rnet.settings import current
from rnet.sums import extended_sum
from rnet.values import named_matrix

Floats: TypeAlias = npt.NDArray[np.float64]

COLUMNS = ("diff", "lwr", "upr", "p adj")
TIDY = ("estimate", "conf.low", "conf.high", "adj.p.value")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class TukeyDifferences(Record):
    """Differences between levels.

    Attributes
    ----------
    tables : mapping of str to DataFrame
        For every term a matrix with columns diff, lwr, upr, p adj.
    call : Call
        The call of the model.
    level : float
        The family-wise confidence level.
    is_ordered : bool
        Whether levels were ordered by their means.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("tables",)

    tables: Mapping[str, pd.DataFrame]
    call: Call
    level: float
    is_ordered: bool

    def __str__(self) -> str:
        return format_differences(self)

    def names(self) -> list[str]:
        """Return the terms."""
        return list(self.tables)

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return the matrix of a term."""
        return self.tables[name]

    @property
    def frame(self) -> pd.DataFrame:
        """All tables below each other, with the columns term and comparison."""
        parts = [
            pd.DataFrame(table).rename_axis("comparison").reset_index().assign(term=name)
            for name, table in self.tables.items()
        ]
        return pd.concat(parts, ignore_index=True)

    def tidy(self) -> pd.DataFrame:
        """Return one row a difference, with broom's names of the columns."""
        numbers = dict(zip(COLUMNS, TIDY, strict=True))
        found = self.frame.rename(columns={"comparison": "contrast", **numbers})
        found["null.value"] = 0.0
        return found[["term", "contrast", "null.value", *TIDY]]


def TukeyHSD(  # noqa: N802 - R's name
    x: AOV,
    which: str | Sequence[str] | None = None,
    ordered: bool = False,
    conf_level: float = 0.95,
) -> TukeyDifferences:
    """Compare all levels of the factors of an analysis of variance.

    Parameters
    ----------
    x : AOV
        A result of `aov`.
    which : str or sequence of str, optional
        Terms of factors; by default all.
    ordered : bool, default False
        Whether levels are ordered by their means, so that all differences are positive.
    conf_level : float, default 0.95
        The probability that all limits hold at once.

    Returns
    -------
    TukeyDifferences
        Prints as in R; `result["group"]` is the matrix of a term.

    Raises
    ------
    RError
        `no factors in the fitted model`; for terms that are not there.

    Notes
    -----
    R page: `?TukeyHSD`. Unequal group sizes get the Tukey-Kramer limits.

    Examples
    --------
    >>> from rnet import TukeyHSD, aov, data
    >>> found = TukeyHSD(aov("weight ~ group", data("PlantGrowth")))
    >>> found["group"]["p adj"].round(4).tolist()
    [0.3909, 0.198, 0.012]
    """
    if not isinstance(x, AOV):
        raise RError(
            "no applicable method for 'TukeyHSD' applied to an object of class "
            f'"{type(x).__name__.lower()}"',
            "TukeyHSD takes what aov returned, without error strata.",
        )
    projected = projections(x.linear)
    warn_of_numbers(projected)
    known = projected.factor_terms()
    if not known:
        raise RError("no factors in the fitted model", "Levels of factors are compared.")
    wanted = known if which is None else [which] if isinstance(which, str) else list(which)
    kept = [term for term in wanted if term in known]
    for term in wanted:
        if term not in known:
            warn("'which' specified some non-factors which will be dropped")
    if not kept:
        raise RError("'which' specified no factors", f"Factors: {', '.join(known)}.")
    tables = {term: _compared(x, projected, term, ordered, conf_level) for term in kept}
    return TukeyDifferences(tables, x.call, conf_level, ordered)


def warn_of_numbers(projected: Projections) -> None:
    """Warn, as R does, of predictors that are no factors."""
    numeric = projected.numeric_variables()
    if numeric:
        warn(f"non-factors ignored: {', '.join(numeric)}")


def unweighted_variance(fit: AOV) -> float:
    """Return the residual variance; as in R case weights do not count in it."""
    return extended_sum(fit.linear.fit.residuals**2) / fit.linear.df_residual


def _compared(
    fit: AOV, projected: Projections, term: str, ordered: bool, level: float
) -> pd.DataFrame:
    cells = cells_of(projected.model_data, term)
    means, counts, labels = means_of(projected, term), cells.counts(), cells.labels()
    if ordered:
        order = np.argsort(means, kind="stable")
        means, counts, labels = means[order], counts[order], [labels[i] for i in order]
    pairs = [(i, j) for j in range(len(means)) for i in range(j + 1, len(means))]
    first, second = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    differences = means[first] - means[second]
    error = unweighted_variance(fit)
    with np.errstate(divide="ignore"):  # an empty cell
        unit = np.sqrt(error / 2 * (1 / counts[first] + 1 / counts[second]))
    width = float(qtukey(level, len(means), fit.df_residual)) * unit
    p = ptukey(np.abs(differences / unit), len(means), fit.df_residual, lower_tail=False)
    values = np.column_stack([differences, differences - width, differences + width, p])
    return named_matrix(values, [f"{labels[i]}-{labels[j]}" for i, j in pairs], COLUMNS)


def format_differences(found: TukeyDifferences) -> str:
    """Return R's text: title, call, and a matrix for each term, p values rounded."""
    (percent,) = format_real([100 * found.level], 2)
    lines = [
        "  Tukey multiple comparisons of means",
        f"    {percent}% family-wise confidence level",
        *(["    factor levels have been ordered"] if found.is_ordered else []),
        "",
        f"Fit: {deparse_line(found.call)}",
        "",
    ]
    shown: dict[str, Any] = {}
    for name, table in found.tables.items():
        cells = table.to_numpy().copy()
        cells[:, 3] = round_r(cells[:, 3], current().digits)
        shown[name] = named_matrix(cells, list(table.index), list(table.columns))
    return "\n".join([*lines, format_r(shown)])

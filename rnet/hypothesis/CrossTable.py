"""gmodels' `CrossTable`: a cross tabulation with proportions and tests, as SAS or SPSS show it."""  # noqa: N999 - R's spelling

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from rnet.conditions import RError, warn
from rnet.evaluate.classify import Classes, classify
from rnet.evaluate.contingency_table import Table
from rnet.evaluate.table import cross
from rnet.hypothesis.cross_statistics import CrossStatistics, cross_statistics
from rnet.hypothesis.fisher_test import fisher_test
from rnet.hypothesis.htest import HTest
from rnet.hypothesis.print_CrossTable import CrossStyle, format_cross, format_one_way
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.record import Record

SMALLEST_EXPECTED = 5


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CrossTabulation(Record):
    """A cross tabulation.

    Attributes
    ----------
    t : Table
        The counts.
    prop_row, prop_col : Table or None
        Shares of the row and column totals; None of one variable.
    prop_tbl : Table
        Shares of all cases.
    statistics : CrossStatistics or None
        Expected counts, residuals and tests; None of one variable.
    style : CrossStyle
        What prints, and how.
    fisher : tuple of HTest
        Fisher's exact test if it was asked for: of a 2x2 table two-sided, "less" and "greater".
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("t", "prop.row", "prop.col", "prop.tbl", "statistics")
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("prop.row", "prop.col", "statistics")

    t: Table
    prop_row: Table | None
    prop_col: Table | None
    prop_tbl: Table
    statistics: CrossStatistics | None
    style: CrossStyle
    fisher: tuple[HTest, ...] = ()

    def __str__(self) -> str:
        """Return the text that R's CrossTable writes."""
        if self.statistics is None:
            return format_one_way(self)
        return format_cross(self, self.statistics)


@keeps_call("CrossTable")
def CrossTable(  # noqa: N802 - R's name
    call: Call,
    x: Any,
    y: Any = None,
    digits: int = 3,
    max_width: int = 5,
    expected: bool = False,
    prop_r: bool = True,
    prop_c: bool = True,
    prop_t: bool = True,
    prop_chisq: bool = True,
    chisq: bool = False,
    fisher: bool = False,
    mcnemar: bool = False,
    resid: bool = False,
    sresid: bool = False,
    asresid: bool = False,
    format: str = "SAS",  # noqa: A002 - R's argument name
    dnn: Sequence[str] | None = None,
) -> CrossTabulation:
    """Cross two variables and show counts with their proportions.

    R writes the table at once; here it is returned, and shows itself or prints.

    Parameters
    ----------
    x : array_like, Categorical or Table
        The rows; or counts of two variables.
    y : array_like or Categorical, optional
        The columns; without it the classes of x stand side by side.
    digits : int, default 3
        Decimals of the proportions.
    max_width : int, default 5
        Most classes side by side, of one variable.
    expected : bool
        Whether expected counts show; they bring the chi-squared test.
    prop_r, prop_c, prop_t, prop_chisq : bool
        Whether shares of row, column and table, and contributions to chi-squared show.
    chisq, mcnemar : bool
        Whether the tests show; of a 2x2 table also with the correction for continuity.
    fisher : bool
        Whether Fisher's exact test shows; of a 2x2 table with its odds ratio, and one-sided too.
    resid, sresid, asresid : bool
        Whether residuals, Pearson's and adjusted ones show (format "SPSS").
    format : {"SAS", "SPSS"}
        The layout; "SPSS" shows percentages.
    dnn : sequence of two str, optional
        Names of the dimensions; default as x and y are written.

    Raises
    ------
    RError
        `x and y must have the same length`; `'x' must at least have 2 elements`.

    Warns
    -----
    RWarning
        `Chi-squared approximation may be incorrect`, once for each chi-squared test.

    Notes
    -----
    R page: `?gmodels::CrossTable`.

    Examples
    --------
    >>> x, y = ["a", "a", "b", "b"], [1, 2, 2, 2]
    >>> fit = CrossTable(x, y, prop_r=False, prop_c=False, prop_t=False, prop_chisq=False)
    >>> print(next(line for line in str(fit).splitlines() if "Column" in line).strip(" |"))
    Column Total |         1 |         3 |         4
    """
    spss = match_arg(format, ("SAS", "SPSS")) == "SPSS"
    style = CrossStyle(
        spss=spss, digits=digits if digits >= 0 else 6, max_width=max_width, expected=expected,
        row=prop_r, column=prop_c, total=prop_t, contribution=prop_chisq,
        chisq=chisq or expected, mcnemar=mcnemar,
        residual=resid and spss, pearson=sresid and spss, adjusted=asresid and spss,
    )  # fmt: skip
    counts = _counts(call, x, y, dnn)
    shares = counts / counts.counts.sum()
    if counts.ndim == 1:
        return CrossTabulation(counts, None, None, shares, None, style)
    if min(counts.dim) < 2:
        style = style.without_tests()
    statistics = cross_statistics(counts.counts)
    if style.chisq and (statistics.expected < SMALLEST_EXPECTED).any():
        for _ in range(2 if counts.dim == (2, 2) else 1):
            warn("Chi-squared approximation may be incorrect")
    rows = counts.with_counts(statistics.row_shares)
    columns = counts.with_counts(statistics.column_shares)
    tests = _fisher_tests(counts) if fisher and min(counts.dim) > 1 else ()
    return CrossTabulation(counts, rows, columns, shares, statistics, style, tests)


cross_table = CrossTable


def _fisher_tests(t: Table) -> tuple[HTest, ...]:
    sides = ("two.sided", "less", "greater") if t.dim == (2, 2) else ("two.sided",)
    return tuple(fisher_test(t, alternative=side) for side in sides)


def _counts(call: Call, x: Any, y: Any, dnn: Sequence[str] | None) -> Table:
    names = list(dnn) if dnn is not None else _written(call, ("x", "y"))
    if y is None and np.ndim(x) == 2:
        return _given_counts(x, dnn)
    variables = [_used(x)] if y is None else [_used(x), _used(y)]
    if len({len(found.codes) for found in variables}) > 1:
        raise RError("x and y must have the same length")
    counts = cross(variables, names[: len(variables)])
    if len(counts) < 2:
        raise RError("'x' must at least have 2 elements")
    return counts


def _written(call: Call, names: Sequence[str]) -> list[str]:
    texts = {a.name: deparse_line(a.value) for a in call.arguments if a.value is not None}
    return [texts.get(name, name) for name in names]


def _used(values: Any) -> Classes:
    """Return a variable's classes that occur."""
    found = classify(values)
    present, place = np.unique(found.codes[found.codes >= 0], return_inverse=True)
    codes = np.full(len(found.codes), -1, dtype=np.int64)
    codes[found.codes >= 0] = place
    return Classes(tuple(found.labels[code] for code in present), codes)


def _given_counts(x: Any, dnn: Sequence[str] | None) -> Table:
    if isinstance(x, Table):
        return x if dnn is None else Table(x.counts, x.dimnames, dnn)
    cells = np.asarray(x)
    labels = [
        [f"[{i + 1},]" for i in range(cells.shape[0])],
        [f"[,{j + 1}]" for j in range(cells.shape[1])],
    ]
    return Table(cells, labels, dnn)

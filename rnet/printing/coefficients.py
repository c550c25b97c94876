"""Coefficient tables and tables of tests: R's `printCoefmat` and what `anova` prints with it."""

import math
import sys
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import format_real
from rnet.printing.pvalue import MACHINE_EPSILON, p_value_texts
from rnet.printing.rounding import round_r, zapsmall
from rnet.settings import current
from rnet.values import column_names, is_na, row_names

Doubles = npt.NDArray[np.float64]
Texts = npt.NDArray[np.object_]

MARKS = ((0.001, "***"), (0.01, "**"), (0.05, "*"), (0.1, "."), (1.0, " "))
LEGEND = "0 ‘***’ 0.001 ‘**’ 0.01 ‘*’ 0.05 ‘.’ 0.1 ‘ ’ 1"
MARKED_BELOW = 0.1
STRWRAP_MARGIN = 5
TESTS_OF_ANOVA = ("F", "Cp", "Chisq")


@dataclass(frozen=True, slots=True)
class Roles:
    """Which columns of a table are what; every other is a group of its own.

    Attributes
    ----------
    estimates : tuple of int
        Coefficients and standard errors, formatted together.
    tests : tuple of int
        Test statistics, formatted together.
    has_p : bool
        Whether the last column holds p values.
    zapped : tuple of int
        Columns whose tiny entries count as zero.
    """

    estimates: tuple[int, ...] = ()
    tests: tuple[int, ...] = ()
    has_p: bool = False
    zapped: tuple[int, ...] = ()


def coefficient_roles(names: Sequence[str]) -> Roles:
    """Return the roles in a table of coefficients: estimates, a statistic, p values."""
    has_p = _is_p(names[-1], ("Pr(", "p-v"))
    test = len(names) - 1 - has_p
    return Roles(tuple(range(test)), (test,) if test > 0 else (), has_p)


def anova_roles(names: Sequence[str]) -> Roles:
    """Return the roles in a table of tests: sums of squares, statistics, p values."""
    has_p = _is_p(names[-1], ("Pr(", "P("))
    tests = tuple(j for j, name in enumerate(names) if _is_test(name))
    others = [j for j in range(len(names) - has_p) if j not in tests]
    return Roles((), tests, has_p, tuple(j for j in others if not names[j].endswith("Df")))


def _is_p(name: str, beginnings: tuple[str, ...]) -> bool:
    return name.startswith(beginnings)


def _is_test(name: str) -> bool:
    return name[1:7] == " value" or name in TESTS_OF_ANOVA


def format_coefficient_table(
    values: npt.ArrayLike,
    rows: Sequence[str],
    columns: Sequence[str],
    *,
    digits: int | None = None,
    roles: Roles | None = None,
    stars: bool | None = None,
    legend: bool | None = None,
    test_digits: int | None = None,
    na_text: str = "NA",
) -> str:
    """Return a table of estimates or tests as R's `printCoefmat` prints it.

    Parameters
    ----------
    values : array_like, shape (rows, columns)
    rows, columns : sequence of str
        Names; the names of the columns say which holds p values.
    digits : int, optional
        Significant digits; by default two less than `options(digits)`.
    roles : Roles, optional
        By default those of a table of coefficients.
    stars, legend : bool, optional
        Whether marks of significance are shown, and explained; by default the option.
    test_digits : int, optional
        Decimals of the statistics, digits of the p values.
    na_text : str
        What stands for a missing value.

    Examples
    --------
    >>> print(format_coefficient_table([[2.0, 0.5, 4.0, 0.2]], ["x"],
    ...     ["Estimate", "Std. Error", "t value", "Pr(>|t|)"]))
      Estimate Std. Error t value Pr(>|t|)
    x      2.0        0.5       4      0.2
    """
    cells = np.asarray(values, dtype=np.float64)
    shown = max(3, current().digits - 2) if digits is None else digits
    tests = max(1, min(5, shown - 1)) if test_digits is None else test_digits
    parts = coefficient_roles(columns) if roles is None else roles
    texts = _cell_texts(cells, parts, shown, tests, na_text)
    if not parts.has_p:
        return format_matrix(texts, rows, columns, right=True)
    p = cells[:, -1]
    wanted = current().show_signif_stars if stars is None else stars
    if not wanted or not np.any(p < MARKED_BELOW):
        return format_matrix(texts, rows, columns, right=True)
    marks = _marks(p)
    table = format_matrix(np.column_stack([texts, marks]), rows, [*columns, ""], right=True)
    return f"{table}\n---\n{_legend()}" if legend is not False else table


def _cell_texts(given: Doubles, roles: Roles, digits: int, test_digits: int, na_text: str) -> Texts:
    values = given.copy()
    for j in roles.zapped:
        values[:, j] = _zapped(values[:, j], digits)
    texts = np.empty(values.shape, dtype=object)
    if roles.estimates:
        _write(texts, _rounded_estimates(values, roles.estimates, digits), roles.estimates, digits)
    if roles.tests:
        rounded = round_r(values[:, roles.tests], test_digits)
        _write(texts, rounded, roles.tests, digits)
    special = {*roles.estimates, *roles.tests}
    numbers = values.shape[1] - roles.has_p
    for j in set(range(numbers)) - special:
        texts[:, j] = format_real(values[:, j], digits)
    looked_at = [j for j in range(numbers) if j not in roles.tests]
    _write_vanished(texts, values, looked_at, digits)
    if roles.has_p:
        texts[:, -1] = p_value_texts(values[:, -1], test_digits, MACHINE_EPSILON, na_text)
    absent = np.isnan(values)
    texts[absent] = np.where(is_na(values), na_text, "NaN")[absent]
    return texts


def _zapped(values: Doubles, digits: int) -> Doubles:
    if np.isnan(values).all():
        return values
    return np.asarray(zapsmall(values, digits), dtype=np.float64)


def _rounded_estimates(values: Doubles, columns: tuple[int, ...], digits: int) -> Doubles:
    block = values[:, columns]
    sizes = np.abs(block[np.isfinite(block) & (block != 0)])
    if not len(sizes):
        return block
    powers = 1 + np.floor(np.log10([sizes.min(), sizes.max()]))
    return np.asarray(round_r(block, int(max(1, *(digits - powers)))), dtype=np.float64)


def _write(texts: Texts, values: Doubles, columns: tuple[int, ...], digits: int) -> None:
    """Format a block of columns as one group, column after column."""
    written = format_real(values.ravel(order="F"), digits)
    texts[:, columns] = np.array(written, dtype=object).reshape(values.shape, order="F")


def _write_vanished(texts: Texts, values: Doubles, columns: list[int], digits: int) -> None:
    """Format anew what rounding made zero, or what only looks unlike it."""
    places = [
        (i, j)
        for j in columns
        for i in range(len(values))
        if not math.isnan(values[i, j]) and (values[i, j] == 0) != (float(texts[i, j]) == 0)
    ]
    again = format_real([values[place] for place in places], max(1, digits - 1))
    for place, text in zip(places, again, strict=True):
        texts[place] = text


def significance_marks(p: Doubles) -> list[str]:
    """Return the mark of every p value; a blank one for a missing value.

    Examples
    --------
    >>> significance_marks(np.array([0.0, 0.02, 0.5, np.nan]))
    ['***', '*', ' ', '']
    """
    return ["" if math.isnan(x) else next(m for limit, m in MARKS if x <= limit) for x in p]


def _marks(p: Doubles) -> list[str]:
    marks = significance_marks(p)
    width = max(map(len, marks))
    return [mark.ljust(width) for mark in marks]


def _legend() -> str:
    """Return what the marks mean; on a narrow console the title has a line of its own."""
    title, width = "Signif. codes:  ", current().width
    if len(title) + len(LEGEND) <= width:
        return title + LEGEND
    if len(LEGEND) <= width:
        return f"{title}\n{LEGEND}"
    parts = textwrap.wrap(LEGEND, max(1, width - STRWRAP_MARGIN), break_long_words=False)
    return "\n".join([title, *(f"  {part}" for part in parts)])


def format_anova(
    values: npt.ArrayLike,
    rows: Sequence[str],
    columns: Sequence[str],
    heading: Sequence[str] = (),
    *,
    digits: int | None = None,
    stars: bool | None = None,
) -> str:
    """Return an analysis of variance or deviance as R prints it, below its heading lines.

    Parameters
    ----------
    values : array_like, shape (rows, columns)
        NaN where there is nothing to test; it prints blank.
    rows, columns : sequence of str
    heading : sequence of str
        Lines above the table; one that ends in a newline has an empty line below it.
    digits : int, optional
        By default two less than `options(digits)`.
    stars : bool, optional
        Whether marks of significance are shown; by default the option.

    Examples
    --------
    >>> print(format_anova([[1, 9.5], [3, 2.25]], ["x", "Residuals"], ["Df", "Sum Sq"]))
              Df Sum Sq
    x          1   9.50
    Residuals  3   2.25
    """
    shown = max(current().digits - 2, 3) if digits is None else digits
    roles = anova_roles(columns)
    table = format_coefficient_table(
        values, rows, columns, digits=shown, roles=roles, stars=stars, na_text=""
    )
    return "\n".join([*heading, table])


def printCoefmat(  # noqa: N802 - R's name
    x: pd.DataFrame,
    digits: int | None = None,
    signif_stars: bool | None = None,
    signif_legend: bool | None = None,
    dig_tst: int | None = None,
    na_print: str = "NA",
) -> None:
    """Print a table of coefficients: estimates, standard errors, statistic, p values.

    Parameters
    ----------
    x : DataFrame
        With R's column names; p values stand last, under a name that begins with ``Pr(``.
    digits : int, optional
        Significant digits of the estimates; by default two less than `options(digits)`.
    signif_stars, signif_legend : bool, optional
        Whether p values get stars, and the stars a legend; by default the option.
    dig_tst : int, optional
        Decimals of the statistic and digits of the p values.
    na_print : str
        What stands for a missing value.

    Raises
    ------
    RError
        `'x' must be coefficient matrix/data frame`.

    Notes
    -----
    R page: `?printCoefmat`.

    Examples
    --------
    >>> from rnet import data, lm, printCoefmat, summary
    >>> table = summary(lm("dist ~ speed", data("cars"))).coefficients
    >>> printCoefmat(table, signif_stars=False)
                 Estimate Std. Error t value Pr(>|t|)
    (Intercept) -17.57909    6.75844 -2.6011  0.01232
    speed         3.93241    0.41551  9.4640 1.49e-12
    """
    if not isinstance(x, pd.DataFrame):
        raise RError("'x' must be coefficient matrix/data frame", "Give summary(fit).coefficients.")
    values: Any = x.to_numpy(dtype=np.float64)
    text = format_coefficient_table(
        values,
        row_names(x),
        column_names(x),
        digits=digits,
        stars=signif_stars,
        legend=signif_legend,
        test_digits=dig_tst,
        na_text=na_print,
    )
    sys.stdout.write(text + "\n")

"""`fisher_test`: Fisher's exact test of a table of counts."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import gammaln

from rnet.conditions import RError, warn
from rnet.hypothesis.count_table import Counts, check_counts, counts_of
from rnet.hypothesis.exact_tables import NEARLY, Hypergeometric, exact_tables_p
from rnet.hypothesis.htest import ConfInt, HTest, named
from rnet.hypothesis.t_test import ALTERNATIVES, check_level
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.printing.numbers import as_character, number_text
from rnet.rng.r2dtable import r2dtable

Doubles = npt.NDArray[np.float64]

METHOD = "Fisher's Exact Test for Count Data"


@keeps_call("fisher.test")
def fisher_test(
    call: Call,
    x: Any,
    y: Any = None,
    workspace: int = 200000,
    hybrid: bool = False,
    or_: float = 1.0,
    alternative: str = "two.sided",
    conf_int: bool = True,
    conf_level: float = 0.95,
    simulate_p_value: bool = False,
    B: int = 2000,  # noqa: N803 - R's name
) -> HTest:
    """Test independence of two factors exactly, given the margins of their table.

    Parameters
    ----------
    x : Table or matrix of counts, or a factor
    y : factor, optional
        Crossed with `x`.
    workspace, hybrid
        Taken for R's sake; the enumeration here needs neither.
    or_ : float, default 1
        Odds ratio under the hypothesis, of a 2 by 2 table (R: `or`).
    alternative : {"two.sided", "less", "greater"}
        Of a 2 by 2 table.
    conf_int : bool, default True
        Give limits of the odds ratio of a 2 by 2 table.
    conf_level : float, default 0.95
    simulate_p_value : bool, default False
        P value of a larger table from `B` tables drawn from R's random stream.
    B : int, default 2000

    Returns
    -------
    HTest
        For a 2 by 2 table with the conditional maximum likelihood estimate of the odds ratio.

    Raises
    ------
    RError
        R's text for what is no table of counts.

    Warns
    -----
    RWarning
        Counts that had to be rounded.

    Notes
    -----
    R page: `?fisher.test`. Larger tables: the network of Mehta and Patel (1983). The odds ratio
    and its limits are searched to R's tolerance of 1.2e-4, which shows in their last digits.

    Examples
    --------
    >>> from rnet import fisher_test
    >>> round(fisher_test([[3, 1], [1, 3]]).p_value, 4)
    0.4857
    """
    del workspace, hybrid
    counts = _table(call, x, y)
    if counts.cells.shape == (2, 2):
        side = match_arg(alternative, ALTERNATIVES)
        _check_odds(or_)
        if conf_int:
            check_level(conf_level)
        return _two_by_two(counts, or_, side, conf_level if conf_int else None)
    kept = counts.cells[counts.cells.any(axis=1)][:, counts.cells.any(axis=0)]
    method = METHOD
    if simulate_p_value:
        p_value = _simulated(kept, B)
        method += f" with simulated p-value (based on {as_character(B)} replicates)"
    else:
        p_value = exact_tables_p(kept.astype(np.int64)) if min(kept.shape) > 1 else 1.0
    return HTest(method, counts.name, p_value, alternative="two.sided", order=_names())


def _names(*more: str) -> tuple[str, ...]:
    return ("p.value", *more, "alternative", "method", "data.name")


def _table(call: Call, x: Any, y: Any) -> Counts:
    if np.ndim(x) < 2 and y is None:
        raise RError("if 'x' is not a matrix, 'y' must be given", "Give two factors, or a table.")
    counts = counts_of(call, x, y, drop=False)
    if min(counts.cells.shape) < 2:
        raise RError("'x' must have at least 2 rows and columns", f"It is {counts.cells.shape}.")
    check_counts(counts.cells)
    whole = np.round(counts.cells)
    off = whole != counts.cells
    if off.any():
        mean = np.abs(whole - counts.cells)[off].sum() / np.abs(counts.cells[off]).sum()
        warn(f"'x' has been rounded to integer: Mean relative difference: {number_text(mean, 7)}")
    return Counts(whole, counts.name, counts.source)


def _check_odds(odds: Any) -> None:
    if np.ndim(odds) or isinstance(odds, str) or math.isnan(odds) or odds < 0:
        raise RError("'or' must be a single number between 0 and Inf", f"Not {odds!r}.")


def _two_by_two(counts: Counts, odds: float, side: str, level: float | None) -> HTest:
    cell = Hypergeometric.of(counts.cells)
    limits = None if level is None else _limits(cell, side, level)
    names = ("estimate", "null.value") if limits is None else ("conf.int", "estimate", "null.value")
    return HTest(
        method=METHOD,
        data_name=counts.name,
        p_value=cell.p_value(odds, side),
        conf_int=limits,
        estimate=named(**{"odds ratio": cell.estimate()}),
        null_value=named(**{"odds ratio": odds}),
        alternative=side,
        order=_names(*names),
    )


def _limits(cell: Hypergeometric, side: str, level: float) -> ConfInt:
    alpha = (1 - level) / (2 if side == "two.sided" else 1)
    lower = 0.0 if side == "less" else cell.limit(alpha, lower=True)
    upper = math.inf if side == "greater" else cell.limit(alpha, lower=False)
    return ConfInt(lower, upper, level)


def _simulated(cells: Doubles, draws: int) -> float:
    tables = np.array(r2dtable(draws, cells.sum(axis=1), cells.sum(axis=0)), dtype=float)
    simulated = -gammaln(tables + 1).sum(axis=(1, 2))
    observed = -float(gammaln(cells + 1).sum())
    return float((1 + (simulated <= observed / (1 + NEARLY)).sum()) / (draws + 1))

"""`chisq_test`: Pearson's chi-squared tests."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.distributions.tails import chi_squared_upper
from rnet.hypothesis.count_table import Counts, check_counts, counts_of
from rnet.hypothesis.htest import HTest, named
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.printing.numbers import as_character
from rnet.rng.r2dtable import r2dtable
from rnet.rng.sample_int import sample_int
from rnet.values import NA

Doubles = npt.NDArray[np.float64]

SUM_TOLERANCE = float(np.sqrt(np.finfo(np.float64).eps))
NEARLY = 1 - 64 * float(np.finfo(np.float64).eps)


@keeps_call("chisq.test")
def chisq_test(
    call: Call,
    x: Any,
    y: Any = None,
    correct: bool = True,
    p: Any = None,
    rescale_p: bool = False,
    simulate_p_value: bool = False,
    B: int = 2000,  # noqa: N803 - R's name
) -> HTest:
    """Test independence of two factors, or that counts have given probabilities.

    Parameters
    ----------
    x : Table, matrix or vector of counts, or a factor
    y : factor, optional
        Crossed with `x`.
    correct : bool, default True
        Yates' correction for 2 by 2 tables.
    p : array_like, optional
        Probabilities of the cells of a vector; equal ones by default.
    rescale_p : bool, default False
        Divide `p` by its sum.
    simulate_p_value : bool, default False
        P value from `B` tables drawn with the margins of `x` from R's random stream.
    B : int, default 2000

    Returns
    -------
    HTest
        With `observed`, `residuals` (Pearson's) and `stdres` of the class of `x`, and `expected`,
        as in R a plain matrix or vector.

    Raises
    ------
    RError
        R's text for what are no counts, or no probabilities.

    Warns
    -----
    RWarning
        `Chi-squared approximation may be incorrect`, where an expected count is below 5.

    Notes
    -----
    R page: `?chisq.test`. Tables are drawn by Patefield's algorithm, AS 159.

    Examples
    --------
    >>> from rnet import chisq_test
    >>> round(chisq_test([[12, 7], [5, 7]]).p_value, 4)
    0.4233
    """
    counts = counts_of(call, x, y)
    check_counts(counts.cells)
    if counts.cells.sum() == 0:
        raise RError("at least one entry of 'x' must be positive", "There is nothing to test.")
    if counts.cells.ndim == 2:
        return _independence(counts, correct=correct, draws=B if simulate_p_value else 0)
    shares = _probabilities(p, counts.cells, rescale=rescale_p)
    return _given_probabilities(counts, shares, B if simulate_p_value else 0)


def _independence(counts: Counts, *, correct: bool, draws: int) -> HTest:
    cells = counts.cells
    n = cells.sum()
    rows, columns = cells.sum(axis=1), cells.sum(axis=0)
    expected = np.outer(rows, columns) / n
    variance = np.outer(rows * (n - rows), columns * (n - columns)) / n**3
    method = "Pearson's Chi-squared test"
    distance = np.abs(cells - expected)
    df: float = (len(rows) - 1) * (len(columns) - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        if draws and rows.all() and columns.all():
            statistic = float(np.sort(((cells - expected) ** 2 / expected).ravel())[::-1].sum())
            simulated = _simulated_tables(rows, columns, expected, draws)
            p_value = _share_above(simulated, statistic)
            method = _simulation(method, draws)
            return _result(counts, statistic, NA, p_value, method, expected, variance)
        yates = 0.0
        if correct and cells.shape == (2, 2):
            yates = min(0.5, float(distance.min()))
            method += " with Yates' continuity correction" if yates else ""
        statistic = float(((distance - yates) ** 2 / expected).sum(axis=0).sum())
    p_value = float(chi_squared_upper(statistic, df))
    return _result(counts, statistic, df, p_value, method, expected, variance)


def _given_probabilities(counts: Counts, shares: Doubles, draws: int) -> HTest:
    cells = counts.cells
    n = cells.sum()
    expected = n * shares
    variance = n * shares * (1 - shares)
    method = "Chi-squared test for given probabilities"
    with np.errstate(divide="ignore", invalid="ignore"):
        statistic = float(((cells - expected) ** 2 / expected).sum())
    df: float = len(cells) - 1
    if draws:
        drawn = sample_int(len(cells), int(draws * n), True, shares)
        tables = np.asarray(drawn).reshape(draws, int(n)) - 1
        simulated = [
            ((np.bincount(one, minlength=len(cells)) - expected) ** 2 / expected).sum()
            for one in tables
        ]
        df, p_value = NA, _share_above(np.array(simulated), statistic)
        method = _simulation(method, draws)
    else:
        p_value = float(chi_squared_upper(statistic, df))
    return _result(counts, statistic, df, p_value, method, expected, variance)


def _result(
    counts: Counts,
    statistic: float,
    df: float,
    p_value: float,
    method: str,
    expected: Doubles,
    variance: Doubles,
) -> HTest:
    if (expected < 5).any() and np.isfinite(df):
        warn("Chi-squared approximation may be incorrect", "fisher_test is exact.")
    with np.errstate(divide="ignore", invalid="ignore"):
        residuals = (counts.cells - expected) / np.sqrt(expected)
        standardized = (counts.cells - expected) / np.sqrt(variance)
    details = {
        "observed": counts.observed(),
        "expected": counts.plain(expected),
        "residuals": counts.like(residuals),
        "stdres": counts.like(standardized),
    }
    return HTest(
        method=method,
        data_name=counts.name,
        statistic=named(**{"X-squared": statistic}),
        parameter=named(df=df),
        p_value=p_value,
        details=details,
        order=("statistic", "parameter", "p.value", "method", "data.name", *details),
    )


def _probabilities(p: Any, cells: Doubles, *, rescale: bool) -> Doubles:
    if len(cells) == 1:
        raise RError("'x' must at least have 2 elements", "A single count has no alternative.")
    shares = np.full(len(cells), 1 / len(cells)) if p is None else np.asarray(p, dtype=float)
    if len(shares) != len(cells):
        raise RError(
            "'x' and 'p' must have the same number of elements",
            f"They have {len(cells)} and {len(shares)}.",
        )
    if (shares < 0).any():
        raise RError("probabilities must be non-negative.", f"The least is {shares.min():g}.")
    if abs(shares.sum() - 1) > SUM_TOLERANCE:
        if not rescale:
            raise RError("probabilities must sum to 1.", "rescale_p=True divides by their sum.")
        shares = shares / shares.sum()
    return shares


def _simulated_tables(rows: Doubles, columns: Doubles, expected: Doubles, draws: int) -> Doubles:
    tables = np.array(r2dtable(draws, rows, columns), dtype=float)
    return np.asarray(((tables - expected) ** 2 / expected).sum(axis=(1, 2)))


def _share_above(simulated: Doubles, statistic: float) -> float:
    """Return the share of simulated statistics as large as the observed one, itself counted."""
    return float((1 + (simulated >= NEARLY * statistic).sum()) / (len(simulated) + 1))


def _simulation(method: str, draws: int) -> str:
    return f"{method} with simulated p-value (based on {as_character(draws)} replicates)"

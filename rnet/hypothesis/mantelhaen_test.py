"""`mantelhaen_test`: independence of two factors within strata."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri

from rnet.conditions import RError
from rnet.distributions.tails import chi_squared_upper
from rnet.evaluate.table import classes_of, cross
from rnet.hypothesis.exact_tables import Hypergeometric
from rnet.hypothesis.htest import ConfInt, HTest, named
from rnet.hypothesis.samples import argument_text
from rnet.hypothesis.t_test import ALTERNATIVES, check_level
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call

Doubles = npt.NDArray[np.float64]

ODDS = "common odds ratio"


@keeps_call("mantelhaen.test")
def mantelhaen_test(
    call: Call,
    x: Any,
    y: Any = None,
    z: Any = None,
    alternative: str = "two.sided",
    correct: bool = True,
    exact: bool = False,
    conf_level: float = 0.95,
) -> HTest:
    """Test whether two factors are independent in each stratum of a third.

    Parameters
    ----------
    x : Table or array of 3 dimensions, or a factor
        Counts; strata along the last dimension.
    y, z : factor, optional
        Crossed with `x`; `z` gives the strata.
    alternative : {"two.sided", "less", "greater"}
        For 2 by 2 strata.
    correct : bool, default True
        Continuity correction for 2 by 2 strata.
    exact : bool, default False
        The exact conditional test of 2 by 2 strata.
    conf_level : float, default 0.95
        Of the common odds ratio.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for what has not three dimensions, or strata of fewer than two counts.

    Notes
    -----
    R page: `?mantelhaen.test`. Limits: Robins, Breslow and Greenland (1986).

    Examples
    --------
    >>> from rnet import data, mantelhaen_test
    >>> round(mantelhaen_test(data("UCBAdmissions")).p_value, 4)
    0.2323
    """
    cells, name = _strata(call, x, y, z)
    if cells.shape[:2] != (2, 2):
        return _general(cells, name)
    side = match_arg(alternative, ALTERNATIVES)
    check_level(conf_level)
    if exact:
        return _exact(cells, name, side, conf_level)
    return _two_by_two(cells, name, side, conf_level, correct=correct)


def _strata(call: Call, x: Any, y: Any, z: Any) -> tuple[Doubles, str]:
    name = argument_text(call, "x")
    shape = np.shape(x)
    if len(shape) > 1:
        if len(shape) != 3:
            raise RError("'x' must be a 3-dimensional array", f"It has {len(shape)} dimensions.")
        if min(shape) < 2:
            raise RError("each dimension in table must be >= 2", f"{shape}.")
        cells = np.asarray(x, dtype=np.float64)
    else:
        for value, label in ((y, "y"), (z, "z")):
            if value is None:
                raise RError(
                    f"if 'x' is not an array, '{label}' must be given", "Three factors, or a table."
                )
        if len({len(part) for part in (x, y, z)}) > 1:
            raise RError("'x', 'y', and 'z' must have the same length", "One value a case each.")
        cells = np.asarray(cross(classes_of([x, y, z]), ["", "", ""]).counts, dtype=np.float64)
        name += f" and {argument_text(call, 'y')} and {argument_text(call, 'z')}"
    if (cells.sum(axis=(0, 1)) < 2).any():
        raise RError("sample size in each stratum must be > 1", "Drop the strata that are empty.")
    return cells, name


def _two_by_two(cells: Doubles, name: str, side: str, level: float, *, correct: bool) -> HTest:
    rows, columns, n = cells.sum(axis=1), cells.sum(axis=0), cells.sum(axis=(0, 1))
    delta = float((cells[0, 0] - rows[0] * columns[0] / n).sum())
    variance = float((rows.prod(axis=0) * columns.prod(axis=0) / (n**2 * (n - 1))).sum())
    yates = 0.5 if correct and abs(delta) >= 0.5 else 0.0
    statistic = (abs(delta) - yates) ** 2 / variance
    how = "with" if yates else "without"
    z = math.copysign(math.sqrt(statistic), delta)
    tails = {"greater": float(ndtr(-z)), "less": float(ndtr(z))}
    odds, sigma = _common_odds(cells, n)
    reach = sigma * float(ndtri((1 + level) / 2 if side == "two.sided" else level))
    low = 0.0 if side == "less" else odds * math.exp(-reach)
    high = math.inf if side == "greater" else odds * math.exp(reach)
    return HTest(
        method=f"Mantel-Haenszel chi-squared test {how} continuity correction",
        data_name=name,
        statistic=named(**{"Mantel-Haenszel X-squared": statistic}),
        parameter=named(df=1.0),
        p_value=tails.get(side, float(chi_squared_upper(statistic, 1.0))),
        conf_int=ConfInt(low, high, level),
        estimate=named(**{ODDS: odds}),
        null_value=named(**{ODDS: 1.0}),
        alternative=side,
    )


def _common_odds(cells: Doubles, n: Doubles) -> tuple[float, float]:
    """Return Mantel and Haenszel's odds ratio and the standard deviation of its logarithm."""
    same, crossed = cells[0, 0] * cells[1, 1] / n, cells[0, 1] * cells[1, 0] / n
    share_same = (cells[0, 0] + cells[1, 1]) / n
    share_crossed = (cells[0, 1] + cells[1, 0]) / n
    total, other = same.sum(), crossed.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = (
            (share_same * same).sum() / (2 * np.square(total))
            + (share_same * crossed + share_crossed * same).sum() / (2 * total * other)
            + (share_crossed * crossed).sum() / (2 * np.square(other))
        )
        return float(total / other), float(np.sqrt(variance))


def _exact(cells: Doubles, name: str, side: str, level: float) -> HTest:
    cell = _summed(cells)
    alpha = (1 - level) / (2 if side == "two.sided" else 1)
    low = 0.0 if side == "less" else cell.limit(alpha, lower=True)
    high = math.inf if side == "greater" else cell.limit(alpha, lower=False)
    return HTest(
        method="Exact conditional test of independence in 2 x 2 x k tables",
        data_name=name,
        statistic=named(S=cell.x),
        p_value=cell.p_value(1.0, side),
        conf_int=ConfInt(low, high, level),
        estimate=named(**{ODDS: cell.estimate()}),
        null_value=named(**{ODDS: 1.0}),
        alternative=side,
    )


def _summed(cells: Doubles) -> Hypergeometric:
    """Return the distribution of the sum of the first cells, strata being independent."""
    weights: Doubles = np.ones(1)
    least, total = 0.0, 0.0
    for stratum in np.moveaxis(cells, 2, 0):
        one = Hypergeometric.of(stratum)
        weights = np.convolve(weights, np.exp(one.log_weights - one.log_weights.max()))
        weights = weights / weights.max()
        least, total = least + one.support[0], total + one.x
    with np.errstate(divide="ignore"):
        support = np.asarray(least + np.arange(len(weights)), dtype=np.float64)
        return Hypergeometric(total, support, np.asarray(np.log(weights)))


def _general(cells: Doubles, name: str) -> HTest:
    r, c = cells.shape[0] - 1, cells.shape[1] - 1
    distance, covariance = np.zeros(r * c), np.zeros((r * c, r * c))
    for stratum in np.moveaxis(cells, 2, 0):
        n = stratum.sum()
        rows, columns = stratum.sum(axis=1)[:-1], stratum.sum(axis=0)[:-1]
        distance += (stratum[:-1, :-1] - np.outer(rows, columns) / n).ravel("F")
        by_column = np.diag(n * columns) - np.outer(columns, columns)
        by_row = np.diag(n * rows) - np.outer(rows, rows)
        covariance += np.kron(by_column, by_row) / (n**2 * (n - 1))
    statistic = float(distance @ np.linalg.solve(covariance, distance))
    return HTest(
        method="Cochran-Mantel-Haenszel test",
        data_name=name,
        statistic=named(**{"Cochran-Mantel-Haenszel M^2": statistic}),
        parameter=named(df=float(r * c)),
        p_value=float(chi_squared_upper(statistic, float(r * c))),
    )

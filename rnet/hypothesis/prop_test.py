"""`prop_test`: tests of one proportion or several."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri

from rnet.conditions import RError, warn
from rnet.distributions.tails import chi_squared_upper
from rnet.hypothesis.count_table import table_cells
from rnet.hypothesis.htest import ConfInt, HTest, named
from rnet.hypothesis.samples import argument_text
from rnet.hypothesis.t_test import ALTERNATIVES, check_level
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call

Doubles = npt.NDArray[np.float64]

NAMES = (
    "statistic", "parameter", "p.value", "estimate", "null.value", "conf.int", "alternative",
    "method", "data.name",
)  # fmt: skip


@keeps_call("prop.test")
def prop_test(
    call: Call,
    x: Any,
    n: Any = None,
    p: Any = None,
    alternative: str = "two.sided",
    conf_level: float = 0.95,
    correct: bool = True,
) -> HTest:
    """Test whether proportions are equal, or have given values.

    Parameters
    ----------
    x : int, vector, or Table or matrix with 2 columns
        Successes; a table holds successes and failures.
    n : int or vector, optional
        Trials.
    p : float or vector, optional
        Probabilities under the hypothesis; one half for a single proportion.
    alternative : {"two.sided", "less", "greater"}
        For one proportion, or two.
    conf_level : float, default 0.95
    correct : bool, default True
        Yates' continuity correction, where there are one or two proportions.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for counts that are none, or probabilities outside (0, 1).

    Warns
    -----
    RWarning
        `Chi-squared approximation may be incorrect`, where an expected count is below 5.

    Notes
    -----
    R page: `?prop.test`. Limits of one proportion are Wilson's.

    Examples
    --------
    >>> from rnet import prop_test
    >>> round(prop_test([15, 25], [50, 50]).p_value, 5)
    0.06619
    """
    successes, trials, name = _counts(call, x, n)
    shares = _probabilities(p, successes)
    if len(successes) > 2 or (len(successes) == 2 and shares is not None):
        alternative = "two.sided" if isinstance(alternative, str) else alternative
    side = match_arg(alternative, ALTERNATIVES)
    check_level(conf_level)
    known = np.isfinite(successes) & np.isfinite(trials)
    successes, trials = successes[known], trials[known]
    k = len(successes)
    shares = None if shares is None else shares[known]
    if k == 1 and shares is None:
        shares = _probabilities([0.5], known)
    if shares is not None:
        name += f", null {'probability' if k == 1 else 'probabilities'} "
        name += "0.5" if p is None else argument_text(call, "p")
    yates = _yates(successes, trials, shares, correct=bool(correct) and k <= 2)
    statistic, df = _statistic(successes, trials, shares, yates)
    estimate = successes / trials
    labels = ["p"] if k == 1 else [f"prop {i + 1}" for i in range(k)]
    null = None if shares is None else named(**dict(zip(labels, shares, strict=True)))
    title = "proportions test" if k == 1 else _title(shares)
    return HTest(
        method=f"{k}-sample {title} {'with' if yates else 'without'} continuity correction",
        data_name=name,
        statistic=named(**{"X-squared": statistic}),
        parameter=named(df=df),
        p_value=_p_value(statistic, df, estimate, shares, side),
        conf_int=_limits(successes, trials, shares, side, conf_level, yates),
        estimate=named(**dict(zip(labels, estimate, strict=True))),
        null_value=null,
        alternative=side,
        order=NAMES,
    )


def _title(shares: Doubles | None) -> str:
    return f"test for {'equality of' if shares is None else 'given'} proportions"


def _counts(call: Call, x: Any, n: Any) -> tuple[Doubles, Doubles, str]:
    cells = table_cells(x)
    name = argument_text(call, "x")
    if cells is not None and cells.ndim == 2:
        if cells.shape[1] != 2:
            raise RError("'x' must have 2 columns", "Successes and failures.")
        successes, trials = cells[:, 0], cells.sum(axis=1)
    elif cells is not None and len(cells) == 2:
        successes, trials = cells[:1], cells.sum(keepdims=True)
    elif n is None:
        raise RError('argument "n" is missing, with no default', "Give the numbers of trials.")
    else:
        successes, trials = (np.asarray(z, dtype=np.float64).ravel() for z in (x, n))
        if len(successes) != len(trials):
            raise RError(
                "'x' and 'n' must have the same length", f"{len(successes)} and {len(trials)}."
            )
        name += f" out of {argument_text(call, 'n')}"
    _check_counts(successes, trials)
    return successes, trials, name


def _check_counts(successes: Doubles, trials: Doubles) -> None:
    if (trials <= 0).any():
        raise RError("elements of 'n' must be positive", "There is no proportion of nothing.")
    if (successes < 0).any():
        raise RError("elements of 'x' must be nonnegative", "Counts are zero or more.")
    if (successes > trials).any():
        raise RError(
            "elements of 'x' must not be greater than those of 'n'", "x: successes; n: trials."
        )


def _probabilities(p: Any, successes: npt.NDArray[Any]) -> Doubles | None:
    if p is None:
        return None
    shares = np.asarray(p, dtype=np.float64).ravel()
    if len(shares) != len(successes):
        raise RError("'p' must have the same length as 'x' and 'n'", f"It has {len(shares)}.")
    if not ((shares > 0) & (shares < 1)).all():
        raise RError("elements of 'p' must be in (0,1)", "They are probabilities.")
    return shares


def _yates(successes: Doubles, trials: Doubles, shares: Doubles | None, *, correct: bool) -> float:
    """Return the continuity correction: at most half a count, and at most the distance."""
    if not correct:
        return 0.0
    if shares is not None:
        return 0.5 if len(shares) > 1 else min(0.5, float(abs(successes - trials * shares)[0]))
    estimate = successes / trials
    return min(0.5, float(abs(estimate[0] - estimate[1]) / (1 / trials).sum()))


def _statistic(
    successes: Doubles, trials: Doubles, shares: Doubles | None, yates: float
) -> tuple[float, float]:
    chance = successes.sum() / trials.sum() if shares is None else shares
    df = len(successes) - (1.0 if shares is None else 0.0)
    observed = np.column_stack([successes, trials - successes])
    expected = np.column_stack([trials * chance, trials * (1 - chance)])
    with np.errstate(divide="ignore", invalid="ignore"):
        statistic = float(((np.abs(observed - expected) - yates) ** 2 / expected).ravel("F").sum())
    if (expected < 5).any():
        warn("Chi-squared approximation may be incorrect", "binom_test is exact.")
    return statistic, df


def _p_value(
    statistic: float, df: float, estimate: Doubles, shares: Doubles | None, side: str
) -> float:
    if side == "two.sided":
        return float(chi_squared_upper(statistic, df))
    distance = estimate[0] - (estimate[1] if shares is None else shares[0])
    z = math.copysign(math.sqrt(statistic), distance) if distance else 0.0
    return float(ndtr(-z) if side == "greater" else ndtr(z))


def _limits(
    successes: Doubles,
    trials: Doubles,
    shares: Doubles | None,
    side: str,
    level: float,
    yates: float,
) -> ConfInt | None:
    z = float(ndtri((1 + level) / 2 if side == "two.sided" else level))
    if len(successes) == 1:
        low, high = _wilson(float(successes[0] / trials[0]), float(trials[0]), z, yates)
    elif len(successes) == 2 and shares is None:
        low, high = _of_difference(successes / trials, trials, z, yates)
    else:
        return None
    least = 0.0 if len(successes) == 1 else -1.0
    low = least if side == "less" else max(low, least)
    high = 1.0 if side == "greater" else min(high, 1.0)
    return ConfInt(low, high, level)


def _wilson(share: float, n: float, z: float, yates: float) -> tuple[float, float]:
    half = z**2 / (2 * n)
    up, down = share + yates / n, share - yates / n
    high = (up + half + z * math.sqrt(up * (1 - up) / n + half / (2 * n))) / (1 + 2 * half)
    low = (down + half - z * math.sqrt(down * (1 - down) / n + half / (2 * n))) / (1 + 2 * half)
    return (0.0 if down <= 0 else low), (1.0 if up >= 1 else high)


def _of_difference(
    estimate: Doubles, trials: Doubles, z: float, yates: float
) -> tuple[float, float]:
    difference = float(estimate[0] - estimate[1])
    reach = z * math.sqrt(float((estimate * (1 - estimate) / trials).sum()))
    reach += yates * float((1 / trials).sum())
    return difference - reach, difference + reach

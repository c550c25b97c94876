"""`binom_test`: the exact test of a proportion."""

import math
from typing import Any

import numpy as np
from scipy.special import betaincinv

from rnet.conditions import RError
from rnet.distributions.binom import dbinom, pbinom
from rnet.hypothesis.exact_tables import NEARLY
from rnet.hypothesis.htest import ConfInt, HTest, named
from rnet.hypothesis.samples import argument_text
from rnet.hypothesis.t_test import ALTERNATIVES, check_level
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call


@keeps_call("binom.test")
def binom_test(
    call: Call,
    x: Any,
    n: int | None = None,
    p: Any = 0.5,
    alternative: str = "two.sided",
    conf_level: float = 0.95,
) -> HTest:
    """Test the probability of success in a Bernoulli experiment exactly.

    Parameters
    ----------
    x : int or pair of int
        Successes; or successes and failures.
    n : int, optional
        Trials.
    p : float, default 0.5
        Probability under the hypothesis.
    alternative : {"two.sided", "less", "greater"}
    conf_level : float, default 0.95
        Of Clopper and Pearson's limits.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for what are no counts, or no probability.

    Notes
    -----
    R page: `?binom.test`. Two-sided: all outcomes no more probable than the observed one.

    Examples
    --------
    >>> from rnet import binom_test
    >>> round(binom_test(682, 925, p=0.75).p_value, 4)
    0.3825
    """
    side = match_arg(alternative, ALTERNATIVES)
    successes, trials = _counts(x, n)
    if np.ndim(p) or isinstance(p, str) or not 0 <= p <= 1:
        raise RError("'p' must be a single number between 0 and 1", f"Not {p!r}.")
    check_level(conf_level)
    name = argument_text(call, "x")
    return HTest(
        method="Exact binomial test",
        data_name=name if np.size(x) == 2 else f"{name} and {argument_text(call, 'n')}",
        statistic=named(**{"number of successes": successes}),
        parameter=named(**{"number of trials": trials}),
        p_value=_p_value(successes, trials, p, side),
        conf_int=_limits(successes, trials, side, conf_level),
        estimate=named(**{"probability of success": successes / trials}),
        null_value=named(**{"probability of success": p}),
        alternative=side,
    )


def _counts(x: Any, n: Any) -> tuple[int, int]:
    counts = np.asarray(x, dtype=np.float64).ravel()
    if not (np.isfinite(counts) & (counts >= 0) & (np.round(counts) == counts)).all():
        raise RError("'x' must be nonnegative and integer", f"Not {x!r}.")
    if len(counts) == 2:
        return int(counts[0]), int(counts.sum())
    if len(counts) != 1:
        raise RError("incorrect length of 'x'", "One number of successes, or also the failures.")
    if n is None:
        raise RError('argument "x" is missing, with no default', "Give the number of trials.")
    if np.ndim(n) or not n >= 1 or n != round(n) or counts[0] > n:
        raise RError("'n' must be a positive integer >= 'x'", f"Not {n!r}.")
    return int(counts[0]), int(n)


def _p_value(x: int, n: int, p: float, side: str) -> float:
    if side == "less":
        return float(pbinom(x, n, p))
    if side == "greater":
        return _upper(x, n, p)
    if p in {0, 1}:
        return float(x == n * p)
    mean = n * p
    if x == mean:
        return 1.0
    probable = float(dbinom(x, n, p)) * (1 + NEARLY)
    if x < mean:
        others = np.arange(math.ceil(mean), n + 1)
        far = int((np.asarray(dbinom(others, n, p)) <= probable).sum())
        return float(pbinom(x, n, p)) + _upper(n - far + 1, n, p)
    others = np.arange(math.floor(mean) + 1)
    far = int((np.asarray(dbinom(others, n, p)) <= probable).sum())
    return (float(pbinom(far - 1, n, p)) if far else 0.0) + _upper(x, n, p)


def _upper(x: int, n: int, p: float) -> float:
    """Return the probability of `x` successes or more."""
    if x > n:
        return 0.0
    return float(pbinom(x - 1, n, p, lower_tail=False)) if x > 0 else 1.0


def _limits(x: int, n: int, side: str, level: float) -> ConfInt:
    alpha = (1 - level) / (2 if side == "two.sided" else 1)
    low = 0.0 if side == "less" or x == 0 else float(betaincinv(x, n - x + 1, alpha))
    high = 1.0 if side == "greater" or x == n else float(betaincinv(x + 1, n - x, 1 - alpha))
    return ConfInt(low, high, level)

"""`poisson_test`: exact tests of one rate of events, or of the ratio of two."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import chdtri, pdtr, pdtrc

from rnet.conditions import RError
from rnet.distributions.pois import dpois
from rnet.hypothesis.binom_test import binom_test
from rnet.hypothesis.exact_tables import NEARLY
from rnet.hypothesis.htest import ConfInt, HTest, named
from rnet.hypothesis.samples import argument_text
from rnet.hypothesis.t_test import ALTERNATIVES, check_level
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call

Doubles = npt.NDArray[np.float64]


@keeps_call("poisson.test")
def poisson_test(
    call: Call,
    x: Any,
    T: Any = 1,  # noqa: N803 - R's name
    r: float = 1.0,
    alternative: str = "two.sided",
    conf_level: float = 0.95,
) -> HTest:
    """Test the rate of events in some time, or the ratio of two rates.

    Parameters
    ----------
    x : int or pair of int
        Events.
    T : float or pair of float, default 1
        Time base of the events.
    r : float, default 1
        Rate, or ratio of rates, under the hypothesis.
    alternative : {"two.sided", "less", "greater"}
    conf_level : float, default 0.95

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for what are no counts, or more than two.

    Notes
    -----
    R page: `?poisson.test`. Two rates are compared given the sum of events, by `binom_test`.

    Examples
    --------
    >>> from rnet import poisson_test
    >>> round(poisson_test(10, r=5).p_value, 5)
    0.03857
    """
    side = match_arg(alternative, ALTERNATIVES)
    events, times = _checked(x, T, r)
    check_level(conf_level)
    name = f"{argument_text(call, 'x')} time base: {_base(call)}"
    compare = _one_rate if len(events) == 1 else _two_rates
    return compare(events, times, r, side, conf_level, name)


def _base(call: Call) -> str:
    given = any(argument.name == "T" for argument in call.arguments)
    return argument_text(call, "T") if given else "1"


def _checked(x: Any, times: Any, r: Any) -> tuple[Doubles, Doubles]:
    events, base = (np.asarray(z, dtype=np.float64).ravel() for z in (x, times))
    if len(events) != len(base):
        if len(base) != 1:
            raise RError("'x' and 'T' have incompatible length", f"{len(events)} and {len(base)}.")
        base = np.repeat(base, len(events))
    if len(events) > 2:
        raise RError("the case k > 2 is unimplemented", "Compare pairs of rates.")
    if not (np.isfinite(events) & (events >= 0) & (np.round(events) == events)).all():
        raise RError("'x' must be finite, nonnegative, and integer", "Counts of events.")
    if not (base >= 0).all():
        raise RError("'T' must be nonnegative", "Time does not run backwards.")
    if np.ndim(r) or isinstance(r, str) or not r > 0:
        raise RError("'r' must be a single positive number", f"Not {r!r}.")
    return events, base


def _one_rate(
    events: Doubles, times: Doubles, r: float, side: str, level: float, name: str
) -> HTest:
    count, base = float(events[0]), float(times[0])
    alpha = (1 - level) / (2 if side == "two.sided" else 1)
    low = 0.0 if side == "less" or count == 0 else float(chdtri(2 * count, 1 - alpha)) / 2
    high = math.inf if side == "greater" else float(chdtri(2 * count + 2, alpha)) / 2
    with np.errstate(divide="ignore"):
        low, high, rate = (float(np.float64(z) / base) for z in (low, high, count))
    return HTest(
        method="Exact Poisson test",
        data_name=name,
        statistic=named(**{"number of events": count}),
        parameter=named(**{"time base": base}),
        p_value=_p_value(count, r * base, side),
        conf_int=ConfInt(low, high, level),
        estimate=named(**{"event rate": rate}),
        null_value=named(**{"event rate": r}),
        alternative=side,
    )


def _two_rates(
    events: Doubles, times: Doubles, r: float, side: str, level: float, name: str
) -> HTest:
    share = float(r * times[0] / (r * times[0] + times[1]))
    # R multiplies the second time by the ratio here, where the share above multiplies the first
    expected = events.sum() * r * times[0] / (times[0] + r * times[1])
    inner = binom_test(events, None, share, side, level)
    assert inner.conf_int is not None
    low, high = (
        math.inf if limit == 1 else limit / (1 - limit) * float(times[1] / times[0])
        for limit in inner.conf_int
    )
    ratio = float((events[0] / times[0]) / (events[1] / times[1])) if events[1] else math.inf
    return HTest(
        method="Comparison of Poisson rates",
        data_name=name,
        statistic=named(count1=events[0]),
        parameter=named(**{"expected count1": expected}),
        p_value=inner.p_value,
        conf_int=ConfInt(low, high, level),
        estimate=named(**{"rate ratio": ratio}),
        null_value=named(**{"rate ratio": r}),
        alternative=side,
    )


def _p_value(x: float, mean: float, side: str) -> float:
    at_least = float(pdtrc(x - 1, mean)) if x > 0 else 1.0
    if side != "two.sided":
        return float(pdtr(x, mean)) if side == "less" else at_least
    if mean == 0:
        return float(x == 0)
    if x == mean:
        return 1.0
    probable = float(dpois(x, mean)) * (1 + NEARLY)
    if x < mean:
        last = math.ceil(2 * mean - x)
        while float(dpois(last, mean)) > probable:
            last *= 2
        others = np.arange(math.ceil(mean), last + 1)
        far = int((np.asarray(dpois(others, mean)) <= probable).sum())
        return float(pdtr(x, mean)) + float(pdtrc(last - far, mean))
    others = np.arange(math.floor(mean) + 1)
    far = int((np.asarray(dpois(others, mean)) <= probable).sum())
    return (float(pdtr(far - 1, mean)) if far else 0.0) + at_least

"""`ansari_test`: the test of Ansari and Bradley of equal scale."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr

from rnet.conditions import RError, warn
from rnet.hypothesis.ansari_limits import exact_limits, two_sided_scores
from rnet.hypothesis.htest import HTest, named
from rnet.hypothesis.rank_distribution import rank_sum
from rnet.hypothesis.samples import samples_of
from rnet.hypothesis.t_test import ALTERNATIVES, check_level
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.settings import current

Doubles = npt.NDArray[np.float64]

MOST_EXACT = 50
ORDER = ("statistic", "p.value", "null.value", "alternative", "method", "data.name")


@keeps_call("ansari.test")
def ansari_test(
    call: Call,
    x: Any,
    y: Any = None,
    alternative: str = "two.sided",
    exact: bool | None = None,
    conf_int: bool = False,
    conf_level: float = 0.95,
    *,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> HTest:
    """Test whether two samples have the same scale, by ranks counted from both ends.

    Parameters
    ----------
    x : array_like or str
        A sample; or a formula, ``"mpg ~ am"``.
    y : array_like, optional
        The other sample; with a formula the data frame may stand here.
    alternative : {"two.sided", "less", "greater"}
        Of the ratio of scales.
    exact : bool, optional
        Exact p value; by default below 50 values in each sample. Not with ties.
    conf_int : bool, default False
        Whether the ratio of scales is estimated, with limits; only where the p value is exact.
    conf_level : float, default 0.95
    data, subset, na_action
        For a formula: the data frame, which rows, and what to do with missing values.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for samples without values, or a factor that makes no two groups; for limits
        where the p value is not exact.

    Warns
    -----
    RWarning
        `cannot compute exact p-value with ties`; `samples differ in location: cannot compute
        confidence set, returning NA`.

    Notes
    -----
    R page: `?ansari.test`. Limits by Bauer (1972); R's normal ones are not offered.

    Examples
    --------
    >>> from rnet import ansari_test
    >>> round(ansari_test([1.5, 2.5, 9, 4], [4.5, 5.5, 5, 4.9, 6]).p_value, 4)
    0.0794
    """
    side = match_arg(alternative, ALTERNATIVES)
    samples = samples_of(call, x, y, data, subset, na_action)
    assert samples.y is not None
    first, second = (z[~np.isnan(z)] for z in (samples.x, samples.y))
    for values, label in ((first, "x"), (second, "y")):
        if not len(values):
            raise RError(f"not enough '{label}' observations", "One value, at least.")
    m, n = len(first), len(second)
    pooled = np.concatenate([first, second])
    scores = two_sided_scores(pooled)
    has_ties = len(np.unique(pooled)) < m + n
    wanted = max(m, n) < MOST_EXACT if exact is None else exact
    statistic = float(scores[:m].sum())
    limits, estimate = None, None
    if conf_int:
        check_level(conf_level)
        if has_ties or not wanted:
            raise RError(
                "limits of the ratio are not covered without the exact distribution",
                "They need samples without ties; exact=True takes larger ones.",
            )
        limits, ratio = exact_limits(first, second, rank_sum(scores, m), side, conf_level)
        estimate = named(**{"ratio of scales": ratio})
    if wanted and not has_ties:
        p_value = _exact(scores, m, statistic, side)
    else:
        p_value = _normal(scores, m, statistic, side, has_ties=has_ties)
        if wanted:
            warn("cannot compute exact p-value with ties")
    return HTest(
        method="Ansari-Bradley test",
        data_name=samples.name,
        statistic=named(AB=statistic),
        p_value=p_value,
        null_value=named(**{"ratio of scales": 1.0}),
        alternative=side,
        conf_int=limits,
        estimate=estimate,
        order=(*ORDER, *(("conf.int", "estimate") if conf_int else ())),
    )


def _exact(scores: Doubles, m: int, statistic: float, side: str) -> float:
    distribution = rank_sum(scores, m)
    value = statistic - m * (m + 1) / 2
    below, above = distribution.lower_tail(value), distribution.upper_tail(value)
    # a wide x has small scores: few points mean a ratio above one
    tails = {"less": above, "greater": below}
    return tails.get(side, min(1.0, 2 * min(below, above)))


def _normal(scores: Doubles, m: int, statistic: float, side: str, *, has_ties: bool) -> float:
    total = len(scores)
    n = total - m
    middle = (total + 1) ** 2 / (4 * total) if total % 2 else (total + 2) / 4
    if has_ties:
        spread = float((scores**2).sum())
        if current().follows("4.6"):
            middle = float(scores.mean())
        variance = m * n * (spread - total * middle**2) / (total * (total - 1))
    elif total % 2:
        variance = m * n * (total + 1) * (3 + total**2) / (48 * total**2)
    else:
        variance = m * n * (total + 2) * (total - 2) / (48 * (total - 1))
    z = (statistic - m * middle) / math.sqrt(variance)
    tails = {"less": float(ndtr(-z)), "greater": float(ndtr(z))}
    return tails.get(side, 2 * min(tails.values()))

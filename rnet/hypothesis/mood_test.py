"""`mood_test`: Mood's test of equal scale."""

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr
from scipy.stats import rankdata

from rnet.conditions import RError
from rnet.hypothesis.htest import HTest, named
from rnet.hypothesis.samples import samples_of
from rnet.hypothesis.t_test import ALTERNATIVES
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.settings import current

Doubles = npt.NDArray[np.float64]


@keeps_call("mood.test")
def mood_test(
    call: Call,
    x: Any,
    y: Any = None,
    alternative: str = "two.sided",
    *,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> HTest:
    """Test whether two samples have the same scale, by squared distances of ranks.

    Parameters
    ----------
    x : array_like or str
        A sample; or a formula, ``"mpg ~ am"``.
    y : array_like, optional
        The other sample; with a formula the data frame may stand here.
    alternative : {"two.sided", "less", "greater"}
    data, subset, na_action
        For a formula: the data frame, which rows, and what to do with missing values.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for fewer than three values, or a factor that makes no two groups.

    Notes
    -----
    R page: `?mood.test`. Tied values share the mean score of their places (Mielke, 1967) and the
    variance is that of the scores given, as in R 4.6; before, the correction of R's variance took
    every group of ties for the first one.

    Examples
    --------
    >>> from rnet import mood_test
    >>> round(mood_test([1.5, 2.5, 9, 4], [4.5, 5.5, 5, 4.9, 6]).p_value, 4)
    0.0475
    """
    side = match_arg(alternative, ALTERNATIVES)
    samples = samples_of(call, x, y, data, subset, na_action)
    assert samples.y is not None
    first, second = (z[~np.isnan(z)] for z in (samples.x, samples.y))
    if len(first) + len(second) < 3:
        raise RError("not enough observations", "Three values together, at least.")
    z = _z(first, second)
    tails = float(ndtr(z)), float(ndtr(-z))
    p_value = {"less": tails[0], "greater": tails[1]}.get(side, 2 * min(tails))
    return HTest(
        method="Mood two-sample test of scale",
        data_name=samples.name,
        statistic=named(Z=z),
        p_value=p_value,
        alternative=side,
        order=("statistic", "p.value", "alternative", "method", "data.name"),
    )


def _z(x: Doubles, y: Doubles) -> float:
    m, total = len(x), len(x) + len(y)
    pooled = np.concatenate([x, y])
    scores = _scores(pooled)
    mean = scores.mean()
    spread = float(((scores - mean) ** 2).sum()) / (total - 1)
    if not current().follows("4.6"):
        spread = _former_spread(pooled)
    variance = m * len(y) / total * spread
    return float((scores[:m].sum() - m * mean) / np.sqrt(variance))


def _former_spread(pooled: Doubles) -> float:
    """Return the variance of the scores as R computed it before 4.6, from the sizes of the ties."""
    total = len(pooled)
    ties = np.unique(pooled, return_counts=True)[1].astype(np.float64)
    less = ties * (ties**2 - 1) * (ties**2 - 4 + 15 * (total - ties) ** 2)
    whole = total * (total + 1) * (total**2 - 4) / 180
    return float(whole - less.sum() / (180 * (total - 1)))


def _scores(pooled: Doubles) -> Doubles:
    centre = (len(pooled) + 1) / 2
    low, high = rankdata(pooled, "min"), rankdata(pooled, "max")
    places = np.concatenate([[0.0], ((np.arange(1, len(pooled) + 1) - centre) ** 2).cumsum()])
    return np.asarray((places[high] - places[low - 1]) / (high - low + 1))

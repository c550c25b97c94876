"""`friedman_test`: the rank sum test of Friedman for unreplicated blocks."""

from typing import Any

import numpy as np
from scipy.stats import rankdata

from rnet.distributions.tails import chi_squared_upper
from rnet.hypothesis.blocks import blocks_of
from rnet.hypothesis.htest import HTest, named
from rnet.language.tree import Call
from rnet.matched_call import keeps_call


@keeps_call("friedman.test")
def friedman_test(
    call: Call,
    y: Any,
    groups: Any = None,
    blocks: Any = None,
    *,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> HTest:
    """Test whether treatments differ, each given once in every block, by ranks within blocks.

    Parameters
    ----------
    y : matrix, array_like or str
        Blocks by treatments; values with `groups` and `blocks`; or a formula, ``"y ~ a | b"``.
    groups, blocks : array_like, optional
        Treatment and block of each value; with a formula the data frame may stand second.
    data, subset, na_action
        For a formula: the data frame, which rows, and what to do with missing values.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for blocks that are not complete.

    Notes
    -----
    R page: `?friedman.test`. Blocks with a missing value are dropped; ties are corrected for.

    Examples
    --------
    >>> from rnet import friedman_test
    >>> round(friedman_test([[5.4, 5.5, 5.55], [5.85, 5.7, 5.75], [5.2, 5.6, 5.5]]).p_value, 4)
    0.7165
    """
    found = blocks_of(call, y, groups, blocks, data, subset, na_action)
    ranks = np.array([rankdata(row) for row in found.values])
    n, k = ranks.shape
    ties = [np.unique(row, return_counts=True)[1].astype(float) for row in ranks]
    lost = sum(float((t**3 - t).sum()) for t in ties)
    spread = float(((ranks.sum(axis=0) - n * (k + 1) / 2) ** 2).sum())
    with np.errstate(divide="ignore", invalid="ignore"):
        statistic = float(np.float64(12 * spread) / (n * k * (k + 1) - lost / (k - 1)))
    return HTest(
        method="Friedman rank sum test",
        data_name=found.name,
        statistic=named(**{"Friedman chi-squared": statistic}),
        parameter=named(df=k - 1.0),
        p_value=float(chi_squared_upper(statistic, k - 1.0)),
    )

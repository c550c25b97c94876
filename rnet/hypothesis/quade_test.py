"""`quade_test`: Quade's test for unreplicated blocks."""

from typing import Any

import numpy as np
from scipy.special import fdtrc
from scipy.stats import rankdata

from rnet.hypothesis.blocks import blocks_of
from rnet.hypothesis.htest import HTest, named
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.values import NA


@keeps_call("quade.test")
def quade_test(
    call: Call,
    y: Any,
    groups: Any = None,
    blocks: Any = None,
    *,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> HTest:
    """Test whether treatments differ, blocks of a wider range counting more.

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
    R page: `?quade.test`.

    Examples
    --------
    >>> from rnet import quade_test
    >>> round(quade_test([[5.4, 5.5, 5.55], [5.85, 5.7, 5.75], [5.2, 5.6, 5.5]]).p_value, 4)
    0.6944
    """
    found = blocks_of(call, y, groups, blocks, data, subset, na_action)
    b, k = found.values.shape
    ranks = np.array([rankdata(row) for row in found.values])
    weights = rankdata(np.ptp(found.values, axis=1))
    scores = weights[:, None] * (ranks - (k + 1) / 2)
    total, between = float((scores**2).sum()), float((scores.sum(axis=0) ** 2).sum()) / b
    df = k - 1.0, (b - 1.0) * (k - 1.0)
    if total == between:
        df = NA, NA
        statistic, p_value = np.nan, float(1 / np.prod(np.arange(1.0, k + 1))) ** (b - 1)
    else:
        statistic = (b - 1) * between / (total - between)
        p_value = float(fdtrc(*df, statistic))
    return HTest(
        method="Quade test",
        data_name=found.name,
        statistic=named(**{"Quade F": statistic}),
        parameter=named(**{"num df": df[0], "denom df": df[1]}),
        p_value=p_value,
    )

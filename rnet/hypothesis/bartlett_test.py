"""`bartlett_test`: a test of equal variances of several groups."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.distributions.tails import chi_squared_upper
from rnet.hypothesis.htest import HTest, named
from rnet.hypothesis.samples import check_several_groups, groups_of
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.sums import variance

Doubles = npt.NDArray[np.float64]


@keeps_call("bartlett.test")
def bartlett_test(
    call: Call,
    x: Any,
    g: Any = None,
    *,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> HTest:
    """Test whether normal samples have the same variance.

    Parameters
    ----------
    x : array_like, list of array_like, or str
        Values with their groups in `g`; a list of samples; or a formula, ``"count ~ spray"``.
    g : array_like, optional
        The group of each value; with a formula the data frame may stand here.
    data, subset, na_action
        For a formula: the data frame, which rows, and what to do with missing values.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for one group only, or a group of one value.

    Notes
    -----
    R page: `?bartlett.test`.

    Examples
    --------
    >>> from rnet import bartlett_test, data
    >>> round(float(bartlett_test("count ~ spray", data("InsectSprays")).statistic.iloc[0]), 2)
    25.96
    """
    grouped = groups_of(call, x, g, data, subset, na_action)
    check_several_groups(grouped)
    codes = np.asarray(grouped.groups.codes)
    samples = [grouped.response[codes == code] for code in range(len(grouped.groups.categories))]
    statistic = _statistic(samples)
    return HTest(
        method="Bartlett test of homogeneity of variances",
        data_name=grouped.name,
        statistic=named(**{"Bartlett's K-squared": statistic}),
        parameter=named(df=len(samples) - 1.0),
        p_value=float(chi_squared_upper(statistic, len(samples) - 1.0)),
        order=("statistic", "parameter", "p.value", "data.name", "method"),
    )


def _statistic(samples: list[Doubles]) -> float:
    df = np.array([len(sample) - 1.0 for sample in samples])
    if (df < 1).any():
        raise RError(
            "there must be at least 2 observations in each group", "One value has no variance."
        )
    variances = np.array([variance(sample) for sample in samples])
    total = df.sum()
    pooled = (df * variances).sum() / total
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = total * np.log(pooled) - (df * np.log(variances)).sum()
    return float(spread / (1 + ((1 / df).sum() - 1 / total) / (3 * (len(df) - 1))))

"""`kruskal_test`: the rank sum test of Kruskal and Wallis."""

from typing import Any

import numpy as np

from rnet.distributions.tails import chi_squared_upper
from rnet.hypothesis.htest import HTest, named
from rnet.hypothesis.samples import Grouped, check_several_groups, groups_of
from rnet.language.tree import Call
from rnet.matched_call import keeps_call


@keeps_call("kruskal.test")
def kruskal_test(
    call: Call,
    x: Any,
    g: Any = None,
    *,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> HTest:
    """Test whether several groups come from the same distribution, by ranks.

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
        R's text for one group only, or lengths that differ.

    Notes
    -----
    R page: `?kruskal.test`. Ties are corrected for; the p value is chi-squared's.

    Examples
    --------
    >>> from rnet import data, kruskal_test
    >>> round(float(kruskal_test("count ~ spray", data("InsectSprays")).statistic.iloc[0]), 3)
    54.691
    """
    grouped = groups_of(call, x, g, data, subset, na_action)
    check_several_groups(grouped)
    statistic, df = _statistic(grouped)
    return HTest(
        method="Kruskal-Wallis rank sum test",
        data_name=grouped.name,
        statistic=named(**{"Kruskal-Wallis chi-squared": statistic}),
        parameter=named(df=df),
        p_value=float(chi_squared_upper(statistic, df)),
    )


def _statistic(grouped: Grouped) -> tuple[float, float]:
    from scipy.stats import rankdata  # noqa: PLC0415 - slow to load

    n = len(grouped.response)
    ranks = rankdata(grouped.response)
    codes = np.asarray(grouped.groups.codes)
    sums, sizes = np.bincount(codes, ranks), np.bincount(codes)
    _, ties = np.unique(grouped.response, return_counts=True)
    spread = 12 * (sums**2 / sizes).sum() / (n * (n + 1)) - 3 * (n + 1)
    return float(spread / (1 - (ties**3 - ties).sum() / (n**3 - n))), len(sizes) - 1.0

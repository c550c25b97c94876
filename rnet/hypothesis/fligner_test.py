"""`fligner_test`: equal variances of several groups, by ranks (Fligner and Killeen)."""

from typing import Any

import numpy as np
from scipy.special import ndtri
from scipy.stats import rankdata

from rnet.distributions.tails import chi_squared_upper
from rnet.hypothesis.htest import HTest, named
from rnet.hypothesis.samples import check_several_groups, groups_of
from rnet.language.tree import Call
from rnet.matched_call import keeps_call


@keeps_call("fligner.test")
def fligner_test(
    call: Call,
    x: Any,
    g: Any = None,
    *,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> HTest:
    """Test whether several groups have the same variance, whatever their distribution.

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
    R page: `?fligner.test`. The median-centred test of Conover, Johnson and Johnson (1981).

    Examples
    --------
    >>> from rnet import data, fligner_test
    >>> round(fligner_test("count ~ spray", data("InsectSprays")).p_value, 5)
    0.01282
    """
    grouped = groups_of(call, x, g, data, subset, na_action)
    check_several_groups(grouped)
    codes = np.asarray(grouped.groups.codes)
    k = len(grouped.groups.categories)
    medians = np.array([np.median(grouped.response[codes == code]) for code in range(k)])
    n = len(codes)
    scores = ndtri((1 + rankdata(np.abs(grouped.response - medians[codes])) / (n + 1)) / 2)
    scores = scores - scores.mean()
    sizes = np.bincount(codes, minlength=k)
    means = np.bincount(codes, scores, minlength=k) / sizes
    statistic = float((sizes * means**2).sum() / (scores @ scores / (n - 1)))
    return HTest(
        method="Fligner-Killeen test of homogeneity of variances",
        data_name=grouped.name,
        statistic=named(**{"Fligner-Killeen:med chi-squared": statistic}),
        parameter=named(df=k - 1.0),
        p_value=float(chi_squared_upper(statistic, k - 1.0)),
        order=("statistic", "parameter", "p.value", "method", "data.name"),
    )

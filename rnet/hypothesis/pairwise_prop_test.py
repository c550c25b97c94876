"""`pairwise_prop_test`: tests of all pairs of proportions."""

import math
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.hypothesis.pairwise_htest import PairwiseHTest, pairwise_table
from rnet.hypothesis.prop_test import prop_test
from rnet.hypothesis.samples import argument_text
from rnet.language.tree import Call
from rnet.matched_call import keeps_call


@keeps_call("pairwise.prop.test")
def pairwise_prop_test(
    call: Call,
    x: Any,
    n: Any,
    p_adjust_method: str = "holm",
    alternative: str = "two.sided",
    correct: bool = True,
) -> PairwiseHTest:
    """Compare all pairs of proportions, correcting for how many there are.

    Parameters
    ----------
    x, n : array_like of int
        Successes and trials.
    p_adjust_method : str, default "holm"
        A method of `p_adjust`.
    alternative, correct
        As in `prop_test`.

    Returns
    -------
    PairwiseHTest

    Raises
    ------
    RError
        R's text for fewer than two proportions.

    Notes
    -----
    R page: `?pairwise.prop.test`.

    Examples
    --------
    >>> from rnet import pairwise_prop_test
    >>> float(pairwise_prop_test([15, 25, 35], [50, 50, 50]).p_value.iloc[1, 0].round(5))
    0.00043
    """
    successes, trials = np.asarray(x), np.asarray(n)
    if len(successes) < 2:
        raise RError("too few groups", "Two proportions, at least.")

    def compare(i: int, j: int) -> float:
        pair = [i, j]
        found = prop_test(
            successes[pair], trials[pair], alternative=alternative, correct=correct
        ).p_value
        return math.nan if found is None else found

    levels = [str(k + 1) for k in range(len(successes))]
    p_value, adjustment = pairwise_table(compare, levels, p_adjust_method)
    name = f"{argument_text(call, 'x')} out of {argument_text(call, 'n')}"
    return PairwiseHTest("Pairwise comparison of proportions", name, p_value, adjustment)

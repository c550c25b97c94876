"""`pairwise_wilcox_test`: Wilcoxon's tests of all pairs of groups."""

import math
from typing import Any

from rnet.hypothesis.pairwise_htest import PairwiseHTest, pairwise_table
from rnet.hypothesis.pairwise_t_test import grouped_samples
from rnet.hypothesis.samples import argument_text
from rnet.hypothesis.wilcox_test import wilcox_test
from rnet.language.tree import Call
from rnet.matched_call import keeps_call


@keeps_call("pairwise.wilcox.test")
def pairwise_wilcox_test(
    call: Call,
    x: Any,
    g: Any,
    p_adjust_method: str = "holm",
    paired: bool = False,
    exact: bool | None = None,
    correct: bool = True,
    alternative: str = "two.sided",
) -> PairwiseHTest:
    """Compare all pairs of groups by ranks, correcting for how many there are.

    Parameters
    ----------
    x : array_like
    g : array_like
        The group of each value.
    p_adjust_method : str, default "holm"
        A method of `p_adjust`.
    paired, exact, correct, alternative
        As in `wilcox_test`.

    Returns
    -------
    PairwiseHTest

    Notes
    -----
    R page: `?pairwise.wilcox.test`.

    Examples
    --------
    >>> from rnet import data, pairwise_wilcox_test
    >>> plants = data("PlantGrowth")
    >>> float(pairwise_wilcox_test(plants["weight"], plants["group"]).p_value.iloc[1, 1].round(4))
    0.0268
    """
    samples, levels = grouped_samples(x, g)
    methods: list[str] = []

    def compare(i: int, j: int) -> float:
        found = wilcox_test(
            samples[i], samples[j], alternative, paired=paired, exact=exact, correct=correct
        )
        methods.append(found.method)
        return math.nan if found.p_value is None else found.p_value

    p_value, adjustment = pairwise_table(compare, levels, p_adjust_method)
    name = f"{argument_text(call, 'x')} and {argument_text(call, 'g')}"
    return PairwiseHTest(methods[0], name, p_value, adjustment)

"""`pairwise_t_test`: t tests of all pairs of groups."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import stdtr

from rnet.conditions import RError
from rnet.formulas.columns import as_column
from rnet.formulas.factor_functions import as_factor
from rnet.hypothesis.pairwise_htest import PairwiseHTest, pairwise_table
from rnet.hypothesis.samples import argument_text
from rnet.hypothesis.t_test import ALTERNATIVES, t_test
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.sums import variance

Doubles = npt.NDArray[np.float64]


@keeps_call("pairwise.t.test")
def pairwise_t_test(
    call: Call,
    x: Any,
    g: Any,
    p_adjust_method: str = "holm",
    pool_sd: bool | None = None,
    paired: bool = False,
    alternative: str = "two.sided",
) -> PairwiseHTest:
    """Compare the means of all pairs of groups, correcting for how many there are.

    Parameters
    ----------
    x : array_like
    g : array_like
        The group of each value.
    p_adjust_method : str, default "holm"
        A method of `p_adjust`.
    pool_sd : bool, optional
        One standard deviation for all groups; by default where the samples are not `paired`.
    paired : bool, default False
    alternative : {"two.sided", "less", "greater"}

    Returns
    -------
    PairwiseHTest

    Raises
    ------
    RError
        `pooling of SD is incompatible with paired tests`.

    Notes
    -----
    R page: `?pairwise.t.test`.

    Examples
    --------
    >>> from rnet import data, pairwise_t_test
    >>> plants = data("PlantGrowth")
    >>> float(pairwise_t_test(plants["weight"], plants["group"]).p_value.iloc[1, 1].round(4))
    0.0134
    """
    pooled = not paired if pool_sd is None else pool_sd
    if pooled and paired:
        raise RError("pooling of SD is incompatible with paired tests", "pool_sd=False.")
    side = match_arg(alternative, ALTERNATIVES)
    samples, levels = grouped_samples(x, g)

    def compare(i: int, j: int) -> float:
        found = t_test(samples[i], samples[j], side, paired=paired).p_value
        return math.nan if found is None else found

    if pooled:
        compare = _with_pooled_sd(samples, side)
    p_value, adjustment = pairwise_table(compare, levels, p_adjust_method)
    kind = f"t tests with {'' if pooled else 'non-'}pooled SD"
    return PairwiseHTest(
        "paired t tests" if paired else kind,
        f"{argument_text(call, 'x')} and {argument_text(call, 'g')}",
        p_value,
        adjustment,
    )


def grouped_samples(x: Any, g: Any) -> tuple[list[Doubles], list[str]]:
    """Return the values of each group, missing ones too, and the groups' names."""
    factor = as_factor(as_column(g, "g"))  # type: ignore[arg-type]
    values = np.asarray(x, dtype=np.float64).ravel()
    codes = np.asarray(factor.codes)
    samples = [values[codes == code] for code in range(len(factor.categories))]
    return samples, [str(level) for level in factor.categories]


def _with_pooled_sd(samples: list[Doubles], side: str) -> Any:
    known = [z[~np.isnan(z)] for z in samples]
    means = [z.mean() for z in known]
    df = sum(len(z) - 1 for z in known)
    squares = sum((len(z) - 1) * variance(z) for z in known if len(z) > 1)
    sd = math.sqrt(squares / df)

    def compare(i: int, j: int) -> float:
        t = (means[i] - means[j]) / (sd * math.sqrt(1 / len(known[i]) + 1 / len(known[j])))
        if side == "two.sided":
            return 2 * float(stdtr(df, -abs(t)))
        return float(stdtr(df, t if side == "less" else -t))

    return compare

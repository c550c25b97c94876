"""`prop_trend_test`: the chi-squared test for trend in proportions."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.distributions.tails import chi_squared_upper
from rnet.hypothesis.htest import HTest, named
from rnet.hypothesis.samples import argument_text
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.printing.numbers import as_character


@keeps_call("prop.trend.test")
def prop_trend_test(call: Call, x: Any, n: Any, score: Any = None) -> HTest:
    """Test whether proportions rise or fall with a score.

    Parameters
    ----------
    x, n : array_like
        Successes and trials of each group.
    score : array_like, optional
        The scores of the groups; 1, 2, ... by default.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        For groups and scores of different numbers.

    Notes
    -----
    R page: `?prop.trend.test`. Armitage, Biometrics 11 (1955), 375-386: the weighted regression of
    the proportions on the scores.

    Examples
    --------
    >>> from rnet import prop_trend_test
    >>> round(prop_trend_test([83, 90, 129, 70], [86, 93, 136, 82]).p_value, 5)
    0.00413
    """
    successes, trials = (np.asarray(values, dtype=np.float64).ravel() for values in (x, n))
    given = np.arange(1, len(successes) + 1) if score is None else np.asarray(score).ravel()
    if not len(successes) == len(trials) == len(given):
        raise RError("variable lengths differ (found for 'score')", "One number per group.")
    share = successes.sum() / trials.sum()
    weights = trials / share / (1 - share)
    centred = given - (weights * given).sum() / weights.sum()
    slope = (weights * centred * (successes / trials)).sum()
    statistic = float(slope**2 / (weights * centred**2).sum())
    scores = " ".join(as_character(float(value)) for value in given)
    return HTest(
        method="Chi-squared Test for Trend in Proportions",
        data_name=(
            f"{argument_text(call, 'x')} out of {argument_text(call, 'n')} ,\n"
            f" using scores: {scores}"
        ),
        statistic=named(**{"X-squared": statistic}),
        parameter=named(df=1.0),
        p_value=float(chi_squared_upper(statistic, 1.0)),
    )

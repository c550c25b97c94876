"""`var_test`: the F test of two variances."""

import math
from typing import Any

import numpy as np
from scipy.special import fdtr, fdtrc, fdtri

from rnet.conditions import RError
from rnet.generics import df_residual, residuals
from rnet.hypothesis.htest import ConfInt, HTest, named
from rnet.hypothesis.samples import argument_text, samples_of
from rnet.hypothesis.t_test import ALTERNATIVES, check_level
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.record import Record
from rnet.sums import variance


@keeps_call("var.test")
def var_test(
    call: Call,
    x: Any,
    y: Any = None,
    ratio: Any = 1.0,
    alternative: str = "two.sided",
    conf_level: float = 0.95,
    *,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> HTest:
    """Compare the variances of two normal samples.

    Parameters
    ----------
    x : array_like, str or linear model
        A sample; a formula, ``"mpg ~ am"``; or a fitted model, whose residuals count.
    y : array_like or linear model, optional
        The other sample; with a formula the data frame may stand here.
    ratio : float, default 1
        Ratio of the variances under the hypothesis.
    alternative : {"two.sided", "less", "greater"}
    conf_level : float, default 0.95
    data, subset, na_action
        For a formula: the data frame, which rows, and what to do with missing values.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for too few values, or a factor that makes no two groups.

    Notes
    -----
    R page: `?var.test`.

    Examples
    --------
    >>> from rnet import data, var_test
    >>> round(var_test("mpg ~ am", data("mtcars")).p_value, 5)
    0.06691
    """
    side = match_arg(alternative, ALTERNATIVES)
    if np.ndim(ratio) or isinstance(ratio, str) or not 0 < ratio < math.inf:
        raise RError("'ratio' must be a single positive number", f"Not {ratio!r}.")
    check_level(conf_level)
    if isinstance(x, Record) and isinstance(y, Record):
        name = f"{argument_text(call, 'x')} and {argument_text(call, 'y')}"
        parts = [_of_model(fit) for fit in (x, y)]
    else:
        samples = samples_of(call, x, y, data, subset, na_action)
        name = samples.name
        parts = [_of_sample(z, label) for z, label in ((samples.x, "x"), (samples.y, "y"))]
    (df_x, var_x), (df_y, var_y) = parts
    estimate = float(np.float64(var_x) / var_y)
    statistic = estimate / ratio
    return HTest(
        method="F test to compare two variances",
        data_name=name,
        statistic=named(F=statistic),
        parameter=named(**{"num df": df_x, "denom df": df_y}),
        p_value=_p_value(statistic, df_x, df_y, side),
        conf_int=_limits(estimate, df_x, df_y, side, conf_level),
        estimate=named(**{"ratio of variances": estimate}),
        null_value=named(**{"ratio of variances": ratio}),
        alternative=side,
    )


def _of_model(fit: Any) -> tuple[float, float]:
    df = float(df_residual(fit))
    left = np.asarray(residuals(fit), dtype=np.float64)
    return df, float(left @ left) / df


def _of_sample(values: Any, name: str) -> tuple[float, float]:
    known = np.asarray([] if values is None else values, dtype=np.float64)
    known = known[np.isfinite(known)]
    if len(known) < 2:
        raise RError(f"not enough '{name}' observations", "Two values that are not missing.")
    return len(known) - 1.0, variance(known)


def _p_value(statistic: float, df_x: float, df_y: float, side: str) -> float:
    lower, upper = float(fdtr(df_x, df_y, statistic)), float(fdtrc(df_x, df_y, statistic))
    if side == "two.sided":
        return 2 * min(lower, upper)
    return lower if side == "less" else upper


def _limits(estimate: float, df_x: float, df_y: float, side: str, level: float) -> ConfInt:
    beta = (1 - level) / (2 if side == "two.sided" else 1)
    low = 0.0 if side == "less" else estimate / float(fdtri(df_x, df_y, 1 - beta))
    high = math.inf if side == "greater" else estimate / float(fdtri(df_x, df_y, beta))
    return ConfInt(low, high, level)

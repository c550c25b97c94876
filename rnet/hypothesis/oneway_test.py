"""`oneway_test`: equal means of several groups, equal variances or not."""

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import fdtrc

from rnet.conditions import RError
from rnet.formulas.columns import numbers
from rnet.formulas.factor_functions import as_factor
from rnet.formulas.formula import parse_formula
from rnet.formulas.model_frame import model_frame
from rnet.hypothesis.htest import HTest, named
from rnet.language.deparse import deparse_line
from rnet.sums import variance

Doubles = npt.NDArray[np.float64]

TITLE = "One-way analysis of means"
WELCH = f"{TITLE} (not assuming equal variances)"


def oneway_test(
    formula: Any,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
    var_equal: bool = False,
) -> HTest:
    """Test whether two or more normal samples have the same mean.

    Parameters
    ----------
    formula : str or Formula
        ``"weight ~ group"``; several factors are crossed.
    data, subset, na_action
        The data frame, which rows, and what to do with missing values.
    var_equal : bool, default False
        The usual analysis of variance instead of Welch's.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for a wrong formula, one group only, or a group of one value.

    Notes
    -----
    R page: `?oneway.test`. Welch (1951).

    Examples
    --------
    >>> from rnet import data, oneway_test
    >>> round(oneway_test("extra ~ group", data("sleep")).p_value, 5)
    0.07939
    """
    parsed = parse_formula(formula)
    if parsed.response is None:
        raise RError("'formula' missing or incorrect", "Write it as 'response ~ group'.")
    frame = model_frame(parsed, data, subset=subset, na_action=na_action)
    (_, response), *groups = frame.variables.items()
    samples = _samples(numbers(response), [values for _, values in groups])
    statistic, df = (_equal if var_equal else _welch)(samples)
    return HTest(
        method=TITLE if var_equal else WELCH,
        data_name=f"{deparse_line(parsed.response)} and {deparse_line(parsed.right)}",
        statistic=named(F=statistic),
        parameter=named(**{"num df": len(samples) - 1.0, "denom df": df}),
        p_value=float(fdtrc(len(samples) - 1.0, df, statistic)),
    )


def _samples(response: Doubles, factors: list[Any]) -> list[Doubles]:
    codes = np.zeros(len(response), dtype=np.int64)
    for factor in factors:
        made = as_factor(factor)
        codes = codes * len(made.categories) + np.asarray(made.codes)
    labels = np.unique(codes)
    if len(labels) < 2:
        raise RError("not enough groups", "Two groups, at least.")
    samples = [response[codes == label] for label in labels]
    if min(map(len, samples)) < 2:
        raise RError("not enough observations", "Two values in each group, at least.")
    return samples


def _equal(samples: list[Doubles]) -> tuple[float, float]:
    sizes = np.array([float(len(z)) for z in samples])
    means = np.array([z.mean() for z in samples])
    df = sizes.sum() - len(samples)
    overall = np.concatenate(samples).mean()
    within = sum((len(z) - 1) * variance(z) for z in samples) / df
    between = (sizes * (means - overall) ** 2).sum() / (len(samples) - 1)
    return float(between / within), float(df)


def _welch(samples: list[Doubles]) -> tuple[float, float]:
    k = len(samples)
    sizes = np.array([float(len(z)) for z in samples])
    means = np.array([z.mean() for z in samples])
    weights = sizes / np.array([variance(z) for z in samples])
    total = weights.sum()
    spread = ((1 - weights / total) ** 2 / (sizes - 1)).sum() / (k**2 - 1)
    overall = (weights * means).sum() / total
    between = (weights * (means - overall) ** 2).sum()
    return float(between / ((k - 1) * (1 + 2 * (k - 2) * spread))), float(1 / (3 * spread))

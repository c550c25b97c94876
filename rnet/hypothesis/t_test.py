"""`t_test`: Student's and Welch's tests of means."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.hypothesis.htest import ConfInt, HTest, named
from rnet.hypothesis.samples import Samples, samples_of
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.special_functions import special
from rnet.sums import corrected_mean, variance

Doubles = npt.NDArray[np.float64]

ALTERNATIVES = ("two.sided", "less", "greater")
CONSTANT = 10 * float(np.finfo(np.float64).eps)  # a standard error this small, beside the mean


@keeps_call("t.test")
def t_test(
    call: Call,
    x: Any,
    y: Any = None,
    alternative: str = "two.sided",
    mu: float = 0.0,
    paired: bool = False,
    var_equal: bool = False,
    conf_level: float = 0.95,
    *,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> HTest:
    """Test the mean of a sample, or the difference of the means of two.

    Parameters
    ----------
    x : array_like or str
        A sample; or a formula: ``"extra ~ group"`` for two groups, ``"extra ~ 1"`` for one
        sample, ``"Pair(a, b) ~ 1"`` for pairs.
    y : array_like, optional
        The other sample; with a formula the data frame may stand here.
    alternative : {"two.sided", "less", "greater"}
    mu : float, default 0
        The mean, or difference of means, under the hypothesis.
    paired : bool, default False
        Test the mean of the differences of pairs.
    var_equal : bool, default False
        Pool the variances (Student) instead of Welch's approximation.
    conf_level : float, default 0.95
        Probability of the confidence interval.
    data, subset, na_action
        For a formula: the data frame, which rows, and what to do with missing values.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for too few values, constant data, or a factor that makes no two groups.

    Notes
    -----
    R page: `?t.test`. Missing values are dropped, pair by pair where `paired`.

    Examples
    --------
    >>> from rnet import data, t_test
    >>> round(t_test("extra ~ group", data("sleep")).p_value, 5)
    0.07939
    """
    side = match_arg(alternative, ALTERNATIVES)
    _check_numbers(mu, conf_level)
    samples = samples_of(call, x, y, data, subset, na_action)
    pairs = paired or (samples.y is not None and not samples.groups and y is None)
    if pairs:
        samples = Samples(_differences(samples), None, samples.name)
    result = _mean_test(samples, mu, var_equal=var_equal)
    p_value, limits = tail_and_limits(result, side, mu, conf_level)
    return HTest(
        method=_method(samples, pairs=pairs, var_equal=var_equal),
        data_name=samples.name,
        statistic=named(t=result.statistic),
        parameter=named(df=result.df),
        p_value=p_value,
        conf_int=limits,
        estimate=_estimate(samples, result, pairs=pairs),
        null_value=named(**{_null_name(samples, pairs=pairs): mu}),
        stderr=result.stderr,
        alternative=side,
    )


@dataclass(frozen=True, slots=True)
class MeanTest:
    """Means (one or two), their difference's standard error, t and its degrees of freedom."""

    means: tuple[float, ...]
    stderr: float
    df: float
    statistic: float

    @property
    def difference(self) -> float:
        """The mean, or the first less the second."""
        return self.means[0] - sum(self.means[1:])


def _mean_test(samples: Samples, mu: float, *, var_equal: bool) -> MeanTest:
    x = _known(samples.x)
    if samples.y is None:
        return _one_sample(x, mu)
    return _two_samples(x, _known(samples.y), mu, var_equal=var_equal)


def _one_sample(x: Doubles, mu: float) -> MeanTest:
    if len(x) < 2:
        raise _too_few("x")
    mean, stderr = corrected_mean(x), math.sqrt(variance(x) / len(x))
    _check_varies(stderr, abs(mean))
    return MeanTest((mean,), stderr, len(x) - 1.0, (mean - mu) / stderr)


def _two_samples(x: Doubles, y: Doubles, mu: float, *, var_equal: bool) -> MeanTest:
    least = 1 if var_equal else 2
    for values, name in ((x, "x"), (y, "y")):
        if len(values) < least:
            raise _too_few(name)
    if len(x) + len(y) < 3:
        raise RError("not enough observations", "Two groups need three values together.")
    means = corrected_mean(x), corrected_mean(y)
    stderr, df = (_pooled if var_equal else _welch)(x, y)
    _check_varies(stderr, max(map(abs, means)))
    return MeanTest(means, stderr, df, (means[0] - means[1] - mu) / stderr)


def _pooled(x: Doubles, y: Doubles) -> tuple[float, float]:
    df = len(x) + len(y) - 2.0
    squares = sum((len(z) - 1) * variance(z) for z in (x, y) if len(z) > 1)
    return math.sqrt(squares / df * (1 / len(x) + 1 / len(y))), df


def _welch(x: Doubles, y: Doubles) -> tuple[float, float]:
    """Return standard error and Welch and Satterthwaite's degrees of freedom."""
    errors = [math.sqrt(variance(z) / len(z)) for z in (x, y)]
    parts = [s**4 / (len(z) - 1) for s, z in zip(errors, (x, y), strict=True)]
    total = math.sqrt(errors[0] ** 2 + errors[1] ** 2)
    return total, total**4 / sum(parts) if total else math.nan


def tail_and_limits(result: MeanTest, side: str, mu: float, level: float) -> tuple[float, ConfInt]:
    """Return the p value of a t statistic and the confidence limits it implies."""
    stdtr, stdtrit = special().stdtr, special().stdtrit

    t, df = result.statistic, result.df
    lower_tail, upper_tail = float(stdtr(df, t)), float(stdtr(df, -t))
    if side == "less":
        limits = -math.inf, t + float(stdtrit(df, level))
        p_value = lower_tail
    elif side == "greater":
        limits = t - float(stdtrit(df, level)), math.inf
        p_value = upper_tail
    else:
        reach = float(stdtrit(df, 1 - (1 - level) / 2))
        limits = t - reach, t + reach
        p_value = 2 * min(lower_tail, upper_tail)
    lower, upper = (mu + limit * result.stderr for limit in limits)
    return p_value, ConfInt(lower, upper, level)


def _differences(samples: Samples) -> Doubles:
    if samples.y is None:
        raise RError("'y' is missing for paired test", "Give both samples, x and y.")
    if len(samples.x) != len(samples.y):
        raise RError(
            "not all arguments have the same length",
            f"Pairs: x has {len(samples.x)} values, y has {len(samples.y)}.",
        )
    return samples.x - samples.y


def _known(values: Doubles) -> Doubles:
    return values[~np.isnan(values)]


def _too_few(name: str) -> RError:
    return RError(f"not enough '{name}' observations", "Two values that are not missing, at least.")


def _check_numbers(mu: Any, conf_level: Any) -> None:
    if np.ndim(mu) or isinstance(mu, str) or mu is None or math.isnan(mu):
        raise RError("'mu' must be a single number", f"Not {mu!r}.")
    check_level(conf_level)


def check_level(conf_level: Any) -> None:
    """Refuse, in R's words, what is no probability of an interval."""
    if np.ndim(conf_level) or isinstance(conf_level, str) or not 0 < conf_level < 1:
        raise RError("'conf.level' must be a single number between 0 and 1", f"Not {conf_level!r}.")


def _check_varies(stderr: float, size: float) -> None:
    if math.isnan(stderr):
        raise RError("missing value where TRUE/FALSE needed", "Infinite values have no variance.")
    if stderr < CONSTANT * size or stderr == 0:
        raise RError("data are essentially constant", "A t test needs values that differ.")


def _method(samples: Samples, *, pairs: bool, var_equal: bool) -> str:
    if samples.y is not None:
        return f"{'' if var_equal else 'Welch'} Two Sample t-test"
    return "Paired t-test" if pairs else "One Sample t-test"


def _null_name(samples: Samples, *, pairs: bool) -> str:
    if pairs:
        return "mean difference"
    if samples.y is None:
        return "mean"
    if samples.groups:
        first, second = samples.groups
        return f"difference in means between group {first} and group {second}"
    return "difference in means"


def _estimate(samples: Samples, result: MeanTest, *, pairs: bool) -> Any:
    if pairs:
        return named(**{"mean difference": result.difference})
    if samples.groups:
        labels = [f"mean in group {level}" for level in samples.groups]
    else:
        labels = ["mean of x", "mean of y"]
    return named(**dict(zip(labels, result.means, strict=False)))

"""`wilcox_test`: Wilcoxon's rank sum and signed rank tests."""

import math
from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.hypothesis.htest import ConfInt, HTest, named
from rnet.hypothesis.location_tests import (
    Location,
    exact_interval,
    exact_p,
    normal_interval,
    normal_p,
)
from rnet.hypothesis.samples import Samples, samples_of
from rnet.hypothesis.t_test import ALTERNATIVES, check_level
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.printing.rounding import signif
from rnet.settings import current

MOST_EXACT = 50
NAMES = ("statistic", "parameter", "p.value", "null.value", "alternative", "method", "data.name")


@keeps_call("wilcox.test")
def wilcox_test(
    call: Call,
    x: Any,
    y: Any = None,
    alternative: str = "two.sided",
    mu: float = 0.0,
    paired: bool = False,
    exact: bool | None = None,
    correct: bool = True,
    conf_int: bool = False,
    conf_level: float = 0.95,
    tol_root: float = 1e-4,
    digits_rank: float = math.inf,
    *,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> HTest:
    """Test the location of a sample, or the shift between two, by ranks.

    Parameters
    ----------
    x : array_like or str
        A sample; or a formula: ``"extra ~ group"``, ``"extra ~ 1"``, ``"Pair(a, b) ~ 1"``.
    y : array_like, optional
        The other sample; with a formula the data frame may stand here.
    alternative : {"two.sided", "less", "greater"}
    mu : float, default 0
        Location, or shift, under the hypothesis.
    paired : bool, default False
        Test the differences of pairs.
    exact : bool, optional
        Exact p value; by default below 50 values (before R 4.6: and no ties).
    correct : bool, default True
        Continuity correction of the normal approximation.
    conf_int : bool, default False
        Give limits and an estimate of the (pseudo)median or the difference in location.
    conf_level : float, default 0.95
    tol_root : float, default 1e-4
        Width of the search for approximate limits.
    digits_rank : float, default inf
        Significant digits by which values are ranked.
    data, subset, na_action
        For a formula: the data frame, which rows, and what to do with missing values.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for samples without values, or a factor that makes no two groups.

    Warns
    -----
    RWarning
        Ties or zeroes where they rule out an exact test; limits that cannot be had.

    Notes
    -----
    R page: `?wilcox.test`. Exact distributions: Streitberg and Roehmel (1986). With
    ``options(r_version="4.5")`` or older, ties mean the normal approximation, as they did in R.

    Examples
    --------
    >>> from rnet import wilcox_test
    >>> round(wilcox_test([1.1, 2.2, 3.3, 0.4], [2.5, 6.1, 7, 8, 3]).p_value, 5)
    0.06349
    """
    side = match_arg(alternative, ALTERNATIVES)
    _check_finite(mu)
    if conf_int:
        check_level(conf_level)
    samples = samples_of(call, x, y, data, subset, na_action)
    pairs = paired or (samples.y is not None and not samples.groups and y is None)
    given, tested, has_zeroes = _locations(samples, mu, pairs=pairs)
    ranked = _rounded(tested, digits_rank)
    obstacles = _obstacles(ranked, has_zeroes=has_zeroes)
    is_exact = _is_exact(given, exact) and not obstacles
    p_value = exact_p(ranked, side) if is_exact else normal_p(ranked, side, correct=correct)
    extra: dict[str, Any] = {}
    if conf_int and is_exact:
        newest = current().follows("4.6")
        limits = exact_interval(given, ranked, side, conf_level, achieved=newest)
        extra = _interval(limits, given)
    elif conf_int:
        limits = normal_interval(given, side, conf_level, tol_root, correct=correct)
        extra = _interval(limits, given)
    if _is_exact(given, exact):
        _warn_of(obstacles, given, conf_int=conf_int)
    return HTest(
        method=_method(given, exact=is_exact, correct=correct),
        data_name=samples.name,
        statistic=named(**{"V" if given.y is None else "W": ranked.statistic()}),
        p_value=p_value,
        null_value=named(**{"location" + " shift" * (pairs or given.y is not None): mu}),
        alternative=side,
        order=(*NAMES, *(("conf.int", "estimate") if extra else ())),
        **extra,
    )


def _check_finite(mu: Any) -> None:
    if np.ndim(mu) or isinstance(mu, str) or mu is None or not math.isfinite(mu):
        raise RError("'mu' must be a single number", f"Not {mu!r}.")


def _interval(found: tuple[ConfInt, float], given: Location) -> dict[str, Any]:
    one = "(pseudo)median" if given.x.min() < given.x.max() else "midrange"
    label = one if given.y is None else "difference in location"
    return {"conf_int": found[0], "estimate": named(**{label: found[1]})}


def _locations(samples: Samples, mu: float, *, pairs: bool) -> tuple[Location, Location, bool]:
    """Return the samples as given and shifted by the hypothesis, and whether zeroes dropped out."""
    x, y = samples.x, samples.y
    if pairs:
        if y is None:
            raise RError("'y' is missing for paired test", "Give both samples, x and y.")
        if len(x) != len(y):
            raise RError(
                "'x' and 'y' must have the same length", f"Pairs: {len(x)} and {len(y)} values."
            )
        x, y = x - y, None
    x = x[~np.isnan(x)]
    if len(x) < 1:
        raise RError(
            "not enough (non-missing) 'x' observations", "One value that is not missing, at least."
        )
    if y is None:
        tested = Location(x).shifted(mu)
        return Location(tested.x + mu), tested, len(tested.x) < len(x)
    y = y[~np.isnan(y)]
    if len(y) < 1:
        raise RError("not enough 'y' observations", "One value that is not missing, at least.")
    return Location(x, y), Location(x - mu, y), False


def _rounded(samples: Location, digits: float) -> Location:
    if not math.isfinite(digits):
        return samples
    parts = [None if z is None else np.asarray(signif(z, digits)) for z in (samples.x, samples.y)]
    assert parts[0] is not None
    return Location(parts[0], parts[1])


def _is_exact(given: Location, exact: bool | None) -> bool:
    sizes = [len(z) for z in (given.x, given.y) if z is not None]
    return max(sizes) < MOST_EXACT if exact is None else exact


def _obstacles(ranked: Location, *, has_zeroes: bool) -> list[str]:
    """Return what ruled out an exact test before R 4.6."""
    if current().follows("4.6"):
        return []
    return ["ties"] * ranked.has_ties() + ["zeroes"] * has_zeroes


def _warn_of(obstacles: list[str], given: Location, *, conf_int: bool) -> None:
    limits = "confidence interval" if given.y is None else "confidence intervals"
    for obstacle in obstacles:
        for what in ("p-value", limits)[: 1 + conf_int]:
            warn(f"cannot compute exact {what} with {obstacle}")


def _method(given: Location, *, exact: bool, correct: bool) -> str:
    kind = "signed rank" if given.y is None else "rank sum"
    if exact:
        return f"Wilcoxon {kind} exact test"
    return f"Wilcoxon {kind} test{' with continuity correction' if correct else ''}"

"""`cor_test`: tests of association between paired samples."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri, stdtr
from scipy.stats import rankdata

from rnet.conditions import RError, warn
from rnet.formulas.columns import numbers
from rnet.formulas.formula import parse_formula
from rnet.formulas.model_frame import model_frame
from rnet.hypothesis.htest import ConfInt, HTest, named
from rnet.hypothesis.rank_correlation import kendall_tail, kendall_z, spearman_tails
from rnet.hypothesis.samples import argument_text, is_formula
from rnet.hypothesis.t_test import ALTERNATIVES, check_level
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.settings import current
from rnet.values import NA, is_na

Doubles = npt.NDArray[np.float64]

METHODS = ("pearson", "kendall", "spearman")
TITLES = {
    "pearson": "Pearson's product-moment correlation",
    "kendall": "Kendall's rank correlation tau",
    "spearman": "Spearman's rank correlation rho",
}
ESTIMATES = {"pearson": "correlation", "kendall": "tau", "spearman": "rho"}
LEAST_EXACT_KENDALL = 50
LARGEST_SPEARMAN = 1290
LEAST_FOR_LIMITS = 4


@keeps_call("cor.test")
def cor_test(
    call: Call,
    x: Any,
    y: Any = None,
    alternative: str = "two.sided",
    method: str = "pearson",
    exact: bool | None = None,
    conf_level: float = 0.95,
    continuity: bool = False,
    *,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> HTest:
    """Test whether two paired samples are associated.

    Parameters
    ----------
    x : array_like or str
        A sample; or a formula without response, ``"~ mpg + wt"``.
    y : array_like, optional
        The other sample, of the same length; with a formula the data frame may stand here.
    alternative : {"two.sided", "less", "greater"}
    method : {"pearson", "kendall", "spearman"}
    exact : bool, optional
        Exact p value of Kendall's tau (default below 50 pairs) or Spearman's rho (1290).
    conf_level : float, default 0.95
        Of Pearson's correlation, by Fisher's z.
    continuity : bool, default False
        Continuity correction where tau and rho are not exact.
    data, subset, na_action
        For a formula: the data frame, which rows, and what to do with missing values.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for too few pairs or a wrong formula.

    Warns
    -----
    RWarning
        Ties where they rule out an exact p value; samples that do not vary.

    Notes
    -----
    R page: `?cor.test`. Spearman's S: all permutations up to 9 pairs, then the Edgeworth series of
    Best and Roberts (1975), AS 89; t beyond 1290 pairs or with ties.

    Examples
    --------
    >>> from rnet import cor_test, data
    >>> round(float(cor_test("~ mpg + wt", data("mtcars")).estimate.iloc[0]), 4)
    -0.8677
    """
    side = match_arg(alternative, ALTERNATIVES)
    kind = match_arg(method, METHODS)
    first, second, name = _pairs(call, x, y, data, subset, na_action)
    known = np.isfinite(first) & np.isfinite(second)
    first, second = first[known], second[known]
    if kind == "pearson":
        found = _pearson(first, second, side, conf_level)
    else:
        if len(first) < 2:
            raise _too_few()
        by_rank = _kendall if kind == "kendall" else _spearman
        found = by_rank(first, second, side, exact, continuity=continuity)
    null = named(**{ESTIMATES[kind]: 0.0})
    return HTest(
        method=TITLES[kind],
        data_name=name,
        null_value=null,
        alternative=side,
        order=_names(found),
        **found,
    )


def _names(found: dict[str, Any]) -> tuple[str, ...]:
    last = ("conf.int",) if "conf_int" in found else ()
    usual = ("p.value", "estimate", "null.value", "alternative", "method", "data.name")
    return ("statistic", "parameter", *usual, *last)


def _pairs(
    call: Call, x: Any, y: Any, data: Any, subset: Any, na_action: Any
) -> tuple[Doubles, Doubles, str]:
    if is_formula(x):
        return _of_formula(x, y if data is None else data, subset, na_action)
    name = f"{argument_text(call, 'x')} and {argument_text(call, 'y')}"
    if np.size(x) != np.size(y):
        raise RError(
            "'x' and 'y' must have the same length", f"They have {np.size(x)} and {np.size(y)}."
        )
    return _numeric(x, "x"), _numeric(y, "y"), name


def _numeric(x: Any, argument: str) -> Doubles:
    values = np.asarray(x)
    if values.dtype.kind not in "biuf":
        raise RError(f"'{argument}' must be a numeric vector", "Give numbers.")
    return values.astype(np.float64).ravel()


def _of_formula(
    formula: Any, data: Any, subset: Any, na_action: Any
) -> tuple[Doubles, Doubles, str]:
    parsed = parse_formula(formula)
    if parsed.response is not None:
        raise RError("'formula' missing or invalid", "Write '~ x + y', without a response.")
    frame = model_frame(parsed, data, subset=subset, na_action=na_action)
    if len(frame.variables) != 2:
        raise RError("invalid formula", "Name two variables: '~ x + y'.")
    first, second = frame.variables.values()
    return numbers(first), numbers(second), " and ".join(frame.variables)


def _too_few() -> RError:
    return RError("not enough finite observations", "Pairs with a missing value do not count.")


def _correlation(x: Doubles, y: Doubles) -> float:
    """Return Pearson's correlation; NaN with R's warning where a sample does not vary."""
    first, second = x - x.mean(), y - y.mean()
    size = math.sqrt(float(first @ first)) * math.sqrt(float(second @ second))
    if size == 0:
        warn("the standard deviation is zero")
        return NA
    return max(-1.0, min(1.0, float(first @ second) / size))


def _pearson(x: Doubles, y: Doubles, side: str, level: float) -> dict[str, Any]:
    n = len(x)
    if n < 3:
        raise _too_few()
    r, df = _correlation(x, y), n - 2
    with np.errstate(divide="ignore", invalid="ignore"):
        t = NA if is_na(np.array([r]))[0] else float(math.sqrt(df) * r / np.sqrt(1 - r * r))
    found: dict[str, Any] = {
        "statistic": named(t=t),
        "parameter": named(df=df),
        "p_value": _tail(float(stdtr(df, t)), float(stdtr(df, -t)), side),
        "estimate": named(cor=r),
    }
    if n >= LEAST_FOR_LIMITS:
        check_level(level)
        found["conf_int"] = _fisher_limits(r, n, side, level)
    return found


def _fisher_limits(r: float, n: int, side: str, level: float) -> ConfInt:
    with np.errstate(divide="ignore"):
        z, sigma = float(np.arctanh(r)), 1 / math.sqrt(n - 3)
    reach = sigma * float(ndtri((1 + level) / 2 if side == "two.sided" else level))
    lower = -1.0 if side == "less" else math.tanh(z - reach)
    upper = 1.0 if side == "greater" else math.tanh(z + reach)
    return ConfInt(lower, upper, level)


def _tail(lower: float, upper: float, side: str) -> float:
    if side == "two.sided":
        return min(1.0, 2 * min(lower, upper)) if not math.isnan(lower) else math.nan
    return lower if side == "less" else upper


def _has_ties(x: Doubles, y: Doubles) -> bool:
    return min(len(np.unique(x)), len(np.unique(y))) < len(x)


def _warn_of_ties() -> None:
    start = "c" if current().follows("4.6") else "C"
    warn(f"{start}annot compute exact p-value with ties", "exact=False says so without a warning.")


def _kendall(
    x: Doubles, y: Doubles, side: str, exact: bool | None, *, continuity: bool
) -> dict[str, Any]:
    n = len(x)
    signs = np.sign(np.subtract.outer(x, x)), np.sign(np.subtract.outer(y, y))
    score = float((signs[0] * signs[1]).sum()) / 2
    pairs = [float((part != 0).sum()) / 2 for part in signs]
    if not all(pairs):
        warn("the standard deviation is zero")
        return _of_constant("T", "tau")
    tau = score / math.sqrt(pairs[0] * pairs[1])
    is_exact = n < LEAST_EXACT_KENDALL if exact is None else exact
    if is_exact and not _has_ties(x, y):
        concordant = round((tau + 1) * n * (n - 1) / 4)
        lower, upper = kendall_tail(concordant, n)
        statistic = named(T=concordant)
    else:
        z = kendall_z(x, y, score, continuity=continuity)
        lower, upper = float(ndtr(z)), float(ndtr(-z))
        statistic = named(z=z)
        if is_exact:
            _warn_of_ties()
    p_value = _tail(lower, upper, side)
    return {"statistic": statistic, "p_value": p_value, "estimate": named(tau=tau)}


def _of_constant(statistic: str, estimate: str) -> dict[str, Any]:
    return {
        "statistic": named(**{statistic: NA}),
        "p_value": math.nan,
        "estimate": named(**{estimate: NA}),
    }


def _spearman(
    x: Doubles, y: Doubles, side: str, exact: bool | None, *, continuity: bool
) -> dict[str, Any]:
    n = len(x)
    r = _correlation(rankdata(x), rankdata(y))
    most = n * (float(n) ** 2 - 1) / 6
    s = most * (1 - r)
    has_ties = _has_ties(x, y)
    if exact is not False and has_ties:
        _warn_of_ties()
    if math.isnan(r):
        lower = upper = math.nan
    elif exact is not False and not has_ties and n <= LARGEST_SPEARMAN:
        lower, upper = spearman_tails(round(s), n)
    else:
        shrunk = 1 - s / (most + 1 if continuity else most)
        t = math.inf * shrunk
        if abs(shrunk) < 1:
            t = shrunk / math.sqrt((1 - shrunk**2) / (n - 2))
        lower, upper = float(stdtr(n - 2, t)), float(stdtr(n - 2, -t))
    p_value = _tail(lower, upper, side)
    return {"statistic": named(S=s), "p_value": p_value, "estimate": named(rho=r)}

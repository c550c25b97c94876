"""`ks_test`: the tests of Kolmogorov and Smirnov."""

import importlib
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import kolmogorov, smirnov
from scipy.stats import kstwo

from rnet.conditions import RError, warn
from rnet.hypothesis.htest import HTest, named
from rnet.hypothesis.samples import argument_text, is_formula, samples_of
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.rng.r2dtable import r2dtable
from rnet.settings import current

Doubles = npt.NDArray[np.float64]

ALTERNATIVES = ("two.sided", "less", "greater")
WORDS = {"two.sided": "two-sided", "less": "lies below", "greater": "lies above"}
STATISTICS = {"two.sided": "D", "less": "D^-", "greater": "D^+"}
MOST_EXACT = 100
MOST_EXACT_PRODUCT = 10000
SLACK = 1e-7


@keeps_call("ks.test")
def ks_test(
    call: Call,
    /,
    x: Any,
    y: Any = None,
    *parameters: Any,
    alternative: str = "two.sided",
    exact: bool | None = None,
    simulate_p_value: bool = False,
    B: int = 2000,  # noqa: N803 - R's name
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
    **more_parameters: Any,
) -> HTest:
    """Test whether a sample has a given continuous distribution, or two samples the same.

    Parameters
    ----------
    x : array_like or str
        A sample; or a formula, ``"mpg ~ am"``.
    y : array_like, str or callable
        The other sample; or a distribution function, ``"pnorm"``; with a formula the data frame
        may stand here.
    *parameters, **more_parameters
        Parameters of the distribution.
    alternative : {"two.sided", "less", "greater"}
        Of the distribution function of `x`.
    exact : bool, optional
        Exact p value: by default below 100 values without ties, or a product of both sizes
        below 10000.
    simulate_p_value : bool, default False
        Of two samples: the p value from `B` orders of the pooled sample, ties kept, drawn from
        R's random stream.
    B : int, default 2000
    data, subset, na_action
        For a formula: the data frame, which rows, and what to do with missing values.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for samples without values, or what is no distribution.

    Warns
    -----
    RWarning
        Ties, which a continuous distribution does not have.

    Notes
    -----
    R page: `?ks.test`. One sample: SciPy's exact distributions (Simard and L'Ecuyer, 2011);
    R stops its series at 1e-6, so a p value below that can differ.

    Examples
    --------
    >>> from rnet import ks_test
    >>> round(ks_test([1.1, 2.2, 3.3, 4.4], [0.5, 2.5, 6.1]).p_value, 4)
    0.9714
    """
    side = match_arg(alternative, ALTERNATIVES)
    is_distribution = isinstance(y, str) or callable(y)
    if is_distribution and not is_formula(x):
        values = _known(np.asarray(x, dtype=np.float64).ravel())
        name, other = argument_text(call, "x"), "the null hypothesis"
        cumulated = _distribution(y)(np.sort(values), *parameters, **more_parameters)
        other_data: Any = y
        d, p_value, is_exact = _one_sample(np.asarray(cumulated), values, side, exact)
    else:
        samples = samples_of(call, x, y, data, subset, na_action)
        name, other = samples.name, "that of y"
        values = _known(samples.x)
        if samples.y is None:
            raise RError(
                "'y' must be numeric or a function or a string naming a valid function",
                "Give another sample, or 'pnorm' and its kin.",
            )
        other_data = second = samples.y[~np.isnan(samples.y)]
        if not len(second):
            raise RError("not enough 'y' data", "One value that is not missing, at least.")
        draws = B if simulate_p_value else 0
        d, p_value, is_exact = _two_samples(values, second, side, exact, draws)
    kind = "one" if is_distribution else "two"
    word = WORDS[side]
    manner = "Exact" if is_exact else "Asymptotic"
    if simulate_p_value and not is_distribution:
        manner = "Monte-Carlo"
    return HTest(
        method=f"{manner} {kind}-sample Kolmogorov-Smirnov test",
        data_name=name,
        statistic=named(**{STATISTICS[side]: d}),
        p_value=min(1.0, max(0.0, p_value)),
        alternative=word if side == "two.sided" else f"the CDF of x {word} {other}",
        details={"data": {"x": values, "y": other_data}, "exact": is_exact},
        order=("statistic", "p.value", "alternative", "method", "data.name", "data", "exact"),
    )


def _known(x: Doubles) -> Doubles:
    known = x[~np.isnan(x)]
    if not len(known):
        raise RError("not enough 'x' data", "One value that is not missing, at least.")
    return known


def _distribution(y: Any) -> Callable[..., Any]:
    if callable(y):
        found: Callable[..., Any] = y
        return found
    try:
        function: Callable[..., Any] = getattr(
            importlib.import_module(f"rnet.distributions.{y[1:]}"), y
        )
    except (ImportError, AttributeError):
        raise RError(
            "'y' must be numeric or a function or a string naming a valid function",
            f"There is no {y!r}; 'pnorm' is one.",
        ) from None
    return function


def _largest(above: Doubles, below: Doubles, side: str) -> float:
    if side == "two.sided":
        return float(max(above.max(), below.max()))
    return float((above if side == "greater" else below).max())


def _one_sample(
    cumulated: Doubles, values: Doubles, side: str, exact: bool | None
) -> tuple[float, float, bool]:
    n = len(values)
    has_ties = len(np.unique(values)) < n
    if has_ties:
        which = "one-sample " if current().follows("4.6") else ""
        warn(f"ties should not be present for the {which}Kolmogorov-Smirnov test")
    is_exact = (n < MOST_EXACT and not has_ties) if exact is None else exact
    steps = np.arange(n) / n
    d = _largest(1 / n - (cumulated - steps), cumulated - steps, side)
    if not is_exact:
        return d, _limit_p(math.sqrt(n) * d, side), False
    p_value = kstwo.sf(d, n) if side == "two.sided" else smirnov(n, min(max(d, 0.0), 1.0))
    return d, float(p_value), True


def _limit_p(z: float, side: str) -> float:
    return float(kolmogorov(z)) if side == "two.sided" else math.exp(-2 * z**2)


def _two_samples(
    x: Doubles, y: Doubles, side: str, exact: bool | None, draws: int
) -> tuple[float, float, bool]:
    m, n = len(x), len(y)
    is_exact = m * n < MOST_EXACT_PRODUCT if exact is None else exact
    pooled = np.sort(np.concatenate([x, y]))
    ends = np.flatnonzero(np.append(np.diff(pooled) != 0, True))
    at = pooled[ends]
    shares = [np.searchsorted(np.sort(z), at, side="right") / len(z) for z in (x, y)]
    d = _largest(shares[0] - shares[1], shares[1] - shares[0], side)
    if draws:
        return d, _simulated_p(np.diff(ends, prepend=-1), (m, n), d, side, draws), True
    if not is_exact:
        if len(at) < m + n:
            warn("p-value will be approximate in the presence of ties")
        return d, _limit_p(math.sqrt(m * n / (m + n)) * d, side), False
    return d, _paths_p(m, n, d, set((ends + 1).tolist()), side), True


def _simulated_p(
    ties: npt.NDArray[np.int64], sizes: tuple[int, int], d: float, side: str, draws: int
) -> float:
    """Return the share of random tables, one row a distinct value, that reach the distance d."""
    reached = 1
    for table in r2dtable(draws, ties, sizes):
        shares = np.cumsum(np.asarray(table) / np.array(sizes), axis=0)
        apart = shares[:, 0] - shares[:, 1]
        reached += _largest(apart, -apart, side) >= d - SLACK
    return reached / (draws + 1)


def _paths_p(m: int, n: int, d: float, ends: set[int], side: str) -> float:
    """Return the share of all orders of both samples that reach the distance d.

    Paths in a lattice (Schroeer and Trenkler, 1995): after i values of x and j of y the distance
    is i/m - j/n, and it counts where no tie goes on.
    """
    reach = (0.5 + math.floor(d * m * n - SLACK)) / (m * n)

    def is_far(i: int, j: int) -> bool:
        distance = i / m - j / n
        if side == "two.sided":
            distance = abs(distance)
        elif side == "less":
            distance = -distance
        return i + j in ends and distance >= reach

    paths = [0] * (n + 1)
    for i in range(m + 1):
        for j in range(n + 1):
            if i == j == 0:
                paths[0] = 1
            elif is_far(i, j):
                paths[j] = 0
            else:
                paths[j] = (paths[j] if i else 0) + (paths[j - 1] if j else 0)
    total = math.comb(m + n, n)
    return (total - paths[n]) / total

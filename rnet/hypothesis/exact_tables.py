"""Exact distributions of tables with given margins (Fisher's test)."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.special import gammaln

from rnet.conditions import RError
from rnet.hypothesis.root import brent_root

Doubles = npt.NDArray[np.float64]
State = tuple[int, ...]
Function = Callable[[float], float]

NEARLY = 1e-7  # tables this much more probable, relatively, still count as equally probable
ROOT_TOLERANCE = float(np.finfo(np.float64).eps) ** 0.25
LEAST = float(np.finfo(np.float64).eps)
LARGEST_WORK = 500_000  # columns filled, some seconds
PLACES = 9  # logarithms of probabilities that agree to so many places are one


@dataclass(frozen=True, slots=True)
class Hypergeometric:
    """Fisher's noncentral hypergeometric distribution of the first cell of a 2 by 2 table.

    Attributes
    ----------
    x : float
        The observed cell.
    support : ndarray
    log_weights : ndarray
        Logarithms of the probabilities at odds ratio 1, up to a constant.
    """

    x: float
    support: Doubles
    log_weights: Doubles

    @classmethod
    def of(cls, cells: Doubles) -> "Hypergeometric":
        """Return the distribution given the margins of a table of shape (2, 2)."""
        first, second = cells.sum(axis=0)
        drawn = cells[0].sum()
        support = np.arange(max(0.0, drawn - second), min(drawn, first) + 1)
        log_weights = -(
            gammaln(support + 1)
            + gammaln(first - support + 1)
            + gammaln(drawn - support + 1)
            + gammaln(second - drawn + support + 1)
        )
        return cls(float(cells[0, 0]), support, log_weights)

    def density(self, odds: float) -> Doubles:
        """Return the probabilities at an odds ratio."""
        if odds == 0:
            return np.asarray(self.support == self.support[0], dtype=np.float64)
        if math.isinf(odds):
            return np.asarray(self.support == self.support[-1], dtype=np.float64)
        logs = self.log_weights + math.log(odds) * self.support
        weights = np.exp(logs - logs.max())
        return np.asarray(weights / weights.sum())

    def tail(self, odds: float, *, lower: bool) -> float:
        """Return the probability of the observed cell or less, or more."""
        density = self.density(odds)
        return float(density[self.support <= self.x if lower else self.support >= self.x].sum())

    def p_value(self, odds: float, side: str) -> float:
        """Return the p value of the hypothesis that the odds ratio is `odds`."""
        if side != "two.sided":
            return self.tail(odds, lower=side == "less")
        density = self.density(odds)
        observed = density[self.support == self.x]
        return float(density[density <= observed * (1 + NEARLY)].sum())

    def estimate(self) -> float:
        """Return the conditional maximum likelihood estimate of the odds ratio."""
        if self.x == self.support[0]:
            return 0.0
        if self.x == self.support[-1]:
            return math.inf
        return _odds(lambda odds: float(self.support @ self.density(odds)) - self.x)

    def limit(self, alpha: float, *, lower: bool) -> float:
        """Return the odds ratio where one tail of the observed cell is `alpha`."""
        if lower and self.x == self.support[0]:
            return 0.0
        if not lower and self.x == self.support[-1]:
            return math.inf
        sign = 1 if lower else -1
        return _odds(lambda odds: sign * (self.tail(odds, lower=not lower) - alpha))


def _odds(rising: Function) -> float:
    """Return the odds ratio where a rising function is zero, sought as R does on (0, 1)."""
    at_one = rising(1.0)
    if at_one > 0:
        return brent_root(rising, 0.0, 1.0, ROOT_TOLERANCE)
    if at_one < 0:
        return 1 / brent_root(lambda t: rising(1 / t), LEAST, 1.0, ROOT_TOLERANCE)
    return 1.0


def exact_tables_p(cells: npt.NDArray[np.int64]) -> float:
    """Return the probability of all tables no more probable than the observed one.

    Notes
    -----
    The network of Mehta and Patel (1983): columns are filled one after the other, a node is what
    is left of the row totals, and paths that must end above or below are cut off by the largest
    and least probability to come. The last two columns are enumerated at once.
    """
    table = cells if cells.shape[0] <= cells.shape[1] else cells.T
    columns = sorted(int(total) for total in table.sum(axis=0))
    rows: State = tuple(sorted(int(total) for total in table.sum(axis=1)))
    network = _Network(columns)
    observed = -float(gammaln(table + 1.0).sum()) + math.log1p(NEARLY)
    whole = network.total(rows, 0)
    found = 0.0
    layer: dict[State, dict[float, float]] = {rows: {0.0: 1.0}}
    for k in range(len(columns) - 2):
        layer, settled = network.step(layer, k, observed, whole)
        found += settled
    for state, pasts in layer.items():
        found += network.finish(state, pasts, observed, whole)
    return min(found, 1.0)


class _Network:
    """Paths through the columns; probabilities are products of 1 / cell!."""

    def __init__(self, columns: list[int]) -> None:
        self.columns = columns
        self.work = 0
        self.fillings = cache(self._fillings)
        self.greatest = cache(self._greatest)
        self.least = cache(self._least)

    def total(self, state: State, k: int) -> float:
        """Return the logarithm of the sum over all fillings of columns k and on."""
        left = math.lgamma(sum(state) + 1)
        rows = sum(math.lgamma(r + 1) for r in state)
        return left - rows - sum(math.lgamma(c + 1) for c in self.columns[k:])

    def _fillings(self, state: State, k: int) -> list[tuple[State, float, int]]:
        """Return the nodes after column k, the logarithm of the step, and how many steps agree."""
        ways: dict[tuple[State, float], int] = defaultdict(int)
        for filling in _compositions(self.columns[k], state):
            rest = tuple(sorted(r - f for r, f in zip(state, filling, strict=True)))
            weight = -sum(math.lgamma(f + 1) for f in filling)
            ways[rest, round(weight, PLACES)] += 1
        self.work += sum(ways.values())
        if self.work > LARGEST_WORK:
            raise RError(
                "the table is too large for an exact p value",
                "R counts further if 'workspace' is raised; here use simulate_p_value=True.",
            )
        return [(rest, weight, count) for (rest, weight), count in ways.items()]

    def _greatest(self, state: State, k: int) -> float:
        """Return the logarithm of an upper bound of the path: rows, or columns, spread evenly."""
        columns = self.columns[k:]
        by_row = sum(_even(total, len(columns)) for total in state)
        return min(by_row, sum(_even(total, len(state)) for total in columns))

    def _least(self, state: State, k: int) -> float:
        """Return the logarithm of a lower bound of the path: a row, or column, in one cell."""
        rows = -sum(math.lgamma(r + 1) for r in state)
        columns = -sum(math.lgamma(c + 1) for c in self.columns[k:])
        return max(rows, columns)

    def step(
        self, layer: dict[State, dict[float, float]], k: int, observed: float, whole: float
    ) -> tuple[dict[State, dict[float, float]], float]:
        """Fill column k; return the nodes reached and the probability already settled."""
        after: dict[State, dict[float, float]] = defaultdict(lambda: defaultdict(float))
        settled = 0.0
        for state, pasts in layer.items():
            for rest, weight, ways in self.fillings(state, k):
                high, low = self.greatest(rest, k + 1), self.least(rest, k + 1)
                every = self.total(rest, k + 1)
                for past, count in pasts.items():
                    path = past + weight
                    if path + low > observed:
                        continue
                    if path + high <= observed:
                        settled += count * ways * math.exp(path + every - whole)
                    else:
                        after[rest][round(path, PLACES)] += count * ways
        return after, settled

    def finish(
        self, state: State, pasts: dict[float, float], observed: float, whole: float
    ) -> float:
        """Return the probability of all ends of some paths that are no more probable."""
        first, second = _two_columns(state, self.columns[-2])
        logs = np.sort(-gammaln(first + 1.0).sum(axis=1) - gammaln(second + 1.0).sum(axis=1))
        sums = np.concatenate([[0.0], np.exp(logs - whole).cumsum()])
        paths = np.array(list(pasts))
        places = np.searchsorted(logs, observed - paths, side="right")
        counts = np.array(list(pasts.values()))
        return float((counts * np.exp(paths) * sums[places]).sum())


def _even(total: int, parts: int) -> float:
    """Return the logarithm of the largest product of 1 / cell! with a total."""
    each, more = divmod(total, parts)
    return -(parts - more) * math.lgamma(each + 1) - more * math.lgamma(each + 2)


def _compositions(total: int, most: State) -> Iterator[State]:
    """Yield all ways to fill one column."""
    if len(most) == 1:
        yield (total,)
        return
    room = sum(most[1:])
    for first in range(max(0, total - room), min(most[0], total) + 1):
        for rest in _compositions(total - first, most[1:]):
            yield (first, *rest)


def _two_columns(state: State, total: int) -> tuple[Doubles, Doubles]:
    """Return all fillings of a column with the given total, and what is left for the last."""
    filled = np.zeros((1, 0))
    for i, most in enumerate(state[:-1]):
        room = sum(state[i + 1 :])
        options = np.arange(most + 1.0)
        sums = filled.sum(axis=1)[:, None] + options[None, :]
        keep_row, keep_option = np.nonzero((sums <= total) & (total - sums <= room))
        filled = np.column_stack([filled[keep_row], options[keep_option]])
    filled = np.column_stack([filled, total - filled.sum(axis=1)])
    return filled, np.array(state, dtype=float) - filled

"""K-means by Lloyd, MacQueen, and Hartigan and Wong, on arrays without names."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

FINE, EMPTY, LIMIT, TRANSFERS = 0, 1, 2, 4
QUICK_STEPS = 50  # a case, in one stage of quick transfers


@dataclass(frozen=True, slots=True, eq=False)
class Partition:
    """Clusters found.

    Attributes
    ----------
    cluster : ndarray, shape (n,)
        The cluster of each case, from 0.
    centers : ndarray, shape (k, p)
    withinss : ndarray, shape (k,)
    iterations : int
    fault : int
        0, or why the algorithm stopped early.
    """

    cluster: Integers
    centers: Doubles
    withinss: Doubles
    iterations: int
    fault: int


Algorithm = Callable[[Doubles, Doubles, int], Partition]


def _squares(x: Doubles, centers: Doubles) -> Doubles:
    """Return squared distances of one case, shape (p,), or of pairs, summed column by column."""
    return np.asarray(np.add.accumulate((x - centers) ** 2, axis=-1)[..., -1])


def _nearest(x: Doubles, centers: Doubles) -> Integers:
    return np.asarray(np.argmin(_squares(x[:, None, :], centers[None]), axis=1), dtype=np.int64)


def _means(x: Doubles, cluster: Integers, k: int) -> tuple[Doubles, Integers]:
    """Return means, shape (k, p), and sizes; sums go through the cases in order."""
    sums = np.zeros((k, x.shape[1]))
    np.add.at(sums, cluster, x)
    sizes = np.bincount(cluster, minlength=k)
    with np.errstate(divide="ignore", invalid="ignore"):
        return sums / sizes[:, None], sizes


def _finished(
    x: Doubles,
    cluster: Integers,
    centers: Doubles,
    iterations: int,
    fault: int,
    *,
    by_column: bool = False,
) -> Partition:
    """Return the partition; squares are added one by one, in the order of the algorithm."""
    within, squares = np.zeros(len(centers)), (x - centers[cluster]) ** 2
    if by_column:
        squares = squares.T
    owners = np.broadcast_to(cluster if by_column else cluster[:, None], squares.shape)
    np.add.at(within, owners.ravel(), squares.ravel())
    return Partition(cluster, centers, within, iterations, fault)


def lloyd_fit(x: Doubles, start: Doubles, most: int) -> Partition:
    """Assign all cases to the nearest centers and move the centers, until nothing changes.

    Parameters
    ----------
    x : ndarray, shape (n, p)
    start : ndarray, shape (k, p)
    most : int
        Iterations.
    """
    centers, cluster = start.copy(), np.full(len(x), -1, dtype=np.int64)
    for iteration in range(1, most + 1):
        found = _nearest(x, centers)
        if np.array_equal(found, cluster):
            return _finished(x, cluster, centers, iteration, FINE)
        cluster = found
        centers, _ = _means(x, cluster, len(start))
    return _finished(x, cluster, centers, most + 1, LIMIT)


def macqueen_fit(x: Doubles, start: Doubles, most: int) -> Partition:
    """Move the two centers concerned as soon as a case changes; parameters as `lloyd_fit`."""
    cluster = _nearest(x, start)
    centers, sizes = _means(x, cluster, len(start))
    counts = sizes.astype(np.float64)
    for iteration in range(1, most + 1):
        changed = False
        for place, case in enumerate(x):
            target, own = int(np.argmin(_squares(case, centers))), int(cluster[place])
            if target != own:
                changed = True
                cluster[place] = target
                counts[own] -= 1
                counts[target] += 1
                with np.errstate(divide="ignore", invalid="ignore"):
                    centers[own] += (centers[own] - case) / counts[own]
                    centers[target] += (case - centers[target]) / counts[target]
        if not changed:
            return _finished(x, cluster, centers, iteration, FINE)
    return _finished(x, cluster, centers, most + 1, LIMIT)


@dataclass(slots=True)
class _Exchange:
    """The state of Hartigan and Wong's algorithm; names follow Applied Statistics 28:100.

    `gain` is n / (n + 1), what a case costs that joins; `loss` n / (n - 1), what it frees.
    """

    x: Doubles
    centers: Doubles
    first: Integers
    second: Integers
    sizes: Doubles
    updated: Integers = field(init=False)
    live: Integers = field(init=False)
    moved: npt.NDArray[np.bool_] = field(init=False)
    cost: Doubles = field(init=False)
    unchanged: int = 0

    def __post_init__(self) -> None:
        k = len(self.centers)
        self.updated = np.full(k, -1, dtype=np.int64)
        self.live = np.zeros(k, dtype=np.int64)
        self.moved = np.ones(k, dtype=np.bool_)
        self.cost = np.zeros(len(self.x))

    def gain(self, cluster: int) -> float:
        return float(self.sizes[cluster] / (self.sizes[cluster] + 1.0))

    def loss(self, cluster: int) -> float:
        n = self.sizes[cluster]
        return float(n / (n - 1.0)) if n > 1 else np.inf

    def transfer(self, case: int, source: int, target: int) -> None:
        """Move a case to another cluster and update the two centers."""
        row, n, m = self.x[case], self.sizes[source], self.sizes[target]
        self.centers[source] = (self.centers[source] * n - row) / (n - 1.0)
        self.centers[target] = (self.centers[target] * m + row) / (m + 1.0)
        self.sizes[source] -= 1
        self.sizes[target] += 1
        self.first[case], self.second[case] = target, source

    def optimal_stage(self) -> None:
        """Reassign every case, if necessary, to the cluster that reduces the sum most."""
        n = len(self.x)
        self.live[self.moved] = n + 1
        for case in range(n):
            self.unchanged += 1
            source = int(self.first[case])
            if self.sizes[source] != 1:
                self.consider(case, source)
            if self.unchanged == n:
                return
        self.moved[:] = False
        self.live -= n

    def consider(self, case: int, source: int) -> None:
        """Find the best cluster for a case; only live ones can have become better."""
        step = case + 1
        if self.updated[source] != 0:
            self.cost[case] = _squares(self.x[case], self.centers[source]) * self.loss(source)
        squares = _squares(self.x[case], self.centers)
        target = kept = int(self.second[case])
        least = squares[target] * self.gain(target)
        for other in range(len(self.centers)):
            still = step >= self.live[source] and step >= self.live[other]
            if still or other in (source, kept):
                continue
            if squares[other] < least / self.gain(other):
                least, target = squares[other] * self.gain(other), other
        if least >= self.cost[case]:
            self.second[case] = target
            return
        self.unchanged = 0
        for cluster in (source, target):
            self.live[cluster] = len(self.x) + step
            self.updated[cluster] = step
        self.transfer(case, source, target)

    def quick_stage(self) -> bool:
        """Swap cases between their two nearest clusters; False where there were too many steps."""
        n = len(self.x)
        quiet = step = 0
        while True:
            for case in range(n):
                quiet += 1
                step += 1
                if step >= QUICK_STEPS * n:
                    return False
                source, target = int(self.first[case]), int(self.second[case])
                if self.sizes[source] != 1 and self.swap(case, source, target, step):
                    quiet = 0
                if quiet == n:
                    return True

    def swap(self, case: int, source: int, target: int, step: int) -> bool:
        """Swap the two clusters of a case where that helps."""
        if step <= self.updated[source]:
            self.cost[case] = _squares(self.x[case], self.centers[source]) * self.loss(source)
        if not (step < self.updated[source] or step < self.updated[target]):
            return False
        distance = _squares(self.x[case], self.centers[target])
        if not distance < self.cost[case] / self.gain(target):
            return False
        self.unchanged = 0
        for cluster in (source, target):
            self.moved[cluster] = True
            self.updated[cluster] = step + len(self.x)
        self.transfer(case, source, target)
        return True


def hartigan_wong_fit(x: Doubles, start: Doubles, most: int) -> Partition:
    """Move cases while that lowers the sum of squares within (AS 136); as `lloyd_fit`."""
    k = len(start)
    squares = _squares(x[:, None, :], start[None])
    ranks = np.argsort(squares, axis=1, kind="stable")
    first, second = ranks[:, 0].astype(np.int64), ranks[:, 1].astype(np.int64)
    centers, sizes = _means(x, first, k)
    if (sizes == 0).any():
        return Partition(first, centers, np.zeros(k), 0, EMPTY)
    state = _Exchange(x, centers, first, second, sizes.astype(np.float64))
    fault, iteration = LIMIT, 0
    while iteration < most:
        iteration += 1
        state.optimal_stage()
        if state.unchanged == len(x):
            fault = FINE
            break
        if not state.quick_stage():
            fault = TRANSFERS
            break
        if k == 2:
            fault = FINE
            break
        state.updated[:] = 0
    centers, _ = _means(x, state.first, k)
    steps = iteration + (fault == LIMIT)
    return _finished(x, state.first, centers, steps, fault, by_column=True)


ALGORITHMS: dict[str, Algorithm] = {
    "Hartigan-Wong": hartigan_wong_fit,
    "Lloyd": lloyd_fit,
    "Forgy": lloyd_fit,
    "MacQueen": macqueen_fit,
}

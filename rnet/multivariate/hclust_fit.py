"""Agglomerative clustering: the nearest two clusters are joined until one is left."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clusters about to be joined, and all other clusters.

    Attributes
    ----------
    first, second : ndarray, shape (m,)
        Dissimilarities of the others to the two.
    between : float
        Dissimilarity of the two.
    n_first, n_second : float
        How many objects the two have.
    n_others : ndarray, shape (m,)
    """

    first: Doubles
    second: Doubles
    between: float
    n_first: float
    n_second: float
    n_others: Doubles


@dataclass(frozen=True, slots=True)
class Linkage:
    """A way of updating dissimilarities (Lance and Williams 1967, Computer Journal 9:373).

    Attributes
    ----------
    joined : callable
        From a pair to the dissimilarities of the others to the joined cluster.
    squares : bool
        Whether it works on squared dissimilarities; heights are their roots.
    """

    joined: Callable[[Pair], Doubles]
    squares: bool = False


def _ward(pair: Pair) -> Doubles:
    total = pair.n_first + pair.n_second + pair.n_others
    return (
        (pair.n_first + pair.n_others) * pair.first
        + (pair.n_second + pair.n_others) * pair.second
        - pair.n_others * pair.between
    ) / total


def _average(pair: Pair) -> Doubles:
    total = pair.n_first + pair.n_second
    return (pair.n_first * pair.first + pair.n_second * pair.second) / total


def _centroid(pair: Pair) -> Doubles:
    n, m = pair.n_first, pair.n_second
    total = n + m
    return (n * pair.first + m * pair.second - n * m * pair.between / total) / total


LINKAGES = {
    "ward.D": Linkage(_ward),
    "single": Linkage(lambda pair: np.minimum(pair.first, pair.second)),
    "complete": Linkage(lambda pair: np.maximum(pair.first, pair.second)),
    "average": Linkage(_average),
    "mcquitty": Linkage(lambda pair: (pair.first + pair.second) / 2),
    "median": Linkage(lambda pair: ((pair.first + pair.second) - pair.between / 2) / 2),
    "centroid": Linkage(_centroid),
    "ward.D2": Linkage(_ward, squares=True),
}


@dataclass(frozen=True, slots=True, eq=False)
class Agglomeration:
    """The steps of a clustering.

    Attributes
    ----------
    merge : ndarray, shape (n - 1, 2)
        What each step joined: objects as -1 to -n, clusters by the number of their step.
    height : ndarray, shape (n - 1,)
        The dissimilarity at which it did.
    order : ndarray, shape (n,)
        The objects in an order in which no branches cross, counted from 1.
    """

    merge: Integers
    height: Doubles
    order: Integers


def agglomerate(triangle: Doubles, linkage: Linkage, members: Doubles) -> Agglomeration:
    """Join clusters; of equally near pairs the first.

    Parameters
    ----------
    triangle : ndarray, shape (n (n - 1) / 2,)
        Dissimilarities, the lower triangle column by column.
    linkage : Linkage
    members : ndarray, shape (n,)
        How many objects stand behind each.

    Examples
    --------
    >>> found = agglomerate(np.array([1.0, 5.0, 3.0]), LINKAGES["single"], np.ones(3))
    >>> found.merge.tolist(), found.height.tolist()
    ([[-1, -2], [-3, 1]], [1.0, 3.0])
    """
    n = len(members)
    table = np.full((n, n), np.inf)
    columns, rows = np.triu_indices(n, 1)
    table[rows, columns] = table[columns, rows] = triangle**2 if linkage.squares else triangle
    pairs, heights = _joined_pairs(table, linkage, members.copy())
    merge = _numbered(pairs, n)
    height = np.sqrt(heights) if linkage.squares else heights
    return Agglomeration(merge, height, _plot_order(merge))


def _joined_pairs(
    table: Doubles, linkage: Linkage, members: Doubles
) -> tuple[list[tuple[int, int]], Doubles]:
    """Join n - 1 times; a cluster is known by the smallest place of its objects.

    Kept for each cluster: its nearest among those after it.
    """
    n = len(members)
    alive = np.ones(n, dtype=np.bool_)
    nearest = np.array([_nearest_after(table, i) for i in range(n)])
    least = np.array([table[i, nearest[i]] for i in range(n)])
    least[-1] = np.inf
    pairs, heights = [], np.zeros(n - 1)
    for step in range(n - 1):
        i = int(np.argmin(least))
        j = int(nearest[i])
        pairs.append((i, j))
        heights[step] = table[i, j]
        alive[j] = False
        others = np.flatnonzero(alive)
        others = others[others != i]
        pair = Pair(table[others, i], table[others, j], table[i, j], members[i], members[j],
                    members[others])  # fmt: skip
        members[i] += members[j]
        table[others, i] = table[i, others] = linkage.joined(pair)
        table[j, :] = table[:, j] = np.inf
        least[j] = np.inf
        lost = others[np.isin(nearest[others], (i, j)) & (others < j)]
        for k in (i, *lost):
            nearest[k] = _nearest_after(table, k)
            least[k] = table[k, nearest[k]] if k < n - 1 else np.inf
        closer = others[(others < i) & (table[others, i] < least[others])]
        nearest[closer], least[closer] = i, table[closer, i]
    return pairs, heights


def _nearest_after(table: Doubles, place: int) -> int:
    after = table[place, place + 1 :]
    return place + 1 + int(np.argmin(after)) if len(after) else place


def _numbered(pairs: list[tuple[int, int]], n: int) -> Integers:
    """Return pairs with R's numbers: objects first and in order, then clusters by their age."""
    number = [-(place + 1) for place in range(n)]
    merge = np.zeros((len(pairs), 2), dtype=np.int64)
    for step, (i, j) in enumerate(pairs):
        both = sorted((number[i], number[j]))
        merge[step] = both[::-1] if both[1] < 0 else both
        number[i] = step + 1
    return merge


def _plot_order(merge: Integers) -> Integers:
    """Return the objects from left to right: the first of a pair to the left."""
    order, waiting = [], [len(merge)]
    while waiting:
        number = waiting.pop()
        if number < 0:
            order.append(-number)
        else:
            first, second = merge[number - 1].tolist()
            waiting += [second, first]
    return np.array(order, dtype=np.int64)

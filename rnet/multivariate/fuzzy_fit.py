"""Fuzzy c-means: memberships and centers in turn, on arrays without names."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Dissimilarity:
    """How far a case is from a center, and which center is nearest to many cases.

    Attributes
    ----------
    between : callable
        From one coordinate of all differences to its share of the dissimilarity.
    center : callable
        From values and weights, both of shape (n,), to the best center.
    step : callable
        From differences of a case to where a center moves.
    """

    between: Callable[[Doubles], Doubles]
    center: Callable[[Doubles, Doubles], float]
    step: Callable[[Doubles], Doubles]


def _weighted_mean(values: Doubles, weights: Doubles) -> float:
    return float(np.add.accumulate(weights * values)[-1] / np.add.accumulate(weights)[-1])


def _weighted_median(values: Doubles, weights: Doubles) -> float:
    """Return the value that minimises the weighted sum of distances, the first of several."""
    order = np.argsort(values, kind="stable")
    ordered, shares = values[order], weights[order] / weights.sum()
    costs = [float((shares * np.abs(ordered - value)).sum()) for value in ordered]
    return float(ordered[int(np.argmin(costs))])


DISSIMILARITIES = {
    "euclidean": Dissimilarity(np.square, _weighted_mean, lambda differences: differences),
    "manhattan": Dissimilarity(np.abs, _weighted_median, np.sign),
}


@dataclass(frozen=True, slots=True)
class FuzzyProblem:
    """What is to be clustered.

    Attributes
    ----------
    x : ndarray, shape (n, p)
    weights : ndarray, shape (n,)
        Case weights, of sum 1.
    fuzziness : float
        The exponent of the memberships, above 1.
    dissimilarity : Dissimilarity
    """

    x: Doubles
    weights: Doubles
    fuzziness: float
    dissimilarity: Dissimilarity

    def distances(self, centers: Doubles) -> Doubles:
        """Return how far each case is from each center, shape (n, k)."""
        total = np.zeros((len(self.x), len(centers)))
        for column in range(self.x.shape[1]):
            differences = self.x[:, column, None] - centers[None, :, column]
            total += self.dissimilarity.between(differences)
        return total

    def powers(self, memberships: Doubles) -> Doubles:
        """Return memberships raised to the fuzziness."""
        return np.asarray(memberships**self.fuzziness)

    def error(self, memberships: Doubles, distances: Doubles) -> float:
        """Return the weighted mean of what the memberships cost."""
        costs = self.weights[:, None] * self.powers(memberships) * distances
        return float(np.add.accumulate(costs.ravel())[-1])


@dataclass(frozen=True, slots=True)
class FuzzyClusters:
    """Clusters found.

    Attributes
    ----------
    centers : ndarray, shape (k, p)
    memberships : ndarray, shape (n, k)
        Rows of sum 1.
    iterations : int
    error : float
        What the last iteration left.
    errors : tuple of float
        The error after every iteration.
    converged : bool
    """

    centers: Doubles
    memberships: Doubles
    iterations: int
    error: float
    errors: tuple[float, ...]
    converged: bool


def memberships_of(distances: Doubles, fuzziness: float) -> Doubles:
    """Return how much each case belongs to each center; a case on a center belongs to it alone.

    Examples
    --------
    >>> memberships_of(np.array([[1.0, 3.0], [0.0, 1.0]]), 2.0).tolist()
    [[0.75, 0.25], [1.0, 0.0]]
    """
    exponent = 1.0 / (fuzziness - 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = (distances[:, :, None] / distances[:, None, :]) ** exponent
        memberships = 1.0 / np.add.accumulate(ratios, axis=2)[:, :, -1]
    on_center = distances == 0
    hit = on_center.any(axis=1)
    memberships[hit] = on_center[hit] / on_center[hit].sum(axis=1, keepdims=True)
    return np.asarray(memberships)


Turn = Callable[[Doubles, Doubles, int], tuple[Doubles, Doubles, float]]


def cmeans_fit(
    problem: FuzzyProblem, centers: Doubles, most: int, tolerance: float
) -> FuzzyClusters:
    """Take turns: centers from memberships, memberships from centers.

    Parameters
    ----------
    centers : ndarray, shape (k, p)
        Where to start.
    most : int
        Iterations.
    tolerance : float
        Relative change of the error at which to stop.
    """

    def turn(
        _centers: Doubles, memberships: Doubles, _iteration: int
    ) -> tuple[Doubles, Doubles, float]:
        weights = problem.weights[:, None] * problem.powers(memberships)
        best = problem.dissimilarity.center
        moved = np.array([[best(x, w) for x in problem.x.T] for w in weights.T])
        distances = problem.distances(moved)
        found = memberships_of(distances, problem.fuzziness)
        return moved, found, problem.error(found, distances)

    return _iterate(problem, centers, most, tolerance, turn)


def ufcl_fit(
    problem: FuzzyProblem, centers: Doubles, most: int, tolerance: float, rate: float
) -> FuzzyClusters:
    """Let one case after the other draw the centers towards it, ever more weakly.

    Parameters are those of `cmeans_fit`; `rate` is the strength of the first iteration. The
    error of an iteration adds what each case costs before it draws.
    """

    def turn(
        centers: Doubles, memberships: Doubles, iteration: int
    ) -> tuple[Doubles, Doubles, float]:
        moved, found, error = centers.copy(), memberships.copy(), 0.0
        strength = rate * (1 - iteration / most)
        for place, (case, weight) in enumerate(zip(problem.x, problem.weights, strict=True)):
            differences = case - moved
            distances = problem.dissimilarity.between(differences).sum(axis=1)
            found[place] = memberships_of(distances[None, :], problem.fuzziness)[0]
            share = weight * problem.powers(found[place])
            error += float((share * distances).sum())
            moved += strength * share[:, None] * problem.dissimilarity.step(differences)
        return moved, found, error

    return _iterate(problem, centers, most, tolerance, turn)


def _iterate(
    problem: FuzzyProblem, centers: Doubles, most: int, tolerance: float, turn: Turn
) -> FuzzyClusters:
    distances = problem.distances(centers)
    memberships = memberships_of(distances, problem.fuzziness)
    error, errors = problem.error(memberships, distances), []
    for iteration in range(1, most + 1):
        former = error
        centers, memberships, error = turn(centers, memberships, iteration)
        errors.append(error)
        if abs(former - error) < tolerance * (former + tolerance):
            return FuzzyClusters(
                centers, memberships, iteration - 1, error, tuple(errors), converged=True
            )
    return FuzzyClusters(centers, memberships, most, error, tuple(errors), converged=False)

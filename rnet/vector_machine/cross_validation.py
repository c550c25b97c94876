"""Cross-validation and what it yields: accuracy, squared error, class probabilities, sigma."""

from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import numpy.typing as npt

from rnet.sums import ordered_sum
from rnet.vector_machine.decision import decision_values, votes
from rnet.vector_machine.folds import shuffle, split
from rnet.vector_machine.kernels import Rows
from rnet.vector_machine.libsvm import by_first_appearance, solve
from rnet.vector_machine.platt import fit_sigmoid
from rnet.vector_machine.problem import Solution, SolverSettings

Doubles = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]

INNER_FOLDS = 5
FARTHEST = 5


@dataclass(frozen=True, slots=True)
class ProbabilityModel:
    """What turns decision values into probabilities.

    Attributes
    ----------
    slopes, intercepts : numpy.ndarray, shape (pairs,)
        Platt's A and B of each pair; zero for regression.
    sigma : float
        Scale of the Laplace distribution of a regression's errors; zero for classes.
    """

    slopes: Doubles
    intercepts: Doubles
    sigma: float


@dataclass(frozen=True, slots=True)
class CrossValidation:
    """The result of a cross-validation with k folds.

    Attributes
    ----------
    folds : numpy.ndarray, shape (k,)
        Accuracy in percent, or mean squared error on the response's own scale, by fold.
    total : float
        The same over all rows.
    squared_correlation : float or None
        Of held-out predictions and response; None when classes are counted.
    """

    folds: Doubles
    total: float
    squared_correlation: float | None


def probability_model(
    settings: SolverSettings, x: Rows, y: Doubles, weights: Doubles
) -> ProbabilityModel:
    """Fit sigmoids for all pairs of classes, or sigma, by cross-validation with five folds.

    Draws one shuffle of each pair's rows in label order, or one of all rows.

    Parameters
    ----------
    settings, x, y, weights
        As for `solve`.
    """
    if not settings.type.classifies:
        held_out, _ = _held_out_predictions(settings, x, y, weights, INNER_FOLDS)
        return ProbabilityModel(np.zeros(1), np.zeros(1), _laplace_scale(np.abs(y - held_out)))
    labels, places = by_first_appearance(y)
    pairs = []
    for i, j in combinations(range(len(labels)), 2):
        rows = np.concatenate([np.flatnonzero(places == i), np.flatnonzero(places == j)])
        bounds = settings.cost * weights[labels[[i, j]]]
        pairs.append(_sigmoid_of_pair(settings, x[rows], places[rows] == i, bounds))
    fitted = np.array(pairs, dtype=np.float64).reshape(-1, 2)
    return ProbabilityModel(fitted[:, 0].copy(), fitted[:, 1].copy(), 0.0)


def _laplace_scale(errors: Doubles) -> float:
    """Return the mean error without those beyond five standard deviations."""
    mean = ordered_sum(errors) / len(errors)
    small = errors[errors <= FARTHEST * np.sqrt(2.0 * mean * mean)]
    return ordered_sum(small) / len(small)


def _sigmoid_of_pair(
    settings: SolverSettings, x: Rows, first: npt.NDArray[np.bool_], bounds: Doubles
) -> tuple[float, float]:
    """Fit the sigmoid of one pair to decision values of rows held out."""
    unit = replace(settings, cost=1.0) if settings.type.uses_cost else settings
    values = np.empty(x.shape[0])
    for train, held_out in split(shuffle(x.shape[0]), INNER_FOLDS):
        ordered = np.concatenate([train[first[train]], train[~first[train]]])
        classes = np.unique(first[train])
        if len(classes) < 2:
            values[held_out] = (1.0 if classes[0] else -1.0) if len(classes) else 0.0
            continue
        codes = np.where(first[ordered], 0.0, 1.0)
        solution = solve(unit, x[ordered], codes, bounds)
        values[held_out] = _decisions(unit, solution, x[ordered], x[held_out])[:, 0]
    return fit_sigmoid(values, first)


def cross_validate(
    settings: SolverSettings,
    x: Rows,
    y: Doubles,
    weights: Doubles,
    folds: int,
    *,
    probability: bool,
    scale: float,
) -> CrossValidation:
    """Cross-validate; folds are drawn from all rows, without regard to classes.

    Parameters
    ----------
    settings, x, y, weights
        As for `solve`; scaled once, on all rows.
    folds : int
        How many, at least 2.
    probability : bool
        Whether the fits inside draw what they would to fit probabilities.
    scale : float
        Standard deviation that the response was divided by.
    """
    held_out, parts = _held_out_predictions(settings, x, y, weights, folds, probability)
    if settings.type.regresses:
        losses = (held_out - y) ** 2
        sums = np.array([ordered_sum(losses[part]) for part in parts])
        sizes = np.array([len(part) for part in parts])
        order = np.concatenate(parts)
        return CrossValidation(
            folds=sums / sizes * scale**2,
            total=ordered_sum(sums) / len(y) * scale**2,
            squared_correlation=_squared_correlation(held_out[order], y[order]),
        )
    right = held_out == y
    shares = np.array([100.0 * right[part].sum() / len(part) for part in parts])
    return CrossValidation(shares, float(100.0 * right.sum() / len(y)), None)


def _held_out_predictions(
    settings: SolverSettings,
    x: Rows,
    y: Doubles,
    weights: Doubles,
    folds: int,
    probability: bool = False,
) -> tuple[Doubles, list[Positions]]:
    predicted = np.empty(x.shape[0])
    parts = []
    for train, held_out in split(shuffle(x.shape[0]), min(folds, x.shape[0])):
        if probability:
            probability_model(settings, x[train], y[train], weights)
        solution = solve(settings, x[train], y[train], weights)
        values = _decisions(settings, solution, x[train], x[held_out])
        predicted[held_out] = _plain_predictions(settings, solution, values)
        parts.append(held_out)
    return predicted, parts


def _plain_predictions(settings: SolverSettings, solution: Solution, values: Doubles) -> Doubles:
    if settings.type.classifies:
        return solution.labels[votes(values, len(solution.labels))].astype(np.float64)
    return values[:, 0] if settings.type.regresses else (values[:, 0] > 0).astype(np.float64)


def _decisions(settings: SolverSettings, solution: Solution, train: Rows, rows: Rows) -> Doubles:
    support = train[solution.index]
    return decision_values(solution, support, settings.kernel, settings.parameters, rows)


def _squared_correlation(v: Doubles, y: Doubles) -> float:
    n = len(y)
    sum_v, sum_y = ordered_sum(v), ordered_sum(y)
    joint = n * ordered_sum(v * y) - sum_v * sum_y
    spread_v = n * ordered_sum(v * v) - sum_v * sum_v
    spread_y = n * ordered_sum(y * y) - sum_y * sum_y
    return joint * joint / (spread_v * spread_y)

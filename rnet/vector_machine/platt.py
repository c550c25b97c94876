"""Platt's sigmoid for decision values, and the coupling of pairwise probabilities.

Lin, Lin and Weng (2007), *A note on Platt's probabilistic outputs for support vector machines*,
Machine Learning 68, 267-276; Wu, Lin and Weng (2004), *Probability estimates for multi-class
classification by pairwise coupling*, Journal of Machine Learning Research 5, 975-1005, second
method.
"""

import math
from itertools import combinations

import numpy as np
import numpy.typing as npt

from rnet.neural.c_math import exp, log
from rnet.sums import ordered_sum

Doubles = npt.NDArray[np.float64]

MOST_NEWTON_STEPS = 100
SHORTEST_STEP = 1e-10
RIDGE = 1e-12
FLAT_GRADIENT = 1e-5
SUFFICIENT_DECREASE = 1e-4
LEAST_PROBABILITY = 1e-7
COUPLING_TOLERANCE = 0.005
FEWEST_COUPLING_ROUNDS = 100


def fit_sigmoid(values: Doubles, positive: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """Return A and B of P(positive) = 1 / (1 + exp(A f + B)) by Newton with backtracking.

    Parameters
    ----------
    values : numpy.ndarray, shape (n,)
        Decision values f.
    positive : numpy.ndarray of bool, shape (n,)
        Observed classes.
    """
    above = float(positive.sum())
    below = len(values) - above
    targets = np.where(positive, (above + 1) / (above + 2), 1 / (below + 2))
    with np.errstate(all="ignore"):  # decision values that are not finite, as in C
        return _newton(values, targets, above, below)


def _newton(values: Doubles, targets: Doubles, above: float, below: float) -> tuple[float, float]:
    slope, intercept = 0.0, math.log((below + 1) / (above + 1))
    loss = _cross_entropy(values, targets, slope, intercept)
    for _ in range(MOST_NEWTON_STEPS):
        hessian, gradient = _derivatives(values, targets, slope, intercept)
        if abs(gradient[0]) < FLAT_GRADIENT and abs(gradient[1]) < FLAT_GRADIENT:
            break
        (h11, h21, h22), (g1, g2) = hessian, gradient
        determinant = np.float64(h11 * h22 - h21 * h21)
        d_slope = -(h22 * g1 - h21 * g2) / determinant
        d_intercept = -(-h21 * g1 + h11 * g2) / determinant
        descent = g1 * d_slope + g2 * d_intercept
        step = 1.0
        while step >= SHORTEST_STEP:
            trial = slope + step * d_slope, intercept + step * d_intercept
            trial_loss = _cross_entropy(values, targets, *trial)
            if trial_loss < loss + SUFFICIENT_DECREASE * step * descent:
                (slope, intercept), loss = trial, trial_loss
                break
            step /= 2
        else:
            break
    return float(slope), float(intercept)


def _cross_entropy(values: Doubles, targets: Doubles, slope: float, intercept: float) -> float:
    z = values * slope + intercept
    tail = log(1 + exp(-np.abs(z)))
    terms = np.where(z >= 0, targets * z, (targets - 1) * z) + tail
    return ordered_sum(terms)


def _derivatives(
    values: Doubles, targets: Doubles, slope: float, intercept: float
) -> tuple[tuple[float, float, float], tuple[float, float]]:
    p = sigmoid(values, slope, intercept)
    curvature = p * sigmoid(-values, slope, -intercept)
    residual = targets - p

    hessian = (
        ordered_sum(values * values * curvature, RIDGE),
        ordered_sum(values * curvature),
        ordered_sum(curvature, RIDGE),
    )
    return hessian, (ordered_sum(values * residual), ordered_sum(residual))


def sigmoid(values: Doubles, slope: float, intercept: float) -> Doubles:
    """Return 1 / (1 + exp(A f + B)), without overflow.

    Examples
    --------
    >>> sigmoid(np.array([0.0]), -1.0, 0.0).tolist()
    [0.5]
    """
    z = values * slope + intercept
    small = exp(-np.abs(z))
    return np.asarray(np.where(z >= 0, small, 1.0) / (1 + small))


def class_probabilities(values: Doubles, slopes: Doubles, intercepts: Doubles) -> Doubles:
    """Return the probability of each class from the decision values of all pairs.

    Parameters
    ----------
    values : numpy.ndarray, shape (n, k (k - 1) / 2)
        Decision values.
    slopes, intercepts : numpy.ndarray, shape (k (k - 1) / 2,)
        A and B of each pair.

    Returns
    -------
    numpy.ndarray, shape (n, k)
    """
    classes = round((1 + (1 + 8 * len(slopes)) ** 0.5) / 2)
    pairwise = np.zeros((len(values), classes, classes))
    for column, (i, j) in enumerate(combinations(range(classes), 2)):
        p = sigmoid(values[:, column], slopes[column], intercepts[column])
        p = np.clip(p, LEAST_PROBABILITY, 1 - LEAST_PROBABILITY)
        pairwise[:, i, j], pairwise[:, j, i] = p, 1 - p
    if classes == 2:
        return pairwise[:, [0, 1], [1, 0]]
    return couple(pairwise)


def couple(pairwise: Doubles) -> Doubles:
    """Return class probabilities that fit pairwise ones best.

    Parameters
    ----------
    pairwise : numpy.ndarray, shape (n, k, k)
        [row, i, j]: probability of class i when it is i or j; the diagonal is not read.
    """
    rows, k, _ = pairwise.shape
    other = np.swapaxes(pairwise, 1, 2) * (1 - np.eye(k))
    q = -other * pairwise
    q[:, np.arange(k), np.arange(k)] = np.add.accumulate(other**2, axis=2)[:, :, -1]
    result = np.full((rows, k), 1.0 / k)
    active = np.arange(rows)
    for _ in range(max(FEWEST_COUPLING_ROUNDS, k)):
        p, matrix = result[active], q[active]
        product = np.add.accumulate(matrix * p[:, None, :], axis=2)[:, :, -1]
        quadratic = np.add.accumulate(p * product, axis=1)[:, -1]
        error = np.abs(product - quadratic[:, None]).max(axis=1)
        going = error >= COUPLING_TOLERANCE / k
        active = active[going]
        if not len(active):
            break
        state = p[going], matrix[going], product[going], quadratic[going]
        result[active] = _coupling_round(*state)
    return result


def _coupling_round(p: Doubles, q: Doubles, product: Doubles, quadratic: Doubles) -> Doubles:
    """Update every class once, in order."""
    for t in range(p.shape[1]):
        diagonal = q[:, t, t]
        change = (quadratic - product[:, t]) / diagonal
        p[:, t] += change
        shrink = 1 + change
        quadratic = (quadratic + change * (change * diagonal + 2 * product[:, t])) / shrink / shrink
        product = (product + change[:, None] * q[:, t, :]) / shrink[:, None]
        p /= shrink[:, None]
    return p

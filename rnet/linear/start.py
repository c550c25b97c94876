"""The response of a generalized linear model checked, and the means its iteration starts from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn

Floats: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Start:
    """What the iteration starts from, n observations each.

    Attributes
    ----------
    response : ndarray, shape (n,)
        The response; for binomial counts the proportion of successes.
    weights : ndarray, shape (n,)
        Prior weights; for binomial counts multiplied by the number of trials.
    trials : ndarray, shape (n,)
        Binomial trials of each observation, else 1.
    means : ndarray, shape (n,)
        First means; they may lie outside the link's range when the user gives a start.
    """

    response: Floats
    weights: Floats
    trials: Floats
    means: Floats


StartRule: TypeAlias = Callable[[Floats, Floats, str, bool], Start]
"""Of response (n,) or (n, 2), prior weights (n,), the link's name, and whether a start is given."""


def gaussian_start(response: Floats, weights: Floats, link: str, is_given: bool) -> Start:
    """Start from the response itself, which the link must be able to take."""
    impossible = {"inverse": np.any(response == 0), "log": np.any(response <= 0)}
    if not is_given and impossible.get(link, False):
        raise RError(
            "cannot find valid starting values: please specify some",
            "Give `start`, one value per coefficient, or `mustart`, one per observation.",
        )
    return Start(response, weights, np.ones_like(weights), response)


def gamma_start(response: Floats, weights: Floats, link: str, is_given: bool) -> Start:
    """Start from the response, which must be positive."""
    del link, is_given
    return _positive(response, weights, "non-positive values not allowed for the 'Gamma' family")


def inverse_gaussian_start(response: Floats, weights: Floats, link: str, is_given: bool) -> Start:
    """Start from the response, which must be positive."""
    del link, is_given
    message = "positive values only are allowed for the 'inverse.gaussian' family"
    return _positive(response, weights, message)


def _positive(response: Floats, weights: Floats, message: str) -> Start:
    if np.any(response <= 0):
        raise RError(message, "Drop these rows, or choose a family that has zeros.")
    return Start(response, weights, np.ones_like(weights), response)


def poisson_start(response: Floats, weights: Floats, link: str, is_given: bool) -> Start:
    """Start a little above the response."""
    del link, is_given
    return _counts(response, weights, "Poisson")


def quasipoisson_start(response: Floats, weights: Floats, link: str, is_given: bool) -> Start:
    """Start a little above the response."""
    del link, is_given
    return _counts(response, weights, "quasiPoisson")


def _counts(response: Floats, weights: Floats, family: str) -> Start:
    if np.any(response < 0):
        raise RError(
            f"negative values not allowed for the '{family}' family", "It is one of counts."
        )
    return Start(response, weights, np.ones_like(weights), response + 0.1)


def quasi_start(response: Floats, weights: Floats, link: str, is_given: bool) -> Start:
    """Start from the response, zeros raised to where a logarithm exists."""
    del link, is_given
    means = np.where(response == 0, 0.1, response)
    return Start(response, weights, np.ones_like(weights), means)


def quasi_constant_start(response: Floats, weights: Floats, link: str, is_given: bool) -> Start:
    """Start from the response itself."""
    del link, is_given
    return Start(response, weights, np.ones_like(weights), response)


def open_interval_start(response: Floats, weights: Floats, link: str, is_given: bool) -> Start:
    """Start from the response, kept inside (0, 1)."""
    del link, is_given
    return Start(response, weights, np.ones_like(weights), np.clip(response, 0.001, 0.999))


def binomial_start(response: Floats, weights: Floats, link: str, is_given: bool) -> Start:
    """Start from shrunken proportions; counts that are not whole get R's warning."""
    start = quasibinomial_start(response, weights, link, is_given, family="binomial")
    successes = start.weights * start.response if response.ndim == 1 else response
    if np.any(np.abs(successes - np.rint(successes)) > 0.001):
        kind = "#successes" if response.ndim == 1 else "counts"
        warn(f"non-integer {kind} in a binomial glm!")
    return start


def quasibinomial_start(
    response: Floats, weights: Floats, link: str, is_given: bool, *, family: str = "quasibinomial"
) -> Start:
    """Start from proportions of successes, half a success and half a failure added."""
    del link, is_given
    if response.ndim == 1:
        return _proportions(np.where(weights == 0, 0.0, response), weights)
    if response.shape[1] != 2:
        raise RError(
            f"for the '{family}' family, y must be a vector of 0 and 1's\nor a 2 column matrix "
            "where col 1 is no. successes and col 2 is no. failures",
            "Write two columns as cbind(successes, failures).",
        )
    trials = response.sum(axis=1)
    successes = np.divide(response[:, 0], trials, out=np.zeros_like(trials), where=trials != 0)
    means = (trials * successes + 0.5) / (trials + 1)
    return Start(successes, weights * trials, trials, means)


def _proportions(response: Floats, weights: Floats) -> Start:
    if np.any((response < 0) | (response > 1)):
        raise RError(
            "y values must be 0 <= y <= 1",
            "A response of two classes is numeric 0/1, logical, or a factor with two levels.",
        )
    means = (weights * response + 0.5) / (weights + 1)
    return Start(response, weights, np.ones_like(weights), means)

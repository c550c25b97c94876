"""The residuals of linear and generalized linear models, by kind (R page `?residuals.glm`)."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from rnet.linear.distributions import Distribution
from rnet.linear.glm_fit import IrlsFit
from rnet.linear.lm_fit import LeastSquares
from rnet.linear.start import Start
from rnet.match_arg import match_arg

Floats: TypeAlias = npt.NDArray[np.float64]
Rule = TypeVar("Rule")

PARTIAL = "partial"


def lm_residuals(kind: str, fit: LeastSquares, weights: Floats | None) -> Floats:
    """Return the residuals of a linear model, shape (n,); the weights have that shape or are None.

    Raises
    ------
    RError
        R's list of the kinds.
    """
    return _rule(OF_LEAST_SQUARES, kind)(fit, weights)


def glm_residuals(kind: str, fit: IrlsFit, start: Start, distribution: Distribution) -> Floats:
    """Return the residuals of a generalized linear model, shape (n,).

    Raises
    ------
    RError
        R's list of the kinds.
    """
    return _rule(OF_LIKELIHOOD, kind)(fit, start, distribution)


def _rule(rules: Mapping[str, Rule], kind: str) -> Rule:
    return rules[match_arg(kind, (*rules, PARTIAL))]


def is_partial(kind: str, rules: Mapping[str, Any]) -> bool:
    """Whether residuals by terms are meant, a matrix."""
    return match_arg(kind, (*rules, PARTIAL)) == PARTIAL


def _plain(fit: LeastSquares, weights: Floats | None) -> Floats:
    del weights
    return fit.residuals


def _weighted(fit: LeastSquares, weights: Floats | None) -> Floats:
    return fit.residuals if weights is None else fit.residuals * np.sqrt(weights)


OF_LEAST_SQUARES: Mapping[str, Callable[[LeastSquares, Floats | None], Floats]] = {
    "working": _plain,
    "response": _plain,
    "deviance": _weighted,
    "pearson": _weighted,
}


def _deviance(fit: IrlsFit, start: Start, distribution: Distribution) -> Floats:
    y, mu = start.response, fit.fitted_values
    squares = np.maximum(start.weights * distribution.unit_deviance(y, mu), 0.0)
    return np.where(y > mu, np.sqrt(squares), -np.sqrt(squares))


def _pearson(fit: IrlsFit, start: Start, distribution: Distribution) -> Floats:
    mu = fit.fitted_values
    return (start.response - mu) * np.sqrt(start.weights) / np.sqrt(distribution.variance(mu))


def _working(fit: IrlsFit, start: Start, distribution: Distribution) -> Floats:
    del start, distribution
    return fit.working_residuals


def _response(fit: IrlsFit, start: Start, distribution: Distribution) -> Floats:
    del distribution
    return start.response - fit.fitted_values


OF_LIKELIHOOD: Mapping[str, Callable[[IrlsFit, Start, Distribution], Floats]] = {
    "deviance": _deviance,
    "pearson": _pearson,
    "working": _working,
    "response": _response,
}

"""Minus twice the log likelihood of the error distributions (R: a family's `aic`).

Every function takes response, trials, mean, prior weights and deviance; where the dispersion is
free it is the deviance over the sum of the weights, and 2 is added for it.
"""

import numpy as np
import numpy.typing as npt

from rnet.conditions import warn
from rnet.special_functions import special
from rnet.sums import extended_sum
from rnet.values import NA

Floats = npt.NDArray[np.float64]

WHOLE = 1e-7
"""How near to a whole number, relative to its size, R takes a count as one."""


def binomial_aic(y: Floats, trials: Floats, mu: Floats, weights: Floats, deviance: float) -> float:
    """Binomial; where there are several trials the weights hold them."""
    gammaln, xlog1py, xlogy = special().gammaln, special().xlog1py, special().xlogy

    del deviance
    size = trials if np.any(trials > 1) else weights
    m, k = np.rint(size), np.rint(size * y)
    choose = gammaln(m + 1) - gammaln(k + 1) - gammaln(m - k + 1)
    log_density = choose + xlogy(k, mu) + xlog1py(m - k, -mu)
    share = np.divide(weights, size, out=np.zeros_like(weights), where=size > 0)
    return -2 * extended_sum(share * log_density)


def poisson_aic(y: Floats, trials: Floats, mu: Floats, weights: Floats, deviance: float) -> float:
    """Poisson; infinite, with a warning for each, where responses are not whole numbers."""
    gammaln, xlogy = special().gammaln, special().xlogy

    del trials, deviance
    counts = np.rint(y)
    log_density = xlogy(counts, mu) - mu - gammaln(counts + 1)
    broken = np.abs(y - counts) > WHOLE * np.maximum(1.0, np.abs(y))
    for value in y[broken]:
        warn(
            f"non-integer x = {value:f}",
            "The Poisson distribution is one of counts, so AIC is infinite; quasipoisson has none.",
            stacklevel=7,
        )
    log_density[broken] = -np.inf
    with np.errstate(invalid="ignore"):
        return -2 * extended_sum(log_density * weights)


def gaussian_aic(y: Floats, trials: Floats, mu: Floats, weights: Floats, deviance: float) -> float:
    """Gaussian; the weights divide the variance."""
    del trials, mu
    n = len(y)
    with np.errstate(divide="ignore"):
        return float(n * (np.log(2 * np.pi * deviance / n) + 1) + 2 - extended_sum(np.log(weights)))


def gamma_aic(y: Floats, trials: Floats, mu: Floats, weights: Floats, deviance: float) -> float:
    """Gamma with shape one over the dispersion."""
    gammaln, xlogy = special().gammaln, special().xlogy

    del trials
    dispersion = deviance / extended_sum(weights)
    shape, scale = 1 / dispersion, mu * dispersion
    log_density = xlogy(shape - 1, y) - y / scale - shape * np.log(scale) - gammaln(shape)
    return -2 * extended_sum(log_density * weights) + 2


def inverse_gaussian_aic(
    y: Floats, trials: Floats, mu: Floats, weights: Floats, deviance: float
) -> float:
    """Inverse Gaussian."""
    del trials, mu
    dispersion = deviance / extended_sum(weights)
    return extended_sum(weights * (np.log(dispersion * 2 * np.pi) + 1 + 3 * np.log(y))) + 2


def unknown_aic(y: Floats, trials: Floats, mu: Floats, weights: Floats, deviance: float) -> float:
    """Quasi families have no likelihood."""
    del y, trials, mu, weights, deviance
    return NA

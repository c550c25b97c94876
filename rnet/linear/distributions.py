"""Error distributions of generalized linear models: one record each (R page `?family`).

Variances and deviances: McCullagh and Nelder, Generalized Linear Models (1989), chapters 2 and 9.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.linear.c_math import log
from rnet.linear.log_likelihood import (
    binomial_aic,
    gamma_aic,
    gaussian_aic,
    inverse_gaussian_aic,
    poisson_aic,
    unknown_aic,
)
from rnet.linear.start import (
    StartRule,
    binomial_start,
    gamma_start,
    gaussian_start,
    inverse_gaussian_start,
    open_interval_start,
    poisson_start,
    quasi_constant_start,
    quasi_start,
    quasibinomial_start,
    quasipoisson_start,
)

Floats: TypeAlias = npt.NDArray[np.float64]
Aic: TypeAlias = Callable[[Floats, Floats, Floats, Floats, float], float]


@dataclass(frozen=True, slots=True)
class Distribution:
    """An error distribution.

    Attributes
    ----------
    name : str
        R's name.
    variance : callable
        Variance as a function of the mean, up to the dispersion.
    unit_deviance : callable
        Of response and mean; the deviance is its sum weighted by the prior weights.
    allows : callable
        Whether all means lie in the distribution's range.
    start : callable
        Checks the response and gives the first means.
    aic : callable
        Minus twice the log likelihood, of response, trials, mean, weights and deviance.
    default_link : str
        R's name of the link used when none is given.
    has_dispersion : bool
        Whether the dispersion is estimated rather than 1.
    counts_dispersion : bool
        Whether the dispersion counts as a parameter of the likelihood.
    limits : tuple of float
        Means nearer to these than ten machine epsilons are reported.
    """

    name: str
    variance: Callable[[Floats], Floats]
    unit_deviance: Callable[[Floats, Floats], Floats]
    allows: Callable[[Floats], bool]
    start: StartRule
    aic: Aic
    default_link: str
    has_dispersion: bool
    counts_dispersion: bool
    limits: tuple[float, ...]


# Named functions throughout: a fit is pickled with its distribution.
def _binomial_variance(mu: Floats) -> Floats:
    return mu * (1 - mu)


def _cube(mu: Floats) -> Floats:
    return mu**3


def _gaussian_deviance(y: Floats, mu: Floats) -> Floats:
    return (y - mu) ** 2


def _y_log_ratio(y: Floats, mu: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(y == 0, 0.0, y * log(y / mu))


def _binomial_deviance(y: Floats, mu: Floats) -> Floats:
    return 2 * (_y_log_ratio(y, mu) + _y_log_ratio(1 - y, 1 - mu))


def _poisson_deviance(y: Floats, mu: Floats) -> Floats:
    return 2 * (_y_log_ratio(y, mu) - (y - mu))


def _gamma_deviance(y: Floats, mu: Floats) -> Floats:
    # Only the quasi family lets zeros in; R counts them as fitted without loss.
    some = np.where(y == 0, mu, y)
    return -2 * (log(some / mu) - (some - mu) / mu)


def _inverse_gaussian_deviance(y: Floats, mu: Floats) -> Floats:
    return (y - mu) ** 2 / (y * mu**2)


def _anywhere(mu: Floats) -> bool:
    del mu
    return True


def _positive(mu: Floats) -> bool:
    return bool(np.all(mu > 0))


def _finite_positive(mu: Floats) -> bool:
    return bool(np.all(np.isfinite(mu)) and np.all(mu > 0))


def _probability(mu: Floats) -> bool:
    return bool(np.all(np.isfinite(mu)) and np.all((mu > 0) & (mu < 1)))


BINOMIAL = Distribution(
    name="binomial",
    variance=_binomial_variance,
    unit_deviance=_binomial_deviance,
    allows=_probability,
    start=binomial_start,
    aic=binomial_aic,
    default_link="logit",
    has_dispersion=False,
    counts_dispersion=False,
    limits=(0.0, 1.0),
)
POISSON = Distribution(
    name="poisson",
    variance=np.array,
    unit_deviance=_poisson_deviance,
    allows=_finite_positive,
    start=poisson_start,
    aic=poisson_aic,
    default_link="log",
    has_dispersion=False,
    counts_dispersion=False,
    limits=(0.0,),
)
GAUSSIAN = Distribution(
    name="gaussian",
    variance=np.ones_like,
    unit_deviance=_gaussian_deviance,
    allows=_anywhere,
    start=gaussian_start,
    aic=gaussian_aic,
    default_link="identity",
    has_dispersion=True,
    counts_dispersion=True,
    limits=(),
)
GAMMA = Distribution(
    name="Gamma",
    variance=np.square,
    unit_deviance=_gamma_deviance,
    allows=_finite_positive,
    start=gamma_start,
    aic=gamma_aic,
    default_link="inverse",
    has_dispersion=True,
    counts_dispersion=True,
    limits=(),
)
INVERSE_GAUSSIAN = Distribution(
    name="inverse.gaussian",
    variance=_cube,
    unit_deviance=_inverse_gaussian_deviance,
    allows=_anywhere,
    start=inverse_gaussian_start,
    aic=inverse_gaussian_aic,
    default_link="1/mu^2",
    has_dispersion=True,
    counts_dispersion=True,
    limits=(),
)
QUASIBINOMIAL = replace(
    BINOMIAL,
    name="quasibinomial",
    start=quasibinomial_start,
    aic=unknown_aic,
    has_dispersion=True,
    limits=(),
)
QUASIPOISSON = replace(
    POISSON,
    name="quasipoisson",
    start=quasipoisson_start,
    aic=unknown_aic,
    has_dispersion=True,
    limits=(),
)


def _quasi(model: Distribution, allows: Callable[[Floats], bool], start: StartRule) -> Distribution:
    return replace(
        model,
        name="quasi",
        allows=allows,
        start=start,
        aic=unknown_aic,
        default_link="identity",
        has_dispersion=True,
        counts_dispersion=False,
        limits=(),
    )


QUASI: Mapping[str, Distribution] = {
    "mu(1-mu)": _quasi(BINOMIAL, _probability, open_interval_start),
    "mu": _quasi(POISSON, _positive, quasi_start),
    "mu^2": _quasi(GAMMA, _positive, quasi_start),
    "mu^3": _quasi(INVERSE_GAUSSIAN, _positive, quasi_start),
    "constant": _quasi(GAUSSIAN, _anywhere, quasi_constant_start),
}
"""The quasi family by the name of its variance function."""

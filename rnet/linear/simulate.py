"""R's `simulate`: new responses drawn from a fitted linear or generalized linear model."""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.columns import Matrix
from rnet.linear.fitted_model import FittedModel
from rnet.linear.generalized_model import GLM
from rnet.linear.linear_model import LM
from rnet.rng.counts import rbinom, rpois
from rnet.rng.location_scale import rnorm
from rnet.rng.set_seed import set_seed
from rnet.rng.state import generator

Floats: TypeAlias = npt.NDArray[np.float64]

NEEDS_WHOLE_WEIGHTS = "cannot simulate from non-integer prior.weights"


def simulate(object: Any, nsim: int = 1, seed: int | None = None) -> pd.DataFrame:  # noqa: A002
    """Draw responses from a fitted model.

    Parameters
    ----------
    object : LM or GLM
        A fit of `lm`, or of `glm` with a gaussian, binomial or Poisson family.
    nsim : int, default 1
        How many responses to draw.
    seed : int, optional
        As for `set_seed`; the session's random stream goes on afterwards as if nothing was drawn.

    Returns
    -------
    DataFrame
        Columns `sim_1`, ...; a factor response gives factors, proportions give proportions.

    Raises
    ------
    RError
        `family 'quasipoisson' not implemented`, and for a response of two columns or a Gamma or
        inverse Gaussian family, which are not covered.

    Notes
    -----
    R page: `?simulate`.

    Examples
    --------
    >>> from rnet import data, lm, simulate
    >>> simulate(lm("dist ~ speed", data("cars").head(4)), seed=1).round(2)["sim_1"].tolist()
    [-0.17, 7.81, 4.77, 28.71]
    """
    if not isinstance(object, FittedModel):
        raise RError(
            "no applicable method for 'simulate' applied to an object of class "
            f'"{type(object).__name__.lower()}"',
            "simulate takes what lm or glm of one response returned.",
        )
    state = generator().save()
    if seed is not None:
        set_seed(seed)
    try:
        drawn = simulated(object, int(nsim))
    finally:
        if seed is not None:
            generator().restore(state)
    columns = {f"sim_{k}": part for k, part in enumerate(drawn, start=1)}
    return pd.DataFrame(columns, index=object.fitted().index)


def simulated(fit: FittedModel, nsim: int) -> list[Any]:
    """Return the responses drawn, each of length n, as the family has them."""
    means: Floats = np.asarray(fit.fitted(), dtype=np.float64)
    if isinstance(fit, GLM) and fit.family.family != "gaussian":
        family = fit.family.family
        if family == "poisson":
            return _columns(_poisson(fit, means, nsim), nsim)
        if family == "binomial":
            return _binomial(fit, means, nsim)
        raise RError(
            f"family '{family}' not implemented", "gaussian, binomial and Poisson families are."
        )
    assert isinstance(fit, LM | GLM)
    variance = fit.deviance / fit.df_residual
    weights = fit.case_weights
    spread = np.sqrt(variance if weights is None else variance / np.asarray(weights))
    whole = np.broadcast_to(spread, means.shape)
    drawn = rnorm(len(means) * nsim, 0.0, np.tile(whole, nsim))
    return _columns(np.tile(means, nsim) + np.asarray(drawn, dtype=np.float64), nsim)


def _columns(values: Floats, nsim: int) -> list[Floats]:
    return list(values.reshape(nsim, -1))


def _poisson(fit: GLM, means: Floats, nsim: int) -> Floats:
    if np.any(_prior_weights(fit) != 1):
        warn("ignoring prior weights", stacklevel=5)
    return np.asarray(rpois(len(means) * nsim, np.tile(means, nsim)))


def _prior_weights(fit: GLM) -> Floats:
    return np.asarray(fit.prior_weights, dtype=np.float64)


def _binomial(fit: GLM, means: Floats, nsim: int) -> list[Any]:
    size = _prior_weights(fit)
    if np.any(size % 1 != 0):
        raise RError(NEEDS_WHOLE_WEIGHTS, "Weights of a binomial fit are numbers of trials.")
    response = fit.model_data.frame.response
    if isinstance(response, Matrix):
        raise RError(
            "a response of two columns is not simulated", "Give proportions, with weights."
        )
    drawn = rbinom(len(means) * nsim, np.tile(size, nsim), np.tile(means, nsim))
    columns = _columns(np.asarray(drawn), nsim)
    if isinstance(response, pd.Categorical):
        if np.any(size != 1):
            raise RError(
                "cannot simulate from a factor response with weights", "Give proportions instead."
            )
        return [pd.Categorical.from_codes(c.astype(int), response.categories) for c in columns]
    return columns if np.all(size == 1) else [column / size for column in columns]

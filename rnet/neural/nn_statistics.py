"""Fitted values, residuals, coefficients and likelihood of a network."""

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.linear.fit_statistics import LogLik
from rnet.neural.exclude import fixed_weights
from rnet.neural.nn import NN, repetition_number
from rnet.neural.predict_nn import no_weights, repetition_weights
from rnet.values import named_matrix


def repetition(fit: NN, rep: int | str) -> int:
    """Return the number of a repetition that converged, from 1.

    Raises
    ------
    RError
        `weights were not calculated`, `subscript out of bounds`.
    """
    if fit.weights is None:
        raise no_weights()
    if isinstance(rep, str) and rep != "best":
        raise RError("'rep' does not exist", "A number from 1, or 'best'.")
    repetition_weights(fit, rep)
    return repetition_number(fit, rep)


def fitted_nn(fit: NN, rep: int | str = 1) -> pd.DataFrame:
    """Return the outputs for the training data, a matrix of n x responses with their names.

    Parameters
    ----------
    fit : NN
    rep : int or "best"
        Which repetition.
    """
    number = repetition(fit, rep)
    assert fit.net_result is not None  # the repetition converged
    output = fit.net_result[number - 1]
    assert output is not None
    index = None if isinstance(output.index, pd.RangeIndex) else list(output.index)
    return named_matrix(output.to_numpy(), index, list(fit.model_list["response"]))


def residuals_nn(fit: NN, rep: int | str = 1) -> pd.DataFrame:
    """Return response less output, a matrix of n x responses; as `fitted_nn`."""
    found = fitted_nn(fit, rep)
    difference = fit.response.to_numpy(dtype=np.float64) - found.to_numpy()
    index = None if isinstance(found.index, pd.RangeIndex) else list(found.index)
    return named_matrix(difference, index, list(found.columns))


def coef_nn(fit: NN, rep: int | str = 1) -> "pd.Series[float]":
    """Return the weights by name, `Intercept.to.1layhid1`, ...; NA for those fixed at 0."""
    weights = repetition_weights(fit, repetition(fit, rep))
    names = fit.layout.names(fit.model_list["variables"], fit.model_list["response"])
    return pd.Series(fit.layout.join(weights), index=pd.Index(names, dtype=object))


def nobs_nn(fit: NN) -> int:
    """Return how many cases were trained on; of weighted ones those whose weight is not 0."""
    weights = None if fit.training is None else fit.training.case_weights
    return len(fit.response) if weights is None else int(np.count_nonzero(weights))


def log_lik_nn(fit: NN, rep: int | str = 1) -> LogLik:
    """Return minus the error as log likelihood, with the number of weights not fixed at 0.

    Raises
    ------
    RError
        Where the error is no negative log-likelihood: it is one for "ce", and for any other
        error function when `neuralnet` was told so with `likelihood=True`.
    """
    number = repetition(fit, rep)
    assert fit.result_matrix is not None  # the repetition converged
    if fit.err_fct.name != "ce" and "aic" not in fit.result_matrix.index:
        raise RError(
            "no applicable method for 'logLik' applied to an object of class \"nn\"",
            f"The error function '{fit.err_fct.name}' is taken for a negative log-likelihood "
            "only if the network is trained with likelihood=True.",
        )
    error = fit.result_matrix.loc["error"].to_numpy(dtype=np.float64)
    weights = fit.layout.join(repetition_weights(fit, number))
    return LogLik(
        value=-float(error[fit.converged.index(number)]),
        df=int(np.count_nonzero(~np.isnan(weights))),
        nobs=nobs_nn(fit),
    )


def trained_weights(fit: NN) -> int:
    """Return how many weights were not excluded."""
    return len(fixed_weights(fit.layout, fit.exclude, None).free(fit.layout.size))

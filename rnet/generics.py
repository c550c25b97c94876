"""R's generic functions: `predict(fit, newdata)` is `fit.predict(newdata)`."""

import inspect
import math
from collections.abc import Callable
from typing import Any

import pandas as pd

from rnet.conditions import RError, warn
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call, Symbol
from rnet.matched_call import check_arguments, keeps_written_call


def predict(object: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: A002 - R's argument name
    """Predict from a fit; the arguments are those of the fit's own `predict` method.

    Parameters
    ----------
    object : fit
        A result of `neuralnet`, `svm`, `lm`, `glm`, ...
    *args, **kwargs
        Passed on; the first is usually `newdata`, a DataFrame.

    Returns
    -------
    numpy.ndarray or pandas object
        As the method says.

    Examples
    --------
    >>> from rnet import data, lm, predict
    >>> fit = lm("dist ~ speed", data("cars"))
    >>> round(float(predict(fit).iloc[0]), 3)
    -1.849
    """
    return call_method(object, "predict", args, kwargs)


def coef(object: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: A002
    """Return the coefficients of a fit: a Series named as R names them (R page `?coef`).

    Examples
    --------
    >>> from rnet import coef, data, lm
    >>> coef(lm("dist ~ speed", data("cars"))).round(3).to_dict()
    {'(Intercept)': -17.579, 'speed': 3.932}
    """
    return call_method(object, "coef", args, kwargs)


def fitted(object: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: A002
    """Return the fitted values of a fit, padded for `na.exclude` (R page `?fitted`).

    Examples
    --------
    >>> from rnet import data, fitted, lm
    >>> fitted(lm("dist ~ speed", data("cars"))).round(2).head(3).tolist()
    [-1.85, -1.85, 9.95]
    """
    return call_method(object, "fitted", args, kwargs)


def residuals(object: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: A002
    """Return the residuals of a fit (R page `?residuals`).

    Examples
    --------
    >>> from rnet import data, lm, residuals
    >>> residuals(lm("dist ~ speed", data("cars"))).round(2).head(3).tolist()
    [3.85, 11.85, -5.95]
    """
    return call_method(object, "residuals", args, kwargs)


def deviance(object: Any) -> Any:  # noqa: A002
    """Return the deviance of a fit; of a linear model the residual sum of squares.

    Parameters
    ----------
    object : fit
        A result of `lm` or `glm` (R page `?deviance`).

    Examples
    --------
    >>> from rnet import data, deviance, lm
    >>> round(deviance(lm("dist ~ speed", data("cars"))), 2)
    11353.52
    """
    return _method(object, "deviance")


def df_residual(object: Any) -> int:  # noqa: A002
    """Return the residual degrees of freedom of a fit (R page `?df.residual`).

    Examples
    --------
    >>> from rnet import data, df_residual, lm
    >>> df_residual(lm("dist ~ speed", data("cars")))
    48
    """
    return int(_method(object, "df_residual"))


def family(object: Any) -> Any:  # noqa: A002
    """Return the family of a fit, a record with its link and variance (R page `?family`).

    Examples
    --------
    >>> from rnet import data, family, glm
    >>> family(glm("am ~ wt", family="binomial", data=data("mtcars"))).link
    'logit'
    """
    return _method(object, "family")


def nobs(object: Any) -> int:  # noqa: A002
    """Return how many cases with a positive weight a fit used (R page `?nobs`).

    Examples
    --------
    >>> from rnet import data, lm, nobs
    >>> nobs(lm("dist ~ speed", data("cars")))
    50
    """
    return int(_method(object, "nobs")())


def logLik(object: Any) -> Any:  # noqa: A002, N802 - R's names
    """Return the log likelihood of a fit, with its degrees of freedom.

    Parameters
    ----------
    object : fit
        A result of `lm` or `glm` (R page `?logLik`).

    Examples
    --------
    >>> from rnet import data, lm, logLik
    >>> logLik(lm("dist ~ speed", data("cars")))
    'log Lik.' -206.5784 (df=3)
    """
    return _method(object, "logLik")()


@keeps_written_call("AIC")
def AIC(  # noqa: N802 - R's name
    call: Call,
    object: Any,  # noqa: A002
    *others: Any,
    k: float = 2.0,
) -> Any:
    """Return Akaike's information criterion of a fit, or of several in a data frame.

    Parameters
    ----------
    object : fit
        A result of `lm` or `glm` (R page `?AIC`).
    *others : fit
        Fits to compare with; rows are called as the variables that hold the fits.
    k : float, default 2
        The penalty per parameter.

    Returns
    -------
    float or DataFrame
        With columns df and AIC.

    Examples
    --------
    >>> from rnet import AIC, data, lm
    >>> round(AIC(lm("dist ~ speed", data("cars"))), 4)
    419.1569
    """
    if others:
        return _compared(call, [object, *others], "AIC", lambda fit: _criterion(fit, k))
    return _criterion(object, k)


@keeps_written_call("BIC")
def BIC(  # noqa: N802 - R's name
    call: Call,
    object: Any,  # noqa: A002
    *others: Any,
) -> Any:
    """Return Schwarz's information criterion of a fit, or of several in a data frame.

    Parameters
    ----------
    object : fit
        A result of `lm` or `glm` (R page `?BIC`).
    *others : fit
        Fits to compare with; rows are called as the variables that hold the fits.

    Returns
    -------
    float or DataFrame
        With columns df and BIC.

    Examples
    --------
    >>> from rnet import BIC, data, lm
    >>> round(BIC(lm("dist ~ speed", data("cars"))), 4)
    424.8929
    """
    if others:
        return _compared(call, [object, *others], "BIC", _schwarz)
    return _schwarz(object)


def _criterion(fit: Any, k: float) -> float:
    likelihood = logLik(fit)
    return float(-2 * likelihood.value + k * likelihood.df)


def _schwarz(fit: Any) -> float:
    return _criterion(fit, math.log(logLik(fit).nobs))


def _compared(
    call: Call, fits: list[Any], name: str, criterion: Callable[[Any], float]
) -> pd.DataFrame:
    """Return degrees of freedom and criterion of fits, one a row."""
    shown = [a.value for a in call.arguments if a.name is None and a.value is not None]
    labels = [
        deparse_line(fit.call) if node == Symbol("...") else deparse_line(node)
        for node, fit in zip(shown, fits, strict=True)
    ]
    values = {"df": [logLik(fit).df for fit in fits], name: [criterion(fit) for fit in fits]}
    sizes = {logLik(fit).nobs for fit in fits}
    if len(sizes) > 1:
        warn("models are not all fitted to the same number of observations", stacklevel=5)
    return pd.DataFrame(values, index=pd.Index(labels, dtype=object))


def vcov(object: Any) -> Any:  # noqa: A002
    """Return the covariances of the coefficients of a fit, a matrix.

    Parameters
    ----------
    object : fit
        A result of `multinom` (R page `?vcov`).

    Examples
    --------
    >>> from rnet import data, multinom, vcov
    >>> vcov(multinom("case ~ 1", data("infert"), trace=False)).round(4).to_numpy().tolist()
    [[0.0181]]
    """
    return _method(object, "vcov")()


def confint(object: Any, parm: Any = None, level: float = 0.95) -> Any:  # noqa: A002
    """Return confidence limits of the coefficients of a fit.

    Parameters
    ----------
    object : fit
        A result of `multinom` (R page `?confint`).
    parm : str, int or sequence of them, optional
        Which coefficients, by name or number from 1; all by default.
    level : float, default 0.95
        Probability of the interval.

    Examples
    --------
    >>> from rnet import confint, data, multinom
    >>> fit = multinom("case ~ spontaneous", data("infert"), trace=False)
    >>> confint(fit, "spontaneous").round(3).to_numpy().tolist()
    [[0.679, 1.449]]
    """
    return _method(object, "confint")(parm, level)


def plot(x: Any, *args: Any, **kwargs: Any) -> Any:
    """Draw a fit and return the matplotlib figure (R page `?plot`).

    A list of networks of `mlp` and the like is drawn on one axis: ``plot([f, g], "history")``.

    Examples
    --------
    >>> from rnet import data, neuralnet, plot, set_seed
    >>> set_seed(1)
    >>> fit = neuralnet("dist ~ speed", data("cars"), threshold=10)
    >>> len(plot(fit, rep=1).axes)
    1
    """
    if isinstance(x, list | tuple) and x and all(hasattr(fit, "history") for fit in x):
        from rnet.deep.plot_training import plot_several  # noqa: PLC0415 - seldom wanted

        return plot_several(x, *args, **kwargs)
    return call_method(x, "plot", args, kwargs)


def _method(fit: Any, name: str) -> Any:
    method = getattr(fit, name, None)
    if method is None:
        raise RError(
            f"no applicable method for '{name}' applied to an object of class "
            f'"{type(fit).__name__}"',
            f"{name} takes what a model function returned.",
        )
    return method


def call_method(fit: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Call a method that takes further arguments, which are checked in R's words."""
    method = _method(fit, name)
    check_arguments(inspect.signature(method), args, kwargs)
    return method(*args, **kwargs)

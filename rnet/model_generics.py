"""R's generic functions for fitted models; `anova(fit)` is `fit.anova()`."""

from typing import Any

import numpy as np

from rnet.generics import call_method
from rnet.match_arg import match_arg


def anova(object: Any, *others: Any, **kwargs: Any) -> Any:  # noqa: A002 - R's argument name
    """Test the terms of a model in order, or models against each other.

    Parameters
    ----------
    object : fit
        A result of `lm`, `glm`, ...
    *others : fit
        Models to compare with, usually growing.
    **kwargs
        Those of the fit's own method: `test`, `scale` or `dispersion`.

    Returns
    -------
    AnovaTable
        Prints as in R; its `frame` is a DataFrame.

    Raises
    ------
    RError
        `models were not all fitted to the same size of dataset`.

    Notes
    -----
    R pages: `?anova`, `?anova.lm`, `?anova.glm`.

    Examples
    --------
    >>> from rnet import anova, data, lm
    >>> table = anova(lm("dist ~ speed", data("cars")))
    >>> round(table["speed", "F value"], 3)
    89.567
    """
    return call_method(object, "anova", others, kwargs)


def sigma(object: Any) -> Any:  # noqa: A002
    """Return the residual standard deviation: the root of deviance by degrees of freedom.

    Parameters
    ----------
    object : fit
        A result of `lm` or `glm` (R page `?sigma`).

    Examples
    --------
    >>> from rnet import data, lm, sigma
    >>> round(sigma(lm("dist ~ speed", data("cars"))), 4)
    15.3796
    """
    return call_method(object, "sigma", (), {})


def drop1(
    object: Any,  # noqa: A002
    scope: Any = None,
    scale: float = 0.0,
    test: str = "none",
    k: float = 2.0,
) -> Any:
    """Return what a model would be without each of its terms.

    Parameters
    ----------
    object : fit
        A result of `lm` or `glm` (R page `?drop1`).
    scope : str, Formula or sequence of str, optional
        Terms to drop; by default all that no other term contains.
    scale : float, default 0
        A known residual variance.
    test : {"none", "F", "Chisq", "Rao"}
        "Rao" is for generalized linear models.
    k : float, default 2
        Penalty per parameter.

    Returns
    -------
    AnovaTable

    Raises
    ------
    RError
        `scope is not a subset of term labels`.

    Examples
    --------
    >>> from rnet import data, drop1, lm
    >>> drop1(lm("mpg ~ wt", data("mtcars")))
    Single term deletions
    <BLANKLINE>
    Model:
    mpg ~ wt
           Df Sum of Sq     RSS     AIC
    <none>               278.32  73.217
    wt      1    847.73 1126.05 115.943
    """
    return call_method(object, "drop1", (scope, scale, test, k), {})


def add1(
    object: Any,  # noqa: A002
    scope: Any = None,
    scale: float = 0.0,
    test: str = "none",
    k: float = 2.0,
) -> Any:
    """Return what a model would be with each of some further terms.

    Parameters
    ----------
    object : fit
        A result of `lm` or `glm` (R page `?add1`).
    scope : str, Formula or sequence of str
        Terms to add: a formula in which `.` stands for the model's terms, or labels.
    scale : float, default 0
        A known residual variance.
    test : {"none", "F", "Chisq", "Rao"}
        "Rao" is for generalized linear models.
    k : float, default 2
        Penalty per parameter.

    Returns
    -------
    AnovaTable

    Raises
    ------
    RError
        `no terms in scope`, `no terms in scope for adding to object`.

    Examples
    --------
    >>> from rnet import add1, data, lm
    >>> add1(lm("mpg ~ wt", data("mtcars")), "~ . + hp + qsec")
    Single term additions
    <BLANKLINE>
    Model:
    mpg ~ wt
           Df Sum of Sq    RSS    AIC
    <none>              278.32 73.217
    hp      1    83.274 195.05 63.840
    qsec    1    82.858 195.46 63.908
    """
    return call_method(object, "add1", (scope, scale, test, k), {})


def extractAIC(  # noqa: N802 - R's name
    fit: Any, scale: float = 0.0, k: float = 2.0
) -> Any:
    """Return the number of parameters of a fit and the criterion `step` minimises.

    Parameters
    ----------
    fit : fit
        A result of `lm` or `glm` (R page `?extractAIC`).
    scale : float, default 0
        A known residual variance.
    k : float, default 2
        Penalty per parameter.

    Returns
    -------
    ndarray, shape (2,)

    Examples
    --------
    >>> from rnet import data, extractAIC, lm
    >>> extractAIC(lm("mpg ~ wt", data("mtcars"))).round(3).tolist()
    [2.0, 73.217]
    """
    return call_method(fit, "extractAIC", (scale, k), {})


def profile(fitted: Any, *args: Any, **kwargs: Any) -> Any:
    """Return how a fit worsens where one parameter is held at other values.

    Parameters
    ----------
    fitted : fit
        A result of `nls` or `glm` (R pages `?profile`, `?profile.glm`).
    *args, **kwargs
        Those of the fit's own method: of `nls` `which`, `maxpts`, `alphamax`, `delta_t`, of `glm`
        `which`, `alpha`, `maxsteps`, `delta`.

    Examples
    --------
    >>> from rnet import data, nls, profile
    >>> fit = nls("dist ~ a * speed^b", data("cars"), start={"a": 1, "b": 1})
    >>> profile(fit, "b")["b"].tau.round(2).tolist()[4:8]
    [-0.53, 0.0, 0.52, 1.04]
    """
    return call_method(fitted, "profile", args, kwargs)


def confint_default(object: Any, parm: Any = None, level: float = 0.95) -> Any:  # noqa: A002
    """Return confidence limits from estimates, standard errors and the normal distribution.

    Parameters
    ----------
    object : fit
        A result of `lm` or `glm` (R page `?confint.default`).
    parm : str, int or sequence of them, optional
        Which coefficients, by name or number from 1; all by default.
    level : float, default 0.95
        Probability of the interval.

    Returns
    -------
    DataFrame
        A matrix with the two limits of every coefficient.

    Examples
    --------
    >>> from rnet import confint_default, data, glm
    >>> confint_default(glm("am ~ wt", "binomial", data("mtcars"))).round(3).to_numpy().tolist()
    [[3.202, 20.879], [-6.839, -1.209]]
    """
    return call_method(object, "confint_default", (parm, level), {})


def naprint(x: Any) -> str:
    """Return what R prints of cases left out for missing values.

    Parameters
    ----------
    x : Series or None
        The component `na_action` of a fit (R page `?naprint`).

    Examples
    --------
    >>> from rnet import data, lm, naprint
    >>> naprint(lm("Ozone ~ Temp", data("airquality")).na_action)
    '37 observations deleted due to missingness'
    """
    if x is None:
        return ""
    noun = "observation" if len(x) == 1 else "observations"
    return f"{len(x)} {noun} deleted due to missingness"


def na_action(object: Any) -> Any:  # noqa: A002
    """Return the cases a fit left out: their numbers, counted from 1, by name; None if none.

    Parameters
    ----------
    object : fit
        A result of `lm` or `glm` (R page `?na.action`).

    Examples
    --------
    >>> from rnet import data, lm, na_action
    >>> na_action(lm("Ozone ~ Temp", data("airquality"))).head(3).tolist()
    [5, 10, 25]
    """
    return object.na_action


def effects(object: Any) -> Any:  # noqa: A002
    """Return the effects of a fit: the response rotated onto the columns of the design.

    Parameters
    ----------
    object : fit
        A result of `lm` or `glm` (R page `?effects`).

    Examples
    --------
    >>> from rnet import data, effects, lm
    >>> effects(lm("dist ~ speed", data("cars"))).round(3).tolist()[:2]
    [-303.914, 145.552]
    """
    return object.effects


def weights(object: Any, type: str = "prior") -> Any:  # noqa: A002
    """Return the case weights of a fit, or None.

    Parameters
    ----------
    object : fit
        A result of `lm` or `glm` (R page `?weights`).
    type : {"prior", "working"}
        Of a generalized linear model also those of the last step.

    Examples
    --------
    >>> from rnet import data, lm, weights
    >>> weights(lm("dist ~ speed", data("cars"), weights="speed")).tolist()[:2]
    [4.0, 4.0]
    """
    if match_arg(type, ("prior", "working")) == "working":
        return object.weights
    return object.case_weights


def labels(object: Any) -> Any:  # noqa: A002
    """Return the labels of a fit's terms (R page `?labels`).

    Examples
    --------
    >>> from rnet import data, labels, lm
    >>> labels(lm("mpg ~ wt * hp", data("mtcars"))).tolist()
    ['wt', 'hp', 'wt:hp']
    """
    return np.array(object.terms.labels, dtype="O")


def variable_names(object: Any) -> Any:  # noqa: A002
    """Return the names of a fit's coefficients that are not collinear (R page `?variable.names`).

    Examples
    --------
    >>> from rnet import data, lm, variable_names
    >>> variable_names(lm("mpg ~ wt", data("mtcars"))).tolist()
    ['(Intercept)', 'wt']
    """
    return np.array(object.estimated_names, dtype="O")


def case_names(object: Any) -> Any:  # noqa: A002
    """Return the names of the cases a fit used (R page `?case.names`).

    Examples
    --------
    >>> from rnet import case_names, data, lm
    >>> case_names(lm("mpg ~ wt", data("mtcars"))).tolist()[:2]
    ['Mazda RX4', 'Mazda RX4 Wag']
    """
    names = np.array(list(object.model_data.frame.row_names), dtype="O")
    return names[object.used]


def alias(object: Any, complete: bool = True, partial: bool = False) -> Any:  # noqa: A002
    """Return which coefficients of a fit depend on which.

    Parameters
    ----------
    object : fit
        A result of `lm`, `glm` or `aov` (R page `?alias`).
    complete : bool, default True
        Whether collinear columns are told as combinations of the others.
    partial : bool, default False
        Whether the correlations of the coefficients are told.

    Returns
    -------
    Aliases
        `complete` is a matrix with a row for each collinear column, or None; `partial` one of
        correlations, above the diagonal.

    Examples
    --------
    >>> from rnet import alias, data, lm
    >>> alias(lm("mpg ~ wt + I(2 * wt)", data("mtcars"))).complete.round(9).to_numpy().tolist()
    [[0.0, 2.0]]
    """
    return call_method(object, "alias", (complete, partial), {})


def kappa(z: Any, exact: bool = False) -> float:
    """Return the condition number of a fit's design, by default LINPACK's estimate.

    Parameters
    ----------
    z : fit
        A result of `lm` or `glm` (R page `?kappa`).
    exact : bool, default False
        The ratio of the largest to the smallest singular value instead.

    Examples
    --------
    >>> from rnet import data, kappa, lm
    >>> round(kappa(lm("mpg ~ wt + hp", data("mtcars"))), 3)
    804.889
    """
    return float(call_method(z, "kappa", (exact,), {}))

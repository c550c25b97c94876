"""Influence of single cases, as generic functions; `hatvalues(fit)` is `fit.hatvalues()`."""

from typing import Any

from rnet.generics import call_method


def hatvalues(model: Any) -> Any:
    """Return the leverages of a fit: the diagonal of its hat matrix.

    Parameters
    ----------
    model : fit
        A result of `lm` or `glm` (R page `?influence.measures`).

    Returns
    -------
    pandas.Series
        By case name; cases of weight 0 are left out, as in R.

    Examples
    --------
    >>> from rnet import data, hatvalues, lm
    >>> hatvalues(lm("dist ~ speed", data("cars"))).round(4).tolist()[:3]
    [0.1149, 0.1149, 0.0715]
    """
    return call_method(model, "hatvalues", (), {})


def cooks_distance(model: Any) -> Any:
    """Return Cook's distances: how far all fitted values move without a case.

    Parameters
    ----------
    model : fit
        A result of `lm` or `glm` (R page `?influence.measures`).

    Returns
    -------
    pandas.Series
        By case name; cases of weight 0 are left out, as in R.

    Examples
    --------
    >>> from rnet import data, cooks_distance, lm
    >>> cooks_distance(lm("dist ~ speed", data("cars"))).round(4).tolist()[:3]
    [0.0046, 0.0435, 0.0062]
    """
    return call_method(model, "cooks_distance", (), {})


def rstandard(model: Any, type: str | None = None) -> Any:  # noqa: A002 - R's name
    """Return standardized residuals.

    Parameters
    ----------
    model : fit
        A result of `lm` or `glm` (R page `?influence.measures`).
    type : str, optional
        Of a linear model "sd.1" or "predictive"; of a generalized one "pearson", the default
        since R 4.6, or "deviance".

    Returns
    -------
    pandas.Series
        By case name; cases of weight 0 are left out, as in R.

    Examples
    --------
    >>> from rnet import data, rstandard, lm
    >>> rstandard(lm("dist ~ speed", data("cars"))).round(4).tolist()[:3]
    [0.266, 0.8189, -0.4013]
    """
    return call_method(model, "rstandard", (type,), {})


def rstudent(model: Any) -> Any:
    """Return Studentized residuals: by their standard deviation without the case.

    Parameters
    ----------
    model : fit
        A result of `lm` or `glm` (R page `?influence.measures`).

    Returns
    -------
    pandas.Series
        By case name; cases of weight 0 are left out, as in R.

    Examples
    --------
    >>> from rnet import data, rstudent, lm
    >>> rstudent(lm("dist ~ speed", data("cars"))).round(4).tolist()[:3]
    [0.2635, 0.8161, -0.3978]
    """
    return call_method(model, "rstudent", (), {})


def dffits(model: Any) -> Any:
    """Return how far fitted values move without their own case, scaled.

    Parameters
    ----------
    model : fit
        A result of `lm` or `glm` (R page `?influence.measures`).

    Returns
    -------
    pandas.Series
        By case name; cases of weight 0 are left out, as in R.

    Examples
    --------
    >>> from rnet import data, dffits, lm
    >>> dffits(lm("dist ~ speed", data("cars"))).round(4).tolist()[:3]
    [0.0949, 0.294, -0.1104]
    """
    return call_method(model, "dffits", (), {})


def dfbeta(model: Any) -> Any:
    """Return how far coefficients move without a case.

    Parameters
    ----------
    model : fit
        A result of `lm` or `glm` (R page `?influence.measures`).

    Returns
    -------
    pandas.DataFrame
        A matrix, cases by coefficients.

    Examples
    --------
    >>> from rnet import data, dfbeta, lm
    >>> dfbeta(lm("dist ~ speed", data("cars")))["speed"].round(4).tolist()[:3]
    [-0.0362, -0.1114, 0.0393]
    """
    return call_method(model, "dfbeta", (), {})


def dfbetas(model: Any) -> Any:
    """Return how far coefficients move without a case, by standard errors.

    Parameters
    ----------
    model : fit
        A result of `lm` or `glm` (R page `?influence.measures`).

    Returns
    -------
    pandas.DataFrame
        A matrix, cases by coefficients.

    Examples
    --------
    >>> from rnet import data, dfbetas, lm
    >>> dfbetas(lm("dist ~ speed", data("cars")))["speed"].round(4).tolist()[:3]
    [-0.0862, -0.2672, 0.0937]
    """
    return call_method(model, "dfbetas", (), {})


def covratio(model: Any) -> Any:
    """Return how the determinant of the covariances changes without a case.

    Parameters
    ----------
    model : fit
        A result of `lm` or `glm` (R page `?influence.measures`).

    Returns
    -------
    pandas.Series
        By case name; cases of weight 0 are left out, as in R.

    Examples
    --------
    >>> from rnet import data, covratio, lm
    >>> covratio(lm("dist ~ speed", data("cars"))).round(4).tolist()[:3]
    [1.1749, 1.1457, 1.1158]
    """
    return call_method(model, "covratio", (), {})


def lm_influence(model: Any) -> Any:
    """Return what the measures of influence are made of.

    Parameters
    ----------
    model : fit
        A result of `lm` or `glm` (R page `?lm.influence`).

    Returns
    -------
    LmInfluence
        With `hat`, `coefficients`, `sigma`, `wt_res`.

    Examples
    --------
    >>> from rnet import data, lm_influence, lm
    >>> lm_influence(lm("dist ~ speed", data("cars"))).sigma.round(4).tolist()[:3]
    [15.5309, 15.4334, 15.5162]
    """
    return call_method(model, "lm_influence", (), {})


def influence(model: Any) -> Any:
    """Return what the measures of influence are made of: `lm_influence` of a fit.

    Parameters
    ----------
    model : fit
        A result of `lm` or `glm` (R page `?influence`).

    Returns
    -------
    LmInfluence

    Examples
    --------
    >>> from rnet import data, influence, lm
    >>> influence(lm("dist ~ speed", data("cars"))).hat.round(4).tolist()[:3]
    [0.1149, 0.1149, 0.0715]
    """
    return call_method(model, "lm_influence", (), {})


def weighted_residuals(obj: Any, drop0: bool = True) -> Any:
    """Return the residuals of a fit times the root of their weights.

    Parameters
    ----------
    obj : fit
        A result of `lm` or `glm`, whose deviance residuals these are.
    drop0 : bool, default True
        Whether cases of weight zero are left out (R page `?weighted.residuals`).

    Examples
    --------
    >>> from rnet import data, lm, weighted_residuals
    >>> fit = lm("dist ~ speed", data("cars"), weights="speed")
    >>> weighted_residuals(fit).round(3).tolist()[:2]
    [15.514, 31.514]
    """
    found = call_method(obj, "residuals", ("deviance",), {})
    weights = obj.case_weights
    return found if weights is None or not drop0 else found[weights.to_numpy() != 0]


def influence_measures(model: Any) -> Any:
    """Return all measures of influence; large ones are marked.

    Parameters
    ----------
    model : fit
        A result of `lm` or `glm` (R page `?influence.measures`).

    Returns
    -------
    InfluenceMeasures
        Prints as in R; `summary` shows the cases that stand out, `frame` is a DataFrame.

    Examples
    --------
    >>> from rnet import data, influence_measures, lm
    >>> influence_measures(lm("dist ~ speed", data("cars"))).frame["inf"].sum().item()
    5
    """
    return call_method(model, "influence_measures", (), {})

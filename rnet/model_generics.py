"""R's generic functions for fitted models; `anova(fit)` is `fit.anova()`."""

from typing import Any

from rnet.generics import call_method


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


def sigma(object: Any) -> float:  # noqa: A002
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
    return float(call_method(object, "sigma", (), {}))

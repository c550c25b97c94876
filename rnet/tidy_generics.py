"""A fit as data frames, with the column names of R's package broom."""

from typing import Any

from rnet.generics import call_method


def tidy(x: Any, *args: Any, **kwargs: Any) -> Any:
    """Return the main numbers of a result as a data frame, with broom's column names.

    Parameters
    ----------
    x : result
        Of `lm`, `glm`, `nls` (coefficients), `anova` (terms), a hypothesis test (one row),
        `TukeyHSD` and pairwise tests (a row a pair), `kmeans` (clusters) or `prcomp` (scores;
        `matrix="v"` directions, `matrix="d"` variances).
    *args, **kwargs
        Those of the result's own `tidy` method: `conf_int` (False) and `conf_level` (0.95) of
        a fit, `matrix` of components.

    Returns
    -------
    DataFrame
        Of a fit: term, estimate, std.error, statistic, p.value, and conf.low, conf.high if
        wanted.

    Examples
    --------
    >>> from rnet import data, lm, tidy
    >>> tidy(lm("dist ~ speed", data("cars")))["std.error"].round(3).tolist()
    [6.758, 0.416]
    """
    return call_method(x, "tidy", args, kwargs)


def glance(x: Any) -> Any:
    """Return the figures of a fit as a data frame of one row, with broom's column names.

    Parameters
    ----------
    x : result
        Of `lm`, `glm`, `nls`, a hypothesis test or `kmeans`.

    Examples
    --------
    >>> from rnet import data, glance, lm
    >>> glance(lm("dist ~ speed", data("cars")))["r.squared"].round(4).tolist()
    [0.6511]
    """
    return call_method(x, "glance", (), {})


def augment(x: Any, *args: Any, **kwargs: Any) -> Any:
    """Return the cases with what a fit says of each: fitted values, residuals, clusters, scores.

    Parameters
    ----------
    x : result
        Of `lm`, `glm`, `kmeans` or `prcomp`.
    *args, **kwargs
        Those of the result's own `augment` method: `data` of clusters and components.

    Returns
    -------
    DataFrame
        Of a fit the model frame and broom's columns .fitted, .resid, .hat, .sigma, .cooksd and
        .std.resid; of clusters .cluster; of components .fittedPC1, ...

    Examples
    --------
    >>> from rnet import augment, data, lm
    >>> augment(lm("dist ~ speed", data("cars")))[".hat"].round(3).tolist()[:2]
    [0.115, 0.115]
    """
    return call_method(x, "augment", args, kwargs)

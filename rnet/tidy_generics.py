"""A fit as data frames, with the column names of R's package broom."""

from typing import Any

from rnet.generics import call_method


def tidy(x: Any, conf_int: bool = False, conf_level: float = 0.95) -> Any:
    """Return a fit's coefficients as a data frame, with broom's column names.

    Parameters
    ----------
    x : fit
        A result of `lm` or `glm`.
    conf_int : bool, default False
        Whether confidence limits are added.
    conf_level : float, default 0.95
        Their probability.

    Returns
    -------
    DataFrame
        term, estimate, std.error, statistic, p.value, and conf.low, conf.high if wanted.

    Examples
    --------
    >>> from rnet import data, lm, tidy
    >>> tidy(lm("dist ~ speed", data("cars")))["std.error"].round(3).tolist()
    [6.758, 0.416]
    """
    return call_method(x, "tidy", (conf_int, conf_level), {})


def glance(x: Any) -> Any:
    """Return the figures of a fit as a data frame of one row, with broom's column names.

    Parameters
    ----------
    x : fit
        A result of `lm` or `glm`.

    Examples
    --------
    >>> from rnet import data, glance, lm
    >>> glance(lm("dist ~ speed", data("cars")))["r.squared"].round(4).tolist()
    [0.6511]
    """
    return call_method(x, "glance", (), {})


def augment(x: Any) -> Any:
    """Return a fit's model frame with fitted values, residuals and influence of each case.

    Parameters
    ----------
    x : fit
        A result of `lm` or `glm`.

    Returns
    -------
    DataFrame
        With broom's columns .fitted, .resid, .hat, .sigma, .cooksd and .std.resid.

    Examples
    --------
    >>> from rnet import augment, data, lm
    >>> augment(lm("dist ~ speed", data("cars")))[".hat"].round(3).tolist()[:2]
    [0.115, 0.115]
    """
    return call_method(x, "augment", (), {})

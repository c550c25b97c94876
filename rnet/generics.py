"""R's generic functions: `predict(fit, newdata)` is `fit.predict(newdata)`."""

from typing import Any

from rnet.conditions import RError


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
    return _method(object, "predict")(*args, **kwargs)


def coef(object: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: A002
    """Return the coefficients of a fit: a Series named as R names them (R page `?coef`)."""
    return _method(object, "coef")(*args, **kwargs)


def fitted(object: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: A002
    """Return the fitted values of a fit, padded for `na.exclude` (R page `?fitted`)."""
    return _method(object, "fitted")(*args, **kwargs)


def residuals(object: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: A002
    """Return the residuals of a fit (R page `?residuals`)."""
    return _method(object, "residuals")(*args, **kwargs)


def summary(object: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: A002
    """Return the summary of a fit (R page `?summary`)."""
    return _method(object, "summary")(*args, **kwargs)


def plot(x: Any, *args: Any, **kwargs: Any) -> Any:
    """Draw a fit and return the matplotlib figure (R page `?plot`)."""
    return _method(x, "plot")(*args, **kwargs)


def _method(fit: Any, name: str) -> Any:
    method = getattr(fit, name, None)
    if method is None:
        raise RError(
            f"no applicable method for '{name}' applied to an object of class "
            f'"{type(fit).__name__}"'
        )
    return method

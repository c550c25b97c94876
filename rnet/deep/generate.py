"""`generate`: cases that a model makes up."""

from typing import Any

from rnet.generics import call_method


def generate(object: Any, n: int = 1, **kwargs: Any) -> Any:  # noqa: A002 - R's argument name
    """Return cases that a model makes up: ``generate(fit, n)`` is ``fit.generate(n)``.

    Parameters
    ----------
    object : fit
        A result of `gan` or `dbn`.
    n : int
        How many.
    **kwargs
        Of `dbn`: `label`, `round`; of `gan`: `latent`.

    Returns
    -------
    DataFrame
        A row for each case, on the scale of the data.

    Raises
    ------
    RError
        For a fit that generates nothing.

    Notes
    -----
    rnet's own. Random numbers come from R's stream: `set_seed` makes the cases repeatable.

    Examples
    --------
    >>> from rnet import data, dbn, generate, set_seed
    >>> set_seed(1)
    >>> fit = dbn("digit ~ .", data("digits")[:100], 8, pretrain={"n_epochs": 1}, n_epochs=1)
    >>> generate(fit, 3).shape
    (3, 64)
    """
    return call_method(object, "generate", (n,), kwargs)

"""`optimHess`: second derivatives by differences."""  # noqa: N999 - R's spelling

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from rnet.optimisation.optim import (
    hessian_at,
    objective_of,
    parameters_of,
    settings_of,
    with_arguments,
)


def optimHess(  # noqa: N802 - R's name
    par: Any,
    fn: Callable[..., Any],
    gr: Callable[..., Any] | None = None,
    *args: Any,
    control: Mapping[str, Any] | None = None,
    **kwargs: Any,
) -> Any:
    """Return the second derivatives of a function at a point.

    Parameters
    ----------
    par : array_like, shape (p,)
    fn : callable
        From parameters to a number.
    gr : callable, optional
        From parameters to the gradient; by default differences.
    *args, **kwargs
        Further arguments of `fn` and `gr`.
    control : mapping, optional
        R's `fnscale`, `parscale` and `ndeps`.

    Returns
    -------
    ndarray, shape (p, p)

    Notes
    -----
    R page: `?optimHess`.

    Examples
    --------
    >>> from rnet import optimHess
    >>> optimHess([0.0, 0.0], lambda x: x[0] ** 2 + 3 * x[1] ** 2).round(4).tolist()
    [[2.0, 0.0], [0.0, 6.0]]
    """
    start, _ = parameters_of(par)
    fn = with_arguments(fn, args, kwargs)
    gr = with_arguments(gr, args, kwargs)
    settings = settings_of(control, "BFGS")
    objective = objective_of(fn, gr, start, settings, (-np.inf, np.inf))
    return hessian_at(objective, start / objective.parscale)

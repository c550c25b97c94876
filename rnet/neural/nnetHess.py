"""`nnetHess`: the second derivatives of a network's criterion."""  # noqa: N999 - R's spelling

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.neural.nnet_arguments import problem_of
from rnet.neural.nnet_data import as_matrix
from rnet.neural.nnet_hessian import hessian
from rnet.neural.nnet_model import Nnet


def nnetHess(net: Nnet, x: Any, y: Any = None, weights: Any = None) -> npt.NDArray[np.float64]:  # noqa: N802 - R's name
    """Return the second derivatives of the criterion by the weights of a network.

    Parameters
    ----------
    net : Nnet
        A result of `nnet`.
    x : DataFrame or array_like
        Predictors as the network saw them, shape (n, inputs).
    y : DataFrame or array_like
        Responses, shape (n, outputs); `class_ind` makes them of classes.
    weights : array_like, optional
        Case weights.

    Returns
    -------
    ndarray, shape (weights, weights)

    Raises
    ------
    RError
        ``dims of 'x' and 'y' must match``; ``invalid weights vector``.

    Notes
    -----
    R page: `?nnetHess` (package nnet).

    Examples
    --------
    >>> from rnet import data, nnet, nnetHess
    >>> cars = data("cars")
    >>> fit = nnet(cars[["speed"]], cars["dist"], size=0, skip=True, linout=True, trace=False)
    >>> nnetHess(fit, cars[["speed"]], cars["dist"])
    array([[  100.,  1540.],
           [ 1540., 26456.]])
    """
    if y is None:
        raise RError(
            'argument "y" is missing, with no default', "Give the responses the network learnt."
        )
    covariate, response = as_matrix(x, "x")[0], as_matrix(y, "y")[0]
    net_shape = net.architecture
    if len(covariate) != len(response):
        raise RError("dims of 'x' and 'y' must match")
    if (covariate.shape[1], response.shape[1]) != (net_shape.inputs, net_shape.outputs):
        raise RError(
            "dims of 'x' and 'y' must match",
            f"The network has {net_shape.inputs} inputs and {net_shape.outputs} outputs; "
            "R would read other numbers.",
        )
    given = None if weights is None else np.atleast_1d(np.asarray(weights, dtype=np.float64))
    data = replace(net.data, x=covariate, y=response, weights=given)
    problem = problem_of(net_shape, data, net.decay, np.arange(net_shape.weights))
    return hessian(problem, net.wts)

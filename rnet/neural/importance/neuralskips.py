"""`neuralskips`: the weights that lead from inputs to outputs directly."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.matched_call import refuses_unknown
from rnet.neural.importance.network_view import network_view


@refuses_unknown
def neuralskips(
    mod_in: Any, rel_rsc: Sequence[float] | None = None
) -> dict[str, npt.NDArray[np.float64]]:
    """Return the skip-layer weights of a network of `nnet`.

    Parameters
    ----------
    mod_in : Nnet
        Fitted with `skip=True`.
    rel_rsc : two numbers, optional
        Return absolute weights, stretched to this range together with all others.

    Returns
    -------
    dict of str to ndarray
        For each output ("out 1") the weights from the inputs.

    Raises
    ------
    RError
        For a network without such weights.

    Notes
    -----
    R page: `?NeuralNetTools::neuralskips`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> cars = rnet.data("cars")
    >>> fit = rnet.nnet("dist ~ speed", cars, size=1, skip=True, linout=True, trace=False)
    >>> len(rnet.neuralskips(fit)["out 1"])
    1
    """
    view = network_view(mod_in)
    if view.skips is None:
        raise RError("Model does not contain skip-layer connections", "Fit nnet with skip=True.")
    if rel_rsc is not None:
        view = view.rescaled(*rel_rsc)
    assert view.skips is not None  # rescaling keeps them
    return {f"out {k + 1}": view.skips[:, k] for k in range(view.skips.shape[1])}

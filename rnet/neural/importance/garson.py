"""`garson`: relative importance of inputs by the sizes of the weights."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.matched_call import refuses_unknown
from rnet.neural.importance.bars import importance_bars, importance_frame
from rnet.neural.importance.network_view import NetworkView, network_view

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@refuses_unknown
def garson(
    mod_in: Any,
    struct: Sequence[int] | None = None,
    *,
    bar_plot: bool = True,
    x_lab: Sequence[str] | None = None,
    y_lab: str | None = None,
) -> "pd.DataFrame | Figure":
    """Return the relative importance of the inputs by Garson's algorithm.

    Every hidden unit shares itself out among the inputs by the sizes of their weights. Signs are
    lost, and the output's weights play no part; `olden` uses both.

    Parameters
    ----------
    mod_in : NN, Nnet or array_like
        A network with one hidden layer and one output (of several repetitions the first); or
        bare weights.
    struct : sequence of int, optional
        Units of each layer; for bare weights.
    bar_plot : bool, default True
        Draw the importances; otherwise return them.
    x_lab : sequence of str, optional
        Names for the inputs.
    y_lab : str, optional
        Title of the vertical axis.

    Returns
    -------
    matplotlib.figure.Figure or DataFrame
        The frame has the column `rel_imp`; its values add up to 1.

    Raises
    ------
    RError
        For networks the algorithm does not apply to.

    Notes
    -----
    R page: `?NeuralNetTools::garson`; Garson (1991), Goh (1995).

    Examples
    --------
    >>> import rnet
    >>> weights = [13.12, 1.49, 0.16, -0.11, -0.19, -0.16, 0.56, -0.52, 0.81]
    >>> rnet.garson(weights, [2, 2, 1], bar_plot=False)["rel_imp"].round(3).tolist()
    [0.723, 0.277]
    """
    view = network_view(mod_in, struct)
    _check(view)
    frame = importance_frame(_shares(view), view.inputs, "rel_imp", x_lab)
    return importance_bars(frame, y_lab) if bar_plot else frame


def _check(view: NetworkView) -> None:
    if view.skips is not None:
        raise RError(
            "Garson's algorithm not applicable for networks with skip layers, use Olden's method"
        )
    if len(view.outputs) > 1:
        raise RError(
            "Garson only applies to neural networks with one output node", "olden() takes any."
        )
    if len(view.matrices) > 2:
        raise RError(
            "Garsons algorithm not applicable for multiple hidden layers", "olden() takes any."
        )
    if len(view.matrices) == 1:
        raise RError(
            "attempt to select less than one element in integerOneIndex",
            "The network has no hidden layer, among whose units the importance could be shared.",
        )


def _shares(view: NetworkView) -> list[float]:
    first, last = view.matrices
    with np.errstate(invalid="ignore"):
        through = np.abs(first[1:] * last[1:, 0])
        shares = (through / through.sum(axis=0)).sum(axis=1)
        return list(shares / shares.sum())

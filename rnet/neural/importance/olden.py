"""`olden`: importance of inputs by the products of the weights on the way to the output."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.matched_call import refuses_unknown
from rnet.neural.importance.bars import importance_bars, importance_frame
from rnet.neural.importance.network_view import network_view

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@refuses_unknown
def olden(
    mod_in: Any,
    struct: Sequence[int] | None = None,
    *,
    out_var: str | None = None,
    bar_plot: bool = True,
    x_lab: Sequence[str] | None = None,
    y_lab: str | None = None,
) -> "pd.DataFrame | Figure":
    """Return the importance of the inputs by Olden's connection weights.

    It is the sum over all ways from input to output of the product of their weights: a sign says
    which way the input works, the size compares inputs on one scale.

    Parameters
    ----------
    mod_in : NN, Nnet or array_like
        A network (of several repetitions the first); or bare weights.
    struct : sequence of int, optional
        Units of each layer; for bare weights.
    out_var : str, optional
        Which output; by default the first.
    bar_plot : bool, default True
        Draw the importances; otherwise return them.
    x_lab : sequence of str, optional
        Names for the inputs.
    y_lab : str, optional
        Title of the vertical axis.

    Returns
    -------
    matplotlib.figure.Figure or DataFrame
        The frame has the column `importance`.

    Raises
    ------
    RError
        `out_var must match one: ...`

    Notes
    -----
    R page: `?NeuralNetTools::olden`; Olden, Joy and Death (2004). As in R, skip-layer weights of
    `nnet` do not count. Without a hidden layer, where R stops, the importances are the weights.

    Examples
    --------
    >>> import rnet
    >>> weights = [13.12, 1.49, 0.16, -0.11, -0.19, -0.16, 0.56, -0.52, 0.81]
    >>> rnet.olden(weights, [2, 2, 1], bar_plot=False)["importance"].round(3).tolist()
    [-0.929, -0.213]
    """
    view = network_view(mod_in, struct)
    place = _output(view.outputs, out_var)
    values = _products(view.matrices)[:, place]
    frame = importance_frame(list(values), view.inputs, "importance", x_lab)
    return importance_bars(frame, y_lab) if bar_plot else frame


def _output(names: list[str], chosen: str | None) -> int:
    if chosen is None:
        if len(names) > 1:
            warn(
                "Results for first response variable only, use out_var argument to change",
                f"out_var is one of {', '.join(names)}.",
            )
        return 0
    if chosen not in names:
        raise RError(f"out_var must match one: {', '.join(names)}")
    return names.index(chosen)


def _products(matrices: list[npt.NDArray[np.float64]]) -> npt.NDArray[np.float64]:
    found = matrices[0][1:]
    with np.errstate(invalid="ignore"):  # excluded weights are NA
        for matrix in matrices[1:]:
            found = found @ matrix[1:]
    return found

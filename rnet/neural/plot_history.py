"""`plot("history")`: error and largest derivative over the steps of each repetition."""

from typing import TYPE_CHECKING

import numpy as np

from rnet.conditions import RError
from rnet.neural.nn import NN

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SIZE = (8.0, 7.0)  # inches


def plot_history(fit: NN) -> "Figure":
    """Draw how training went.

    Parameters
    ----------
    fit : NN
        A network trained with `history=True` or `validation`.

    Returns
    -------
    matplotlib.figure.Figure
        Above the error (dashed: on the rows held out), below the largest derivative and the
        threshold; one colour for each repetition, logarithmic scales.

    Raises
    ------
    RError
        If no history was recorded.
    """
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    if fit.training is None or not fit.history:
        raise RError("no history was recorded", "Train with history=True.")
    figure = ShownFigure(figsize=SIZE, layout="constrained")
    error, gradient = figure.subplots(2, sharex=True)
    for number, history in enumerate(fit.history):
        colour, steps = f"C{number % 10}", np.arange(1, len(history.error) + 1)
        error.plot(steps, history.error, color=colour, label=f"repetition {number + 1}")
        if history.validation_error is not None:
            error.plot(steps, history.validation_error, color=colour, linestyle="--")
        gradient.plot(steps, history.gradient, color=colour)
    gradient.axhline(fit.training.settings.threshold, color="grey", linewidth=0.8)
    error.set(ylabel="Error", yscale="log", xscale="log")
    gradient.set(ylabel="Largest derivative", yscale="log", xlabel="Step")
    if len(fit.history) > 1:
        error.legend()
    return figure

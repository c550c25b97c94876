"""Pictures of restricted Boltzmann machines."""

from typing import TYPE_CHECKING, Any

from rnet.deep.picture_grid import numbered, plot_filters, plot_picture_rows
from rnet.deep.plot_training import plot_losses
from rnet.deep.rbm_model import Rbm
from rnet.match_arg import match_arg

if TYPE_CHECKING:
    from matplotlib.figure import Figure

KINDS = ("filters", "history", "reconstruction")


def plot_rbm(fit: Rbm, what: str, newdata: Any, which: Any) -> "Figure":
    """Draw one of `KINDS`; see `Rbm.plot`."""
    chosen = match_arg(what, KINDS)
    if chosen == "history":
        return plot_losses(fit.history)
    if chosen == "filters":
        weights, names = fit.machine.weights, fit.hidden_names
        return plot_filters(weights, fit.encoder.image, names, "Weights of hidden units", which)
    result = fit.reconstruct(newdata)
    found = result.reconstructed
    names = [str(name) for name in found.index]
    places = numbered(range(1, min(10, len(names)) + 1) if which is None else which, names)
    x, _ = fit.inputs(newdata)
    rows = {"data": x[places], "rbm": found.to_numpy()[places]}
    return plot_picture_rows(rows, fit.encoder.image, [names[place] for place in places])

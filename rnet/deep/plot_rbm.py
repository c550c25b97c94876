"""Pictures of restricted Boltzmann machines."""

from typing import TYPE_CHECKING, Any

from rnet.deep.picture_grid import numbered, plot_filters, plot_picture_rows
from rnet.deep.plot_training import plot_losses
from rnet.deep.rbm_model import Rbm
from rnet.deep.wording import counted
from rnet.match_arg import match_arg

if TYPE_CHECKING:
    from matplotlib.figure import Figure

KINDS = ("filters", "history", "reconstruction", "samples")
CHAINS = 10
STEPS = (1, 10, 100, 1000)


def plot_rbm(fit: Rbm, what: str, newdata: Any, which: Any) -> "Figure":
    """Draw one of `KINDS`; see `Rbm.plot`."""
    chosen = match_arg(what, KINDS)
    if chosen == "history":
        return plot_losses(fit.history)
    if chosen == "filters":
        weights, names = fit.machine.weights, fit.hidden_names
        return plot_filters(weights, fit.encoder.image, names, "Weights of hidden units", which)
    if chosen == "samples":
        return _plot_samples(fit, newdata)
    result = fit.reconstruct(newdata)
    found = result.reconstructed
    names = [str(name) for name in found.index]
    places = numbered(range(1, min(10, len(names)) + 1) if which is None else which, names)
    x, _ = fit.inputs(newdata)
    rows = {"data": x[places], "rbm": found.to_numpy()[places]}
    return plot_picture_rows(rows, fit.encoder.image, [names[place] for place in places])


def _plot_samples(fit: Rbm, newdata: Any) -> "Figure":
    """Draw chains of Gibbs sampling after more and more steps, from cases where there are some."""
    state: Any = None if newdata is None else fit.inputs(newdata)[0][:CHAINS]
    chains = CHAINS if state is None else len(state)
    rows: dict[str, Any] = {}
    done = 0
    for step in STEPS:
        state = fit.sample(chains, step - done, start=state).to_numpy()
        rows[counted(step, "step")] = state
        done = step
    return plot_picture_rows(rows, fit.encoder.image, [""] * chains)

"""`gru`: gated recurrent units for series and panels, by formula."""

from typing import Any

from rnet.deep.recurrent import RecurrentRequest, fit_recurrent
from rnet.deep.recurrent_model import Recurrent
from rnet.formulas.formula import Formula
from rnet.language.tree import Call
from rnet.matched_call import keeps_call


@keeps_call("gru")
def gru(
    call: Call,
    formula: str | Formula,
    data: Any,
    id: str | None = None,  # noqa: A002 - as in R's panel packages
    time: str | None = None,
    hidden: int = 16,
    *,
    ahead: int = 0,
    target: str = "each",
    n_layers: int = 1,
    loss: str | None = None,
    optim: Any = "adam",
    learn_rates: float | None = None,
    n_epochs: int = 100,
    batch_size: int | None = None,
    L2: float = 0.0,  # noqa: N803 - as the other penalties are called
    val_prop: float = 0.0,
    patience: int | None = None,
    clip: float | None = 1.0,
    progress: bool | None = None,
) -> Recurrent:
    """Fit a network of gated recurrent units to series or panels.

    Cells with two gates: nearly the memory of `lstm` with three quarters of its parameters.

    Parameters
    ----------
    formula, data, id, time, hidden, ahead, target, n_layers
        As for `lstm`.
    loss, optim, learn_rates, n_epochs, batch_size, L2, val_prop, patience, clip, progress
        As for `lstm`.

    Returns
    -------
    Recurrent
        As of `lstm`.

    Raises
    ------
    RError
        As `lstm` does.

    Examples
    --------
    >>> import pandas as pd
    >>> from rnet import gru, set_seed
    >>> panel = pd.DataFrame({"id": [1, 1, 2, 2], "x": [0.0, 1, 1, 0], "y": [0.0, 1, 1, 1]})
    >>> set_seed(1)
    >>> gru("y ~ x", panel, id="id", hidden=2, n_epochs=2).parameters
    33
    """
    training = {
        "optim": optim,
        "learn_rates": learn_rates,
        "n_epochs": n_epochs,
        "batch_size": batch_size,
        "L2": L2,
        "patience": patience,
        "clip": clip,
        "progress": progress,
    }
    request = RecurrentRequest(
        "gru", hidden, n_layers, ahead, target, "linear", loss, training, val_prop
    )
    return fit_recurrent(call, formula, data, id, time, request)

"""Learning rates, epoch by epoch."""

from typing import Any

from rnet.conditions import RError
from rnet.deep.arguments import positive
from rnet.deep.optimizers import Optimizer
from rnet.deep.wording import counted


def rates_of(given: Any, factor: Any, n_epochs: int, optimizer: Optimizer) -> tuple[float, ...]:
    """Return the learning rate of each epoch.

    Parameters
    ----------
    given : float, sequence of float, function or None
        One rate, one for each epoch, a function of the epoch counted from 1, or the usual rate.
    factor : float
        Multiplies the rate after each epoch.
    n_epochs : int
    optimizer : Optimizer

    Raises
    ------
    RError
        For rates that are not positive, or of another number than the epochs; for any with L-BFGS.

    Examples
    --------
    >>> from rnet.deep.optimizers import OPTIMIZERS
    >>> rates_of(0.8, 0.5, 3, OPTIMIZERS["sgd"])
    (0.8, 0.4, 0.2)
    """
    scale = positive(factor, "learningrate_scale")
    if optimizer.update is None and (given is not None or scale != 1):
        raise RError(
            "L-BFGS has no learning rate: it searches for the length of each step",
            "Leave out `learn_rates` and `learningrate_scale`, or take another optimiser.",
        )
    if given is None:
        rates = [optimizer.rate] * n_epochs
    elif callable(given):
        rates = [positive(given(epoch), "learn_rates") for epoch in range(1, n_epochs + 1)]
    elif isinstance(given, str) or not hasattr(given, "__len__"):
        rates = [positive(given, "learn_rates")] * n_epochs
    else:
        rates = [positive(rate, "learn_rates") for rate in given]
    if len(rates) != n_epochs:
        raise RError(
            f"{len(rates)} learn_rates for {counted(n_epochs, 'epoch')}", "Give one, or one each."
        )
    return tuple(rate * scale**epoch for epoch, rate in enumerate(rates))

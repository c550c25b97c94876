"""How the models that PyTorch trains are trained: checked arguments in one record."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.arguments import batch_of, held_out, not_negative, positive, whole
from rnet.deep.optimizers import Optimizer, optimizer_named
from rnet.progress import counting_bar
from rnet.rng.state import generator

Wholes = npt.NDArray[np.int64]

LOSSES_OF_CLASSES = ("ce", "hinge")
USUAL_BATCH = 32


@dataclass(frozen=True, slots=True)
class TorchSettings:
    """How to train.

    Attributes
    ----------
    loss : str
        "ce", "hinge" or "mse".
    optimizer : Optimizer
    learn_rate, L2 : float
        Step size; penalty L2 / 2 * sum w^2 on the weights, biases are free.
    n_epochs, batch_size : int
    patience : int or None
        Epochs without a smaller loss on the cases held out before training stops.
    clip : float or None
        The longest gradient allowed.
    frozen : int
        How many layers, counted from the input, keep their weights.
    progress : bool or None
    """

    loss: str
    optimizer: Optimizer
    learn_rate: float
    n_epochs: int
    batch_size: int
    L2: float = 0.0
    patience: int | None = None
    clip: float | None = None
    frozen: int = 0
    progress: bool | None = None

    @property
    def of_classes(self) -> bool:
        """Whether targets are classes."""
        return self.loss in LOSSES_OF_CLASSES

    def bar(self) -> AbstractContextManager[Callable[[], object] | None]:
        """Return the progress bar over epochs."""
        return counting_bar(self.n_epochs, "training", "epoch", self.progress)


def torch_settings(
    *,
    loss: str,
    optim: Any,
    learn_rates: Any,
    n_epochs: Any,
    batch_size: Any,
    L2: Any = 0.0,  # noqa: N803 - the name of the argument
    patience: Any = None,
    clip: Any = None,
    progress: bool | None = None,
) -> TorchSettings:
    """Return checked settings.

    Raises
    ------
    RError
        For zero epochs, rates that are not positive, and the like.
    """
    chosen = optimizer_named(optim)
    if chosen.update is None:
        raise RError(
            f"PyTorch trains by minibatches, not by '{chosen.name}'",
            "Optimisers: sgd, momentum, nesterov, adagrad, rmsprop, adam.",
        )
    return TorchSettings(
        loss=loss,
        optimizer=chosen,
        learn_rate=chosen.rate if learn_rates is None else positive(learn_rates, "learn_rates"),
        n_epochs=whole(n_epochs, "n_epochs"),
        batch_size=whole(batch_size, "batch_size"),
        L2=not_negative(L2, "L2"),
        patience=None if patience is None else whole(patience, "patience"),
        clip=None if clip is None else positive(clip, "clip"),
        progress=progress,
    )


def usual_batch(given: Any, cases: int) -> Any:
    """Return the batch size given, or the usual one: 32, or all of fewer cases."""
    return min(USUAL_BATCH, cases) if given is None else given


def learning_and_held_out(
    cases: int, val_prop: Any, settings: TorchSettings
) -> tuple[Wholes, Wholes]:
    """Return the places of the cases to train on and of those held out, drawn from R's stream.

    Raises
    ------
    RError
        If the share is not in [0, 1), too few cases are left for a batch, or training is to stop
        early without cases held out.
    """
    learning, apart = held_out(cases, val_prop, generator())
    if not len(apart) and settings.patience is not None:
        raise RError("'patience' needs cases held out", "Give `val_prop`, such as 0.1.")
    if settings.batch_size > min(USUAL_BATCH, cases):
        batch_of(settings.batch_size, len(learning))
    return learning, apart

"""How a generator and a discriminator play: checked arguments in one record."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from rnet.conditions import RError
from rnet.deep.arguments import batch_of, positive, share, units, whole
from rnet.match_arg import match_arg
from rnet.progress import counting_bar

LOSSES = ("minimax", "nonsaturating", "least_squares", "wasserstein")
USUAL_BATCH = 64
SAMPLES = 500  # latent points that are followed through training


@dataclass(frozen=True, slots=True)
class GanSettings:
    """How to play.

    Attributes
    ----------
    latent : int
        Dimensions of the points a generator starts from.
    hidden, hidden_d : tuple of int
        Hidden units of generator and discriminator.
    output : str
        Activation of what is generated.
    loss : str
    rate : (float, float)
        Adam's step size for generator and discriminator.
    betas : (float, float)
        Adam's memory of slopes and of their squares.
    k_d, k_g : int
        Steps of the discriminator for each round of the generator, and of the generator then.
    n_epochs, batch_size : int
    batch_norm, minibatch_sd : bool
    dropout, label_smoothing : float
    snapshots, n_samples : int
        How often, and how many, generated cases are kept.
    progress : bool or None
    """

    latent: int
    hidden: tuple[int, ...]
    hidden_d: tuple[int, ...]
    output: str
    loss: str
    rate: tuple[float, float]
    betas: tuple[float, float]
    k_d: int
    k_g: int
    n_epochs: int
    batch_size: int
    batch_norm: bool
    minibatch_sd: bool
    dropout: float
    label_smoothing: float
    snapshots: int
    n_samples: int = SAMPLES
    progress: bool | None = None

    def bar(self) -> AbstractContextManager[Callable[[], object] | None]:
        """Return the progress bar over epochs."""
        return counting_bar(self.n_epochs, "gan", "epoch", self.progress)


def gan_settings(cases: int, *, output: str, hidden: Any, **given: Any) -> GanSettings:
    """Return checked settings.

    Raises
    ------
    RError
        For unknown losses, zero epochs, rates that are not positive, and the like.
    """
    shape = hidden.values() if isinstance(hidden, dict) else hidden
    pair = not isinstance(shape, int | float) and any(isinstance(h, Sequence) for h in shape)
    maker, judge = shape if pair else (shape, shape)
    batch = given["batch_size"]
    return GanSettings(
        latent=whole(given["latent"], "latent"),
        hidden=units(maker),
        hidden_d=units(judge),
        output=output,
        loss=match_arg(given["loss"], LOSSES),
        rate=_pair(given["rate"], "rate", positive),
        betas=_pair(given["betas"], "betas", share),
        k_d=whole(given["k_d"], "k_d"),
        k_g=whole(given["k_g"], "k_g", 0),
        n_epochs=whole(given["n_epochs"], "n_epochs"),
        batch_size=min(USUAL_BATCH, cases) if batch is None else batch_of(batch, cases),
        batch_norm=bool(given["batch_norm"]),
        minibatch_sd=bool(given["minibatch_sd"]),
        dropout=share(given["dropout"], "dropout"),
        label_smoothing=share(given["label_smoothing"], "label_smoothing"),
        snapshots=whole(given["snapshots"], "snapshots"),
        progress=given["progress"],
    )


def _pair(value: Any, name: str, check: Callable[[Any, str], float]) -> tuple[float, float]:
    given = list(value) if isinstance(value, Sequence) or hasattr(value, "__len__") else [value] * 2
    if len(given) != 2:
        raise RError(f"'{name}' must be two numbers", f"Not {value!r}.")
    return check(given[0], name), check(given[1], name)

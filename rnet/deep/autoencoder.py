"""`autoencoder`: networks that squeeze cases through a narrow code and restore them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rnet.conditions import RError
from rnet.deep.activations import Activation, activation_named
from rnet.deep.arguments import (
    held_out,
    not_negative,
    patience_of,
    positive,
    units,
    whole,
)
from rnet.deep.autoencoder_model import Autoencoder
from rnet.deep.cases import cases_of
from rnet.deep.corruption import corruption_of
from rnet.deep.fine_tuning import usual_batch
from rnet.deep.learn_rates import rates_of
from rnet.deep.losses import Loss, loss_named
from rnet.deep.network import Layer
from rnet.deep.optimizers import Optimizer, optimizer_named
from rnet.deep.rbm_model import standard_by
from rnet.deep.start_layers import LayerPlan, activation_of, start_layers
from rnet.deep.training import TrainingSettings, train
from rnet.deep.wording import counted
from rnet.formulas.formula import Formula
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.rng.state import DRAWING, generator


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of code.

    Attributes
    ----------
    name : str
    activation : str or None
        Of the code's units; None: that of the other hidden units.
    noise : float
        Standard deviation of the noise on the sums of the code while training; it drives
        logistic units to 0 and 1 (Salakhutdinov and Hinton 2009, semantic hashing).
    """

    name: str
    activation: str | None
    noise: float


CODES: Mapping[str, Code] = {
    code.name: code
    for code in (
        Code("linear", "linear", 0.0), Code("act", None, 0.0), Code("binary", "logistic", 2.0),
    )
}  # fmt: skip


@keeps_call("autoencoder")
def autoencoder(
    call: Call,
    formula: str | Formula,
    data: Any = None,
    hidden: int | Sequence[int] | None = None,
    *,
    act: str | Activation | Sequence[Any] = "relu",
    code: str = "linear",
    code_noise: float | None = None,
    noise: float = 0.0,
    noise_type: str = "gaussian",
    standardize: bool = False,
    output: str | Activation = "linear",
    loss: str | Loss = "mse",
    optim: str | Optimizer = "adam",
    learn_rates: float | Sequence[float] | None = None,
    n_epochs: int = 100,
    batch_size: int | None = None,
    L1: float = 0.0,  # noqa: N803 - ANN2's name
    L2: float = 0.0,  # noqa: N803 - ANN2's name
    init: str | float | None = None,
    clip: float | None = None,
    val_prop: float = 0.0,
    patience: int | None = None,
    progress: bool | None = None,
) -> Autoencoder:
    """Fit an autoencoder: a network whose targets are its inputs.

    Parameters
    ----------
    formula : str or Formula
        The variables, without a response: ``"~ . - digit"``.
    data : DataFrame, optional
        Complete cases; by default the user's variables.
    hidden : int or sequence of int
        Units of the hidden layers, such as (64, 2, 64). The narrowest is the code (of several
        the one in the middle).
    act : str, Activation, or one for each hidden layer but the code
        "relu", "tanh", "logistic", "linear", ...
    code : {"linear", "act", "binary"}
        Units of the code: plain sums; as the other hidden layers; or bits for semantic hashing,
        logistic units that noise drives to 0 and 1.
    code_noise : float, optional
        Standard deviation of the noise on the sums of the code while training: by default 2 for
        "binary", else 0.
    noise : float
        Corrupt the inputs while training, so that the network learns to restore them.
    noise_type : {"gaussian", "mask"}
        `noise` is the standard deviation of what is added, or the share of values set to 0.
    standardize : bool
        Bring each variable to mean 0 and standard deviation 1 first; answers are on the scale of
        the data. Needed where variables are of different size.
    output : str or Activation
        Of the output layer: "linear", or "logistic" for values between 0 and 1.
    loss : str or Loss
        "mse"; "bce" with logistic output; others as in `mlp`.
    optim, learn_rates, n_epochs, batch_size, L1, L2, init, clip, val_prop, patience, progress
        As in `mlp`.

    Returns
    -------
    Autoencoder
        With `encode`, `decode`, `reconstruct`, `compare_pca`, `hash_codes`, `history`,
        `weights`, `save` and `plot` (embedding, reconstruction, compression, scree, anomaly,
        filters, history, gradients).

    Raises
    ------
    RError
        For missing values, a batch larger than the data, zero epochs, a loss that explodes.

    Notes
    -----
    The words are those of R's package ANN2 (`?autoencoder`), the defaults are not: ANN2
    standardises and uses tanh and plain gradient descent. Random numbers come from R's stream.
    With linear units the code spans the space of the first principal components (Baldi and
    Hornik 1989), though its axes are others.

    Examples
    --------
    >>> from rnet import autoencoder, data, set_seed
    >>> set_seed(1)
    >>> fit = autoencoder("~ . - Species", data("iris"), hidden=2, optim="lbfgs")
    >>> fit.encode().shape, round(fit.reconstruct().error, 4)
    ((150, 2), 0.0254)
    """
    cases = cases_of(formula, data, response=False)
    sizes = _hidden(hidden)
    standard = standard_by(cases.x) if standardize else None
    x = cases.x if standard is None else standard.scaled(cases.x)
    kind = CODES[match_arg(code, tuple(CODES))]
    spread = kind.noise if code_noise is None else not_negative(code_noise, "code_noise")
    chosen_loss = _loss(loss, x)
    optimizer = optimizer_named(optim)
    rates = rates_of(learn_rates, 1.0, whole(n_epochs, "n_epochs"), optimizer)
    width = x.shape[1]
    with DRAWING:
        learning, apart = held_out(len(cases), val_prop, generator())
        layers = _start((width, *sizes, width), act, kind, spread, activation_of(output), init)
        settings = TrainingSettings(
            loss=chosen_loss,
            optimizer=optimizer,
            learn_rates=rates,
            batch_size=usual_batch(batch_size, len(learning)),
            L1=not_negative(L1, "L1"),
            L2=not_negative(L2, "L2"),
            clip=None if clip is None else positive(clip, "clip"),
            patience=patience_of(patience, len(apart)),
            corrupt=corruption_of(noise, noise_type),
            progress=progress,
            title="autoencoder",
        )
        held = (x[apart], x[apart]) if len(apart) else None
        trained = train(layers, x[learning], x[learning], settings, generator(), held)
    return Autoencoder(
        call, trained.layers, code_place(sizes) + 1, kind.name == "binary", cases.encoder,
        standard, settings, trained.history, trained.best_epoch, cases,
    )  # fmt: skip


def code_place(sizes: Sequence[int]) -> int:
    """Return which hidden layer, from 0, is the code: the narrowest, the middle one of several.

    Examples
    --------
    >>> code_place((64, 2, 64)), code_place((5, 5, 5)), code_place((8, 3))
    (1, 1, 1)
    """
    middle = (len(sizes) - 1) / 2
    return min(range(len(sizes)), key=lambda k: (sizes[k], abs(k - middle)))


def _hidden(hidden: Any) -> tuple[int, ...]:
    if hidden is None:
        raise RError('argument "hidden" is missing, with no default', "Such as hidden=(64, 2, 64).")
    return units(hidden)


def _loss(given: Any, x: Any) -> Loss:
    loss = loss_named(given)
    if loss.of_classes:
        raise RError(f"loss '{loss.name}' is for classes", "Use 'mse', or 'bce' for [0, 1].")
    if loss.name == "bce" and (x.min() < 0 or x.max() > 1):
        raise RError("loss 'bce' needs values between 0 and 1", "Or use loss='mse'.")
    return loss


def _start(
    sizes: tuple[int, ...], act: Any, kind: Code, noise: float, output: Activation, init: Any
) -> tuple[Layer, ...]:
    """Return the layers to train, the units and the noise of the code as its kind has them."""
    place = code_place(sizes[1:-1])
    several = hasattr(act, "__len__") and not isinstance(act, str)  # also R's vectors
    wanted = len(sizes) - 2 - (kind.activation is not None)
    each = list(act) if several else [act] * wanted
    if len(each) != wanted:
        raise RError(
            f"{counted(len(each), 'activation')} for {counted(wanted, 'hidden layer')}"
            + (" without the code" if kind.activation is not None else ""),
            "Give one, or each; code='act' gives the code one of them.",
        )
    if kind.activation is not None:
        each.insert(place, activation_named(kind.activation))
    layers = list(start_layers(LayerPlan(sizes, each, output, init)))
    layers[place] = replace(layers[place], noise=noise)
    return tuple(layers)

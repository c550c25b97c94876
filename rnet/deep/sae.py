"""`sae`: networks pre-trained by stacked autoencoders, by formula, then fine-tuned."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from rnet.conditions import RError
from rnet.deep.activations import Activation
from rnet.deep.arguments import not_negative, units, whole
from rnet.deep.autoencoder_model import Autoencoder
from rnet.deep.cases import Cases, cases_of
from rnet.deep.corruption import corruption_of
from rnet.deep.dbn import settings_with
from rnet.deep.fine_tuning import (
    fine_tuning,
    started,
    tuned,
    usual_batch,
    with_unlabelled,
)
from rnet.deep.learn_rates import rates_of
from rnet.deep.losses import MSE, Loss, loss_named
from rnet.deep.optimizers import Optimizer, optimizer_named
from rnet.deep.pretraining import Greedy, first_layers, pretrain_autoencoders
from rnet.deep.shown_settings import with_r_names
from rnet.deep.stacked_model import Sae, encoder_of_units
from rnet.deep.start_layers import activation_of
from rnet.deep.training import TrainedLayers, TrainingSettings
from rnet.formulas.formula import Formula
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.rng.state import DRAWING, generator

PRETRAIN = {
    "n_epochs": 20,
    "optim": "adam",
    "learn_rates": None,
    "batch_size": None,
    "L2": 0.0,
    "noise_type": "mask",
}


@keeps_call("sae")
def sae(
    call: Call,
    formula: str | Formula,
    data: Any = None,
    hidden: int | Sequence[int] | None = None,
    *,
    act: str | Activation = "logistic",
    noise: float = 0.0,
    pretrain: Mapping[str, Any] | None = None,
    unlabelled: Any = None,
    loss: str | Loss | None = None,
    optim: str | Optimizer = "adam",
    learn_rates: float | Sequence[float] | None = None,
    n_epochs: int = 50,
    batch_size: int | None = None,
    L1: float = 0.0,  # noqa: N803 - as mlp calls it
    L2: float = 0.0,  # noqa: N803 - as mlp calls it
    clip: float | None = None,
    val_prop: float = 0.0,
    patience: int | None = None,
    progress: bool | None = None,
) -> Sae:
    """Fit a network whose layers are pre-trained as autoencoders one by one, then fine-tuned.

    Parameters
    ----------
    formula : str or Formula
        A factor on the left means classes, numbers regression: ``"digit ~ ."``.
    data : DataFrame, optional
        Complete cases.
    hidden : int or sequence of int
        Units of each hidden layer.
    act : str or Activation
        Of the hidden layers.
    noise : float
        Corrupt what each autoencoder sees and let it restore the rest: the share of values set
        to 0 (Vincent et al. 2008).
    pretrain : mapping, optional
        Of the autoencoders: n_epochs (20), optim ("adam"), learn_rates, batch_size, L2,
        noise_type ("mask", or "gaussian": `noise` is then a standard deviation).
    unlabelled : DataFrame or array_like, optional
        More cases for the autoencoders, whose response is not known.
    loss, optim, learn_rates, n_epochs, batch_size, L1, L2, clip, val_prop, patience, progress
        Of fine-tuning, as in `mlp`.

    Returns
    -------
    Sae
        With `predict`, `up`, `layers` (the autoencoders), `pretrained` (the network before
        fine-tuning), `history`, `pretrain_history`, `weights`, `save`, and `plot` as of `dbn`.

    Raises
    ------
    RError
        For one class, missing values, a batch larger than the data, zero epochs, unknown
        settings, a loss that explodes (with the layer).

    Notes
    -----
    Bengio, Lamblin, Popovici and Larochelle (2007). Values between 0 and 1 are restored by
    logistic units and compared by cross-entropy, others by sums and squared errors. R's deepnet
    has `sae.dnn.train`, here `sae_dnn_train`.

    Examples
    --------
    >>> from rnet import data, sae, set_seed
    >>> digits = data("digits")
    >>> set_seed(1)
    >>> fit = sae("digit ~ .", digits[:500], hidden=(30, 20), noise=0.2, n_epochs=5)
    >>> len(fit.layers), fit.layers[1].encode([0.5] * 30).shape
    (2, (1, 20))
    """
    cases = cases_of(formula, data, response=True)
    if hidden is None:
        raise RError('argument "hidden" is missing, with no default', "Such as (100, 100).")
    sizes = units(hidden)
    call = with_r_names(call)
    wanted = settings_with(PRETRAIN, pretrain)
    more = None if unlabelled is None else cases.encoder.inputs(unlabelled)[0]
    with DRAWING:
        task = fine_tuning(
            cases, generator(), loss=loss, optim=optim, learn_rates=learn_rates,
            n_epochs=n_epochs, batch_size=batch_size, L1=L1, L2=L2, clip=clip,
            val_prop=val_prop, patience=patience, progress=progress,
        )  # fmt: skip
        x = with_unlabelled(task, more)
        settings = _settings(wanted, len(x), noise, progress)
        greedy = Greedy(sizes, activation_of(act), settings)
        fits = pretrain_autoencoders(x, greedy, generator())
        start = started(call, task, first_layers(fits))
        net = tuned(start, task, generator())
    return Sae(call, _autoencoders(call, fits, settings, cases), start, net)


def _settings(
    wanted: Mapping[str, Any], cases: int, noise: Any, progress: bool | None
) -> TrainingSettings:
    """Return the checked settings of pre-training; the loss is chosen layer by layer."""
    optimizer = optimizer_named(wanted["optim"])
    epochs = whole(wanted["n_epochs"], "n_epochs")
    return TrainingSettings(
        loss=MSE,
        optimizer=optimizer,
        learn_rates=rates_of(wanted["learn_rates"], 1.0, epochs, optimizer),
        batch_size=usual_batch(wanted["batch_size"], cases),
        L2=not_negative(wanted["L2"], "L2"),
        corrupt=corruption_of(noise, wanted["noise_type"]),
        progress=progress,
        title="pre-training",
    )


def _autoencoders(
    call: Call, fits: Sequence[TrainedLayers], settings: TrainingSettings, cases: Cases
) -> tuple[Autoencoder, ...]:
    """Return the autoencoders of a stack as records; those above see the codes below."""
    found: list[Autoencoder] = []
    for number, fit in enumerate(fits):
        inputs = len(fit.layers[0].weights)
        encoder = encoder_of_units(inputs, "code") if number else cases.encoder
        shares = fit.layers[-1].activation.name == "logistic"
        own = replace(settings, loss=loss_named("bce" if shares else "mse"))
        seen = None if number else cases
        found.append(
            Autoencoder(
                call=call,
                layers=fit.layers,
                code_layers=1,
                binary=False,
                encoder=encoder,
                standard=None,
                settings=own,
                history=fit.history,
                best_epoch=fit.best_epoch,
                cases=seen,
            )
        )
    return tuple(found)

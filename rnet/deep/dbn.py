"""`dbn`: deep belief networks by formula, pre-trained by Boltzmann machines, then fine-tuned."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.deep.arguments import batch_of, not_negative, positive, share, units, whole
from rnet.deep.boltzmann import VISIBLE_UNITS, RbmFit, RbmSettings, VisibleUnits
from rnet.deep.cases import Cases, cases_of
from rnet.deep.fine_tuning import (
    fine_tuning,
    started,
    tuned,
    usual_batch,
    with_unlabelled,
)
from rnet.deep.losses import Loss
from rnet.deep.network import Layer
from rnet.deep.optimizers import Optimizer
from rnet.deep.pretraining import layers_of_machines, pretrain_machines
from rnet.deep.rbm import standard_of
from rnet.deep.rbm_model import Rbm, Standard
from rnet.deep.shown_settings import with_r_names
from rnet.deep.stacked_model import Dbn, encoder_of_units
from rnet.formulas.formula import Formula
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.progress import counting_bar
from rnet.rng.state import DRAWING, generator

PRETRAIN = {
    "n_epochs": 20,
    "learn_rates": None,
    "cd": 1,
    "momentum": 0.5,
    "batch_size": None,
    "L2": 0.0,
    "propagate": "mean",
    "visible_type": "bin",
}


@keeps_call("dbn")
def dbn(
    call: Call,
    formula: str | Formula,
    data: Any = None,
    hidden: int | Sequence[int] | None = None,
    *,
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
) -> Dbn:
    """Fit a deep belief network: layers pre-trained by `rbm` one by one, then all fine-tuned.

    Parameters
    ----------
    formula : str or Formula
        A factor on the left means classes, numbers regression: ``"digit ~ ."``.
    data : DataFrame, optional
        Complete cases, values between 0 and 1.
    hidden : int or sequence of int
        Units of each hidden layer.
    pretrain : mapping, optional
        Of the machines: n_epochs (20), learn_rates (0.1), cd (1), momentum (0.5), batch_size,
        L2, visible_type ("bin", or "gaussian" for any numbers) as in `rbm`; propagate says what
        a machine passes up, probabilities ("mean") or drawn states ("sample").
    unlabelled : DataFrame or array_like, optional
        More cases for the machines, whose response is not known.
    loss, optim, learn_rates, n_epochs, batch_size, L1, L2, clip, val_prop, patience, progress
        Of fine-tuning, as in `mlp`.

    Returns
    -------
    Dbn
        With `predict`, `up`, `generate`, `layers` (the machines), `pretrained` (the network
        before fine-tuning), `history`, `pretrain_history`, `weights`, `save`, and `plot`
        (history, pretraining, filters, gradients, network, activations).

    Raises
    ------
    RError
        For values outside [0, 1], one class, missing values, a batch larger than the data, zero
        epochs, unknown settings, a loss or weights that explode (with the layer).

    Notes
    -----
    Hinton, Osindero and Teh (2006). R's deepnet has `dbn.dnn.train`, here `dbn_dnn_train`, which
    has one rate, one number of epochs and one momentum for both stages. Cases held out for
    `val_prop` are held out from pre-training too.

    Examples
    --------
    >>> from rnet import data, dbn, set_seed
    >>> digits = data("digits")
    >>> set_seed(1)
    >>> fit = dbn("digit ~ .", digits[:500], hidden=(30, 20), pretrain={"n_epochs": 5}, n_epochs=5)
    >>> len(fit.layers), fit.up(digits[:3]).shape, fit.generate(2).shape
    (2, (3, 20), (2, 64))
    """
    cases = cases_of(formula, data, response=True)
    sizes = _sizes(hidden)
    call = with_r_names(call)
    wanted = settings_with(PRETRAIN, pretrain)
    visible = VISIBLE_UNITS[match_arg(wanted["visible_type"], tuple(VISIBLE_UNITS))]
    draws = match_arg(wanted["propagate"], ("mean", "sample")) == "sample"
    standard = standard_of(cases, visible)
    more = None if unlabelled is None else cases.encoder.inputs(unlabelled)[0]
    if more is not None:
        standard_of(replace(cases, x=more), visible)  # refuses values machines cannot take
    with DRAWING:
        task = fine_tuning(
            cases, generator(), loss=loss, optim=optim, learn_rates=learn_rates,
            n_epochs=n_epochs, batch_size=batch_size, L1=L1, L2=L2, clip=clip,
            val_prop=val_prop, patience=patience, progress=progress,
        )  # fmt: skip
        x = with_unlabelled(task, more)
        settings = machine_settings(wanted, len(x), visible)
        x = x if standard is None else standard.scaled(x)
        steps = settings.n_epochs * len(sizes)
        with counting_bar(steps, "pre-training", "epoch", progress) as move:
            fits = pretrain_machines(
                x, sizes, visible, settings, generator(), draws=draws, after_epoch=move
            )
        start = started(call, task, _on_data(layers_of_machines(fits), standard))
        net = tuned(start, task, generator())
    return Dbn(call, machines_of(call, fits, settings, cases, standard), start, net)


def machine_settings(wanted: Mapping[str, Any], cases: int, visible: VisibleUnits) -> RbmSettings:
    """Return the checked settings of pre-training machines."""
    rate = wanted["learn_rates"]
    size = wanted["batch_size"]
    return RbmSettings(
        cd=whole(wanted["cd"], "cd"),
        n_epochs=whole(wanted["n_epochs"], "n_epochs"),
        batch_size=usual_batch(None, cases) if size is None else batch_of(size, cases),
        learn_rate=visible.learn_rate if rate is None else positive(rate, "learn_rates"),
        momentum=share(wanted["momentum"], "momentum"),
        L2=not_negative(wanted["L2"], "L2"),
        sample_visible=False,
    )


def settings_with(usual: Mapping[str, Any], given: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return settings of pre-training, the usual ones where others are not given.

    Raises
    ------
    RError
        `unknown setting of pre-training: 'epochs'`

    Examples
    --------
    >>> settings_with({"cd": 1, "L2": 0}, {"cd": 5})
    {'cd': 5, 'L2': 0}
    """
    if given is not None and not isinstance(given, Mapping):
        raise RError("'pretrain' must be a list of settings", "Such as dict(n_epochs=20).")
    chosen = {name.replace(".", "_"): value for name, value in (given or {}).items()}
    for name in chosen:
        if name not in usual:
            raise RError(
                f"unknown setting of pre-training: '{name}'", f"Settings: {', '.join(usual)}."
            )
    return {**usual, **chosen}


def machines_of(
    call: Call,
    fits: Sequence[RbmFit],
    settings: RbmSettings,
    cases: Cases,
    standard: Standard | None,
) -> tuple[Rbm, ...]:
    """Return the machines of a stack as records; those above see the hidden units below."""
    found: list[Rbm] = []
    for number, fit in enumerate(fits):
        encoder = encoder_of_units(len(fit.machine.visible_bias)) if number else cases.encoder
        own = None if number else standard
        seen = None if number else cases
        found.append(Rbm(call, fit.machine, settings, encoder, own, fit.history(), seen))
    return tuple(found)


def _on_data(layers: tuple[Layer, ...], standard: Standard | None) -> tuple[Layer, ...]:
    """Return layers for data as they are, where the machines saw them standardised."""
    if standard is None:
        return layers
    first = layers[0]
    weights = first.weights / standard.spread[:, None]
    bias = first.bias - standard.center @ weights
    return (replace(first, weights=np.ascontiguousarray(weights), bias=bias), *layers[1:])


def _sizes(hidden: Any) -> tuple[int, ...]:
    if hidden is None:
        raise RError('argument "hidden" is missing, with no default', "Such as (100, 100).")
    return units(hidden)

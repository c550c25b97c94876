"""rbm.train: a restricted Boltzmann machine by contrastive divergence, as deepnet trains it."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.deep.contrastive_fit import Divergence, diverge, random_machine
from rnet.deep.deepnet_batches import Batches, counted, split_epoch
from rnet.deep.deepnet_data import (
    Numbers,
    predictors,
    real,
    vector_with_names,
    whole,
    with_names,
)
from rnet.deep.deepnet_rbm import DeepnetRBM
from rnet.deep.deepnet_rules import Rules, rules
from rnet.matched_call import refuses_unknown
from rnet.rng.state import DRAWING, generator


@dataclass(frozen=True, slots=True)
class RBMSettings:
    """The arguments of `rbm_train` besides the data and the units."""

    numepochs: float
    batchsize: float
    learningrate: float
    learningrate_scale: float
    momentum: float
    visible_type: str = "bin"
    hidden_type: str = "bin"
    cd: float = 1


@refuses_unknown
def rbm_train(
    x: Any,
    hidden: int,
    numepochs: float = 3,
    batchsize: float = 100,
    learningrate: float = 0.8,
    learningrate_scale: float = 1,
    momentum: float = 0.5,
    visible_type: str = "bin",
    hidden_type: str = "bin",
    cd: float = 1,
    *,
    quirks: bool = True,
) -> DeepnetRBM:
    """Train a restricted Boltzmann machine as deepnet does, number for number.

    Parameters
    ----------
    x : array_like, shape (cases, visible)
        A numeric matrix of numbers between 0 and 1.
    hidden : int
        Hidden units.
    numepochs, batchsize : int
        Passes through the data, and cases a step.
    learningrate, learningrate_scale, momentum : float
        The step size, what it is multiplied by after each epoch, the share of the last step that
        is added.
    visible_type, hidden_type : str
        "bin" is all there is.
    cd : int
        Sweeps down and up a step.
    quirks : bool
        False mends all of R's slips together; `rnet.deep.deepnet_rules.Rules` lists them.

    Returns
    -------
    DeepnetRBM
        Weights, biases and reconstruction errors.

    Raises
    ------
    RError
        R's texts, and for batches of one case or inputs of one column, with which R silently
        returns no weights.

    Notes
    -----
    R page: `?deepnet::rbm.train`. Hinton (2002), Training products of experts by minimizing
    contrastive divergence.

    Examples
    --------
    >>> import numpy as np, rnet
    >>> rnet.set_seed(1)
    >>> x = np.repeat([[1.0, 1, 0, 0], [0, 0, 1, 1]], 50, axis=0)
    >>> fit = rnet.rbm_train(x, 2, numepochs=100, batchsize=10)
    >>> rnet.rbm_down(fit, rnet.rbm_up(fit, [1, 1, 0, 0])).round().tolist()
    [[1.0, 1.0, 0.0, 0.0]]
    """
    settings = RBMSettings(
        numepochs, batchsize, learningrate, learningrate_scale, momentum, visible_type,
        hidden_type, cd,
    )  # fmt: skip
    cases, units, own = predictors(x), whole("hidden", hidden, 1), rules(quirks)
    with DRAWING:
        return trained_machine(cases, units, settings, own)


def trained_machine(x: Numbers, hidden: int, settings: RBMSettings, own: Rules) -> DeepnetRBM:
    """Draw the start and train."""
    how = _divergence(settings, own)
    size = whole("batchsize", settings.batchsize, 1)
    batches = split_epoch(len(x.values), size, repeats_a_case=own.repeats_a_case)
    machine = random_machine(generator(), x.values.shape[1], hidden)
    if {settings.visible_type, settings.hidden_type} != {"bin"}:
        raise RError(
            "only support binary state for rbm hidden layer!",
            "Both types are 'bin'; rnet.rbm() has other visible units.",
        )
    if own.refuses_single_cases and loses_weights(x, batches):
        raise RError(
            "a machine needs two columns or more, in batches of two cases or more",
            "R would silently return a machine without weights. quirks=False trains it.",
        )
    errors, rate = diverge(machine, x.values, batches, how, generator())
    names = x.column_names
    return DeepnetRBM(
        size=np.array([x.values.shape[1], hidden]),
        W=with_names(machine.weights, None, names),
        vW=with_names(machine.weight_velocity, None, names),
        B=vector_with_names(machine.visible_bias, names),
        vB=vector_with_names(machine.visible_velocity, names),
        C=machine.hidden_bias,
        vC=machine.hidden_velocity,
        learningrate=rate,
        learningrate_scale=how.rate_scale,
        momentum=how.momentum,
        hidden_type=settings.hidden_type,
        visible_type=settings.visible_type,
        cd=settings.cd,
        e=errors,
    )


def loses_weights(x: Numbers, batches: Batches) -> bool:
    """Whether R would end with a machine without weights: one column, or a batch of one case."""
    return x.values.shape[1] == 1 or int(np.diff(batches.starts).min()) == 1


def _divergence(settings: RBMSettings, own: Rules) -> Divergence:
    down = own.counts_epochs_down
    epochs = counted("numepochs", real("numepochs", settings.numepochs), counts_down=down)
    cd = real("cd", settings.cd)
    momentum = real("momentum", settings.momentum)
    if momentum < 0 and not own.allows_negative_momentum:
        raise RError("'momentum' must not be negative", f"It is {momentum:g}.")
    return Divergence(
        real("learningrate", settings.learningrate),
        real("learningrate_scale", settings.learningrate_scale),
        momentum,
        len(epochs),
        [sweep < cd for sweep in counted("cd", cd, counts_down=down)],
        own.momentum_of_weights,
        own.sampled_statistics,
    )

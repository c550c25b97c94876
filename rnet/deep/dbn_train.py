"""dbn.train: a stack of restricted Boltzmann machines, as deepnet trains it."""

from dataclasses import replace
from typing import Any

import numpy as np

from rnet.deep.contrastive_fit import up
from rnet.deep.deepnet_data import Numbers, layer_sizes, predictors
from rnet.deep.deepnet_messages import Say, speaker
from rnet.deep.deepnet_rbm import DeepnetDBN, DeepnetRBM, machine_of
from rnet.deep.deepnet_rules import Rules, rules
from rnet.deep.rbm_train import RBMSettings, trained_machine
from rnet.matched_call import refuses_unknown
from rnet.rng.state import DRAWING


@refuses_unknown
def dbn_train(
    x: Any,
    hidden: Any = (10, 10),
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
    verbose: bool | Say = False,
) -> DeepnetDBN:
    """Train machines one on top of the other as deepnet does; its R function is not exported.

    Parameters
    ----------
    x : array_like, shape (cases, visible)
        A numeric matrix of numbers between 0 and 1.
    hidden : int or sequence of int
        Hidden units of each machine, from below.
    numepochs, batchsize, learningrate, learningrate_scale, momentum, visible_type, hidden_type, cd
        Of every machine, as in `rbm_train`.
    quirks : bool
        False mends all of R's slips together; `rnet.deep.deepnet_rules.Rules` lists them.
    verbose : bool or callable
        Whether to write R's messages to the error stream; a function is called with each
        instead.

    Returns
    -------
    DeepnetDBN
        The machines.

    Raises
    ------
    RError
        As `rbm_train`.

    Notes
    -----
    R: `deepnet:::dbn.train`. Hinton, Osindero and Teh (2006), A fast learning algorithm for deep
    belief nets: each machine learns the probabilities the one below it gives.

    Examples
    --------
    >>> import numpy as np, rnet
    >>> rnet.set_seed(1)
    >>> stack = rnet.dbn_train(np.eye(6), hidden=(4, 2))
    >>> rnet.dbn_down(stack, [1, 0]).shape
    (1, 6)
    """
    settings = RBMSettings(
        numepochs, batchsize, learningrate, learningrate_scale, momentum, visible_type,
        hidden_type, cd,
    )  # fmt: skip
    cases, sizes = predictors(x), layer_sizes(hidden)
    with DRAWING:
        machines = stacked(cases, sizes, settings, rules(quirks), speaker(verbose))
    return DeepnetDBN(np.array([cases.values.shape[1], *sizes]), machines)


def stacked(
    x: Numbers, hidden: list[int], settings: RBMSettings, own: Rules, say: Say
) -> list[DeepnetRBM]:
    """Train each machine on what the one below it gives."""
    machines: list[DeepnetRBM] = []
    for layer, units in enumerate(hidden, start=1):
        if machines:
            x = replace(x, values=up(machine_of(machines[-1]), x.values), column_names=None)
        say(f"training layer {layer} rbm ...")
        machines.append(trained_machine(x, units, settings, own))
    return machines

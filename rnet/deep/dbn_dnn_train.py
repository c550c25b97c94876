"""dbn.dnn.train: a network that starts from a stack of machines, as deepnet trains it."""

from dataclasses import replace
from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.deep.dbn_train import stacked
from rnet.deep.deepnet_batches import split_epoch
from rnet.deep.deepnet_data import layer_sizes, predictors, whole
from rnet.deep.deepnet_messages import Say, speaker
from rnet.deep.deepnet_nn import DeepnetNN
from rnet.deep.deepnet_rules import rules
from rnet.deep.deepnet_stack import fine_tuned
from rnet.deep.nn_train import NNSettings
from rnet.deep.rbm_train import RBMSettings
from rnet.matched_call import refuses_unknown
from rnet.rng.state import DRAWING


@refuses_unknown
def dbn_dnn_train(
    x: Any,
    y: Any,
    hidden: Any = (1,),
    activationfun: str = "sigm",
    learningrate: float = 0.8,
    momentum: float = 0.5,
    learningrate_scale: float = 1,
    output: str = "sigm",
    numepochs: float = 3,
    batchsize: float = 100,
    hidden_dropout: float = 0,
    visible_dropout: float = 0,
    cd: float = 1,
    *,
    quirks: bool = True,
    verbose: bool | Say = False,
) -> DeepnetNN:
    """Train a stack of machines, then a network that starts from them, as deepnet does.

    Parameters
    ----------
    x : array_like, shape (cases, inputs)
        A numeric matrix of numbers between 0 and 1.
    y : array_like, shape (cases,) or (cases, outputs)
        Numbers; of a factor give `class_ind(y)`.
    hidden : int or sequence of int
        Units of each hidden layer. R's page says 10, R takes 1.
    activationfun, output
        Of the network, as in `nn_train`.
    learningrate, momentum, learningrate_scale, numepochs, batchsize
        Of the machines and of the network alike.
    hidden_dropout, visible_dropout : float
        R ignores both, with no word; here with a warning. `quirks=False` uses them.
    cd : int
        Sweeps a step of the machines.
    quirks : bool
        False mends all of R's slips together; `rnet.deep.deepnet_rules.Rules` lists them.
    verbose : bool or callable
        Whether to write R's messages to the error stream; a function is called with each
        instead.

    Returns
    -------
    DeepnetNN
        The network; the machines are not kept.

    Raises
    ------
    RError
        As `nn_train` and `rbm_train`; `init W size is not eq to network size!` if a layer below
        the top has one unit only, whose machine R loses.

    Notes
    -----
    R page: `?deepnet::dbn.dnn.train`.

    Examples
    --------
    >>> import numpy as np, rnet
    >>> rnet.set_seed(1)
    >>> fit = rnet.dbn_dnn_train(np.eye(4), [0, 0, 1, 1], hidden=(3, 2))
    >>> fit.size.tolist()
    [4, 3, 2, 1]
    """
    own, say = rules(quirks), speaker(verbose)
    say("begin to train dbn ......")
    cases, sizes = predictors(x), layer_sizes(hidden)
    below = RBMSettings(numepochs, batchsize, learningrate, learningrate_scale, momentum, cd=cd)
    batches = split_epoch(
        len(cases.values), whole("batchsize", batchsize, 1), repeats_a_case=own.repeats_a_case
    )
    single = 1 in [cases.values.shape[1], *sizes[:-1]] or np.diff(batches.starts).min() == 1
    if own.refuses_single_cases and single:
        _fail_as_r(len(sizes), say)
    settings = NNSettings(
        sizes, activationfun, learningrate, momentum, learningrate_scale, output, numepochs,
        batchsize, hidden_dropout, visible_dropout,
    )  # fmt: skip
    if own.fine_tunes_without_dropout and (hidden_dropout or visible_dropout):
        warn("dbn.dnn.train ignores dropout, as in R", "quirks=False uses it.")
        settings = replace(settings, hidden_dropout=0, visible_dropout=0)
    with DRAWING:
        machines = stacked(cases, sizes, below, own, say)
        say("dbn has been trained.")
        hidden_layers = [(machine.W, machine.C) for machine in machines]
        return fine_tuned(cases, y, hidden_layers, settings, own, say)


def _fail_as_r(layers: int, say: Say) -> None:
    """Say what R says of machines that lost their weights.

    Raises
    ------
    RError
        `init W size is not eq to network size!`
    """
    for layer in range(1, layers + 1):
        say(f"training layer {layer} rbm ...")
    say("dbn has been trained.")
    say("begin to train deep nn ......")
    raise RError(
        "init W size is not eq to network size!",
        "A machine on one column, or with a batch of one case, loses its weights in R. Take more "
        "units below the top and larger batches, or quirks=False.",
    )

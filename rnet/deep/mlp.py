"""`mlp`: dense networks of any depth, by formula."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.activations import Activation
from rnet.deep.arguments import (
    batch_of,
    held_out,
    not_negative,
    patience_of,
    positive,
    share,
    units,
    whole,
)
from rnet.deep.cases import cases_of
from rnet.deep.class_outputs import targets_for
from rnet.deep.learn_rates import rates_of
from rnet.deep.losses import Loss, loss_named
from rnet.deep.mlp_model import Mlp
from rnet.deep.optimizers import Optimizer, optimizer_named
from rnet.deep.standardised import Scales, scales_of
from rnet.deep.start_layers import LayerPlan, activation_of, start_layers, with_start_weights
from rnet.deep.training import TrainingSettings, train
from rnet.formulas.formula import Formula
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.rng.state import DRAWING, generator

Doubles = npt.NDArray[np.float64]
DEFAULT_BATCH = 32


@keeps_call("mlp")
def mlp(
    call: Call,
    formula: str | Formula,
    data: Any,
    hidden: int | Sequence[int],
    *,
    act: str | Activation | Callable[..., Any] | Sequence[Any] = "relu",
    output: str | Activation | None = None,
    loss: str | Loss | None = None,
    optim: str | Optimizer = "adam",
    learn_rates: float | Sequence[float] | Callable[[int], float] | None = None,
    learningrate_scale: float = 1.0,
    n_epochs: int = 100,
    batch_size: int | None = None,
    L1: float = 0.0,  # noqa: N803 - ANN2's name
    L2: float = 0.0,  # noqa: N803 - ANN2's name
    dropout: float | Sequence[float] = 0.0,
    visible_dropout: float = 0.0,
    batch_norm: bool = False,
    residual: bool = False,
    init: str | float | None = None,
    startweights: Mapping[str, Any] | None = None,
    clip: float | None = None,
    standardize: bool = False,
    val_prop: float = 0.0,
    patience: int | None = None,
    progress: bool | None = None,
) -> Mlp:
    """Fit a dense network (multi-layer perceptron) with any number of hidden layers.

    Parameters
    ----------
    formula : str or Formula
        A factor on the left means classes, numbers (also several, by `cbind`) regression.
    data : DataFrame
        Complete cases. Variables of very different size want `standardize`.
    hidden : int or sequence of int
        Units of each hidden layer; () for none.
    act : str, Activation, function, or one for each hidden layer
        "linear", "step" (cannot be trained), "logistic", "tanh", "relu", "softmax", "elu",
        "selu", "softplus", "softsign", "leaky_relu"; or a function of an array.
    output : str or Activation, optional
        Of the output layer; by default what suits the loss.
    loss : {"mse", "sse", "bce", "ce", "kl", "kl_reverse", "hinge", "euclidean"}, optional
        By default "mse" for numbers, "bce" (one output) for two classes, "ce" for more.
        "kl" is the divergence of the outputs from the targets, "kl_reverse" the other one, which
        is infinite where a target is 0.
    optim : {"sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "lbfgs"} or Optimizer
        `optimizer_named("adam", beta1=0.5)` changes constants. "lbfgs" uses all cases at
        once, without learning rates and `clip`.
    learn_rates : float, sequence or function, optional
        One rate, one for each epoch, or a function of the epoch counted from 1; by default the
        optimiser's usual one.
    learningrate_scale : float
        The rate is multiplied by this after each epoch.
    n_epochs : int
        How often all cases are seen; for "lbfgs" the limit of iterations.
    batch_size : int, optional
        Cases a step uses: 32, or all if there are fewer.
    L1, L2 : float
        Penalties L1 * sum |w| + L2 / 2 * sum w^2 on weights, not on biases.
    dropout : float or sequence of float
        Share of the hidden units left out at each step, for all hidden layers or each; the rest
        is scaled up.
    visible_dropout : float
        Share of the inputs left out at each step.
    batch_norm : bool
        Normalise the sums of the hidden layers over each batch.
    residual : bool
        Add to the outputs of a hidden layer its inputs, where there are as many.
    init : str or float, optional
        "normal", "uniform", "lecun" (1/sqrt(n)), "glorot", "glorot_normal", "he",
        "he_uniform", "zero", or the standard deviation; by default what suits the activation.
        Biases start at 0.
    startweights : mapping of str to array_like, optional
        Weights to start from by the names of `fit.weights`, such as ``{"layer1.weights": w}``
        with a row for each input; those not given are drawn. `fit.weights` goes on training.
    clip : float, optional
        Shorten gradients to this length.
    standardize : bool
        Train on variables, and a numeric response of a linear output, with mean 0 and standard
        deviation 1. The weights returned are for the variables as they are; `history` is in
        standard units.
    val_prop : float
        The share of cases held out, drawn at random.
    patience : int, optional
        Stop after so many epochs without a smaller loss on the cases held out, and return to
        the best.
    progress : bool, optional
        Whether to show a progress bar; by default at a terminal.

    Returns
    -------
    Mlp
        Prints layers, parameters and loss; `predict`, `summary`, `plot` (history, gradients,
        network, activations, surface, filters), `forward`, `gradient`, `history`, `weights`,
        `save`.

    Raises
    ------
    RError
        For one class, missing values, batches larger than the data, zero epochs, unknown names,
        a loss that explodes (with the layer and what to try).

    Notes
    -----
    No R function; the words are those of package ANN2 (`?neuralnetwork`). The rules and constants
    of the optimisers are PyTorch's. Start weights, the cases held out, the order of the cases and
    dropout come from R's stream: `set_seed` makes results repeatable to the last bit.

    Examples
    --------
    >>> from rnet import data, mlp, set_seed
    >>> iris = data("iris")
    >>> set_seed(1)
    >>> fit = mlp("Species ~ .", iris, hidden=(6, 4), act="tanh", learn_rates=0.01)
    >>> fit  # doctest: +NORMALIZE_WHITESPACE
    Call:
    mlp(formula = Species ~ ., data = iris, hidden = c(6, 4), act = "tanh",
        learn.rates = 0.01)
    <BLANKLINE>
    Network of 3 layers: 3 classes
    <BLANKLINE>
      inputs units activation parameters
    1      4     6       tanh         30
    2      6     4       tanh         28
    3      4     3    softmax         15
    <BLANKLINE>
    73 parameters
    100 epochs (500 steps): ce 0.06148, accuracy 0.98
    >>> fit.predict(iris[49:51], type="class").tolist()
    ['setosa', 'versicolor']
    """
    cases = cases_of(formula, data, response=True)
    chosen_loss = _loss(loss, cases.levels)
    last = activation_of(output or chosen_loss.output)
    y, outputs = targets_for(cases, chosen_loss, last.name)
    linear = outputs.levels is None and last.name == "linear"
    scales = None
    x, learnt = cases.x, y
    if standardize:
        scales = _scales(cases.x, y, startweights, response=linear)
        x, learnt = scales.scaled(cases.x, y)
    plan = LayerPlan(
        sizes=(cases.x.shape[1], *_hidden(hidden), y.shape[1]),
        act=act,
        output=last,
        init=init,
        dropout=dropout,
        visible_dropout=share(visible_dropout, "visible_dropout"),
        batch_norm=bool(batch_norm),
        residual=bool(residual),
    )
    optimizer = optimizer_named(optim)
    rates = rates_of(learn_rates, learningrate_scale, whole(n_epochs, "n_epochs"), optimizer)
    with DRAWING:
        learning, apart = held_out(len(cases), val_prop, generator())
        settings = TrainingSettings(
            loss=chosen_loss,
            optimizer=optimizer,
            learn_rates=rates,
            batch_size=_batch(batch_size, len(learning)),
            L1=not_negative(L1, "L1"),
            L2=not_negative(L2, "L2"),
            clip=None if clip is None else positive(clip, "clip"),
            patience=patience_of(patience, len(apart)),
            counts_classes=outputs.levels is not None,
            progress=progress,
        )
        trained = train(
            with_start_weights(start_layers(plan), startweights),
            x[learning],
            learnt[learning],
            settings,
            generator(),
            (x[apart], learnt[apart]) if len(apart) else None,
        )
    layers = trained.layers if scales is None else scales.absorbed(trained.layers)
    return Mlp(
        call, layers, outputs, cases.encoder, settings, trained.history,
        trained.best_epoch, cases,
    )  # fmt: skip


def _hidden(hidden: Any) -> tuple[int, ...]:
    none = hidden is None or (np.ndim(hidden) == 1 and not len(hidden))
    return () if none or np.array_equal(hidden, 0) else units(hidden)


def _scales(x: Doubles, y: Doubles, startweights: Any, *, response: bool) -> Scales:
    if startweights is not None:
        raise RError(
            "start weights are for variables as they are", "Give `startweights` or `standardize`."
        )
    return scales_of(x, y, response=response)


def _loss(given: Any, levels: tuple[str, ...] | None) -> Loss:
    if given is not None:
        return loss_named(given)
    if levels is None:
        return loss_named("mse")
    return loss_named("bce" if len(levels) == 2 else "ce")


def _batch(given: Any, cases: int) -> int:
    return min(DEFAULT_BATCH, cases) if given is None else batch_of(given, cases)

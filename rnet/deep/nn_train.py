"""nn.train: a network trained by gradient descent on batches, as deepnet trains it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.deep.backprop_fit import (
    HIDDEN_CODES,
    OUTPUT_CODES,
    Descended,
    Descent,
    descend,
    random_matrix,
)
from rnet.deep.deepnet_batches import counted, split_epoch
from rnet.deep.deepnet_data import (
    Numbers,
    chosen,
    layer_sizes,
    predictors,
    real,
    responses,
    vector_with_names,
    whole,
    with_names,
)
from rnet.deep.deepnet_messages import Say, speaker
from rnet.deep.deepnet_nn import DeepnetNN
from rnet.deep.deepnet_rules import Rules, rules
from rnet.matched_call import refuses_unknown
from rnet.rng.state import DRAWING, generator

Reals = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class NNSettings:
    """The arguments of `nn_train` besides the data and the start."""

    hidden: Any
    activationfun: str
    learningrate: float
    momentum: float
    learningrate_scale: float
    output: str
    numepochs: float
    batchsize: float
    hidden_dropout: float
    visible_dropout: float


@refuses_unknown
def nn_train(
    x: Any,
    y: Any,
    initW: Sequence[Any] | None = None,  # noqa: N803 - R's name
    initB: Sequence[Any] | None = None,  # noqa: N803
    hidden: Any = (10,),
    activationfun: str = "sigm",
    learningrate: float = 0.8,
    momentum: float = 0.5,
    learningrate_scale: float = 1,
    output: str = "sigm",
    numepochs: float = 3,
    batchsize: float = 100,
    hidden_dropout: float = 0,
    visible_dropout: float = 0,
    *,
    quirks: bool = True,
    verbose: bool | Say = False,
) -> DeepnetNN:
    """Train a network as deepnet does, number for number.

    Parameters
    ----------
    x : array_like, shape (cases, inputs)
        A numeric matrix; a data frame is refused, as in R.
    y : array_like, shape (cases,) or (cases, outputs)
        Numbers; of a factor give `class_ind(y)`.
    initW, initB : list of array_like, optional
        Weights, units x inputs, and biases of each layer to start from. Left out, weights are
        drawn between -0.1 and 0.1 and biases are 0.1.
    hidden : int or sequence of int
        Units of each hidden layer.
    activationfun : str
        Of the hidden units: "sigm" or "tanh".
    learningrate, momentum, learningrate_scale : float
        The step size, the share of the last step that is added, what the step size is multiplied
        by after each epoch.
    output : str
        "sigm", "linear" or "softmax"; the last goes with the cross-entropy, the others with half
        the squared error.
    numepochs, batchsize : int
        Passes through the data, and cases a step.
    hidden_dropout, visible_dropout : float
        The shares of units dropped in training.
    quirks : bool
        False mends all of R's slips together; `rnet.deep.deepnet_rules.Rules` lists them.
    verbose : bool or callable
        Whether to write every 10000th step's loss to the error stream, as R does;
        a function is called with each message instead.

    Returns
    -------
    DeepnetNN
        Weights, biases, losses and what else R's list has.

    Raises
    ------
    RError
        R's texts (`x must be a matrix!`, `unsupport activation function!`), and for missing
        numbers, with which R would go on.

    Notes
    -----
    R page: `?deepnet::nn.train`. That page offers `activationfun="linear"`, which R refuses.

    Examples
    --------
    >>> import rnet
    >>> iris = rnet.data("iris")
    >>> x, y = iris.iloc[:, :4].to_numpy(), rnet.class_ind(iris["Species"])
    >>> rnet.set_seed(1)
    >>> fit = rnet.nn_train(x, y, hidden=6, activationfun="tanh", output="softmax",
    ...                     learningrate=0.05, numepochs=60, batchsize=10)
    >>> round(float(rnet.nn_test(fit, x, y)), 3) < 0.06
    True
    """
    settings = NNSettings(
        hidden, activationfun, learningrate, momentum, learningrate_scale, output, numepochs,
        batchsize, hidden_dropout, visible_dropout,
    )  # fmt: skip
    with DRAWING:
        return trained(x, y, initW, initB, settings, rules(quirks), speaker(verbose))


def trained(
    x: Any, y: Any, init_w: Any, init_b: Any, settings: NNSettings, own: Rules, say: Say
) -> DeepnetNN:
    """Check the data, draw the start and train."""
    cases = predictors(x)
    wanted = responses(y, len(cases.values))
    hidden = layer_sizes(settings.hidden)
    sizes = [cases.values.shape[1], *hidden, wanted.values.shape[1]]
    how = _descent(settings, own)
    weights, biases = _start(sizes, init_w, init_b, own)
    _check_functions(settings)
    batches = split_epoch(
        len(cases.values),
        whole("batchsize", settings.batchsize, 1),
        repeats_a_case=own.repeats_a_case,
    )
    if own.refuses_single_cases and sizes[0] > 1 and np.diff(batches.starts).min() == 1:
        raise RError(
            "non-conformable arguments",
            "A batch of one case: take batches of at least two, or quirks=False.",
        )

    def report(step: int, loss: float) -> None:
        say(f"####loss on step {step} is : {loss:f}")

    fit = descend(cases.values, wanted.values, weights, biases, batches, how, generator(), report)
    return _network(fit, cases, wanted, hidden, settings, own)


def _descent(settings: NNSettings, own: Rules) -> Descent:
    """Return the checked settings of the training."""
    epochs = counted(
        "numepochs", real("numepochs", settings.numepochs), counts_down=own.counts_epochs_down
    )
    momentum = real("momentum", settings.momentum)
    if momentum < 0 and not own.allows_negative_momentum:
        raise RError("'momentum' must not be negative", f"It is {momentum:g}.")
    return Descent(
        settings.activationfun,
        settings.output,
        real("learningrate", settings.learningrate),
        real("learningrate_scale", settings.learningrate_scale),
        momentum,
        len(epochs),
        _share("hidden_dropout", settings.hidden_dropout, own),
        _share("visible_dropout", settings.visible_dropout, own),
        not own.one_mask_per_batch,
        own.scaled_tanh_slope,
    )


def _share(name: str, given: float, own: Rules) -> float:
    share = real(name, given)
    if not own.one_mask_per_batch and not 0 <= share < 1:
        raise RError(f"'{name}' must be a share below 1", f"It is {share:g}.")
    return share


def _check_functions(settings: NNSettings) -> None:
    if settings.activationfun not in HIDDEN_CODES:
        raise RError("unsupport activation function!", "'activationfun' is 'sigm' or 'tanh'.")
    if settings.output not in OUTPUT_CODES:
        raise RError("unsupport output function!", "'output' is 'sigm', 'linear' or 'softmax'.")


def _start(
    sizes: list[int], init_w: Any, init_b: Any, own: Rules
) -> tuple[list[Reals], list[Reals]]:
    """Return the starting weights and biases: those given, or random ones."""
    if (init_w is None) != (init_b is None) and own.ignores_half_a_start:
        given, other = ("initW", "initB") if init_b is None else ("initB", "initW")
        warn(f"'{given}' is ignored without '{other}', as in R", "Give both, or quirks=False.")
        init_w = init_b = None
    weights, biases = [], []
    for layer, (inputs, units) in enumerate(pairwise(sizes)):
        if init_w is None:
            weights.append(random_matrix(generator(), units, inputs))
        else:
            weights.append(_given(init_w, layer, (units, inputs), "W"))
        if init_b is None:
            biases.append(np.full(units, own.starting_bias))
        else:
            biases.append(_given(init_b, layer, (units,), "B"))
    return weights, biases


def _given(parts: Any, layer: int, shape: tuple[int, ...], letter: str) -> Reals:
    if len(parts) <= layer:
        advice = f"init{letter} has a part for each of the {layer + 1} or more layers."
        raise RError("subscript out of bounds", advice)
    found = np.asarray(parts[layer], dtype=np.float64)
    if (len(shape) == 1 and 1 in found.shape) or found.ndim == 0:
        found = found.ravel()
    if found.shape != shape:
        raise RError(
            f"init {letter} size is not eq to network size!",
            f"Layer {layer + 1} needs {' x '.join(map(str, shape))}, "
            f"not {' x '.join(map(str, found.shape))}.",
        )
    return found


def _network(
    fit: Descended,
    x: Numbers,
    y: Numbers,
    hidden: list[int],
    settings: NNSettings,
    own: Rules,
) -> DeepnetNN:
    """Return the result, its matrices with the names of x and y."""
    rows = chosen(x.row_names, fit.last_cases)
    inputs, outputs = x.column_names, y.column_names
    depth = len(hidden)

    def named(layers: list[Reals]) -> list[Any]:
        ends = {0: inputs}, {depth: outputs}
        return [with_names(w, ends[1].get(i), ends[0].get(i)) for i, w in enumerate(layers)]

    def named_ends(vectors: list[Reals]) -> list[Any]:
        return [*vectors[:-1], vector_with_names(vectors[-1], outputs)]

    post = [with_names(p, rows, {0: inputs, depth + 1: outputs}.get(i))
            for i, p in enumerate(fit.post)]  # fmt: skip
    pre = [with_names(p, rows, outputs if i == depth else None) for i, p in enumerate(fit.pre)]
    errors = y.values[fit.last_cases] - fit.post[-1]
    momentum = real("momentum", settings.momentum)
    moving = momentum > 0
    last_mask = max((i for i, mask in enumerate(fit.masks) if mask is not None), default=-1)
    lost = own.loses_loss_of_one_column and x.values.shape[1] == 1
    return DeepnetNN(
        input_dim=x.values.shape[1],
        output_dim=y.values.shape[1],
        hidden=np.array(hidden),
        size=np.array([x.values.shape[1], *hidden, y.values.shape[1]]),
        activationfun=settings.activationfun,
        learningrate=fit.rate,
        momentum=momentum,
        learningrate_scale=float(settings.learningrate_scale),
        hidden_dropout=float(settings.hidden_dropout),
        visible_dropout=float(settings.visible_dropout),
        output=settings.output,
        W=named(fit.weights),
        vW=named(fit.weight_velocities) if moving else list(fit.weight_velocities),
        B=named_ends(fit.biases),
        vB=named_ends(fit.bias_velocities) if moving else list(fit.bias_velocities),
        dropout_mask=fit.masks[: last_mask + 1] or None,
        post=post,
        pre=[None, *pre],
        e=with_names(errors, rows, outputs),
        L=None if lost else fit.losses,
        quirks=own.one_mask_per_batch,
    )

"""sae.dnn.train: a network that starts from a stack of autoencoders, as deepnet trains it."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.deep.backprop_fit import ACTIVATIONS
from rnet.deep.deepnet_data import layer_sizes
from rnet.deep.deepnet_messages import Say, speaker
from rnet.deep.deepnet_nn import DeepnetNN
from rnet.deep.deepnet_rules import Rules, rules
from rnet.deep.deepnet_stack import fine_tuned
from rnet.deep.nn_train import NNSettings, trained
from rnet.matched_call import refuses_unknown
from rnet.rng.state import DRAWING

Reals = npt.NDArray[np.float64]


@refuses_unknown
def sae_dnn_train(
    x: Any,
    y: Any,
    hidden: Any = (1,),
    activationfun: str = "sigm",
    learningrate: float = 0.8,
    momentum: float = 0.5,
    learningrate_scale: float = 1,
    output: str = "sigm",
    sae_output: str = "linear",
    numepochs: float = 3,
    batchsize: float = 100,
    hidden_dropout: float = 0,
    visible_dropout: float = 0,
    *,
    quirks: bool = True,
    verbose: bool | Say = False,
) -> DeepnetNN:
    """Train autoencoders one on the other, then a network that starts from them, as deepnet does.

    Parameters
    ----------
    x : array_like, shape (cases, inputs)
        A numeric matrix.
    y : array_like, shape (cases,) or (cases, outputs)
        Numbers; of a factor give `class_ind(y)`.
    hidden : int or sequence of int
        Units of each hidden layer. With R's slips at most three layers can be trained.
    sae_output : str
        The outputs of the autoencoders: "linear", "sigm" or "softmax".
    activationfun, learningrate, momentum, learningrate_scale, output, numepochs, batchsize
        As in `nn_train`; all but `output` hold for the autoencoders, too.
    hidden_dropout, visible_dropout : float
        The shares of units dropped, in the autoencoders, too.
    quirks : bool
        False mends all of R's slips together; `rnet.deep.deepnet_rules.Rules` lists them.
    verbose : bool or callable
        Whether to write R's messages to the error stream; a function is called with each
        instead.

    Returns
    -------
    DeepnetNN
        The network; the autoencoders are not kept.

    Raises
    ------
    RError
        As `nn_train`; `subscript out of bounds` for four hidden layers, as in R.

    Notes
    -----
    R page: `?deepnet::sae.dnn.train`. Bengio et al. (2007), Greedy layer-wise training of deep
    networks.

    Examples
    --------
    >>> import numpy as np, rnet
    >>> rnet.set_seed(1)
    >>> rnet.sae_dnn_train(np.eye(4), [0, 0, 1, 1], hidden=(3, 2)).size.tolist()
    [4, 3, 2, 1]
    """
    own, say = rules(quirks), speaker(verbose)
    sizes = layer_sizes(hidden)
    shared = (activationfun, learningrate, momentum, learningrate_scale)
    rest = (numepochs, batchsize, hidden_dropout, visible_dropout)
    say("begin to train sae ......")
    with DRAWING:
        coders: list[DeepnetNN] = []
        seen = x
        for layer, units in enumerate(sizes, start=1):
            if coders:
                seen = _encoded(np.asarray(seen, dtype=np.float64), coders[-1], layer, own)
            say(f"training layer {layer} autoencoder ...")
            settings = NNSettings([units], *shared, sae_output, *rest)
            coders.append(trained(seen, seen, None, None, settings, own, say))
        say("sae has been trained.")
        hidden_layers = [(coder.W[0], coder.B[0]) for coder in coders]
        settings = NNSettings(sizes, *shared, output, *rest)
        return fine_tuned(x, y, hidden_layers, settings, own, say)


def _encoded(seen: Reals, coder: DeepnetNN, layer: int, own: Rules) -> Reals:
    """Return the codes of an autoencoder, which the one of this layer (from 2) learns."""
    part = layer - 2 if own.output_bias_upwards else 0
    if part >= len(coder.B):
        raise RError(
            "subscript out of bounds",
            "With R's slips three autoencoders are the most; quirks=False stacks any number.",
        )
    product = seen @ np.asarray(coder.W[0]).T
    bias = np.asarray(coder.B[part])
    return ACTIVATIONS[coder.activationfun](product + _recycled(bias, product))


def _recycled(bias: Reals, product: Reals) -> Reals:
    """Return a bias for each case and unit; one of another length is recycled as in R."""
    if len(bias) == product.shape[1]:
        return bias
    cells = product.size
    if max(cells, len(bias)) % min(cells, len(bias)):
        warn(
            "longer object length is not a multiple of shorter object length",
            "R takes the output bias of the autoencoder below; quirks=False the hidden one.",
        )
    if len(bias) > cells:
        raise RError(
            f"dims [product {cells}] do not match the length of object [{len(bias)}]",
            "R takes the output bias of the autoencoder below; quirks=False the hidden one.",
        )
    return np.resize(bias, cells).reshape(product.shape)

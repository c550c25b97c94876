"""The second half of deepnet's pre-trained networks: an output layer on top, then training."""

from collections.abc import Sequence
from typing import Any

from rnet.deep.backprop_fit import random_matrix, uniform_between
from rnet.deep.deepnet_data import predictors, responses
from rnet.deep.deepnet_messages import Say
from rnet.deep.deepnet_nn import DeepnetNN
from rnet.deep.deepnet_rules import Rules
from rnet.deep.nn_train import NNSettings, trained
from rnet.rng.state import generator


def fine_tuned(
    x: Any,
    y: Any,
    layers: Sequence[tuple[Any, Any]],
    settings: NNSettings,
    own: Rules,
    say: Say,
) -> DeepnetNN:
    """Draw the output layer and train the network on the hidden layers' weights and biases."""
    outputs = responses(y, len(predictors(x).values)).values.shape[1]
    top = random_matrix(generator(), outputs, settings.hidden[-1])
    bias = uniform_between(generator(), outputs, -0.1, 0.1)
    say("begin to train deep nn ......")
    weights = [*(part for part, _ in layers), top]
    biases = [*(part for _, part in layers), bias]
    fit = trained(x, y, weights, biases, settings, own, say)
    say("deep nn has been trained.")
    return fit

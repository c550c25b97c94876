"""What NeuralNetTools sees of a model: its weights layer by layer, its names, its outputs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.neural.network import Layout, forward
from rnet.neural.nn import NN, without_missing
from rnet.neural.nnet_fit import outputs
from rnet.neural.nnet_model import Nnet
from rnet.neural.predict_nn import repetition_weights

Doubles = npt.NDArray[np.float64]
Outputs = Callable[[Doubles], Doubles]


@dataclass(frozen=True, slots=True, eq=False)
class NetworkView:
    """A network as NeuralNetTools sees it.

    Attributes
    ----------
    matrices : list of ndarray
        The weights of each layer, (1 + inputs, units); the first row is the bias.
    skips : ndarray or None
        Weights from inputs to outputs directly, shape (p, q).
    inputs, outputs : list of str
        Names.
    covariate : ndarray or None
        The inputs it was trained with, shape (n, p); None for bare weights.
    respond : callable or None
        Outputs (m, q) for inputs (m, p); None for bare weights.
    """

    matrices: list[Doubles]
    skips: Doubles | None
    inputs: list[str]
    outputs: list[str]
    covariate: Doubles | None
    respond: Outputs | None

    @property
    def struct(self) -> list[int]:
        """The number of units of each layer, inputs first."""
        return [len(self.matrices[0]) - 1, *(matrix.shape[1] for matrix in self.matrices)]

    def rescaled(self, lowest: float, highest: float) -> "NetworkView":
        """Return the absolute weights stretched to run from `lowest` to `highest`."""
        if not all(isinstance(end, int | float | np.number) for end in (lowest, highest)):
            raise RError("'rel_rsc' is two numbers", "The smallest and the largest size.")
        parts = [*self.matrices, *([] if self.skips is None else [self.skips])]
        sizes = [np.abs(part) for part in parts]
        every = np.concatenate([size.ravel() for size in sizes])
        known = every[~np.isnan(every)]  # not nanmin: a signalling NaN, as NA is, wins in fmin
        least, most = float(known.min()), float(known.max())
        if most == least:
            stretched = [np.where(np.isnan(s), s, (lowest + highest) / 2) for s in sizes]
        else:
            unit = (highest - lowest) / (most - least)
            with np.errstate(invalid="ignore"):
                stretched = [(s - least) * unit + lowest for s in sizes]
        skips = None if self.skips is None else stretched.pop()
        return NetworkView(
            stretched, skips, self.inputs, self.outputs, self.covariate, self.respond
        )


@singledispatch
def network_view(mod_in: Any, struct: Sequence[int] | None = None) -> NetworkView:
    """Return what NeuralNetTools sees of a model.

    Parameters
    ----------
    mod_in : NN, Nnet or array_like
        A network of `neuralnet` (its first repetition) or `nnet`; or bare weights, unit by unit,
        each with its bias first.
    struct : sequence of int, optional
        For bare weights the units of each layer.

    Raises
    ------
    RError
        For anything else, and for weights that do not fit `struct`.
    """
    try:
        flat = np.asarray(mod_in, dtype=np.float64).ravel()
    except (TypeError, ValueError) as error:
        raise RError(
            f'no applicable method for an object of class "{type(mod_in).__name__}"',
            "Give a network of neuralnet or nnet, or a vector of weights and `struct`.",
        ) from error
    if struct is None:
        raise RError('argument "struct" is missing, with no default', "The units of each layer.")
    layout = Layout(tuple(int(units) for units in struct))
    if len(layout.units) < 3 or flat.size != layout.size:
        raise RError(
            "Incorrect length of weight matrix for given network structure",
            f"{flat.size} weights; {list(layout.units)} needs {layout.size}.",
        )
    # NeuralNetTools counts the outputs of bare weights in the third layer
    inputs = [f"X{i + 1}" for i in range(layout.units[0])]
    responses = [f"Y{k + 1}" for k in range(layout.units[2])]
    return NetworkView(layout.split(flat), None, inputs, responses, None, None)


@network_view.register
def _(mod_in: NN, struct: Sequence[int] | None = None) -> NetworkView:
    del struct
    weights = repetition_weights(mod_in, 1)
    kept = without_missing(weights)
    return NetworkView(
        [np.array(matrix) for matrix in weights],
        None,
        list(mod_in.model_list["variables"]),
        list(mod_in.model_list["response"]),
        mod_in.covariate.to_numpy(dtype=np.float64),
        lambda x: forward(mod_in.network, kept, x).output,
    )


@network_view.register
def _(mod_in: Nnet, struct: Sequence[int] | None = None) -> NetworkView:
    del struct
    net = mod_in.architecture
    if not net.hidden:
        raise RError("the network has no hidden layer", "NeuralNetTools needs one.")
    first = net.hidden * (1 + net.inputs)
    into_output = mod_in.wts[first:].reshape(net.outputs, -1).T
    hidden = mod_in.wts[:first].reshape(net.hidden, -1).T
    matrices = [hidden, into_output[: 1 + net.hidden]]
    return NetworkView(
        matrices,
        into_output[1 + net.hidden :] if net.skip else None,
        mod_in.coefnames or [f"X{i + 1}" for i in range(net.inputs)],
        _output_names(mod_in),
        mod_in.data.x,
        lambda x: outputs(net, mod_in.wts, x),
    )


def _output_names(fit: Nnet) -> list[str]:
    if fit.data.output_names is not None:
        return list(fit.data.output_names)
    if fit.data.origin is not None and fit.architecture.outputs == 1:
        return [fit.data.origin.response_text]
    return [f"Y{k + 1}" for k in range(fit.architecture.outputs)]

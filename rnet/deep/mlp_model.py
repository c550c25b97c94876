"""What `mlp` returns: a dense network with R-like components and methods."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.cases import Cases, Encoder
from rnet.deep.class_outputs import Outputs
from rnet.deep.fit_summary import FitSummary
from rnet.deep.network import Layer, forward, weights_by_name
from rnet.deep.network import outputs as network_outputs
from rnet.deep.training import TrainingSettings
from rnet.language.tree import Call
from rnet.record import Record
from rnet.values import named_matrix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Mlp(Record):
    """A trained dense network.

    Attributes
    ----------
    call : Call
    layers : tuple of Layer
        The last is the output layer.
    outputs : Outputs
        What the outputs mean.
    encoder : Encoder
        What new data need.
    settings : TrainingSettings
    history : DataFrame
        A row for each epoch: epoch, step, loss, val_loss, accuracy, val_accuracy and the mean
        length of the gradient of each layer's weights, grad_norm_1, ...
    best_epoch : int
        The epoch the weights come from.
    cases : Cases or None
        The cases given; None for a network read from a file.
    dead_before : tuple of int
        Of a network read from a file, how many units of each hidden layer were dead.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "call", "layers", "weights", "lev", "loss", "history", "parameters", "fitted.values",
        "terms",
    )  # fmt: skip

    call: Call
    layers: tuple[Layer, ...]
    outputs: Outputs
    encoder: Encoder
    settings: TrainingSettings
    history: pd.DataFrame
    best_epoch: int
    cases: Cases | None
    dead_before: tuple[int, ...] = ()

    def __str__(self) -> str:
        from rnet.deep.print_mlp import format_mlp  # noqa: PLC0415 - imports this module

        return format_mlp(self)

    @property
    def lev(self) -> list[str] | None:
        """The classes, or None."""
        return None if self.outputs.levels is None else list(self.outputs.levels)

    @property
    def weights(self) -> dict[str, Doubles]:
        """Weights, (inputs, units), and biases by layer: `layer1.weights`, `layer1.biases`, ..."""
        return weights_by_name(self.layers)

    @property
    def parameters(self) -> int:
        """How many numbers were learnt."""
        return sum(layer.parameters for layer in self.layers)

    @property
    def loss(self) -> float:
        """The loss of the epoch the weights come from, as the history has it."""
        return float(self.history["loss"].iloc[self.best_epoch - 1])

    @property
    def terms(self) -> Any:
        """The terms of the formula."""
        return self.encoder.terms

    @property
    def fitted_values(self) -> pd.DataFrame:
        """The outputs for the cases fitted."""
        found = self.predict()
        assert isinstance(found, pd.DataFrame)
        return found

    def fitted(self) -> pd.DataFrame:
        """Return the outputs for the cases fitted."""
        return self.fitted_values

    def inputs(self, newdata: Any = ...) -> tuple[Doubles, list[str]]:
        """Return inputs, (n, p), those fitted where nothing else is given, and the rows' names."""
        if newdata is not ...:
            return self.encoder.inputs(newdata)
        if self.cases is None:
            raise RError("a network read from a file has no cases", "Give newdata.")
        return self.cases.x, self.cases.row_names

    def predict(self, newdata: Any = ..., type: str = "raw") -> Any:  # noqa: A002 - R's name
        """Predict for new cases.

        Parameters
        ----------
        newdata : DataFrame or array_like, optional
            The variables of the formula, or rows of inputs; left out, the cases fitted.
        type : {"raw", "class", "prob"}
            Outputs, the most likely class, or the probability of each class.

        Returns
        -------
        DataFrame or Categorical
            A matrix of n rows, or a factor of n classes with all levels of
            the response.

        Raises
        ------
        RError
            `inappropriate fit for class`; missing values; a wrong number of columns.
        """
        x, rows = self.inputs(newdata)
        return self.outputs.answer(network_outputs(self.layers, x), rows, type)

    @property
    def dead_units(self) -> tuple[int, ...]:
        """How many units of each hidden layer are dead: of relu, and 0 for every case."""
        if self.cases is None:
            return self.dead_before
        hidden = self.layers[:-1]
        return tuple(
            int((run.activated <= 0).all(axis=0).sum()) if layer.activation.name == "relu" else 0
            for layer, run in zip(hidden, forward(hidden, self.cases.x), strict=True)
        )

    def activations(self, newdata: Any = ...) -> list[pd.DataFrame]:
        """Return what each layer gives for some cases, (n, units)."""
        x, rows = self.inputs(newdata)
        return [named_matrix(run.outputs, rows, None) for run in forward(self.layers, x)]

    def summary(self) -> "SummaryMlp":
        """Return the summary: the layers with their sizes and parameters, and the settings."""
        return SummaryMlp(self)

    def plot(self, what: str = "history", *args: Any, **options: Any) -> "Figure":
        """Draw the network; see `rnet.deep.plot_mlp.plot_mlp` for what there is."""
        from rnet.deep.plot_mlp import plot_mlp  # noqa: PLC0415 - matplotlib only when drawn

        return plot_mlp(self, what, *args, **options)

    def save(self, path: str | PathLike[str]) -> None:
        """Write the network to a file: arrays and JSON, nothing that runs when read."""
        from rnet.deep.saved_mlp import save_mlp  # noqa: PLC0415 - imports this module

        save_mlp(self, path)

    def to_torch(self) -> Any:
        """Return the network as a `torch.nn.Sequential` of its own; softmax is left to the loss."""
        from rnet.deep.mlp_to_torch import mlp_to_torch  # noqa: PLC0415 - only where asked for

        return mlp_to_torch(self.layers)


def layer_table(layers: Sequence[Layer]) -> pd.DataFrame:
    """Return one row a layer: inputs, units, activation, what is added to it, parameters."""
    return pd.DataFrame(
        {
            "inputs": [len(layer.weights) for layer in layers],
            "units": [len(layer.bias) for layer in layers],
            "activation": [layer.activation.name for layer in layers],
            "with": [_extras(layer) for layer in layers],
            "parameters": [layer.parameters for layer in layers],
        }
    )


def _extras(layer: Layer) -> str:
    extras = {
        "batch norm": layer.batch_norm is not None,
        "residual": layer.residual,
        f"dropout {layer.dropout:g}": layer.dropout > 0,
        f"noise {layer.noise:g}": layer.noise > 0,
    }
    return ", ".join(name for name, there in extras.items() if there)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryMlp(FitSummary):
    """The summary of a dense network.

    Attributes
    ----------
    object : Mlp
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("call", "layers", "parameters")
    KEPT_AS: ClassVar[Mapping[str, str]] = {"layers": "frame"}

    object: Mlp

    @property
    def frame(self) -> pd.DataFrame:
        """One row a layer."""
        return layer_table(self.object.layers)

    def __str__(self) -> str:
        from rnet.deep.print_mlp import format_summary  # noqa: PLC0415 - imports this module

        return format_summary(self)

"""What `convnet` and `transfer` return."""

from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.activations import activation_named
from rnet.deep.cases import Cases, Encoder
from rnet.deep.class_outputs import factor_of
from rnet.deep.fit_summary import FitSummary
from rnet.deep.image_layers import Layer, Shape
from rnet.deep.pictures import Pictures
from rnet.deep.torch_engine import Weights, layer_outputs, to_torch
from rnet.deep.torch_settings import TorchSettings
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.record import Record
from rnet.values import named_matrix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Targets:
    """What the outputs stand for.

    Attributes
    ----------
    levels : tuple of str or None
        The classes, where outputs are classes.
    names : tuple of str
        Of the outputs.
    centre, spread : ndarray, shape (outputs,)
        A network learns (y - centre) / spread of a numeric response.
    factor_levels : tuple of str or None
        All levels of the response, where some have no case.
    """

    levels: tuple[str, ...] | None
    names: tuple[str, ...]
    centre: Doubles
    spread: Doubles
    factor_levels: tuple[str, ...] | None = None

    def learned(self, y: Doubles) -> Doubles:
        """Return targets as the network learns them."""
        return np.asarray((y - self.centre) / self.spread)

    def restored(self, outputs: Doubles) -> Doubles:
        """Return outputs in the units of the response."""
        return np.asarray(outputs * self.spread + self.centre)

    def chosen(self, outputs: Doubles) -> pd.Categorical:
        """Return the class of the largest output of each row."""
        if self.levels is None:
            raise RError("inappropriate fit for class", "The response is no factor.")
        return factor_of(outputs.argmax(axis=-1), self.levels, self.factor_levels)


def targets_of(cases: Cases) -> Targets:
    """Return what the response of cases stands for; a numeric one is standardised."""
    assert cases.y is not None
    count = cases.y.shape[1]
    if cases.levels is not None:
        return Targets(
            cases.levels, cases.target_names, np.zeros(count), np.ones(count), cases.factor_levels
        )
    spread = cases.y.std(axis=0)
    spread[spread == 0] = 1.0
    return Targets(None, cases.target_names, cases.y.mean(axis=0), spread)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Convnet(Record):
    """A trained network for pictures.

    Attributes
    ----------
    call : Call
    layers : tuple of Layer
        The last is the output layer.
    arrays : tuple of tuple of ndarray
        For each layer its weights and biases in PyTorch's shapes, single precision.
    pictures : Pictures
        Size and scale of the pictures.
    encoder : Encoder
        What new data need.
    targets : Targets
        What the outputs stand for.
    settings : TorchSettings
    history : DataFrame
        A row for each epoch: epoch, step, loss, val_loss, accuracy, val_accuracy and the mean
        length of the gradient of each layer that learns, grad_norm_1, ...
    best_epoch : int
        The epoch the weights come from, where training could stop early.
    cases : Cases or None
        The cases given; None for a network read from a file.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "call", "layers", "weights", "image", "lev", "history", "parameters",
    )  # fmt: skip

    call: Call
    layers: tuple[Layer, ...]
    arrays: Weights
    pictures: Pictures
    encoder: Encoder
    targets: Targets
    settings: TorchSettings
    history: pd.DataFrame
    best_epoch: int
    cases: Cases | None

    def __str__(self) -> str:
        from rnet.deep.print_convnet import format_convnet  # noqa: PLC0415 - imports this module

        return format_convnet(self)

    @property
    def image(self) -> tuple[int, ...]:
        """Height, width and, if several, channels."""
        return self.pictures.image

    @property
    def lev(self) -> list[str] | None:
        """The classes, or None."""
        return None if self.targets.levels is None else list(self.targets.levels)

    @property
    def weights(self) -> dict[str, npt.NDArray[Any]]:
        """Weights and biases by layer: `conv1.weights` is (filters, channels, size, size)."""
        return {
            f"{layer.kind}{number}.{part}": array
            for number, (layer, arrays) in enumerate(zip(self.layers, self.arrays, strict=True), 1)
            for part, array in zip(("weights", "biases"), arrays, strict=False)
        }

    @property
    def shapes(self) -> list[Shape]:
        """What goes into the first layer, and what comes out of each."""
        found: list[Shape] = [self.pictures.shape]
        for layer in self.layers:
            found.append(layer.output_shape(found[-1]))
        return found

    @property
    def parameters(self) -> int:
        """How many numbers were learned, or kept."""
        return sum(array.size for arrays in self.arrays for array in arrays)

    @property
    def terms(self) -> Any:
        """The terms of the formula."""
        return self.encoder.terms

    def predict(self, newdata: Any = ..., type: str = "raw") -> Any:  # noqa: A002 - R's name
        """Predict for new cases.

        Parameters
        ----------
        newdata : DataFrame or array_like, optional
            The variables of the formula, or rows of pixels; left out, the cases fitted.
        type : {"raw", "class", "prob"}
            Outputs (of classes: probabilities, with hinge loss sums), the class of the largest,
            or probabilities.

        Returns
        -------
        DataFrame or Categorical
            A matrix with a column for each output, or a factor of classes with all levels
            of the response.

        Raises
        ------
        RError
            `inappropriate fit for class`; missing values; a wrong number of pixels.
        """
        kind = match_arg(type, ("raw", "class", "prob"))
        outputs, rows = self._outputs(newdata)
        if kind == "class":
            return self.targets.chosen(outputs)
        if kind == "prob" and self.settings.loss != "ce":
            raise RError("inappropriate fit for prob", "Fit a factor with loss='ce'.")
        if self.settings.loss == "ce":
            outputs = activation_named("softmax").value(outputs)
        return named_matrix(self.targets.restored(outputs), rows, self.targets.names)

    def _outputs(self, newdata: Any) -> tuple[Doubles, list[str]]:
        x, rows = self.inputs(newdata)
        last = layer_outputs(self.layers, self.pictures.shape, self.arrays, self.pictures.maps(x))
        return last[-1].astype(np.float64), rows

    def inputs(self, newdata: Any = ...) -> tuple[Doubles, list[str]]:
        """Return rows of pixels, those fitted where nothing else is given, and their names."""
        if newdata is not ...:
            return self.encoder.inputs(newdata)
        if self.cases is None:
            raise RError("a network read from a file has no cases", "Give newdata.")
        return self.cases.x, self.cases.row_names

    def activations(self, newdata: Any = ...) -> list[npt.NDArray[Any]]:
        """Return what comes out of each layer for some cases, (n, channels, height, width)."""
        maps = self.pictures.maps(self.inputs(newdata)[0])
        return layer_outputs(self.layers, self.pictures.shape, self.arrays, maps)

    def summary(self) -> "SummaryConvnet":
        """Return the summary: the layers with their sizes and parameters."""
        return SummaryConvnet(self)

    def plot(self, what: str = "history", newdata: Any = ..., case: int = 1) -> "Figure":
        """Draw the network.

        Parameters
        ----------
        what : {"history", "gradients", "filters", "featuremaps"}
            Loss and accuracy, or the gradients' lengths, over the epochs; the filters of the
            first layer; one picture on its way through the layers, with a mark where a pooled
            maximum comes from.
        newdata : DataFrame or array_like, optional
            Pictures for "featuremaps"; by default those fitted.
        case : int
            Which of them, counted from 1.
        """
        from rnet.deep.plot_convnet import plot_convnet  # noqa: PLC0415 - matplotlib when drawn

        return plot_convnet(self, what, newdata, case)

    def save(self, path: str | PathLike[str]) -> None:
        """Write the network to a file that `load_model` reads."""
        from rnet.deep.saved_convnet import save_convnet  # noqa: PLC0415 - imports this module

        save_convnet(self, path)

    def to_torch(self) -> Any:
        """Return the network as a `torch.nn.Sequential` of its own."""
        return to_torch(self.layers, self.pictures.shape, self.arrays)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryConvnet(FitSummary):
    """The summary of a network for pictures.

    Attributes
    ----------
    object : Convnet
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("call", "layers", "parameters")
    KEPT_AS: ClassVar[Mapping[str, str]] = {"layers": "frame"}

    object: Convnet

    @property
    def frame(self) -> pd.DataFrame:
        """One row a layer: what comes out, how many parameters, whether they were kept."""
        fit = self.object
        return pd.DataFrame(
            {
                "layer": [str(layer) for layer in fit.layers],
                "output": [" x ".join(map(str, shape)) for shape in fit.shapes[1:]],
                "parameters": [sum(array.size for array in arrays) for arrays in fit.arrays],
                "frozen": [number < fit.settings.frozen for number in range(len(fit.layers))],
            }
        )

    def __str__(self) -> str:
        from rnet.deep.print_convnet import format_summary  # noqa: PLC0415 - imports this module

        return format_summary(self)

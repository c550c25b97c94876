"""`Dbn` and `Sae`: networks whose layers were trained one by one before all together."""

from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.arguments import whole
from rnet.deep.autoencoder_model import Autoencoder
from rnet.deep.cases import Encoder
from rnet.deep.mlp_model import Mlp, SummaryMlp
from rnet.deep.network import outputs
from rnet.deep.rbm_model import Rbm
from rnet.formulas.reformulate import reformulate
from rnet.formulas.terms import terms_of
from rnet.language.tree import Call
from rnet.record import Record
from rnet.rng.state import DRAWING, generator
from rnet.values import named_matrix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Stacked(Record):
    """A network with pre-trained layers.

    Attributes
    ----------
    call : Call
    layers : tuple
        What pre-trained each layer, from the inputs up: `Rbm` or `Autoencoder` records.
    pretrained : Mlp
        The network before fine-tuning; its output layer is drawn, not trained.
    net : Mlp
        The network after fine-tuning.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "call", "layers", "pretrained", "net", "weights", "lev", "loss", "history",
        "pretrain.history", "parameters",
    )  # fmt: skip
    call: Call
    layers: tuple[Any, ...]
    pretrained: Mlp
    net: Mlp

    @property
    def weights(self) -> dict[str, Doubles]:
        """Weights, (inputs, units), and biases by layer, after fine-tuning."""
        return self.net.weights

    @property
    def lev(self) -> list[str] | None:
        """The classes, or None."""
        return self.net.lev

    @property
    def loss(self) -> float:
        """The loss after fine-tuning."""
        return self.net.loss

    @property
    def parameters(self) -> int:
        """How many numbers fine-tuning changed."""
        return self.net.parameters

    @property
    def history(self) -> pd.DataFrame:
        """The epochs of fine-tuning, as `mlp` has them."""
        return self.net.history

    @property
    def pretrain_history(self) -> pd.DataFrame:
        """The epochs of pre-training, layer by layer; the column `layer` says which."""
        parts: list[pd.DataFrame] = [
            part.history.assign(layer=k) for k, part in enumerate(self.layers, 1)
        ]
        names = ["layer", "epoch", "step", "loss"]
        return pd.concat([part[names] for part in parts], ignore_index=True)

    @property
    def terms(self) -> Any:
        """The terms of the formula."""
        return self.net.terms

    def predict(self, newdata: Any = ..., type: str = "raw") -> Any:  # noqa: A002 - R's name
        """Predict for new cases, as a network of `mlp` does.

        Parameters
        ----------
        newdata : DataFrame or array_like, optional
            Left out, the cases fitted.
        type : {"raw", "class", "prob"}
            Outputs, the most likely class, or the probability of each class.
        """
        return self.net.predict(newdata, type)

    def up(self, newdata: Any = ..., layer: int | None = None) -> pd.DataFrame:
        """Return what the pre-trained layers make of cases, shape (n, units).

        Parameters
        ----------
        newdata : DataFrame or array_like, optional
            Left out, the cases fitted.
        layer : int, optional
            Up to which layer, counted from 1; by default all.
        """
        x, rows = self.pretrained.inputs(newdata)
        count = len(self.layers) if layer is None else whole(layer, "layer")
        if count > len(self.layers):
            raise RError("subscript out of bounds", f"Layers count from 1 to {len(self.layers)}.")
        codes = outputs(self.pretrained.layers[:count], x)
        return named_matrix(codes, rows, unit_names(codes.shape[1]))

    def summary(self) -> SummaryMlp:
        """Return the summary of the network after fine-tuning."""
        return self.net.summary()

    def plot(self, what: str = "history", *args: Any, **options: Any) -> "Figure":
        """Draw the network.

        Parameters
        ----------
        what : {"history", "pretraining", "filters", "gradients", "network", "activations"}
            Fine-tuning and pre-training by epoch; the weights of the first layer before
            fine-tuning; else as `mlp` draws them.
        """
        from rnet.deep.plot_stacked import plot_stacked  # noqa: PLC0415 - imports this module

        return plot_stacked(self, what, *args, **options)

    def save(self, path: str | PathLike[str]) -> None:
        """Write the network and its layers to a file that `load_model` reads."""
        from rnet.deep.saved_stacks import save_stacked  # noqa: PLC0415 - imports this module

        save_stacked(self, path)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Dbn(Stacked):
    """A deep belief network: layers of `Rbm` records, then a network that went on from them."""

    layers: tuple[Rbm, ...]

    def __str__(self) -> str:
        from rnet.deep.print_stacked import format_stacked  # noqa: PLC0415 - imports this module

        return format_stacked(self, "Deep belief network")

    def generate(self, n: int = 1, label: Any = None, round: int = 50) -> pd.DataFrame:  # noqa: A002 - deepnet's name
        """Return cases the belief network makes up, shape (n, p).

        The top machine is sampled, then the layers below pass the means down. Fine-tuning has no
        part in it.

        Parameters
        ----------
        n : int
            How many, each from a chain of its own.
        label : str, optional
            Chains start from fitted cases of this class, drawn at random, and wander off the
            longer they run; left out, units of the top machine are tossed.
        round : int
            Steps of Gibbs sampling in the top machine.
        """
        top = self.layers[-1].machine
        rounds = whole(round, "round")
        with DRAWING:
            if label is None:
                tossed = generator().uniform(whole(n, "n") * len(top.hidden_bias)) < 0.5
                v = top.down(tossed.reshape(n, -1).astype(np.float64))
            else:
                v = self._of_class(str(label), whole(n, "n"))
            v = top.gibbs(v, rounds, generator())
        for rbm in reversed(self.layers[:-1]):
            v = rbm.machine.down(v)
        first = self.layers[0]
        if first.standard is not None:
            v = first.standard.unscaled(v)
        return self.net.encoder.pictures(v, [str(number + 1) for number in range(n)])

    def _of_class(self, label: str, n: int) -> Doubles:
        """Return what the top machine sees of n fitted cases of a class."""
        cases = self.net.cases
        if cases is None:
            raise RError("a network from a file has no cases to start from", "Leave `label` out.")
        if label not in (cases.levels or ()):
            raise RError(
                f"there is no class '{label}'", f"Classes: {', '.join(cases.levels or ())}."
            )
        assert cases.levels is not None  # a class was found among them
        of_class = np.flatnonzero(cases.codes == cases.levels.index(label))
        chosen = of_class[generator().indices(float(len(of_class)), n) - 1]
        x, first = cases.x[chosen], self.layers[0]
        x = x if first.standard is None else first.standard.scaled(x)
        for rbm in self.layers[:-1]:
            x = rbm.machine.up(x)
        return x


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Sae(Stacked):
    """Stacked autoencoders: layers of `Autoencoder` records, then a network."""

    layers: tuple[Autoencoder, ...]

    def __str__(self) -> str:
        from rnet.deep.print_stacked import format_stacked  # noqa: PLC0415 - imports this module

        return format_stacked(self, "Stacked autoencoders")


def unit_names(count: int, prefix: str = "h") -> list[str]:
    """Return the names of hidden units: h1, h2, ..."""
    return [f"{prefix}{unit + 1}" for unit in range(count)]


def encoder_of_units(count: int, prefix: str = "h") -> Encoder:
    """Return the encoder of a layer whose inputs are the hidden units of the one below."""
    names = unit_names(count, prefix)
    return Encoder(terms_of(reformulate(names), None), tuple(names), None)

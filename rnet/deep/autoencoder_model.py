"""`Autoencoder`: a fitted autoencoder."""

from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.cases import Cases, Encoder, check_complete, inputs_of, numeric_rows
from rnet.deep.code_neighbours import code_precision
from rnet.deep.mlp_model import layer_table
from rnet.deep.network import Layer, outputs, weights_by_name
from rnet.deep.pca_comparison import PcaComparison, compare_with_pca
from rnet.deep.rbm_model import Standard
from rnet.deep.reconstruction import Reconstruction, reconstruction_of
from rnet.deep.training import TrainingSettings
from rnet.language.tree import Call
from rnet.record import Record
from rnet.values import named_matrix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Autoencoder(Record):
    """A fitted autoencoder of p inputs and k code units.

    Attributes
    ----------
    call : Call
    layers : tuple of Layer
        First those of the encoder, then those of the decoder.
    code_layers : int
        How many are the encoder's.
    binary : bool
        Whether the code is made of bits.
    encoder : Encoder
        How data become inputs.
    standard : Standard or None
        How inputs are standardised.
    settings : TrainingSettings
    history : DataFrame
        A row for each epoch: epoch, step, loss, val_loss, grad_norm_1, ...
    best_epoch : int
        The epoch the weights come from.
    cases : Cases or None
        What it was fitted to; None for one from a file.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "call", "layers", "weights", "loss", "history", "parameters", "terms",
    )  # fmt: skip

    call: Call
    layers: tuple[Layer, ...]
    code_layers: int
    binary: bool
    encoder: Encoder
    standard: Standard | None
    settings: TrainingSettings
    history: pd.DataFrame
    best_epoch: int
    cases: Cases | None

    def __str__(self) -> str:
        from rnet.deep.print_autoencoder import format_autoencoder  # noqa: PLC0415 - imports this

        return format_autoencoder(self)

    @property
    def code_names(self) -> list[str]:
        """The code units: code1, code2, ..."""
        return [f"code{unit + 1}" for unit in range(self.code_units)]

    @property
    def code_units(self) -> int:
        """How many numbers, or bits, a case becomes."""
        return len(self.layers[self.code_layers - 1].bias)

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

    def encode(self, newdata: Any = None) -> pd.DataFrame:
        """Return the codes of cases, shape (n, k): of a binary code numbers between 0 and 1.

        Parameters
        ----------
        newdata : DataFrame or array_like, optional
            Cases; left out, those it was fitted to.
        """
        x, rows = self._inputs(newdata)
        return named_matrix(outputs(self.layers[: self.code_layers], x), rows, self.code_names)

    def decode(self, compressed: Any) -> pd.DataFrame:
        """Return what codes stand for, shape (n, p), on the scale of the data.

        Parameters
        ----------
        compressed : DataFrame or array_like, shape (n, k)
            Codes, as `encode` returns them; a vector is one.
        """
        codes, rows = numeric_rows(compressed)
        if codes.shape[1] != self.code_units:
            raise RError(
                f"'compressed' has {codes.shape[1]} columns, the code {self.code_units} units",
                "Give what `encode` returns.",
            )
        check_complete(codes, self.code_names)
        return self._restored(outputs(self.layers[self.code_layers :], codes), rows)

    def reconstruct(self, newdata: Any = None) -> Reconstruction:
        """Return what is left of cases after their code, with their errors: anomaly scores."""
        x, rows = self.inputs(newdata)
        found = self._restored(outputs(self.layers, self._standardised(x)), rows)
        return reconstruction_of(x, found)

    def predict(self, newdata: Any = None) -> pd.DataFrame:
        """Return the reconstructions of cases, as `reconstruct().reconstructed` does."""
        return self.reconstruct(newdata).reconstructed

    def hash_codes(self, newdata: Any = None) -> pd.DataFrame:
        """Return the codes of cases as bits, shape (n, k): 1 where a unit is more on than off."""
        middle = 0.5 if self.binary else 0.0
        codes = self.encode(newdata)
        bits = (codes.to_numpy() > middle).astype(np.int64)
        return named_matrix(bits, list(codes.index), self.code_names)

    def hash_precision(self, labels: Any, n: int = 20, newdata: Any = None) -> float:
        """Return how often one of the n nearest codes has a case's own label.

        Codes are compared by the number of different bits; of equally near ones as many as are
        needed count in part.

        Parameters
        ----------
        labels : array_like, shape (cases,)
        n : int
            How many neighbours.
        newdata : DataFrame or array_like, optional
            The cases the labels belong to; by default those fitted.
        """
        return code_precision(self.hash_codes(newdata).to_numpy(), labels, n)

    def compare_pca(self, newdata: Any = None) -> PcaComparison:
        """Compare with as many principal components of the cases fitted.

        Parameters
        ----------
        newdata : DataFrame or array_like, optional
            Cases whose errors are compared; by default those fitted.
        """
        if self.cases is None:
            raise RError(
                "an autoencoder from a file has no cases to find components of",
                "Fit it anew, or use prcomp().",
            )
        x, _ = self.inputs(newdata)
        return compare_with_pca(
            self._standardised(self.cases.x),
            self._standardised(x),
            lambda rows: outputs(self.layers, rows),
            self.code_units,
            self.encoder.input_names,
        )

    def summary(self) -> "SummaryAutoencoder":
        """Return the summary: the layers with their sizes and parameters, and the settings."""
        return SummaryAutoencoder(self)

    def plot(self, what: str = "reconstruction", newdata: Any = None, **options: Any) -> "Figure":
        """Draw the autoencoder; see `rnet.deep.plot_autoencoder` for what there is.

        Parameters
        ----------
        what : {"reconstruction", "embedding", "compression", "scree", "anomaly", "filters", \
                "history", "gradients"}
            Cases, what is left of them, and what principal components leave; codes of two
            dimensions beside two components (`labels`); all pairs of code units; error against
            the number of components; anomaly scores with their ROC curve (`labels`: which cases
            are anomalies); the weights of the first layer; how training went.
        newdata : DataFrame or array_like, optional
            The cases drawn; by default those fitted.
        **options
            `labels`, a class for each case; `which`, numbers of cases or units counted from 1.
        """
        from rnet.deep.plot_autoencoder import plot_autoencoder  # noqa: PLC0415 - when drawn

        return plot_autoencoder(self, what, newdata, **options)

    def save(self, path: str | PathLike[str]) -> None:
        """Write the autoencoder to a file that `load_model` reads."""
        from rnet.deep.saved_codes import save_autoencoder  # noqa: PLC0415 - imports this module

        save_autoencoder(self, path)

    def inputs(self, newdata: Any = None) -> tuple[Doubles, list[str]]:
        """Return cases as inputs on the scale of the data, shape (n, p), and their names."""
        return inputs_of(self.encoder, self.cases, newdata)

    def _inputs(self, newdata: Any) -> tuple[Doubles, list[str]]:
        x, rows = self.inputs(newdata)
        return self._standardised(x), rows

    def _standardised(self, x: Doubles) -> Doubles:
        return x if self.standard is None else self.standard.scaled(x)

    def _restored(self, found: Doubles, rows: Sequence[str]) -> pd.DataFrame:
        if self.standard is not None:
            found = self.standard.unscaled(found)
        return self.encoder.pictures(found, rows)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryAutoencoder(Record):
    """The summary of an autoencoder.

    Attributes
    ----------
    object : Autoencoder
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("object", "frame")

    object: Autoencoder

    @property
    def frame(self) -> pd.DataFrame:
        """One row a layer."""
        return layer_table(self.object.layers)

    def __str__(self) -> str:
        from rnet.deep.print_autoencoder import format_summary  # noqa: PLC0415 - imports this

        return format_summary(self)

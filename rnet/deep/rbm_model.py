"""`Rbm`: a fitted restricted Boltzmann machine."""

from dataclasses import dataclass
from os import PathLike
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.arguments import whole
from rnet.deep.boltzmann import Machine, RbmSettings
from rnet.deep.cases import Cases, Encoder, check_complete, inputs_of, numeric_rows
from rnet.deep.reconstruction import Reconstruction, reconstruction_of
from rnet.language.tree import Call
from rnet.record import Record
from rnet.rng.state import DRAWING, generator
from rnet.values import named_matrix

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Standard:
    """How p inputs are standardised.

    Attributes
    ----------
    center, spread : ndarray, shape (p,)
    """

    center: Doubles
    spread: Doubles

    def scaled(self, x: Doubles) -> Doubles:
        """Return inputs with mean 0 and standard deviation 1."""
        return (x - self.center) / self.spread

    def unscaled(self, z: Doubles) -> Doubles:
        """Return standardised inputs on the scale of the data."""
        return z * self.spread + self.center


def standard_by(x: Doubles) -> Standard:
    """Return how cases x, shape (n, p), are standardised; constant inputs are only centred."""
    spread = x.std(axis=0, ddof=1) if len(x) > 1 else np.zeros(x.shape[1])
    return Standard(x.mean(axis=0), np.where(spread > 0, spread, 1.0))


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Rbm(Record):
    """A fitted restricted Boltzmann machine of p visible and q hidden units.

    Attributes
    ----------
    call : Call
    machine : Machine
        Weights and biases.
    settings : RbmSettings
    encoder : Encoder
        How data become inputs.
    standard : Standard or None
        How Gaussian visible units are standardised.
    history : DataFrame
        A row for each epoch: epoch, step (so far), loss (mean squared error of the
        reconstructions, while training), grad_norm_1; with cases held out val_loss and
        val_free_energy, which rises again when the machine overfits.
    cases : Cases or None
        What it was fitted to; None for a machine from a file.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "call", "weights", "visible.bias", "hidden.bias", "visible.type", "history",
    )  # fmt: skip

    call: Call
    machine: Machine
    settings: RbmSettings
    encoder: Encoder
    standard: Standard | None
    history: pd.DataFrame
    cases: Cases | None

    def __str__(self) -> str:
        from rnet.deep.print_rbm import format_rbm  # noqa: PLC0415 - imports this module

        return format_rbm(self)

    @property
    def hidden_names(self) -> list[str]:
        """The hidden units: h1, h2, ..."""
        return [f"h{unit + 1}" for unit in range(len(self.machine.hidden_bias))]

    @property
    def weights(self) -> pd.DataFrame:
        """The weights, shape (p, q), a matrix with names."""
        return named_matrix(self.machine.weights, self.encoder.input_names, self.hidden_names)

    @property
    def visible_bias(self) -> "pd.Series[float]":
        """The biases of the visible units."""
        names = pd.Index(self.encoder.input_names, dtype=object)
        return pd.Series(self.machine.visible_bias, index=names)

    @property
    def hidden_bias(self) -> "pd.Series[float]":
        """The biases of the hidden units."""
        return pd.Series(self.machine.hidden_bias, index=pd.Index(self.hidden_names, dtype=object))

    @property
    def visible_type(self) -> str:
        """The kind of visible units."""
        return self.machine.visible.name

    def up(self, newdata: Any = None) -> pd.DataFrame:
        """Return the probabilities that hidden units are on, shape (n, q).

        Parameters
        ----------
        newdata : DataFrame or array_like, optional
            Cases; left out, those the machine was fitted to.
        """
        x, rows = self._inputs(newdata)
        return named_matrix(self.machine.up(x), rows, self.hidden_names)

    def down(self, h: Any) -> pd.DataFrame:
        """Return the means of the visible units, shape (n, p), on the scale of the data.

        Parameters
        ----------
        h : DataFrame or array_like, shape (n, q)
            States or probabilities of the hidden units; a vector is one case.
        """
        states, rows = numeric_rows(h)
        if states.shape[1] != len(self.hidden_names):
            raise RError(
                f"'h' has {states.shape[1]} columns, the machine {len(self.hidden_names)} "
                "hidden units",
                "Give what `up` returns.",
            )
        check_complete(states, self.hidden_names)
        return self._visible(self.machine.down(states), rows)

    def sample(self, n: int = 1, steps: int = 1000, start: Any = None) -> pd.DataFrame:
        """Return visible means after Gibbs sampling, shape (n, p): what the machine dreams of.

        Parameters
        ----------
        n : int
            How many chains, each of its own.
        steps : int
            How many times all hidden and then all visible units are drawn.
        start : DataFrame or array_like, optional
            One case for each chain to start from; by default the hidden units are tossed.
        """
        rows = [str(chain + 1) for chain in range(whole(n, "n"))]
        with DRAWING:
            if start is None:
                tossed = generator().uniform(n * len(self.hidden_names)).reshape(n, -1) < 0.5
                v = self.machine.down(tossed.astype(np.float64))
            else:
                v, rows = self._inputs(start)
            means = self.machine.gibbs(v, whole(steps, "steps"), generator())
        return self._visible(means, rows)

    def free_energy(self, newdata: Any = None) -> "pd.Series[float]":
        """Return the free energy of cases: minus the log of their unnormalised probability."""
        x, rows = self._inputs(newdata)
        return pd.Series(self.machine.free_energy(x), index=pd.Index(rows, dtype=object))

    def reconstruct(self, newdata: Any = None) -> Reconstruction:
        """Return cases sent up and down again, with their errors."""
        x, rows = self._inputs(newdata)
        found = self._visible(self.machine.down(self.machine.up(x)), rows)
        return reconstruction_of(x if self.standard is None else self.standard.unscaled(x), found)

    def predict(self, newdata: Any = None) -> pd.DataFrame:
        """Return the probabilities of the hidden units, as `up` does."""
        return self.up(newdata)

    def summary(self) -> "SummaryRbm":
        """Return the summary: what is printed, how it was trained, how large the weights are."""
        return SummaryRbm(self)

    def plot(self, what: str = "filters", newdata: Any = None, which: Any = None) -> Any:
        """Draw the machine and return the matplotlib figure.

        Parameters
        ----------
        what : {"filters", "history", "reconstruction", "samples"}
            The weights of hidden units as pictures; the error by epoch; cases and what the
            machine makes of them; what it dreams of after more and more steps of sampling.
        newdata : DataFrame or array_like, optional
            The cases of "reconstruction", by default those the machine was fitted to; where the
            chains of "samples" start, by default anywhere.
        which : sequence of int, optional
            Which hidden units or cases, counted from 1.
        """
        from rnet.deep.plot_rbm import plot_rbm  # noqa: PLC0415 - imports this module

        return plot_rbm(self, what, newdata, which)

    def save(self, path: str | PathLike[str]) -> None:
        """Write the machine to a file that `load_model` reads."""
        from rnet.deep.saved_codes import save_rbm  # noqa: PLC0415 - imports this module

        save_rbm(self, path)

    def inputs(self, newdata: Any = None) -> tuple[Doubles, list[str]]:
        """Return cases as inputs on the scale of the data, shape (n, p), and their names."""
        return inputs_of(self.encoder, self.cases, newdata)

    def _inputs(self, newdata: Any) -> tuple[Doubles, list[str]]:
        x, rows = self.inputs(newdata)
        return (x if self.standard is None else self.standard.scaled(x)), rows

    def _visible(self, means: Doubles, rows: list[str]) -> pd.DataFrame:
        if self.standard is not None:
            means = self.standard.unscaled(means)
        return self.encoder.pictures(means, rows)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryRbm(Record):
    """The summary of a machine.

    Attributes
    ----------
    object : Rbm
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("object", "frame")

    object: Rbm

    @property
    def frame(self) -> pd.DataFrame:
        """Minimum, quartiles, mean and maximum of weights and biases, one row each."""
        machine = self.object.machine
        parts = {
            "weights": machine.weights,
            "visible biases": machine.visible_bias,
            "hidden biases": machine.hidden_bias,
        }
        rows = [
            [*np.quantile(part, [0.0, 0.25, 0.5]), part.mean(), *np.quantile(part, [0.75, 1.0])]
            for part in parts.values()
        ]
        names = ["Min.", "1st Qu.", "Median", "Mean", "3rd Qu.", "Max."]
        return named_matrix(np.array(rows), list(parts), names)

    def __str__(self) -> str:
        from rnet.deep.print_rbm import format_summary  # noqa: PLC0415 - imports this module

        return format_summary(self)

"""What `lstm`, `gru` and `rnn` return."""

from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.activations import activation_named
from rnet.deep.arguments import whole
from rnet.deep.cases import Encoder
from rnet.deep.convnet_model import Targets
from rnet.deep.fit_summary import FitSummary
from rnet.deep.sequences import delayed, places_of
from rnet.deep.torch_engine import Weights
from rnet.deep.torch_recurrent import RecurrentPlan, run_recurrent
from rnet.deep.torch_settings import TorchSettings
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.record import Record
from rnet.values import named_matrix, row_names

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """How a table is read as sequences, and what is learned of them.

    Attributes
    ----------
    id, time : str or None
        The columns that tell sequences apart, and that order rows.
    ahead : int
        How many rows later the response is that each row is to tell.
    last_only : bool
        Whether only the last row of each sequence has an answer.
    """

    id: str | None
    time: str | None
    ahead: int
    last_only: bool


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Recurrent(Record):
    """A trained recurrent network.

    Attributes
    ----------
    call : Call
    plan : RecurrentPlan
        Kind and sizes.
    series : SeriesPlan
        How rows are sequences.
    arrays : tuple of tuple of ndarray
        Weights of the recurrent layers, and of the output layer, in PyTorch's shapes and order.
    encoder : Encoder
    targets : Targets
        What the outputs stand for.
    centre, spread : ndarray, shape (inputs,)
        The network sees (x - centre) / spread.
    settings : TorchSettings
    history : DataFrame
        A row for each epoch.
    best_epoch : int
    data : DataFrame or None
        The data given; None for a network read from a file.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "call", "weights", "lev", "history", "parameters",
    )  # fmt: skip

    call: Call
    plan: RecurrentPlan
    series: SeriesPlan
    arrays: Weights
    encoder: Encoder
    targets: Targets
    centre: Doubles
    spread: Doubles
    settings: TorchSettings
    history: pd.DataFrame
    best_epoch: int
    data: pd.DataFrame | None

    def __str__(self) -> str:
        from rnet.deep.print_recurrent import format_recurrent  # noqa: PLC0415 - imports this

        return format_recurrent(self)

    @property
    def lev(self) -> list[str] | None:
        """The classes, or None."""
        return None if self.targets.levels is None else list(self.targets.levels)

    @property
    def weights(self) -> dict[str, npt.NDArray[Any]]:
        """Weights by layer: from the inputs, from the state before, and two biases."""
        parts = ("inputs", "states", "biases", "state.biases")
        found = {
            f"{self.plan.kind}{at // 4 + 1}.{parts[at % 4]}": array
            for at, array in enumerate(self.arrays[0])
        }
        return found | dict(zip(("output.weights", "output.biases"), self.arrays[1], strict=True))

    @property
    def parameters(self) -> int:
        """How many numbers were learned."""
        return sum(array.size for arrays in self.arrays for array in arrays)

    @property
    def terms(self) -> Any:
        """The terms of the formula."""
        return self.encoder.terms

    def predict(self, newdata: Any = ..., type: str = "raw") -> Any:  # noqa: A002 - R's name
        """Predict along sequences.

        Parameters
        ----------
        newdata : DataFrame, optional
            With the columns of the formula, `id` and `time`; by default the data fitted. With
            `ahead` the response is needed too: its past is an input.
        type : {"raw", "class", "prob"}
            Numbers (of classes: probabilities), or the most likely class.

        Returns
        -------
        DataFrame or ndarray
            One row for each of newdata, in its order: what the network says of this row's
            response from rows up to it, or with `ahead` from rows at least so far before it (NaN
            where there are none). With ``target="last"`` one row for each sequence.
        """
        kind = match_arg(type, ("raw", "class", "prob"))
        if kind != "raw" and self.targets.levels is None:
            raise RError(f"inappropriate fit for {kind}", "The response is no factor.")
        data = self.given(newdata)
        places = places_of(data, self.series.id, self.series.time)
        found = self._outputs(data)
        if self.series.last_only:
            rows, names = found[np.arange(len(found)), places.last()], places.names
        else:
            rows = places.rows(delayed(found, self.series.ahead))
            names = row_names(data)
        if kind == "class":
            return self.targets.chosen(rows)
        return named_matrix(rows, names, self.targets.names)

    def given(self, newdata: Any = ...) -> pd.DataFrame:
        """Return data given, or else those fitted."""
        given = self.data if newdata is ... else newdata
        if given is None:
            raise RError("a network read from a file has no cases", "Give newdata.")
        if not isinstance(given, pd.DataFrame):
            raise RError("'newdata' must be a data frame", "With the columns of the formula.")
        return given

    def _outputs(self, data: pd.DataFrame) -> Doubles:
        """Return what the network says at every place, in the units of the response."""
        x, _ = self.encoder.inputs(data)
        places = places_of(data, self.series.id, self.series.time)
        return self._answers(places.padded((x - self.centre) / self.spread))

    def _answers(self, inputs: Doubles) -> Doubles:
        found = run_recurrent(self.plan, self.arrays, inputs.astype(np.float32))
        outputs = found.astype(np.float64)
        if self.settings.loss == "ce":
            flat = activation_named("softmax").value(outputs.reshape(-1, outputs.shape[2]))
            outputs = flat.reshape(outputs.shape)
        return self.targets.restored(outputs)

    def forecast(self, n: int = 1, newdata: Any = ...) -> pd.DataFrame:
        """Go on with each sequence beyond its end, feeding forecasts back.

        Parameters
        ----------
        n : int
            How many rows.
        newdata : DataFrame, optional
            Sequences to go on from; by default the data fitted.

        Returns
        -------
        DataFrame
            A row for each step ahead, a column for each sequence.

        Raises
        ------
        RError
            Unless the network was fitted with `ahead` to the past of one response alone.
        """
        ahead, count = self.series.ahead, whole(n, "n")
        if not ahead or self.plan.inputs != 1 or self.plan.outputs != 1:
            raise RError(
                "only a series that depends on its own past can be forecast",
                'Fit "y ~ 1" with ahead=1, or use predict with newdata.',
            )
        data = self.given(newdata)
        x, _ = self.encoder.inputs(data)
        places = places_of(data, self.series.id, self.series.time)
        found = np.empty((count, len(places.names)))
        for number in range(len(places.names)):
            mine = places.sequence == number
            past = x[mine][np.argsort(places.step[mine]), 0]
            found[:, number] = self._continued(past, count)
        return named_matrix(found, [str(k) for k in range(1, count + 1)], places.names)

    def _continued(self, past: Doubles, count: int) -> Doubles:
        """Return forecasts of the steps after the last of one series."""
        known: list[float] = past.tolist()
        coming: list[float] = []
        while len(coming) < count:
            inputs = (np.array(known)[None, :, None] - self.centre) / self.spread
            said = self._answers(inputs)[0, :, 0]
            if not coming:
                coming = said[len(past) - self.series.ahead :].tolist()
            else:
                coming.append(float(said[-1]))
            known.append(coming[len(known) - len(past)])
        return np.array(coming[:count])

    def plot(
        self, what: str = "history", newdata: Any = ..., which: Any = None, n: int = 0
    ) -> "Figure":
        """Draw how training went, or what the network says of series.

        Parameters
        ----------
        what : {"history", "gradients", "series"}
            Losses, or lengths of the gradients, over the epochs; the response along each
            sequence with what the network says of it.
        newdata : DataFrame, optional
            The data of "series"; by default those fitted.
        which : str or sequence of str, optional
            Values of `id`: the sequences drawn; by default the first six.
        n : int
            So many forecasts after the end of each, where `forecast` can.
        """
        from rnet.deep.plot_recurrent import plot_recurrent  # noqa: PLC0415 - imports this module

        return plot_recurrent(self, what, newdata, which, n)

    def summary(self) -> "SummaryRecurrent":
        """Return the summary, with how it was trained."""
        return SummaryRecurrent(self)

    def save(self, path: str | PathLike[str]) -> None:
        """Write the network to a file that `load_model` reads."""
        from rnet.deep.saved_recurrent import save_recurrent  # noqa: PLC0415 - imports this

        save_recurrent(self, path)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryRecurrent(FitSummary):
    """The summary of a recurrent network.

    Attributes
    ----------
    object : Recurrent
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("call", "parameters")

    object: Recurrent

    def __str__(self) -> str:
        from rnet.deep.print_recurrent import format_summary  # noqa: PLC0415 - imports this

        return format_summary(self)

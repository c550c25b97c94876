"""The networks deepnet's functions return."""

from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.deepnet_summary import SummaryDeepnet, steps_of, summary_of
from rnet.record import Record

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Reals = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class DeepnetNN(Record):
    """A network of `nn_train`, `dbn_dnn_train` or `sae_dnn_train`: in R a list without a class.

    Attributes
    ----------
    input_dim, output_dim : int
        Inputs and outputs.
    hidden, size : ndarray of int
        Units of the hidden layers; of all, input and output too.
    activationfun, output : str
        The functions of the hidden units and of the outputs.
    learningrate : float
        The rate after the last epoch, times `learningrate_scale` once an epoch.
    momentum, learningrate_scale, hidden_dropout, visible_dropout : float
        As given.
    W, B : list
        Weights, units x inputs, and biases of each layer. `W[0]` has the column names of x, the
        last of both the column names of y, if there are any.
    vW, vB : list
        The last step of each under momentum.
    dropout_mask : list or None
        The masks of the last batch: of the inputs, of each hidden layer.
    post, pre : list
        What came out of each layer, and what went in, for the last batch; `pre` begins with None.
    e : ndarray, shape (cases of the last batch, outputs)
        Its errors, y less output.
    L : ndarray or None, shape (steps,)
        The loss of each batch before its step.
    quirks : bool
        Whether it was trained as R trains, and predicts so. Not a component in R.
    """

    PLAIN_LIST: ClassVar[bool] = True
    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "input_dim", "output_dim", "hidden", "size", "activationfun", "learningrate", "momentum",
        "learningrate_scale", "hidden_dropout", "visible_dropout", "output", "W", "vW", "B", "vB",
        "dropout_mask", "post", "pre", "e", "L",
    )  # fmt: skip

    input_dim: int
    output_dim: int
    hidden: npt.NDArray[np.int64]
    size: npt.NDArray[np.int64]
    activationfun: str
    learningrate: float
    momentum: float
    learningrate_scale: float
    hidden_dropout: float
    visible_dropout: float
    output: str
    W: list[Any]
    vW: list[Any]  # noqa: N815 - R's name
    B: list[Any]
    vB: list[Any]  # noqa: N815 - R's name
    dropout_mask: list[Any] | None
    post: list[Any]
    pre: list[Any]
    e: Any
    L: Reals | None
    quirks: bool

    def __str__(self) -> str:
        from rnet.deep.print_deepnet import format_deepnet_nn  # noqa: PLC0415 - text

        return format_deepnet_nn(self)

    def names(self) -> list[str]:
        """Return R's component names in R's order, which dropout changes."""
        names = [name for name in self.COMPONENTS if self[name] is not None]
        if self.dropout_mask is not None and self.visible_dropout <= 0:
            names.remove("dropout_mask")
            names.insert(names.index("pre") + 1, "dropout_mask")
        return names

    def predict(self, newdata: Any) -> Any:
        """Return the outputs for new cases, as `nn_predict`."""
        from rnet.deep.nn_predict import nn_predict  # noqa: PLC0415 - which imports this file

        return nn_predict(self, newdata)

    @property
    def history(self) -> pd.DataFrame:
        """The loss of each step: step, loss. Not a component in R, whose `L` it is."""
        return steps_of(self.L)

    def summary(self) -> SummaryDeepnet:
        """Return the layers with their sizes and parameters."""
        return summary_of(self, self.size, 1)

    def plot(self) -> "Figure":
        """Draw the loss against the step."""
        from rnet.deep.plot_deepnet import plot_steps  # noqa: PLC0415 - matplotlib when drawn

        return plot_steps(self.history)

    def save(self, path: str | PathLike[str]) -> None:
        """Write the network to a file that `load_model` reads."""
        from rnet.deep.saved_deepnet import save_deepnet_nn  # noqa: PLC0415 - imports this file

        save_deepnet_nn(self, path)


def network_of(nn: Any) -> DeepnetNN:
    """Return a network given as itself, or as the list of its components that R code changed.

    Raises
    ------
    RError
        For anything else.
    """
    if isinstance(nn, DeepnetNN):
        return nn
    needed = {name for name in DeepnetNN.COMPONENTS if name not in ("dropout_mask", "L")}
    if not isinstance(nn, Mapping) or not needed <= set(nn):
        raise RError("this is no network of deepnet", "Give what nn_train returned.")
    parts: dict[str, Any] = {name: nn.get(name) for name in DeepnetNN.COMPONENTS}
    for name in ("input_dim", "output_dim"):
        parts[name] = int(parts[name])
    for name in ("hidden", "size"):
        parts[name] = np.atleast_1d(parts[name]).astype(np.int64)
    for name in ("B", "vB"):
        parts[name] = [np.atleast_1d(part) for part in parts[name]]
    return DeepnetNN(**parts, quirks=bool(nn.get("quirks", True)))

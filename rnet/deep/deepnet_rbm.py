"""The restricted Boltzmann machines and stacks of them that deepnet's functions return."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.contrastive_fit import Machine
from rnet.deep.deepnet_summary import SummaryDeepnet, steps_of, summary_of
from rnet.record import Record
from rnet.values import axis_names

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Reals = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class DeepnetRBM(Record):
    """A machine of `rbm_train`: in R a list without a class.

    Attributes
    ----------
    size : ndarray of int, shape (2,)
        Visible and hidden units.
    W, vW : ndarray or DataFrame, shape (hidden, visible)
        Weights, and their last step under momentum (which in R never reaches them).
    B, vB : ndarray or Series, shape (visible,)
        Biases of the visible units.
    C, vC : ndarray, shape (hidden,)
        Biases of the hidden units.
    learningrate : float
        The rate after the last epoch.
    learningrate_scale, momentum : float
        As given.
    hidden_type, visible_type : str
        "bin".
    cd : float
        Sweeps a step.
    e : ndarray, shape (steps,)
        Reconstruction errors.
    """

    PLAIN_LIST: ClassVar[bool] = True
    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "size", "W", "vW", "B", "vB", "C", "vC", "learningrate", "learningrate_scale", "momentum",
        "hidden_type", "visible_type", "cd", "e",
    )  # fmt: skip

    size: npt.NDArray[np.int64]
    W: Any
    vW: Any  # noqa: N815 - R's name
    B: Any
    vB: Any  # noqa: N815 - R's name
    C: Reals
    vC: Reals  # noqa: N815 - R's name
    learningrate: float
    learningrate_scale: float
    momentum: float
    hidden_type: str
    visible_type: str
    cd: float
    e: Reals

    def __str__(self) -> str:
        from rnet.deep.print_deepnet import format_deepnet_rbm  # noqa: PLC0415 - text

        return format_deepnet_rbm(self)

    @property
    def history(self) -> pd.DataFrame:
        """The error of each step: step, loss. Not a component in R, whose `e` it is."""
        return steps_of(self.e)

    def summary(self) -> SummaryDeepnet:
        """Return sizes and parameters."""
        return summary_of(self, self.size, 2)

    def plot(
        self, what: str = "loss", image: Sequence[int] | None = None, which: Any = None
    ) -> "Figure":
        """Draw the machine.

        Parameters
        ----------
        what : {"loss", "weights"}
            The error against the step; the weights of each hidden unit.
        image : pair of int, optional
            Height and width of the pictures that cases are.
        which : sequence of int, optional
            Hidden units counted from 1; by default the first hundred.
        """
        from rnet.deep.plot_deepnet import plot_deepnet_rbm  # noqa: PLC0415 - when drawn

        return plot_deepnet_rbm(self, what, image, which)

    def save(self, path: str | PathLike[str]) -> None:
        """Write the machine to a file that `load_model` reads."""
        from rnet.deep.saved_deepnet import save_deepnet_rbm  # noqa: PLC0415 - imports this file

        save_deepnet_rbm(self, path)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class DeepnetDBN(Record):
    """A stack of machines of `dbn_train`: in R a list without a class.

    Attributes
    ----------
    size : ndarray of int
        Units of all layers from the visible one up.
    rbm : list of DeepnetRBM
        The machines, the lowest first.
    """

    PLAIN_LIST: ClassVar[bool] = True
    COMPONENTS: ClassVar[tuple[str, ...]] = ("size", "rbm")

    size: npt.NDArray[np.int64]
    rbm: list[DeepnetRBM]

    def __str__(self) -> str:
        from rnet.deep.print_deepnet import format_deepnet_dbn  # noqa: PLC0415 - text

        return format_deepnet_dbn(self)

    @property
    def history(self) -> pd.DataFrame:
        """The errors of each machine: layer, step, loss."""
        parts = [machine.history.assign(layer=k) for k, machine in enumerate(self.rbm, 1)]
        return pd.concat(parts, ignore_index=True)[["layer", "step", "loss"]]

    def summary(self) -> SummaryDeepnet:
        """Return the sizes and parameters of the machines."""
        return summary_of(self, self.size, 2)

    def plot(self) -> "Figure":
        """Draw the errors of the machines against the step."""
        from rnet.deep.plot_deepnet import plot_steps  # noqa: PLC0415 - matplotlib when drawn

        return plot_steps(self.history, "layer")

    def save(self, path: str | PathLike[str]) -> None:
        """Write the stack to a file that `load_model` reads."""
        from rnet.deep.saved_deepnet import save_deepnet_dbn  # noqa: PLC0415 - imports this file

        save_deepnet_dbn(self, path)


def machine_of(rbm: Any) -> Machine:
    """Return the numbers of a machine, given as itself or as the list of its components.

    Raises
    ------
    RError
        For anything else.
    """
    known = isinstance(rbm, DeepnetRBM) or (isinstance(rbm, Mapping) and {*"WBC"} <= set(rbm))
    if not known:
        raise RError("this is no machine of deepnet", "Give what rbm_train returned.")
    names = ("W", "B", "C", "vW", "vB", "vC")
    parts = [np.array(rbm[name], dtype=np.float64) for name in names]
    return Machine(*(part if part.ndim == 2 else np.atleast_1d(part) for part in parts))


def visible_names(rbm: Any) -> list[str | None] | None:
    """Return the names of the visible units, None where they have none."""
    index = getattr(rbm["B"], "index", None)
    return None if index is None else axis_names(index)

"""`transfer_curve`: what starting from a known network is worth, against the number of labels."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.arguments import whole
from rnet.deep.cases import cases_of
from rnet.deep.convnet import convnet
from rnet.deep.convnet_model import Convnet
from rnet.deep.print_mlp import format_call
from rnet.deep.shuffle import random_order
from rnet.deep.transfer import MODES, transfer
from rnet.formulas.formula import Formula
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.printing.matrix import format_matrix
from rnet.record import Record
from rnet.rng.state import generator

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WAYS = ("scratch", *MODES)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class TransferCurve(Record):
    """Accuracies of networks that learned from few labels.

    Attributes
    ----------
    call : Call
    frame : DataFrame
        Columns mode, labels (of each class), repetition, accuracy (on all other cases).
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("call", "frame")

    call: Call
    frame: pd.DataFrame

    def means(self) -> pd.DataFrame:
        """Return the mean accuracy, a row for each mode and a column for each number of labels."""
        return self.frame.pivot_table("accuracy", "mode", "labels", sort=False)

    def __str__(self) -> str:
        return format_transfer_curve(self)

    def plot(self, what: str = "transfer") -> "Figure":
        """Draw accuracy against the number of labels, a curve for each mode."""
        from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

        match_arg(what, ("transfer",))
        figure = ShownFigure(figsize=(6.5, 4.2), layout="constrained")
        axes = figure.subplots()
        for mode, row in self.means().iterrows():
            axes.plot(row.index, row.to_numpy(), "o-", label=str(mode))
        axes.set(xscale="log", xlabel="labels of each class", ylabel="accuracy on the rest")
        axes.set_xticks(list(self.means().columns), [str(k) for k in self.means().columns])
        axes.legend()
        return figure


@keeps_call("transfer.curve")
def transfer_curve(
    call: Call,
    fit: Convnet,
    formula: str | Formula,
    data: pd.DataFrame,
    labels: Sequence[int] = (1, 3, 10, 30),
    modes: Sequence[str] = WAYS,
    repeats: int = 1,
    n_epochs: int = 60,
    batch_size: int = 16,
    learn_rates: float | None = None,
) -> TransferCurve:
    """Learn from few labels in several ways, and count hits on the other cases.

    Parameters
    ----------
    fit : Convnet
        The network to start from.
    formula, data
        As for `transfer`; a factor response.
    labels : sequence of int
        How many cases of each class to learn from.
    modes : sequence of str
        Any of "scratch" (a new network of the same layers), "last", "freeze", "init".
    repeats : int
        How often new cases are drawn.
    n_epochs, batch_size : int
        How often the few cases are seen, and how many a step uses, if there are so many.
    learn_rates : float, optional

    Returns
    -------
    TransferCurve
        Prints mean accuracies; `plot` draws the curves; `frame` has all.

    Raises
    ------
    RError
        If a class has too few cases.

    Examples
    --------
    >>> from rnet import convnet, data, set_seed, transfer_curve
    >>> digits = data("digits")
    >>> low = digits[digits["digit"].isin(list("01234"))][:300]
    >>> high = digits[digits["digit"].isin(list("56789"))][:300]
    >>> set_seed(1)
    >>> fit = convnet("digit ~ .", low, n_epochs=2)
    >>> curve = transfer_curve(fit, "digit ~ .", high, labels=[1, 3], n_epochs=3)
    >>> curve.means().shape
    (4, 2)
    """
    ways = [match_arg(mode, WAYS) for mode in modes]
    cases = cases_of(formula, data, response=True)
    if cases.levels is None:
        raise RError("inappropriate response", "Accuracy needs a factor.")
    layers, rows = fit.layers[:-1], []
    for repetition in range(1, whole(repeats, "repeats") + 1):
        for count in labels:
            few = _drawn(cases.codes, whole(count, "labels"))
            chosen, rest = data.iloc[few], data.drop(data.index[few])
            truth = np.array(cases.levels, dtype=object)[np.delete(cases.codes, few)]
            for mode in ways:
                common: dict[str, Any] = {
                    "image": fit.image,
                    "n_epochs": n_epochs,
                    "batch_size": min(whole(batch_size, "batch_size"), len(few)),
                    "learn_rates": learn_rates,
                }
                if mode == "scratch":
                    learned = convnet(formula, chosen, layers=layers, **common)
                else:
                    learned = transfer(fit, formula, chosen, mode, **common)
                hits = learned.predict(rest, "class") == truth
                rows.append((mode, count, repetition, float(hits.mean())))
    frame = pd.DataFrame(rows, columns=["mode", "labels", "repetition", "accuracy"])
    return TransferCurve(call, frame)


def _drawn(codes: npt.NDArray[np.int64], count: int) -> npt.NDArray[np.int64]:
    """Return the places of `count` cases of each class, drawn from R's stream."""
    found = []
    for code in np.unique(codes):
        places = np.flatnonzero(codes == code)
        if len(places) <= count:
            raise RError(f"a class has {len(places)} cases only", "Ask for fewer labels than that.")
        found.append(places[random_order(len(places), generator())[:count]])
    return np.sort(np.concatenate(found))


def format_transfer_curve(curve: TransferCurve) -> str:
    """Return the call and the table of mean accuracies."""
    means = curve.means()
    table = format_matrix(
        means.to_numpy().round(4), list(means.index), [str(k) for k in means.columns]
    )
    title = "Accuracy by labels of each class:"
    return "\n".join([*format_call(curve.call), "", title, table])

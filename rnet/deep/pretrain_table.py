"""`pretrain_table`: does pre-training help? The table of Bengio et al. (2007) on given data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.activations import LOGISTIC, RELU
from rnet.deep.arguments import positive, units, whole
from rnet.deep.boltzmann import VISIBLE_UNITS
from rnet.deep.cases import Cases, cases_of
from rnet.deep.dbn import machine_settings, settings_with
from rnet.deep.fine_tuning import FineTuning, fine_tuning, started, tuned
from rnet.deep.history import right
from rnet.deep.initialisation import Initialisation
from rnet.deep.mlp_model import Mlp
from rnet.deep.network import Layer, outputs
from rnet.deep.optimizers import OPTIMIZERS
from rnet.deep.pretraining import (
    Greedy,
    first_layers,
    layers_of_machines,
    pretrain_autoencoders,
    pretrain_machines,
    pretrain_supervised,
)
from rnet.deep.rbm import standard_of
from rnet.deep.shown_settings import with_r_names
from rnet.deep.shuffle import random_order
from rnet.deep.start_layers import LayerPlan, start_layers
from rnet.formulas.formula import Formula
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.progress import counting_bar
from rnet.record import Record
from rnet.rng.state import DRAWING, generator

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PRETRAIN = {
    "n_epochs": 20,
    "learn_rates": 0.1,
    "cd": 1,
    "momentum": 0.5,
    "batch_size": None,
    "L2": 0.0,
}
SPLIT = (0.6, 0.2, 0.2)
USUAL_START = Initialisation("uniform", "U(±1/√p)", lambda p, _q: 1 / sqrt(p), uniform=True)
"""The start weights of the paper, which calls them usual."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class PretrainTable(Record):
    """Errors of the same network started in different ways.

    Attributes
    ----------
    call : Call
    errors : DataFrame
        One row a way, named; columns rate (the learning rate with the lowest validation error),
        train, valid, test (errors in percent), bengio2007 (the test error of the lecture's table,
        on 60000 pictures of MNIST; NaN where it has none).
    sizes : tuple of int
        Cases to train, to choose the rate, and to test.
    nets : dict
        The networks, by the names of the rows.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("call", "errors", "sizes", "nets", "history")

    call: Call
    errors: pd.DataFrame
    sizes: tuple[int, ...]
    nets: Mapping[str, Mlp]

    def __str__(self) -> str:
        from rnet.deep.print_pretrain_table import format_pretrain_table  # noqa: PLC0415 - cycle

        return format_pretrain_table(self)

    @property
    def history(self) -> pd.DataFrame:
        """The epochs of fine-tuning: `start` says which network, else as `mlp` has them."""
        parts = [net.history.assign(start=name) for name, net in self.nets.items()]
        found = pd.concat(parts, ignore_index=True)
        return found[["start", *(name for name in found.columns if name != "start")]]

    def summary(self) -> pd.DataFrame:
        """Return the errors, beside the parameters of each network."""
        counts = [self.nets[str(name)].parameters for name in self.errors.index]
        return self.errors.assign(parameters=counts)

    def plot(self, what: str = "errors") -> "Figure":
        """Draw the networks beside each other.

        Parameters
        ----------
        what : {"errors", "history"}
            Errors in percent; the loss of fine-tuning by epoch.
        """
        from rnet.deep.plot_deepnet import plot_errors, plot_steps  # noqa: PLC0415 - when drawn

        if match_arg(what, ("errors", "history")) == "errors":
            return plot_errors(self.errors)
        return plot_steps(self.history, "start", "epoch")


@dataclass(frozen=True, slots=True, eq=False)
class _Study:
    """What all rows share: the task, x and y to learn from, and how."""

    task: FineTuning
    x: npt.NDArray[np.float64]
    y: npt.NDArray[np.float64]
    sizes: tuple[int, ...]
    pretrain: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Row:
    """A way to start.

    Attributes
    ----------
    name : str
    bengio2007 : float
    start : callable
        Gives the hidden layers.
    is_modern : bool
        Whether Adam at its usual rate trains it, instead of plain gradient descent.
    """

    name: str
    bengio2007: float
    start: Callable[[_Study], Sequence[Layer]]
    is_modern: bool = False


@keeps_call("pretrain_table")
def pretrain_table(
    call: Call,
    formula: str | Formula,
    data: Any = None,
    hidden: int | Sequence[int] = (100, 100, 100),
    *,
    n_epochs: int = 30,
    learn_rates: Sequence[float] = (0.1, 0.5),
    batch_size: int = 20,
    pretrain: Mapping[str, Any] | None = None,
    split: Sequence[float] = SPLIT,
    progress: bool | None = None,
) -> PretrainTable:
    """Compare ways to start a deep network of logistic units, to see whether pre-training helps.

    The rows are those of the lecture's table: pre-training by Boltzmann machines (a deep belief
    network), by autoencoders, by supervised layers; no pre-training; a shallow network. A last row
    shows what is done today instead: rectified linear units, weights after He et al., Adam.

    Parameters
    ----------
    formula : str or Formula
        Classes on the left: ``"digit ~ ."``.
    data : DataFrame, optional
        Complete cases, values between 0 and 1.
    hidden : int or sequence of int
        Units of the hidden layers; the shallow network has the first of them only.
    n_epochs, batch_size : int
        Of fine-tuning, by plain gradient descent.
    learn_rates : sequence of float
        Rates to choose from by the error on the validation cases.
    pretrain : mapping, optional
        n_epochs (20), learn_rates (0.1), cd, momentum, batch_size, L2 of the machines.
        Autoencoders and supervised layers take n_epochs and batch_size, and use Adam and gradient
        descent.
    split : sequence of float
        Shares of the cases to train, to choose the rate, and to test, drawn at random.
    progress : bool, optional
        Whether to show a progress bar; by default at a terminal.

    Returns
    -------
    PretrainTable

    Raises
    ------
    RError
        For a response of numbers, values outside [0, 1], too few cases, unknown settings.

    Notes
    -----
    Bengio, Lamblin, Popovici and Larochelle (2007), "Greedy layer-wise training of deep
    networks". On a few thousand digits the deep network without pre-training is the worst, and
    the modern one needs none; the order among the three ways of pre-training is chance.

    Examples
    --------
    >>> from rnet import data, pretrain_table, set_seed
    >>> set_seed(1)
    >>> found = pretrain_table("digit ~ .", data("digits")[:300], (20, 20), n_epochs=2)
    >>> found.errors.shape, found.sizes
    ((6, 5), (180, 60, 60))
    """
    cases = cases_of(formula, data, response=True)
    if cases.levels is None:
        raise RError("'pretrain_table' needs classes", "Make the response a factor.")
    standard_of(cases, VISIBLE_UNITS["bin"])  # values must lie between 0 and 1
    sizes = units(hidden)
    rates = [positive(rate, "learn_rates") for rate in np.atleast_1d(np.asarray(learn_rates))]
    call = with_r_names(call)
    wanted = settings_with(PRETRAIN, pretrain)
    steps = len(ROWS) + (len(ROWS) - 1) * len(rates) + 1
    with DRAWING, counting_bar(steps, "pretrain_table", "run", progress) as move:
        parts = _parts(len(cases), split)
        task = fine_tuning(
            cases, generator(), loss="ce", optim="sgd", learn_rates=rates[0],
            n_epochs=n_epochs, batch_size=batch_size, L1=0.0, L2=0.0, clip=None,
            val_prop=0.0, patience=None, progress=False,
        )  # fmt: skip
        task = replace(task, learning=parts[0])
        study = _Study(task, cases.x[parts[0]], task.y[parts[0]], sizes, wanted)
        _check_pretraining(study)
        found = [_fitted(row, study, rates, parts, call, move) for row in ROWS]
    errors = pd.DataFrame(
        [of_row for of_row, _ in found], index=pd.Index([row.name for row in ROWS], dtype=object)
    )
    nets = {row.name: net for row, (_, net) in zip(ROWS, found, strict=True)}
    return PretrainTable(call, errors, tuple(len(part) for part in parts), nets)


def _fitted(
    row: _Row,
    study: _Study,
    rates: Sequence[float],
    parts: Sequence[Any],
    call: Call,
    move: Callable[[], object] | None,
) -> tuple[dict[str, float], Mlp]:
    """Return the errors and the network of a row, at the rate with the lowest validation error."""
    task = study.task
    start = started(call, task, row.start(study))
    _moved(move)
    adam = OPTIMIZERS["adam"]
    best: tuple[float, float, Mlp] | None = None
    for rate in [adam.rate] if row.is_modern else rates:
        epochs = len(task.settings.learn_rates)
        settings = replace(task.settings, learn_rates=(rate,) * epochs)
        if row.is_modern:
            settings = replace(settings, optimizer=adam)
        own = replace(task, settings=settings)
        net = tuned(replace(start, settings=settings), own, generator())
        _moved(move)
        valid = _error(net, task.cases, task.y, parts[1])
        if best is None or valid < best[0]:
            best = valid, rate, net
    assert best is not None  # there is at least one rate
    valid, rate, net = best
    train, test = (_error(net, task.cases, task.y, part) for part in (parts[0], parts[2]))
    known = {"train": train, "valid": valid, "test": test, "bengio2007": row.bengio2007}
    return {"rate": rate, **known}, net


def _error(net: Mlp, cases: Cases, y: Any, places: Any) -> float:
    """Return the share of wrong classes in percent."""
    found = right(outputs(net.layers, cases.x[places]), y[places])
    return 100.0 * (1.0 - found / len(places))


def _parts(cases: int, split: Any) -> list[npt.NDArray[np.int64]]:
    """Return the places of the cases to train, to choose, and to test."""
    shares = [positive(share, "split") for share in np.atleast_1d(np.asarray(split))]
    if len(shares) != 3 or sum(shares) > 1 + 1e-9:
        raise RError("'split' must be three shares that sum to 1", "Such as (0.6, 0.2, 0.2).")
    ends = [round(cases * sum(shares[: k + 1])) for k in range(3)]
    order = random_order(cases, generator())
    parts = [np.sort(order[a:b]) for a, b in zip([0, *ends], ends, strict=False)]
    if not all(len(part) for part in parts):
        raise RError(f"{cases} cases are too few to split", "Give more, or other shares.")
    return parts


def _check_pretraining(study: _Study) -> None:
    """Refuse settings before the first row is fitted."""
    machine_settings(study.pretrain, len(study.x), VISIBLE_UNITS["bin"])


def _moved(move: Callable[[], object] | None) -> None:
    if move is not None:
        move()


def _by_machines(study: _Study) -> Sequence[Layer]:
    bin_units = VISIBLE_UNITS["bin"]
    settings = machine_settings(study.pretrain, len(study.x), bin_units)
    fits = pretrain_machines(study.x, study.sizes, bin_units, settings, generator())
    return layers_of_machines(fits)


def _greedy(study: _Study, name: str, rate: float | None = None) -> Greedy:
    settings = machine_settings(study.pretrain, len(study.x), VISIBLE_UNITS["bin"])
    optimizer = OPTIMIZERS[name]
    epochs = whole(study.pretrain["n_epochs"], "n_epochs")
    own = replace(
        study.task.settings,
        optimizer=optimizer,
        learn_rates=(optimizer.rate if rate is None else rate,) * epochs,
        batch_size=settings.batch_size,
    )
    return Greedy(study.sizes, LOGISTIC, own)


def _by_autoencoders(study: _Study) -> Sequence[Layer]:
    return first_layers(pretrain_autoencoders(study.x, _greedy(study, "adam"), generator()))


def _by_targets(study: _Study) -> Sequence[Layer]:
    greedy = _greedy(study, "sgd", 0.5)
    return first_layers(
        pretrain_supervised(study.x, study.y, greedy, study.task.activation, generator())
    )


def _drawn(study: _Study, sizes: Sequence[int], act: Any, init: Any) -> Sequence[Layer]:
    """Return hidden layers with drawn weights."""
    widths = (study.x.shape[1], *sizes, study.y.shape[1])
    return start_layers(LayerPlan(widths, act, study.task.activation, init))[:-1]


def _deep(study: _Study) -> Sequence[Layer]:
    return _drawn(study, study.sizes, LOGISTIC, USUAL_START)


def _shallow(study: _Study) -> Sequence[Layer]:
    return _drawn(study, study.sizes[:1], LOGISTIC, USUAL_START)


def _modern(study: _Study) -> Sequence[Layer]:
    return _drawn(study, study.sizes, RELU, "he")


ROWS = (
    _Row("DBN pre-training", 1.2, _by_machines),
    _Row("auto-associator pre-training", 1.4, _by_autoencoders),
    _Row("supervised pre-training", 2.0, _by_targets),
    _Row("deep, no pre-training", 2.4, _deep),
    _Row("shallow, no pre-training", 1.9, _shallow),
    _Row("deep, ReLU + He + Adam", float("nan"), _modern, is_modern=True),
)

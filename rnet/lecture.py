"""The lecture's comparison: a network and a support vector machine beside lm and glm."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.compare import compare_models
from rnet.evaluate.table import Table, table
from rnet.linear.glm import GLM, glm
from rnet.linear.lm import LM, lm
from rnet.neural.neuralnet import neuralnet
from rnet.neural.nn import NN
from rnet.record import Record
from rnet.rng.set_seed import set_seed
from rnet.vector_machine.libsvm import load_solver
from rnet.vector_machine.svm import svm
from rnet.vector_machine.svm_model import SVM

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Fit = TypeVar("Fit")
Scores: TypeAlias = npt.NDArray[np.float64]

FORMULA = "case ~ parity + induced + spontaneous"
RESPONSE = "case"
CUTOFF = 0.5


@dataclass(frozen=True, slots=True, repr=False)
class Lecture(Record):
    """The four fits, their confusion tables and the table that compares them.

    Attributes
    ----------
    seed : int
        The seed set before the network was fitted.
    source : str
        The data set's name, or the path of the CSV file.
    observed : numpy.ndarray
        The response, 0 or 1, shape (n,).
    scores : dict of str to numpy.ndarray
        Predicted scores of each model, shape (n,); a network that did not converge has none.
    network, machine, linear, logistic
        The fits.
    network_table : Table or None
        Observed against predicted at 0.5; None when the network did not converge.
    machine_table : Table
        The same for the support vector machine.
    comparison : pandas.DataFrame
        One row a model: accuracy, sensitivity, specificity, AUC, Brier score, parameters, seconds.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "network", "machine", "linear", "logistic", "network.table", "machine.table", "comparison",
    )  # fmt: skip

    seed: int
    source: str
    observed: Scores
    scores: dict[str, Scores]
    network: NN
    machine: SVM
    linear: LM
    logistic: GLM
    network_table: Table | None
    machine_table: Table
    comparison: pd.DataFrame

    def __str__(self) -> str:
        from rnet.print_lecture import format_lecture  # noqa: PLC0415 - text comes from above

        return format_lecture(self)

    def plot(self) -> "Figure":
        """Draw the network and the ROC curves of the models; return the figure."""
        from rnet.plot_lecture import plot_lecture  # noqa: PLC0415 - matplotlib only when drawn

        return plot_lecture(self)


def lecture(infert: pd.DataFrame, seed: int = 1, source: str = "infert") -> Lecture:
    """Fit and compare the lecture's four models on `infert` or data shaped like it.

    Parameters
    ----------
    infert : DataFrame
        Holds `case` (0 or 1), `parity`, `induced`, `spontaneous`.
    seed : int
        Set before the network is fitted; nothing else draws random numbers.
    source : str
        What to call the data in the text.

    Returns
    -------
    Lecture
        Prints as the R session would.

    Examples
    --------
    >>> import rnet
    >>> result = rnet.lecture(rnet.data("infert"))
    >>> print(result.machine_table)
    <BLANKLINE>
        FALSE TRUE
      0   149   16
      1    43   40
    """
    observed = _observed(infert)
    load_solver()
    set_seed(seed)
    network, seconds_network = _timed(lambda: neuralnet(FORMULA, infert))
    machine, seconds_machine = _timed(lambda: svm(FORMULA, infert))
    linear, seconds_linear = _timed(lambda: lm(FORMULA, infert))
    logistic, seconds_logistic = _timed(lambda: glm(FORMULA, family="binomial", data=infert))
    network_scores = _first_column(network.net_result)
    scores = {} if network_scores is None else {"neuralnet": network_scores}
    scores |= {
        name: np.asarray(fit.fitted(), dtype=np.float64)
        for name, fit in (("svm", machine), ("lm", linear), ("glm", logistic))
    }
    comparison = compare_models(
        observed,
        scores,
        parameters={
            "neuralnet": _count_weights(network),
            "svm": machine.tot_nSV + 1,
            "lm": len(linear.coef()),
            "glm": len(logistic.coef()),
        },
        seconds={
            "neuralnet": seconds_network,
            "svm": seconds_machine,
            "lm": seconds_linear,
            "glm": seconds_logistic,
        },
    )
    return Lecture(
        seed=seed,
        source=source,
        observed=observed,
        scores=scores,
        network=network,
        machine=machine,
        linear=linear,
        logistic=logistic,
        network_table=None if network_scores is None else _confusion(observed, network_scores),
        machine_table=_confusion(observed, scores["svm"]),
        comparison=comparison.reindex(["neuralnet", "svm", "lm", "glm"]),
    )


def _timed(fit: Callable[[], Fit]) -> tuple[Fit, float]:
    started = perf_counter()
    result = fit()
    return result, perf_counter() - started


def _first_column(net_result: Sequence[Any] | None) -> Scores | None:
    if net_result is None:
        return None
    return np.asarray(net_result[0], dtype=np.float64)[:, 0]


def _confusion(observed: Scores, scores: Scores) -> Table:
    return table(observed, scores > CUTOFF, dnn=["", ""])


def _observed(infert: pd.DataFrame) -> Scores:
    if RESPONSE not in infert:
        raise RError(
            f"object '{RESPONSE}' not found", f"The lecture needs the columns of `{FORMULA}`."
        )
    observed = pd.to_numeric(infert[RESPONSE], errors="coerce").to_numpy(dtype=np.float64)
    if not np.isin(observed, (0.0, 1.0)).all():
        raise RError(
            f"the response '{RESPONSE}' must be 0 or 1 in every row",
            "Drop rows with missing values and code the two groups 0 and 1.",
        )
    if len(infert) and len(np.unique(observed)) == 1:
        raise RError(
            f"the response '{RESPONSE}' is {observed[0]:.0f} in every row",
            "Models that tell two groups apart need rows of both.",
        )
    return observed


def _count_weights(network: NN) -> int:
    layers = None if network.weights is None else network.weights[0]
    return 0 if layers is None else sum(layer.size for layer in layers)

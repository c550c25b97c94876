"""The lecture's comparison: a network and a support vector machine beside lm and glm."""

from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

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
from rnet.vector_machine.svm import svm
from rnet.vector_machine.svm_model import SVM

if TYPE_CHECKING:
    from matplotlib.figure import Figure

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
    set_seed(seed)
    seconds: dict[str, float] = {}
    started = perf_counter()
    network = neuralnet(FORMULA, infert)
    seconds["neuralnet"] = perf_counter() - started
    started = perf_counter()
    machine = svm(FORMULA, infert)
    seconds["svm"] = perf_counter() - started
    started = perf_counter()
    linear = lm(FORMULA, infert)
    seconds["lm"] = perf_counter() - started
    started = perf_counter()
    logistic = glm(FORMULA, family="binomial", data=infert)
    seconds["glm"] = perf_counter() - started
    fits: dict[str, Any] = {"svm": machine, "lm": linear, "glm": logistic}
    scores = {name: np.asarray(fit.fitted(), dtype=np.float64) for name, fit in fits.items()}
    parameters = {
        "neuralnet": _count_weights(network),
        "svm": machine.tot_nSV + 1,
        "lm": len(linear.coef()),
        "glm": len(logistic.coef()),
    }
    converged = network.net_result is not None
    if network.net_result is not None:
        scores = {"neuralnet": np.asarray(network.net_result[0])[:, 0], **scores}
    return Lecture(
        seed=seed,
        source=source,
        observed=observed,
        scores=scores,
        network=network,
        machine=machine,
        linear=linear,
        logistic=logistic,
        network_table=_confusion(observed, scores["neuralnet"]) if converged else None,
        machine_table=_confusion(observed, scores["svm"]),
        comparison=compare_models(observed, scores, parameters, seconds),
    )


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
    return observed


def _count_weights(network: NN) -> int:
    if network.weights is None:
        return 0
    return sum(np.size(layer) for layer in network.weights[0])

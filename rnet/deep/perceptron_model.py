"""What `perceptron` returns."""

from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.deep.activations import LINEAR, LOGISTIC, STEP, Activation
from rnet.deep.cases import Cases, Encoder, inputs_of
from rnet.deep.class_outputs import Outputs
from rnet.deep.perceptron_fit import Path, outputs
from rnet.language.tree import Call
from rnet.record import Record

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Reals = npt.NDArray[np.float64]
BIAS = "(Intercept)"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Perceptron(Record):
    """A trained unit.

    Attributes
    ----------
    call : Call
    act : Activation
    path : Path
        Weights, errors and mistakes at every step.
    outputs : Outputs
        What the output means.
    encoder : Encoder
        What new data need.
    cases : Cases or None
        The cases given; None for a unit read from a file.
    wanted : ndarray or None, shape (n,)
        Their targets.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "call", "weights", "coefficients", "loss", "steps", "converged", "trace", "history",
        "lev", "fitted.values", "terms",
    )  # fmt: skip
    KEPT_AS: ClassVar[Mapping[str, str]] = {"coefficients": "weights"}

    call: Call
    act: Activation
    path: Path
    outputs: Outputs
    encoder: Encoder
    cases: Cases | None
    wanted: Reals | None

    def __str__(self) -> str:
        from rnet.deep.print_perceptron import format_perceptron  # noqa: PLC0415 - imports this

        return format_perceptron(self)

    @property
    def weights(self) -> "pd.Series[float]":
        """The bias, named as `lm` names the intercept, and the weights."""
        names = pd.Index([BIAS, *self.encoder.input_names], dtype=object)
        return pd.Series(self.path.weights[-1], index=names)

    def coef(self) -> "pd.Series[float]":
        """Return the bias and the weights."""
        return self.weights

    @property
    def loss(self) -> float:
        """The sum of squared errors."""
        return float(self.path.losses[-1])

    @property
    def steps(self) -> int:
        """Steps taken; for the step function, passes through the cases."""
        return len(self.path.losses) - 1

    @property
    def converged(self) -> bool:
        """Whether the rule came to rest."""
        return self.path.settled

    @property
    def lev(self) -> list[str] | None:
        """The two classes, or None."""
        return None if self.outputs.levels is None else list(self.outputs.levels)

    @property
    def terms(self) -> Any:
        """The terms of the formula."""
        return self.encoder.terms

    @property
    def trace(self) -> pd.DataFrame:
        """The start and each step: step, bias, weights, loss, and of two classes the mistakes."""
        names = [BIAS, *self.encoder.input_names]
        columns: dict[str, Any] = {"step": np.arange(self.steps + 1)}
        columns |= dict(zip(names, self.path.weights.T, strict=True))
        columns["loss"] = self.path.losses
        if self.outputs.levels is not None:
            columns["wrong"] = self.path.wrong
        return pd.DataFrame(columns)

    @property
    def history(self) -> pd.DataFrame:
        """Each step as the deep models have it: epoch, step, loss, accuracy, grad_norm_1."""
        steps = np.arange(1, self.steps + 1)
        columns: dict[str, Any] = {"epoch": steps, "step": steps, "loss": self.path.losses[1:]}
        if self.outputs.levels is not None and self.wanted is not None:
            columns["accuracy"] = 1.0 - self.path.wrong[1:] / len(self.wanted)
        if self.act is not STEP:
            columns["grad_norm_1"] = 2.0 * self.path.slopes[1:]
        return pd.DataFrame(columns)

    @property
    def fitted_values(self) -> Any:
        """The outputs for the cases fitted."""
        return self.predict()

    def fitted(self) -> Any:
        """Return the outputs for the cases fitted."""
        return self.predict()

    def predict(self, newdata: Any = None, type: str = "raw") -> Any:  # noqa: A002 - R's name
        """Predict for new cases.

        Parameters
        ----------
        newdata : DataFrame or array_like, optional
            The variables of the formula, or rows of inputs; left out, the cases fitted.
        type : {"raw", "class", "prob"}
            The output, the class, or (logistic unit) the probability of each class.

        Returns
        -------
        DataFrame or Categorical
            A matrix of n rows, or a factor of n classes with all levels.

        Raises
        ------
        RError
            `inappropriate fit for class`; missing values; a wrong number of columns.
        """
        x, rows = inputs_of(self.encoder, self.cases, newdata)
        _, got = outputs(x, self.path.weights[-1], self.act)
        return self.outputs.answer(got[:, None], rows, type)

    def summary(self) -> "SummaryPerceptron":
        """Return the weights beside those of `lm` or `glm`, and the table of two classes."""
        return SummaryPerceptron(self)

    def plot(self, what: str = "trace", *args: Any, **options: Any) -> "Figure":
        """Draw the unit; see `rnet.deep.plot_perceptron.plot_perceptron` for what there is."""
        from rnet.deep.plot_perceptron import plot_perceptron  # noqa: PLC0415 - matplotlib

        return plot_perceptron(self, what, *args, **options)

    def save(self, path: str | PathLike[str]) -> None:
        """Write the unit to a file: arrays and JSON, nothing that runs when read."""
        from rnet.deep.saved_perceptron import save_perceptron  # noqa: PLC0415 - imports this

        save_perceptron(self, path)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryPerceptron(Record):
    """The summary of a unit.

    Attributes
    ----------
    object : Perceptron
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("call", "coefficients", "table")
    KEPT_AS: ClassVar[Mapping[str, str]] = {"coefficients": "frame"}

    object: Perceptron

    def __str__(self) -> str:
        from rnet.deep.print_perceptron import format_summary  # noqa: PLC0415 - imports this

        return format_summary(self)

    @property
    def call(self) -> Call:
        """The call of the fit."""
        return self.object.call

    @property
    def frame(self) -> pd.DataFrame:
        """The weights, beside those of `lm` (linear unit) or `glm` (logistic, two classes)."""
        fit = self.object
        columns: dict[str, Any] = {"perceptron": fit.weights}
        if fit.cases is not None and fit.wanted is not None:
            columns |= _statistical(fit.act, fit.cases.x, fit.wanted, fit.outputs.levels)
        found = {name: np.asarray(values) for name, values in columns.items()}
        return pd.DataFrame(found, index=fit.weights.index)

    @property
    def table(self) -> Any:
        """Targets against predicted classes, None where there are no classes or cases."""
        fit = self.object
        if fit.outputs.levels is None or fit.wanted is None:
            return None
        from rnet.evaluate.table import table  # noqa: PLC0415 - seldom wanted

        levels = pd.Index(fit.outputs.levels)
        actual = pd.Categorical.from_codes(fit.wanted.astype(np.int64).tolist(), levels)
        predicted = pd.Categorical(fit.predict(type="class"), levels)
        return table(actual, predicted, dnn=["actual", "predicted"])


def _statistical(
    act: Activation, x: Reals, wanted: Reals, levels: tuple[str, ...] | None
) -> dict[str, Reals]:
    """Return the coefficients of the statistical model with the same function."""
    frame = pd.DataFrame(x, columns=[f"x{place}" for place in range(x.shape[1])])
    frame["d"] = wanted
    if act is LINEAR:
        from rnet.linear.lm import lm  # noqa: PLC0415 - seldom wanted

        return {"lm": np.asarray(lm("d ~ .", frame).coefficients)}
    if act is LOGISTIC and levels is not None:
        from rnet.linear.glm import glm  # noqa: PLC0415 - seldom wanted

        return {"glm": np.asarray(glm("d ~ .", family="binomial", data=frame).coefficients)}
    return {}

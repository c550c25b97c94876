"""The fitted machine: R's components of an svm object."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.left_out import LeftOut
from rnet.formulas.terms import Terms
from rnet.language.tree import Call
from rnet.values import named_matrix
from rnet.vector_machine.cross_validation import CrossValidation, ProbabilityModel
from rnet.vector_machine.hyperplane import in_original_units, linear_functions
from rnet.vector_machine.kernels import LINEAR
from rnet.vector_machine.predictions import Predictions
from rnet.vector_machine.problem import Solution, SolverSettings
from rnet.vector_machine.scaling import Scaling
from rnet.vector_machine.svm_components import SvmComponents

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LINEAR_ONLY = "Only implemented for regression or binary classification with linear kernel."


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SVM(SvmComponents):
    """A support vector machine, as R's package e1071 returns it.

    `fit["x.scale"]` is `fit.x_scale`; the components `fitted` and `residuals` are
    `fit.fitted_values` and `fit.response_residuals`, because `fit.fitted()` and
    `fit.residuals()` are the generic functions, which put back rows left out by `na.exclude`.

    Attributes
    ----------
    call : Call
        The call.
    settings : SolverSettings
        Type, kernel and numbers; the components `type` (code), `kernel` (code), `cost`, ...
    scaled : numpy.ndarray of bool, shape (p,)
        Which columns were scaled.
    scaling : Scaling or None
        Their centers and scales; component `x.scale` names them.
    response_scaling : tuple of float or None
        Mean and standard deviation of a scaled response; component `y.scale`.
    levels : list of str, numpy.ndarray or None
        The classes; for regression the distinct responses the solver saw, as R has it.
    probability_model : ProbabilityModel or None
        With `probability=True`; components `probA`, `probB`, `sigma`.
    cross_validation : CrossValidation or None
        With `cross`; components `accuracies`, `tot.accuracy` or `MSE`, `tot.MSE`, `scorrcoeff`.
    solution : Solution
        Support vectors and coefficients, rows counted from 0; in the components `index` and
        `labels` rows and levels are counted from 1, as in R.
    SV : DataFrame or csr_matrix
        The support vectors as the solver saw them, a matrix of tot.nSV rows and p columns.
    left_out : LeftOut
        Which rows were left out for missing values; component `na.action` numbers them.
    terms : Terms or None
        The formula with the encoding of its variables; None for a matrix.
    fitted_values : Predictions or None
        Predictions for the rows used; None with `fitted=False`.
    response_residuals : Series or None
        Response less prediction, for types without classes.
    """

    call: Call
    settings: SolverSettings
    scaled: npt.NDArray[np.bool_]
    scaling: Scaling | None
    response_scaling: tuple[float, float] | None
    levels: "list[str] | npt.NDArray[np.float64] | None"
    probability_model: ProbabilityModel | None
    cross_validation: CrossValidation | None
    solution: Solution
    SV: Any
    left_out: LeftOut
    terms: Terms | None
    fitted_values: Predictions | None
    response_residuals: "pd.Series[float] | None"

    def __str__(self) -> str:
        from rnet.vector_machine.print_svm import format_svm  # noqa: PLC0415 - text from above

        return format_svm(self)

    def coef(self) -> "pd.Series[float]":
        """Return intercept and slopes of a linear machine, on the scaled data.

        Raises
        ------
        RError
            For another kernel or more than two classes.
        """
        if self.settings.kernel != LINEAR or self.nclasses > 2 or not self.tot_nSV:
            raise RError(LINEAR_ONLY, "Fit with kernel='linear'.")
        functions = linear_functions(self.solution, self.support_rows)
        names = pd.Index(["(Intercept)", *self.column_names], dtype=object)
        return pd.Series(functions[:, 0], index=names)

    def hyperplane(self) -> "pd.DataFrame | pd.Series[float]":
        """Return intercept and slopes of a linear machine, in the units of the data.

        For classes the plane where intercept plus slopes times columns is zero separates them;
        for a regression the sum is the prediction itself. More than two classes give a matrix
        with a column for each pair.

        Raises
        ------
        RError
            For another kernel.

        Examples
        --------
        >>> from rnet import data, svm
        >>> fit = svm("dist ~ speed", data("cars"), kernel="linear")
        >>> fit.hyperplane().round(3).to_dict()
        {'(Intercept)': -14.799, 'speed': 3.556}
        """
        if self.settings.kernel != LINEAR or not self.tot_nSV:
            raise RError(
                "Only a machine with linear kernel has a hyperplane in the space of its columns.",
                "Fit with kernel='linear', and check that there are support vectors.",
            )
        functions = linear_functions(self.solution, self.support_rows)
        planes = in_original_units(functions, self.scaling, self.response_scaling)
        names = ["(Intercept)", *self.column_names]
        if planes.shape[1] == 1:
            return pd.Series(planes[:, 0], index=pd.Index(names, dtype=object))
        return named_matrix(planes, names, self.pair_names)

    def fitted(self) -> "pd.Series[Any] | None":
        """Return the fitted values; rows left out by `na.exclude` are missing."""
        return self._padded(self.fitted_values)

    def residuals(self) -> "pd.Series[Any] | None":
        """Return response less prediction, padded as `fitted` is; None for classes."""
        return self._padded(self.response_residuals)

    def predict(
        self,
        newdata: Any = None,
        decision_values: bool = False,
        probability: bool = False,
        na_action: Any = "na.omit",
    ) -> "pd.Series[Any] | Predictions | None":
        """Predict for new rows; see `rnet.vector_machine.predict_svm.predict_svm`."""
        from rnet.vector_machine.predict_svm import predict_svm  # noqa: PLC0415 - imports this

        return predict_svm(self, newdata, decision_values, probability, na_action)

    def plot(self, data: Any, formula: Any = None, **arguments: Any) -> "Figure":
        """Draw the machine over two variables; see `rnet.vector_machine.plot_svm.plot_svm`."""
        from rnet.vector_machine.plot_svm import plot_svm  # noqa: PLC0415 - imports this

        return plot_svm(self, data, formula, **arguments)

    def summary(self) -> "Any":
        """Return the summary: the print and the classes."""
        from rnet.vector_machine.print_svm import SummarySVM  # noqa: PLC0415 - imports this

        return SummarySVM(self)

    def _padded(self, values: "pd.Series[Any] | None") -> "pd.Series[Any] | None":
        return None if values is None else self.left_out.padded(pd.Series(values))

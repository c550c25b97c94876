"""R's components of an svm object, read from the parts of a fit."""

from collections.abc import Mapping
from itertools import combinations
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.formulas.left_out import LeftOut
from rnet.formulas.terms import Terms
from rnet.record import Record
from rnet.vector_machine.cross_validation import CrossValidation, ProbabilityModel
from rnet.vector_machine.kernels import Rows
from rnet.vector_machine.predictions import Predictions
from rnet.vector_machine.problem import Solution, SolverSettings
from rnet.vector_machine.scaling import Scaling
from rnet.vector_machine.sparse import is_sparse


class SvmComponents(Record):
    """What R's object lists by name; the parts are the attributes of `SVM`."""

    __slots__ = ()

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "call", "type", "kernel", "cost", "degree", "gamma", "coef0", "nu", "epsilon", "sparse",
        "scaled", "x.scale", "y.scale", "nclasses", "levels", "tot.nSV", "nSV", "labels", "SV",
        "index", "rho", "compprob", "probA", "probB", "sigma", "coefs", "na.action", "xlevels",
        "MSE", "tot.MSE", "scorrcoeff", "accuracies", "tot.accuracy",
        "fitted", "decision.values", "residuals", "terms",
    )  # fmt: skip
    KEPT_AS: ClassVar[Mapping[str, str]] = {
        "fitted": "fitted_values", "residuals": "response_residuals",
    }  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = (
        "MSE", "tot.MSE", "scorrcoeff", "accuracies", "tot.accuracy",
        "fitted", "decision.values", "residuals", "terms",
    )  # fmt: skip

    settings: SolverSettings
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

    @property
    def type(self) -> int:
        """LIBSVM's number of the type: 0 C-classification ... 3 eps-regression."""
        return self.settings.type.code

    @property
    def kernel(self) -> int:
        """LIBSVM's number of the kernel: 0 linear, 1 polynomial, 2 radial, 3 sigmoid."""
        return self.settings.kernel.code

    @property
    def cost(self) -> float:
        """Upper bound of a coefficient."""
        return self.settings.cost

    @property
    def degree(self) -> float:
        """Exponent of the polynomial kernel, as it was given."""
        return self.settings.parameters.degree

    @property
    def gamma(self) -> float:
        """The kernel's factor."""
        return self.settings.parameters.gamma

    @property
    def coef0(self) -> float:
        """The kernel's constant."""
        return self.settings.parameters.coef0

    @property
    def nu(self) -> float:
        """Share of support vectors, for the nu types."""
        return self.settings.nu

    @property
    def epsilon(self) -> float:
        """Half width of the tube, on the scale of the response the solver saw."""
        return self.settings.epsilon

    @property
    def sparse(self) -> bool:
        """Whether the data came as a sparse matrix."""
        return is_sparse(self.SV)

    @property
    def x_scale(self) -> "dict[str, pd.Series[float]] | None":
        """Centers and scales of the scaled columns, by column name."""
        if self.scaling is None:
            return None
        names = [self.column_names[position] for position in self.scaling.positions]
        return {
            "scaled:center": pd.Series(self.scaling.centers, index=names),
            "scaled:scale": pd.Series(self.scaling.scales, index=names),
        }

    @property
    def y_scale(self) -> dict[str, float] | None:
        """Mean and standard deviation of the response, where it was scaled."""
        if self.response_scaling is None:
            return None
        center, scale = self.response_scaling
        return {"scaled:center": center, "scaled:scale": scale}

    @property
    def nclasses(self) -> int:
        """Number of classes present; 2 for types without classes."""
        return len(self.solution.labels)

    @property
    def tot_nSV(self) -> int:  # noqa: N802 - R's name
        """Number of support vectors."""
        return len(self.solution.index)

    @property
    def nSV(self) -> npt.NDArray[np.intp]:  # noqa: N802 - R's name
        """Support vectors of each class, in the order of `labels`."""
        return self.solution.counts

    @property
    def labels(self) -> npt.NDArray[np.intp]:
        """Positions in `levels`, from 1, in order of first appearance in the data."""
        return self.solution.labels + int(self.settings.type.classifies)

    @property
    def index(self) -> npt.NDArray[np.intp]:
        """Rows that are support vectors, counted from 1 among the rows used."""
        return self.solution.index + 1

    @property
    def rho(self) -> npt.NDArray[np.float64]:
        """Negative intercepts, one for each pair of classes."""
        return self.solution.rho

    @property
    def compprob(self) -> bool:
        """Whether probabilities were asked for."""
        return self.probability_model is not None

    @property
    def probA(self) -> "npt.NDArray[np.float64] | None":  # noqa: N802 - R's name
        """Slopes of the probability model, one for each pair; None without one."""
        return None if self.probability_model is None else self.probability_model.slopes

    @property
    def probB(self) -> "npt.NDArray[np.float64] | None":  # noqa: N802 - R's name
        """Intercepts of the probability model, one for each pair; None without one."""
        return None if self.probability_model is None else self.probability_model.intercepts

    @property
    def sigma(self) -> float | None:
        """Scale of the Laplace distribution of a regression's errors; None without it."""
        return None if self.probability_model is None else self.probability_model.sigma

    @property
    def coefs(self) -> "npt.NDArray[np.float64] | None":
        """Signed coefficients, tot.nSV rows by nclasses - 1 columns; None without any."""
        return self.solution.coefs if self.tot_nSV else None

    @property
    def na_action(self) -> "pd.Series[int] | None":
        """Rows left out for missing values, counted from 1, by row name; None without any."""
        return self.left_out.numbered()

    @property
    def xlevels(self) -> dict[str, tuple[str, ...]] | None:
        """Levels of the factors among the predictors, by variable."""
        if self.terms is None:
            return None
        predictors = self.terms.frame_names[self.terms.response :]
        levels = self.terms.encoding.levels
        return {name: levels[name] for name in predictors if name in levels} or None

    @property
    def MSE(self) -> "npt.NDArray[np.float64] | None":  # noqa: N802 - R's name
        """Mean squared error of each fold of the cross-validation."""
        return None if self._squared_errors is None else self._squared_errors.folds

    @property
    def tot_MSE(self) -> float | None:  # noqa: N802 - R's name
        """Mean squared error of the cross-validation."""
        return None if self._squared_errors is None else self._squared_errors.total

    @property
    def scorrcoeff(self) -> float | None:
        """Squared correlation of cross-validated predictions and response."""
        return None if self._squared_errors is None else self._squared_errors.squared_correlation

    @property
    def accuracies(self) -> "npt.NDArray[np.float64] | None":
        """Percent of rows predicted right in each fold of the cross-validation."""
        return None if self._shares_right is None else self._shares_right.folds

    @property
    def tot_accuracy(self) -> float | None:
        """Percent of rows predicted right in the cross-validation."""
        return None if self._shares_right is None else self._shares_right.total

    @property
    def _squared_errors(self) -> CrossValidation | None:
        return self.cross_validation if self.settings.type.regresses else None

    @property
    def _shares_right(self) -> CrossValidation | None:
        return None if self.settings.type.regresses else self.cross_validation

    @property
    def decision_values(self) -> pd.DataFrame | None:
        """Decision values of the rows used; columns "a/b", or "/" without classes.

        None after `na.exclude` left rows out, as in R; `fitted_values` still carries them.
        """
        if self.fitted_values is None or self.left_out.is_padding:
            return None
        return self.fitted_values.decision_values

    @property
    def column_names(self) -> list[str]:
        """Names of the columns the solver saw; numbers for a sparse matrix."""
        if is_sparse(self.SV):
            return [str(number) for number in range(1, self.SV.shape[1] + 1)]
        return [str(name) for name in self.SV.columns]

    @property
    def support_rows(self) -> Rows:
        """The support vectors as numbers, dense or sparse."""
        return self.SV if is_sparse(self.SV) else self.SV.to_numpy()

    @property
    def class_levels(self) -> list[str]:
        """The classes in level order; empty for types without classes."""
        return list(self.levels) if isinstance(self.levels, list) else []

    @property
    def class_names(self) -> list[str]:
        """The classes in the order of `labels`; empty for types without classes."""
        levels = self.class_levels
        return [levels[label] for label in self.solution.labels] if levels else []

    @property
    def pair_names(self) -> list[str]:
        """Pairs of classes as "a/b", in the order of `rho`; "/" without classes."""
        names = self.class_names or ["", ""]
        return [f"{first}/{second}" for first, second in combinations(names, 2)]

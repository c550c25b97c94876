"""Fit a machine to checked training data and collect R's components."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.columns import Column, class_of, numbers
from rnet.language.tree import Call
from rnet.values import NA, named_matrix
from rnet.vector_machine.cross_validation import cross_validate, probability_model
from rnet.vector_machine.libsvm import solve
from rnet.vector_machine.predict_svm import predictions
from rnet.vector_machine.predictions import Predictions
from rnet.vector_machine.problem import Solution, SolverSettings
from rnet.vector_machine.response import Response
from rnet.vector_machine.scaling import Scaling, mean_and_deviation
from rnet.vector_machine.sparse import is_sparse, known_numbers
from rnet.vector_machine.svm_model import SVM
from rnet.vector_machine.training_data import TrainingData


def fit_svm(
    call: Call,
    source: TrainingData,
    settings: SolverSettings,
    response: Response,
    weights: npt.NDArray[np.float64],
    scaling: Scaling | None,
    *,
    cross: int,
    probability: bool,
    predicts: bool,
) -> SVM:
    """Return the fitted machine.

    Parameters
    ----------
    call : Call
        To be kept.
    source : TrainingData
        n rows, p columns.
    settings : SolverSettings
        Type, kernel and numbers.
    response : Response
        Class codes or numbers, shape (n,).
    weights : numpy.ndarray, shape (number of levels,)
        Factors of the cost.
    scaling : Scaling or None
        Of the columns; with one, a numeric response is scaled too.
    cross : int
        Folds of a cross-validation, 0 for none.
    probability : bool
        Whether to fit what turns decision values into probabilities.
    predicts : bool
        Whether to predict the training rows.

    Raises
    ------
    RError
        `Model is empty!` when predictions are wanted and no row is a support vector.
    """
    rows = source.x if scaling is None else scaling.apply(source.x)
    if not np.isfinite(known_numbers(rows)).all():
        raise RError("NA/NaN/Inf in foreign function call (arg 1)", "Predictors must be finite.")
    target, moments = response.values, None
    if settings.type.regresses and scaling is not None:
        moments = mean_and_deviation(target)
        if moments[1] == 0:
            raise RError(
                "NA/NaN/Inf in foreign function call (arg 4)",
                "The response is the same in every row, which cannot be scaled: say scale=False.",
            )
        target = (target - moments[0]) / moments[1]
    problem = settings, rows, target, weights
    model = probability_model(*problem) if probability else None
    solution = solve(*problem)
    scale = moments[1] if moments is not None else 1.0
    validation = None
    if cross:
        validation = cross_validate(*problem, cross, probability=probability, scale=scale)
    support = rows[solution.index]
    names = [source.row_names[row] for row in solution.index]
    fitted = None
    if predicts:
        if not names:
            raise RError("Model is empty!", _why_empty(solution))
        fitted = predictions(
            settings, solution, support, list(response.levels), moments, rows, source.row_names
        )
    return SVM(
        call=call,
        settings=settings,
        scaled=source.to_scale if scaling is not None else np.zeros_like(source.to_scale),
        scaling=scaling,
        response_scaling=moments,
        levels=_levels(settings, response, target),
        probability_model=model,
        cross_validation=validation,
        solution=solution,
        SV=support if is_sparse(support) else named_matrix(support, names, source.column_names),
        left_out=source.left_out,
        terms=source.terms,
        fitted_values=fitted,
        response_residuals=None if settings.type.classifies else _residuals(source.y, fitted),
    )


def _why_empty(solution: Solution) -> str:
    if not np.isfinite(solution.rho).all():
        return "The kernel overflowed: scale the columns, or choose smaller parameters."
    if len(solution.labels) == 1:
        return "All rows are of one class, and there is nothing to separate."
    return "Every row lies in the tube: lower `epsilon`."


def _levels(
    settings: SolverSettings, response: Response, target: npt.NDArray[np.float64]
) -> "list[str] | npt.NDArray[np.float64] | None":
    if settings.type.classifies:
        return list(response.levels)
    return pd.unique(target) if settings.type.regresses else None


def _residuals(y: Column | None, fitted: Predictions | None) -> "pd.Series[float] | None":
    """Return response less prediction; as in R nothing without a response, missing for a factor."""
    if fitted is None:
        return None
    if y is None:
        return pd.Series(np.zeros(0))
    if isinstance(y, pd.Categorical):
        dash = "'-' is" if y.ordered else "‘-’"
        warn(f"{dash} not meaningful for {'ordered ' if y.ordered else ''}factors", stacklevel=6)
        return pd.Series(np.full(len(fitted), NA), index=fitted.index)
    if class_of(y) == "character":
        raise RError("non-numeric argument to binary operator", "Leave the response out.")
    errors: npt.NDArray[np.float64] = numbers(y) - np.asarray(fitted, dtype=np.float64)
    return pd.Series(errors, index=fitted.index)

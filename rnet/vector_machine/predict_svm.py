"""Predictions of a machine for new rows, and for the rows it was fitted to."""

from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError, warn
from rnet.values import named_matrix
from rnet.vector_machine.cross_validation import ProbabilityModel
from rnet.vector_machine.decision import decision_values as evaluate_machine
from rnet.vector_machine.decision import votes
from rnet.vector_machine.kernels import Rows
from rnet.vector_machine.new_data import new_rows
from rnet.vector_machine.platt import class_probabilities
from rnet.vector_machine.predictions import Predictions, padded_predictions, with_decisions
from rnet.vector_machine.problem import Solution, SolverSettings
from rnet.vector_machine.svm_model import SVM

NOT_TRAINED = (
    "SVM has not been trained using `probability = TRUE`, "
    "probabilities not available for predictions."
)


def predict_svm(
    fit: SVM,
    newdata: Any = None,
    decision_values: bool = False,
    probability: bool = False,
    na_action: Any = "na.omit",
) -> "pd.Series[Any] | None":
    """Predict classes or numbers with a fitted machine.

    Parameters
    ----------
    fit : SVM
        What `svm` returned.
    newdata : DataFrame, matrix or vector, optional
        New rows. A machine fitted with a formula finds its variables by name; one fitted to a
        matrix takes the columns by position. Left out: the fitted values.
    decision_values : bool
        R's switch; the decision values are computed in any case and always attached.
    probability : bool
        With a machine fitted with `probability=True`, the class is the most probable one and
        the result carries `probabilities`; with another, R's warning and the votes.
    na_action : str or function
        "na.omit" leaves out rows with a missing value in any column, used or not; "na.exclude"
        gives them a missing prediction; "na.fail" refuses them.

    Returns
    -------
    Predictions
        A Series by row name: categorical with all levels for classes, logical for
        one-classification, numbers on the scale of the response for regression. Its
        `decision_values` has columns "a/b" by the order of first appearance in the training
        data (positive: a), or one column "/", on the scale the solver saw; its
        `probabilities`, when asked for, has the classes in that order.

    Raises
    ------
    RError
        R's words for missing variables, unknown levels, a wrong number of columns.

    Notes
    -----
    R page: `?predict.svm`. For no rows at all R fails; the result here is empty.

    Examples
    --------
    >>> from rnet import data, predict, svm
    >>> fit = svm("Species ~ .", data("iris"))
    >>> predict(fit, data("iris").iloc[[0, 75, 149]]).tolist()
    ['setosa', 'versicolor', 'virginica']
    """
    del decision_values
    if newdata is None:
        return fit.fitted()
    if fit.tot_nSV == 0:
        raise RError("Model is empty!", "No row became a support vector; nothing can be predicted.")
    model = fit.probability_model
    if probability and fit.settings.type.classifies and model is None:
        warn(NOT_TRAINED, "The classes are those with most votes.", stacklevel=5)
    rows = new_rows(fit, newdata, na_action)
    answer = predictions(
        fit.settings,
        fit.solution,
        fit.support_rows,
        fit.class_levels,
        fit.response_scaling,
        rows.values,
        rows.row_names,
        model if probability else None,
    )
    return padded_predictions(answer, rows.left_out)


def predictions(
    settings: SolverSettings,
    solution: Solution,
    support: Rows,
    levels: list[str],
    response_scaling: tuple[float, float] | None,
    rows: Rows,
    row_names: list[str],
    model: ProbabilityModel | None = None,
) -> Predictions:
    """Return predictions with their decision values for rows the solver can read.

    Parameters
    ----------
    settings, solution, support
        The machine; support vectors of shape (s, p).
    levels : list of str
        All classes by code; empty without classes.
    response_scaling : tuple of float or None
        Mean and standard deviation that turn a decision value into a response.
    rows : numpy.ndarray or csr_matrix, shape (n, p)
        Scaled as in the fit.
    row_names : list of str
        n names.
    model : ProbabilityModel, optional
        With it the class is the most probable one, which need not win most votes.
    """
    if not np.isfinite(solution.coefs).all():
        raise RError(
            "NA/NaN/Inf in foreign function call (arg 8)",
            "The coefficients overflowed: scale the columns, or choose smaller parameters.",
        )
    values = evaluate_machine(solution, support, settings.kernel, settings.parameters, rows)
    classes = [levels[label] for label in solution.labels] if levels else ["", ""]
    pairs = [f"{first}/{second}" for first, second in combinations(classes, 2)]
    answers: Any
    probabilities = None
    if settings.type.classifies:
        winners = votes(values, len(classes))
        if model is not None:
            probabilities = class_probabilities(values, model.slopes, model.intercepts)
            winners = np.argmax(probabilities, axis=1)
        codes = solution.labels[winners]
        answers = pd.Categorical.from_codes(codes, categories=pd.Index(levels))
    elif settings.type.regresses:
        answers = values[:, 0]
        if response_scaling is not None:
            center, scale = response_scaling
            answers = answers * scale + center
    else:
        answers = values[:, 0] > 0
    answer = with_decisions(answers, row_names, named_matrix(values, row_names, pairs))
    if probabilities is not None:
        answer.probabilities = named_matrix(probabilities, row_names, classes)
    return answer

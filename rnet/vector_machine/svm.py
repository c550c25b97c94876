"""`svm`: support vector machines as R's package e1071 fits them."""

from typing import Any

import pandas as pd

from rnet.conditions import RError
from rnet.formulas.formula import Formula
from rnet.formulas.terms import Terms
from rnet.language.tree import Argument, Call, Symbol
from rnet.matched_call import keeps_call
from rnet.vector_machine.fit_svm import fit_svm
from rnet.vector_machine.kernels import KERNELS
from rnet.vector_machine.libsvm import warn_of_another_path
from rnet.vector_machine.response import as_response, class_weights_of
from rnet.vector_machine.scaling import training_scaling
from rnet.vector_machine.solver_settings import Numbers, check_solvable, solver_settings
from rnet.vector_machine.svm_model import SVM
from rnet.vector_machine.svm_types import (
    C_CLASSIFICATION,
    EPS_REGRESSION,
    ONE_CLASSIFICATION,
    TYPES,
    SvmType,
    match_name,
)
from rnet.vector_machine.training_data import TrainingData, data_of_formula, data_of_matrix

MATRIX_FORMALS = (
    "x", "y", "scale", "type", "kernel", "degree", "gamma", "coef0", "cost", "nu",
    "class.weights", "cachesize", "tolerance", "epsilon", "shrinking", "cross", "probability",
    "fitted", "subset", "na.action",
)  # fmt: skip
"""The order in which R shows the arguments of a machine fitted without a formula."""

SHOWN_AS_WRITTEN = (
    "type", "kernel", "degree", "gamma", "coef0", "cost", "nu", "class_weights", "cachesize",
    "tolerance", "epsilon", "shrinking", "cross", "probability", "fitted",
)  # fmt: skip
"""With a formula these go through R's `...` and are shown in the order of the call."""


@keeps_call("svm", dots=SHOWN_AS_WRITTEN)
def svm(
    call: Call,
    formula: Any = None,
    data: Any = None,
    *,
    x: Any = None,
    y: Any = None,
    type: str | None = None,  # noqa: A002 - R's argument name
    kernel: str = "radial",
    degree: float = 3,
    gamma: float | None = None,
    coef0: float = 0,
    cost: float = 1,
    nu: float = 0.5,
    class_weights: Any = None,
    cachesize: float = 40,
    tolerance: float = 0.001,
    epsilon: float = 0.1,
    shrinking: bool = True,
    cross: int = 0,
    probability: bool = False,
    fitted: bool = True,
    subset: Any = None,
    na_action: Any = "na.omit",
    scale: Any = True,
) -> SVM:
    """Fit a support vector machine.

    Parameters
    ----------
    formula : str or Formula
        Response and predictors. A matrix, DataFrame or vector of predictors may stand here
        instead, with the response as second argument, as in R's `svm(x, y)`; a sparse matrix of
        SciPy stays sparse, is not scaled, and may miss no value.
    data : DataFrame, optional
        Holds the variables of the formula.
    x, y : array_like, optional
        Predictors, shape (n, p), and response, shape (n,), when there is no formula.
    type : str, optional
        "C-classification", "nu-classification", "one-classification", "eps-regression" or
        "nu-regression", or the start of one. By default C-classification for a factor,
        one-classification without a response, else eps-regression. The nu and one-class types
        need the package `libsvm-official` (extra `libsvm`).
    kernel : str
        "linear" u'v, "polynomial" (gamma u'v + coef0)^degree, "radial" exp(-gamma |u - v|^2) or
        "sigmoid" tanh(gamma u'v + coef0).
    degree, gamma, coef0 : float
        Kernel parameters; gamma is 1 / p by default, p the columns after factors are expanded.
    cost : float
        Price of a violated margin, positive.
    nu : float
        Share of support vectors, for the nu types and one-classification.
    class_weights : mapping or "inverse", optional
        Factors of `cost` by class; "inverse" takes one over each class's count.
    cachesize : float
        Kernel cache, megabytes.
    tolerance : float
        Where the solver stops.
    epsilon : float
        Half width of the tube of eps-regression, on the scale of the scaled response.
    shrinking : bool
        Whether the solver sets bounded rows aside.
    cross : int
        Folds of a cross-validation, drawn with R's random numbers; 0 for none.
    probability : bool
        Whether to fit class probabilities (or a regression's sigma), with R's random numbers.
    fitted : bool
        Whether to predict the training rows.
    subset : array_like or str, optional
        Rows to use: logical, or numbers counted from 1, or an R expression.
    na_action : str or function
        What to do with rows that miss a value: "na.omit", "na.exclude", "na.fail".
    scale : bool or sequence of bool
        Which columns (terms, with a formula) get mean 0 and standard deviation 1. With any
        scaled column the response of a regression is scaled too.

    Returns
    -------
    SVM
        Prints as R's; `predict`, `summary`, `coef`, `fitted`, `residuals` take it.

    Raises
    ------
    RError
        R's and LIBSVM's own words for a wrong type, kernel, number, response or weight.

    Notes
    -----
    R page: `?svm` of package e1071 (1.7-16); solver: LIBSVM, Chang and Lin (2011), ACM
    Transactions on Intelligent Systems and Technology 2:27. Where R is odd: one constant column
    and nothing is scaled at all; a linear eps-regression prints its unused gamma.

    Examples
    --------
    >>> from rnet import data, svm
    >>> fit = svm("case ~ parity + induced + spontaneous", data("infert"))
    >>> fit.tot_nSV
    151
    """
    if isinstance(formula, TrainingData):  # tune reads the rows of a sample once
        source = formula
    elif x is None and y is None and isinstance(formula, str | Formula | Terms):
        source = data_of_formula(formula, data, subset, na_action, scale)
    else:
        predictors, response = (formula, data) if x is None else (x, y)
        source = data_of_matrix(predictors, response, subset, na_action, scale)
        call = _call_without_formula(call)
    kind = _type(type, source)
    kernel_used = match_name(kernel, KERNELS, "wrong kernel specification!")
    given = Numbers(degree, gamma, coef0, cost, nu, epsilon, cachesize, tolerance)
    given.check_given()
    folds = _check_folds(cross, source.x.shape[0])
    scaling = training_scaling(source.x, source.to_scale, source.column_names)
    wanted = as_response(kind, source.y, source.x.shape[0])
    weights = class_weights_of(kind, class_weights, wanted)
    settings = solver_settings(kind, kernel_used, given, source.default_gamma, bool(shrinking))
    check_solvable(settings, wanted.values, probability=bool(probability))
    warn_of_another_path(kind)
    return fit_svm(
        call, source, settings, wanted, weights, scaling,
        cross=folds, probability=bool(probability), predicts=bool(fitted),
    )  # fmt: skip


def _type(wanted: str | None, source: TrainingData) -> SvmType:
    if wanted is not None:
        return match_name(wanted, TYPES, "wrong type specification!")
    if source.y is None:
        return ONE_CLASSIFICATION
    return C_CLASSIFICATION if isinstance(source.y, pd.Categorical) else EPS_REGRESSION


def _check_folds(cross: int, rows: int) -> int:
    if cross > rows:
        raise RError("‘cross’ cannot exceed the number of observations!", f"There are {rows}.")
    if cross < 0 or cross == 1:
        raise RError("‘cross’ must be 0, or at least 2 folds", "One fold leaves no rows to train.")
    return int(cross)


def _call_without_formula(call: Call) -> Call:
    """Return the call as R keeps it for predictors without a formula: `svm.default(x = ...)`."""
    renamed = {"formula": "x", "data": "y"}
    arguments = []
    for argument in call.arguments:
        name = renamed.get(argument.name or "", argument.name)
        nameless = argument.value == Symbol(argument.name or "")
        value = Symbol(name or "") if nameless else argument.value
        arguments.append(Argument(name, value))
    arguments.sort(key=lambda argument: MATRIX_FORMALS.index(argument.name or "x"))
    return Call(Symbol("svm.default"), tuple(arguments))

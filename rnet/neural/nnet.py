"""`nnet`: networks with one hidden layer, as R's package nnet fits them."""

from collections.abc import Mapping
from typing import Any

import numpy.typing as npt

from rnet.conditions import RError
from rnet.formulas.formula import Formula
from rnet.formulas.terms import Terms
from rnet.language.tree import Argument, Call, Symbol
from rnet.matched_call import keeps_call
from rnet.neural.criteria import ENTROPY, Criterion
from rnet.neural.nnet_arguments import (
    Flags,
    architecture_of,
    check_start,
    criterion_of,
    flag_of,
    flags_of_formula,
    free_weights,
    numbers_of,
    problem_of,
    start_weights,
    stopping_rule,
)
from rnet.neural.nnet_data import NnetData, data_of_formula, data_of_matrices, formula_origin
from rnet.neural.nnet_fit import fit_nnet
from rnet.neural.nnet_hessian import hessian
from rnet.neural.nnet_model import Nnet
from rnet.neural.print_nnet import format_end, format_weight_count, reporter, writer

NAMED = (
    "size", "Wts", "mask", "linout", "entropy", "softmax", "censored", "skip", "rang", "decay",
    "maxit", "Hess", "trace", "MaxNWts", "abstol", "reltol",
)  # fmt: skip
"""With a formula these go through R's `...` and are shown in the order of the call."""


@keeps_call("nnet.formula", dots=NAMED)
def nnet(
    call: Call,
    formula: Any = None,
    data: Any = None,
    weights: Any = None,
    *,
    x: Any = None,
    y: Any = None,
    size: int | None = None,
    Wts: npt.ArrayLike | None = None,  # noqa: N803 - R's name
    mask: npt.ArrayLike | None = None,
    linout: bool = False,
    entropy: bool | None = None,
    softmax: bool | None = None,
    censored: bool = False,
    skip: bool = False,
    rang: float = 0.7,
    decay: npt.ArrayLike = 0.0,
    maxit: float = 100,
    Hess: bool = False,  # noqa: N803 - R's name
    trace: bool = True,
    MaxNWts: float = 1000,  # noqa: N803 - R's name
    abstol: float = 1e-4,
    reltol: float = 1e-8,
    subset: Any = None,
    na_action: Any = None,
    contrasts: Mapping[str, Any] | None = None,
) -> Nnet:
    """Fit a network with one hidden layer, possibly with connections that skip it.

    Parameters
    ----------
    formula : str or Formula
        Response and predictors; factors and interactions are coded as in `lm`. A factor
        response of two classes gives one output fitted by entropy, of more classes one output
        for each, fitted by softmax. A matrix, DataFrame or vector of predictors may stand here
        instead, with the response as second argument, as in R's `nnet(x, y)`.
    data : DataFrame, optional
        Holds the variables of the formula.
    weights : array_like or str, optional
        Case weights; with a formula an expression of the data is possible.
    x, y : array_like, optional
        Predictors, shape (n, p), and responses, shape (n,) or (n, outputs), without a formula.
    size : int
        Hidden units; 0 only with `skip`.
    Wts : array_like, optional
        Start weights, unit by unit: bias, inputs of each hidden unit; bias, hidden units (and
        with `skip` inputs) of each output. Drawn uniformly from ``[-rang, rang]`` otherwise.
    mask : array_like of bool, optional
        Which weights may change; all by default.
    linout : bool
        Linear outputs instead of logistic ones.
    entropy, softmax, censored : bool
        Instead of least squares: maximum conditional likelihood of logistic outputs, of class
        probabilities, or of class probabilities where several ones in a row mean that the class
        is one of these.
    skip : bool
        Connect inputs to outputs directly.
    rang : float
        Bound of the start weights; they are 0 where it is not positive.
    decay : float or array_like
        Weight decay, one number or one for each weight.
    maxit : int
        Limit of iterations; not positive: only the criterion is evaluated.
    Hess : bool
        Whether to compute second derivatives.
    trace : bool
        Whether to write R's lines on the progress.
    MaxNWts : int
        The largest number of weights allowed.
    abstol, reltol : float
        Stop where the criterion is small enough, or falls by less than this fraction.
    subset, na_action, contrasts
        As for `lm`; with a formula only.

    Returns
    -------
    Nnet
        Prints as in R; `predict`, `summary`, `coef`, `fitted`, `residuals` take it.

    Raises
    ------
    RError
        R's words: ``no weights to fit``, ``too many (4003) weights``, ``missing values in 'x'``,
        ``entropy fit only for logistic units``, ...

    Notes
    -----
    R page: `?nnet` (package nnet 7.3-18). The optimiser is that of `optim(method = "BFGS")`:
    Nash (1990), Compact Numerical Methods for Computers, algorithm 21. Trace, weights and
    criterion have R's bits on Linux x86-64. Where R is odd: the counter of iterations starts at
    1, so at most ``maxit - 1`` steps are taken but always one.

    Examples
    --------
    >>> from rnet import data, nnet, set_seed
    >>> set_seed(1)
    >>> fit = nnet(
    ...     "Species ~ .", data=data("iris"), size=2, decay=5e-4, maxit=20
    ... )  # doctest: +NORMALIZE_WHITESPACE
    # weights:  19
    initial  value 168.738965
    iter  10 value 55.496693
    iter  20 value 8.657716
    final  value 8.657716
    stopped after 20 iterations
    >>> fit  # doctest: +NORMALIZE_WHITESPACE
    a 4-2-3 network with 19 weights
    inputs: Sepal.Length Sepal.Width Petal.Length Petal.Width
    output(s): Species
    options were - softmax modelling  decay=5e-04
    """
    flags = Flags(
        linout=flag_of(linout, "linout"),
        entropy=None if entropy is None else flag_of(entropy, "entropy"),
        softmax=None if softmax is None else flag_of(softmax, "softmax"),
        censored=flag_of(censored, "censored"),
    )
    if isinstance(formula, str | Formula | Terms):
        origin = formula_origin(
            formula, data, weights=weights, subset=subset, na_action=na_action, contrasts=contrasts
        )
        arrays = data_of_formula(origin)
        flags = flags_of_formula(flags, arrays.levels)
    else:
        call = _call_without_formula(call)
        arrays = _given_matrices(formula, data, weights, x, y)
    criterion = criterion_of(flags, arrays.y.shape[1])
    net = architecture_of(arrays, size, flag_of(skip, "skip"), criterion, MaxNWts)
    start = start_weights(Wts, net.weights, rang)
    free = free_weights(mask, net.weights)
    penalties = numbers_of(decay)

    write = writer(flag_of(trace, "trace"))
    write(format_weight_count(net.weights, net.weights if mask is None else len(free)))
    problem = problem_of(net, arrays, penalties, free)
    check_start(start)
    fit = fit_nnet(problem, start, stopping_rule(maxit, abstol, reltol), reporter(write))
    if fit.iterations:
        write(format_end(fit))
    curvature = hessian(problem, fit.weights) if flag_of(Hess, "Hess") else None
    return Nnet(call, net, penalties, fit, arrays, _levels(net.criterion, arrays), curvature)


def _levels(criterion: Criterion, arrays: NnetData) -> list[str] | None:
    """Return the names of the classes that the outputs stand for."""
    if arrays.levels is not None:
        return arrays.levels
    if criterion is ENTROPY:
        return ["0", "1"]
    return arrays.output_names if criterion.gives_probabilities else None


def _given_matrices(first: Any, second: Any, weights: Any, x: Any, y: Any) -> NnetData:
    """Return the arrays of `nnet(x, y)`, given by position or by name."""
    predictors = first if x is None else x
    response = second if y is None else y
    for name, value in (("x", predictors), ("y", response)):
        if value is None:
            raise RError(f'argument "{name}" is missing, with no default', "Or give a formula.")
    return data_of_matrices(predictors, response, weights)


def _call_without_formula(call: Call) -> Call:
    """Return the call as R keeps it for matrices: `nnet.default(x = ..., y = ...)`."""
    formals = ["x", "y", "weights", *NAMED]
    renamed = {"formula": "x", "data": "y"}
    arguments = []
    for argument in call.arguments:
        name = renamed.get(argument.name or "", argument.name or "")
        nameless = argument.value == Symbol(argument.name or "")
        arguments.append(Argument(name, Symbol(name) if nameless else argument.value))
    known = [argument for argument in arguments if argument.name in formals]
    known.sort(key=lambda argument: formals.index(argument.name or ""))
    return Call(Symbol("nnet.default"), tuple(known))

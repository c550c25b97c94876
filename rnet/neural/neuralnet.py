"""`neuralnet`: train a feed-forward network."""

from dataclasses import replace
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.formulas.formula import Formula
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.neural.arguments import Arguments, check_arguments
from rnet.neural.cases import chosen_cases, split_validation
from rnet.neural.custom_function import spelled_out
from rnet.neural.diagnose import warn_unless_converged
from rnet.neural.exclude import fixed_weights
from rnet.neural.extensions import check_extensions
from rnet.neural.fit_nn import fit_repetitions
from rnet.neural.model_data import ModelData, model_data
from rnet.neural.network import Layout
from rnet.neural.nn import NN
from rnet.neural.nn_parts import network_record
from rnet.neural.start_weights import flattened_start_weights, given_start_weights

FUNCTION_PARAMETERS = {"err.fct": ("x", "y"), "act.fct": ("x",), "output.act.fct": ("x",)}

_NOT_BINARY = "Error function 'ce' only implemented for binary response."


@keeps_call("neuralnet")
def neuralnet(
    call: Call,
    formula: str | Formula,
    data: Any,
    hidden: Any = 1,
    threshold: float = 0.01,
    stepmax: float = 1e5,
    rep: int = 1,
    startweights: Any = None,
    learningrate_limit: Any = None,
    learningrate_factor: Any = None,
    learningrate: Any = None,
    lifesign: str = "none",
    lifesign_step: int = 1000,
    algorithm: str = "rprop+",
    err_fct: Any = "sse",
    act_fct: Any = "logistic",
    output_act_fct: Any = None,
    linear_output: bool = True,
    exclude: Any = None,
    constant_weights: Any = None,
    likelihood: bool = False,
    *,
    weights: Any = None,
    subset: Any = None,
    na_action: Any = None,
    scale: bool = False,
    validation: Any = None,
    patience: float = 100,
    history: bool | str = False,
    n_jobs: int | None = None,
    progress: bool | None = None,
    flatten: bool = False,
) -> NN:
    """Train a feed-forward network by resilient or plain backpropagation.

    Parameters
    ----------
    formula : str or Formula
        Responses joined by `+`, then columns of `data`: ``"AND + OR ~ Var1 + Var2"``. A factor
        or text response gives one output for each class, in alphabetical order. Predictors are
        numeric or logical columns; interactions and functions of columns must be made columns
        first.
    data : DataFrame, mapping or two-dimensional array
        The columns of the formula.
    hidden : int or sequence of int, default 1
        Units of each hidden layer; 0 for none.
    threshold : float, default 0.01
        Training stops when no partial derivative of the error is larger.
    stepmax : float, default 1e5
        A repetition that needs more steps is given up.
    rep : int, default 1
        Repetitions from different start weights. They are trained in parallel; the result does
        not depend on that.
    startweights : array_like, optional
        Weights to start from, in flat order, repetition after repetition; drawn otherwise.
    learningrate_limit : two numbers, optional
        Smallest and largest step size of resilient backpropagation; default 1e-10 and 0.1.
    learningrate_factor : two numbers, optional
        By what step sizes shrink and grow; default 0.5 and 1.2.
    learningrate : float or sequence of float, optional
        Step size of "backprop", which needs it.
    lifesign : {"none", "minimal", "full"}
        How much to write to standard error while training.
    lifesign_step : int, default 1000
        With "full", a line every so many steps.
    algorithm : {"rprop+", "rprop-", "sag", "slr", "backprop"}
        Resilient backpropagation with or without weight backtracking, its globally convergent
        forms by smallest absolute gradient or smallest learning rate, or plain. And rnet's own,
        minimisers of SciPy on the same gradient, often fifty steps where these need thousands:
        "lbfgs", "bfgs", "cg", "newton-cg", "trust-ncg", "trust-krylov". They too stop at
        `threshold`; a step is one iteration.
    err_fct : {"sse", "ce"} or custom function
        Half the sum of squares, the cross-entropy, or a function of output x and response y.
    act_fct : {"logistic", "tanh", "relu"} or custom function
        Activation of the hidden units. A custom function is a Python function made of NumPy's
        elementwise functions, an R expression such as ``"log(1 + exp(x))"`` (both are
        differentiated to machine precision), or a pair (function, its derivative).
    output_act_fct : as `act_fct`, optional
        Activation of the outputs unless `linear_output`; by default as `act_fct`, as in the
        package's CRAN release 1.44.2. Version 1.44.6 has the default "logistic".
    linear_output : bool, default True
        Whether the outputs are weighted sums.
    exclude : array_like, optional
        Weights not to train: positions in flat order from 1, or rows (layer, row, column).
    constant_weights : array_like, optional
        What the excluded weights are; 0 where not given.
    likelihood : bool, default False
        Add AIC and BIC, reading the error as negative log-likelihood. Weights fixed at a value
        other than 0 count as parameters, as in R.
    weights : array_like or str, optional
        Not in R, like all that follows. How much each row counts in the error: one number for
        each row of `data`, or an R expression of its columns.
    subset : array_like or str, optional
        The rows to use: logical, numbers from 1, or an R expression such as ``"age > 30"``.
    na_action : str or function, optional
        "na.omit" drops rows with missing values, "na.fail" names them. Left out, R's error.
    scale : bool, default False
        Train on standardised predictors (and responses, where the output is linear and the error
        "sse"); the weights and everything else hold for the columns as they are, `threshold`,
        `startweights` and `reached.threshold` for the standardised ones.
    validation : float or DataFrame, optional
        Rows to hold out, or the fraction of the rows to draw: ``sample(n, round(validation * n))``,
        the first thing a fit draws. Training stops when the error on them has not become smaller
        for `patience` steps (or at the threshold); the weights of the best step are kept.
    patience : float, default 100
        Steps to wait for a smaller validation error.
    history : bool or "weights", default False
        Record error and largest derivative of every step, and the weights: see `fit.history` and
        ``fit.plot("history")``.
    n_jobs : int, optional
        Threads to train repetitions on; all processors by default. Inside
        ``joblib.parallel_config("dask")`` repetitions go to the cluster. The result is the same.
    progress : bool, optional
        Show a progress bar of repetitions (package tqdm); by default for long work at a terminal.
        Never beside `lifesign`.
    flatten : bool, default False
        Take `startweights` also as a list of matrices, such as ``fit.weights[0]``, or as a list
        of such lists, one for each repetition. R ignores such lists: it counts their elements,
        finds too few and draws the weights.

    Returns
    -------
    NN
        The network: `net_result`, `weights`, `result_matrix`, ...

    Raises
    ------
    RError
        R's message for arguments and data that cannot be used.

    Notes
    -----
    R page: `?neuralnet` (package neuralnet 1.44.6). Steps and weights are R's to the last bit on
    Linux x86-64. `steps` counts from 1: at most `stepmax - 1` updates are made. Runs of "sag" and
    "slr" are chaotic: their steps differ between machines also in R.

    Examples
    --------
    >>> from rnet import data, neuralnet, set_seed
    >>> infert = data("infert")
    >>> set_seed(1)
    >>> fit = neuralnet("case ~ parity + induced + spontaneous", infert)
    >>> int(fit.result_matrix.loc["steps", 0])
    1325
    """
    given = check_arguments(
        formula=formula,
        data=data,
        hidden=hidden,
        threshold=threshold,
        stepmax=stepmax,
        rep=rep,
        startweights=None if flatten is True else startweights,
        learningrate_limit=learningrate_limit,
        learningrate_factor=learningrate_factor,
        learningrate=learningrate,
        lifesign=lifesign,
        lifesign_step=lifesign_step,
        algorithm=algorithm,
        err_fct=err_fct,
        act_fct=act_fct,
        output_act_fct=output_act_fct,
        linear_output=linear_output,
        likelihood=likelihood,
    )
    more = check_extensions(
        scale=scale,
        patience=patience,
        history=history,
        n_jobs=n_jobs,
        progress=progress,
        flatten=flatten,
    )
    chosen = chosen_cases(formula, data, subset, na_action, weights)
    matrices = model_data(formula, chosen.data)
    _check_binary(given, matrices)
    layout = Layout((len(matrices.variables), *given.hidden, len(matrices.responses)))
    fixed = fixed_weights(layout, exclude, constant_weights)
    if more.flatten:
        flat = flattened_start_weights(startweights, layout, fixed)
        given = replace(given, startweights=given_start_weights(flat))
    cases = split_validation(formula, matrices, chosen.weights, validation)
    repetitions = fit_repetitions(cases, given, more, layout, fixed)
    fit = network_record(
        call=spelled_out(call, FUNCTION_PARAMETERS),
        error=given.error,
        hidden=given.hidden_activation,
        output=given.output_choice,
        linear_output=given.linear_output,
        exclude=exclude,
        data=cases.data,
        layout=layout,
        fixed=fixed,
        outcomes=repetitions.outcomes,
        repetitions=repetitions.converged,
        training=repetitions.record,
    )
    warn_unless_converged(fit)
    return fit


def _check_binary(given: Arguments, matrices: ModelData) -> None:
    values = matrices.response.to_numpy(dtype=np.float64)
    if given.error.name == "ce" and not np.isin(values, (0.0, 1.0)).all():
        raise RError(_NOT_BINARY, "Use err_fct='sse', or a response of 0 and 1.")

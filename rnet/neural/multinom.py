"""`multinom`: multinomial log-linear models, as R's package nnet fits them."""

import sys
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.formulas.formula import Formula
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.neural.multinom_data import MultinomData, multinom_data, summarised
from rnet.neural.multinom_model import Multinom
from rnet.neural.nnet_arguments import (
    check_size,
    check_start,
    flag_of,
    number_of,
    numbers_of,
    problem_of,
    start_weights,
    stopping_rule,
)
from rnet.neural.nnet_data import NnetData, formula_origin
from rnet.neural.nnet_fit import fit_nnet
from rnet.neural.nnet_model import Nnet
from rnet.neural.print_nnet import format_end, format_weight_count, reporter, writer

PASSED_ON = ("Wts", "decay", "maxit", "trace", "MaxNWts", "abstol", "reltol")
"""These go through R's `...` to `nnet` and are shown in the order of the call."""


@keeps_call("multinom", dots=PASSED_ON)
def multinom(
    call: Call,
    formula: str | Formula,
    data: Any = None,
    weights: Any = None,
    subset: Any = None,
    na_action: Any = None,
    contrasts: Mapping[str, Any] | None = None,
    Hess: bool = False,  # noqa: N803 - R's name
    summ: int = 0,
    censored: bool = False,
    model: bool = False,
    *,
    Wts: npt.ArrayLike | None = None,  # noqa: N803 - R's name
    decay: npt.ArrayLike = 0.0,
    maxit: float = 100,
    trace: bool = True,
    MaxNWts: float = 1000,  # noqa: N803 - R's name
    abstol: float = 1e-4,
    reltol: float = 1e-8,
) -> Multinom:
    """Fit a multinomial log-linear model: logistic regression for two or more classes.

    Parameters
    ----------
    formula : str or Formula
        The response is a factor (anything else is made one; the first level is the baseline)
        or a matrix of counts, one column for each class. An offset must have a column for each
        class.
    data : DataFrame, optional
        Holds the variables of the formula.
    weights, subset, na_action, contrasts
        As for `glm`.
    Hess : bool
        Whether to keep the second derivatives of the criterion as component `Hessian`.
    summ : {0, 1, 2, 3}
        Combine equal cases first: equal in predictors and response (1, 2) or in predictors (3).
    censored : bool
        Whether several ones in a row of a response matrix mean that the class is one of these.
    model : bool
        Whether to keep the model frame as component `model`.
    Wts, decay, maxit, trace, MaxNWts, abstol, reltol
        As for `nnet`; the start weights are 0.

    Returns
    -------
    Multinom
        Prints as in R; `summary`, `predict`, `coef`, `fitted`, `deviance`, `logLik`, `AIC`
        take it, and it has methods `vcov`, `confint`.

    Raises
    ------
    RError
        R's words: ``need two or more classes to fit a multinom model``, ...

    Notes
    -----
    R page: `?multinom` (package nnet). Coefficients are log odds against the first class. Where
    classes can be separated the coefficients grow until `maxit`, in R as here. Where R is odd:
    with `summ=1` and weights it adds the wrong weights, with `summ` its summary fails, and with
    `summ` 2 or 3 it fails for two classes; rnet does what is meant.

    Examples
    --------
    >>> from rnet import data, multinom
    >>> iris = data("iris")
    >>> fit = multinom("Species ~ Sepal.Length", data=iris, trace=False)
    >>> fit  # doctest: +NORMALIZE_WHITESPACE
    Call:
    multinom(formula = Species ~ Sepal.Length, data = iris, trace = FALSE)
    Coefficients:
               (Intercept) Sepal.Length
    versicolor   -26.08339     4.816072
    virginica    -38.76786     6.847957
    Residual Deviance: 182.0679
    AIC: 190.0679
    """
    origin = formula_origin(
        formula, data, weights=weights, subset=subset, na_action=na_action, contrasts=contrasts
    )
    cases = _summarised(multinom_data(origin, flag_of(censored, "censored")), summ)
    net = cases.network(flag_of(censored, "censored"))
    check_size(net, MaxNWts)
    given = cases.start if Wts is None else Wts
    start = start_weights(given, net.weights, 0.0)
    free = np.flatnonzero(cases.free.ravel())
    penalties = numbers_of(decay)

    write = writer(flag_of(trace, "trace"))
    write(format_weight_count(net.weights, len(free)))
    arrays = _arrays(cases)
    problem = problem_of(net, arrays, penalties, free)
    check_start(start)
    fit = fit_nnet(problem, start, stopping_rule(maxit, abstol, reltol), reporter(write))
    if fit.iterations:
        write(format_end(fit))
    inner = Nnet(call, net, penalties, fit, arrays, cases.levels, None)
    return Multinom(
        call, inner, cases, keeps_hessian=flag_of(Hess, "Hess"), keeps_model=flag_of(model, "model")
    )


def _summarised(cases: MultinomData, summ: Any) -> MultinomData:
    """Combine equal cases where wanted, and write R's line on what is left."""
    method = number_of(summ)
    if method not in (0, 1, 2, 3):
        raise RError("invalid 'summ'", "It is 0, 1, 2 or 3.")
    if method:
        cases = summarised(cases, int(method))
        sys.stdout.write(f"[1] {cases.x.shape[0]} {cases.x.shape[1]}\n")
    return cases


def _arrays(cases: MultinomData) -> NnetData:
    return NnetData(
        x=cases.inputs,
        y=cases.y,
        weights=cases.weights,
        row_names=cases.row_names,
        output_names=None if cases.is_binomial else cases.classes,
        levels=cases.levels,
        origin=cases.origin,
    )

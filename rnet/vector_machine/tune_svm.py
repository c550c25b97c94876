"""`tune.svm`: search for the best setting of `svm`."""

from typing import Any

from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.vector_machine.svm import svm
from rnet.vector_machine.tune_result import Tune
from rnet.vector_machine.tune_search import Search, split_arguments

PARAMETERS = ("degree", "gamma", "coef0", "cost", "nu", "class_weights", "epsilon")
"""The parameters of `svm` that are tuned, in the order of R's grid."""


@keeps_call("best.svm")
def tune_svm(
    call: Call,
    /,
    x: Any,
    y: Any = None,
    data: Any = None,
    degree: Any = None,
    gamma: Any = None,
    coef0: Any = None,
    cost: Any = None,
    nu: Any = None,
    class_weights: Any = None,
    epsilon: Any = None,
    **arguments: Any,
) -> Tune:
    """Find the best setting of a support vector machine by resampling.

    Parameters
    ----------
    x : str, Formula, DataFrame or array_like
        A formula, or the predictors.
    y : array_like, optional
        The response, without a formula.
    data : DataFrame, optional
        The data of a formula.
    degree, gamma, coef0, cost, nu, epsilon : float or sequence of float, optional
        Values to try; all combinations are tried.
    class_weights : list of mappings, optional
        Weights to try, each a mapping from classes.
    **arguments
        For `tune` (`tunecontrol`, `validation_x`, `n_jobs`, ...) and for every `svm`.

    Returns
    -------
    Tune

    Raises
    ------
    RError
        As `tune` and `svm`.

    Notes
    -----
    R page: `?tune.svm` (package e1071). Where R is odd: a single mapping as `class_weights` is a
    range of settings that weigh one class each.

    Examples
    --------
    >>> from rnet import data, set_seed, tune_svm
    >>> cats = data("cats")
    >>> set_seed(42)
    >>> tuned = tune_svm("Sex ~ .", data=cats, gamma=[0.01, 0.1, 1], cost=[1, 10])
    >>> tuned.best_parameters
       gamma  cost
    4    0.1    10
    """
    values = (degree, gamma, coef0, cost, nu, class_weights, epsilon)
    given = dict(zip(PARAMETERS, values, strict=True))
    ranges, options, always = split_arguments({**given, **arguments}, PARAMETERS)
    return Search(call, svm, x, y, data, ranges=ranges, always=always, **options).run()

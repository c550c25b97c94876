"""`best.svm`: the machine with the best setting."""

from typing import Any

from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.vector_machine.svm import svm
from rnet.vector_machine.svm_model import SVM
from rnet.vector_machine.tune_control import TuneControl
from rnet.vector_machine.tune_search import Search, split_arguments
from rnet.vector_machine.tune_svm import PARAMETERS


@keeps_call("best.svm")
def best_svm(
    call: Call, /, x: Any, y: Any = None, tunecontrol: TuneControl | None = None, **arguments: Any
) -> SVM:
    """Return the machine with the best setting, fitted to all rows.

    Parameters
    ----------
    x : str, Formula, DataFrame or array_like
        A formula, or the predictors.
    y : array_like, optional
        The response, without a formula.
    tunecontrol : TuneControl, optional
        How to sample, repeat and measure.
    **arguments
        As in `tune_svm`.

    Returns
    -------
    SVM

    Raises
    ------
    RError
        As `tune_svm`.

    Notes
    -----
    R page: `?best.svm` (package e1071).

    Examples
    --------
    >>> from rnet import best_svm, data, set_seed
    >>> cats = data("cats")
    >>> set_seed(42)
    >>> best_svm("Sex ~ .", data=cats, cost=[1, 10]).cost
    1.0
    """
    ranges, options, always = split_arguments(arguments, PARAMETERS)
    search = Search(
        call, svm, x, y, ranges=ranges, tunecontrol=tunecontrol, always=always, **options
    )
    best: SVM = search.best()
    return best

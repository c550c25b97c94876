"""`tune.nnet`: search for the best setting of `nnet`."""

from typing import Any

import pandas as pd

from rnet.formulas.formula import Formula
from rnet.formulas.model_frame import model_frame
from rnet.formulas.terms import Terms
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.neural.nnet import nnet
from rnet.neural.nnet_model import Nnet
from rnet.neural.predict_nnet import predict_nnet
from rnet.vector_machine.tune_control import TuneControl, tune_control
from rnet.vector_machine.tune_result import Tune
from rnet.vector_machine.tune_search import Search, split_arguments

PARAMETERS = ("size", "decay")
"""The parameters of `nnet` that are tuned, in the order of R's grid."""
REPEATS = 5


@keeps_call("best.nnet")
def tune_nnet(
    call: Call,
    /,
    x: Any,
    y: Any = None,
    data: Any = None,
    size: Any = None,
    decay: Any = None,
    trace: bool = False,
    tunecontrol: TuneControl | None = None,
    **arguments: Any,
) -> Tune:
    """Find the best setting of a network with one hidden layer by resampling.

    Parameters
    ----------
    x : str, Formula, DataFrame or array_like
        A formula, or the predictors.
    y : array_like, optional
        The response, without a formula.
    data : DataFrame, optional
        The data of a formula.
    size, decay : float or sequence of float, optional
        Values to try; all combinations are tried.
    trace : bool
        Whether every fit writes its progress.
    tunecontrol : TuneControl, optional
        By default five fits of each setting to each sample: `tune_control(nrepeat=5)`.
    **arguments
        For `tune` and for every `nnet`.

    Returns
    -------
    Tune

    Raises
    ------
    RError
        As `tune` and `nnet`.

    Notes
    -----
    R page: `?tune.nnet` (package e1071). A factor response is predicted as classes.

    Examples
    --------
    >>> from rnet import data, set_seed, tune_control, tune_nnet
    >>> set_seed(1)
    >>> tuned = tune_nnet(
    ...     "Species ~ .", data=data("iris"), size=[1, 2],
    ...     tunecontrol=tune_control(cross=3), maxit=20,
    ... )
    >>> tuned.sampling
    '3-fold cross validation'
    """
    given = {"size": size, "decay": decay, **arguments, "data": data, "tunecontrol": tunecontrol}
    return nnet_search(call, x, y, {**given, "trace": trace}).run()


def nnet_search(call: Call, x: Any, y: Any, given: dict[str, Any]) -> Search:
    """Return the search that `tune_nnet` and `best_nnet` make."""
    ranges, options, always = split_arguments({"trace": False, **given}, PARAMETERS)
    if options.get("tunecontrol") is None:
        options["tunecontrol"] = tune_control(nrepeat=REPEATS)
    if options.get("predict_func") is None and _has_classes(x, options.get("data")):
        options["predict_func"] = _predicted_classes
    return Search(call, nnet, x, y, ranges=ranges, always=always, name="nnet", **options)


def _has_classes(x: Any, data: Any) -> bool:
    """Whether the response of a formula is a factor."""
    if not isinstance(x, str | Formula | Terms):
        return False
    return isinstance(model_frame(x, data).response, pd.Categorical)


def _predicted_classes(fit: Nnet, newdata: Any) -> Any:
    return predict_nnet(fit, newdata, "class")

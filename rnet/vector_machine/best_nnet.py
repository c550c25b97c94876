"""`best.nnet`: the network with the best setting."""

from typing import Any

from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.neural.nnet_model import Nnet
from rnet.vector_machine.tune_control import TuneControl
from rnet.vector_machine.tune_nnet import nnet_search


@keeps_call("best.nnet")
def best_nnet(
    call: Call, /, x: Any, y: Any = None, tunecontrol: TuneControl | None = None, **arguments: Any
) -> Nnet:
    """Return the network with the best setting, fitted to all rows.

    Parameters
    ----------
    x : str, Formula, DataFrame or array_like
        A formula, or the predictors.
    y : array_like, optional
        The response, without a formula.
    tunecontrol : TuneControl, optional
        By default five fits of each setting to each sample.
    **arguments
        As in `tune_nnet`.

    Returns
    -------
    Nnet

    Raises
    ------
    RError
        As `tune_nnet`.

    Notes
    -----
    R page: `?best.nnet` (package e1071).

    Examples
    --------
    >>> from rnet import best_nnet, data, set_seed, tune_control
    >>> set_seed(1)
    >>> once = tune_control(cross=2)
    >>> best_nnet("Species ~ .", data=data("iris"), size=[1, 2], tunecontrol=once, maxit=9).n[0]
    np.int64(4)
    """
    best: Nnet = nnet_search(call, x, y, {**arguments, "tunecontrol": tunecontrol}).best()
    return best

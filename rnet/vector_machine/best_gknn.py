"""`best.gknn`: the nearest neighbours with the best setting."""

from typing import Any

from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.vector_machine.tune_control import TuneControl
from rnet.vector_machine.tune_gknn import gknn_search


@keeps_call("best.gknn")
def best_gknn(
    call: Call, /, x: Any, y: Any = None, tunecontrol: TuneControl | None = None, **arguments: Any
) -> Any:
    """Return `gknn` with the best number of neighbours, on all rows.

    Parameters
    ----------
    x : str, Formula, DataFrame or array_like
        A formula, or the predictors.
    y : array_like, optional
        The response, without a formula.
    tunecontrol : TuneControl, optional
        How to sample, repeat and measure.
    **arguments
        As in `tune_gknn`.

    Returns
    -------
    fit
        What `gknn` returns.

    Raises
    ------
    RError
        As `tune_gknn`.

    Notes
    -----
    R page: `?best.gknn` (package e1071).

    Examples
    --------
    >>> from rnet import best_gknn, data, set_seed
    >>> set_seed(1)
    >>> best_gknn("Species ~ .", data=data("iris"), k=[1, 3]).k
    1
    """
    return gknn_search(call, x, y, {**arguments, "tunecontrol": tunecontrol}).best()

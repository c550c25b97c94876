"""`tune.gknn`: search for the best number of neighbours of `gknn`."""

from typing import Any

from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.vector_machine.tune_result import Tune
from rnet.vector_machine.tune_search import Search, split_arguments

PARAMETERS = ("k",)


@keeps_call("best.gknn")
def tune_gknn(
    call: Call, /, x: Any, y: Any = None, data: Any = None, k: Any = None, **arguments: Any
) -> Tune:
    """Find the best number of neighbours of `gknn` by resampling.

    Parameters
    ----------
    x : str, Formula, DataFrame or array_like
        A formula, or the predictors.
    y : array_like, optional
        The response, without a formula.
    data : DataFrame, optional
        The data of a formula.
    k : int or sequence of int, optional
        Values to try.
    **arguments
        For `tune` and for every `gknn`.

    Returns
    -------
    Tune

    Raises
    ------
    RError
        As `tune` and `gknn`.

    Notes
    -----
    R page: `?tune.gknn` (package e1071).

    Examples
    --------
    >>> from rnet import data, set_seed, tune_gknn
    >>> set_seed(1)
    >>> tune_gknn("Species ~ .", data=data("iris"), k=[1, 3]).method
    'gknn'
    """
    return gknn_search(call, x, y, {"k": k, "data": data, **arguments}).run()


def gknn_search(call: Call, x: Any, y: Any, given: dict[str, Any]) -> Search:
    """Return the search that `tune_gknn` and `best_gknn` make."""
    ranges, options, always = split_arguments(given, PARAMETERS)
    return Search(call, "gknn", x, y, ranges=ranges, always=always, **options)

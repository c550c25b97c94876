"""`tune.knn`: search for the best number of nearest neighbours."""

from typing import Any

from rnet.evaluate.knn import knn
from rnet.language.parser import parse_expression
from rnet.language.tree import Call
from rnet.vector_machine.tune_result import Tune
from rnet.vector_machine.tune_search import Search, split_arguments

PARAMETERS = ("k", "l")
CALL = (
    'best.tune(METHOD = "knn.wrapper", train.x = x, train.y = y, ranges = ranges, '
    "predict.func = function(x, ...) knn(train = x$train, cl = x$cl, k = x$k, l = x$l, ...))"
)


def tune_knn(x: Any, y: Any, k: Any = None, l: Any = None, **arguments: Any) -> Tune:  # noqa: E741
    """Find the best number of nearest neighbours by resampling.

    Parameters
    ----------
    x : DataFrame or array_like
        Predictors, shape (n, p).
    y : array_like
        Classes, shape (n,), a factor.
    k, l : float or sequence of float, optional
        Values to try: neighbours, and fewest votes for a decision.
    **arguments
        For `tune` (`tunecontrol`, `n_jobs`, ...).

    Returns
    -------
    Tune
        Its best model is a dict of what `knn` needs, as in R: train, cl, k, l, call.

    Raises
    ------
    RError
        As `tune` and `knn`.

    Notes
    -----
    R page: `?tune.knn` (package e1071).

    Examples
    --------
    >>> from rnet import data, set_seed, tune_knn
    >>> cats = data("cats")
    >>> set_seed(1)
    >>> tuned = tune_knn(cats[["Bwt", "Hwt"]], cats["Sex"], k=[1, 2, 3])
    >>> tuned.method
    'knn.wrapper'
    """
    ranges, options, always = split_arguments({"k": k, "l": l, **arguments}, PARAMETERS)
    shown = parse_expression(CALL)
    assert isinstance(shown, Call)
    return Search(
        shown, _stored, x, y, ranges=ranges, name="knn.wrapper", always=always,
        **{"predict_func": _classes, **options},
    ).run()  # fmt: skip


def _stored(x: Any, y: Any, k: float = 1, l: float = 0) -> dict[str, Any]:  # noqa: E741
    return {"train": x, "cl": y, "k": k, "l": l}


def _classes(fit: dict[str, Any], newdata: Any) -> Any:
    return knn(fit["train"], newdata, fit["cl"], k=fit["k"], l=fit["l"])

"""`tune`: R's search for the best setting of a method, from package e1071."""

from collections.abc import Callable, Mapping
from typing import Any

from rnet.language.deparse import deparse_line
from rnet.language.tree import Call, Symbol
from rnet.matched_call import keeps_call
from rnet.vector_machine.tune_control import TuneControl
from rnet.vector_machine.tune_result import Tune
from rnet.vector_machine.tune_search import Search

__all__ = ["Tune", "tune"]


@keeps_call("best.tune")
def tune(
    call: Call,
    /,
    METHOD: Callable[..., Any] | str,  # noqa: N803 - R's name
    train_x: Any = None,
    train_y: Any = None,
    data: Any = None,
    validation_x: Any = None,
    validation_y: Any = None,
    ranges: Mapping[str, Any] | None = None,
    predict_func: Callable[..., Any] | None = None,
    tunecontrol: TuneControl | None = None,
    *,
    n_jobs: int | None = None,
    progress: bool | None = None,
    **arguments: Any,
) -> Tune:
    """Find the best setting of a method by resampling.

    Parameters
    ----------
    METHOD : callable or str
        A function that fits, of rnet or your own, or R's name of one ("svm", "nnet", "lm"). With
        a formula it is called `METHOD(formula, data=..., subset=..., **setting)`, `subset` the
        numbers of the rows from 1; with predictors `METHOD(x=..., y=..., **setting)`.
    train_x : str, Formula, DataFrame or array_like
        A formula, or the predictors.
    train_y : array_like, optional
        The response, without a formula.
    data : DataFrame, optional
        The data of a formula.
    validation_x, validation_y : optional
        A set to test on instead of the rows left out; used by "fix", which then trains on all
        rows, and by "bootstrap". With a formula `validation_x` may hold the response.
    ranges : mapping, optional
        The values to try by parameter; all combinations are tried, the first parameter varying
        fastest. A list of mappings or lists makes a parameter whose values are vectors.
    predict_func : callable, optional
        `predict_func(fit, newdata)`; by default `predict`.
    tunecontrol : TuneControl, optional
        What `tune_control` returned: how to sample, repeat and measure.
    n_jobs : int, optional
        How many threads fit at the same time; all processors by default, and all workers of the
        cluster inside `joblib.parallel_config("dask")`. The result, random numbers included, does
        not depend on it.
    progress : bool, optional
        Show a progress bar on standard error; by default at a terminal, for long work, if tqdm is
        installed.
    **arguments
        For every call of `METHOD`.

    Returns
    -------
    Tune
        Prints as R's; `summary` and `plot` take it.

    Raises
    ------
    RError
        `‘cross’ must not exceed sampling size!`, `Dependent variable has wrong type!` and what
        `METHOD` says.

    Notes
    -----
    R page: `?tune` (package e1071 1.7-16). All random numbers are drawn as R draws them: first a
    permutation of the rows, then bootstrap samples, then settings, then what the fits draw.

    Examples
    --------
    >>> from rnet import data, set_seed, svm, tune
    >>> cats = data("cats")
    >>> set_seed(42)
    >>> tuned = tune(svm, "Hwt ~ Bwt", data=cats, ranges={"cost": [1, 10]})
    >>> print(tuned)  # doctest: +NORMALIZE_WHITESPACE
    <BLANKLINE>
    Parameter tuning of ‘svm’:
    <BLANKLINE>
    - sampling method: 10-fold cross validation
    <BLANKLINE>
    - best parameters:
     cost
       10
    <BLANKLINE>
    - best performance: 2.338854
    <BLANKLINE>
    """
    return Search(
        call, METHOD, train_x, train_y, data, validation_x, validation_y, ranges, predict_func,
        tunecontrol, n_jobs, progress, arguments, _written(call),
    ).run()  # fmt: skip


def _written(call: Call) -> str | None:
    """Return the method as written, where it is not a function or text itself."""
    node = next((one.value for one in call.arguments if one.name in (None, "METHOD")), None)
    return deparse_line(node) if isinstance(node, Symbol | Call) else None

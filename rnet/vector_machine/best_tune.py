"""`best.tune`: the fit with the best setting."""

from collections.abc import Callable, Mapping
from typing import Any

from rnet.language.tree import Call
from rnet.matched_call import keeps_written_call
from rnet.vector_machine.tune_control import TuneControl
from rnet.vector_machine.tune_search import Search


@keeps_written_call("best.tune")
def best_tune(
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
) -> Any:
    """Return the fit with the best setting; the arguments are those of `tune`.

    Parameters
    ----------
    METHOD, train_x, train_y, data, validation_x, validation_y, ranges, predict_func, tunecontrol
        As in `tune`.
    n_jobs, progress
        As in `tune`.
    **arguments
        For every call of `METHOD`.

    Returns
    -------
    fit
        What `METHOD` returns for all rows.

    Raises
    ------
    RError
        As `tune`.

    Notes
    -----
    R page: `?best.tune` (package e1071).

    Examples
    --------
    >>> from rnet import best_tune, data, set_seed, svm
    >>> cats = data("cats")
    >>> set_seed(42)
    >>> best_tune(svm, "Sex ~ .", data=cats, ranges={"cost": [1, 10]}).cost
    1.0
    """
    return Search(
        call, METHOD, train_x, train_y, data, validation_x, validation_y, ranges, predict_func,
        tunecontrol, n_jobs, progress, arguments,
    ).best()  # fmt: skip

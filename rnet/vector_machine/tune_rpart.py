"""`tune.rpart`: search for the best setting of a decision tree."""

from typing import Any

from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.vector_machine.tree_stand_in import grow, warn_of_stand_in
from rnet.vector_machine.tune_result import Tune
from rnet.vector_machine.tune_search import Search, split_arguments

PARAMETERS = (
    "minsplit", "minbucket", "cp", "maxcompete", "maxsurrogate", "usesurrogate", "xval",
    "surrogatestyle", "maxdepth",
)  # fmt: skip
"""The parameters that are tuned, in the order of R's grid."""


@keeps_call("best.rpart")
def tune_rpart(
    call: Call,
    /,
    formula: Any,
    data: Any = None,
    na_action: Any = "na.omit",
    minsplit: Any = None,
    minbucket: Any = None,
    cp: Any = None,
    maxcompete: Any = None,
    maxsurrogate: Any = None,
    usesurrogate: Any = None,
    xval: Any = None,
    surrogatestyle: Any = None,
    maxdepth: Any = None,
    predict_func: Any = None,
    **arguments: Any,
) -> Tune:
    """Find the best setting of a decision tree by resampling.

    A tree of scikit-learn stands in for R's rpart, and a warning says so. It is grown by the same
    criteria, pruned by rpart's rule, and draws the random numbers that rpart's own
    cross-validation draws; equal splits may be resolved otherwise.

    Parameters
    ----------
    formula : str or Formula
        A factor gives classes.
    data : DataFrame, optional
    na_action : str or function
        What to do with rows that miss a value.
    minsplit, minbucket, cp, maxdepth, xval : float or sequence, optional
        Values to try, as for R's `rpart.control`.
    maxcompete, maxsurrogate, usesurrogate, surrogatestyle : optional
        Without effect on complete rows.
    predict_func : callable, optional
        `predict_func(fit, newdata)`.
    **arguments
        For `tune`.

    Returns
    -------
    Tune

    Raises
    ------
    RError
        As `tune`.

    Notes
    -----
    R page: `?tune.rpart` (package e1071).

    Examples
    --------
    >>> import warnings
    >>> from rnet import data, set_seed, tune_rpart
    >>> set_seed(1)
    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("ignore")
    ...     tuned = tune_rpart("Species ~ .", data=data("iris"), cp=[0.01, 0.5])
    >>> tuned.method
    'rpart.wrapper'
    """
    values = (
        minsplit, minbucket, cp, maxcompete, maxsurrogate, usesurrogate, xval, surrogatestyle,
        maxdepth,
    )  # fmt: skip
    given = dict(zip(PARAMETERS, values, strict=True))
    ranges, options, always = split_arguments({**given, **arguments}, PARAMETERS)
    warn_of_stand_in()
    return Search(
        call, grow, formula, data=data, ranges=ranges, predict_func=predict_func,
        always={"na_action": na_action, **always}, name="rpart.wrapper", **options,
    ).run()  # fmt: skip

"""`best.rpart`: the decision tree with the best setting."""

from typing import Any

from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.vector_machine.tree_stand_in import TreeStandIn, grow, warn_of_stand_in
from rnet.vector_machine.tune_control import TuneControl
from rnet.vector_machine.tune_rpart import PARAMETERS
from rnet.vector_machine.tune_search import Search, split_arguments


@keeps_call("best.rpart")
def best_rpart(
    call: Call, /, formula: Any, tunecontrol: TuneControl | None = None, **arguments: Any
) -> TreeStandIn:
    """Return the decision tree with the best setting, grown on all rows.

    Parameters
    ----------
    formula : str or Formula
        A factor gives classes.
    tunecontrol : TuneControl, optional
        How to sample, repeat and measure.
    **arguments
        As in `tune_rpart`; `data` among them.

    Returns
    -------
    TreeStandIn
        A tree of scikit-learn; `predict` takes it.

    Raises
    ------
    RError
        As `tune_rpart`.

    Notes
    -----
    R page: `?best.rpart` (package e1071).

    Examples
    --------
    >>> import warnings
    >>> from rnet import best_rpart, data, set_seed
    >>> set_seed(1)
    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("ignore")
    ...     best_rpart("Species ~ .", data=data("iris"), cp=[0.01, 0.5]).control.cp
    0.01
    """
    ranges, options, always = split_arguments(arguments, PARAMETERS)
    warn_of_stand_in()
    search = Search(
        call, grow, formula, ranges=ranges, tunecontrol=tunecontrol, always=always,
        name="rpart.wrapper", **options,
    )  # fmt: skip
    best: TreeStandIn = search.best()
    return best

"""dbn.down: from the top of a stack of machines to its visible units."""

from collections.abc import Mapping
from typing import Any

from rnet.conditions import RError
from rnet.deep.contrastive_fit import down, up
from rnet.deep.deepnet_batches import counted
from rnet.deep.deepnet_data import new_cases, real, with_names
from rnet.deep.deepnet_rbm import DeepnetDBN, machine_of, visible_names
from rnet.matched_call import refuses_unknown


@refuses_unknown
def dbn_down(dbn: DeepnetDBN, h: Any, round: float = 10) -> Any:  # noqa: A002 - R's name
    """Return what a stack of machines makes of states of its top units; nothing is drawn.

    Parameters
    ----------
    dbn : DeepnetDBN
        What `dbn_train` returned.
    h : array_like, shape (cases, top units) or (top units,)
        States of the top units; a vector is one case.
    round : int
        Sweeps down and up in the top machine; the way on down begins with what the last one
        went down to.

    Returns
    -------
    ndarray or DataFrame, shape (cases, visible)
        Numbers between 0 and 1.

    Raises
    ------
    RError
        `non-conformable arguments`.

    Notes
    -----
    R: `deepnet:::dbn.down`, which is not exported.

    Examples
    --------
    >>> import numpy as np, rnet
    >>> rnet.set_seed(1)
    >>> rnet.dbn_down(rnet.dbn_train(np.eye(6), hidden=(4, 2)), np.eye(2), round=5).shape
    (2, 6)
    """
    machines = [machine_of(rbm) for rbm in _parts(dbn)]
    top = machines[-1]
    cases = new_cases(h, top.weights.shape[0], vector_is_a_row=True)
    states = cases.values
    values = states
    for _ in counted("round", real("round", round), counts_down=True):
        values = down(top, states)
        states = up(top, values)
    for machine in reversed(machines[:-1]):
        values = down(machine, values)
    return with_names(values, cases.row_names, visible_names(_parts(dbn)[0]))


def _parts(dbn: Any) -> Any:
    """Return the machines of a stack, given as itself or as the list of its components."""
    if isinstance(dbn, DeepnetDBN) or (isinstance(dbn, Mapping) and dbn.get("rbm")):
        return dbn["rbm"]
    raise RError("this is no stack of deepnet", "Give what dbn_train returned.")

"""rbm.down: from hidden to visible units."""

from typing import Any

from rnet.deep.contrastive_fit import down
from rnet.deep.deepnet_data import new_cases, with_names
from rnet.deep.deepnet_rbm import DeepnetRBM, machine_of, visible_names
from rnet.matched_call import refuses_unknown


@refuses_unknown
def rbm_down(rbm: DeepnetRBM, h: Any) -> Any:
    """Return the probabilities of a machine's visible units; nothing is drawn.

    Parameters
    ----------
    rbm : DeepnetRBM
        What `rbm_train` returned.
    h : array_like, shape (cases, hidden) or (hidden,)
        Hidden states; a vector is one case, or a column if there is one hidden unit.

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
    R page: `?deepnet::rbm.down`.

    Examples
    --------
    >>> import numpy as np, rnet
    >>> rnet.set_seed(1)
    >>> rnet.rbm_down(rnet.rbm_train(np.eye(4), 3), [[1, 0, 0], [0, 1, 1]]).shape
    (2, 4)
    """
    machine = machine_of(rbm)
    cases = new_cases(h, machine.weights.shape[0], vector_is_a_row=True)
    return with_names(down(machine, cases.values), cases.row_names, visible_names(rbm))

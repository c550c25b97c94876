"""rbm.up: from visible to hidden units."""

from typing import Any

from rnet.deep.contrastive_fit import up
from rnet.deep.deepnet_data import new_cases, with_names
from rnet.deep.deepnet_rbm import DeepnetRBM, machine_of
from rnet.matched_call import refuses_unknown


@refuses_unknown
def rbm_up(rbm: DeepnetRBM, v: Any) -> Any:
    """Return the probabilities of a machine's hidden units; nothing is drawn.

    Parameters
    ----------
    rbm : DeepnetRBM
        What `rbm_train` returned.
    v : array_like, shape (cases, visible) or (visible,)
        Visible states; a vector is one case.

    Returns
    -------
    ndarray, shape (cases, hidden)
        Numbers between 0 and 1.

    Raises
    ------
    RError
        `non-conformable arguments`.

    Notes
    -----
    R page: `?deepnet::rbm.up`.

    Examples
    --------
    >>> import numpy as np, rnet
    >>> rnet.set_seed(1)
    >>> rnet.rbm_up(rnet.rbm_train(np.eye(4), 3), [1, 0, 0, 0]).shape
    (1, 3)
    """
    machine = machine_of(rbm)
    cases = new_cases(v, machine.weights.shape[1], vector_is_a_row=True)
    return with_names(up(machine, cases.values), cases.row_names, None)

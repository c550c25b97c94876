"""`predictr`: predictions along arrays of sequences, with the words of R's package rnn."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.recurrent_model import Recurrent
from rnet.deep.trainr import frame_of, sequence_array
from rnet.matched_call import refuses_unknown


@refuses_unknown
def predictr(model: Recurrent, X: npt.ArrayLike) -> npt.NDArray[np.float64]:  # noqa: N803 - R's
    """Predict with a network of `trainr`.

    Parameters
    ----------
    model : Recurrent
        What `trainr` returned.
    X : array_like, shape (samples, times) or (samples, times, variables)

    Returns
    -------
    ndarray, shape (samples, times, outputs)

    Raises
    ------
    RError
        For another number of variables.

    Notes
    -----
    R page: `?predictr` of package rnn.

    Examples
    --------
    >>> from rnet import predictr, set_seed, trainr
    >>> set_seed(1)
    >>> fit = trainr([[0, 1]], [[1, 1]], numepochs=1, network_type="gru")
    >>> predictr(fit, [[0, 1], [1, 1]]).shape
    (2, 2, 1)
    """
    x: Any = sequence_array(X, "X")
    if not isinstance(model, Recurrent) or x.shape[2] != model.plan.inputs:
        raise RError("'X' does not fit the model", "Give as many variables as it was trained on.")
    found = model.predict(frame_of(x)).to_numpy()
    return np.asarray(found.reshape(*x.shape[:2], -1))

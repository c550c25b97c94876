"""nn.predict: the outputs of one of deepnet's networks for new cases."""

from typing import Any

import numpy as np

from rnet.deep.backprop_fit import outputs
from rnet.deep.deepnet_data import new_cases, with_names
from rnet.deep.deepnet_nn import DeepnetNN, network_of
from rnet.matched_call import refuses_unknown
from rnet.values import axis_names


@refuses_unknown
def nn_predict(nn: DeepnetNN, x: Any, *, quirks: bool | None = None) -> Any:
    """Return the outputs of a network for new cases.

    Parameters
    ----------
    nn : DeepnetNN
        What `nn_train`, `dbn_dnn_train` or `sae_dnn_train` returned.
    x : array_like, shape (cases, inputs)
        A numeric matrix or a data frame of numbers.
    quirks : bool, optional
        As R: hidden values times `1 - hidden_dropout`, inputs as they are, and a single case as
        a vector is refused. False: no factors (the network was trained with scaled values), and
        a vector is one case. Left out: as the network was trained.

    Returns
    -------
    ndarray or DataFrame, shape (cases, outputs)
        A matrix, with the column names of the y it was trained on.

    Raises
    ------
    RError
        `non-conformable arguments`.

    Notes
    -----
    R page: `?deepnet::nn.predict`. Softmax outputs do not overflow here, where R gives NaN.

    Examples
    --------
    >>> import numpy as np, rnet
    >>> rnet.set_seed(1)
    >>> x = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
    >>> fit = rnet.nn_train(x, x.sum(axis=1), hidden=3, output="linear")
    >>> rnet.nn_predict(fit, x).shape
    (4, 1)
    """
    net = network_of(nn)
    as_r = net.quirks if quirks is None else quirks
    cases = new_cases(x, net.input_dim, vector_is_a_row=not as_r)
    weights = [np.asarray(weight, dtype=np.float64) for weight in net.W]
    biases = [np.asarray(bias, dtype=np.float64) for bias in net.B]
    keep = 1.0 - net.hidden_dropout if as_r else 1.0
    values = outputs(cases.values, weights, biases, net.activationfun, net.output, keep)
    names = getattr(net.B[-1], "index", None)
    return with_names(values, cases.row_names, None if names is None else axis_names(names))

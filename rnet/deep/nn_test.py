"""nn.test: how many outputs of one of deepnet's networks are on the wrong side."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.deep.deepnet_data import new_cases, real, responses
from rnet.deep.deepnet_nn import DeepnetNN, network_of
from rnet.deep.deepnet_rules import rules
from rnet.deep.nn_predict import nn_predict
from rnet.matched_call import refuses_unknown


@refuses_unknown
def nn_test(nn: DeepnetNN, x: Any, y: Any, t: float = 0.5, *, quirks: bool | None = None) -> float:
    """Return a network's error on given cases, as deepnet counts it.

    Parameters
    ----------
    nn : DeepnetNN
        What `nn_train`, `dbn_dnn_train` or `sae_dnn_train` returned.
    x : array_like, shape (cases, inputs)
        The cases. With `quirks=False` a vector is one case, as for `nn_predict`.
    y : array_like, shape (cases,) or (cases, outputs)
        Zeros and ones; for several outputs a column for each class, or of one case a vector.
    t : float
        Outputs of at least `t` count as 1.
    quirks : bool, optional
        As R: half the wrong cells, divided by the cases. That is the share of wrong cases where
        exactly one output of each passes `t`, and *half* of it for a single output. False: the
        share of wrong cases, by `t` for one output and by the largest of several. Left out: as
        the network was trained.

    Returns
    -------
    float
        The error.

    Raises
    ------
    RError
        `non-conformable arguments`, and `y must be a vector or matrix!` for a factor.

    Notes
    -----
    R page: `?deepnet::nn.test`.

    Examples
    --------
    >>> import numpy as np, rnet
    >>> rnet.set_seed(1)
    >>> x = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
    >>> fit = rnet.nn_train(x, [0, 0, 1, 1], hidden=3, quirks=False)
    >>> rnet.nn_test(fit, x, [0, 0, 1, 1], t=2)
    0.5
    >>> rnet.nn_test(fit, x, [0, 0, 1, 1], t=2, quirks=True)
    0.25
    """
    net = network_of(nn)
    as_r = net.quirks if quirks is None else quirks
    own = rules(as_r)
    cases = new_cases(x, net.input_dim, vector_is_a_row=not as_r)
    one_case = len(cases.values) == 1 and np.ndim(y) == 1 and not as_r
    wanted = responses(np.reshape(y, (1, -1)) if one_case else y, len(cases.values)).values
    got = np.asarray(nn_predict(net, cases.values))
    if wanted.shape != got.shape:
        advice = f"y has {wanted.shape[1]} columns, the network {got.shape[1]} outputs."
        raise RError("non-conformable arrays", advice)
    ones = np.where(np.isnan(got), np.nan, got >= real("t", t))
    if own.halves_errors:
        return float(np.abs(ones - wanted).sum() / 2 / len(got))
    if got.shape[1] == 1:
        return float((ones != wanted).mean())
    return float((got.argmax(axis=1) != wanted.argmax(axis=1)).mean())

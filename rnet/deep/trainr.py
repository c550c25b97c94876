"""`trainr`: recurrent networks of arrays, with the words of R's package rnn."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.arguments import positive, whole
from rnet.deep.recurrent import RecurrentRequest, fit_recurrent
from rnet.deep.recurrent_model import Recurrent
from rnet.deep.torch_recurrent import GATES
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call

ID, TIME = "(sample)", "(time)"


@keeps_call("trainr")
def trainr(
    call: Call,
    Y: npt.ArrayLike,  # noqa: N803 - R's name
    X: npt.ArrayLike,  # noqa: N803 - R's name
    learningrate: float = 0.01,
    hidden_dim: int = 10,
    network_type: str = "rnn",
    numepochs: int = 1,
    batch_size: int = 1,
    update_rule: str = "adam",
) -> Recurrent:
    """Fit a recurrent network to arrays of sequences.

    Parameters
    ----------
    Y : array_like, shape (samples, times) or (samples, times, outputs)
        Numbers in [0, 1].
    X : array_like, shape (samples, times) or (samples, times, variables)
    learningrate : float
    hidden_dim : int
        Hidden units.
    network_type : {"rnn", "gru", "lstm"}
    numepochs, batch_size : int
    update_rule : {"adam", "sgd", "adagrad", ...}
        As `optim` of `lstm`.

    Returns
    -------
    Recurrent
        For `predictr`.

    Raises
    ------
    RError
        For arrays that do not fit each other, or a `Y` outside [0, 1].

    Notes
    -----
    R page: `?trainr` of package rnn, whose words these are, not its numbers: its LSTM and GRU
    do not follow the gradient of their loss. Outputs are logistic, the loss is mean squared
    error; `lstm`, `gru` and `rnn` take formulas.

    Examples
    --------
    >>> from rnet import predictr, set_seed, trainr
    >>> set_seed(1)
    >>> fit = trainr([[0, 1, 1], [1, 0, 1]], [[0, 1, 0], [1, 0, 0]], numepochs=2)
    >>> predictr(fit, [[0, 1, 0]]).shape
    (1, 3, 1)
    """
    x, y = sequence_array(X, "X"), sequence_array(Y, "Y")
    if x.shape[:2] != y.shape[:2]:
        raise RError("'X' and 'Y' differ in samples or times", f"{x.shape[:2]} and {y.shape[:2]}.")
    if y.min() < 0 or y.max() > 1:
        raise RError("'Y' must be in [0, 1]", "Outputs are logistic: scale it, or use lstm().")
    training = {
        "optim": update_rule,
        "learn_rates": positive(learningrate, "learningrate"),
        "n_epochs": whole(numepochs, "numepochs"),
        "batch_size": min(whole(batch_size, "batch_size"), len(x)),
    }
    kind = match_arg(network_type, tuple(GATES))
    request = RecurrentRequest(kind, hidden_dim, 1, 0, "each", "logistic", None, training, 0.0)
    outputs = ", ".join(f"Y{k}" for k in range(1, y.shape[2] + 1))
    inputs = " + ".join(f"X{k}" for k in range(1, x.shape[2] + 1))
    frame = frame_of(x, y)
    return fit_recurrent(call, f"cbind({outputs}) ~ {inputs}", frame, ID, TIME, request)


def frame_of(x: npt.NDArray[Any], y: npt.NDArray[Any] | None = None) -> pd.DataFrame:
    """Return arrays (samples, times, variables) as a table with a row for each time."""
    samples, times = x.shape[:2]
    columns: dict[str, Any] = {
        ID: np.repeat(np.arange(samples), times),
        TIME: np.tile(np.arange(times), samples),
    }
    for name, values in {"X": x, "Y": y}.items():
        if values is not None:
            flat = values.reshape(samples * times, -1)
            columns |= {f"{name}{k}": column for k, column in enumerate(flat.T, 1)}
    return pd.DataFrame(columns)


def sequence_array(values: Any, name: str) -> npt.NDArray[np.float64]:
    """Return an array of three dimensions; two mean one variable."""
    try:
        found = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        raise RError(f"'{name}' must be an array of numbers") from None
    if found.ndim not in (2, 3) or 0 in found.shape:
        raise RError(f"'{name}' must have dimensions (samples, times, variables)")
    if not np.isfinite(found).all():
        raise RError(f"missing values in '{name}'", "Leave these samples out.")
    return found[:, :, None] if found.ndim == 2 else found

"""`lstm`: long short-term memory for series and panels, by formula."""

from typing import Any

from rnet.deep.recurrent import RecurrentRequest, fit_recurrent
from rnet.deep.recurrent_model import Recurrent
from rnet.formulas.formula import Formula
from rnet.language.tree import Call
from rnet.matched_call import keeps_call


@keeps_call("lstm")
def lstm(
    call: Call,
    formula: str | Formula,
    data: Any,
    id: str | None = None,  # noqa: A002 - as in R's panel packages
    time: str | None = None,
    hidden: int = 16,
    *,
    ahead: int = 0,
    target: str = "each",
    n_layers: int = 1,
    loss: str | None = None,
    optim: Any = "adam",
    learn_rates: float | None = None,
    n_epochs: int = 100,
    batch_size: int | None = None,
    L2: float = 0.0,  # noqa: N803 - as the other penalties are called
    val_prop: float = 0.0,
    patience: int | None = None,
    clip: float | None = 1.0,
    progress: bool | None = None,
) -> Recurrent:
    """Fit a network of long short-term memory cells to series or panels.

    Parameters
    ----------
    formula : str or Formula
        The response may be numeric or a factor. ``"y ~ 1"`` with `ahead`: a series of its own.
    data : DataFrame
        One row for each time (of each subject).
    id : str, optional
        The column that tells sequences apart; left out, all rows are one sequence.
    time : str, optional
        The column that orders the rows; left out, they stand in order. Neither is a predictor
        unless the formula names it.
    hidden : int, default 16
        Cells of a layer.
    ahead : int, default 0
        0: the response of a row is told from predictors of this row and those before. h > 0:
        it is told from predictors *and response* h rows before, and earlier.
    target : {"each", "last"}
        Whether every row has an answer, or only the last of each sequence.
    n_layers : int
        Recurrent layers on top of each other.
    loss : {"ce", "hinge", "mse"}, optional
        By default cross-entropy for classes, mean squared error for numbers.
    optim, learn_rates, n_epochs, L2, patience, progress
        As for `convnet`.
    batch_size : int, optional
        How many sequences a step uses: 32, or all of fewer.
    val_prop : float
        The share of sequences held out.
    clip : float, optional
        Gradients through time are shortened to this length; None: they are not.

    Returns
    -------
    Recurrent
        `predict(newdata)`, `forecast(n)`, `history`, `plot`, `save`.

    Raises
    ------
    RError
        For unknown columns, times that occur twice, missing values, sequences not longer than
        `ahead`, zero epochs, a loss that explodes; where PyTorch is missing:
        ``pip install "rnet-stats[deep]"``.

    Notes
    -----
    No R function (`rnn::trainr` takes arrays; see `trainr`). Predictors, but for zeros and ones,
    and a numeric response are standardised inside. Start weights and the order of the sequences
    come from R's stream.

    Examples
    --------
    >>> import pandas as pd
    >>> from rnet import data, lstm, set_seed
    >>> sunspots = pd.DataFrame({"spots": data("sunspot.year").to_numpy()})
    >>> set_seed(1)
    >>> fit = lstm("spots ~ 1", sunspots[:220], ahead=1, hidden=4, n_epochs=3)
    >>> fit.predict(sunspots).shape, fit.forecast(3).shape
    ((289, 1), (3, 1))
    """
    training = {
        "optim": optim,
        "learn_rates": learn_rates,
        "n_epochs": n_epochs,
        "batch_size": batch_size,
        "L2": L2,
        "patience": patience,
        "clip": clip,
        "progress": progress,
    }
    request = RecurrentRequest(
        "lstm", hidden, n_layers, ahead, target, "linear", loss, training, val_prop
    )
    return fit_recurrent(call, formula, data, id, time, request)

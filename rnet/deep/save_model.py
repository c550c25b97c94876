"""`save_model`: write a deep model to a file."""

from os import PathLike
from typing import Any

from rnet.conditions import RError
from rnet.deep.saved_models import SAVED


def save_model(fit: Any, file: str | PathLike[str]) -> None:
    """Write a deep model to a file that `load_model` reads, as ``fit.save(file)`` does.

    Parameters
    ----------
    fit : fit
        A result of `mlp`, `rbm`, `dbn`, `sae`, `autoencoder`, `perceptron`, `convnet`,
        `transfer`, `gan`, `lstm`, `gru`, `rnn` or of deepnet's training functions.
    file : str or path-like
        Where to: arrays and JSON, nothing that runs when read. R code may write below the folder
        that ``rnet run --allow-write`` names.

    Raises
    ------
    RError
        For other fits, which have files of their own; `cannot open file 'x'`; for parts that are
        code of the user's.

    Notes
    -----
    rnet's own. The cases a model was fitted to are not written.

    Examples
    --------
    >>> import rnet, tempfile, os
    >>> rnet.set_seed(1)
    >>> fit = rnet.rbm("~ .", rnet.data("cars"), 2, visible_type="gaussian", n_epochs=2)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     rnet.save_model(fit, os.path.join(folder, "cars.npz"))
    ...     str(rnet.load_model(os.path.join(folder, "cars.npz"))) == str(fit)
    True
    """
    if not isinstance(fit, SAVED):
        raise RError(
            "no applicable method for 'save_model' applied to an object of class "
            f'"{type(fit).__name__}"',
            "It writes deep models; networks of `neuralnet` have `fit.save(path)`.",
        )
    fit.save(file)

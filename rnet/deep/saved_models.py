"""Models as files: what `fit.save(path)` writes and `load_model` reads."""

from collections.abc import Callable
from os import PathLike
from typing import Any

from rnet.deep.mlp_model import Mlp
from rnet.deep.model_file import SavedModel, write_model
from rnet.deep.saved_codes import autoencoder_of, rbm_of
from rnet.deep.saved_convnet import convnet_of
from rnet.deep.saved_deepnet import deepnet_dbn_of, deepnet_nn_of, deepnet_rbm_of
from rnet.deep.saved_gan import gan_of
from rnet.deep.saved_mlp import mlp_content, mlp_of
from rnet.deep.saved_perceptron import perceptron_of
from rnet.deep.saved_recurrent import recurrent_of
from rnet.deep.saved_stacks import dbn_of, sae_of


def save_model(fit: Mlp, path: str | PathLike[str]) -> None:
    """Write a dense network, without the cases it was fitted to.

    Raises
    ------
    RError
        For parts that are code of the user's: they cannot be written.
    """
    content, arrays = mlp_content(fit)
    write_model(path, "mlp", content, arrays)


READERS: dict[str, Callable[[SavedModel], Any]] = {
    "perceptron": perceptron_of,
    "nn_train": deepnet_nn_of,
    "rbm_train": deepnet_rbm_of,
    "dbn_train": deepnet_dbn_of,
    "mlp": mlp_of,
    "rbm": rbm_of,
    "autoencoder": autoencoder_of,
    "dbn": dbn_of,
    "sae": sae_of,
    "convnet": convnet_of,
    "gan": gan_of,
    "recurrent": recurrent_of,
}

"""Models as files: what `fit.save(path)` writes and `load_model` reads."""

from collections.abc import Callable
from typing import Any

from rnet.deep.autoencoder_model import Autoencoder
from rnet.deep.convnet_model import Convnet
from rnet.deep.deepnet_nn import DeepnetNN
from rnet.deep.deepnet_rbm import DeepnetDBN, DeepnetRBM
from rnet.deep.gan_model import Gan
from rnet.deep.mlp_model import Mlp
from rnet.deep.model_file import SavedModel
from rnet.deep.perceptron_model import Perceptron
from rnet.deep.rbm_model import Rbm
from rnet.deep.recurrent_model import Recurrent
from rnet.deep.saved_codes import autoencoder_of, rbm_of
from rnet.deep.saved_convnet import convnet_of
from rnet.deep.saved_deepnet import deepnet_dbn_of, deepnet_nn_of, deepnet_rbm_of
from rnet.deep.saved_gan import gan_of
from rnet.deep.saved_mlp import mlp_of
from rnet.deep.saved_perceptron import perceptron_of
from rnet.deep.saved_recurrent import recurrent_of
from rnet.deep.saved_stacks import dbn_of, sae_of
from rnet.deep.stacked_model import Stacked

SAVED = (
    Autoencoder, Convnet, DeepnetDBN, DeepnetNN, DeepnetRBM, Gan, Mlp, Perceptron, Rbm, Recurrent,
    Stacked,
)  # fmt: skip
"""The models with files of this kind."""

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

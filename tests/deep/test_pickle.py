"""Copies of fitted models: pickled, as processes send them to each other, and deep."""

import copy
import pickle

import numpy as np
import pytest

import rnet

IRIS = rnet.data("iris")
SHARES = IRIS.assign(**{name: IRIS[name] / 8 for name in IRIS.columns[:4]})

FITS = {
    "perceptron": lambda: rnet.perceptron("Sepal.Width ~ Petal.Width", SHARES, maxit=5),
    "step": lambda: rnet.perceptron(
        "y ~ Petal.Width", SHARES.assign(y=(IRIS["Species"] == "setosa") * 1), act="step", maxit=5
    ),
    "mlp": lambda: rnet.mlp("Species ~ .", SHARES, hidden=(3, 3), act="elu", n_epochs=1),
    "regression": lambda: rnet.mlp("Petal.Width ~ Species", SHARES, hidden=2, n_epochs=1),
    "rbm": lambda: rnet.rbm("~ . - Species", SHARES, hidden=2, n_epochs=1),
    "gaussian": lambda: rnet.rbm(
        "~ . - Species", SHARES, hidden=2, visible_type="gaussian", n_epochs=1
    ),
    "dbn": lambda: rnet.dbn(
        "Species ~ .", SHARES, hidden=(3, 2), pretrain={"n_epochs": 1}, n_epochs=1
    ),
    "sae": lambda: rnet.sae(
        "Species ~ .", SHARES, hidden=(3, 2), pretrain={"n_epochs": 1}, n_epochs=1
    ),
    "autoencoder": lambda: rnet.autoencoder("~ . - Species", SHARES, hidden=2, n_epochs=1),
    "codes": lambda: rnet.autoencoder("~ . - Species", SHARES, hidden=2, code="binary", n_epochs=1),
}


@pytest.mark.parametrize("name", FITS)
@pytest.mark.parametrize("copied", [lambda fit: pickle.loads(pickle.dumps(fit)), copy.deepcopy])
def test_a_copy_prints_and_predicts_the_same(name, copied):
    rnet.set_seed(1)
    fit = FITS[name]()
    again = copied(fit)
    assert str(again) == str(fit)
    assert np.array_equal(again.predict(SHARES[:9]), fit.predict(SHARES[:9]))


def test_records_of_the_tables_stay_themselves():
    rnet.set_seed(1)
    fit = FITS["regression"]()
    again = pickle.loads(pickle.dumps(fit))
    assert again.layers[-1].activation is fit.layers[-1].activation


def test_activations_may_be_an_array():
    fit = rnet.mlp("Species ~ .", IRIS, hidden=(3, 2), act=np.array(["tanh", "elu"]), n_epochs=1)
    assert [layer.activation.name for layer in fit.layers] == ["tanh", "elu", "softmax"]

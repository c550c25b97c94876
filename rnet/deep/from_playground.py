"""from_playground: the net of the page as a fit."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from rnet.deep.deepnet_nn import DeepnetNN
from rnet.deep.mlp import mlp
from rnet.deep.mlp_model import Mlp
from rnet.deep.nn_train import nn_train
from rnet.deep.playground_data import playground_data
from rnet.deep.playground_run import PlaygroundRun, read_run
from rnet.deep.playground_settings import POINTS, TERMS, train_rows
from rnet.formulas.model_matrix import model_matrix
from rnet.rng.set_seed import set_seed
from rnet.rng.state import own_stream

DEEPNET_MOMENTUM = 0.5


def from_playground(json: str | Mapping[str, Any]) -> Mlp | DeepnetNN:
    """Take a net over from the playground, with the weights it has there.

    The net is trained here as it was on the page, which gives its history, and then gets the
    page's weights; they agree but for rounding. The session's random numbers are left alone.

    Parameters
    ----------
    json : str or mapping
        What the page shows under JSON, or the object it holds.

    Returns
    -------
    Mlp or DeepnetNN
        What the code that the page shows would give: a fit of `mlp`, or of `nn_train` where the
        page trained by R's deepnet.

    Raises
    ------
    RError
        For JSON that is none or is another's, settings the page does not have, a net that was not
        trained, or whose training diverged.

    Notes
    -----
    rnet's own.

    Examples
    --------
    >>> import rnet
    >>> net = rnet.from_playground('''{"format": "rnet playground 1", "epochs": 1,
    ...     "settings": {"data": "xor", "hidden": [], "features": ["xy"]},
    ...     "layers": [{"weights": [[0.5]], "bias": [0]}]}''')
    >>> new = rnet.playground_data("xor", n=4)
    >>> (net.predict(new)["label"] > 0.5).tolist(), new["label"].tolist()
    ([False, True, False, True], [0.0, 1.0, 0.0, 1.0])
    """
    run = read_run(json)
    with own_stream():
        set_seed(run.settings["seed"])
        train = playground_data(run.settings["data"], POINTS, run.settings["noise"])
        train = train[: train_rows(run.settings)]
        fit = _deepnet_fit if run.settings["trainer"] == "deepnet" else _fit
        return fit(run, train)


def _formula(run: PlaygroundRun) -> str:
    features = [term for name, term in TERMS.items() if name in run.settings["features"]]
    return f"label ~ {' + '.join(features)}"


def _fit(run: PlaygroundRun, train: pd.DataFrame) -> Mlp:
    settings = run.settings
    penalty = settings["regularisation"]
    fit = mlp(
        _formula(run),
        train,
        hidden=tuple(settings["hidden"]),
        act=settings["act"],
        loss="bce" if settings["problem"] == "classification" else "mse",
        optim=settings["optim"],
        learn_rates=settings["rate"],
        n_epochs=run.epochs,
        batch_size=settings["batch_size"],
        L1=settings["regularisation_rate"] if penalty == "L1" else 0,
        L2=settings["regularisation_rate"] if penalty == "L2" else 0,
        init=None if settings["init"] == "auto" else settings["init"],
    )
    layers = tuple(
        replace(layer, weights=weights, bias=bias)
        for layer, weights, bias in zip(fit.layers, run.weights, run.biases, strict=True)
    )
    return replace(fit, layers=layers)


def _deepnet_fit(run: PlaygroundRun, train: pd.DataFrame) -> DeepnetNN:
    settings = run.settings
    inputs = model_matrix(_formula(run), train).values[:, 1:]
    fit = nn_train(
        inputs,
        train["label"].to_numpy(),
        hidden=tuple(settings["hidden"]),
        activationfun="tanh" if settings["act"] == "tanh" else "sigm",
        learningrate=settings["rate"],
        momentum=DEEPNET_MOMENTUM if settings["optim"] == "momentum" else 0,
        output="sigm" if settings["problem"] == "classification" else "linear",
        numepochs=run.epochs,
        batchsize=settings["batch_size"],
    )
    weights = [matrix.T.copy() for matrix in run.weights]
    return replace(fit, W=weights, B=list(run.biases))

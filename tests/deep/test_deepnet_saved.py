"""deepnet's networks and machines as files: the same again, and nothing of damaged ones."""

import json
import zipfile

import numpy as np
import pytest

import rnet
from rnet.conditions import RError

X = np.random.default_rng(1).random((30, 3))
Y = np.eye(2)[np.arange(30) % 2]
NAMED = rnet.named_matrix(X, None, ["a", "b", "c"])
CLASSES = rnet.named_matrix(Y, None, ["no", "yes"])

FITS = {
    "plain": lambda: rnet.nn_train(X, Y, hidden=(4, 3)),
    "names": lambda: rnet.nn_train(NAMED, CLASSES, hidden=4, output="softmax"),
    "no momentum": lambda: rnet.nn_train(NAMED, CLASSES, hidden=4, momentum=0),
    "dropout": lambda: rnet.nn_train(X, Y, hidden=(4, 3), hidden_dropout=0.5, batchsize=7),
    "both": lambda: rnet.nn_train(
        X, Y, hidden=4, hidden_dropout=0.5, visible_dropout=0.2, activationfun="tanh"
    ),
    "inputs dropped": lambda: rnet.nn_train(X, Y, hidden=4, visible_dropout=0.2),
    "one column": lambda: rnet.nn_train(X[:, :1], Y[:, 0], hidden=2, output="linear"),
    "mended": lambda: rnet.nn_train(X, Y, hidden=4, hidden_dropout=0.5, quirks=False),
    "dbn": lambda: rnet.dbn_dnn_train(NAMED, Y, hidden=(4, 3)),
    "sae": lambda: rnet.sae_dnn_train(X, Y, hidden=(4, 3)),
    "machine": lambda: rnet.rbm_train(X, 4, cd=2, learningrate_scale=0.9),
    "named machine": lambda: rnet.rbm_train(NAMED, 4),
    "stack": lambda: rnet.dbn_train(NAMED, (4, 2)),
}


def same(got, wanted) -> bool:
    """Whether two parts are equal, names and kinds too."""
    if isinstance(wanted, list):
        return len(got) == len(wanted) and all(map(same, got, wanted))
    if isinstance(wanted, rnet.record.Record):
        return got.names() == wanted.names() and all(same(got[n], wanted[n]) for n in got.names())
    if hasattr(wanted, "equals"):
        return bool(wanted.equals(got))
    if isinstance(wanted, np.ndarray):
        return np.array_equal(got, wanted)
    return got == wanted


@pytest.mark.parametrize("name", FITS)
def test_the_same_again(name, tmp_path) -> None:
    rnet.set_seed(1)
    fit = FITS[name]()
    fit.save(tmp_path / "fit.npz")
    again = rnet.load_model(tmp_path / "fit.npz")
    assert type(again) is type(fit)
    assert same(again, fit)
    assert str(again) == str(fit)
    if hasattr(fit, "quirks"):
        columns = X[:, : fit.input_dim]
        assert same(rnet.nn_predict(again, columns), rnet.nn_predict(fit, columns))
        assert again.quirks == fit.quirks


def change(path, edit) -> None:
    """Change the JSON of a file."""
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    content = json.loads(parts["model.json"])
    edit(content)
    parts["model.json"] = json.dumps(content).encode()
    with zipfile.ZipFile(path, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)


DAMAGES = {
    "sizes": lambda c: c.update(size=[3, 5, 2]),
    "one size": lambda c: c.update(size=[3]),
    "no sizes": lambda c: c.pop("size"),
    "function": lambda c: c.update(activationfun="eval"),
    "cases": lambda c: c.update(cases=31),
    "masks": lambda c: c.update(masks=[True] * 9),
    "missing mask": lambda c: c.update(masks=[True]),
    "names": lambda c: c.update(inputs=["a"]),
    "rate": lambda c: c.update(learningrate="fast"),
    "kind": lambda c: c.update(kind="dbn_train"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damaged_networks(name, tmp_path) -> None:
    rnet.nn_train(X, Y, hidden=4).save(tmp_path / "fit.npz")
    change(tmp_path / "fit.npz", DAMAGES[name])
    with pytest.raises(RError) as error:
        rnet.load_model(tmp_path / "fit.npz")
    assert error.value.advice


def test_damaged_stacks(tmp_path) -> None:
    path = tmp_path / "stack.npz"
    for edit in (
        lambda c: c.update(machines=[]),
        lambda c: c["machines"].reverse(),
        lambda c: c["machines"][0].update(size=[3]),
    ):
        rnet.dbn_train(X, (4, 2)).save(path)
        change(path, edit)
        with pytest.raises(RError):
            rnet.load_model(path)


def test_networks_gone_astray_are_not_saved(tmp_path) -> None:
    with np.errstate(all="ignore"):
        fit = rnet.nn_train(X, Y, hidden=4, output="linear", learningrate=1e200, numepochs=20)
    with pytest.raises(RError, match="cannot be saved"):
        fit.save(tmp_path / "fit.npz")

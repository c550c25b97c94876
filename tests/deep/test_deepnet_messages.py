"""deepnet's errors, and what rnet refuses where R goes on to nonsense."""

import json
import warnings

import numpy as np
import pandas as pd
import pytest
from oracles import load_json

import rnet
from rnet.conditions import RError, RWarning

X = np.arange(40.0).reshape(20, 2) / 40
Y = np.tile([0.0, 1.0], 10)
FRAME = pd.DataFrame(X, columns=["a", "b"])
LONG = np.arange(20.0).reshape(10, 2) / 20


def fitted():
    rnet.set_seed(1)
    return rnet.nn_train(X, Y, hidden=3)


CALLS = {
    "x_data_frame": lambda: rnet.nn_train(FRAME, Y, verbose=True),
    "x_data_frame_rbm": lambda: rnet.rbm_train(FRAME, 3),
    "x_data_frame_dbn": lambda: rnet.dbn_dnn_train(FRAME, Y, verbose=True),
    "y_factor": lambda: rnet.nn_train(X, pd.Categorical(Y)),
    "y_data_frame": lambda: rnet.nn_train(X, pd.DataFrame({"y": Y})),
    "y_character": lambda: rnet.nn_train(X, ["a", "b"] * 10),
    "activation_linear_documented_but_unsupported": lambda: rnet.nn_train(
        X, Y, activationfun="linear"
    ),
    "activation_relu": lambda: rnet.nn_train(X, Y, activationfun="relu"),
    "output_unknown": lambda: rnet.nn_train(X, Y, output="exp"),
    "batchsize_1": lambda: rnet.nn_train(X, Y, batchsize=1),
    "initW_size": lambda: rnet.nn_train(
        X, Y, hidden=3, initW=[np.zeros((2, 3)), np.zeros((1, 3))], initB=[np.zeros(3), [0]]
    ),
    "initB_size": lambda: rnet.nn_train(
        X, Y, hidden=3, initW=[np.zeros((3, 2)), np.zeros((1, 3))], initB=[np.zeros(2), [0]]
    ),
    "rbm_visible_type": lambda: rnet.rbm_train(X, 3, visible_type="sigm"),
    "rbm_hidden_type": lambda: rnet.rbm_train(X, 3, hidden_type="sigm"),
    "predict_vector": lambda: rnet.nn_predict(fitted(), X[0]),
    "dbn_hidden_1_then_3": lambda: rnet.dbn_dnn_train(X, Y, hidden=(1, 3), verbose=True),
    "sae_first_layer_longer_than_recycling": lambda: rnet.sae_dnn_train(
        LONG, Y[:10], hidden=(70, 6, 3), verbose=True
    ),
}


def test_all_recorded_messages_are_asked_for() -> None:
    assert set(CALLS) == set(load_json("deepnet/70_errors.json")["cases"])


@pytest.mark.parametrize("name", CALLS)
def test_messages(name, capsys) -> None:
    wanted = load_json("deepnet/70_errors.json")["cases"][name]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with pytest.raises(RError) as error:
            CALLS[name]()
    assert error.value.message == wanted["error"]
    assert error.value.advice
    assert [each.message.message for each in caught] == wanted["warnings"]
    assert capsys.readouterr().err.splitlines() == wanted["messages"]


REFUSED = {
    "NaN in x": (lambda: rnet.nn_train(np.full((4, 2), np.nan), Y[:4]), "missing or infinite"),
    "Inf in y": (lambda: rnet.nn_train(X, Y / 0), "missing or infinite"),
    "NaN to an RBM": (lambda: rnet.rbm_train(X * np.nan, 2), "missing or infinite"),
    "too few responses": (lambda: rnet.nn_train(X, Y[:5]), "subscript out of bounds"),
    "no cases": (lambda: rnet.nn_train(X[:0], Y[:0]), "x must be a matrix!"),
    "a vector": (lambda: rnet.nn_train(Y, Y), "x must be a matrix!"),
    "nothing": (lambda: rnet.nn_train(None, Y), "x must be a matrix!"),
    "ragged": (lambda: rnet.nn_train([[1, 2], [3]], Y[:2]), "x must be a matrix!"),
    "a dict": (lambda: rnet.nn_train(X, {"y": Y}), "y must be a vector or matrix!"),
    "batches of none": (lambda: rnet.nn_train(X, Y, batchsize=0), "'batchsize'"),
    "half a case": (lambda: rnet.nn_train(X, Y, batchsize=2.5), "'batchsize'"),
    "no units": (lambda: rnet.nn_train(X, Y, hidden=[]), "'hidden'"),
    "units as text": (lambda: rnet.nn_train(X, Y, hidden="many"), "'hidden'"),
    "half a unit": (lambda: rnet.rbm_train(X, 1.5), "'hidden'"),
    "a rate as text": (lambda: rnet.nn_train(X, Y, learningrate="fast"), "'learningrate'"),
    "a rate of NaN": (lambda: rnet.rbm_train(X, 2, learningrate=np.nan), "'learningrate'"),
    "R's name": (lambda: rnet.nn_train(X, Y, batch_size=3), "unused argument"),
    "one column": (lambda: rnet.rbm_train(X[:, :1], 2), "two columns"),
    "single cases": (lambda: rnet.rbm_train(X, 2, batchsize=1), "two columns"),
    "one case": (lambda: rnet.nn_train(X[:1], Y[:1]), "non-conformable"),
    "other columns": (lambda: rnet.nn_predict(fitted(), np.ones((2, 3))), "non-conformable"),
    "no network": (lambda: rnet.nn_predict({"W": 1}, X), "no network"),
    "no machine": (lambda: rnet.rbm_up(fitted(), X), "no machine"),
    "no stack": (lambda: rnet.dbn_down(fitted(), X), "no stack"),
    "two outputs": (lambda: rnet.nn_test(fitted(), X, np.c_[Y, Y]), "non-conformable arrays"),
    "short start": (
        lambda: rnet.nn_train(X, Y, hidden=3, initW=[np.zeros((3, 2))], initB=[np.zeros(3)]),
        "subscript out of bounds",
    ),
    "four autoencoders": (
        lambda: rnet.sae_dnn_train(X, Y, hidden=(2, 2, 2, 2)),
        "subscript out of bounds",
    ),
    "quirky quirks": (lambda: rnet.nn_train(X, Y, quirks="no"), "logical"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name) -> None:
    call, words = REFUSED[name]
    with np.errstate(all="ignore"), pytest.raises(RError, match=words) as error:
        call()
    assert error.value.advice


def test_half_a_start_is_ignored_with_a_warning() -> None:
    rnet.set_seed(2)
    with pytest.warns(RWarning, match="ignored without 'initB'"):
        fit = rnet.nn_train(X, Y, hidden=3, initW=[np.zeros((3, 2)), np.zeros((1, 3))])
    rnet.set_seed(2)
    assert np.array_equal(fit.W[0], rnet.nn_train(X, Y, hidden=3).W[0])


def test_ignored_dropout_of_a_dbn_is_told() -> None:
    rnet.set_seed(3)
    with pytest.warns(RWarning, match="ignores dropout"):
        fit = rnet.dbn_dnn_train(X, Y, hidden=3, hidden_dropout=0.5)
    assert fit.hidden_dropout == 0
    rnet.set_seed(3)
    assert np.array_equal(fit.W[0], rnet.dbn_dnn_train(X, Y, hidden=3).W[0])


def test_recycled_bias_warns_as_r() -> None:
    rnet.set_seed(4)
    with pytest.warns(RWarning, match="longer object length"):
        rnet.sae_dnn_train(X, Y, hidden=(3, 4, 2))  # 80 cells, bias of 3


def test_every_10000th_step_is_reported(capsys) -> None:
    rnet.set_seed(5)
    fit = rnet.nn_train(X, Y, hidden=2, batchsize=2, numepochs=2001, verbose=True)
    lines = capsys.readouterr().err.splitlines()
    steps = [10000, 20000]
    wanted = [f"####loss on step {step} is : {fit.L[step - 1]:f}" for step in steps]
    assert lines == wanted


def test_results_show_a_few_lines() -> None:
    fit = fitted()
    assert str(fit).splitlines()[0] == "deepnet network, 2-3-1"
    assert "13 weights and biases" in str(fit)
    assert "loss" in str(fit)
    assert "<pre" in fit._repr_html_()
    machine = rnet.rbm_train(X, 3)
    assert "2 visible units bin, 3 hidden units bin" in str(machine)
    assert str(rnet.dbn_train(X, (3, 2))).splitlines()[0].endswith("2-3-2")


def test_structure_and_list_are_rs(capsys) -> None:
    rnet.set_seed(1)
    fit = rnet.nn_train(np.eye(3), [0, 1, 0], hidden=2, numepochs=1)
    rnet.str(fit)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "List of 19"
    assert "  ..$ : num [1, 1:2] 0.0684 0.0107" in lines
    assert lines[-1] == " $ L                 : num 0.133"
    shown = rnet.format_r({name: fit[name] for name in ("size", "B")})
    assert shown.startswith("$size\n[1] 3 2 1\n\n$B\n$B[[1]]\n[1] 0.0990")


def test_matrices_keep_names() -> None:
    rnet.set_seed(6)
    x = rnet.named_matrix(X, None, ["a", "b"])
    y = rnet.named_matrix(np.c_[Y, 1 - Y], None, ["one", "zero"])
    fit = rnet.nn_train(x, y, hidden=3)
    assert list(fit.W[0].columns) == ["a", "b"]
    assert list(fit.W[1].index) == ["one", "zero"]
    assert list(fit.B[1].index) == ["one", "zero"]
    assert list(rnet.nn_predict(fit, FRAME).columns) == ["one", "zero"]
    assert list(rnet.rbm_down(rnet.rbm_train(x, 3), [1, 0, 1]).columns) == ["a", "b"]


def mnist_files(folder, labels=(3, 9, 0)) -> None:
    pixels = np.arange(len(labels) * 784, dtype=np.uint32) % 256
    for part in ("train", "t10k"):
        head = np.array([0x803, len(labels), 28, 28], dtype=">i4").tobytes()
        images = head + pixels.astype(np.uint8).tobytes()
        (folder / f"{part}-images-idx3-ubyte").write_bytes(images)
        head = np.array([0x801, len(labels)], dtype=">i4").tobytes()
        (folder / f"{part}-labels-idx1-ubyte").write_bytes(head + bytes(labels))


def test_load_mnist(tmp_path) -> None:
    mnist_files(tmp_path)
    found = rnet.load_mnist(tmp_path)
    wanted = load_json("deepnet/80_load_mnist.json")
    assert list(found) == wanted["names"]
    assert list(found["train"]) == wanted["train_names"]
    train = found["train"]
    assert train["n"] == 3
    assert train["x"].shape == (3, 784)
    assert train["x"][1, :3].tolist() == [16, 17, 18]
    assert train["y"].tolist() == [3, 9, 0]
    assert train["yy"].argmax(axis=1).tolist() == [3, 9, 0]


FASHION = "/usr/share/datasets/fashion-mnist"


def test_load_mnist_as_r_on_clothes() -> None:
    try:
        found = rnet.load_mnist(FASHION)
    except RError:
        pytest.skip("Debian's dataset-fashion-mnist is not installed")
    wanted = load_json("deepnet/80_load_mnist.json")
    train, test = found["train"], found["test"]
    assert [train["n"], test["n"]] == [wanted["train_n"], wanted["test_n"]]
    assert list(train["x"].shape) == wanted["train_dim"]
    assert train["y"][:20].tolist() == wanted["train_y_first"]
    assert test["y"][:20].tolist() == wanted["test_y_first"]
    assert np.bincount(train["y"]).tolist() == wanted["train_class_counts"]
    assert int(train["x"].sum(dtype=np.int64)) == wanted["train_x_sum"]
    assert int(test["x"].sum(dtype=np.int64)) == wanted["test_x_sum"]
    assert int(train["x"][0].sum()) == wanted["row1_sum"]
    assert int((train["x"][0] > 0).sum()) == wanted["row1_nonzero"]
    assert train["yy"][0].tolist() == wanted["yy_row1"]


def test_damaged_mnist_files(tmp_path) -> None:
    with pytest.raises(RError, match="cannot open file"):
        rnet.load_mnist(tmp_path)
    mnist_files(tmp_path)
    images = tmp_path / "train-images-idx3-ubyte"
    whole = images.read_bytes()
    for damaged, words in [
        (whole[:-1], "cut short"),
        (whole[:7], "no file of MNIST"),
        (json.dumps({}).encode() * 9, "no file of MNIST"),
    ]:
        images.write_bytes(damaged)
        with pytest.raises(RError, match=words):
            rnet.load_mnist(tmp_path)
    images.write_bytes(whole)
    mnist_files(tmp_path, labels=(1, 2, 77))
    with pytest.raises(RError, match="above 9"):
        rnet.load_mnist(tmp_path)

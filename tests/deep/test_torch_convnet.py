"""`convnet`: learning, text, files, refusals; the lecture's claim on shifted pictures."""

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet.deep import conv, dense, dropout, pool

pytest.importorskip("torch")

digits = rnet.data("digits")
PIXELS = [f"p{k}" for k in range(64)]
SMALL = [conv(4, 3), pool(2)]
TEXT = """\
Call:
convnet(formula = digit ~ ., data = digits, layers = list(conv(4,|
    3), pool(2), dropout(0.1), dense(16, act = "tanh")), n.epochs = 1)

Network for 8 x 8 pictures: 10 classes

                      layer    output parameters
1                conv(4, 3) 4 x 8 x 8         40
2                   pool(2) 4 x 4 x 4          0
3              dropout(0.1) 4 x 4 x 4          0
4   dense(16, act = "tanh")        16       1040
5 dense(10, act = "linear")        10        170

1250 parameters
""".replace("|", " ")


@pytest.fixture(scope="module")
def fit():
    rnet.set_seed(1)
    return rnet.convnet("digit ~ .", digits[:1200], n_epochs=12, batch_size=64, learn_rates=3e-3)


def test_learns_digits(fit) -> None:
    rest = digits[1200:]
    hits = fit.predict(rest, type="class") == rest["digit"].to_numpy(dtype=object)
    assert hits.mean() > 0.9
    assert fit.history["loss"].iloc[-1] < 0.1 < 1 < fit.history["loss"].iloc[0]
    assert fit.parameters == 6090


def test_probabilities(fit) -> None:
    prob = rnet.predict(fit, digits[:5], type="prob")
    assert prob.columns.tolist() == [str(d) for d in range(10)]
    assert prob.index.tolist() == ["1", "2", "3", "4", "5"]
    assert np.allclose(prob.sum(axis=1), 1)
    assert fit.predict(digits[:5]).equals(prob)


def test_seeds_repeat_and_differ() -> None:
    found = []
    for seed in (3, 3, 4):
        rnet.set_seed(seed)
        one = rnet.convnet("digit ~ .", digits[:128], layers=[*SMALL, dropout(0.3)], n_epochs=2)
        found.append((one.arrays[-1][0], rnet.runif(1)[0]))
    assert (found[0][0] == found[1][0]).all()
    assert found[0][1] == found[1][1]
    assert (found[0][0] != found[2][0]).any()


def test_text() -> None:
    rnet.set_seed(1)
    one = rnet.convnet(
        "digit ~ .",
        digits,
        layers=[conv(4, 3), pool(2), dropout(0.1), dense(16, act="tanh")],
        n_epochs=1,
    )
    shown = str(one)
    assert shown.startswith(TEXT)
    assert "1 epoch (57 steps): ce " in shown
    assert str(one.summary()).splitlines()[-1] == "Adam, learning rate 0.001, batches of 32"
    assert one.summary().frame["parameters"].tolist() == [40, 0, 0, 1040, 170]
    assert list(one.weights)[:2] == ["conv1.weights", "conv1.biases"]
    assert one["lev"] == [str(d) for d in range(10)]
    assert "<pre>" in one._repr_html_()


def test_position_tolerance_is_the_lectures(fit) -> None:
    """Shared weights: moved pictures are recognised better than by dense layers."""
    train, test = digits[:1200], digits[1200:]
    rnet.set_seed(1)
    flat = rnet.mlp("digit ~ .", train, hidden=64, n_epochs=30)
    pictures = test[PIXELS].to_numpy().reshape(-1, 8, 8)
    moved = test.copy()
    truth = test["digit"].to_numpy(dtype=object)
    accuracy = {"mlp": [], "convnet": []}
    for down, right in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        moved[PIXELS] = np.roll(pictures, (down, right), axis=(1, 2)).reshape(-1, 64)
        accuracy["mlp"].append((flat.predict(moved, "class") == truth).mean())
        accuracy["convnet"].append((fit.predict(moved, "class") == truth).mean())
    assert np.mean(accuracy["convnet"]) > np.mean(accuracy["mlp"]) + 0.05


def test_early_stopping_returns_to_the_best_epoch() -> None:
    rnet.set_seed(2)
    one = rnet.convnet(
        "digit ~ .", digits[:200], layers=SMALL, n_epochs=60, val_prop=0.3, patience=2,
        learn_rates=0.05,
    )  # fmt: skip
    history = one.history
    assert len(history) < 60
    assert one.best_epoch == int(history["val_loss"].idxmin()) + 1
    assert len(history) == one.best_epoch + 2
    assert {"val_accuracy", "accuracy", "grad_norm_1", "grad_norm_2"} <= set(history)
    assert "grad_norm_3" not in history
    assert f"held out, epoch {one.best_epoch}:" in str(one)


@pytest.mark.parametrize("optim", ["sgd", "momentum", "nesterov", "adagrad", "rmsprop"])
def test_optimisers(optim) -> None:
    rnet.set_seed(1)
    one = rnet.convnet("digit ~ .", digits[:200], layers=SMALL, n_epochs=3, optim=optim)
    assert one.history["loss"].is_monotonic_decreasing


def test_numbers_and_hinge() -> None:
    frame = digits[PIXELS].copy()
    frame["ink"] = 100 + 10 * frame.sum(axis=1)
    rnet.set_seed(1)
    one = rnet.convnet(
        "ink ~ .", frame[:600], image=(8, 8), layers=SMALL, n_epochs=20, learn_rates=0.01
    )
    found = one.predict(frame[600:]).iloc[:, 0]
    assert np.corrcoef(found, frame["ink"][600:])[0, 1] > 0.8
    assert abs(found.mean() - frame["ink"][600:].mean()) < 10
    hinge = rnet.convnet(
        "digit ~ .", digits[:600], layers=SMALL, n_epochs=12, learn_rates=0.01, loss="hinge"
    )
    assert hinge.history["accuracy"].iloc[-1] > 0.8
    for kind in ("class", "prob"):
        with pytest.raises(rnet.RError, match=f"inappropriate fit for {kind}"):
            one.predict(type=kind)
    with pytest.raises(rnet.RError, match="inappropriate fit for prob"):
        hinge.predict(type="prob")


def test_colours() -> None:
    rng = np.random.default_rng(1)
    pixels = rng.random((90, 4, 4, 3)) * 0.3
    colour = np.arange(90) % 3
    pixels[np.arange(90), :, :, colour] += 0.5
    frame = pd.DataFrame(pixels.reshape(90, -1)).add_prefix("p")
    frame["colour"] = np.array(["red", "green", "blue"])[colour]
    rnet.set_seed(1)
    one = rnet.convnet(
        "colour ~ .", frame, image=(4, 4, 3), layers=[conv(4)], n_epochs=60, learn_rates=0.01
    )
    assert (one.predict(frame, "class") == frame["colour"].to_numpy()).mean() > 0.95
    assert one.shapes[0] == (3, 4, 4)
    assert "conv(4, 3)" in one.plot("filters").axes[0].get_title()


def test_files(fit, tmp_path) -> None:
    fit.save(tmp_path / "net.npz")
    again = rnet.load_model(tmp_path / "net.npz")
    assert str(again.summary()) == str(fit.summary())
    assert again.predict(digits[:50]).equals(fit.predict(digits[:50]))
    with pytest.raises(rnet.RError, match="has no cases"):
        again.predict()
    content = (tmp_path / "net.npz").read_bytes()
    (tmp_path / "cut.npz").write_bytes(content[: len(content) // 2])
    with pytest.raises(rnet.RError, match="no model saved by rnet"):
        rnet.load_model(tmp_path / "cut.npz")
    # digits of a stored size: the layers no longer fit the weights
    (tmp_path / "other.npz").write_bytes(content.replace(b'"filters": 16', b'"filters": 17'))
    with pytest.raises(rnet.RError, match="no model saved by rnet"):
        rnet.load_model(tmp_path / "other.npz")


def test_plots(fit) -> None:
    assert len(fit.plot().axes) == 2
    assert len(fit.plot("gradients").axes[0].lines) == 3
    assert "layer 1, conv(16, 3)" in fit.plot("filters").axes[0].get_title()
    figure = fit.plot("featuremaps", digits[:3], case=2)
    marked = [axes for axes in figure.axes if axes.lines]
    assert len(marked) == 32  # before each of the two poolings, 16 maps
    assert marked[0].lines[0].get_xdata().size == 16
    with pytest.raises(rnet.RError, match="there is no case 9"):
        fit.plot("featuremaps", digits[:3], case=9)
    with pytest.raises(rnet.RError, match="should be one of"):
        fit.plot("surface")


def test_to_torch_gives_the_same_outputs(fit) -> None:
    torch = pytest.importorskip("torch")
    maps = torch.from_numpy(fit.pictures.maps(digits[PIXELS].to_numpy()[:4]))
    prob = torch.softmax(fit.to_torch()(maps).double(), dim=1).detach().numpy()
    assert np.allclose(prob, fit.predict(digits[:4]).to_numpy(), atol=1e-6)


def _with_nan(frame):
    changed = frame.copy()
    changed.loc[3, "p5"] = np.nan
    return changed


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"image": (8, 9)}, "images of 8 x 9 pixels have 72 columns, the data 64"),
        ({"data": digits[digits["digit"] == "1"]}, "one class only"),
        ({"data": _with_nan(digits)}, "missing values in 'p5'"),
        ({"batch_size": 5000}, "the batch size 5000 is larger than the 1797 cases"),
        ({"n_epochs": 0}, "'n_epochs' must be a whole number not below 1"),
        ({"learn_rates": 0}, "'learn_rates' must be positive"),
        ({"layers": [3]}, "'layers' must be a list of layers"),
        ({"layers": [pool(2)] * 4}, "pool(2) is larger than the 1 x 1 maps it gets"),
        ({"layers": [dense(4), conv(2)]}, "conv(2, 3) cannot follow a dense layer"),
        ({"patience": 3}, "'patience' needs cases held out"),
        ({"val_prop": 1}, "'val_prop' must be in [0, 1)"),
        ({"loss": "mse"}, "loss 'mse' does not suit a response of classes"),
        ({"optim": "lbfgs"}, "PyTorch trains by minibatches, not by 'lbfgs'"),
        ({"optim": "sgd", "learn_rates": 1e9}, "the loss exploded: the values of layer"),
        ({"formula": "~ . - digit"}, "the formula has no response"),
        ({"data": digits.drop(columns="p1")}, "the size of the pictures is unknown"),
    ],
)
def test_refusals(given, message) -> None:
    call = {"formula": "digit ~ .", "data": digits, "layers": SMALL, "n_epochs": 2} | given
    rnet.set_seed(1)
    with pytest.raises(rnet.RError) as caught:
        rnet.convnet(**call)
    assert message in caught.value.message


def test_an_explosion_says_where_and_what_to_try() -> None:
    rnet.set_seed(1)
    with pytest.raises(rnet.RError) as caught:
        rnet.convnet("digit ~ .", digits[:64], layers=SMALL, optim="sgd", learn_rates=1e9)
    assert "layer 1, conv(4, 3)" in caught.value.message or "layer 3" in caught.value.message
    assert caught.value.advice == "Try a learn_rates below 1e+09, clip=1, or scaled inputs."


def test_wrong_new_data(fit) -> None:
    with pytest.raises(rnet.RError, match="'newdata' has 3 columns, the model 64 inputs"):
        fit.predict(np.zeros((2, 3)))
    with pytest.raises(rnet.RError, match="missing values in 'p5'"):
        fit.predict(_with_nan(digits))


def test_a_formula_of_784_columns() -> None:
    rng = np.random.default_rng(1)
    frame = pd.DataFrame(rng.random((40, 784))).add_prefix("p")
    frame["class"] = np.where(frame["p0"] > 0.5, "a", "b")
    rnet.set_seed(1)
    one = rnet.convnet("class ~ .", frame, image=(28, 28), layers=[conv(2), pool(4)], n_epochs=1)
    assert one.lev == ["a", "b"]


def test_from_r_code() -> None:
    rnet.set_seed(1)
    answer = rnet.r(
        "layers <- list(conv(4, 3), pool(2))\n"
        "fit <- convnet(digit ~ ., data = digits, image = c(8, 8), layers = layers, n.epochs = 1)"
        "\nsum(predict(fit, digits, type = 'class') == digits$digit) > 0",
        digits=digits[:100],
    )
    assert bool(np.all(answer))

"""`dbn`, `sae`, `pretrain_table`: pre-trained layers, what they are good for, what is refused."""

import matplotlib as mpl
import numpy as np
import pytest

import rnet
from rnet import RError, data, dbn, load_model, pretrain_table, sae, set_seed
from rnet.deep.activations import LOGISTIC

mpl.use("Agg")

# Sums of products of doubles.
EXACT = 1e-12


@pytest.fixture(scope="module")
def digits():
    frame = data("digits")
    set_seed(1)
    return frame.iloc[rnet.sample_int(len(frame)) - 1].reset_index(drop=True)


@pytest.fixture(scope="module")
def belief(digits):
    set_seed(2)
    return dbn(
        "digit ~ .",
        digits[:700],
        hidden=(50, 30),
        pretrain={"n_epochs": 15},
        n_epochs=15,
        learn_rates=0.01,
    )


@pytest.fixture(scope="module")
def stacked(digits):
    set_seed(2)
    return sae(
        "digit ~ .",
        digits[:500],
        hidden=(40, 20),
        noise=0.1,
        pretrain={"n_epochs": 5},
        n_epochs=10,
        learn_rates=0.01,
    )


def test_layers_are_machines_on_each_others_units(belief, digits) -> None:
    first, second = belief.layers
    assert (first.machine.weights.shape, second.machine.weights.shape) == ((64, 50), (50, 30))
    below = first.up(digits[:9])
    np.testing.assert_allclose(belief.up(digits[:9]), second.up(below), rtol=EXACT)
    np.testing.assert_allclose(belief.up(digits[:9], layer=1), below, rtol=EXACT)
    assert list(second.encoder.input_names)[:2] == ["h1", "h2"]
    assert second.reconstruct(below).error < 0.1
    np.testing.assert_array_equal(belief.pretrained.layers[0].weights, first.machine.weights)
    moved = belief.net.layers[0].weights - first.machine.weights
    assert np.abs(moved).mean() > 0


def test_fine_tuning_starts_from_the_machines(belief, digits) -> None:
    test = digits[1000:]
    truth = test["digit"].to_numpy()
    assert np.mean(belief.predict(test, "class") == truth) > 0.9
    assert np.mean(belief.pretrained.predict(test, "class") == truth) < 0.5  # drawn outputs
    assert belief.history["accuracy"].iloc[-1] > 0.95
    probabilities = belief.predict(test, "prob").to_numpy()
    np.testing.assert_allclose(probabilities.sum(axis=1), 1.0)
    assert list(belief.pretrain_history) == ["layer", "epoch", "step", "loss"]
    assert len(belief.pretrain_history) == 30


def test_makes_up_cases(belief, digits) -> None:
    set_seed(4)
    made = belief.generate(20, round=30)
    assert made.shape == (20, 64)
    assert made.attrs["image"] == (8, 8)
    assert made.to_numpy().min() >= 0
    assert made.to_numpy().max() <= 1
    # They are nearer to digits than noise of the same grey levels is.
    x = digits.drop(columns="digit").to_numpy()
    noise = rnet.sample(made.to_numpy().ravel()).reshape(made.shape)

    def nearest(rows) -> float:
        return float(np.mean([((x - row) ** 2).sum(axis=1).min() for row in rows]))

    assert nearest(made.to_numpy()) < 0.7 * nearest(noise)
    of_three = belief.generate(20, label="3", round=1)
    assert np.mean(belief.predict(of_three, "class") == "3") > 0.6
    set_seed(4)
    assert (belief.generate(20, round=30) == made).all(axis=None)
    with pytest.raises(RError, match="there is no class 'x'"):
        belief.generate(1, label="x")
    with pytest.raises(RError, match="'round' must be a whole number"):
        belief.generate(1, round=0)


def test_gaussian_machines_start_a_network_on_the_data_as_they_are() -> None:
    iris = data("iris")
    set_seed(1)
    fit = dbn(
        "Species ~ .", iris, hidden=(8, 4), learn_rates=0.02, n_epochs=40,
        pretrain={"visible_type": "gaussian", "n_epochs": 30},
    )  # fmt: skip
    np.testing.assert_allclose(fit.up(iris[:5], 1), fit.layers[0].up(iris[:5]), rtol=1e-9)
    assert np.mean(fit.predict(iris, "class") == iris["Species"].to_numpy()) > 0.9
    assert fit.generate(3).to_numpy().min() > -5
    assert fit.generate(3).to_numpy().max() < 15


def test_drawn_states_may_go_up(digits) -> None:
    found = []
    for propagate in ("mean", "sample"):
        set_seed(3)
        fit = dbn(
            "digit ~ .", digits[:200], (10, 5), n_epochs=1,
            pretrain={"n_epochs": 2, "propagate": propagate},
        )  # fmt: skip
        found.append(fit.layers[1].machine.weights)
    assert np.abs(found[0] - found[1]).max() > 1e-4


def test_autoencoders_on_each_others_codes(stacked, digits) -> None:
    first, second = stacked.layers
    assert first.code_units == 40
    below = first.encode(digits[:9])
    np.testing.assert_allclose(stacked.up(digits[:9]), second.encode(below), rtol=EXACT)
    np.testing.assert_array_equal(stacked.pretrained.layers[1].weights, second.layers[0].weights)
    assert first.settings.loss.name == "bce"
    assert stacked.net.layers[0].activation is LOGISTIC
    assert first.history["loss"].is_monotonic_decreasing
    test = digits[1000:]
    assert np.mean(stacked.predict(test, "class") == test["digit"].to_numpy()) > 0.8


def test_autoencoders_restore_other_values_by_sums() -> None:
    set_seed(1)
    fit = sae("mpg ~ wt + hp", data("mtcars"), hidden=(4, 3), act="tanh", n_epochs=5)
    assert [part.settings.loss.name for part in fit.layers] == ["mse", "mse"]
    assert fit.predict(data("mtcars")[:2]).shape == (2, 1)
    assert fit.lev is None


@pytest.mark.parametrize("function", [dbn, sae])
def test_unlabelled_cases_help_to_pre_train(function, digits) -> None:
    few, rest = digits[:30], digits[30:300]
    found = []
    for unlabelled in (None, rest, rest.drop(columns="digit")):
        set_seed(1)
        fit = function(
            "digit ~ .", few, hidden=10, unlabelled=unlabelled, n_epochs=1, batch_size=30,
            pretrain={"n_epochs": 2, "batch_size": 30},
        )  # fmt: skip
        found.append(fit.layers[0])
    assert [int(layer.history["step"].iloc[-1]) for layer in found] == [2, 20, 20]
    assert (found[1].history == found[2].history).all(axis=None)
    wrong = rest.assign(p3=np.nan)
    with pytest.raises(RError, match="missing values in 'p3'"):
        function("digit ~ .", few, hidden=3, unlabelled=wrong)


def test_prints_as_r_fits(belief, stacked) -> None:
    text = str(belief).splitlines()
    assert "Deep belief network of 2 layers: 10 classes" in text
    at = text.index("Pre-training:")
    assert text[at + 1].split() == ["inputs", "units", "epochs", "loss"]
    assert text[at + 3].split()[:4] == ["2", "50", "30", "15"]
    assert "5090 parameters" in text
    assert text[-1].startswith("15 epochs (330 steps): ce 0.")
    assert "Stacked autoencoders of 2 layers: 10 classes" in str(stacked)
    assert belief["parameters"] == 5090
    assert belief["lev"] == list("0123456789")
    assert "Adam" in str(belief.summary())
    assert "0 epochs (0 steps): ce" in str(belief.pretrained)
    assert belief["weights"]["layer1.weights"].shape == (64, 50)


@pytest.mark.parametrize("what", ["history", "pretraining", "filters", "gradients", "network"])
def test_pictures(belief, what) -> None:
    assert rnet.plot(belief, what).axes


def test_same_seed_gives_the_same_network(digits) -> None:
    for function in (dbn, sae):
        found = []
        for _ in range(2):
            set_seed(5)
            fit = function(
                "digit ~ .", digits[:100], hidden=(5,), pretrain={"n_epochs": 1}, n_epochs=1
            )
            found.append(fit.weights["layer2.weights"])
        assert (found[0] == found[1]).all()


def test_files_give_the_same_answers(belief, stacked, digits, tmp_path) -> None:
    for fit in (belief, stacked):
        fit.save(tmp_path / "fit.npz")
        again = load_model(tmp_path / "fit.npz")
        assert str(again) == str(fit)
        assert (again.predict(digits[:5]) == fit.predict(digits[:5])).all(axis=None)
        assert (again.up(digits[:5]) == fit.up(digits[:5])).all(axis=None)
        with pytest.raises(RError, match="no cases"):
            again.predict()
    belief.save(tmp_path / "fit.npz")
    again = load_model(tmp_path / "fit.npz")
    set_seed(1)
    made = again.generate(2)
    set_seed(1)
    assert (belief.generate(2) == made).all(axis=None)
    with pytest.raises(RError, match="a network from a file has no cases to start from"):
        again.generate(2, label="3")
    broken = tmp_path / "broken.npz"
    broken.write_bytes((tmp_path / "fit.npz").read_bytes()[:5000])
    with pytest.raises(RError):
        load_model(broken)


@pytest.fixture(scope="module")
def table(digits):
    set_seed(1)
    return pretrain_table(
        "digit ~ .", digits, hidden=(50, 50, 50), n_epochs=15, learn_rates=0.5,
        pretrain={"n_epochs": 8},
    )  # fmt: skip


def test_deep_networks_of_2007_needed_pre_training(table) -> None:
    test = table.errors["test"]
    deep = test["deep, no pre-training"]
    assert deep > 50
    assert test["DBN pre-training"] < deep - 40
    assert test["auto-associator pre-training"] < deep - 20
    assert test["supervised pre-training"] < deep - 40
    assert test["shallow, no pre-training"] < deep - 40
    assert test["deep, ReLU + He + Adam"] < 8  # and today needs none


def test_table_says_what_it_did(table, digits) -> None:
    assert table.sizes == (1078, 360, 359)
    assert list(table.errors) == ["rate", "train", "valid", "test", "bengio2007"]
    assert table.errors["bengio2007"].tolist()[:5] == [1.2, 1.4, 2.0, 2.4, 1.9]
    text = str(table).splitlines()
    assert "Errors in percent; 1078 cases to train, 360 to choose rates, 359 to test" in text
    assert text[-1].split()[:6] == ["deep,", "ReLU", "+", "He", "+", "Adam"]
    net = table.nets["shallow, no pre-training"]
    assert len(net.layers) == 2
    wrong = np.mean(net.predict(digits, "class") != digits["digit"].to_numpy())
    e, sizes = table.errors.loc["shallow, no pre-training"], table.sizes
    parts = zip(sizes, (e["train"], e["valid"], e["test"]), strict=True)
    assert 100 * wrong * 1797 == pytest.approx(sum(n * error for n, error in parts), rel=1e-9)


def test_table_refuses_what_it_cannot_do(digits) -> None:
    small = digits[:60]
    for arguments, message in (
        ({"split": (0.5, 0.5)}, "'split' must be three shares"),
        ({"split": (0.9, 0.05, 0.5)}, "'split' must be three shares"),
        ({"split": (0.98, 0.001, 0.001)}, "60 cases are too few to split"),
        ({"n_epochs": 0}, "'n_epochs' must be a whole number"),
        ({"learn_rates": (0.1, -1)}, "'learn_rates' must be"),
        ({"pretrain": {"n_epochs": 0}}, "'n_epochs' must be a whole number"),
        ({"pretrain": {"layers": 3}}, "unknown setting of pre-training: 'layers'"),
        ({"hidden": 0}, "'hidden' must be a whole number"),
        ({"batch_size": 61}, "the batch size 61 is larger"),
    ):
        with pytest.raises(RError, match=message):
            pretrain_table("digit ~ .", small, **({"hidden": (3,)} | arguments))
    with pytest.raises(RError, match="needs classes"):
        pretrain_table("mpg ~ .", data("mtcars"))
    with pytest.raises(RError, match="binary visible units need values between 0 and 1"):
        pretrain_table("Species ~ .", data("iris"))


@pytest.mark.parametrize("function", [dbn, sae])
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"hidden": None}, 'argument "hidden" is missing'),
        ({"hidden": (3, -1)}, "'hidden' must be a whole number"),
        ({"n_epochs": 0}, "'n_epochs' must be a whole number"),
        ({"batch_size": 101}, "the batch size 101 is larger than the 100 cases"),
        ({"pretrain": {"n_epochs": 0}}, "'n_epochs' must be a whole number"),
        ({"pretrain": {"batch_size": 101}}, "the batch size 101 is larger than the 100 cases"),
        ({"pretrain": {"epochs": 3}}, "unknown setting of pre-training: 'epochs'"),
        ({"pretrain": 3}, "'pretrain' must be a list of settings"),
        ({"patience": 3}, "'patience' needs cases held out"),
        ({"loss": "l7"}, "unknown loss"),
        ({"optim": "sgd", "learn_rates": 1e200, "loss": "mse"}, "the loss exploded in epoch"),
    ],
)
def test_bad_arguments(digits, function, arguments, message) -> None:
    settings = {"hidden": (4,), "n_epochs": 2, "pretrain": {"n_epochs": 1}} | arguments
    with pytest.raises(RError, match=message) as caught:
        function("digit ~ .", digits[:100], **settings)
    assert caught.value.advice


def test_bad_data(belief, digits) -> None:
    ones = digits[digits["digit"] == "1"]
    for function in (dbn, sae):
        with pytest.raises(RError, match="the response 'digit' has one class only"):
            function("digit ~ .", ones, hidden=3)
        with pytest.raises(RError, match="the formula has no response"):
            function("~ . - digit", digits, hidden=3)
        holey = digits[:50].copy()
        holey.loc[3, "p10"] = np.nan
        with pytest.raises(RError, match="missing values in 'p10'"):
            function("digit ~ .", holey, hidden=3)
    with pytest.raises(RError, match="need values between 0 and 1"):
        dbn("Species ~ .", data("iris"), hidden=3)
    wrong = digits[40:].assign(p0=2.0)
    with pytest.raises(RError, match="need values between 0 and 1: 'p0'"):
        dbn("digit ~ .", digits[:40], hidden=3, unlabelled=wrong)
    with pytest.raises(RError, match="layer 1: the weights explode in epoch 1"):
        dbn("digit ~ .", digits[:100], hidden=3, pretrain={"learn_rates": 1e9})
    with pytest.raises(RError, match="pre-training layer 1: the loss exploded"):
        sae(
            "mpg ~ wt", data("mtcars"), hidden=3, act="linear",
            pretrain={"optim": "sgd", "learn_rates": 1e9},
        )  # fmt: skip
    with pytest.raises(RError, match="subscript out of bounds"):
        belief.up(layer=3)
    with pytest.raises(RError, match="'newdata' has 28 columns, the model 64 inputs"):
        belief.predict(np.zeros((1, 28)))

"""`rbm`: exact identities on small machines, learning on digits, and what is refused."""

import itertools

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest

import rnet
from rnet import RError, data, rbm, set_seed
from rnet.deep.boltzmann import VISIBLE_UNITS, Machine

mpl.use("Agg")

# Sums of a few products of doubles.
EXACT = 1e-12
# Shares of 20000 draws of a three-unit machine: five standard errors.
SHARES = 0.02


@pytest.fixture(scope="module")
def digits():
    return data("digits")


@pytest.fixture(scope="module")
def fit(digits):
    set_seed(1)
    return rbm("~ . - digit", digits, hidden=64, val_prop=0.2)


def machine(kind: str, p: int = 3, q: int = 4) -> Machine:
    set_seed(p + q)
    draw = rnet.rnorm
    weights = draw(p * q).reshape(p, q)
    return Machine(weights, draw(p), draw(q), VISIBLE_UNITS[kind])


def states(count: int) -> np.ndarray:
    return np.array(list(itertools.product([0.0, 1.0], repeat=count)))


def joint(m: Machine, v: np.ndarray, h: np.ndarray) -> np.ndarray:
    """exp(-E(v, h)) of binary units, for all pairs of states."""
    return np.exp(v @ m.weights @ h.T + (v @ m.visible_bias)[:, None] + h @ m.hidden_bias)


def test_free_energy_sums_over_all_hidden_states() -> None:
    m = machine("bin")
    v, h = states(3), states(4)
    np.testing.assert_allclose(np.exp(-m.free_energy(v)), joint(m, v, h).sum(axis=1), rtol=EXACT)


def test_free_energy_of_gaussian_units_sums_over_all_hidden_states() -> None:
    m = machine("gaussian")
    v, h = rnet.rnorm(30).reshape(10, 3), states(4)
    square = 0.5 * ((v - m.visible_bias) ** 2).sum(axis=1)
    total = np.exp(v @ m.weights @ h.T + h @ m.hidden_bias).sum(axis=1)
    np.testing.assert_allclose(m.free_energy(v), square - np.log(total), rtol=EXACT)


def test_probabilities_are_those_of_the_joint_distribution() -> None:
    m = machine("bin")
    v, h = states(3), states(4)
    weights = joint(m, v, h)
    given_v = weights / weights.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(m.up(v), given_v @ h, rtol=EXACT)
    given_h = (weights / weights.sum(axis=0)).T
    np.testing.assert_allclose(m.down(h), given_h @ v, rtol=EXACT, atol=EXACT)


def test_gibbs_sampling_reaches_the_machines_distribution() -> None:
    m = machine("bin")
    v = states(3)
    shares = np.exp(-m.free_energy(v))
    means = m.gibbs(np.zeros((20000, 3)), 30, rnet.rng.state.generator()).mean(axis=0)
    np.testing.assert_allclose(means, shares @ v / shares.sum(), atol=SHARES)


def test_learns_which_units_go_together() -> None:
    # Two patterns, each half of the cases: seven in ten units are told by the others.
    patterns = np.array([[1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1]])
    frame = pd.DataFrame(np.tile(patterns, (50, 1)), columns=list("abcdef"))
    set_seed(2)
    fit = rbm("~ .", frame, hidden=4, n_epochs=200, batch_size=20)
    half = np.array([[1.0, 1.0, 0.0, 0.0, 0.0, 0.0]])
    completed = fit.sample(1, 50, start=half).to_numpy()[0]
    assert np.abs(completed - completed[0] * patterns[0] - completed[3] * patterns[1]).max() < 0.2
    unseen = pd.DataFrame([[1, 0, 1, 0, 1, 0]], columns=list("abcdef"))
    assert fit.free_energy(unseen).iloc[0] > fit.free_energy().max() + 1


def test_reconstructs_digits(fit) -> None:
    # The mean picture has error 0.0738; with 64 hidden units a quarter of it is left.
    assert fit.reconstruct().error < 0.022
    assert fit.history["val_loss"].iloc[-1] < fit.history["val_loss"].iloc[0] / 3
    assert list(fit.history) == [
        "epoch", "step", "loss", "val_loss", "val_free_energy", "grad_norm_1",
    ]  # fmt: skip
    assert fit.history["step"].iloc[-1] == 20 * 45  # 1438 cases in batches of 32
    noise = rnet.runif(64 * 50).reshape(50, 64)
    assert fit.reconstruct(noise).anomaly_scores.min() > 2 * fit.reconstruct().error
    assert fit.free_energy(noise).min() > fit.free_energy().mean()


def test_same_seed_gives_the_same_machine(digits) -> None:
    machines = []
    for _ in range(2):
        set_seed(5)
        machines.append(rbm("~ . - digit", digits[:100], hidden=5, n_epochs=2))
    first, second = machines
    assert (first.weights == second.weights).all(axis=None)
    set_seed(9)
    once = first.sample(2, 5)
    set_seed(9)
    assert (once == second.sample(2, 5)).all(axis=None)


def test_momentum_reaches_the_weights(digits) -> None:
    moved = []
    for momentum in (0.0, 0.9):
        set_seed(5)
        fit = rbm("~ . - digit", digits[:200], hidden=5, n_epochs=3, momentum=momentum)
        moved.append(float(np.abs(fit.machine.weights).mean()))
    assert moved[1] > 3 * moved[0]


def test_penalty_keeps_weights_small(digits) -> None:
    sizes = []
    for penalty in (0.0, 0.1):
        set_seed(5)
        fit = rbm("~ . - digit", digits[:200], hidden=5, n_epochs=10, L2=penalty)
        sizes.append(float(np.abs(fit.machine.weights).mean()))
    assert sizes[1] < 0.7 * sizes[0]


def test_gaussian_units_are_on_the_scale_of_the_data() -> None:
    iris = data("iris")
    set_seed(1)
    fit = rbm("~ . - Species", iris, hidden=8, visible_type="gaussian", n_epochs=150)
    result = fit.reconstruct()
    x = iris.drop(columns="Species")
    assert np.corrcoef(result.reconstructed["Petal.Length"], x["Petal.Length"])[0, 1] > 0.95
    spread = x.var().mean()
    assert result.error < 0.25 * spread
    np.testing.assert_allclose(
        fit.reconstruct(iris[3:5]).reconstructed, result.reconstructed[3:5], rtol=EXACT
    )


def test_data_may_be_rows_of_numbers(fit, digits) -> None:
    rows = digits.drop(columns="digit")[:3]
    up = fit.up(digits[:3]).to_numpy()
    np.testing.assert_allclose(fit.up(rows.to_numpy()), up, rtol=EXACT)
    np.testing.assert_allclose(fit.up(rows.iloc[0]), up[:1], rtol=EXACT)
    np.testing.assert_allclose(fit.predict(rows[list(rows)[::-1]]), up, rtol=EXACT)
    assert fit.down(up[0]).shape == (1, 64)
    assert fit.down(up).attrs["image"] == (8, 8)
    assert list(fit.up(rows).columns) == [f"h{unit}" for unit in range(1, 65)]
    assert fit.up().shape == (1797, 64)


def test_prints_as_an_r_fit(fit) -> None:
    assert str(fit).splitlines() == [
        "Call:",
        "rbm(formula = ~. - digit, data = digits, hidden = 64, val.prop = 0.2)",
        "",
        "Restricted Boltzmann machine: 64 binary visible units, 64 hidden units",
        "",
        "               parameters",
        "weights              4096",
        "visible biases         64",
        "hidden biases          64",
        "total                4224",
        "",
        "20 epochs (900 steps) of CD-1: mean squared error 0.03376",
    ]
    assert fit["visible.type"] == "bin"
    assert fit["weights"].shape == (64, 64)
    assert fit["visible.bias"].index[0] == "p0"
    assert "Reconstruction of 1797 cases of 64 variables" in str(fit.reconstruct())
    assert "<" in fit._repr_html_()


@pytest.mark.parametrize("what", ["filters", "history", "reconstruction"])
def test_pictures(fit, what) -> None:
    figure = rnet.plot(fit, what)
    assert len(figure.axes) == 1
    assert figure.axes[0].has_data()


def test_some_filters_only(fit) -> None:
    assert [text.get_text() for text in fit.plot(which=[3, 5]).axes[0].texts] == ["h3", "h5"]
    with pytest.raises(RError, match="subscript out of bounds"):
        fit.plot(which=[65])
    with pytest.raises(RError, match="should be one of"):
        fit.plot("nothing")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"hidden": 0}, "'hidden' must be a whole number not below 1"),
        ({"hidden": None}, "'hidden' must be a whole number not below 1"),
        ({"hidden": (5, 3)}, "'hidden' must be one number of units"),
        ({"hidden": "many"}, "'hidden' must be numbers of units"),
        ({"n_epochs": 0}, "'n_epochs' must be a whole number not below 1"),
        ({"n_epochs": 2.5}, "'n_epochs' must be a whole number not below 1"),
        ({"n_epochs": True}, "'n_epochs' must be a whole number not below 1"),
        ({"cd": 0}, "'cd' must be a whole number not below 1"),
        ({"batch_size": 151}, "the batch size 151 is larger than the 150 cases"),
        ({"batch_size": 0}, "'batch_size' must be a whole number not below 1"),
        ({"learn_rates": 0}, "'learn_rates' must be positive"),
        ({"learn_rates": np.nan}, "'learn_rates' must be a number that is not negative"),
        ({"momentum": 1}, r"'momentum' must be in \[0, 1\)"),
        ({"momentum": -0.5}, "'momentum' must be a number that is not negative"),
        ({"val_prop": 1}, r"'val_prop' must be in \[0, 1\)"),
        ({"val_prop": 0.9999}, "no cases are left to train on"),
        ({"visible_type": "poisson"}, "should be one of “bin”, “gaussian”"),
        ({"visible_type": "bin"}, "need values between 0 and 1: 'Sepal.Length' has 5.1"),
        ({"learn_rates": 1e9}, "the weights explode in epoch 1"),
        ({"momentun": 0.5}, "unused argument"),
    ],
)
def test_bad_arguments(arguments, message) -> None:
    iris = data("iris")
    settings = {"hidden": 3, "visible_type": "gaussian", "n_epochs": 3} | arguments
    with pytest.raises(RError, match=message) as caught:
        rbm("~ . - Species", iris, **settings)
    assert caught.value.advice


def test_bad_data(fit, digits) -> None:
    holey = digits[:50].copy()
    holey.loc[3, "p10"] = np.nan
    with pytest.raises(RError, match="missing values in 'p10'"):
        rbm("~ . - digit", holey, hidden=3)
    with pytest.raises(RError, match="missing values in 'p10'"):
        fit.up(holey)
    with pytest.raises(RError, match="response not allowed in formula"):
        rbm("digit ~ .", digits, hidden=3)
    with pytest.raises(RError, match="there are no cases"):
        rbm("~ . - digit", digits[:0], hidden=3)
    with pytest.raises(RError, match="object 'p63' not found"):
        fit.up(digits.drop(columns="p63"))
    with pytest.raises(RError, match="'newdata' has 28 columns, the model 64 inputs"):
        fit.up(np.zeros((2, 28)))
    with pytest.raises(RError, match="'newdata' must be numeric"):
        fit.up([["a", "b"]])
    with pytest.raises(RError, match="'h' has 3 columns, the machine 64 hidden units"):
        fit.down(np.zeros((2, 3)))
    with pytest.raises(RError, match="'n' must be a whole number"):
        fit.sample(0)


def test_new_data_need_no_variable_that_is_left_out(fit) -> None:
    assert "digit" not in str(fit.encoder.terms.formula)


def test_summary_says_how_it_was_trained(fit) -> None:
    text = str(fit.summary()).splitlines()
    assert "learning rate 0.1, momentum 0.5, batches of 32" in text
    assert text[-4].split()[:3] == ["Min.", "1st", "Qu."]
    assert fit.summary().frame.loc["weights", "Max."] == fit.weights.to_numpy().max()
    assert str(rnet.summary(fit)) == str(fit.summary())


def test_weights_without_pictures_are_drawn_as_a_table() -> None:
    set_seed(1)
    fit = rbm("~ . - Species", data("iris"), 3, visible_type="gaussian", n_epochs=1)
    labels = [label.get_text() for label in fit.plot().axes[0].get_yticklabels()]
    assert labels == ["h1", "h2", "h3"]
    labels = [label.get_text() for label in fit.plot("reconstruction").axes[0].get_yticklabels()]
    assert labels == ["data", "rbm"]

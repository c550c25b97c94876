"""The array level of dense networks: backpropagation, disturbances, training, early stopping."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

import rnet
from rnet.conditions import RError
from rnet.deep.activations import ACTIVATIONS, LINEAR, LOGISTIC, RELU, SOFTMAX, TANH
from rnet.deep.initialisation import INITIALISATIONS, initialisation_named
from rnet.deep.losses import LOSSES
from rnet.deep.network import BatchNorm, Layer, flat_layers, forward, gradients, loss_of
from rnet.deep.optimizers import OPTIMIZERS, optimizer_named
from rnet.deep.training import TrainingSettings, disturbance, train
from rnet.rng.state import generator

NUMERIC = 2e-7  # central differences with steps of 6e-6 in double precision
STEP = 6e-6


def drawn(*shape, seed=1):
    return np.random.default_rng(seed).normal(size=shape)


def one_hot(n, classes):
    return np.eye(classes)[np.random.default_rng(2).integers(0, classes, n)]


def layers_of(sizes, activation, output, **extras):
    rnet.set_seed(3)
    return [
        Layer(
            INITIALISATIONS["lecun"].draw(p, q),
            0.1 * drawn(q, seed=k),
            activation if k < len(sizes) - 2 else output,
            **(extras if k < len(sizes) - 2 else {}),
        )
        for k, (p, q) in enumerate(itertools.pairwise(sizes))
    ]


def settings_for(loss="mse", optim="sgd", rate=0.1, epochs=5, batch=8, **more):
    return TrainingSettings(LOSSES[loss], OPTIMIZERS[optim], (rate,) * epochs, batch, **more)


def assert_gradient_is_numeric(layers, x, y, loss, **training) -> None:
    found = gradients(layers, x, y, loss, **training)
    flat = flat_layers(layers)
    exact = np.concatenate(
        [
            part.ravel()
            for slopes in found.layers
            for part in (slopes.weights, slopes.bias, slopes.scale, slopes.shift)
            if part is not None
        ]
    )
    numeric = np.empty_like(exact)
    for k, start in enumerate(flat.parameters.tolist()):
        ends = []
        for value in (start + STEP, start - STEP):
            flat.parameters[k] = value
            ends.append(loss_of(flat.layers, forward(flat.layers, x, **training), y, loss))
        flat.parameters[k] = start
        numeric[k] = (ends[0] - ends[1]) / (2 * STEP)
    np.testing.assert_allclose(exact, numeric, atol=NUMERIC)


@pytest.mark.parametrize("name", sorted(set(ACTIVATIONS) - {"step"}))
def test_backpropagation_through_each_activation(name) -> None:
    layers = layers_of((3, 4, 4, 2), ACTIVATIONS[name], LINEAR)
    assert_gradient_is_numeric(layers, drawn(11, 3), drawn(11, 2, seed=5), LOSSES["mse"])


OUTPUTS = [
    (name, output)
    for name in LOSSES
    for output in ("softmax", "logistic", "linear")
    if output != "linear" or name in ("mse", "sse", "euclidean", "hinge")  # no logarithms
]


@pytest.mark.parametrize(("name", "output"), OUTPUTS)
def test_backpropagation_from_each_loss(name, output) -> None:
    raw = np.random.default_rng(4).random((9, 3)) + 0.1
    y = one_hot(9, 3) if name == "hinge" else raw / raw.sum(axis=1, keepdims=True)
    layers = layers_of((4, 5, 3), TANH, ACTIVATIONS[output])
    assert_gradient_is_numeric(layers, drawn(9, 4), y, LOSSES[name])


@pytest.mark.parametrize("training", [False, True])
@pytest.mark.parametrize("residual", [False, True])
def test_backpropagation_through_batch_norm_and_residuals(training, residual) -> None:
    layers = layers_of((4, 4, 4, 2), LOGISTIC, LINEAR)
    norm = BatchNorm(1 + 0.1 * drawn(4), 0.1 * drawn(4, seed=2), 0.1 * drawn(4), np.full(4, 0.8))
    layers = [
        replace(one, batch_norm=norm, residual=residual and k == 1) if k < 2 else one
        for k, one in enumerate(layers)
    ]
    x, y = drawn(10, 4), drawn(10, 2, seed=6)
    assert_gradient_is_numeric(layers, x, y, LOSSES["mse"], training=training)


def test_backpropagation_through_dropped_units_and_noise() -> None:
    layers = layers_of((4, 6, 5, 2), TANH, LINEAR, dropout=0.4, noise=0.3)
    layers[1] = replace(layers[1], residual=False)
    rnet.set_seed(8)
    disturbances = [disturbance(layer, 10, generator()) for layer in layers]
    x, y = drawn(10, 4), drawn(10, 2, seed=6)
    assert_gradient_is_numeric(
        layers, x, y, LOSSES["mse"], training=True, disturbances=disturbances
    )


def test_dropout_keeps_the_expected_inputs() -> None:
    layer = replace(layers_of((50, 2), LINEAR, LINEAR)[0], dropout=0.3)
    rnet.set_seed(1)
    mask = disturbance(layer, 400, generator()).mask
    assert set(np.unique(mask).round(12)) == {0.0, round(1 / 0.7, 12)}
    assert mask.mean() == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize("name", ["logistic", "softmax", "tanh", "softplus", "softsign", "elu"])
def test_activations_of_huge_sums_are_finite(name) -> None:
    z = np.array([[-1e4, 0.0, 1e4], [-800.0, -745.0, 710.0]])
    with np.errstate(over="ignore", under="ignore"):
        value = ACTIVATIONS[name].value(z)
    assert np.isfinite(value).all()
    if name == "logistic":
        assert value[0].tolist() == [0.0, 0.5, 1.0]
    if name == "softmax":
        np.testing.assert_allclose(value.sum(axis=1), 1.0, rtol=1e-15)


@pytest.mark.parametrize(("name", "sizes"), [("bce", 1), ("ce", 3)])
def test_losses_of_huge_sums_are_exact(name, sizes) -> None:
    loss = LOSSES[name]
    last = ACTIVATIONS[loss.output]
    z = np.full((1, sizes), -800.0)
    y = np.ones((1, sizes)) / sizes
    if name == "ce":
        z, y = np.array([[800.0, 0.0, 0.0]]), np.array([[0.0, 1.0, 0.0]])
    with np.errstate(over="ignore", under="ignore"):
        assert loss.at(last, z, last.value(z), y) == pytest.approx(800.0)


@pytest.mark.parametrize("name", ["normal", "uniform", "lecun", "glorot", "glorot_normal", "he",
                                  "he_uniform", "zero"])  # fmt: skip
def test_initialisations_have_their_spread(name) -> None:
    p, q = 200, 100
    wanted = {
        "normal": 1.0, "uniform": 0.2 / 12**0.5, "lecun": p**-0.5, "glorot": (2 / (p + q)) ** 0.5,
        "glorot_normal": (2 / (p + q)) ** 0.5, "he": (2 / p) ** 0.5, "he_uniform": (2 / p) ** 0.5,
        "zero": 0.0,
    }[name]  # fmt: skip
    rnet.set_seed(1)
    drawn_weights = INITIALISATIONS[name].draw(p, q)
    assert drawn_weights.std() == pytest.approx(wanted, rel=0.02)  # 20 000 draws: 0.5 %
    assert abs(drawn_weights.mean()) <= 4 * wanted / (p * q) ** 0.5


def test_start_weights_come_column_by_column_from_rs_stream() -> None:
    rnet.set_seed(4)
    weights = initialisation_named(0.5).draw(3, 2)
    rnet.set_seed(4)
    assert weights.ravel(order="F").tolist() == (0.5 * rnet.rnorm(6)).tolist()


def test_an_epoch_is_rs_sample_and_the_history_its_mean_loss() -> None:
    layers = layers_of((3, 1), LINEAR, LINEAR)
    x, y = drawn(10, 3), drawn(10, 1, seed=2)
    rnet.set_seed(5)
    trained = train(layers, x, y, settings_for(epochs=1, batch=4), generator())
    rnet.set_seed(5)
    order = rnet.sample(10) - 1
    w, b, losses = layers[0].weights.copy(), layers[0].bias.copy(), []
    for start in (0, 4, 8):
        rows = order[start : start + 4]
        e = x[rows] @ w + b - y[rows]
        losses += [float((e**2).mean())] * len(rows)
        w -= 0.1 * 2 / len(rows) * x[rows].T @ e
        b -= 0.1 * 2 / len(rows) * e.sum(axis=0)
    np.testing.assert_allclose(trained.layers[0].weights, w, rtol=1e-13)
    assert trained.history["loss"].tolist() == pytest.approx([np.mean(losses)])
    assert trained.history["step"].tolist() == [3]


def test_training_leaves_the_start_layers_alone() -> None:
    layers = layers_of((3, 4, 1), TANH, LINEAR)
    before = layers[0].weights.copy()
    train(layers, drawn(20, 3), drawn(20, 1), settings_for(), generator())
    assert (layers[0].weights == before).all()


def test_early_stopping_returns_the_best_weights() -> None:
    rng = np.random.default_rng(1)
    x, y = rng.normal(size=(30, 10)), rng.normal(size=(30, 1))  # nothing to learn
    held_out = rng.normal(size=(30, 10)), rng.normal(size=(30, 1))
    layers = layers_of((10, 30, 1), TANH, LINEAR)
    rnet.set_seed(1)
    settings = settings_for(optim="adam", rate=0.01, epochs=300, patience=5)
    trained = train(layers, x, y, settings, generator(), held_out)
    history = trained.history
    assert len(history) == trained.best_epoch + 5 < 300
    assert history["val_loss"].idxmin() + 1 == trained.best_epoch
    passes = forward(trained.layers, held_out[0])
    again = loss_of(trained.layers, passes, held_out[1], LOSSES["mse"])
    assert again == pytest.approx(history["val_loss"].min(), rel=1e-12)


def test_clipping_shortens_steps() -> None:
    layers = layers_of((3, 1), LINEAR, LINEAR)
    x, y = drawn(8, 3), 1e3 * np.ones((8, 1))
    settings = settings_for(epochs=1, batch=8, rate=1.0, clip=0.5)
    trained = train(layers, x, y, settings, generator())
    moved = np.concatenate(
        [
            (trained.layers[0].weights - layers[0].weights).ravel(),
            trained.layers[0].bias - layers[0].bias,
        ]
    )
    assert np.linalg.norm(moved) == pytest.approx(0.5)


def test_l1_makes_weights_small_and_l2_makes_them_smaller() -> None:
    x = drawn(60, 8)
    y = x[:, :1] * 2 + 0.1 * drawn(60, 1, seed=3)
    layers = layers_of((8, 1), LINEAR, LINEAR)

    def weights(**penalty):
        rnet.set_seed(1)
        settings = settings_for(optim="lbfgs", epochs=500, batch=60, **penalty)
        return train(layers, x, y, settings, generator()).layers[0].weights[:, 0]

    plain, ridge = weights(), weights(L2=1.0)
    centred = x - x.mean(axis=0)
    target = 2 / 60 * centred.T @ (y - y.mean())
    exact = np.linalg.solve(2 / 60 * centred.T @ centred + np.eye(8), target)[:, 0]
    np.testing.assert_allclose(ridge, exact, atol=1e-7)
    assert np.abs(ridge).sum() < np.abs(plain).sum()
    rnet.set_seed(1)
    settings = settings_for(rate=0.01, epochs=400, batch=60, L1=0.5)
    lasso = train(layers, x, y, settings, generator()).layers[0].weights[:, 0]
    assert (np.abs(lasso[1:]) < 0.02).all()
    assert lasso[0] > 1.5


def test_lbfgs_finds_least_squares() -> None:
    x, y = drawn(40, 4), drawn(40, 2, seed=9)
    rnet.set_seed(1)
    settings = settings_for(optim="lbfgs", epochs=200, batch=40)
    trained = train(layers_of((4, 2), LINEAR, LINEAR), x, y, settings, generator())
    exact = np.linalg.lstsq(np.hstack([np.ones((40, 1)), x]), y)[0]
    np.testing.assert_allclose(trained.layers[0].weights, exact[1:], atol=1e-7)
    assert trained.history["loss"].is_monotonic_decreasing


def test_lbfgs_refuses_chance() -> None:
    layers = layers_of((4, 3, 2), TANH, LINEAR, dropout=0.5)
    with pytest.raises(RError, match="L-BFGS"):
        train(layers, drawn(9, 4), drawn(9, 2), settings_for(optim="lbfgs", batch=9), generator())


def test_a_single_row_joins_the_batch_before_it() -> None:
    layers = layers_of((3, 4, 1), TANH, LINEAR)
    layers[0] = replace(
        layers[0], batch_norm=BatchNorm(np.ones(4), np.zeros(4), np.zeros(4), np.ones(4))
    )
    settings = settings_for(epochs=2, batch=4)
    trained = train(layers, drawn(9, 3), drawn(9, 1), settings, generator())
    assert trained.history["step"].tolist() == [2, 4]


@pytest.mark.parametrize("optim", ["sgd", "momentum", "nesterov"])
def test_exploding_losses_stop_and_say_where(optim) -> None:
    layers = layers_of((6, 20, 20, 1), RELU, LINEAR)
    x, y = 100 * drawn(50, 6), 100 * drawn(50, 1)
    with pytest.raises(RError, match=r"the loss exploded in epoch \d+ .*: the sums of layer \d"):
        train(layers, x, y, settings_for(optim=optim, rate=1.0, epochs=20), generator())


def test_a_corrupted_input_is_drawn_anew_for_each_batch() -> None:
    seen = []

    def corrupt(x, stream):
        seen.append(stream.uniform(1)[0])
        return x * 0

    layers = layers_of((3, 1), LINEAR, LINEAR)
    settings = settings_for(epochs=2, batch=10, corrupt=corrupt)
    trained = train(layers, drawn(20, 3), drawn(20, 1), settings, generator())
    assert len(set(seen)) == 4
    assert (trained.layers[0].weights == layers[0].weights).all()  # no input, no slope


def test_accuracy_and_gradient_norms_are_in_the_history() -> None:
    x = drawn(90, 2)
    y = np.eye(2)[(x[:, 0] > 0).astype(int)]
    settings = settings_for("ce", "adam", 0.05, 10, 30, counts_classes=True)
    rnet.set_seed(2)
    trained = train(
        layers_of((2, 5, 2), TANH, SOFTMAX), x, y, settings, generator(), (x[:10], y[:10])
    )
    columns = ["epoch", "step", "loss", "val_loss", "accuracy", "val_accuracy"]
    assert trained.history.columns.tolist() == [*columns, "grad_norm_1", "grad_norm_2"]
    assert trained.history["accuracy"].iloc[-1] > 0.95
    assert (trained.history[["grad_norm_1", "grad_norm_2"]] > 0).all().all()


@pytest.mark.parametrize(
    ("constants", "message"),
    [({"beta1": 1.0}, "invalid 'beta1'"), ({"speed": 0.1}, "unknown constant")],
)
def test_optimiser_constants_are_checked(constants, message) -> None:
    with pytest.raises(RError, match=message):
        optimizer_named("adam", **constants)

"""Activations, losses, optimisers and batch normalisation beside PyTorch in double precision."""

import itertools

import numpy as np
import pytest

import rnet
from rnet.deep.activations import ACTIVATIONS, LINEAR, SOFTMAX, TANH
from rnet.deep.initialisation import INITIALISATIONS
from rnet.deep.losses import LOSSES
from rnet.deep.network import BatchNorm, Layer, flat_layers, forward, gradients
from rnet.deep.optimizers import OPTIMIZERS
from rnet.deep.training import TrainingSettings, train
from rnet.rng.state import generator

torch = pytest.importorskip("torch")
torch.set_num_threads(1)

SAME = 1e-10  # both compute in double precision, in another order of operations

TORCH_ACTIVATIONS = {
    "linear": lambda z: z,
    "logistic": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "softmax": lambda z: torch.softmax(z, 1),
    "elu": torch.nn.functional.elu,
    "selu": torch.selu,
    "softplus": torch.nn.functional.softplus,
    "softsign": torch.nn.functional.softsign,
    "leaky_relu": torch.nn.functional.leaky_relu,
}
TORCH_OPTIMIZERS = {
    "sgd": lambda p, rate: torch.optim.SGD(p, lr=rate),
    "momentum": lambda p, rate: torch.optim.SGD(p, lr=rate, momentum=0.9),
    "nesterov": lambda p, rate: torch.optim.SGD(p, lr=rate, momentum=0.9, nesterov=True),
    "adagrad": lambda p, rate: torch.optim.Adagrad(p, lr=rate),
    "rmsprop": lambda p, rate: torch.optim.RMSprop(p, lr=rate),
    "adam": lambda p, rate: torch.optim.Adam(p, lr=rate),
}


def tensor(values, *, slopes=False):
    return torch.tensor(np.ascontiguousarray(values), dtype=torch.float64, requires_grad=slopes)


def drawn(*shape, seed=1):
    return np.random.default_rng(seed).normal(size=shape)


def one_hot(n, classes, seed=2):
    return np.eye(classes)[np.random.default_rng(seed).integers(0, classes, n)]


def soft_targets(n, classes):
    raw = np.random.default_rng(3).random((n, classes)) + 0.05
    return raw / raw.sum(axis=1, keepdims=True)


@pytest.mark.parametrize("name", TORCH_ACTIVATIONS)
def test_activation(name) -> None:
    activation, z = ACTIVATIONS[name], 3 * drawn(7, 5)
    slopes = drawn(7, 5, seed=4)
    theirs = tensor(z, slopes=True)
    value = TORCH_ACTIVATIONS[name](theirs)
    value.backward(tensor(slopes))
    ours = activation.value(z)
    np.testing.assert_allclose(ours, value.detach().numpy(), rtol=SAME, atol=SAME)
    np.testing.assert_allclose(
        activation.backward(z, ours, slopes), theirs.grad.numpy(), rtol=SAME, atol=SAME
    )


def torch_loss(name, z, y):
    """Return a loss of sums, with the output activation that goes with it."""
    f = torch.nn.functional
    p = torch.softmax(z, 1)
    return {
        "mse": lambda: f.mse_loss(z, y),
        "sse": lambda: f.mse_loss(z, y, reduction="sum") / 2,
        "euclidean": lambda: f.mse_loss(z, y, reduction="sum") / 2 / len(y),
        "bce": lambda: f.binary_cross_entropy_with_logits(z, y),
        "ce": lambda: f.cross_entropy(z, y),
        "kl": lambda: f.kl_div(torch.log_softmax(z, 1), y, reduction="batchmean"),
        "kl_reverse": lambda: f.kl_div(torch.log(y), p, reduction="batchmean"),
        "hinge": lambda: f.multi_margin_loss(z, y.argmax(1)),
    }[name]()


@pytest.mark.parametrize("name", LOSSES)
def test_loss_of_its_own_output(name) -> None:
    loss, z = LOSSES[name], 2 * drawn(9, 4)
    y = one_hot(9, 4) if name in ("bce", "ce", "hinge") else soft_targets(9, 4)
    last = ACTIVATIONS[loss.output]
    theirs = tensor(z, slopes=True)
    value = torch_loss(name, theirs, tensor(y))
    value.backward()
    outputs = last.value(z)
    assert loss.at(last, z, outputs, y) == pytest.approx(value.item(), rel=SAME)
    np.testing.assert_allclose(
        loss.backward(last, z, outputs, y), theirs.grad.numpy(), rtol=SAME, atol=SAME
    )


@pytest.mark.parametrize(
    ("name", "activation"),
    [("mse", "tanh"), ("mse", "softmax"), ("sse", "logistic"), ("bce", "softmax"),
     ("ce", "logistic"), ("kl", "logistic"), ("euclidean", "relu")],
)  # fmt: skip
def test_loss_of_another_output(name, activation) -> None:
    z = drawn(9, 4)
    y = soft_targets(9, 4)
    theirs = tensor(z, slopes=True)
    p, t = TORCH_ACTIVATIONS[activation](theirs), tensor(y)
    value = {
        "mse": ((p - t) ** 2).mean,
        "sse": lambda: ((p - t) ** 2).sum() / 2,
        "euclidean": lambda: ((p - t) ** 2).sum() / 2 / len(y),
        "bce": lambda: torch.nn.functional.binary_cross_entropy(p, t),
        "ce": lambda: -(t * torch.log(p)).sum() / len(y),
        "kl": lambda: (t * torch.log(t / p)).sum() / len(y),
    }[name]()
    value.backward()
    loss, last = LOSSES[name], ACTIVATIONS[activation]
    outputs = last.value(z)
    assert loss.at(last, z, outputs, y) == pytest.approx(value.item(), rel=SAME)
    np.testing.assert_allclose(
        loss.backward(last, z, outputs, y), theirs.grad.numpy(), rtol=SAME, atol=SAME
    )


@pytest.mark.parametrize("name", TORCH_OPTIMIZERS)
def test_optimizer_takes_the_same_steps(name) -> None:
    optimizer, p = OPTIMIZERS[name], drawn(6)
    theirs = tensor(p, slopes=True)
    rule = TORCH_OPTIMIZERS[name]([theirs], optimizer.rate)
    matrix = drawn(6, 6, seed=5)
    matrix = matrix @ matrix.T / 6
    state = optimizer.start(6)
    for t in range(1, 201):
        rule.zero_grad()
        (theirs @ tensor(matrix) @ theirs / 2 + torch.sin(theirs).sum()).backward()
        rule.step()
        optimizer.update(optimizer, p, matrix @ p + np.cos(p), state, optimizer.rate, t)
    np.testing.assert_allclose(p, theirs.detach().numpy(), rtol=SAME, atol=SAME)


def dense_layers(sizes, activation, output, *, batch_norm=False):
    rnet.set_seed(5)
    he = INITIALISATIONS["glorot"]
    layers = []
    for k, (p, q) in enumerate(itertools.pairwise(sizes)):
        inner = k < len(sizes) - 2
        norm = BatchNorm(1 + 0.1 * drawn(q), 0.1 * drawn(q), np.zeros(q), np.ones(q))
        layers.append(
            Layer(
                he.draw(p, q), 0.1 * drawn(q, seed=k), activation if inner else output,
                batch_norm=norm if batch_norm and inner else None,
            )
        )  # fmt: skip
    return layers


def torch_network(layers):
    """Return the same layers as torch modules, activations apart."""
    modules = []
    for layer in layers:
        linear = torch.nn.Linear(*layer.weights.shape, dtype=torch.float64)
        linear.weight.data, linear.bias.data = tensor(layer.weights.T), tensor(layer.bias)
        norm = None
        if layer.batch_norm is not None:
            norm = torch.nn.BatchNorm1d(len(layer.bias), dtype=torch.float64)
            norm.weight.data = tensor(layer.batch_norm.scale)
            norm.bias.data = tensor(layer.batch_norm.shift)
        modules.append((linear, norm, TORCH_ACTIVATIONS[layer.activation.name]))
    return modules


def torch_sums(modules, x):
    """Return the sums of the last layer."""
    for k, (linear, norm, activation) in enumerate(modules):
        x = linear(x)
        if norm is not None:
            x = norm(x)
        if k < len(modules) - 1:
            x = activation(x)
    return x


@pytest.mark.parametrize("batch_norm", [False, True])
def test_gradients_of_a_network(batch_norm) -> None:
    layers = dense_layers((5, 7, 6, 3), TANH, SOFTMAX, batch_norm=batch_norm)
    x, y = drawn(20, 5, seed=7), one_hot(20, 3)
    modules = torch_network(layers)
    value = torch.nn.functional.cross_entropy(torch_sums(modules, tensor(x)), tensor(y))
    value.backward()
    found = gradients(layers, x, y, LOSSES["ce"], training=True)
    assert found.loss == pytest.approx(value.item(), rel=SAME)
    for layer, slopes, (linear, norm, _) in zip(layers, found.layers, modules, strict=True):
        close(slopes.weights, linear.weight.grad.T)
        close(slopes.bias, linear.bias.grad)
        if norm is not None:
            close(slopes.scale, norm.weight.grad)
            close(slopes.shift, norm.bias.grad)
            close(layer.batch_norm.mean, norm.running_mean)
            close(layer.batch_norm.variance, norm.running_var)


def close(ours, theirs) -> None:
    np.testing.assert_allclose(ours, theirs.detach().numpy(), rtol=SAME, atol=SAME)


def test_prediction_with_batch_norm() -> None:
    layers = dense_layers((5, 7, 3), TANH, LINEAR, batch_norm=True)
    modules = torch_network(layers)
    x = drawn(30, 5, seed=8)
    for part in (x[:10], x[10:]):
        forward(layers, part, training=True)
        torch_sums(modules, tensor(part))
    modules[0][1].eval()
    close(forward(layers, x)[-1].outputs, torch_sums(modules, tensor(x)))


@pytest.mark.parametrize("name", TORCH_OPTIMIZERS)
@pytest.mark.parametrize("batch_norm", [False, True])
def test_training_by_minibatches(name, batch_norm) -> None:
    """The order of the rows is R's; penalty, minibatches and steps are torch's."""
    x, y = drawn(50, 5, seed=9), one_hot(50, 3)
    layers = dense_layers((5, 6, 3), TANH, SOFTMAX, batch_norm=batch_norm)
    modules = torch_network(layers)
    learnt = [p for linear, norm, _ in modules for m in (linear, norm) if m for p in m.parameters()]
    optimizer = OPTIMIZERS[name]
    rule = TORCH_OPTIMIZERS[name](learnt, optimizer.rate)
    settings = TrainingSettings(LOSSES["ce"], optimizer, (optimizer.rate,) * 4, 16, L2=0.01)
    rnet.set_seed(11)
    trained = train(layers, x, y, settings, generator())
    rnet.set_seed(11)
    for _ in range(4):
        order = rnet.sample(50) - 1
        for start in range(0, 50, 16):
            batch = order[start : start + 16]
            rule.zero_grad()
            value = torch.nn.functional.cross_entropy(
                torch_sums(modules, tensor(x[batch])), tensor(y[batch])
            )
            squares = sum((linear.weight**2).sum() for linear, _, _ in modules)
            (value + 0.01 / 2 * squares).backward()
            rule.step()
    for layer, (linear, _, _) in zip(trained.layers, modules, strict=True):
        # with batch normalisation the bias before it has a gradient of rounding errors only,
        # which the rules that divide by its size blow up to whole steps
        rescaled = batch_norm and layer.batch_norm and name in ("adagrad", "rmsprop", "adam")
        close(layer.weights, linear.weight.T)
        if not rescaled:
            close(layer.bias, linear.bias)


def test_residual_connections() -> None:
    layers = dense_layers((4, 4, 4, 2), TANH, LINEAR)
    layers = [
        Layer(one.weights, one.bias, one.activation, residual=k == 1)
        for k, one in enumerate(layers)
    ]
    (first, _, _), (second, _, _), (last, _, _) = torch_network(layers)
    x, y = drawn(9, 4), drawn(9, 2, seed=3)
    given = tensor(x, slopes=True)
    hidden = torch.tanh(first(given))
    value = ((last(torch.tanh(second(hidden)) + hidden) - tensor(y)) ** 2).mean()
    value.backward()
    found = gradients(layers, x, y, LOSSES["mse"])
    assert found.loss == pytest.approx(value.item(), rel=SAME)
    for slopes, linear in zip(found.layers, (first, second, last), strict=True):
        close(slopes.weights, linear.weight.grad.T)
    close(found.inputs, given.grad)


def test_flat_layers_are_views_of_one_vector() -> None:
    layers = dense_layers((3, 4, 2), TANH, LINEAR, batch_norm=True)
    flat = flat_layers(layers)
    flat.parameters[:] = np.arange(flat.parameters.size)
    assert flat.layers[0].weights[0].tolist() == [0, 1, 2, 3]
    assert flat.layers[1].bias.tolist() == flat.parameters[-2:].tolist()
    assert not np.shares_memory(flat.layers[0].weights, layers[0].weights)


@pytest.mark.parametrize("act", ["relu", "tanh", "logistic", "elu", "selu", "softplus", "softsign"])
def test_a_network_as_torch_modules(act) -> None:
    cars = rnet.data("mtcars")
    rnet.set_seed(1)
    fit = rnet.mlp(
        "mpg ~ wt + hp", cars, hidden=(5, 4), act=act, batch_norm=True, n_epochs=3, dropout=0.1
    )
    module = fit.to_torch()
    given = tensor(cars[["wt", "hp"]])
    np.testing.assert_allclose(module(given).detach().numpy(), fit.predict(), rtol=SAME)
    iris = rnet.mlp("Species ~ .", rnet.data("iris"), hidden=3, act=act, n_epochs=2)
    sums = rnet.forward(iris).pre[-1]
    found = iris.to_torch()(tensor(rnet.data("iris").drop(columns="Species")))
    np.testing.assert_allclose(found.detach().numpy(), sums, rtol=SAME, atol=SAME)


def test_what_torch_has_no_sequence_for() -> None:
    fit = rnet.mlp("mpg ~ wt", rnet.data("mtcars"), hidden=(3, 3), residual=True, n_epochs=1)
    with pytest.raises(rnet.RError, match="residual layers are no plain sequence"):
        fit.to_torch()
    own = rnet.mlp("mpg ~ wt", rnet.data("mtcars"), hidden=2, act=np.sin, n_epochs=1)
    with pytest.raises(rnet.RError, match="'sin' layers are no plain sequence"):
        own.to_torch()

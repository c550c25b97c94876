"""The border to PyTorch: convolution and pooling against SciPy, its state left alone, the extra."""

import subprocess
import sys

import numpy as np
import pytest
from scipy.signal import correlate2d

import rnet
from rnet.deep import conv, pool
from rnet.deep.activations import activation_named
from rnet.deep.plot_convnet import places_of_maxima
from rnet.deep.torch_engine import layer_outputs, to_torch

EXACT = 1e-12  # double precision, sums of a few dozen products

BLOCKED = """
import sys
from importlib.abc import MetaPathFinder


class Without(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] == "torch":
            raise ModuleNotFoundError(name)


sys.meta_path.insert(0, Without())
import rnet
frame = rnet.data("digits")[:40]
calls = {
    "convnet": lambda: rnet.convnet("digit ~ .", frame),
    "gan": lambda: rnet.gan("~ . - digit", frame),
    "lstm": lambda: rnet.lstm("p10 ~ 1", frame, ahead=1),
    "trainr": lambda: rnet.trainr([[0, 1]], [[0, 1]]),
}
for name, call in calls.items():
    try:
        call()
    except rnet.RError as error:
        print(name, error.message, "|", error.advice)
"""


def test_a_missing_extra_is_one_sentence() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", BLOCKED], capture_output=True, text=True, check=True
    )
    lines = answer.stdout.splitlines()
    sentence = 'this model needs PyTorch | pip install "rnet-stats[deep]"'
    assert lines == [f"{name} {sentence}" for name in ("convnet", "gan", "lstm", "trainr")]


def test_importing_rnet_and_describing_layers_does_not_import_torch() -> None:
    code = (
        "import sys, rnet; rnet.convnet, rnet.gan, rnet.lstm, rnet.trainr, rnet.load_model;"
        "rnet.conv(16, 3); print('torch' in sys.modules)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "False"


def _doubles(shape, seed=1):
    return np.random.default_rng(seed).normal(size=shape)


@pytest.mark.parametrize("size", [1, 3, 4])
@pytest.mark.parametrize("padding", ["same", "valid"])
@pytest.mark.parametrize("stride", [1, 2])
def test_convolution_is_scipys(size, padding, stride) -> None:
    pytest.importorskip("torch")
    layer = conv(3, size, stride, padding, act="linear")
    x, w, b = _doubles((2, 2, 7, 6)), _doubles((3, 2, size, size), 2), _doubles(3, 3)
    (found,) = layer_outputs([layer], (2, 7, 6), [(w, b)], x)
    before, after = layer.margins
    padded = np.pad(x, ((0, 0), (0, 0), (before, after), (before, after)))
    expected = np.stack(
        [
            [sum(correlate2d(one[c], w[k, c], "valid") for c in range(2)) + b[k] for k in range(3)]
            for one in padded
        ]
    )[:, :, ::stride, ::stride]
    assert found.shape == (2, *layer.output_shape((2, 7, 6)))
    assert np.abs(found - expected).max() < EXACT


@pytest.mark.parametrize("act", ["relu", "logistic", "tanh", "elu", "selu", "softplus", "softsign"])
def test_activations_are_those_of_the_numpy_engine(act) -> None:
    pytest.importorskip("torch")
    x, w = _doubles((3, 1, 4, 4)), _doubles((2, 1, 3, 3), 2)
    sums, values = (
        layer_outputs([conv(2, 3, act=a)], (1, 4, 4), [(w, np.zeros(2))], x)[0]
        for a in ("linear", act)
    )
    assert np.abs(values - activation_named(act).value(sums)).max() < EXACT


def test_pooling_is_numpys() -> None:
    pytest.importorskip("torch")
    x, w = _doubles((2, 1, 7, 6)), np.ones((1, 1, 1, 1))
    first = conv(1, 1, act="linear")
    for kind, reduce in (("max", np.max), ("avg", np.mean)):
        found = layer_outputs([first, pool(3, kind)], (1, 7, 6), [(w, np.zeros(1)), ()], x)[1]
        expected = reduce(x[:, :, :6, :6].reshape(2, 1, 2, 3, 2, 3), axis=(3, 5))
        assert np.abs(found - expected).max() < EXACT


def test_gradients_of_convolution_and_pooling() -> None:
    torch = pytest.importorskip("torch")
    x, w, b = _doubles((1, 1, 6, 6)), _doubles((1, 1, 3, 3), 2), np.zeros(1)
    net = to_torch([conv(1, 3, padding="valid", act="linear"), pool(2)], (1, 6, 6), [(w, b), ()])
    out = net(torch.from_numpy(x))
    slope = _doubles(out.shape, 4)
    out.backward(torch.from_numpy(slope))
    sums = correlate2d(x[0, 0], w[0, 0], "valid")
    rows, columns = places_of_maxima(sums, 2)
    passed = np.zeros_like(sums)  # only the largest of each square passes a gradient on
    passed[rows, columns] = slope[0, 0]
    found = net[0][0].weight.grad.numpy()[0, 0]
    assert np.abs(found - correlate2d(x[0, 0], passed, "valid")).max() < EXACT


def test_torchs_own_state_is_put_back() -> None:
    torch = pytest.importorskip("torch")
    torch.manual_seed(5)
    before, threads = torch.get_rng_state(), torch.get_num_threads()
    torch.set_default_dtype(torch.float64)
    try:
        with torch.no_grad():
            rnet.set_seed(1)
            fit = rnet.convnet("digit ~ .", rnet.data("digits")[:64], n_epochs=1)
    finally:
        torch.set_default_dtype(torch.float32)
    assert torch.equal(torch.get_rng_state(), before)
    assert torch.get_num_threads() == threads
    assert fit.arrays[0][0].dtype == np.float32

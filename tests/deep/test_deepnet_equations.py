"""The compiled steps against the specification's equations, written out line by line."""

import warnings
from typing import Any

import deepnet_transcription as slow
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles import load_json

import rnet
from rnet.conditions import RError, RWarning
from rnet.deep import blas
from rnet.deep.backprop_fit import permutation
from rnet.rng.state import generator

TOLERANCE = 1e-11  # of the largest number: products are added in another order, steps carry on
QUICK = settings(max_examples=40, deadline=None)


def assert_close(got: Any, wanted: Any) -> None:
    got, wanted = np.asarray(got, dtype=float), np.asarray(wanted, dtype=float)
    assert got.shape == wanted.shape
    largest = np.abs(wanted).max(initial=1e-300)
    np.testing.assert_allclose(got, wanted, rtol=0, atol=TOLERANCE * largest)


@st.composite
def networks(draw) -> dict[str, Any]:
    cases, inputs = draw(st.integers(2, 23)), draw(st.integers(1, 5))
    outputs = draw(st.integers(1, 3))
    hidden = draw(st.lists(st.integers(1, 6), min_size=1, max_size=3))
    output = draw(st.sampled_from(["sigm", "linear", "softmax"]))
    numbers = np.random.default_rng(draw(st.integers(0, 10**6)))
    y = numbers.random((cases, outputs))
    if output == "softmax":
        y = np.eye(outputs)[numbers.integers(0, outputs, cases)]
    shares = st.sampled_from([0, 0.2, 0.5])
    return {
        "seed": draw(st.integers(0, 2**31 - 1)),
        "x": numbers.normal(size=(cases, inputs)),
        "y": y if outputs > 1 or draw(st.booleans()) else y[:, 0],
        "settings": {
            "hidden": hidden,
            "activationfun": draw(st.sampled_from(["sigm", "tanh"])),
            "output": output,
            "learningrate": draw(st.sampled_from([0.05, 0.3])),
            "momentum": draw(st.sampled_from([-0.1, 0, 0.5, 0.9])),
            "learningrate_scale": draw(st.sampled_from([1, 0.9, 1.05])),
            "numepochs": draw(st.integers(-1, 4)),
            "batchsize": draw(st.integers(1 if inputs == 1 else 2, 30)),
            "hidden_dropout": draw(shares),
            "visible_dropout": draw(shares),
        },
    }


@QUICK
@given(networks())
def test_networks(case) -> None:
    x, y, how = case["x"], case["y"], case["settings"]
    rnet.set_seed(case["seed"])
    fit = rnet.nn_train(x, y, **how)
    after = rnet.runif(1)[0]
    rnet.set_seed(case["seed"])
    wanted = slow.nn_train(generator(), x, y, **how)
    assert after == rnet.runif(1)[0]
    for name in ("W", "B", "vW", "vB", "post"):
        for got, part in zip(fit[name], wanted[name], strict=True):
            assert_close(got, part)
    for got, part in zip(fit.pre[1:], wanted["pre"][1:], strict=True):
        assert_close(got, part)
    for layer, mask in enumerate(fit.dropout_mask or []):
        assert np.array_equal(mask, wanted["dropout_mask"][layer])
    assert_close(fit.e, wanted["e"])
    assert fit.learningrate == wanted["learningrate"]
    assert (fit.L is None) == (x.shape[1] == 1)
    if fit.L is not None:
        assert_close(fit.L, wanted["L"])
    functions = {name: how[name] for name in ("activationfun", "output", "hidden_dropout")}
    assert_close(rnet.nn_predict(fit, x), slow.nn_predict(fit.W, fit.B, x, **functions))


@QUICK
@given(
    st.integers(0, 2**31 - 1),
    st.integers(2, 23),
    st.integers(2, 5),
    st.integers(1, 4),
    st.fixed_dictionaries(
        {
            "numepochs": st.integers(-1, 4),
            "batchsize": st.integers(2, 30),
            "learningrate": st.sampled_from([0.1, 0.8]),
            "learningrate_scale": st.sampled_from([1, 0.9]),
            "momentum": st.sampled_from([-0.1, 0, 0.5, 0.9]),
            "cd": st.integers(-1, 4),
        }
    ),
)
def test_machines(seed, cases, visible, hidden, how) -> None:
    x = np.random.default_rng(seed).random((cases, visible))
    rnet.set_seed(seed)
    fit = rnet.rbm_train(x, hidden, **how)
    after = rnet.runif(1)[0]
    rnet.set_seed(seed)
    wanted = slow.rbm_train(generator(), x, hidden, **how)
    assert after == rnet.runif(1)[0]
    for name, part in wanted.items():
        assert_close(fit[name], part)


@st.composite
def stacks(draw) -> dict[str, Any]:
    cases, inputs, outputs = (
        draw(st.integers(6, 20)),
        draw(st.integers(2, 5)),
        draw(st.integers(1, 3)),
    )
    numbers = np.random.default_rng(draw(st.integers(0, 10**6)))
    return {
        "seed": draw(st.integers(0, 2**31 - 1)),
        "x": numbers.random((cases, inputs)),
        "y": np.eye(outputs)[numbers.integers(0, outputs, cases)],
        "settings": {
            "hidden": draw(st.lists(st.integers(2, 6), min_size=1, max_size=3)),
            "activationfun": draw(st.sampled_from(["sigm", "tanh"])),
            "output": draw(st.sampled_from(["sigm", "linear", "softmax"])),
            "learningrate": draw(st.sampled_from([0.05, 0.3])),
            "momentum": draw(st.sampled_from([0, 0.5, 0.9])),
            "learningrate_scale": draw(st.sampled_from([1, 0.9])),
            "numepochs": draw(st.integers(0, 3)),
            "batchsize": draw(st.integers(2, 25)),
        },
    }


def assert_same_stack(case: dict[str, Any], fast: Any, written: Any, more: dict[str, Any]) -> None:
    x, y, how = case["x"], case["y"], case["settings"] | more
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RWarning)  # of recycled biases, and of ignored dropout
        rnet.set_seed(case["seed"])
        fit = fast(x, y, **how)
    after = rnet.runif(1)[0]
    rnet.set_seed(case["seed"])
    wanted = written(generator(), x, y, **how)
    assert after == rnet.runif(1)[0]
    for name in ("W", "B", "vW", "vB"):
        for got, part in zip(fit[name], wanted[name], strict=True):
            assert_close(got, part)
    assert_close(fit.L, wanted["L"])
    assert_close(fit.e, wanted["e"])


SHARES = st.sampled_from([0, 0.2, 0.5])


@QUICK
@given(stacks(), st.integers(0, 3), SHARES)
def test_networks_on_machines(case, cd, share) -> None:
    more = {"cd": cd, "hidden_dropout": share}
    assert_same_stack(case, rnet.dbn_dnn_train, slow.dbn_dnn_train, more)


@QUICK
@given(stacks(), st.sampled_from(["sigm", "linear", "softmax"]), SHARES, SHARES)
def test_networks_on_autoencoders(case, sae_output, hidden, visible) -> None:
    more = {"sae_output": sae_output, "hidden_dropout": hidden, "visible_dropout": visible}
    assert_same_stack(case, rnet.sae_dnn_train, slow.sae_dnn_train, more)


def test_recorded_draws() -> None:
    case = load_json("deepnet/00_rng.json")
    rnet.set_seed(42)
    got = slow.runif(generator(), 4, -0.1, 0.1)
    assert got.tolist() == case["runif_m01_seed42"]
    same = case["degenerate_runif"]
    rnet.set_seed(7)
    assert [*rnet.runif(3, 0.1, 0.1), *rnet.runif(1)] == [*same["values"], same["next_draw"]]
    for one in case["sample"]:
        rnet.set_seed(99)
        assert (permutation(generator(), one["m"]) + 1).tolist() == one["perm"]
        assert rnet.runif(1)[0] == one["next_draw"]


def test_permutations_are_r_samples() -> None:
    for m in (1, 2, 3, 7, 300, 70000):
        rnet.set_seed(m)
        drawn = slow.sample(generator(), m) + 1 if m < 400 else rnet.sample(m)
        rnet.set_seed(m)
        assert np.array_equal(drawn, rnet.sample(np.arange(1, m + 1)) if m > 1 else [1])


@pytest.mark.parametrize("output", ["sigm", "linear", "softmax"])
def test_products_without_scipys_blas(output, monkeypatch) -> None:
    x = np.random.default_rng(1).normal(size=(30, 4))
    y = np.eye(3)[np.arange(30) % 3]
    rnet.set_seed(1)
    usual = rnet.nn_train(x, y, hidden=(5, 4), output=output, batchsize=7)
    monkeypatch.setattr("rnet.deep.backprop_fit.dgemm", lambda: None)
    assert blas.dgemm() is not None
    rnet.set_seed(1)
    plain = rnet.nn_train(x, y, hidden=(5, 4), output=output, batchsize=7)
    for got, part in zip(plain.W, usual.W, strict=True):
        assert_close(got, part)


@pytest.mark.parametrize("output", ["sigm", "softmax"])
def test_large_inputs_do_not_overflow(output) -> None:
    x = np.array([[1.0, 0], [0, 1], [-1, 0], [0, -1]])
    weights = [np.full((2, 2), 3000.0), np.array([[900.0, -900], [-900, 900]])]
    biases = [np.zeros(2), np.array([800.0, -800])]
    y = np.eye(2)[[0, 1, 0, 1]]
    fit = rnet.nn_train(
        x, y, weights, biases, hidden=2, output=output, activationfun="tanh", numepochs=1
    )
    got = rnet.nn_predict(fit, x)
    assert np.isfinite(got).all()
    assert np.isfinite(fit.L).all()
    assert ((got >= 0) & (got <= 1)).all()


def test_middle_inputs_are_rounded_as_by_numpy() -> None:
    z = np.concatenate([np.linspace(-699, 699, 4001), np.geomspace(1e-12, 1, 500)])
    weight = [np.array([[1.0]]), np.array([[1.0]])]
    fit = rnet.nn_train(z[:, None], z, weight, [[0.0], [0.0]], hidden=1, numepochs=1,
                        learningrate=0, momentum=0, batchsize=len(z))  # fmt: skip
    inside = np.sort(fit.post[1].ravel())
    np.testing.assert_allclose(inside, np.sort(slow.sigm(z)), rtol=4e-16)


# ---- quirks=False ----


def gradient_checked(output: str, activation: str) -> None:
    numbers = np.random.default_rng(3)
    x, y = numbers.normal(size=(12, 3)), np.eye(2)[numbers.integers(0, 2, 12)]
    weights = [numbers.normal(size=(4, 3)), numbers.normal(size=(2, 4))]
    biases = [numbers.normal(size=4), numbers.normal(size=2)]
    common = {"hidden": 4, "output": output, "activationfun": activation, "numepochs": 1,
              "momentum": 0, "quirks": False}  # fmt: skip

    def loss(first: np.ndarray) -> float:
        fit = rnet.nn_train(x, y, [first, weights[1]], biases, learningrate=0, **common)
        return float(fit.L[0])

    fit = rnet.nn_train(x, y, weights, biases, learningrate=1, **common)
    for place in np.ndindex(4, 3):
        shift = np.zeros((4, 3))
        shift[place] = 1e-5
        slope = (loss(weights[0] + shift) - loss(weights[0] - shift)) / 2e-5
        assert weights[0][place] - fit.W[0][place] == pytest.approx(slope, abs=1e-8)


@pytest.mark.parametrize("activation", ["sigm", "tanh"])
@pytest.mark.parametrize("output", ["sigm", "linear", "softmax"])
def test_mended_steps_follow_the_gradient(output, activation) -> None:
    gradient_checked(output, activation)


def test_mended_network() -> None:
    numbers = np.random.default_rng(4)
    x, y = numbers.normal(size=(25, 1)), numbers.integers(0, 2, 25).astype(float)
    rnet.set_seed(1)
    fit = rnet.nn_train(x, y, hidden=3, batchsize=10, learningrate=0, quirks=False)
    assert (fit.B[0] == 0).all()  # biases start at zero
    assert len(fit.L) == 9  # losses of one column are kept
    assert len(fit.e) == 5  # no case twice
    assert rnet.nn_predict(fit, x[0]).shape == (1, 1)  # a vector is a case
    wrong = ((np.asarray(rnet.nn_predict(fit, x))[:, 0] >= 0.5) != y).mean()
    assert rnet.nn_test(fit, x, y) == wrong
    assert rnet.nn_test(fit, x, y, quirks=True) == wrong / 2
    single = rnet.nn_train(x, y, hidden=3, batchsize=1, quirks=False)
    assert len(single.L) == 75
    rnet.set_seed(2)
    only = rnet.nn_train(x, y, initB=[np.ones(3), [2.0]], hidden=3, learningrate=0, quirks=False)
    assert only.B[0].tolist() == [1, 1, 1]  # half a start is used


def test_mended_error_of_several_outputs_is_that_of_the_largest() -> None:
    x = np.eye(3)
    rnet.set_seed(1)
    fit = rnet.nn_train(x, x, hidden=2, output="softmax", quirks=False)
    got = np.asarray(rnet.nn_predict(fit, x)).argmax(axis=1)
    assert rnet.nn_test(fit, x, x) == (got != [0, 1, 2]).mean()


def test_mended_dropout_keeps_the_mean() -> None:
    x = np.ones((4000, 3))
    rnet.set_seed(1)
    fit = rnet.nn_train(x, x[:, 0], hidden=50, visible_dropout=0.4, hidden_dropout=0.5,
                        numepochs=1, batchsize=4000, learningrate=0, quirks=False)  # fmt: skip
    seen, mask = fit.dropout_mask
    assert seen.shape == (4000, 3)  # a mask for each case
    assert set(np.unique(mask)) == {0.0, 2.0}
    assert fit.post[0].mean() == pytest.approx(1, abs=0.03)
    assert mask.mean() == pytest.approx(1, abs=0.03)
    plain = slow.nn_predict(fit.W, fit.B, x)
    np.testing.assert_allclose(rnet.nn_predict(fit, x), plain, rtol=1e-12)


def test_mended_dropout_follows_the_gradient() -> None:
    """With the masks of the only step put in by hand, the step is that gradient's."""
    numbers = np.random.default_rng(5)
    x, y = numbers.normal(size=(6, 3)), numbers.random((6, 1))
    start = [numbers.normal(size=(4, 3)), numbers.normal(size=(1, 4))]
    biases = [numbers.normal(size=4), numbers.normal(size=1)]
    rnet.set_seed(3)
    fit = rnet.nn_train(x, y, start, biases, hidden=4, visible_dropout=0.3, hidden_dropout=0.5,
                        activationfun="tanh", output="linear", numepochs=1, momentum=0,
                        learningrate=1, quirks=False)  # fmt: skip
    seen, mask = fit.dropout_mask
    rows = [int(np.flatnonzero(np.isclose(y[:, 0], got))[0]) for got in (fit.e + fit.post[-1])]
    inputs, wanted = x[rows] * seen, y[rows]

    def loss(first: np.ndarray) -> float:
        values = np.tanh(inputs @ first.T + biases[0]) * mask
        return float(0.5 * ((wanted - values @ start[1].T - biases[1]) ** 2).sum() / 6)

    for place in np.ndindex(4, 3):
        shift = np.zeros((4, 3))
        shift[place] = 1e-5
        slope = (loss(start[0] + shift) - loss(start[0] - shift)) / 2e-5
        assert start[0][place] - fit.W[0][place] == pytest.approx(slope, abs=1e-8)


def test_mended_machine() -> None:
    x = np.random.default_rng(6).random((30, 4))
    rnet.set_seed(1)
    mended = rnet.rbm_train(x, 3, batchsize=10, numepochs=1, quirks=False)
    rnet.set_seed(1)
    before = slow.random_matrix(generator(), 3, 4)
    assert not np.allclose(mended.W - before, mended.vW)  # three steps, momentum in each
    rnet.set_seed(1)
    one = rnet.rbm_train(x, 3, batchsize=30, numepochs=1, quirks=False)
    np.testing.assert_allclose(one.W - before, one.vW, atol=1e-15)
    assert rnet.rbm_train(x[:, :1], 2, quirks=False).W.shape == (2, 1)
    assert rnet.rbm_train(x, 2, batchsize=1, quirks=False).W.shape == (2, 4)
    assert len(mended.e) == 3


def test_mended_momentum_reaches_the_weights_of_a_machine() -> None:
    """The same run with its sampled statistics replaced by probabilities, by the equations."""
    x = np.random.default_rng(8).random((20, 3))
    rnet.set_seed(4)
    fit = rnet.rbm_train(x, 2, batchsize=20, numepochs=3, quirks=False)
    rnet.set_seed(4)
    g = generator()
    W = slow.random_matrix(g, 2, 3)
    B, C = slow.runif(g, 3, -0.1, 0.1), slow.runif(g, 2, -0.1, 0.1)
    vW, vB, vC = 0 * W, 0 * B, 0 * C
    for _ in range(3):
        v1 = x[slow.sample(g, 20)]
        p1 = slow.sigm(v1 @ W.T + C)
        h1 = p1 > g.uniform(40).reshape((20, 2), order="F")
        vn = slow.sigm(h1 @ W + B)
        hn = slow.sigm(vn @ W.T + C)
        vW = 0.5 * vW + 0.8 * (p1.T @ v1 - hn.T @ vn) / 20
        vB = 0.5 * vB + 0.8 * (v1 - vn).mean(axis=0)
        vC = 0.5 * vC + 0.8 * (p1 - hn).mean(axis=0)
        W, B, C = W + vW, B + vB, C + vC
    for got, wanted in zip((fit.W, fit.B, fit.C), (W, B, C), strict=True):
        assert_close(got, wanted)


def test_mended_stacks() -> None:
    x = np.random.default_rng(7).random((40, 6))
    y = np.tile([0.0, 1], 20)
    rnet.set_seed(1)
    deep = rnet.sae_dnn_train(x, y, hidden=(5, 4, 3, 2), quirks=False)
    assert deep.size.tolist() == [6, 5, 4, 3, 2, 1]
    kept = rnet.dbn_dnn_train(x, y, hidden=(1, 3), hidden_dropout=0.25, quirks=False)
    assert kept.hidden_dropout == 0.25
    assert kept.dropout_mask is not None


@pytest.mark.parametrize(
    "call",
    [
        lambda x: rnet.nn_train(x, x, numepochs=0, quirks=False),
        lambda x: rnet.nn_train(x, x, momentum=-0.1, quirks=False),
        lambda x: rnet.nn_train(x, x, hidden_dropout=1, quirks=False),
        lambda x: rnet.rbm_train(x, 2, numepochs=0, quirks=False),
        lambda x: rnet.rbm_train(x, 2, cd=0, quirks=False),
        lambda x: rnet.rbm_train(x, 2, momentum=-1, quirks=False),
    ],
)
def test_mended_functions_refuse_what_r_misreads(call) -> None:
    with pytest.raises(rnet.RError, match="must"):
        call(np.random.default_rng(9).random((8, 2)))


def test_a_vector_is_one_case_but_for_rs_rules() -> None:
    x = np.array([[0.0, 0.2, 1.0], [1.0, 0.4, 0.3]])
    y = np.array([[1.0, 0.0], [0.0, 1.0]])
    as_r = rnet.nn_train(x, y, hidden=2)
    mended = rnet.nn_train(x, y, hidden=2, quirks=False)
    for use in (as_r.predict, lambda case: rnet.nn_test(as_r, case, y[0])):
        with pytest.raises(RError, match="non-conformable arguments"):
            use(x[0])
    for fit, arguments in ((mended, {}), (as_r, {"quirks": False})):
        whole = rnet.nn_predict(fit, x, **arguments)
        for k, case in enumerate(x):
            one = rnet.nn_predict(fit, case, **arguments)
            assert one.shape == (1, 2)
            np.testing.assert_allclose(one[0], whole[k], rtol=1e-14)
        parts = [rnet.nn_test(fit, x[k], y[k], **arguments) for k in range(2)]
        assert np.mean(parts) == rnet.nn_test(fit, x, y, **arguments)

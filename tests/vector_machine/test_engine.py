"""The parts around the solver: order of classes, kernels, votes, folds, sigmoids."""

import sys
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles import load_json

from rnet import RError, RWarning, data, predict, runif, set_seed, svm
from rnet.vector_machine import decision, libsvm
from rnet.vector_machine.decision import decision_values, votes
from rnet.vector_machine.folds import shuffle, split
from rnet.vector_machine.kernels import KERNELS, KernelParameters, whole_power
from rnet.vector_machine.libsvm import by_first_appearance, solve
from rnet.vector_machine.platt import couple, fit_sigmoid, sigmoid
from rnet.vector_machine.problem import SolverSettings
from rnet.vector_machine.svm_types import C_CLASSIFICATION, EPS_REGRESSION, TYPES, match_name

# The first example imports scikit-learn, and machines that test are busy.
UNHURRIED = settings(deadline=None)

iris = data("iris")

# Reference sums by NumPy in another order.
OTHER_ORDER = 1e-12
# The coupling stops at 0.005 / k.
COUPLED = 0.005


def settings_for(kind, kernel, **changes) -> SolverSettings:
    numbers = {
        "cost": 1.0, "nu": 0.5, "epsilon": 0.1, "cachesize": 40.0, "tolerance": 0.001,
        "shrinking": True, "parameters": KernelParameters(3, 0.5, 0.25),
    }  # fmt: skip
    return SolverSettings(type=kind, kernel=kernel, **{**numbers, **changes})


@UNHURRIED
@given(st.lists(st.integers(0, 4), min_size=1))
def test_first_appearance_gives_the_codes_back(codes) -> None:
    labels, places = by_first_appearance(np.array(codes, dtype=float))
    assert labels[places].tolist() == codes
    assert labels.tolist() == list(dict.fromkeys(codes))


@pytest.mark.parametrize("kernel", KERNELS, ids=lambda kernel: kernel.name)
def test_kernels_are_their_formulas(kernel) -> None:
    rng = np.random.default_rng(3)
    u, v = rng.normal(size=(4, 3)), rng.normal(size=(6, 3))
    product = u @ v.T
    distance = ((u[:, None] - v) ** 2).sum(axis=2)
    expected = {
        "linear": product,
        "polynomial": (0.5 * product + 0.25) ** 2,
        "radial": np.exp(-0.5 * distance),
        "sigmoid": np.tanh(0.5 * product + 0.25),
    }
    found = kernel.evaluate(KernelParameters(2.7, 0.5, 0.25), u, v)
    np.testing.assert_allclose(found, expected[kernel.name], rtol=OTHER_ORDER)


@UNHURRIED
@given(st.integers(0, 12))
def test_whole_power(exponent) -> None:
    base = np.array([[2.0, -1.0, 0.5]])
    assert (whole_power(base, exponent) == base**exponent).all()


@pytest.mark.parametrize("kernel", KERNELS, ids=lambda kernel: kernel.name)
def test_both_builds_of_libsvm_walk_the_same_path(kernel, monkeypatch) -> None:
    pytest.importorskip("libsvm")
    rng = np.random.default_rng(4)
    x = rng.normal(size=(60, 4))
    for kind, y in (
        (C_CLASSIFICATION, np.digitize(x[:, 0], [-0.5, 0.5]).astype(float)),
        (EPS_REGRESSION, x[:, 0] + rng.normal(size=60)),
    ):
        first = solve(settings_for(kind, kernel), x, y, np.ones(3))
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, "libsvm", None)
            second = solve(settings_for(kind, kernel), x, y, np.ones(3))
        assert first.index.tolist() == second.index.tolist()
        assert first.coefs.tolist() == second.coefs.tolist()
        assert first.rho.tolist() == second.rho.tolist()


def test_a_row_is_valued_alike_alone_and_in_company(monkeypatch) -> None:
    fit = svm("Species ~ .", iris)
    together = predict(fit, iris).decision_values.to_numpy()
    monkeypatch.setattr(decision, "VALUES_AT_ONCE", 1)
    monkeypatch.setattr(decision, "FEWEST_ROWS_AT_ONCE", 7)
    assert (predict(fit, iris).decision_values.to_numpy() == together).all()
    alone = predict(fit, iris[70:71]).decision_values.to_numpy()
    assert (alone == together[70:71]).all()


@pytest.mark.parametrize("kernel", KERNELS, ids=lambda kernel: kernel.name)
def test_many_rows_are_valued_as_few(kernel, monkeypatch) -> None:
    fit = svm("Species ~ .", iris, kernel=kernel.name)
    few = predict(fit, iris).decision_values.to_numpy()
    monkeypatch.setattr(decision, "MANY_VALUES", 0)
    many = predict(fit, iris).decision_values.to_numpy()
    np.testing.assert_allclose(many, few, rtol=OTHER_ORDER, atol=OTHER_ORDER)


def test_rows_whose_digits_would_cancel_are_valued_one_by_one(monkeypatch) -> None:
    frame = iris.assign(Year=2e9 + np.arange(150) % 7)
    fit = svm("Species ~ Year", frame, scale=False, gamma=0.1)
    few = predict(fit, frame).decision_values.to_numpy()
    monkeypatch.setattr(decision, "MANY_VALUES", 0)
    assert (predict(fit, frame).decision_values.to_numpy() == few).all()


def test_ties_go_to_the_first_class() -> None:
    circle = np.array([[1.0, -1.0, 1.0]])  # 0 beats 1, 2 beats 0, 1 beats 2
    assert votes(circle, 3).tolist() == [0]
    assert votes(np.zeros((1, 3)), 3).tolist() == [2]  # zero is no vote for the first


def test_no_rows_give_no_predictions() -> None:
    answer = predict(svm("Species ~ .", iris), iris[:0])
    assert len(answer) == 0
    assert answer.decision_values.shape == (0, 3)


def test_iteration_limit_warns(monkeypatch) -> None:
    monkeypatch.setattr(libsvm, "FEWEST_ITERATIONS", 2)
    monkeypatch.setattr(libsvm, "ITERATIONS_PER_ROW", 0)
    with pytest.warns(RWarning, match="reaching max number of iterations"):
        svm("Species ~ .", iris, kernel="linear", cost=100)


def test_decisions_of_a_solution_with_three_classes() -> None:
    rng = np.random.default_rng(5)
    x = rng.normal(size=(45, 2))
    y = np.digitize(x[:, 0], [-0.4, 0.4]).astype(float)
    chosen = settings_for(C_CLASSIFICATION, KERNELS[2])
    solution = solve(chosen, x, y, np.ones(3))
    found = decision_values(solution, x[solution.index], chosen.kernel, chosen.parameters, x)
    kernel = KERNELS[2].evaluate(chosen.parameters, x[solution.index], x)
    owner = np.repeat(np.arange(3), solution.counts)
    for column, (i, j) in enumerate(combinations(range(3), 2)):
        sums = solution.coefs[owner == i, j - 1] @ kernel[owner == i]
        sums = sums + solution.coefs[owner == j, i] @ kernel[owner == j]
        np.testing.assert_allclose(found[:, column], sums - solution.rho[column], atol=OTHER_ORDER)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_names_match_by_prefix(kind) -> None:
    for length in range(1, len(kind.name) + 1):
        prefix = kind.name[:length]
        if sum(other.name.startswith(prefix) for other in TYPES) == 1:
            assert match_name(prefix, TYPES, "wrong") is kind
        elif prefix != kind.name:
            with pytest.raises(RError, match="wrong"):
                match_name(prefix, TYPES, "wrong")


@UNHURRIED
@given(st.integers(1, 200), st.integers(1, 30))
def test_folds_share_out_all_rows(rows, folds) -> None:
    order = np.random.default_rng(rows).permutation(rows)
    parts = list(split(order, folds))
    assert np.concatenate([held_out for _, held_out in parts]).tolist() == order.tolist()
    for train, held_out in parts:
        assert sorted([*train, *held_out]) == list(range(rows))


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 2**31 - 1), st.integers(1, 60))
def test_shuffle_permutes_and_draws_one_uniform_a_row(seed, rows) -> None:
    set_seed(seed)
    runif(rows)
    expected = float(runif(1)[0])
    set_seed(seed)
    assert sorted(shuffle(rows).tolist()) == list(range(rows))
    assert float(runif(1)[0]) == expected


@pytest.mark.parametrize("recorded", load_json("e1071/rng.json")["rng"], ids=lambda r: r["seed"])
def test_shuffle_is_the_recorded_one(recorded) -> None:
    set_seed(recorded["seed"])
    assert shuffle(50).tolist() == recorded["shuffle50_zero_based"]


def test_sigmoid_fits_separated_classes() -> None:
    values = np.linspace(-2, 2, 40)
    slope, intercept = fit_sigmoid(values, values > 0)
    p = sigmoid(values, slope, intercept)
    assert slope < 0
    assert (np.diff(p) > 0).all()
    assert sigmoid(np.array([1e6, -1e6]), slope, intercept).tolist() == [1.0, 0.0]


@UNHURRIED
@given(st.lists(st.floats(0.05, 1.0), min_size=3, max_size=6))
def test_coupling_finds_probabilities_that_agree(weights) -> None:
    p = np.array(weights) / sum(weights)
    pairwise = (p[:, None] / (p[:, None] + p))[None]
    found = couple(pairwise)[0]
    assert found.sum() == pytest.approx(1, abs=1e-12)
    np.testing.assert_allclose(found, p, atol=COUPLED)

"""The compiled criterion and minimiser of nnet: bits, limits, interrupts, second derivatives."""

import _thread
import signal
import threading
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nnet_loops import Loops, minimise

import rnet
from rnet.conditions import RError
from rnet.neural import _nnet
from rnet.neural.architecture import Architecture
from rnet.neural.criteria import CENSORED, ENTROPY, LINEAR_SQUARES, SOFTMAX, SQUARES
from rnet.neural.nnet_fit import NnetProblem, StoppingRule, fit_nnet, outputs
from rnet.neural.nnet_hessian import hessian

# A difference quotient of step 1e-5 is right to about 1e-5 of the largest second derivative.
QUOTIENT_STEP = 1e-5
QUOTIENT_TOLERANCE = 1e-5


@st.composite
def problems(draw):
    criterion = draw(st.sampled_from([SQUARES, LINEAR_SQUARES, ENTROPY, SOFTMAX, CENSORED]))
    skip = draw(st.booleans())
    hidden = draw(st.integers(0 if skip else 1, 5))
    least = 2 if criterion.gives_probabilities else 1
    net = Architecture(
        draw(st.integers(1, 9)), hidden, draw(st.integers(least, 4)), skip, criterion
    )
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    rows = draw(st.sampled_from([1, 2, 5, 65]))
    scale = draw(st.sampled_from([1.0, 30.0]))
    y = rng.random((rows, net.outputs))
    if criterion.gives_probabilities:
        y = (y > 0.5).astype(float)
        y[:, 0] = np.maximum(y[:, 0], y[:, 1:].sum(axis=1) == 0)
    decay = draw(st.sampled_from([0.0, 0.01])) * np.ones(net.weights)
    free = np.flatnonzero(rng.random(net.weights) > draw(st.sampled_from([0.0, 0.3])))
    problem = NnetProblem(
        net, scale * rng.standard_normal((rows, net.inputs)), y, rng.random(rows) + 0.5, decay, free
    )
    return problem, rng.uniform(-0.7, 0.7, net.weights)


def loops_of(problem):
    return Loops(
        problem.architecture,
        problem.covariate.tolist(),
        problem.response.tolist(),
        problem.case_weights.tolist(),
        problem.decay.tolist(),
    )


@given(problems(), st.integers(0, 5))
@settings(max_examples=25, deadline=None)
def test_compiled_module_has_the_bits_of_plain_loops(drawn, iterations):
    problem, start = drawn
    loops = loops_of(problem)
    weights, value, count = minimise(
        loops.value, loops.gradient, start.tolist(), problem.free.tolist(), (iterations, 1e-4, 1e-8)
    )
    if not np.isfinite(value):
        return
    fit = fit_nnet(problem, start, StoppingRule(iterations, 1e-4, 1e-8))
    assert (fit.value, fit.iterations) == (value, count)
    np.testing.assert_array_equal(fit.weights, weights)
    rows = [loops.units(weights, x)[1] for x in loops.x]
    np.testing.assert_array_equal(fit.fitted, rows)


@given(problems())
@settings(max_examples=40, deadline=None)
def test_second_derivatives_are_the_gradients_slopes(drawn):
    problem, start = drawn
    problem.covariate[:] = np.clip(problem.covariate, -3, 3)
    found, loops = hessian(problem, start), loops_of(problem)
    np.testing.assert_allclose(found, found.T, rtol=1e-9, atol=1e-9 * np.abs(found).max())
    place = len(start) // 2
    ends = []
    for sign in (1, -1):
        moved = start.copy()
        moved[place] += sign * QUOTIENT_STEP
        ends.append(np.array(loops.gradient(moved.tolist())))
    quotient = (ends[0] - ends[1]) / (2 * QUOTIENT_STEP)
    scale = max(np.abs(found).max(), 1.0)
    np.testing.assert_allclose(found[place], quotient, rtol=0, atol=QUOTIENT_TOLERANCE * scale)


def simple_problem(rows=3):
    net = Architecture(2, 1, 1, False, SQUARES)
    x = np.linspace(-1, 1, 2 * rows).reshape(rows, 2)
    return NnetProblem(net, x, np.full((rows, 1), 0.5), np.ones(rows), np.zeros(5), np.arange(5))


@pytest.mark.parametrize(
    "change",
    [
        {"weights": np.zeros(4)},
        {"free": np.array([5])},
        {"free": np.array([-1])},
        {"decay": np.zeros(4)},
        {"criterion": 9},
        {"hidden": -1},
        {"case_weights": np.ones(2)},
        {"response": np.ones((2, 1))},
    ],
)
def test_border_refuses_shapes_that_do_not_fit(change):
    problem = simple_problem()
    given = {
        "covariate": problem.covariate, "response": problem.response,
        "case_weights": problem.case_weights, "hidden": 1, "skip": False, "criterion": 0,
        "weights": np.zeros(5), "free": problem.free, "decay": problem.decay, "iterations": 3,
        "absolute": 1e-4, "relative": 1e-8, "report": None,
    }  # fmt: skip
    with pytest.raises(ValueError, match=r"."):
        _nnet.minimise(**{**given, **change})


def test_no_rows_and_no_free_weights():
    problem = simple_problem(0)
    fit = fit_nnet(problem, np.ones(5), StoppingRule(10, 1e-4, 1e-8))
    assert fit.value == 0
    assert fit.fitted.shape == (0, 1)
    net = problem.architecture
    fixed = NnetProblem(net, *map(np.array, ([[1.0, 2.0]], [[1.0]], [1.0])), np.zeros(5),
                        np.array([], dtype=np.int64))  # fmt: skip
    fit = fit_nnet(fixed, np.ones(5), StoppingRule(10, 1e-4, 1e-8))
    assert fit.converged
    np.testing.assert_array_equal(fit.weights, np.ones(5))


def test_missing_numbers_flow_through_to_outputs():
    net = Architecture(2, 2, 1, False, LINEAR_SQUARES)
    found = outputs(net, np.ones(net.weights), np.array([[np.nan, 1.0], [np.inf, 0.0]]))
    assert np.isnan(found[0, 0])
    assert found[1, 0] == 3.0


def test_errors_of_a_report_come_through():
    def report(iteration, value):
        raise RuntimeError(f"at {iteration}")

    with pytest.raises(RuntimeError, match="at 0"):
        fit_nnet(simple_problem(), np.ones(5), StoppingRule(10, 0.0, 1e-8), report)


@pytest.fixture
def interruptible():
    """Listen to interrupts even where the process was started to ignore them."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_interrupt_ends_a_long_fit():
    rows = 200_000
    rng = np.random.default_rng(1)
    x, y = rng.standard_normal((rows, 10)), rng.random(rows)
    timer = threading.Timer(0.5, _thread.interrupt_main)
    timer.start()
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        rnet.nnet(x, y, size=20, linout=True, maxit=100_000, reltol=0, trace=False)
    assert time.monotonic() - started < 5
    timer.join()


def test_hessian_function_takes_other_cases():
    cars = rnet.data("cars")
    fit = rnet.nnet("dist ~ speed", cars, size=2, linout=True, Hess=True, trace=False, decay=0.1)
    again = rnet.nnetHess(fit, cars[["speed"]], cars["dist"])
    np.testing.assert_array_equal(again, fit.Hessian)
    double = rnet.nnetHess(fit, cars[["speed"]], cars["dist"], weights=np.full(50, 2.0))
    penalty = 2 * 0.1 * np.eye(len(again))
    np.testing.assert_allclose(double - penalty, 2 * (again - penalty), rtol=1e-9, atol=1e-6)
    for arguments in [(cars[["speed"]], cars["dist"][:3]), (cars, cars["dist"])]:
        with pytest.raises(RError, match="dims of 'x' and 'y' must match"):
            rnet.nnetHess(fit, *arguments)
    with pytest.raises(RError, match="invalid weights vector"):
        rnet.nnetHess(fit, cars[["speed"]], cars["dist"], [1, 2])

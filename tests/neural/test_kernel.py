"""The compiled loop: the bits of exp, the same path as its NumPy twin, nothing crashes it."""

import contextlib
import math
import os
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, getcontext
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from neural_cases import arguments, case_names, dataset, fit_case, load_case

import rnet
from rnet.neural import _kernel
from rnet.neural.activations import LINEAR, LOGISTIC, RELU, TANH
from rnet.neural.error_functions import CE, SSE
from rnet.neural.network import Layout, Network
from rnet.neural.problem import Problem, Status, TrainingSettings
from rnet.neural.rprop import ALGORITHMS, StepSizes
from rnet.neural.train import train
from rnet.neural.train_numpy import train_numpy

TABLE = Path(rnet.__file__).parent / "neural" / "_exp_table.inc"


# ---- elementwise functions ----


def test_exp_table_is_two_to_the_128ths() -> None:
    getcontext().prec = 80
    words = [
        int(word, 16) for word in TABLE.read_text().split("{")[1].split("}")[0].split(",")[:-1]
    ]
    assert len(words) == 256
    for i, (tail, bits) in enumerate(zip(words[::2], words[1::2], strict=True)):
        exact = Decimal(2) ** (Decimal(i) / 128)
        head = float(exact)
        assert bits == (int(np.float64(head).view(np.uint64)) - (i << 45)) % 2**64
        assert tail == int(np.float64(exact / Decimal(head) - 1).view(np.uint64))


@pytest.mark.skipif(sys.platform != "linux", reason="other C libraries have another exp")
def test_exp_has_the_bits_of_the_c_library() -> None:
    draw = np.random.default_rng(1)
    x = np.concatenate([draw.normal(size=40_000) * s for s in (1e-12, 1e-3, 1.0, 30.0, 100.0)])
    x = x[x < 709]
    special = [0.0, -0.0, 5e-324, 709.7, -745.2, -746.0, 511.99, 512.0, -512.0]
    x = np.concatenate([x, special])
    np.testing.assert_array_equal(_kernel.exp(x), [math.exp(v) for v in x])


def test_functions_of_special_values() -> None:
    x = np.array([np.inf, -np.inf, np.nan, 710.0])
    np.testing.assert_array_equal(_kernel.exp(x), [np.inf, 0, np.nan, np.inf])
    np.testing.assert_array_equal(_kernel.tanh(x), [1, -1, np.nan, 1])
    assert np.isnan(_kernel.log(np.array([-1.0]))[0])
    assert _kernel.exp(np.empty(0)).shape == (0,)


# ---- instruction sets: the same bits with each ----


@contextlib.contextmanager
def using(name: str) -> Iterator[None]:
    _kernel.use_instruction_set(name)
    try:
        yield
    finally:
        _kernel.use_instruction_set(_kernel.instruction_sets()[0])


@pytest.fixture(params=_kernel.instruction_sets()[1:])
def older_set(request) -> Iterator[str]:
    """One of the instruction sets that are not the default here."""
    with using(request.param):
        yield request.param


def all_fits() -> dict[str, Any]:
    """Result matrix of every recorded fit; test_neuralnet.py holds the default set against R."""
    fits = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for folder in ("cases", "lecture"):
            for name in case_names(folder):
                fits[name] = fit_case(load_case(name, folder)).result_matrix
    return fits


@pytest.fixture(scope="module")
def default_fits() -> dict[str, Any]:
    return all_fits()


def test_every_recorded_fit_has_the_same_bits_with_older_sets(default_fits, older_set) -> None:
    found = all_fits()
    assert len(found) >= 127
    for name, expected in default_fits.items():
        if expected is None:
            assert found[name] is None
        else:
            np.testing.assert_array_equal(found[name], expected, err_msg=name)


def test_exp_has_the_same_bits_with_older_instruction_sets(older_set) -> None:
    x = np.random.default_rng(2).normal(size=1003) * 300
    found = _kernel.exp(x)
    _kernel.use_instruction_set(_kernel.instruction_sets()[0])
    np.testing.assert_array_equal(found, _kernel.exp(x))


def test_unknown_instruction_sets_are_refused() -> None:
    with pytest.raises(ValueError, match="instruction set"):
        _kernel.use_instruction_set("v9")


# ---- the twin ----


def problem(hidden, n, p, q, activation, output, error, rng) -> tuple[Problem, np.ndarray]:
    layout = Layout((p, *hidden, q))
    y = (rng.random((n, q)) < 0.5).astype(float) if error is CE else rng.normal(size=(n, q))
    simple = error is CE and activation is LOGISTIC and output is LOGISTIC
    free = np.flatnonzero(rng.random(layout.size) < 0.9).astype(np.int64)
    if not len(free):
        free = np.arange(layout.size, dtype=np.int64)
    network = Network(layout, activation, output)
    made = Problem(rng.normal(size=(n, p)), y, network, error, simple, free)
    return made, rng.normal(size=(3, layout.size))


def training(algorithm: str, free: int, steps: float = 60, workers: int = 1) -> TrainingSettings:
    sizes = StepSizes(1e-10, 0.1, 0.5, 1.2, np.full(free, 1e-3))
    return TrainingSettings(ALGORITHMS[algorithm], 1e-3, steps, sizes, 0, workers)


@settings(max_examples=30, deadline=None)
@given(
    hidden=st.lists(st.integers(1, 9), max_size=3),
    n=st.sampled_from([1, 2, 7, 63, 64, 65, 130]),
    p=st.integers(0, 18),
    q=st.integers(1, 6),
    activation=st.sampled_from([LOGISTIC, TANH, RELU]),
    output=st.sampled_from([LINEAR, LOGISTIC, TANH]),
    error=st.sampled_from([SSE, CE]),
    algorithm=st.sampled_from(sorted(ALGORITHMS)),
    seed=st.integers(0, 10**6),
)
def test_kernel_and_twin_agree_to_the_bit(
    hidden, n, p, q, activation, output, error, algorithm, seed
) -> None:
    made, starts = problem(hidden, n, p, q, activation, output, error, np.random.default_rng(seed))
    how = training(algorithm, len(made.free))
    mine, theirs = starts.copy(), starts.copy()
    compiled = train(made, mine, how)
    with np.errstate(all="ignore"):
        plain = train_numpy(made, theirs, how, None)
    assert [o.status for o in compiled] == [o.status for o in plain]
    for number, (a, b) in enumerate(zip(compiled, plain, strict=True)):
        assert a.steps == b.steps
        if not a.status.is_failure:
            np.testing.assert_array_equal(mine[number], theirs[number])
            assert (a.reached, a.smallest) == (b.reached, b.smallest)


ODD_VALUES = [
    0.0,
    -0.0,
    5e-324,
    1e-300,
    -511.9,
    512.0,
    -745.0,
    1e154,
    -1e300,
    np.inf,
    -np.inf,
    np.nan,
]


@settings(max_examples=60, deadline=None)
@given(
    hidden=st.lists(st.integers(1, 9), max_size=3),
    shape=st.tuples(st.sampled_from([1, 2, 8, 65]), st.integers(1, 17)),
    activation=st.sampled_from([LOGISTIC, TANH, RELU]),
    output=st.sampled_from([LINEAR, LOGISTIC]),
    algorithm=st.sampled_from(sorted(ALGORITHMS)),
    odd=st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from(ODD_VALUES)), max_size=4),
    weighted=st.booleans(),
    set_name=st.sampled_from(_kernel.instruction_sets()),
    seed=st.integers(0, 10**6),
)
@example(
    [], (1, 1), LOGISTIC, LINEAR, "sag", [(0, np.inf)], False, _kernel.instruction_sets()[0], 0
)
def test_kernel_and_twin_agree_on_odd_values(
    hidden, shape, activation, output, algorithm, odd, weighted, set_name, seed
) -> None:
    """Infinite, huge, tiny and missing numbers anywhere in the data or the start weights."""
    rng = np.random.default_rng(seed)
    made, starts = problem(hidden, *shape, 2, activation, output, SSE, rng)
    for place, value in odd:
        target = (made.covariate, made.response, starts)[place % 3]
        target.flat[place // 3 % target.size] = value
    if weighted:
        made = replace(made, case_weights=rng.integers(0, 4, shape[0]).astype(float))
    how = training(algorithm, len(made.free), 12)
    mine, theirs = starts.copy(), starts.copy()
    with using(set_name):
        compiled = train(made, mine, how)
    with np.errstate(all="ignore"):
        plain = train_numpy(made, theirs, how, None)
    assert [o.status for o in compiled] == [o.status for o in plain]
    for number, (a, b) in enumerate(zip(compiled, plain, strict=True)):
        assert a.steps == b.steps
        if not a.status.is_failure:
            np.testing.assert_array_equal(mine[number], theirs[number])
            assert (a.reached, a.smallest) == (b.reached, b.smallest)


SHORT = [
    name
    for name in case_names()
    if not any("r_function" in v for v in load_case(name)["args"].values() if isinstance(v, dict))
    and all((r.get("steps") or 0) < 700 for r in load_case(name)["repetitions"])
    and load_case(name)["result_matrix"] is not None
]


@pytest.mark.parametrize("name", SHORT)
def test_twin_walks_r_s_path_too(name, monkeypatch) -> None:
    monkeypatch.setattr("rnet.neural.train._codes", lambda problem: None)
    case = load_case(name)
    found = fit_case(case).result_matrix.loc["steps"].tolist()
    assert found == [r["steps"] for r in case["repetitions"] if r["converged"]]


# ---- repetitions in parallel ----


def test_the_number_of_threads_does_not_matter() -> None:
    made, _ = problem((5, 3), 200, 6, 2, LOGISTIC, LOGISTIC, CE, np.random.default_rng(5))
    starts = np.random.default_rng(6).normal(size=(23, made.network.layout.size))
    results = []
    for workers in (1, 2, 7):
        weights = starts.copy()
        outcomes = train(made, weights, training("rprop+", len(made.free), 400, workers))
        results.append((weights, [o[:4] for o in outcomes]))
    for weights, outcomes in results[1:]:
        np.testing.assert_array_equal(weights, results[0][0])
        assert outcomes == results[0][1]


@pytest.mark.parametrize(("rows", "hidden"), [(300, (40,)), (1025, (12, 7)), (5000, (3,))])
def test_threads_inside_one_fit_do_not_matter(rows, hidden) -> None:
    """Large fits share each step among threads; the sums still run over the rows in order."""
    made, _ = problem(hidden, rows, 20, 2, LOGISTIC, LINEAR, SSE, np.random.default_rng(5))
    for count in (1, 2):
        starts = np.random.default_rng(6).normal(size=(count, made.network.layout.size))
        results = []
        for workers in (1, 2, 3, 9):
            weights = starts.copy()
            outcomes = train(made, weights, training("rprop+", len(made.free), 50, workers))
            results.append((weights, [o[:4] for o in outcomes]))
        for weights, outcomes in results[1:]:
            np.testing.assert_array_equal(weights, results[0][0])
            assert outcomes == results[0][1]


def test_a_failure_ends_the_step_of_all_threads() -> None:
    made, starts = problem((12, 7), 4000, 20, 2, LOGISTIC, LINEAR, SSE, np.random.default_rng(5))
    made.covariate[3000, 1] = np.nan
    outcomes = train(made, starts[:1].copy(), training("rprop+", len(made.free), 50, workers=3))
    assert [o.status for o in outcomes] == [Status.ERROR_DERIVATIVE_NAN]


def test_the_first_failure_ends_it_whatever_the_threads() -> None:
    made, _ = problem((2,), 50, 3, 1, LOGISTIC, LINEAR, SSE, np.random.default_rng(5))
    starts = np.random.default_rng(6).normal(size=(20, made.network.layout.size))
    starts[[4, 11], made.free[0]] = np.nan
    for workers in (1, 4):
        outcomes = train(made, starts.copy(), training("rprop+", len(made.free), 300, workers))
        assert len(outcomes) == 5
        assert outcomes[-1].status is Status.ERROR_DERIVATIVE_NAN


def test_reports_come_in_the_order_of_repetitions() -> None:
    made, starts = problem((2,), 64, 3, 1, LOGISTIC, LINEAR, SSE, np.random.default_rng(5))
    how = training("rprop+", len(made.free), 100, workers=3)
    how = TrainingSettings(how.algorithm, 0.0, 100, how.sizes, 10, 3)
    seen = []
    train(made, starts, how, lambda *line: seen.append(line))
    assert [line[0] for line in seen] == sorted(line[0] for line in seen)
    assert [line[1] for line in seen if line[0] == 1] == [*range(10, 100, 10), 100]
    assert sum(line[3] for line in seen) == 3


def test_an_exception_of_the_report_reaches_the_caller() -> None:
    made, starts = problem((2,), 64, 3, 1, LOGISTIC, LINEAR, SSE, np.random.default_rng(5))

    def report(*_line) -> None:
        raise KeyError("from the report")

    with pytest.raises(KeyError, match="from the report"):
        train(made, starts, training("rprop+", len(made.free)), report)


# ---- nothing reads outside arrays ----

GOOD = {
    "covariate": np.zeros((5, 2)),
    "response": np.zeros((5, 1)),
    "units": np.array([2, 3, 1]),
    "weights": np.zeros((2, 13)),
    "free": np.arange(13),
    "learning_rate": np.zeros(13),
    "hidden": 1,
    "output": 0,
    "loss": 0,
    "simple_cross_entropy": False,
    "rule": 0,
    "threshold": 0.01,
    "step_limit": 10.0,
    "limit": (1e-10, 0.1),
    "factor": (0.5, 1.2),
    "workers": 1,
    "report_every": 0,
    "report": None,
}


def test_good_arguments_are_accepted() -> None:
    assert len(_kernel.train(**GOOD)) == 2


@pytest.mark.parametrize(
    "bad",
    [
        {"covariate": np.zeros((4, 2))},
        {"covariate": np.zeros((5, 3))},
        {"covariate": np.zeros(10)},
        {"covariate": np.zeros((0, 2)), "response": np.zeros((0, 1))},
        {"covariate": None},
        {"response": np.zeros((5, 2))},
        {"response": np.zeros((6, 1))},
        {"units": np.array([2, 3])},
        {"units": np.array([2])},
        {"units": np.array([], dtype=np.int64)},
        {"units": np.array([2, 0, 1])},
        {"units": np.array([2, -3, 1])},
        {"units": np.array([2, 2**62, 1])},
        {"units": np.array([2, 2**40, 2**40, 1])},
        {"units": np.array([-1, 3, 1])},
        {"weights": np.zeros((2, 12))},
        {"weights": np.zeros((2, 14))},
        {"weights": np.zeros(13)},
        {"weights": np.zeros((13, 2)).T},
        {"weights": np.zeros((2, 13), dtype=np.float32)},
        {"weights": np.zeros((2, 26))[:, ::2]},
        {"free": np.arange(14)},
        {"free": np.arange(12)},
        {"free": np.array([-1] * 13)},
        {"free": np.array([13] * 13)},
        {"learning_rate": np.zeros(2)},
        {"hidden": 4},
        {"output": -1},
        {"loss": 2},
        {"rule": 5},
        {"workers": 0},
        {"report_every": -1},
        {"report": 3, "report_every": 1},
        {"limit": (1.0,)},
    ],
    ids=str,
)
def test_wrong_arguments_raise(bad) -> None:
    with pytest.raises((TypeError, ValueError)):
        _kernel.train(**{**GOOD, **bad})


def test_a_network_beyond_memory_raises() -> None:
    hidden = 2**32
    huge = {"units": np.array([2, hidden, 1]), "weights": np.zeros((0, 4 * hidden + 1))}
    with pytest.raises(MemoryError):
        _kernel.train(**{**GOOD, **huge})


@pytest.mark.parametrize("rule", range(len(ALGORITHMS)))
def test_without_free_weights_training_ends_at_once(rule) -> None:
    none = {"free": np.arange(0), "learning_rate": np.zeros(0), "rule": rule}
    for status, steps, reached, *_ in _kernel.train(**{**GOOD, **none}):
        assert (status, steps, reached) == (Status.CONVERGED, 1, 0)


def test_read_only_weights_are_refused() -> None:
    weights = np.zeros((2, 13))
    weights.flags.writeable = False
    with pytest.raises(TypeError):
        _kernel.train(**{**GOOD, "weights": weights})


@settings(max_examples=150, deadline=None)
@given(
    units=st.lists(st.integers(-2, 5), max_size=4),
    shape=st.tuples(st.integers(0, 70), st.integers(0, 5)),
    columns=st.integers(0, 3),
    weights=st.tuples(st.integers(0, 3), st.integers(0, 40)),
    free=st.lists(st.integers(-1, 41), max_size=20),
    codes=st.tuples(*[st.integers(-1, 5)] * 4),
)
def test_any_shapes_either_train_or_raise(units, shape, columns, weights, free, codes) -> None:
    hidden, output, loss, rule = codes
    tried = {
        **GOOD,
        "covariate": np.ones(shape),
        "response": np.ones((shape[0], columns)),
        "units": np.array(units, dtype=np.int64),
        "weights": np.ones(weights),
        "free": np.array(free, dtype=np.int64),
        "learning_rate": np.ones(len(free)),
        "hidden": hidden,
        "output": output,
        "loss": loss,
        "rule": rule,
    }
    with contextlib.suppress(ValueError):
        assert len(_kernel.train(**tried)) == weights[0]


# ---- interrupts ----

ENDLESS = """
import signal, sys, time
import numpy as np, pandas as pd
import rnet
signal.signal(signal.SIGINT, signal.default_int_handler)  # even where the parent ignores it
signal.alarm(120)  # whatever happens, it ends
n = {rows}
draw = np.random.default_rng(1)
frame = pd.DataFrame(draw.normal(size=(n, 20)), columns=[f"x{{i}}" for i in range(20)])
frame["y"] = draw.normal(size=n)
while True:
    print("ready", flush=True)
    try:
        rnet.neuralnet("y ~ .", frame, hidden={hidden}, threshold=0, stepmax=1e12, rep={rep})
    except KeyboardInterrupt:
        print(time.monotonic(), flush=True)
    if sys.stdin.readline() == "enough\\n":
        break
rnet.set_seed(1)
fit = rnet.neuralnet("case ~ parity + induced + spontaneous", rnet.data("infert"))
print(fit.result_matrix.loc["steps"].iloc[0], *rnet.runif(3))
"""
INTERRUPT_SECONDS = 0.1


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to a child there")
@pytest.mark.parametrize(
    ("rows", "hidden", "rep"), [(200, 2, 1), (200, 2, 50), (200_000, [60, 40], 1)]
)
def test_ctrl_c_stops_training_and_leaves_all_usable(rows, hidden, rep) -> None:
    """Also inside one step of seconds; up to five times, as the machine may be busy."""
    code = ENDLESS.format(rows=rows, hidden=hidden, rep=rep)
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ,
    ) as child:
        took = []
        while len(took) < 5 and min(took, default=1.0) >= INTERRUPT_SECONDS:
            if took:
                tell(child, "again")
            assert child.stdout.readline() == "ready\n"
            time.sleep(0.8)
            sent = time.monotonic()
            child.send_signal(signal.SIGINT)
            took.append(float(child.stdout.readline()) - sent)
        tell(child, "enough")
        rest = child.stdout.read().split()
    assert min(took) < INTERRUPT_SECONDS, took
    assert child.returncode == 0
    rnet.set_seed(1)
    rnet.rnorm(6)  # the start weights
    assert [float(word) for word in rest] == [1325, *rnet.runif(3)]


def tell(child: "subprocess.Popen[str]", word: str) -> None:
    child.stdin.write(word + "\n")
    child.stdin.flush()


def test_another_thread_runs_while_a_net_is_trained() -> None:
    case = load_case("sqrt100_h10")
    ticks = []
    done = threading.Event()

    def tick() -> None:
        while not done.is_set():
            ticks.append(time.monotonic())
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    try:
        rnet.set_seed(1)
        rnet.neuralnet(data=dataset("sqrt100"), **{**arguments(case), "rep": 2})
    finally:
        done.set()
        thread.join()
    assert len(ticks) > 20

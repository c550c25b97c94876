"""Laws of the stream: where it comes from, how it is cut, saved, shared and interrupted."""

import signal
import subprocess
import sys
import threading
import time
import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import ndtri

import rnet
from rnet.rng.state import generator

# Wichura's AS 241 and SciPy's quantile are both right to about this relative error.
QUANTILE_ERROR = 5e-15

patient = settings(deadline=None)  # the first call loads pandas

KINDS = st.tuples(
    st.sampled_from(
        ["Mersenne", "Wich", "Marsaglia", "Super-Duper", "Knuth-TAOCP-2002", "L'Ecuyer"]
    ),
    st.sampled_from(["Inversion", "Ahrens", "Kinderman"]),
    st.sampled_from(["Rejection", "Rounding"]),
)
SEEDS = st.integers(-(2**31) + 1, 2**31 - 1)
COUNTS = st.integers(0, 2000)


@pytest.fixture(autouse=True)
def _default_kinds():
    yield
    rnet.set_seed(1, "default", "default", "default")


def quietly_seed(seed, kinds):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", rnet.RWarning)
        rnet.set_seed(seed, *kinds)


def key_of(seed):
    """The twister's words for a seed, as the congruential generator gives them."""
    x, words = seed % 2**32, []
    for i in range(50 + 625):
        x = (69069 * x + 1) % 2**32
        if i > 50:
            words.append(x)
    return np.array([*words], dtype=np.uint32)


@patient
@given(SEEDS, COUNTS)
def test_uniforms_are_the_words_of_another_twister(seed, n):
    rnet.set_seed(seed, "default", "default", "default")
    twin = np.random.MT19937()
    twin.state = {"bit_generator": "MT19937", "state": {"key": key_of(seed), "pos": 624}}
    words = twin.random_raw(n).astype(np.float64)
    assert rnet.runif(n).tolist() == (words * 2.3283064365386963e-10).tolist()


@patient
@given(SEEDS, COUNTS)
def test_normals_are_quantiles_of_two_uniforms(seed, n):
    rnet.set_seed(seed, "default", "default", "default")
    normals = rnet.rnorm(n)
    rnet.set_seed(seed)
    high, low = rnet.runif(2 * n).reshape(n, 2).T
    wanted = ndtri((np.floor(2.0**27 * high) + low) / 2.0**27)
    np.testing.assert_allclose(normals, wanted, rtol=QUANTILE_ERROR, atol=1e-16)


@patient
@given(SEEDS, KINDS, COUNTS, COUNTS)
def test_a_cut_does_not_show(seed, kinds, first, second):
    quietly_seed(seed, kinds)
    pieces = [rnet.rnorm(first), rnet.rnorm(second), rnet.runif(first), rnet.runif(second)]
    quietly_seed(seed, kinds)
    whole = [rnet.rnorm(first + second), rnet.runif(first + second)]
    assert np.concatenate(pieces).tolist() == np.concatenate(whole).tolist()


@patient
@given(SEEDS, KINDS, COUNTS)
def test_a_saved_state_brings_everything_back(seed, kinds, n):
    quietly_seed(seed, kinds)
    rnet.runif(n)
    state = rnet.random_seed()
    kept = rnet.RNGkind()
    before = [rnet.rnorm(5), rnet.rgamma(5, 2), rnet.sample(50)]
    quietly_seed(0, ("default", "default", "default"))
    rnet.set_random_seed(state)
    assert rnet.RNGkind() == kept
    after = [rnet.rnorm(5), rnet.rgamma(5, 2), rnet.sample(50)]
    assert [x.tolist() for x in before] == [x.tolist() for x in after]


@patient
@given(SEEDS, KINDS, st.integers(1, 2**50))
def test_index_stays_below(seed, kinds, n):
    quietly_seed(seed, kinds)
    drawn = [generator().index(float(n)) for _ in range(5)]
    assert all(0 <= value < n and value == int(value) for value in drawn)


@patient
@given(SEEDS, KINDS)
def test_uniforms_stay_inside_the_borders(seed, kinds):
    quietly_seed(seed, kinds)
    drawn = rnet.runif(1000)
    assert drawn.min() > 0.0
    assert drawn.max() < 1.0


@patient
@given(st.lists(st.integers(-(2**31), 2**31 - 1), max_size=640))
def test_no_state_breaks_the_generator(words):
    try:
        rnet.set_random_seed(np.array(words, dtype=np.int64))
    except rnet.RError:
        return
    assert np.isfinite(rnet.rnorm(700)).all()


@pytest.mark.parametrize("position", [-5, 0, 1, 624, 700])
def test_any_position_is_inside_the_state(position):
    rnet.set_random_seed([10403, position, *([1] * 624)])
    assert ((rnet.runif(2000) > 0) & (rnet.runif(2000) < 1)).all()


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ([10403, 1], "'.Random.seed' has wrong length"),
        ([10403, 1, *([0] * 624)], "'.Random.seed' holds only zeros"),
        ([10499, 1, *([1] * 624)], "'.Random.seed[1]' is not a valid integer"),
        ([0.5, 1.0], "'.Random.seed' is not an integer vector"),
        ([], "'.Random.seed' is not an integer vector"),
    ],
)
def test_bad_state(state, message):
    rnet.set_seed(3)
    before = rnet.random_seed()
    with pytest.raises(rnet.RError) as problem:
        rnet.set_random_seed(state)
    assert problem.value.message == message
    assert (rnet.random_seed() == before).all()


def test_none_seeds_anew():
    rnet.set_seed(1)
    first = rnet.runif(1)[0]
    rnet.set_seed(None)
    assert rnet.runif(1)[0] != first


def test_an_unseeded_session_differs_from_the_next():
    program = "import rnet; print(rnet.runif(3).tolist())"
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert runs[0].stdout != runs[1].stdout


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs timers")
@pytest.mark.parametrize(
    "draw",
    [
        lambda: rnet.rnorm(10**8),
        lambda: rnet.rgamma(10**8, 0.5),
        lambda: rnet.sample(3 * 10**7),
        lambda: rnet.rwilcox(60000, 3000, 3000),
        lambda: rnet.sample_int(20000, 20000, prob=np.arange(1, 20001)),
    ],
    ids=["rnorm", "rgamma", "sample", "rwilcox", "weighted"],
)
def test_an_interrupt_ends_a_long_draw_and_leaves_the_state(draw):
    def interrupt(*_):
        times.append(time.perf_counter())
        raise KeyboardInterrupt

    times: list[float] = []
    rnet.set_seed(5)
    before = rnet.random_seed()
    usual = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        with pytest.raises(KeyboardInterrupt):
            draw()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, usual)
    assert time.perf_counter() - times[0] < 1.0
    assert (rnet.random_seed() == before).all()


def test_threads_share_one_stream_without_tearing_it():
    n, drawn = 200_000, []
    rnet.set_seed(8)
    threads = [
        threading.Thread(target=lambda: drawn.append(rnet.runif(n).tobytes())) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rnet.set_seed(8)
    assert sorted(drawn) == sorted(rnet.runif(n).tobytes() for _ in threads)

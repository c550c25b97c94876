"""Does a diagnosis name the cause that was planted?"""

import warnings
from typing import Any

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet import RError, RWarning, neuralnet, set_seed


def smooth() -> pd.DataFrame:
    draw = np.random.default_rng(0)
    a, b = draw.normal(size=(2, 100))
    y = np.sin(a) + 0.5 * b + 0.05 * draw.normal(size=100)
    return pd.DataFrame({"a": a, "b": b, "y": y, "up": (y > 0).astype(float)})


DATA = smooth()
WIDE = DATA.assign(a=DATA["a"] * 2000 + 5000, b=DATA["b"] * 300)
LOGISTIC = {"linear_output": False}

PLANTED = {
    "unscaled": {"data": WIDE, "hidden": 3},
    "unscaled, few steps": {"data": WIDE, "hidden": 3, "stepmax": 20},
    "unscaled response": {"data": DATA.assign(y=DATA["y"] * 1e5), "hidden": 2, "stepmax": 500},
    "steps": {"data": DATA, "hidden": 3, "stepmax": 30},
    "steps, hardly any": {"data": DATA, "hidden": 3, "stepmax": 3},
    "steps of rprop-": {"data": DATA, "hidden": 3, "stepmax": 30, "algorithm": "rprop-"},
    "steps of lbfgs": {"data": DATA, "hidden": 3, "stepmax": 5, "algorithm": "lbfgs"},
    "saturated": {"data": DATA, "hidden": 3, "startweights": np.full(13, 40.0), "stepmax": 300},
    "saturated tanh": {
        "data": DATA,
        "hidden": 3,
        "act_fct": "tanh",
        "startweights": np.r_[np.tile([30.0, 1, 1], 3), 1, 1, 1, 1],
    },
    "rate": {
        "data": DATA,
        "formula": "up ~ a + b",
        "hidden": 3,
        "algorithm": "backprop",
        "learningrate": 10.0,
        "stepmax": 500,
        **LOGISTIC,
    },
    "rate of a line": {
        "data": DATA,
        "hidden": 0,
        "algorithm": "backprop",
        "learningrate": 0.0195,
        "stepmax": 40,
    },
    "threshold": {"data": DATA, "hidden": 2, "threshold": 1e-300, "stepmax": 5000},
    "threshold of lbfgs": {
        "data": DATA,
        "hidden": 0,
        "threshold": 1e-20,
        "stepmax": 300,
        "algorithm": "lbfgs",
    },
    "threshold of a line": {"data": DATA, "hidden": 0, "threshold": 1e-18, "stepmax": 5000},
}


def fitted(formula: str = "y ~ a + b", **given: Any) -> Any:
    set_seed(1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return neuralnet(formula, **given)


@pytest.mark.parametrize("name", PLANTED)
def test_the_planted_cause_comes_first(name) -> None:
    diagnosis = fitted(**PLANTED[name]).diagnose()
    assert diagnosis.causes[0] == name.split()[0].rstrip(",")
    assert f"1. {diagnosis.findings[0].text[:1].upper()}" in str(diagnosis)


@pytest.mark.parametrize("rate", [10.0, 1.0, 0.1])
def test_a_rate_so_large_that_numbers_overflow_is_named_by_the_error(rate) -> None:
    with pytest.raises(RError) as caught:
        fitted(data=DATA, hidden=3, algorithm="backprop", learningrate=rate, stepmax=2000)
    assert f"the learningrate {rate:g} is too large" in caught.value.advice
    assert f"learningrate={rate / 10:g}" in caught.value.advice


def test_what_it_advises_helps() -> None:
    assert not fitted(**PLANTED["steps"]).converged
    assert fitted(data=DATA, hidden=3, stepmax=300, algorithm="lbfgs").converged
    wide = fitted(**PLANTED["unscaled"])
    scaled = fitted(data=WIDE, hidden=3, scale=True)
    assert scaled.result_matrix.loc["error", 0] < 0.1 * wide.result_matrix.loc["error", 0]
    assert scaled.diagnose().causes == ()


def test_the_warning_says_why_and_what_to_try() -> None:
    set_seed(1)
    with pytest.warns(RWarning) as caught:
        neuralnet("y ~ a + b", WIDE, hidden=3, stepmax=20, rep=2)
    (warning,) = [w.message for w in caught]
    assert warning.message == (
        "Algorithm did not converge in 2 of 2 repetition(s) within the stepmax."
    )
    assert "at best (threshold 0.01)" in warning.advice
    ranges = ", ".join(f"{n} ({WIDE[n].min():.4g} to {WIDE[n].max():.4g})" for n in ("a", "b"))
    assert f"{ranges}. Try scale=True." in warning.advice
    assert caught[0].filename == __file__


def test_a_good_fit_has_nothing_unusual() -> None:
    fit = fitted(data=DATA, hidden=2, rep=2, threshold=0.05)
    diagnosis = fit.diagnose()
    assert diagnosis.converged
    assert diagnosis.causes == ()
    assert diagnosis.repetition == fit.best()
    assert str(diagnosis).endswith("Nothing unusual was found.")
    assert diagnosis["error.at.start"] > diagnosis.error >= diagnosis.error_later


def test_step_sizes_at_their_limit_are_named() -> None:
    low = {"learningrate_limit": [1e-7, 0.1], "threshold": 1e-7, "stepmax": 3000}
    assert "limit" in fitted(data=DATA, hidden=0, **low).diagnose().causes
    high = {"learningrate_limit": [1e-10, 1e-4], "stepmax": 300}
    diagnosis = fitted(data=DATA, hidden=2, **high).diagnose()
    assert set(diagnosis.causes) == {"limit", "steps"}
    assert "learningrate_limit=[1e-10, 0.001]" in str(diagnosis)


def test_it_draws_nothing_and_looks_at_the_repetition_asked_for() -> None:
    fit = fitted(data=DATA, hidden=2, rep=3, stepmax=50)
    before = rnet.random_seed()
    assert [fit.diagnose(rep).repetition for rep in (1, 2, 3)] == [1, 2, 3]
    assert (rnet.random_seed() == before).all()
    with pytest.raises(RError, match="'rep' does not exist"):
        fit.diagnose(4)


def test_custom_functions_and_missing_weights_are_diagnosed_too() -> None:
    softsign = "x / (1 + abs(x))"
    assert "steps" in fitted(data=DATA, hidden=2, act_fct=softsign, stepmax=10).diagnose().causes
    counted = fitted(data=DATA, hidden=2, weights=np.full(100, 2.0), stepmax=10, exclude=[2])
    assert "steps" in counted.diagnose().causes

"""nnet and multinom with arguments drawn at random, beside a live R."""

import numpy as np
import pytest
from live_r import needs_r
from nnet_cases import ask_r, asked, assert_fit_is_rs, shown

import rnet

pytestmark = needs_r

FORMULAS = {
    "scaled": ["Species ~ .", "Species ~ Sepal.Length + Petal.Width", "Sepal.Length ~ Species",
               "Sepal.Width ~ Petal.Length * Species"],
    "two": ["b ~ Sepal.Length", "b ~ Sepal.Length + Petal.Width", "b ~ Species:Sepal.Width"],
    "cars": ["mpg ~ wt + cyl", "gear ~ wt + hp", "am ~ qsec", "cbind(mpg, wt) ~ disp + gear"],
    "holes": ["Species ~ Sepal.Length", "Sepal.Length ~ Petal.Length"],
    "swiss": ["Fertility ~ .", "Fertility ~ Education + log(Catholic)"],
}  # fmt: skip
CLASSES = ("Species", "b", "gear", "am")


def drawn(number):
    """Return a question, the same for the same number."""
    rng = np.random.default_rng(number)
    data = str(rng.choice(list(FORMULAS)))
    formula = str(rng.choice(FORMULAS[data]))
    classes = formula.startswith(CLASSES)
    multinomial = classes and rng.random() < 0.4
    wanted = {"maxit": int(rng.integers(1, 120))}
    if rng.random() < 0.6:
        wanted["decay"] = float(rng.choice([0.001, 0.1, 1]))
    if rng.random() < 0.3:
        wanted["reltol"] = float(rng.choice([1e-4, 1e-12]))
    if rng.random() < 0.2:
        wanted["abstol"] = float(rng.choice([1, 50]))
    if rng.random() < 0.3 and data != "holes":
        wanted["subset"] = {"expr": str(rng.choice(["1:30 * 1", "-(1:12)", "seq(3, 32, 2)"]))}
    if not multinomial:
        wanted["size"] = int(rng.integers(1, 6))
        if rng.random() < 0.4:
            wanted["skip"] = True
        if rng.random() < 0.2:
            wanted["rang"] = float(rng.choice([0.05, 0.5, 2]))
        if not classes:
            wanted["linout"] = bool(rng.random() < 0.8)
    fun = "multinom" if multinomial else "nnet"
    return {"id": str(number), "fun": fun, "formula": formula, "data": data, "seed": number,
            "args": wanted}  # fmt: skip


@pytest.mark.parametrize("block", range(4))
def test_random_arguments(block, tmp_path):
    cases = [drawn(number) for number in range(100 * block, 100 * block + 40)]
    for case, theirs in zip(cases, ask_r(cases, tmp_path), strict=True):
        ours = asked(case)
        assert_fit_is_rs(ours, theirs)
        if ours["fit"] is not None:
            assert shown(ours["fit"]) == theirs["text"]
            if "summary_text" in theirs:
                assert shown(rnet.summary(ours["fit"])) == theirs["summary_text"]

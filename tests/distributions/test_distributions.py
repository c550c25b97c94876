"""d, p and q functions beside R's recorded answers, exact values, and R's rules for vectors."""

import json
import math
import warnings
from collections import defaultdict
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet.conditions import RError, RWarning
from rnet.values import NA, is_matrix, is_na

ORACLE = Path(__file__).parents[1] / "oracles" / "distributions" / "grid.json"

CLOSE = 1e-12  # relative; of a logarithm of a density absolute, as the density is then as close
NONCENTRAL = 3e-9  # absolute: what R's series for these leave off; SciPy is exact, see EXACT
TUKEY = 6e-7  # absolute: R's quadrature with few nodes

# How many recorded values differ by more than CLOSE, and why.
DIFFERENT = {
    "df": (2, "R has NaN at Inf"),
    "dweibull": (2, "R overflows to NaN at 1e300"),
    "pf": (1, "SciPy's betainc has 12 digits for 100,000 and 10 degrees of freedom"),
    "pnbinom": (1, "SciPy's betaincc has 11 digits for a size of a million and mu = 3"),
    "punif": (2, "R takes log(1 - 1e-8) of the rounded difference"),
    "qbeta": (13, "R stops at 1.1e-308 where the quantile is smaller"),
    "qbinom": (52, "R's qbinom takes a size of 10.5; its dbinom and pbinom give NaN, as all here"),
    "qf": (38, "R subtracts 1 from 1 / qbeta and keeps few digits near 0"),
    "qhyper": (24, "R makes NaN of log(0), and 1 of a log just below 0"),
    "qlnorm": (6, "R 4.2's qnorm is rough for logarithms below -700"),
    "qnbinom": (6, "with size = 0 R does not look at p"),
    "qnorm": (6, "R 4.2's qnorm is rough for logarithms below -700"),
    "qsignrank": (8, "R makes NaN of log(0)"),
    "qt": (13, "R's qt is rough for 0.3 degrees of freedom, and not 0 at 1/2"),
    "qwilcox": (16, "R makes NaN of log(0)"),
}


@cache
def oracle():
    return json.loads(ORACLE.read_text(encoding="utf-8"))


def number(text: str) -> float:
    return {"NA": NA, "NaN": math.nan, "Inf": math.inf, "-Inf": -math.inf}.get(text) or float(text)


def vector(texts) -> np.ndarray:
    return np.array([number(text) for text in np.atleast_1d(texts)])


def cases(kind):
    """Return recorded cases by function: "central", "noncentral" or "tukey"."""
    found = defaultdict(list)
    for case in oracle()["cases"]:
        noncentral = "noncentral" if "ncp" in case["par"] else "central"
        if kind == ("tukey" if "tukey" in case["fun"] else noncentral):
            found[case["fun"]].append(case)
    return found


def asked(case):
    """Return the grid, R's values, rnet's values, and whether rnet warned of NaN."""
    x = vector(oracle()["grids"][case["grid"]])
    names = {"lambda": "lambda_"}
    arguments = {names.get(name, name): number(value) for name, value in case["par"].items()}
    arguments |= {name.replace(".", "_"): flag for name, flag in case["flags"].items()}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = getattr(rnet, case["fun"])(x, **arguments)
    warned = any("NaNs produced" in str(one.message) for one in caught)
    return x, vector(case["value"]), found, warned


def far(found, expected, floor) -> np.ndarray:
    """Where values differ."""
    with np.errstate(all="ignore"):
        same = (found == expected) | (np.isnan(found) & np.isnan(expected))
        near = np.abs(found - expected) <= CLOSE * np.maximum(np.abs(expected), floor)
    return ~(same | near)


@pytest.mark.parametrize("function", sorted(cases("central")))
def test_recorded_values(function) -> None:
    different, total = 0, 0
    for case in cases("central")[function]:
        _, expected, found, warned = asked(case)
        floor = 1.0 if function.startswith("d") and case["flags"]["log"] else 0.0
        wrong = far(found, expected, floor)
        different, total = different + wrong.sum(), total + len(wrong)
        if not wrong.any():
            assert warned == case["nan"] or function == "qnbinom", case["par"]
            assert (is_na(found) == is_na(expected)).all()
    assert different == DIFFERENT.get(function, (0, ""))[0], f"{different} of {total}"


# Sums of 400 terms with 40 digits (mpmath): P(X <= q).
EXACT = [
    ("pt", 1, {"df": 5, "ncp": 1}, 0.48092614124210523),
    ("pt", 2, {"df": 5, "ncp": 1}, 0.77807466261621487),
    ("pt", -3, {"df": 5, "ncp": 1}, 0.0014335969988769963),
    ("pt", 0.01, {"df": 30, "ncp": -2}, 0.9777799265088073),
    ("pt", 37, {"df": 2.5, "ncp": 8}, 0.97480393842581793),
    ("pt", -300, {"df": 5, "ncp": 1}, 2.8195744563934223e-13),
    ("pbeta", 0.01, {"shape1": 2, "shape2": 3, "ncp": 1}, 0.00036208290931566515),
    ("pbeta", 0.2, {"shape1": 2, "shape2": 3, "ncp": 1}, 0.12857274739000392),
    ("pbeta", 0.5, {"shape1": 2, "shape2": 3, "ncp": 1}, 0.59779044481848069),
    ("pbeta", 0.9, {"shape1": 2, "shape2": 3, "ncp": 1}, 0.99356400894179635),
]


@pytest.mark.parametrize(("function", "q", "parameters", "exact"), EXACT)
def test_noncentral_values_are_exact(function, q, parameters, exact) -> None:
    assert getattr(rnet, function)(q, **parameters) == pytest.approx(exact, rel=CLOSE)


def test_noncentral_tails_keep_their_digits() -> None:
    upper = rnet.pchisq(1000, [0.5, 20], [30, 100], lower_tail=False)
    exact = [3.5673756295758106e-151, 2.7521547622456654e-99]  # R: 6.4e-158 and 4.2e-14
    assert upper == pytest.approx(exact, rel=CLOSE)


@pytest.mark.parametrize("function", ["pt", "pf", "pchisq", "pbeta"])
def test_noncentral_probabilities_are_near_rs(function) -> None:
    for case in cases("noncentral")[function]:
        if not case["flags"]["log.p"]:
            x, expected, found, _ = asked(case)
            usual = np.abs(x) <= 100
            assert found[usual] == pytest.approx(expected[usual], abs=NONCENTRAL)


@pytest.mark.parametrize(
    ("family", "parameters"),
    [
        ("t", {"df": 5, "ncp": 1}),
        ("chisq", {"df": 3, "ncp": 2}),
        ("f", {"df1": 3, "df2": 20, "ncp": 2}),
        ("beta", {"shape1": 2, "shape2": 3, "ncp": 1}),
    ],
)
def test_noncentral_quantiles_and_densities(family, parameters) -> None:
    p = np.array([0.01, 0.3, 0.5, 0.9, 0.999])
    q = getattr(rnet, f"q{family}")(p, **parameters)
    assert getattr(rnet, f"p{family}")(q, **parameters) == pytest.approx(p, rel=CLOSE)
    step = 1e-5 * np.abs(q)
    at = getattr(rnet, f"p{family}")
    slope = (at(q + step, **parameters) - at(q - step, **parameters)) / (2 * step)
    density = getattr(rnet, f"d{family}")(q, **parameters)
    assert density == pytest.approx(slope, rel=1e-6)  # a difference quotient's accuracy


@pytest.mark.parametrize("case", cases("tukey")["ptukey"][:4], ids=str)
def test_ptukey_is_near_rs(case) -> None:
    _, expected, found, _ = asked(case)
    assert found == pytest.approx(expected, abs=TUKEY)


@pytest.mark.parametrize("df", [2, 5, 30, 1000])
def test_range_of_two_means_is_students(df) -> None:
    q = np.array([0.01, 1.0, 3.0, 8.0, 40.0])
    upper = rnet.ptukey(q, 2, df, lower_tail=False)
    assert upper == pytest.approx(2 * rnet.pt(-q / math.sqrt(2), df), rel=1e-10)  # quadrature


def test_qtukey() -> None:
    case = next(one for one in cases("tukey")["qtukey"] if number(one["par"]["df"]) == 10)
    _, expected, found, _ = asked(case)
    assert found == pytest.approx(expected, abs=1e-6)  # where R's secant method stops
    q = rnet.qtukey(0.99, 6, 25, 2)
    assert rnet.ptukey(q, 6, 25, 2) == pytest.approx(0.99, rel=CLOSE)
    with pytest.warns(RWarning, match="NaNs produced"):
        assert math.isnan(rnet.qtukey(0.5, 1, 10))


def test_qnorm_has_the_bits_of_rnorm() -> None:
    rnet.set_seed(7)
    u = rnet.runif(20_000)
    rnet.set_seed(7)
    z = rnet.rnorm(10_000)
    fine = 134_217_728.0  # two uniforms make one of 53 bits
    assert rnet.qnorm((np.floor(fine * u[::2]) + u[1::2]) / fine).tobytes() == z.tobytes()


def test_dmultinom() -> None:
    assert rnet.dmultinom([1, 2, 1], prob=[2, 5, 3]) == pytest.approx(0.18, rel=CLOSE)
    assert rnet.dmultinom([1, 0], prob=[0, 1]) == 0
    assert rnet.dmultinom([0, 3], 3, [0, 1], log=True) == 0
    for arguments, message in [
        (([1, 2], None, [1]), "equal length"),
        (([1, 2], None, [0, 0]), "not all 0"),
        (([-1, 2], None, [1, 1]), "non-negative"),
        (([1, 2], 4, [1, 1]), "size != sum"),
    ]:
        with pytest.raises(RError, match=message):
            rnet.dmultinom(*arguments)


class TestVectors:
    def test_names_are_kept(self) -> None:
        x = pd.Series([0.0, 1.0], index=["a", "b"])
        assert list(rnet.pnorm(x).index) == ["a", "b"]
        assert rnet.dpois(2, pd.Series([1, 2, 3], index=list("abc"))).index.tolist() == list("abc")

    def test_numbers_give_numbers_and_vectors_vectors(self) -> None:
        assert type(rnet.dnorm(0)) is float
        assert rnet.dnorm([0]).shape == (1,)
        assert rnet.dnorm([0, 1, 2, 3], [0, 1]) == pytest.approx(rnet.dnorm([0, 0, 2, 2]))
        assert rnet.dnorm([]).size == 0
        assert rnet.pexp(np.ones((2, 3))).shape == (2, 3)
        assert is_matrix(rnet.pexp(rnet.named_matrix([[1.0, 2.0]], ["r"])))

    def test_missing_values(self) -> None:
        found = rnet.pnorm([NA, math.nan, 0.0])
        assert is_na(found).tolist() == [True, False, False]
        assert math.isnan(found[1])
        assert np.isnan(rnet.pnorm(pd.Series([1, None], dtype="Int64"))).tolist() == [False, True]

    def test_warnings_and_errors(self) -> None:
        with pytest.warns(RWarning, match="NaNs produced"):
            rnet.qnorm(2)
        with pytest.warns(RWarning, match="non-integer x = 1.500000"):
            assert rnet.dbinom(1.5, 3, 0.5) == 0
        with pytest.raises(RError, match="Non-numeric argument to mathematical function"):
            rnet.dnorm("a")
        with pytest.raises(RError, match="specify 'rate' or 'scale' but not both"):
            rnet.dgamma(1, 2, rate=2, scale=2)
        with pytest.raises(RError, match="'prob' and 'mu' both specified"):
            rnet.dnbinom(1, 2, 0.5, 3)

"""What R's `D` and `deriv` write, as tests/oracles/calculus/derivatives.R recorded it."""

import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rnet
from rnet import D, RError, deriv, deriv3, format_r

ANSWERS = json.loads(
    (Path(__file__).parents[1] / "oracles" / "calculus" / "derivatives.json").read_text("utf-8")
)
XY = ["x", "y"]
LOGISTIC = "y ~ Asym/(1 + exp((xmid - t)/scal))"
CALLS = {
    "deriv(~x^2, 'x')": lambda: deriv("~x^2", "x"),
    "deriv(quote(sin(cos(x + y^2))), c('x', 'y'))": lambda: deriv("sin(cos(x + y^2))", XY),
    "deriv(quote(sin(cos(x + y^2))), c('x', 'y'), hessian = TRUE)": lambda: deriv(
        "sin(cos(x + y^2))", XY, hessian=True
    ),
    "deriv(~x^2 * y, c('x', 'y'), function.arg = TRUE)": lambda: deriv("~x^2 * y", XY, True),
    "deriv(~x^2 * y, c('x', 'y'), function(x, y = 2, ...) NULL, hessian = TRUE)": lambda: deriv(
        "~x^2 * y", XY, "function(x, y = 2, ...) NULL", hessian=True
    ),
    "deriv(~x^2 * y, c('x', 'y'), function(x, y = 2, ...) NULL, hessian = TRUE)(1:2)": (
        lambda: deriv("~x^2 * y", XY, "function(x, y = 2, ...) NULL", hessian=True)([1, 2])
    ),
    f"deriv({LOGISTIC}, c('Asym', 'xmid', 'scal'), function(t, Asym, xmid, scal) {{}})": (
        lambda: deriv(LOGISTIC, ["Asym", "xmid", "scal"], "function(t, Asym, xmid, scal) {}")
    ),
    "deriv3(~x^2, 'x')": lambda: deriv3("~x^2", "x"),
    "deriv(~x^2, 'x', tag = '.e')": lambda: deriv("~x^2", "x", tag=".e"),
    "deriv(quote(5), 'x')": lambda: deriv("5", "x"),
    "deriv(quote(exp(x) + exp(x)), 'x')": lambda: deriv("exp(x) + exp(x)", "x"),
    "deriv(~a * exp(-b * x), c('a', 'b'), hessian = TRUE)": lambda: deriv(
        "~a * exp(-b * x)", ["a", "b"], hessian=True
    ),
    "deriv(quote((x + 1)^2 * (x + 1)), 'x')": lambda: deriv("(x + 1)^2 * (x + 1)", "x"),
    "deriv(quote((a + b) * (x + 1)), 'x')": lambda: deriv("(a + b) * (x + 1)", "x"),
    "deriv(quote(-(x)), 'x')": lambda: deriv("-(x)", "x"),
    "deriv(quote(x^n), c('x', 'n'))": lambda: deriv("x^n", ["x", "n"]),
    "deriv(quote((x*y)/(x*y)), 'x')": lambda: deriv("(x*y)/(x*y)", "x"),
}


@pytest.mark.parametrize("text", ANSWERS["D"])
def test_derivative(text) -> None:
    try:
        found = format_r(D(text, "x"))
    except RError as error:
        found = f"Error: {error.message}"
    assert found == ANSWERS["D"][text]


@pytest.mark.parametrize("call", ANSWERS["deriv"])
def test_expression(call) -> None:
    assert format_r(CALLS[call]()) == ANSWERS["deriv"][call]


@cache
def bumpy():
    return deriv("sin(x) * exp(-y/x) + pnorm(x * y) + gamma(x)^y", XY, True, hessian=True)


POINTS = st.lists(st.tuples(st.floats(0.1, 2.0), st.floats(0.1, 2.0)), min_size=4, max_size=8)


@settings(deadline=None, max_examples=10)
@given(POINTS)
def test_gradient_is_the_limit_of_differences(points) -> None:
    slope, (x, y) = bumpy(), np.array(points).T
    found = slope(x, y)
    step = 1e-6
    ahead, behind = slope(x + step, y), slope(x - step, y)
    expected = (ahead.value - behind.value) / (2 * step)
    np.testing.assert_allclose(found.gradient[:, 0], expected, rtol=1e-6, atol=1e-6)
    bent = (ahead.gradient - behind.gradient) / (2 * step)
    np.testing.assert_allclose(found.hessian[:, 0], bent, rtol=1e-5, atol=1e-5)


def test_bad_names() -> None:
    with pytest.raises(RError, match="variable must be a character string"):
        D("x", 1)
    with pytest.warns(rnet.RWarning, match="only the first element"):
        assert format_r(D("x^2", XY)) == "2 * x"

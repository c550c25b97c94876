"""Custom activation and error functions: exact derivatives, R expressions, clear errors."""

import math

import hypothesis
import numpy as np
import pytest
import scipy.special
from hypothesis import strategies as st
from neural_cases import dataset, fit_case, load_case, matrix, softplus

from rnet import RError, neuralnet, set_seed
from rnet.neural.activations import activation
from rnet.neural.derivative_rules import LOCALLY_CONSTANT, RULES
from rnet.neural.dual import Dual, derivative
from rnet.neural.error_functions import error_function
from rnet.neural.r_function import r_function

X, INFERT = dataset("xor.data"), dataset("infert")
F, F3 = "XOR ~ Var1 + Var2", "case ~ parity + induced + spontaneous"

# A central difference with steps of 1e-6 is right to about 1e-10.
BY_DIFFERENCE = {"rtol": 1e-7, "atol": 1e-7}
# Two ways of writing one derivative differ by some units in the last place.
ROUNDING = {"rtol": 1e-14, "atol": 1e-300}

POINTS = np.linspace(0.05, 0.95, 13)
STEP = 1e-6


def ufunc(name: str):
    return getattr(np, name, None) or getattr(scipy.special, name)


def by_difference(function):
    return lambda x: (function(x + STEP) - function(x - STEP)) / (2 * STEP)


def one_argument(name: str):
    function = ufunc(name)
    if len(RULES[name]) == 1:
        return [function]
    return [
        lambda x: function(x, 0.4321),
        lambda x: function(0.4321, x),
        lambda x: function(x * x, 1.0 / x),
    ]


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_and_its_own_derivative(name) -> None:
    points = POINTS + 1.5 if name == "arccosh" else POINTS
    for function in one_argument(name):
        first = derivative(function)
        np.testing.assert_allclose(first(points), by_difference(function)(points), **BY_DIFFERENCE)
        if name != "psi":
            second = np.broadcast_to(derivative(first)(points), points.shape)
            expected = by_difference(first)(points)
            np.testing.assert_allclose(second, expected, **BY_DIFFERENCE)


@pytest.mark.parametrize("name", sorted(LOCALLY_CONSTANT - {"heaviside"}))
def test_steps_have_no_slope(name) -> None:
    function = ufunc(name)
    arguments = (Dual(POINTS, 1.0), 0.5)[: function.nin]
    plain = (POINTS, 0.5)[: function.nin]
    np.testing.assert_array_equal(function(*arguments), function(*plain))


# written in Python, in R, and the derivative by hand
FUNCTIONS = {
    "softplus": (
        softplus,
        "log(1 + exp(x))",
        lambda x: np.exp(x) / (1 + np.exp(x)),
    ),
    "softsign": (
        lambda x: x / (1 + abs(x)),
        "function(u) u/(1 + abs(u))",
        lambda x: 1 / (1 + np.abs(x)) ** 2,
    ),
    "gauss": (lambda x: np.exp(-(x**2)), "exp(-z^2)", lambda x: -2 * x * np.exp(-(x**2))),
    "leaky relu": (
        lambda x: np.where(x > 0, x, 0.1 * x),
        "ifelse(x > 0, x, 0.1 * x)",
        lambda x: np.where(x > 0, 1.0, 0.1),
    ),
    "relu as a product": (lambda x: x * (x > 0), "x * (x > 0)", lambda x: 1.0 * (x > 0)),
    "relu": (lambda x: np.maximum(0, x), "pmax(0, x)", lambda x: 1.0 * (x > 0)),
    "hard tanh": (
        lambda x: np.clip(x, -1, 1),
        "pmin(pmax(x, -1), 1)",
        lambda x: 1.0 * (np.abs(x) < 1),
    ),
    "probit": (
        scipy.special.ndtr,
        "pnorm(x)",
        lambda x: np.exp(-(x**2) / 2) / math.sqrt(2 * math.pi),
    ),
    "swish": (
        lambda x: x / (1 + np.exp(-x)),
        "function(x) { s <- plogis(x); x * s }",
        lambda x: 1 / (1 + np.exp(-x)) * (1 + x * (1 - 1 / (1 + np.exp(-x)))),
    ),
    "identity": (lambda x: x, "function(x) x", np.ones_like),
    "calls another": (
        lambda x: np.sinh(2 * x) - 2.0**x,
        "function(x) { f <- function(a, b = 2) sinh(b * a); f(x) - 2^x }",
        lambda x: 2 * np.cosh(2 * x) - math.log(2) * 2**x,
    ),
}
AWAY_FROM_KINKS = np.array([-3.1, -0.7, -0.2, 0.3, 0.9, 2.4])


@pytest.mark.parametrize("name", FUNCTIONS)
def test_derivatives_are_exact_in_python_and_in_r(name) -> None:
    in_python, in_r, by_hand = FUNCTIONS[name]
    x = AWAY_FROM_KINKS
    for given in (in_python, in_r):
        found = activation(given, "")
        np.testing.assert_allclose(found.value(x), in_python(x), **ROUNDING)
        slope = found.derivative(x, found.value(x))
        np.testing.assert_allclose(slope, by_hand(x), rtol=1e-13, atol=0)
        pair = activation((in_python, by_hand), "")
        np.testing.assert_allclose(
            found.second(x, x), np.broadcast_to(pair.second(x, x), x.shape), rtol=1e-12, atol=1e-15
        )


@hypothesis.given(st.floats(-30, 30), st.floats(0.01, 5))
def test_derivative_of_a_composition_is_the_product(x, scale) -> None:
    def inner(u):
        return np.tanh(scale * u) + u * u / 7

    at = np.array([x])
    chain = derivative(np.exp)(inner(at) / 50) * derivative(inner)(at) / 50
    np.testing.assert_allclose(
        derivative(lambda u: np.exp(inner(u) / 50))(at), chain, rtol=1e-12, atol=1e-300
    )


def test_kinks_have_the_derivative_of_neuralnet_s_relu() -> None:
    zero = np.zeros(1)
    for kinked in (abs, lambda x: np.maximum(x, 0), lambda x: np.maximum(0, x)):
        assert derivative(kinked)(zero) == 0


def test_exponentials_have_the_c_library_s_bits() -> None:
    x = np.linspace(-30, 30, 10_001)
    value = activation(np.exp, "").value(x)
    np.testing.assert_array_equal(value, [math.exp(number) for number in x])


@pytest.mark.parametrize(
    ("name", "in_python"),
    [
        ("infert_h1_outsoftplus", {"output_act_fct": softplus}),
        ("iris_softplus_man", {"act_fct": softplus}),
        ("xor_gauss", {"act_fct": lambda z: np.exp(-(z**2))}),
        ("xor_h32_softsign", {"act_fct": lambda x: x / (1 + abs(x))}),
        (
            "sum_poisson_err",
            {"output_act_fct": np.exp, "err_fct": lambda x, y: x - y * np.log(x)},
        ),
    ],
)
def test_fits_of_python_functions_are_r_s(name, in_python) -> None:
    case = load_case(name)
    fit = fit_case(case, **in_python)
    found, expected = fit.result_matrix.to_numpy(), matrix(case["result_matrix"])
    keep = np.arange(len(found)) != 1  # reached.threshold: see test_neuralnet.py
    np.testing.assert_array_equal(found[keep], expected[keep])


@pytest.mark.parametrize("builtin", ["logistic", "tanh", "relu"])
def test_custom_twins_of_built_in_functions_take_the_same_steps(builtin) -> None:
    custom = {"logistic": "1/(1 + exp(-x))", "tanh": "tanh(x)", "relu": "ifelse(x > 0, x, 0)"}
    results = []
    for act_fct in (builtin, custom[builtin]):
        set_seed(4)
        fit = neuralnet(F3, INFERT, hidden=2, act_fct=act_fct, threshold=0.5)
        results.append(fit.result_matrix.to_numpy())
    np.testing.assert_allclose(results[1], results[0], rtol=1e-9)


def test_error_functions_of_output_and_response() -> None:
    x, y = np.array([0.2, 0.7]), np.array([0.0, 1.0])
    sse = error_function("sse")
    for given in ("(x - y)^2 / 2", "function(a, b) (a - b)^2/2", lambda a, b: (a - b) ** 2 / 2):
        custom = error_function(given)
        np.testing.assert_allclose(custom.value(x, y), sse.value(x, y), **ROUNDING)
        np.testing.assert_allclose(custom.derivative(x, y), sse.derivative(x, y), **ROUNDING)
        np.testing.assert_array_equal(custom.second(x, y), [1.0, 1.0])
    ce = error_function("ce")
    custom = error_function("-(y * log(x) + (1 - y) * log(1 - x))")
    np.testing.assert_allclose(custom.derivative(x, y), ce.derivative(x, y), **ROUNDING)
    np.testing.assert_allclose(custom.second(x, y), ce.second(x, y), **ROUNDING)


def test_the_call_shows_the_function_as_r_does() -> None:
    set_seed(1)
    fit = neuralnet(F, X, act_fct="log(1 + exp(x))", threshold=0.1)
    assert "act.fct = function(x) log(1 + exp(x))" in str(fit)
    set_seed(1)
    twin = neuralnet(F, X, act_fct="tanh", threshold=0.1)
    assert 'act.fct = "tanh"' in str(twin)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (lambda x: x if x > 0 else 0, "the condition has length > 1"),
        (lambda x: max(0, x), "the condition has length > 1"),
        (math.exp, "the function has no derivative"),
        (np.array, "the function has no derivative"),
        (lambda x: np.exp(x) / np.sum(np.exp(x)), "the function has no derivative"),
        (lambda x: np.nextafter(x, 0), "the function has no derivative"),
        (lambda: 1, "the function has no derivative"),
        ("if (x > 0) x else 0", "the condition has length > 1"),
        ("max(0, x)", 'could not find function "max"'),
        ("a * b", "object 'a' not found"),
        ("function(x) y", "object 'y' not found"),
        ("log(", "unexpected end of input"),
        ("'a' + x", "the expression is not a function of numbers"),
        ("softmax", "Unknown activation function."),
        ("my.function", "Unknown activation function."),
        (("tanh", np.tanh), "Unknown activation function."),
        (None, "Unknown activation function."),
    ],
)
def test_what_is_not_elementwise_is_refused_with_advice(given, message) -> None:
    with pytest.raises(RError) as raised:
        activation(given, "Unknown activation function.")
    assert message in raised.value.message
    assert raised.value.advice or "unexpected" in message


def test_variables_of_r_functions_stay_inside() -> None:
    function = r_function("function(x, k = 3) { y <- k * x; y + 1 }", ["x"])
    assert function(2.0) == 7.0
    with pytest.raises(RError, match="unused argument"):
        function(1.0, 2.0, 3.0)


def test_a_pair_and_a_single_function_take_the_same_steps() -> None:
    set_seed(2)
    pair = neuralnet(F, X, hidden=2, act_fct=(np.tanh, lambda x: 1 - np.tanh(x) ** 2), rep=2)
    set_seed(2)
    single = neuralnet(F, X, hidden=2, act_fct=np.tanh, rep=2)
    np.testing.assert_array_equal(
        pair.result_matrix.loc["steps"],
        single.result_matrix.loc["steps"],
    )

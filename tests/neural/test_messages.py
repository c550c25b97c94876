"""R's errors and warnings: each recorded situation of neuralnet, predict, compute and plot."""

import contextlib
import inspect
import warnings
from functools import cache
from typing import Any

import hypothesis
import numpy as np
import pandas as pd
import pytest
from hypothesis import strategies as st
from neural_cases import dataset, load_json, r_warnings, softplus

import rnet
from rnet import RError, compute, named_matrix, neuralnet, predict, random_seed, set_seed

F, F3 = "XOR ~ Var1 + Var2", "case ~ parity + induced + spontaneous"
X = dataset("xor.data")
INFERT, IRIS = dataset("infert"), dataset("iris")
CE = {"err_fct": "ce", "linear_output": False}

WITH_SPACE = IRIS.rename(columns={"Sepal.Length": "Sepal Length"})
MISSING_Y = IRIS.assign(**{"Sepal.Length": IRIS["Sepal.Length"].mask(IRIS.index == 2)})
MISSING_X = IRIS.assign(**{"Petal.Length": IRIS["Petal.Length"].mask(IRIS.index == 2)})
ONE_LEVEL = IRIS[IRIS["Species"] == "setosa"]


@cache
def net(which: str) -> Any:
    """The networks that the recorded calls name."""
    more = {"good": {}, "none": {"stepmax": 20}, "part": {"rep": 5, "stepmax": 1300}}[which]
    set_seed(1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return neuralnet(F3, INFERT, **CE, **more)


def xor(**given: Any) -> Any:
    return lambda: neuralnet(F, X, **given)


def iris(formula: str, data: pd.DataFrame = IRIS, **given: Any) -> Any:
    return lambda: neuralnet(formula, data, **given)


# The recorded call and the same in Python.
SITUATIONS = {
    "neuralnet(f)": lambda: neuralnet(F),
    "neuralnet(f, NULL)": lambda: neuralnet(F, None),
    "neuralnet(NULL, X)": lambda: neuralnet(None, X),
    "neuralnet(data = X)": lambda: neuralnet(data=X),
    "neuralnet(f, X, learningrate.limit = 1)": xor(learningrate_limit=1),
    "neuralnet(f, X, learningrate.limit = c(NA, 1))": xor(learningrate_limit=[None, 1]),
    "neuralnet(f, X, learningrate.factor = 1)": xor(learningrate_factor=1),
    "neuralnet(f, X, learningrate.factor = c(1, NA))": xor(learningrate_factor=[1, np.nan]),
    'neuralnet(f, X, algorithm = "backprop")': xor(algorithm="backprop"),
    'neuralnet(f, X, algorithm = "backprop", learningrate = "a")': xor(
        algorithm="backprop", learningrate="a"
    ),
    'neuralnet(f, X, lifesign = "some")': xor(lifesign="some"),
    'neuralnet(f, X, algorithm = "adam")': xor(algorithm="adam"),
    "neuralnet(f, X, threshold = NA)": xor(threshold=np.nan),
    "neuralnet(f, X, threshold = NULL)": xor(threshold=None),
    "neuralnet(f, X, lifesign = NULL)": xor(lifesign=None),
    "neuralnet(f, X, hidden = NA)": xor(hidden=np.nan),
    "neuralnet(f, X, hidden = c(2, NA))": xor(hidden=[2, np.nan]),
    "neuralnet(f, X, hidden = c(2, 0))": xor(hidden=[2, 0]),
    "neuralnet(f, X, hidden = NULL, stepmax = 3)": xor(hidden=None, stepmax=3),
    'neuralnet(f, X, hidden = "a", stepmax = 3)': xor(hidden="a", stepmax=3),
    "neuralnet(f, X, hidden = -1)": xor(hidden=-1),
    "neuralnet(f, X, rep = NA)": xor(rep=np.nan),
    "neuralnet(f, X, stepmax = NA)": xor(stepmax=np.nan),
    'neuralnet(f, X, act.fct = "sigmoid")': xor(act_fct="sigmoid"),
    'neuralnet(f, X, output.act.fct = "softmax")': xor(output_act_fct="softmax"),
    'neuralnet(f, X, err.fct = "mse")': xor(err_fct="mse"),
    'neuralnet(Sepal.Length ~ Petal.Length, iris, err.fct = "ce")': iris(
        "Sepal.Length ~ Petal.Length", err_fct="ce"
    ),
    "neuralnet(f, X, hiden = 2)": xor(hiden=2),
    "neuralnet(f, X, exclude = matrix(1:4, 2))": xor(exclude=[[1, 3], [2, 4]]),
    "neuralnet(f, X, exclude = matrix(1, 5, 3))": xor(exclude=np.ones((5, 3))),
    "neuralnet(f, X, exclude = matrix(c(1, 0, 1), 1))": xor(exclude=[[1, 0, 1]]),
    "neuralnet(f, X, exclude = matrix(c(1, 1, 9), 1))": xor(exclude=[[1, 1, 9]]),
    "neuralnet(f, X, exclude = matrix(c(3, 1, 1), 1))": xor(exclude=named_matrix([[3, 1, 1]])),
    "neuralnet(f, X, exclude = 100)": xor(exclude=100),
    "neuralnet(f, X, exclude = 0)": xor(exclude=0),
    "neuralnet(f, X, exclude = 1:5)": xor(exclude=range(1, 6)),
    "neuralnet(f, X, exclude = data.frame(1, 1, 1))": xor(exclude=pd.DataFrame([[1, 1, 1]])),
    "neuralnet(f, X, exclude = 1, constant.weights = c(1, 2))": xor(
        exclude=1, constant_weights=[1, 2]
    ),
    "neuralnet(Sepal.Length ~ ., iris)": iris("Sepal.Length ~ ."),
    "neuralnet(Sepal.Length ~ Petal.Length * Petal.Width, iris)": iris(
        "Sepal.Length ~ Petal.Length * Petal.Width"
    ),
    "neuralnet(Sepal.Length ~ log(Petal.Length), iris)": iris("Sepal.Length ~ log(Petal.Length)"),
    "neuralnet(Sepal.Length ~ nosuch, iris)": iris("Sepal.Length ~ nosuch"),
    "neuralnet(nosuch ~ Petal.Length, iris)": iris("nosuch ~ Petal.Length"),
    "neuralnet(Petal.Length ~ `Sepal Length`, d_sp)": iris(
        "Petal.Length ~ `Sepal Length`", WITH_SPACE
    ),
    "neuralnet(cbind(Sepal.Length, Sepal.Width) ~ Petal.Length, iris)": iris(
        "cbind(Sepal.Length, Sepal.Width) ~ Petal.Length"
    ),
    "neuralnet(Sepal.Length - Sepal.Width ~ Petal.Length, iris)": iris(
        "Sepal.Length - Sepal.Width ~ Petal.Length"
    ),
    "neuralnet(Sepal.Length ~ Petal.Length, d_na_y)": iris(
        "Sepal.Length ~ Petal.Length", MISSING_Y
    ),
    "neuralnet(Sepal.Length ~ Petal.Length, d_na_x)": iris(
        "Sepal.Length ~ Petal.Length", MISSING_X
    ),
    "neuralnet(Species ~ Petal.Width, one_level)": iris("Species ~ Petal.Width", ONE_LEVEL),
    "neuralnet(f, X, stepmax = 5)": xor(stepmax=5),
    "neuralnet(f, X, stepmax = 5, rep = 2)": xor(stepmax=5, rep=2),
    'neuralnet(f3, infert, err.fct = "ce", linear.output = FALSE, rep = 5, stepmax = 1300)': (
        lambda: neuralnet(F3, INFERT, **CE, rep=5, stepmax=1300)
    ),
    'neuralnet(f, X, err.fct = "ce", stepmax = 10000)': xor(err_fct="ce", stepmax=10000),
    "neuralnet(f, X, startweights = c(NA, 1, 1, 1, 1))": xor(startweights=[np.nan, 1, 1, 1, 1]),
    'neuralnet(f, X, hidden = 2, algorithm = "backprop", learningrate = 10)': xor(
        hidden=2, algorithm="backprop", learningrate=10
    ),
    "neuralnet(y ~ x, data.frame(x = NA_real_, y = 2))": lambda: neuralnet(
        "y ~ x", pd.DataFrame({"x": [np.nan], "y": [2.0]})
    ),
    "predict(good)": lambda: predict(net("good")),
    "predict(good, c(1, 2, 3))": lambda: predict(net("good"), [1, 2, 3]),
    "predict(good, data.frame(parity = 1, z = 1))": lambda: predict(
        net("good"), pd.DataFrame({"parity": [1], "z": [1]})
    ),
    "predict(good, infert, rep = 2)": lambda: predict(net("good"), INFERT, rep=2),
    'predict(good, data.frame(parity = 1, induced = "a", spontaneous = 1))': lambda: predict(
        net("good"), pd.DataFrame({"parity": [1], "induced": ["a"], "spontaneous": [1]})
    ),
    "predict(none, infert)": lambda: predict(net("none"), INFERT),
    "neuralnet(f, X, hidden = 2, act.fct = function(x) if (x > 0) x else 0)": xor(
        hidden=2, act_fct="function(x) if (x > 0) x else 0"
    ),
    "predict(part, infert, rep = 2)": lambda: predict(net("part"), INFERT, rep=2),
    "compute(good)": lambda: compute(net("good")),
    "plot(none)": lambda: rnet.plot(net("none")),
    "plot(good, file = 1)": lambda: rnet.plot(net("good"), file=1),
    "plot(good, rep = 50)": lambda: rnet.plot(net("good"), rep=50),
}

# Situations that end otherwise in rnet, or that Python cannot express.
OTHERWISE = {
    "neuralnet(f, X, act.fct = function(x) pmax(x, 0))": "has a derivative here",
    "neuralnet(f, X, hidden = 2, err.fct = function(a, b) (a - b)^2)": "argument names are free",
    "neuralnet(f, X, hidden = 2, output.act.fct = function(x) x, linear.output = FALSE)": (
        "constant derivatives work"
    ),
    "neuralnet(f, X, hidden = 2, err.fct = function(x, y) x - y)": "constant derivatives work",
    "neuralnet(f, X, hidden = 2, act.fct = function(x, a = 2) 1/(1 + exp(-a * x)))": (
        "has a derivative here"
    ),
    "neuralnet(f, X, hidden = 2, act.fct = function(x) x * (x > 0))": ("has a derivative here"),
    "neuralnet(f, X, hidden = 2, act.fct = function(x) max(0, x))": "not known, with advice",
    "plot(good, rep = 1, file = existing)": "in test_plot_nn, with a temporary file",
    "plot(part, rep = 2)": "'rep' does not exist (R: an internal error)",
    "plot(part, rep = 5)": "draws repetition 5 (R: an internal error)",
    'plot(part, rep = "best")': "draws the best repetition (R: an internal error)",
}
ELSEWHERE = ("confidence.interval", "prediction", "gwplot")  # tested in files of their own

RECORDED = [
    case
    for case in load_json("neuralnet/messages/messages.json")["cases"]
    if case["group"] not in ELSEWHERE
]


def test_every_situation_is_covered_or_explained() -> None:
    calls = {case["call"] for case in RECORDED}
    assert calls == set(SITUATIONS) | set(OTHERWISE)
    assert not set(SITUATIONS) & set(OTHERWISE)


@pytest.mark.parametrize(
    "case", [case for case in RECORDED if case["call"] in SITUATIONS], ids=lambda case: case["call"]
)
def test_message_is_r_s_own(case) -> None:
    set_seed(1)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        if case["error"] is None:
            SITUATIONS[case["call"]]()
        else:
            with pytest.raises(RError) as raised:
                SITUATIONS[case["call"]]()
            assert raised.value.message == case["error"]["message"]
    assert r_warnings(caught) == [w["message"] for w in case["warnings"] or []]


# How many numbers R has drawn when it stops: none while it checks arguments and formula, those of
# the first repetition when training stops.
DRAWN = {
    xor(hidden=[2, 0]): 0,
    xor(hidden=-1): 0,
    xor(exclude=100): 0,
    iris("Sepal.Length ~ nosuch"): 0,
    iris("Species ~ Petal.Width", ONE_LEVEL): 0,
    iris("Sepal.Length ~ Petal.Length", err_fct="ce"): 0,
    iris("Sepal.Length ~ ."): 1 * 7,
    iris("Sepal.Length ~ Petal.Length", MISSING_X, rep=3): 4,
    iris("Sepal.Length ~ Petal.Length", MISSING_Y, rep=3, hidden=2): 7,
    iris("cbind(Sepal.Length, Sepal.Width) ~ Petal.Length"): 4,
    xor(hidden=2, algorithm="backprop", learningrate=10, rep=3): 9,
}


@pytest.mark.parametrize(("situation", "drawn"), DRAWN.items())
def test_random_numbers_are_where_r_leaves_them(situation, drawn) -> None:
    set_seed(1)
    rnet.rnorm(drawn)
    expected = random_seed()
    set_seed(1)
    with pytest.raises(RError):
        situation()
    np.testing.assert_array_equal(random_seed(), expected)


def test_failure_in_a_later_repetition_counts_its_numbers_and_no_more() -> None:
    start = np.array([0.1, -0.2, 0.3, 0.4, -0.5, np.nan, 1, 1, 1, 1])
    set_seed(1)
    expected = random_seed()
    with pytest.raises(RError, match="the error derivative contains a NA"):
        neuralnet(F, X, rep=4, startweights=start)
    np.testing.assert_array_equal(random_seed(), expected)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"hidden": 2.7}, "Argument 'hidden' must be an integer vector or a single integer."),
        ({"hidden": np.inf}, "Argument 'hidden' must be an integer vector or a single integer."),
        ({"hidden": []}, "replacement has length zero"),
        ({"rep": 0}, "Argument 'rep' must be an integer"),
        ({"rep": -1}, "Argument 'rep' must be an integer"),
        ({"rep": 2.5}, "Argument 'rep' must be an integer"),
        ({"rep": "2"}, "Argument 'rep' must be an integer"),
        ({"threshold": "0.1"}, "Argument 'threshold' must be a numeric value."),
        ({"stepmax": "many"}, "Argument 'stepmax' must be an integer"),
        ({"hidden": [2, [3]]}, "Argument 'hidden' must be an integer vector or a single integer."),
        ({"rep": [[1, 2], 3]}, "Argument 'rep' must be an integer"),
        ({"threshold": 10**400}, "Argument 'threshold' must be a numeric value."),
        ({"linear_output": np.nan}, "missing value where TRUE/FALSE needed"),
        ({"linear_output": "yes"}, "argument is not interpretable as logical"),
        ({"act_fct": None}, "Unknown activation function."),
        ({"act_fct": 1.0}, "Unknown activation function."),
        ({"err_fct": (np.tanh, 1)}, "Unknown error function."),
        ({"exclude": [1, 1]}, "'exclude' contains at least one invalid weight"),
        ({"exclude": "1"}, "'exclude' must be a vector or matrix"),
        ({"startweights": "a"}, "requires numeric/complex matrix/vector arguments"),
        ({"hidden": 10**10}, "cannot allocate vector of size"),
        ({"hidden": [10**6, 10**6]}, "cannot allocate vector of size 7450.6 Gb"),
        ({"hidden": 10**300}, "cannot allocate vector of size"),
        ({"hidden": 10**9}, "cannot allocate vector of size"),
    ],
)
def test_what_r_answers_with_nonsense_is_a_clear_error(given, message) -> None:
    with pytest.raises(RError) as raised:
        neuralnet(F, X, **given)
    assert raised.value.message.startswith(message)
    assert raised.value.advice


@pytest.mark.parametrize(
    ("formula", "data", "message"),
    [
        ("y ~ x", pd.DataFrame({"x": [], "y": []}), "the data has no rows"),
        ("y ~ x", pd.DataFrame(), "the data has no rows"),
        ("y ~ x", "text", "cannot coerce class"),
        ("y ~ ", X, "unexpected end of input"),
        ("y + x", X, "invalid formula"),
        ("XOR ~ Var1", pd.DataFrame({"XOR": [0, 1.0], "Var1": ["a", "b"]}), "requires numeric"),
        ("XOR ~ Var1", pd.DataFrame({"XOR": [0, 1.0], "Var1": [np.inf, 0]}), "missing value"),
        ("a ~ t", {"a": [0.0, 1.0], "t": pd.to_datetime(["2020-01-01", "2021-01-01"])}, "requires"),
        ("t ~ a", {"a": [0.0, 1.0], "t": pd.to_datetime(["2020-01-01", "2021-01-01"])}, "requires"),
        ("a ~ t", {"a": [0.0, 1.0], "t": pd.to_timedelta([1, 2], unit="D")}, "invalid type"),
        ("XOR ~ Var1", pd.DataFrame({"XOR": [0, np.inf], "Var1": [1.0, 0]}), "missing value"),
    ],
)
def test_bad_data(formula, data, message) -> None:
    with pytest.raises(RError, match=message):
        neuralnet(formula, data)


def test_first_errors_of_a_user_name_the_way_out() -> None:
    advice = {
        lambda: neuralnet(F, X, hiden=2): "Did you mean 'hidden'?",
        lambda: neuralnet(F, X, hid=2): "Did you mean 'hidden'?",
        lambda: neuralnet(F, X, **{"err.fct": "ce"}): "Did you mean 'err_fct'?",
        lambda: neuralnet(F, X, act_fct="sigmoid"): "one of logistic, tanh, relu",
        lambda: neuralnet(F, X, err_fct="mse"): "one of sse, ce",
        lambda: neuralnet("Sepal.Length ~ .", IRIS): "model_matrix or pandas.get_dummies",
        lambda: rnet.garson(net("good"), barplot=False): "Did you mean 'bar_plot'?",
        lambda: rnet.prediction(net("good"), correct=True): "Did you mean 'corrected'?",
        lambda: rnet.confidence_interval(net("good"), alfa=0.1): "Did you mean 'alpha'?",
        lambda: neuralnet("`1` ~ `0`", pd.DataFrame(np.ones((4, 2)))): "rename that column",
    }
    for situation, expected in advice.items():
        with pytest.raises(RError) as raised:
            situation()
        assert expected in raised.value.advice


ODD = [None, "worst", np.nan, np.inf, 1.5, -1, [1], (1, [2]), {}, pd.NA, pd.Series([1, 2]), print]


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_repetitions_truth_values_and_numbers_are_checked_everywhere(odd) -> None:
    fit, new = net("good"), INFERT[["parity", "induced", "spontaneous"]]
    situations: list[Any] = [
        lambda: predict(fit, new, rep=odd),
        lambda: compute(fit, new, rep=odd),
        lambda: rnet.fitted(fit, rep=odd),
        lambda: rnet.coef(fit, rep=odd),
        lambda: fit.equation("R", rep=odd),
        lambda: fit.equation(odd),
        lambda: rnet.gwplot(fit, type=odd),
        lambda: rnet.gwplot(fit, selected_covariate=odd),
        lambda: rnet.gwplot(fit, selected_response=odd),
    ]
    if odd is not None:
        situations += [
            lambda: rnet.plot(fit, rep=odd),
            lambda: rnet.gwplot(fit, rep=odd),
            lambda: fit.diagnose(rep=odd),
        ]
    if not isinstance(odd, int | float) or np.isnan(odd):
        situations += [lambda: rnet.plot(fit, radius=odd), lambda: rnet.plot(fit, lwd=odd)]
        if odd is not None:
            situations += [
                lambda: rnet.gwplot(fit, max=odd),
                lambda: rnet.plot(fit, intercept=odd),
                lambda: rnet.confidence_interval(fit, corrected=odd),
                lambda: rnet.prediction(fit, corrected=odd),
                lambda: rnet.garson(fit, bar_plot=odd),
            ]
    for situation in situations:
        with pytest.raises(RError):
            situation()


def test_warnings_point_to_the_line_of_the_call() -> None:
    with pytest.warns(rnet.RWarning) as caught:
        neuralnet(F, X, err_fct="ce", stepmax=5, startweights=[1])
    assert len(caught) == 3
    assert {each.filename for each in caught} == {__file__}
    assert "threshold 0.01" in caught[2].message.advice


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 4),
    st.floats(-5, 5),
    st.sampled_from(
        [np.nan, np.inf, -np.inf, "", "none", "ce", "tanh", "sag", (), pd.NA, np.int64(2)]
    ),
    st.lists(st.one_of(st.floats(-3, 6), st.none(), st.text(max_size=2)), max_size=4),
    st.dictionaries(st.sampled_from(["min", "max"]), st.floats(-1, 1)),
    st.just(np.ones((2, 3))),
    st.just(np.array(2)),
    st.just(object()),
)
NAMES = [
    name
    for name in inspect.signature(neuralnet).parameters
    if name not in ("formula", "data", "stepmax", "hidden")
]


@hypothesis.settings(max_examples=200, deadline=None)
@hypothesis.given(st.dictionaries(st.sampled_from(NAMES), JUNK, max_size=3), JUNK)
def test_any_arguments_either_fit_or_raise_an_r_error(given, hidden) -> None:
    with warnings.catch_warnings(record=True):
        warnings.simplefilter("always")
        for extra in ({}, {"hidden": hidden}):
            with contextlib.suppress(RError):
                fit = neuralnet(F, X, stepmax=20, **given, **extra)
                assert len(fit.outcomes) == int(given.get("rep", 1))


def test_constant_derivatives_of_custom_functions_work() -> None:
    set_seed(1)
    fit = neuralnet(F, X, act_fct=softplus, output_act_fct=lambda x: x,
                    linear_output=False)  # fmt: skip
    set_seed(1)
    linear = neuralnet(F, X, act_fct=softplus)
    np.testing.assert_array_equal(fit.result_matrix, linear.result_matrix)
    assert fit.generalized_weights[0].shape == (4, 2)


@pytest.mark.parametrize("junk", [3, None, "a", pd.DataFrame({"weights": [1.0]})])
def test_what_is_no_network_is_refused(junk) -> None:
    for function in (lambda x: compute(x, X), rnet.confidence_interval, rnet.gwplot):
        with pytest.raises(RError, match="operator is invalid for atomic vectors"):
            function(junk)

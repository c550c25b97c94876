"""R's quirks, row by row: each is kept, told or mended as the vignette says."""

import re
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from neural_cases import case_names, dataset, fit_case, load_case, load_json

import rnet
from rnet import RError, neuralnet, predict, set_seed

PAGE = Path(__file__).parents[2] / "vignettes/does_rnet_match_r.md"
F3 = "case ~ parity + induced + spontaneous"
INFERT, XOR = dataset("infert"), dataset("xor.data")
CE = {"err_fct": "ce", "linear_output": False}
F = "XOR ~ Var1 + Var2"
SAME_X = pd.DataFrame({"x": [1.0, 1.0, 1.0], "y": [1.0, 2.0, 3.0]})

# Each row of the table of quirks, and what the vignette says of it.
VIGNETTE = {
    1: "the short text of the package's own print method",
    2: "several repetitions print sorted by error, without their numbers",
    3: "the message for `learningrate.limit` names `learningrate.factor`",
    4: "`learningrate.limit` and `.factor` go by position",
    5: "`output_act_fct=None`: as `act_fct`",
    6: "cross-entropy drops the output derivative whenever the *hidden* activation is logistic",
    7: '`err.fct = "ce"` with a linear output is allowed',
    8: "a diverging run ends in `missing value where TRUE/FALSE needed`",
    9: "factor, text and date predictors, interactions, functions of columns, missing values",
    10: "classes of a factor response stand in alphabetical order",
    11: "a factor among several responses: only the first response is used",
    12: "`hidden`, `rep`, `stepmax` negative, fractional or text",
    13: "`startweights` that are too short, or a list, are ignored",
    14: "constants of an `exclude` matrix go to ascending positions",
    15: "duplicates in `exclude`",
    16: "weights fixed at another value count as parameters in AIC and BIC",
    17: "weights fixed at 0 are NA in `weights` and 0 in `result.matrix`",
    18: "generalized weights divide by o(1 - o) also where the output is no probability",
    19: "`result.matrix` has columns for the others only",
    20: "CRAN's 1.44.2 stops in `neuralnet`",
    21: "weights of failed repetitions are lost",
    22: "`steps` counts from 1, so at most `stepmax - 1` updates are made",
    23: "the first step size is 0.1 even outside `learningrate.limit`",
    24: '`algorithm="sag"` and `"slr"` are chaotic',
    25: '`confidence.interval` stops for `err.fct = "sse"`, relu',
    26: "`confidence.interval` puts one kind of second derivative a row too high",
    27: "leaves out products between outputs",
    28: "`confidence.interval` takes `act.fct` for the output too",
    29: "its warning counts the repetitions that *did* work as failed",
    30: "its lists and `nic` become shorter",
    31: "`prediction` averages over the wrong rows",
    32: "`prediction` stops when all rows have the same covariates",
    33: "`predict` takes new columns by position when their number fits",
    34: "`predict` needs `newdata`",
    35: "`information.pos` has no effect",
    36: "`gwplot(highlight = TRUE)`: the legend is black",
    37: '"varify" and "exluded" are spelled as R spells them',
    38: "`lifesign`: the padding fails for a negative error",
    39: "gives no warning",
    40: "one predictor: `covariate` has an empty column name",
}


@pytest.mark.parametrize("row", VIGNETTE)
def test_the_vignette_tells_every_row(row) -> None:
    page = re.sub(r"\s+", " ", PAGE.read_text(encoding="utf-8"))
    assert VIGNETTE[row] in page


@cache
def fitted(name: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return fit_case(load_case(name))


def fit(formula: str = F, data: Any = XOR, **given: Any) -> tuple[Any, list[Any]]:
    """A fit from seed 1, and the warnings it gave."""
    set_seed(1)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = neuralnet(formula, data, **given)
    return found, [each.message for each in caught]


def told(given: dict[str, Any], formula: str = F, data: Any = XOR) -> list[str]:
    return [warning.message for warning in fit(formula, data, threshold=1e9, **given)[1]]


def refused(action: Callable[[], Any]) -> RError:
    with pytest.raises(RError) as raised:
        action()
    return raised.value


def test_row_1_and_2_short_text_sorted_by_error() -> None:
    text = str(fitted("infert_rep3")).splitlines()
    assert text[2] == "3 repetitions were calculated."
    assert len(text) == 8
    printed = [float(line.split()[1]) for line in text[5:]]
    assert printed == sorted(printed)
    errors = fitted("infert_rep3").result_matrix.loc["error"].tolist()
    assert errors != sorted(errors)


def test_row_3_and_4_limits_by_position_and_their_wrong_name() -> None:
    error = refused(lambda: neuralnet(F, XOR, learningrate_limit=1))
    assert error.message == "Argument 'learningrate.factor' must consist of two components."
    assert "learningrate.limit" in error.advice
    turned = {"learningrate_limit": {"max": 1e-4, "min": 0.05}}
    assert told(turned) == ["the names in 'learningrate.limit' were ignored"]
    assert told({"learningrate_limit": {"min": 1e-4, "max": 0.05}}) == []
    assert told({"learningrate_factor": {"plus": 1.2, "minus": 0.5}}) == [
        "the names in 'learningrate.factor' were ignored"
    ]
    set_seed(1)
    by_position = neuralnet(F, XOR, threshold=0.2, learningrate_limit=[1e-4, 0.05])
    by_name = fit(threshold=0.2, **turned)[0]
    pd.testing.assert_frame_equal(by_position.result_matrix, by_name.result_matrix)


def test_row_5_default_output_activation() -> None:
    tanh = {"act_fct": "tanh", "linear_output": False, "threshold": 0.4}
    assert fit(**tanh)[0].output_act_fct.name == "tanh"
    assert fit(**tanh, output_act_fct="logistic")[0].output_act_fct.name == "logistic"


def test_row_6_and_7_cross_entropy_of_other_outputs() -> None:
    message = "the gradient of err.fct 'ce' is that of a logistic output"
    assert message in told({"err_fct": "ce", "output_act_fct": "relu", "linear_output": False})
    assert "err.fct 'ce' with linear output" in told({"err_fct": "ce"})
    assert told(CE) == []


def test_row_8_diverging_says_so() -> None:
    error = refused(lambda: fit(hidden=2, algorithm="backprop", learningrate=10, stepmax=1e4))
    assert error.message == "missing value where TRUE/FALSE needed"
    assert "diverged" in error.advice
    assert "learningrate=1" in error.advice


def test_row_8_cross_entropy_of_no_probabilities_says_so() -> None:
    arguments = {"err_fct": "ce", "act_fct": "log(1 + exp(x))", "linear_output": False}
    error = refused(lambda: fit(hidden=2, **arguments))
    assert error.message == "missing value where TRUE/FALSE needed"
    assert "output_act_fct='logistic'" in error.advice


def test_row_9_internal_errors_name_the_way_out() -> None:
    iris = dataset("iris")
    missing = iris.assign(**{"Petal.Length": iris["Petal.Length"].mask(iris.index == 2)})
    for formula, data, message, advice in [
        ("Sepal.Length ~ Species", iris, "requires numeric/complex", "0/1 columns"),
        ("Sepal.Length ~ I(Petal.Length^2)", iris, "undefined columns", "made columns first"),
        ("Sepal.Length ~ Petal.Length", missing, "the error derivative", "drop them first"),
        ("Petal.Length ~ Sepal.Length", missing, "non-conformable arrays", "drop them"),
    ]:
        error = refused(lambda f=formula, d=data: neuralnet(f, d))
        assert message in error.message
        assert advice in error.advice


def test_row_10_and_11_classes() -> None:
    frame = pd.DataFrame(
        {"g": pd.Categorical(["b", "a", "10"], ["b", "a", "10"]), "x": [1, 2, 3.0]}
    )
    found, _ = fit("g ~ x", frame, threshold=1e9)
    assert found.model_list["response"] == ["10", "a", "b"]
    assert told({}, "g + x ~ x", frame) == ["only the first response, `g`, was used"]


@pytest.mark.parametrize(
    "given", [{"hidden": 2.7}, {"hidden": -1}, {"rep": 0}, {"rep": 2.5}, {"threshold": "0.1"}]
)
def test_row_12_nonsense_is_refused(given) -> None:
    assert refused(lambda: neuralnet(F, XOR, **given)).advice


def test_row_13_start_weights_that_are_not_used() -> None:
    drawn = fit(threshold=1e9)[0].startweights[0][0].tolist()
    for start, message in [
        ([1.0, 2.0], "'startweights' has 2 of 5 weights"),
        ([np.ones((3, 1)), np.ones((2, 1))], "'startweights' is a list and was not used"),
    ]:
        found, caught = fit(threshold=1e9, startweights=start)
        assert found.startweights[0][0].tolist() == drawn
        assert [warning.message for warning in caught] == [message]


def test_row_14_15_17_excluded_weights() -> None:
    rows = [[2, 2, 1], [1, 1, 1]]
    found, caught = fit(threshold=1e9, exclude=rows, constant_weights=[7.0, 0.0])
    assert [w.message for w in caught] == [
        "constant.weights go to the excluded weights in the order of their positions"
    ]
    assert found.weights[0][0][0, 0] == 7.0
    assert np.isnan(found.weights[0][1][1, 0])
    assert found.result_matrix.loc["1layhid1.to.XOR", 0] == 0.0
    assert "twice" in refused(lambda: neuralnet(F, XOR, exclude=[1, 1])).advice


def test_row_16_fixed_weights_count_as_parameters() -> None:
    common = {"threshold": 1e9, "likelihood": True, "exclude": [1, 2]}
    at_zero = fit(**common)[0].result_matrix[0]
    elsewhere = fit(**common, constant_weights=[1, 1])[0].result_matrix[0]
    assert at_zero["aic"] - 2 * at_zero["error"] == pytest.approx(2 * 3)
    assert elsewhere["aic"] - 2 * elsewhere["error"] == pytest.approx(2 * 5)


def test_row_18_generalized_weights_divide_whatever_the_output_is() -> None:
    line = fit("y ~ x", {"x": [0.0, 1.0, 2.0], "y": [2.0, 4.0, 6.0]}, hidden=0)[0]
    output = line.net_result[0].to_numpy()[:, 0]
    slope = line.weights[0][0][1, 0]
    np.testing.assert_allclose(
        line.generalized_weights[0].to_numpy()[:, 0], slope / (output * (1 - output)), rtol=1e-12
    )
    start = np.array([0.0, 1000.0])
    flat = fit("y ~ x", {"x": [-1.0, 1], "y": [0.0, 1]}, hidden=0, startweights=start,
               linear_output=False)[0]  # fmt: skip
    assert np.isnan(flat.generalized_weights[0].to_numpy()[1, 0])


def test_row_19_20_21_failed_repetitions() -> None:
    partial = fitted("infert_rep5_partial")
    assert partial.converged == [1, 3, 5]
    assert partial.result_matrix.shape[1] == 3
    assert [weights is None for weights in partial.weights] == [False, True, False, True, False]
    assert len(rnet.plot(partial)) == 3
    assert refused(lambda: rnet.plot(partial, rep=2)).message == "'rep' does not exist"
    assert refused(lambda: rnet.gwplot(partial, rep=2)).message == "'rep' does not exist"
    assert partial.training.weights.shape[0] == 5


@pytest.mark.parametrize("algorithm", ["rprop+", "rprop-", "sag", "slr"])
def test_row_22_and_23_steps_and_the_first_step_size(algorithm) -> None:
    assert fit(stepmax=1)[0].outcomes[0].steps == 1
    assert fit(stepmax=2)[0].outcomes[0].steps == 2
    one = fit(stepmax=2, algorithm=algorithm, learningrate_limit=[1e-10, 0.001], history="weights")
    moved = np.abs(np.diff(one[0].history[0].weights, axis=0))
    assert np.isclose(moved, 0.1, rtol=1e-12).sum() >= moved.size - 1  # "sag" chooses one itself


def test_row_24_is_flagged_by_the_recordings() -> None:
    chaotic = {load_case(n)["args"]["algorithm"] for n in case_names()
               if not load_case(n)["robust"] and "algorithm" in load_case(n)["args"]}  # fmt: skip
    assert chaotic == {"sag", "slr"}


def test_row_33_and_34_new_data() -> None:
    good = fitted("infert_h1_seed01")
    turned = INFERT[["induced", "parity", "spontaneous"]]
    with pytest.warns(rnet.RWarning, match="taken in the given order"):
        found = predict(good, turned)
    np.testing.assert_array_equal(found, predict(good, turned.to_numpy()))
    error = refused(lambda: predict(good))
    assert error.message == 'argument "newdata" is missing, with no default'
    assert "fit.net_result" in error.advice


def test_row_35_dimension_is_the_radius_only() -> None:
    def circles(**style: Any) -> list[tuple[float, float]]:
        axes = rnet.plot(fitted("infert_h1_seed01"), rep=1, intercept=False, **style).axes[0]
        return [(*p.center, p.radius) for p in axes.patches if hasattr(p, "center")]

    assert circles(dimension=12) == [(x, y, radius / 2) for x, y, radius in circles()]


def test_row_37_misspellings() -> None:
    assert refused(lambda: neuralnet(F, XOR, exclude=range(1, 6))).message == (
        "all weights are exluded"
    )


def test_row_38_negative_errors_that_round_to_zero(capsys) -> None:
    data = {"x": [0.0, 1.0], "y": [0.0, 0.0]}
    fit("y ~ x", data, hidden=0, err_fct="-1e-9 * (x - y)^2", threshold=1, lifesign="minimal")
    assert "\terror: 0" in capsys.readouterr().err


def test_row_39_compute_gives_no_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        rnet.compute(fitted("infert_h1_seed01"), [[1, 1, 1]])


def test_row_40_one_predictor_keeps_its_name() -> None:
    assert list(fit("dist ~ speed", rnet.data("cars"), threshold=1e9)[0].covariate) == ["speed"]


# ---- messages of R that rnet does not give: what happens instead ----


def with_intervals(name: str, **given: Any) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return rnet.confidence_interval(fitted(name), **given)


def relu_intervals() -> Any:
    return rnet.confidence_interval(fit(act_fct="relu", threshold=5)[0])


def softplus_intervals() -> Any:
    z = "function(z) log(1 + exp(z))"
    return rnet.confidence_interval(fit(F3, INFERT, act_fct=z, **CE, threshold=5)[0])


def two_custom(**given: Any) -> Callable[[], Any]:
    return lambda: fit(hidden=2, threshold=1e9, **given)


PARTIAL = "infert_rep5_partial"
INSTEAD: dict[str, tuple[Callable[[], Any], str | None]] = {
    "neuralnet(f, X, act.fct = function(x) pmax(x, 0))": (two_custom(act_fct="pmax(x, 0)"), None),
    "neuralnet(f, X, hidden = 2, act.fct = function(x) max(0, x))": (
        two_custom(act_fct="function(x) max(0, x)"),
        "",
    ),
    "neuralnet(f, X, hidden = 2, err.fct = function(a, b) (a - b)^2)": (
        two_custom(err_fct="function(a, b) (a - b)^2"),
        None,
    ),
    "neuralnet(f, X, hidden = 2, output.act.fct = function(x) x, linear.output = FALSE)": (
        two_custom(output_act_fct="function(x) x", linear_output=False),
        None,
    ),
    "neuralnet(f, X, hidden = 2, err.fct = function(x, y) x - y)": (
        two_custom(err_fct="function(x, y) x - y"),
        None,
    ),
    "neuralnet(f, X, hidden = 2, act.fct = function(x, a = 2) 1/(1 + exp(-a * x)))": (
        two_custom(act_fct="function(x, a = 2) 1/(1 + exp(-a * x))"),
        None,
    ),
    "neuralnet(f, X, hidden = 2, act.fct = function(x) x * (x > 0))": (
        two_custom(act_fct="function(x) x * (x > 0)"),
        None,
    ),
    "plot(part, rep = 2)": (lambda: rnet.plot(fitted(PARTIAL), rep=2), "'rep' does not exist"),
    "plot(part, rep = 5)": (lambda: rnet.plot(fitted(PARTIAL), rep=5), None),
    'plot(part, rep = "best")': (lambda: rnet.plot(fitted(PARTIAL), rep="best"), None),
    "confidence.interval(sse)": (lambda: with_intervals("infert_h2_sse_linear"), None),
    "confidence.interval(exc)": (lambda: with_intervals("infert_exclude_vec"), None),
    "confidence.interval(part)": (lambda: with_intervals(PARTIAL), None),
    "confidence.interval(part1)": (lambda: with_intervals(PARTIAL), None),
    "relu": (relu_intervals, None),
    "function(z)": (softplus_intervals, None),
    "prediction(part)": (lambda: rnet.prediction(fitted(PARTIAL), corrected=True), None),
    "prediction(neuralnet(y ~ x, same_x))": (
        lambda: rnet.prediction(fit("y ~ x", SAME_X)[0]),
        None,
    ),
    "gwplot(part)": (lambda: rnet.gwplot(fitted(PARTIAL)), None),
    "gwplot(part, rep = 2)": (lambda: rnet.gwplot(fitted(PARTIAL), rep=2), "'rep' does not exist"),
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("part", INSTEAD)
def test_what_r_s_internal_errors_have_become(part) -> None:
    calls = [case["call"] for case in load_json("neuralnet/messages/messages.json")["cases"]]
    assert any(part in call for call in calls)
    action, message = INSTEAD[part]
    if message is None:
        assert action() is not None
    else:
        assert message in refused(action).message

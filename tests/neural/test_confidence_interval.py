"""`confidence_interval` against R's recorded intervals, and its derivatives against differences."""

import math
import warnings

import numpy as np
import pytest
from neural_cases import case_names, dataset, fit_case, load_case, matrix

from rnet import RError, confidence_interval, neuralnet, set_seed
from rnet.neural.information import HiddenLayer, OutputLayer, information
from rnet.neural.network import forward
from rnet.neural.nn import without_missing

# The inverse of a matrix with condition numbers up to 1e6 carries its rounding into the intervals.
INTERVAL = {"rtol": 1e-8, "atol": 1e-9}
# Second derivatives by differences of differences are right to about 1e-4.
DIFFERENCES = 1e-3
F3 = "case ~ parity + induced + spontaneous"
INFERT = dataset("infert")
CE = {"err_fct": "ce", "linear_output": False}

RECORDED = [
    (name, key)
    for name in case_names()
    for key in ("confidence_interval", "confidence_interval_alpha10")
    if key in load_case(name)
]
# R gives no interval: F rows of the table of quirks
ONLY_IN_RNET = {
    "infert_exclude_const0": "weights were excluded",
    "infert_exclude_vec": "weights were excluded",
    "infert_h0_sse_linear": "err.fct is 'sse'",
    "infert_h2_sse_linear": "err.fct is 'sse'",
}


def fitted(name: str):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return fit_case(load_case(name))


def intervals(fit, **arguments):
    """The intervals and the messages of the warnings."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = confidence_interval(fit, **arguments)
    return found, [w.message for w in caught]


@pytest.mark.parametrize(("name", "key"), RECORDED)
def test_intervals_and_nic_are_r_s(name, key) -> None:
    recorded = load_case(name)[key]
    found, told = intervals(fitted(name), alpha=recorded["alpha"])
    if name in ONLY_IN_RNET:
        assert recorded["error"] == "incorrect number of dimensions" or not recorded["nic"]
        assert ONLY_IN_RNET[name] in told[0].advice
        assert np.isfinite(found.nic).all()
        return
    assert recorded["error"] is None
    worked = [number for number, lower in enumerate(found.lower_ci) if lower is not None]
    assert len(worked) == len(recorded["lower_ci"])
    for number, lower, upper in zip(
        worked, recorded["lower_ci"], recorded["upper_ci"], strict=True
    ):
        for mine, theirs in ((found.lower_ci, lower), (found.upper_ci, upper)):
            for weights, expected in zip(mine[number], theirs, strict=True):
                np.testing.assert_allclose(weights, matrix(expected), **INTERVAL)
    np.testing.assert_allclose(found.nic.dropna(), recorded["nic"], **INTERVAL)
    assert set(found.nic.index) == {"error"}


def by_difference(fit, flat, gradient_of):
    """The Jacobian of a function of the flat weights, by central differences."""
    step = 1e-6
    columns = []
    for position in range(len(flat)):
        shifted = [flat.copy(), flat.copy()]
        shifted[0][position] += step
        shifted[1][position] -= step
        columns.append((gradient_of(shifted[0]) - gradient_of(shifted[1])) / (2 * step))
    return np.stack(columns, axis=-1)


@pytest.mark.parametrize(
    ("formula", "data", "arguments"),
    [
        (F3, "infert", {**CE, "hidden": 2}),
        (F3, "infert", {**CE, "hidden": 0}),
        (F3, "infert", {"hidden": 2, "act_fct": "tanh"}),
        ("AND + OR ~ Var1 + Var2 + Var3", "binary.data", {**CE, "hidden": 2}),
        ("AND + OR ~ Var1 + Var2 + Var3", "binary.data", {"hidden": 0, "linear_output": False}),
        ("SUM ~ Var1 + Var2", "sum.data", {"act_fct": "log(1 + exp(x))", "hidden": 2}),
        (
            "SUM ~ Var1 + Var2",
            "sum.data",
            {"err_fct": "x - y * log(x)", "output_act_fct": "exp(x)", "linear_output": False},
        ),
    ],
)
def test_corrected_matrices_are_the_derivatives_of_the_error(formula, data, arguments) -> None:
    set_seed(3)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fit = neuralnet(formula, dataset(data), threshold=1, **arguments)
    covariate, y = fit.covariate.to_numpy(float), fit.response.to_numpy(float)
    flat = fit.layout.join(without_missing(fit.weights[0]))

    def errors(at):
        output = forward(fit.network, fit.layout.split(at), covariate).output
        return fit.err_fct(output, y).sum(axis=1)

    def gradient(at):
        return by_difference(fit, at, errors)

    scores = gradient(flat)
    hessian = by_difference(fit, flat, lambda at: gradient(at).mean(axis=0))
    run = forward(fit.network, fit.layout.split(flat), covariate)
    weights = fit.layout.split(flat)
    z, a, o, out = run.weighted[0], run.activations[0], run.output, fit.network.output
    hidden = None
    if len(weights) == 2:
        act = fit.act_fct
        hidden = HiddenLayer(run.inputs[0], act.derivative(z, a), act.second(z, a), weights[1][1:])
    last = run.weighted[-1]
    layer = OutputLayer(
        run.inputs[-1], out.derivative(last, o), out.second(last, o),
        fit.err_fct.derivative(o, y), fit.err_fct.second(o, y),
    )  # fmt: skip
    mean_hessian, products = information(hidden, layer, as_in_r=False)
    scale = np.abs(hessian).max()
    np.testing.assert_allclose(mean_hessian, hessian, atol=DIFFERENCES * max(scale, 1))
    np.testing.assert_allclose(products, scores.T @ scores / len(scores), rtol=1e-5, atol=1e-6)


def test_corrected_intervals_are_near_r_s_for_one_output() -> None:
    fit = fitted("infert_h1_seed01")
    of_r, _ = intervals(fit)
    right, told = intervals(fit, corrected=True)
    assert told == []
    lower, better = np.vstack(of_r.lower_ci[0]), np.vstack(right.lower_ci[0])
    assert not np.array_equal(lower, better)
    np.testing.assert_allclose(lower, better, rtol=0.05, atol=0.2)


def test_another_output_activation_is_told() -> None:
    fit = fitted("infert_h1_tanh_ce")
    _, told = intervals(fit)
    assert [w.message for w in told] == [
        "confidence.interval takes act.fct for the output, as R does"
    ]
    assert "vignettes/does_rnet_match_r.md" in told[0].advice
    assert intervals(fit, corrected=True)[1] == []


def test_excluded_weights_have_no_interval_whichever_way_they_are_given() -> None:
    found = []
    for exclude in ([2, 5], [[1, 2, 1], [2, 1, 1]]):
        set_seed(2)
        fit = neuralnet(F3, INFERT, **CE, exclude=exclude)
        found.append(intervals(fit)[0])
        missing = np.isnan(fit.layout.join(found[-1].lower_ci[0]))
        assert np.flatnonzero(missing).tolist() == [1, 4]
    assert str(found[0]) == str(found[1])


@pytest.mark.filterwarnings("ignore:Algorithm did not converge")
def test_failed_repetitions_and_failed_intervals_keep_their_place() -> None:
    partial = fitted("infert_rep5_partial")
    found, told = intervals(partial)
    assert [lower is None for lower in found.lower_ci] == [False, True, False, True, False]
    assert np.isnan(found.nic).tolist() == [False, True, False, True, False]
    counts = [w for w in told if "could not calculate" in w.message]
    assert counts[0].message == (
        "2 of 5 repetition(s) could not calculate confidence intervals for the weights; varify "
        "that the neural network does not contain irrelevant neurons"
    )
    assert "3 could" in counts[0].advice


def test_messages() -> None:
    with pytest.raises(RError) as raised:
        confidence_interval(fitted("infert_rep2_none"))
    assert raised.value.message == "weights were not calculated"
    with pytest.raises(RError) as raised:
        confidence_interval(fitted("infert_h22_seed1"))
    assert raised.value.message == (
        "nic and confidence intervals will not be calculated for more than one hidden layer of "
        "neurons"
    )


@pytest.mark.parametrize("alpha", [0, 1, 2, -0.1, "a", None, math.nan, [0.05]])
def test_alpha_is_a_probability(alpha) -> None:
    with pytest.raises(RError, match="Argument 'alpha' must be a number between 0 and 1"):
        confidence_interval(fitted("infert_h1_seed01"), alpha=alpha)


def test_text_is_that_of_a_list() -> None:
    found, _ = intervals(fitted("infert_h0_ce_seed1"))
    assert str(found).startswith("$lower.ci\n$lower.ci[[1]]\n$lower.ci[[1]][[1]]\n")
    assert "$nic\n   error \n136.5061" in str(found)
    assert math.isclose(found["nic"].iloc[0], 136.5060591292885, rel_tol=1e-9)

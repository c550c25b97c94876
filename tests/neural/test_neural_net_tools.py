"""NeuralNetTools: every recorded call, for networks of neuralnet and nnet and for bare weights."""

import warnings
from functools import cache
from typing import Any

import matplotlib.colors
import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from neural_cases import dataset, fit_case, load_case, load_json
from oracles import doubles, number

import rnet
from rnet import (
    RError,
    garson,
    lekprofile,
    neuralnet,
    neuralskips,
    neuralweights,
    nnet,
    olden,
    plotnet,
    set_seed,
)
from rnet.neural.importance.network_view import network_view
from rnet.neural.importance.plotnet import plotnet_plan
from rnet.neural.importance.plotnet_layout import Label, Line, Node, PlotnetStyle, plotnet_layout

# Sums of products in another order; R's decimals were read back.
NUMBERS = {"rtol": 1e-12, "atol": 0}
# R's profiles cut logistic units at 15: they are then off by up to exp(-15) = 3e-7 each, times
# the weights of the output (up to 30 here) and the slope of the output (at most 1/4).
PROFILES = {"rtol": 0, "atol": 3e-6}
PROFILE_SUMS = {"rtol": 0, "atol": 3e-4}  # of 100 steps
# The weights of a converged nnet agree to this (tests/neural/test_nnet.py).
NNET = {"rtol": 1e-6, "atol": 1e-7}

CASES = load_json("neuralnet/nnt/neuralnettools.json")["cases"]
WTS_IN = [13.12, 1.49, 0.16, -0.11, -0.19, -0.16, 0.56, -0.52, 0.81]
WTS2 = [1.12, 1.49, 0.16, -0.11, -0.19, -0.16, 0.5, 0.2, -0.12, -0.1, 0.89, 0.9, 0.56, -0.52, 0.81]
BARE = {"numeric weights, two": (WTS2, [2, 2, 2, 1]), "numeric weights wts_in": (WTS_IN, [2, 2, 1])}

# R stops with an internal error; rnet answers (or gives the clear error below).
ANSWERED = {
    name for name, case in CASES.items() if name.endswith("_lek") and case["error"] is not None
} | {"infert_h0_ce_seed1_olden", "infert_h0_ce_seed1_plotnet"}


@cache
def model(fit: str) -> Any:
    """The model that a recorded call names."""
    for start, bare in BARE.items():
        if fit.startswith(start):
            return bare
    if fit.startswith("neuralnet case"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return fit_case(load_case(fit.split()[2]))
    set_seed(123)
    return nnet("Y1 ~ X1 + X2 + X3", dataset("neuraldat"), size=5, skip="skip" in fit, trace=False)


def arguments(call: str) -> dict[str, Any]:
    """The arguments of a recorded call after the model, under rnet's names."""
    inner = call[call.index("(") + 1 : -1].split(", ", 1)
    if len(inner) == 1:
        return {}
    text = inner[1].replace("list(", "c(").replace("TRUE", "True").replace("FALSE", "False")
    text = text.replace("struct = struct2", "").replace("struct = struct", "")
    text = text.replace("struct2", "").replace("struct", "").strip(", ")
    return eval(f"dict({text})", {"c": lambda *values: list(values), "dict": dict})


def bare_or_model(case: dict[str, Any]) -> tuple[Any, list[int] | None]:
    found = model(case["fit"])
    return found if isinstance(found, tuple) else (found, None)


def of_function(function: str) -> list[str]:
    return [
        name
        for name, case in CASES.items()
        if case["call"].startswith(f"{function}(") and name not in ANSWERED
    ]


def tolerance(case: dict[str, Any]) -> dict[str, float]:
    return NNET if "nnet(" in case["fit"] and "neuralnet" not in case["fit"] else NUMBERS


def answer(case: dict[str, Any], function: Any, **fixed: Any) -> Any:
    """Call a function as recorded; check error and warnings; None after an error."""
    mod_in, struct = bare_or_model(case)
    given = {**arguments(case["call"]), **({} if struct is None else {"struct": struct}), **fixed}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        if case["error"] is not None:
            with pytest.raises(RError) as raised:
                function(mod_in, **given)
            assert raised.value.message == case["error"]
            return None
        found = function(mod_in, **given)
    assert [str(w.message).partition("\n")[0] for w in caught] == case["warnings"]
    return found


@pytest.mark.parametrize("name", of_function("neuralweights"))
def test_neuralweights(name) -> None:
    case = CASES[name]
    found = answer(case, neuralweights)
    assert found.struct == case["value"]["struct"]
    assert list(found.wts) == list(case["value"]["wts"])
    for node, weights in case["value"]["wts"].items():
        np.testing.assert_allclose(found.wts[node], doubles(weights), **tolerance(case))


@pytest.mark.parametrize("name", of_function("neuralskips"))
def test_neuralskips(name) -> None:
    case = CASES[name]
    found = answer(case, neuralskips)
    assert list(found) == list(case["value"])
    for node, weights in case["value"].items():
        np.testing.assert_allclose(found[node], weights, **tolerance(case))


@pytest.mark.parametrize("name", of_function("garson") + of_function("olden"))
def test_importances(name) -> None:
    case = CASES[name]
    found = answer(case, {"garson": garson, "olden": olden}[case["call"].split("(")[0]])
    if found is None:
        return
    value = case["value"]
    if isinstance(found, Figure):
        axes = found.axes[0]
        assert [text.get_text() for text in axes.get_xticklabels()] == value["x_names"]
        heights = [bar.get_height() for bar in axes.patches]
        np.testing.assert_allclose(heights, value["values"], **tolerance(case))
        assert axes.get_ylabel() == value["ylab"]
        assert axes.get_legend() is None
        return
    assert list(found.index) == value["row_names"]
    assert list(found.columns) == [value["column"]]
    np.testing.assert_allclose(found.iloc[:, 0], doubles(value["values"]), **tolerance(case))


@pytest.mark.parametrize("name", of_function("lekprofile"))
def test_lekprofile(name) -> None:
    case = CASES[name]
    profiles, groups = answer(case, lekprofile)
    value = case["value"]
    assert list(profiles.columns) == value["columns"]
    assert len(profiles) == value["n_rows"]
    first = pd.DataFrame(value["first"])
    for column in ("resp_name", "Groups", "exp_name"):
        assert profiles[column].head(len(first)).tolist() == first[column].tolist()
    mine = profiles.head(len(first))
    np.testing.assert_allclose(mine["Explanatory"], first["Explanatory"], **NUMBERS)
    np.testing.assert_allclose(mine["Response"], first["Response"], **PROFILES)
    sums = profiles.groupby(["exp_name", "Groups"])["Response"].sum()
    for entry in value["response_sum_by_variable_and_group"]:
        found = sums[entry["exp_name"], entry["group"]]
        np.testing.assert_allclose(found, entry["sum"], **PROFILE_SUMS)
    assert list(groups.index) == value["groups"]["row_names"]
    assert list(groups.columns) == value["groups"]["columns"]
    np.testing.assert_allclose(groups, value["groups"]["values"], **NUMBERS)


STYLE = {
    "nid": True, "all_out": True, "all_in": True, "bias": True, "bias_y": 0.95,
    "rel_rsc": (1, 7), "circle_cex": 5, "node_labs": True, "var_labs": True, "line_stag": None,
    "circle_col": ("lightblue", "lightblue"), "pos_col": "black", "neg_col": "grey",
    "max_sp": False, "pad_x": 1, "prune_col": None, "prune_lty": "dashed",
}  # fmt: skip


@pytest.mark.parametrize("name", of_function("plotnet"))
def test_every_line_and_label_of_plotnet_is_r_s(name) -> None:
    case = CASES[name]
    assert isinstance(answer(case, plotnet), Figure)
    mod_in, struct = bare_or_model(case)
    given = arguments(case["call"])
    x_names, y_names = given.pop("x_names", None), given.pop("y_names", None)
    skip, alpha = given.pop("skip", False), given.pop("alpha_val", 1)
    cex = given.pop("cex_val", 1)
    if "circle_col" in given:
        given["circle_col"] = tuple(given["circle_col"])
    style = PlotnetStyle(**{**STYLE, **given})
    plan = plotnet_plan(network_view(mod_in, struct), x_names, y_names, style)
    drawn = plotnet_layout(plan, skip)
    frame, *ops = case["value"]["ops"]
    assert frame == {"op": "plot", "xlim": [-1, 1], "ylim": [0, 1]}
    assert len(drawn) == len(ops)
    for mine, theirs in zip(drawn, ops, strict=True):
        compare(mine, theirs, style, (alpha, cex), tolerance(case))


def compare(mine: list, theirs: dict, style: Any, look: tuple, allowed: dict) -> None:
    alpha, cex = look
    place = {"rtol": 0, "atol": 1e-14}
    match mine[0]:
        case Line():
            assert theirs["op"] == "segments"
            expected = distinct_segments(theirs)
            assert len(mine) == len(expected)
            for line, (x0, y0, x1, y1, colour, width) in zip(mine, expected, strict=True):
                np.testing.assert_allclose([line.x0, line.y0, line.x1, line.y1],
                                           [x0, y0, x1, y1], **place)  # fmt: skip
                np.testing.assert_allclose(line.width, width, **allowed)
                shown = line.colour.replace("grey", "#BEBEBE")
                if np.isnan(width):
                    continue  # an excluded weight, which neither draws
                rgba = matplotlib.colors.to_rgba(shown, alpha)
                found = matplotlib.colors.to_rgba(colour.replace("grey", "#BEBEBE"))
                np.testing.assert_allclose(rgba, found, atol=1 / 255)
        case Node():
            assert theirs["op"] == "points"
            assert [node.fill for node in mine] == theirs["fill"] * (
                len(mine) // len(theirs["fill"])
            )
            assert theirs["cex"] == style.circle_cex
            np.testing.assert_allclose([node.x for node in mine], theirs["x"], **place)
            np.testing.assert_allclose([node.y for node in mine], theirs["y"], **place)
        case Label():
            assert theirs["op"] == "text"
            assert [label.text for label in mine] == theirs["labels"]
            assert theirs["cex"] == cex
            sides = {None: "centre", 2: "left", 4: "right"}
            assert {label.side for label in mine} == {sides[theirs["pos"]]}
            np.testing.assert_allclose([label.x for label in mine], theirs["x"], **place)
            np.testing.assert_allclose([label.y for label in mine], theirs["y"], **place)


def distinct_segments(op: dict) -> list[tuple]:
    """The segments of one call, recycled as R does, each once."""
    columns = [op[key] for key in ("x0", "y0", "x1", "y1", "col", "lwd")]
    columns[5] = [number(width) for width in columns[5]]
    count = max(map(len, columns))
    rows = [tuple(column[i % len(column)] for column in columns) for i in range(count)]
    return list(dict.fromkeys(rows))


def test_every_recorded_call_is_tested() -> None:
    functions = ("neuralweights", "neuralskips", "garson", "olden", "lekprofile", "plotnet")
    tested = {name for function in functions for name in of_function(function)}
    assert tested | ANSWERED == set(CASES)


def test_networks_without_hidden_layer_are_answered() -> None:
    fit = model(CASES["infert_h0_ce_seed1_olden"]["fit"])
    found = olden(fit, bar_plot=False)
    np.testing.assert_array_equal(found["importance"], fit.weights[0][0][1:, 0])
    lines = [line for line in plotnet(fit).axes[0].lines if len(line.get_xdata()) == 2]
    assert len(lines) == 4
    profiles, _ = lekprofile(fit, val_out=True, steps=7)
    assert len(profiles) == 3 * 6 * 7


@pytest.mark.parametrize("name", sorted(name for name in ANSWERED if name.endswith("_lek")))
def test_profiles_where_r_stops_are_predictions(name) -> None:
    fit = model(CASES[name]["fit"])
    profiles, groups = lekprofile(fit, val_out=True, steps=4)
    variables, responses = fit.model_list["variables"], fit.model_list["response"]
    assert len(profiles) == 4 * 6 * len(variables) * len(responses)
    last = profiles[(profiles["exp_name"] == variables[-1]) & (profiles["Groups"] == "3")]
    rows = np.tile(groups.iloc[2].to_numpy(), (4, 1))
    rows[:, -1] = last["Explanatory"].to_numpy()[:4]
    expected = rnet.predict(fit, rows).to_numpy()
    for column, response in enumerate(responses):
        chosen = last[last["resp_name"] == response]["Response"]
        np.testing.assert_allclose(chosen, expected[:, column], rtol=1e-13)


def test_figures_of_profiles() -> None:
    fit = model(CASES["and_or_h2_sse_lek"]["fit"])
    figure = lekprofile(fit, steps=5, xsel=["Var1", "Var3"])
    assert len(figure.axes) == 2 * 2
    assert [axes.get_title() for axes in figure.axes[:2]] == ["Var1", "Var3"]
    assert [len(axes.lines) for axes in figure.axes] == [6] * 4
    one = lekprofile(fit, steps=5, ysel="OR", grp_nms=list("abcdef"))
    assert [text.get_text() for text in one.legends[0].get_texts()] == list("abcdef")
    shown = lekprofile(fit, group_show=True)
    assert len(shown.axes[0].patches) == 6 * 3


def test_groups_by_clusters() -> None:
    set_seed(1)
    fit = neuralnet("mpg ~ wt + hp", rnet.data("mtcars"), hidden=0, threshold=1)
    set_seed(5)
    _, groups = lekprofile(fit, val_out=True, group_vals=3)
    set_seed(5)
    _, again = lekprofile(fit, val_out=True, group_vals=3)
    assert groups.shape == (3, 2)
    pd.testing.assert_frame_equal(groups, again)
    assert list(groups.index) == ["1", "2", "3"]


def test_excluded_weights_are_drawn_when_a_colour_is_given() -> None:
    fit = model(CASES["infert_exclude_vec_plotnet"]["fit"])

    def lines(figure):
        return [line for line in figure.axes[0].lines if len(line.get_xdata()) == 2]

    plain = lines(plotnet(fit))
    pruned = lines(plotnet(fit, prune_col="red", prune_lty="dotted"))
    assert len(pruned) == len(plain) + 2
    assert sum(line.get_linestyle() == ":" for line in pruned) == 2


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda fit: garson("a"), "no applicable method"),
        (lambda fit: garson([1.0, 2.0]), 'argument "struct" is missing'),
        (lambda fit: olden([1.0, 2.0], [1, 1, 1]), "Incorrect length of weight matrix"),
        (lambda fit: lekprofile(fit, xsel="zzz"), "xsel must match one: age, parity"),
        (lambda fit: lekprofile(fit, group_vals=[0.5, 2]), r"'probs' outside \[0,1\]"),
        (lambda fit: lekprofile(fit, xsel=1), "xsel must match one: age, parity"),
        (lambda fit: lekprofile(fit, group_vals=[]), r"'probs' outside \[0,1\]"),
        (lambda fit: lekprofile(fit, group_vals=np.inf), "more cluster centers than distinct"),
        (lambda fit: lekprofile(fit, group_vals=249), "more cluster centers than distinct"),
        (lambda fit: lekprofile(fit, grp_nms=1), "grp_nms must have one name for each group"),
        (lambda fit: lekprofile(fit, grp_nms=["a"]), "grp_nms must have one name for each group"),
        (lambda fit: plotnet(fit, circle_col=3), "invalid color name"),
        (lambda fit: lekprofile(WTS_IN), 'argument "struct" is missing'),
        (neuralskips, "does not contain skip-layer connections"),
        (lambda fit: plotnet(fit, skip=True), "does not contain skip-layer connections"),
        (lambda fit: plotnet(fit, x_names=["a"]), "x_names must have one name for each node"),
        (lambda fit: plotnet(fit, all_in="zzz"), "all_in must match one: age"),
        (lambda fit: plotnet(fit, circle_col=["red"] * 3), "circle_col is one colour or two"),
    ],
)
def test_messages(call, message) -> None:
    fit = model(CASES["infert_paper_h2_seed1_garson"]["fit"])
    with pytest.raises(RError, match=message):
        call(fit)


def test_equal_weights_have_the_middle_width() -> None:
    found = neuralweights([2.0, 2, -2, 2], [1, 7], struct=[1, 1, 1])
    assert found.wts["out 1"].tolist() == [4.0, 4.0]
    assert str(found).startswith("$struct\n[1] 1 1 1\n\n$wts\n$wts$`hidden 1 1`\n[1] 4 4")


@pytest.mark.filterwarnings("ignore:Algorithm did not converge")
def test_a_network_without_weights_is_refused() -> None:
    set_seed(1)
    fit = neuralnet("mpg ~ wt", rnet.data("mtcars"), stepmax=3)
    with pytest.raises(RError, match="requires numeric/complex"):
        garson(fit)


def test_odd_arguments_end_in_errors() -> None:
    weights, struct = np.arange(9.0), [2, 2, 1]
    fit = rnet.neuralnet("dist ~ speed", rnet.data("cars"), threshold=1e9)
    for message, action in {
        "'rel_rsc' is two numbers": lambda: rnet.neuralweights(weights, [1, "a"], struct=struct),
        "invalid color name": lambda: rnet.plotnet(weights, struct=struct, pos_col="nocolour"),
        "'steps' must be": lambda: rnet.lekprofile(fit, steps="a"),
        "'probs' outside": lambda: rnet.lekprofile(fit, group_vals="a"),
        "unused argument": lambda: rnet.garson(weights, struct=struct, barplot=False),
    }.items():
        with pytest.raises(RError, match=message):
            action()

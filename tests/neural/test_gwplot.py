"""`gwplot` against the graphics calls recorded from R."""

import re
import warnings
from functools import cache

import matplotlib.colors
import numpy as np
import pytest
from neural_cases import ORACLES, fit_case, load_case, load_json
from oracles import doubles, number

from rnet import RError, gwplot, neuralnet, set_seed
from rnet.neural.gwplot import gwplot_content

# Generalized weights pass through a division by o(1 - o); R's decimals were read back.
WEIGHTS = {"rtol": 1e-12, "atol": 0}
SUMS = {"rtol": 1e-10, "atol": 1e-12}

FILES = sorted(path.stem for path in (ORACLES / "neuralnet/plots").glob("gwplot_*.json"))
VIEWS = [
    (name.removeprefix("gwplot_"), view)
    for name in FILES
    for view in load_json(f"neuralnet/plots/{name}.json")["views"]
]
F3 = "case ~ parity + induced + spontaneous"


@cache
def fitted(name: str):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return fit_case(load_case(name))


def arguments(call: str) -> dict:
    """The arguments of a recorded call `gwplot(nn, rep = 1, ...)`."""
    found = {}
    for name, text, digits, flag in re.findall(
        r'([\w.]+) = (?:"([^"]*)"|(-?[\d.]+)L?|(TRUE|FALSE))', call
    ):
        value = flag == "TRUE" if flag else float(digits) if digits else text
        found[name.replace(".", "_")] = int(value) if digits else value
    return found


@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_every_point_and_label_is_r_s(name, view) -> None:
    recorded = load_json(f"neuralnet/plots/gwplot_{name}.json")["views"][view]
    fit, given = fitted(name), arguments(recorded["call"])
    limits = given.pop("min", None), given.pop("max", None)
    given.pop("type", None)
    drawing = (
        fit,
        given.pop("rep", None),
        limits,
        given.pop("selected_covariate", 1),
        given.pop("selected_response", 1),
        given.pop("highlight", False),
        given.pop("col", "black"),
    )
    assert not given
    if recorded["error"] is not None:
        with pytest.raises(RError) as raised:
            gwplot_content(*drawing)
        assert raised.value.message == recorded["error"]["message"]
        return
    content = gwplot_content(*drawing)
    ops = recorded["ops"]
    frame = ops[0]
    np.testing.assert_array_equal(content.x[: len(frame["x"])], frame["x"])
    np.testing.assert_allclose(content.x.sum(), frame["x_sum"], **SUMS)
    np.testing.assert_allclose(content.y_limits, frame["ylim"], **WEIGHTS)
    assert content.x_label == frame["xlab"]
    assert [op["main"] for op in ops if op["op"] == "title"][-1] == content.title
    assert [op["text"] for op in ops if op["op"] == "legend"] == (
        [content.legend] if content.legend else []
    )
    drawn = distinct([(op["col"], op) for op in ops if op["op"] in ("plot", "lines")])
    assert len(drawn) == len(content.series)
    for mine, (colour, theirs) in zip(content.series, drawn, strict=True):
        assert mine.colour == colour
        np.testing.assert_allclose(mine.y[: len(theirs["y"])], doubles(theirs["y"]), **WEIGHTS)
        np.testing.assert_allclose(mine.y.sum(), number(theirs["y_sum"]), **SUMS)


def distinct(drawn: list) -> list:
    """What R draws, without what it draws again: black under red, the second one twice."""
    kept = {}
    for colour, op in drawn:
        kept.pop(op["y_sum"], None)
        kept[op["y_sum"]] = colour, op
    return list(kept.values())


def test_views_are_all_there() -> None:
    assert len(FILES) == 9
    assert len(VIEWS) == 57


def test_figure_has_points_labels_and_a_red_legend() -> None:
    axes = gwplot(fitted("infert_rep3"), highlight=True).axes[0]
    assert len(axes.lines) == 3
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("parity", "GW")
    assert axes.get_title() == "Response: case"
    text = axes.get_legend().get_texts()[0]
    assert text.get_text() == "Minimal Error: 129.247"
    assert matplotlib.colors.same_color(text.get_color(), "red")
    assert axes.lines[-1].get_color() == "red"
    lines = gwplot(fitted("infert_rep3"), rep=2, type="l", col="blue", linewidth=3).axes[0].lines
    assert [(line.get_color(), line.get_linewidth()) for line in lines] == [("blue", 3)]


@pytest.mark.filterwarnings("ignore:Algorithm did not converge")
def test_repetitions_that_failed_are_left_out() -> None:
    partial = fitted("infert_rep5_partial")
    assert len(gwplot(partial).axes[0].lines) == 3
    with pytest.raises(RError, match="'rep' does not exist"):
        gwplot(partial, rep=2)


def test_messages(tmp_path) -> None:
    fit = fitted("infert_h1_seed01")
    recorded = {
        case["call"]: case["error"]["message"]
        for case in load_json("neuralnet/messages/messages.json")["cases"]
        if case["group"] == "gwplot"
    }
    path = tmp_path / "gw.png"
    gwplot(fit, file=str(path))
    assert path.stat().st_size > 1000
    situations = {
        "gwplot(none)": lambda: gwplot(fitted("infert_rep2_none")),
        "gwplot(good, file = 1)": lambda: gwplot(fit, file=1),
        "gwplot(good, file = existing)": lambda: gwplot(fit, file=str(path)),
        'gwplot(good, selected.covariate = "zzz")': lambda: gwplot(fit, selected_covariate="zzz"),
        "gwplot(good, selected.covariate = 9)": lambda: gwplot(fit, selected_covariate=9),
        'gwplot(good, selected.response = "zzz")': lambda: gwplot(fit, selected_response="zzz"),
        "gwplot(good, rep = 20)": lambda: gwplot(fit, rep=20),
    }
    answered_here = {"gwplot(part)", "gwplot(part, rep = 2)"}  # R: internal errors
    assert set(recorded) == set(situations) | answered_here
    for call, situation in situations.items():
        with pytest.raises(RError) as raised:
            situation()
        assert raised.value.message == recorded[call].replace("<file>", str(path))
    with pytest.raises(RError, match="invalid plot type"):
        gwplot(fit, type="x")


def test_colours_and_parameters_are_checked() -> None:
    fit = fitted("infert_h1_seed01")
    assert gwplot(fit, col="green").axes[0].lines[0].get_color() == "#00FF00"
    with pytest.raises(RError, match="invalid color name 'nocolour'"):
        gwplot(fit, col="nocolour")
    with pytest.raises(RError, match="graphical parameter"):
        gwplot(fit, foo=1)


def test_saturated_outputs_need_limits() -> None:
    set_seed(1)
    weights = np.array([0.0, 1000.0])
    data = {"x": [-1.0, 1.0], "y": [0.0, 1.0]}
    fit = neuralnet("y ~ x", data, hidden=0, startweights=weights, linear_output=False)
    with pytest.raises(RError, match="need finite 'ylim' values"):
        gwplot(fit)
    assert gwplot(fit, min=0, max=1).axes[0].get_ylim()[0] < 0

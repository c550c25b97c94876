"""`plot` of a network: everything R draws, with its coordinates; the figures of matplotlib."""

import subprocess
import sys
from functools import cache
from typing import Any

import numpy as np
import pytest
from matplotlib.figure import Figure
from neural_cases import ORACLES, fit_case, load_case, load_json

import rnet
from rnet import RError
from rnet.neural.nn_diagram import Arrow, Circle, Label, Text
from rnet.neural.plot_nn import diagram_style, draw_network, nn_diagram

# A few roundings: R may order a sum otherwise.
TINY = 1e-14  # fractions of the page
TINY_ANGLE = 1e-12  # degrees

# R ignores information.pos; rnet honours it.
IGNORED_BY_R = "information_pos"

VIEWS = [
    (path.stem.removeprefix("plot_"), view)
    for path in sorted((ORACLES / "neuralnet/plots").glob("plot_*.json"))
    for view in load_json(f"neuralnet/plots/{path.name}")["views"]
]


@cache
def fitted(name: str) -> Any:
    return fit_case(load_case(name))


def arguments(call: str) -> dict[str, Any]:
    """Arguments of a recorded call `plot(nn, rep = 1, radius = 0.3)`."""
    values = {"TRUE": True, "FALSE": False}
    found = {}
    for part in call.removeprefix("plot(nn, ").removesuffix(")").split(", "):
        name, value = part.split(" = ")
        text = values.get(value, value.strip('"'))
        if value[0].isdigit():
            text = float(value)
        found[name.replace(".", "_")] = text
    return found


def as_recorded(drawn: Any) -> dict[str, Any]:
    """A primitive in the words of the recording."""
    match drawn:
        case Arrow(x1, y1, x2, y2, colour):
            return {"op": "line", "x": [x1, x2], "y": [y1, y2], "col": colour}
        case Circle(x, y, radius, colour):
            return {"op": "circle", "x": x, "y": y, "r": radius, "col": colour}
        case Label(text, x, y, angle, anchor, colour, fontsize):
            just = [anchor, "bottom"]
            label = None if text == "NA" else text
            return {
                "op": "label", "label": label, "x": x, "y": y, "angle": angle,
                "just": just, "col": colour, "fontsize": fontsize,
            }  # fmt: skip
        case Text(text, x, y, anchor, colour, fontsize):
            return {
                "op": "text", "label": text, "x": x, "y": y, "just": [anchor],
                "col": None if anchor == "bottom" else colour,
                "fontsize": fontsize if anchor == "bottom" else None,
            }  # fmt: skip
    raise AssertionError(drawn)


@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_every_primitive_stands_where_r_draws_it(name, view) -> None:
    fit = fitted(name)
    recorded = load_json(f"neuralnet/plots/plot_{name}.json")["views"][view]
    given = arguments(recorded["call"])
    rep = given.pop("rep")
    given.pop(IGNORED_BY_R, None)
    number = fit.best() if rep == "best" else int(rep)
    drawn = [as_recorded(p) for p in nn_diagram(fit, number, diagram_style(given))]
    expected = [op for op in recorded["ops"] if op["op"] != "newpage"]
    assert len(drawn) == len(expected)
    for mine, theirs in zip(drawn, expected, strict=True):
        for key, value in mine.items():
            if key in ("x", "y", "r", "angle"):
                allowed = TINY_ANGLE if key == "angle" else TINY
                np.testing.assert_allclose(value, theirs[key], rtol=0, atol=allowed)
            else:
                assert value == theirs[key]


def test_views_are_all_there() -> None:
    assert len(VIEWS) == 26


def test_information_pos_is_honoured() -> None:
    drawn = nn_diagram(fitted("infert_h1_seed01"), 1, diagram_style({"information_pos": 0.5}))
    assert drawn[-1].y == 0.5


def test_one_figure_for_each_repetition_that_converged() -> None:
    figures = rnet.plot(fitted("infert_rep3"))
    assert len(figures) == 3
    figure = rnet.plot(fitted("infert_rep3"), rep="best")
    texts = [text.get_text() for text in figure.axes[0].texts]
    assert "parity" in texts
    assert texts[-1].startswith("Error: 129.247")


@pytest.mark.filterwarnings("ignore:Algorithm did not converge")
def test_a_notebook_shows_figures_without_pyplot() -> None:
    one, several = rnet.plot(fitted("infert_h1_seed01")), rnet.plot(fitted("infert_rep3"))
    assert one._repr_png_().startswith(b"\x89PNG")
    assert several._repr_html_().count("<img src=") == 3
    code = (
        "import rnet, sys; f = rnet.neuralnet('dist ~ speed', rnet.data('cars'), threshold=1e9)\n"
    )
    code += "f.plot()._repr_png_(); print('matplotlib.pyplot' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"


@pytest.mark.filterwarnings("ignore:Algorithm did not converge")
def test_failed_repetitions_are_skipped() -> None:
    partial = fitted("infert_rep5_partial")
    assert partial.converged == [1, 3, 5]
    assert len(rnet.plot(partial)) == 3
    with pytest.raises(RError, match="'rep' does not exist"):
        rnet.plot(partial, rep=2)
    assert partial.best() == 3


@pytest.mark.filterwarnings("ignore:Algorithm did not converge")
def test_messages(tmp_path) -> None:
    fit = fitted("infert_h1_seed01")
    with pytest.raises(RError, match="weights were not calculated"):
        rnet.plot(fitted("infert_rep2_none"))
    with pytest.raises(RError, match="'file' must be a string"):
        rnet.plot(fit, file=1)
    with pytest.raises(RError, match="'rep' does not exist"):
        rnet.plot(fit, rep=50)
    path = tmp_path / "net.png"
    rnet.plot(fit, rep=1, file=str(path))
    assert path.stat().st_size > 1000
    with pytest.raises(RError, match=r"net\.png’ already exists"):
        rnet.plot(fit, rep=1, file=str(path))
    with pytest.raises(RError, match=r"unused argument \(colour = 'red'\)"):
        rnet.plot(fit, colour="red")


def test_colours_are_checked() -> None:
    with pytest.raises(RError, match="invalid color name 'nocolour'"):
        rnet.plot(fitted("infert_h1_seed01"), col_hidden="nocolour")


def test_many_files_are_numbered(tmp_path) -> None:
    rnet.plot(fitted("infert_rep3"), file=str(tmp_path / "net.png"))
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"net.{i}.png" for i in (1, 2, 3)]


def test_the_line_below_stays_on_the_page() -> None:
    figure = rnet.plot(fitted("boston_tutorial_h53"))
    assert all(0 <= text.get_position()[1] <= 1 for text in figure.axes[0].texts[-1:])


def test_colours_are_those_of_r_and_labels_lean_on_their_arrows() -> None:
    axes = Figure().subplots()
    draw_network(fitted("infert_h1_seed01"), axes, col_hidden="green", col_out="purple")
    edges = {tuple(patch.get_edgecolor()) for patch in axes.patches}
    assert (0.0, 1.0, 0.0, 1.0) in edges
    label = axes.texts[0]
    assert label.get_rotation() > 0

"""What `plot` draws of a tuned method."""

import numpy as np
import pytest

from rnet import RError, data, hsv_palette, plot, set_seed, svm, tune, tune_control

cats = data("cats")


def tuned(ranges, **control):
    set_seed(1)
    given = tune_control(cross=2, best_model=False, **control)
    return tune(svm, "Hwt ~ Bwt", data=cats, ranges=ranges, tunecontrol=given)


def test_one_parameter_is_a_line_with_points() -> None:
    found = tuned({"cost": [1, 2, 4]})
    axes = plot(found, transform_x=np.log2).axes[0]
    line = axes.lines[0]
    assert line.get_xdata().tolist() == [0, 1, 2]
    assert line.get_ydata().tolist() == found.performances["error"].tolist()
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("cost", "error")
    assert axes.get_title() == "Performance of ‘svm’"


def test_one_parameter_of_names() -> None:
    axes = plot(tuned({"kernel": ["linear", "radial"]}), main="Kernels").axes[0]
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["linear", "radial"]
    assert axes.get_title() == "Kernels"


@pytest.mark.parametrize("swapxy", [False, True])
def test_two_parameters_are_a_contour(swapxy) -> None:
    found = tuned({"cost": [1, 2, 4], "gamma": [0.1, 1]})
    figure = plot(found, swapxy=swapxy, transform_z=lambda z: 10 * z, nlevels=8)
    axes = figure.axes[0]
    labels = ["cost", "gamma"]
    assert [axes.get_xlabel(), axes.get_ylabel()] == (labels[::-1] if swapxy else labels)
    limits = axes.get_xlim()
    assert limits == ((0.1, 1) if swapxy else (1, 4))
    errors = 10 * found.performances["error"]
    low, high = figure.axes[1].get_ylim()
    assert low <= errors.min()
    assert errors.max() <= high


def test_two_parameters_as_a_surface() -> None:
    figure = plot(
        tuned({"cost": [1, 2], "gamma": [0.1, 1]}), type="persp", theta=30, phi=20, ylab="g"
    )
    axes = figure.axes[0]
    assert (axes.azim, axes.elev) == (-120, 20)
    assert (axes.get_xlabel(), axes.get_ylabel(), axes.get_zlabel()) == ("cost", "g", "accuracy")
    figure.canvas.draw()


def test_a_random_search_leaves_blanks() -> None:
    found = tuned({"cost": [1, 2, 4], "gamma": [0.1, 1]}, random=5)
    assert plot(found).axes[0].get_xlim() == (1, 4)


@pytest.mark.parametrize(
    ("ranges", "arguments", "message"),
    [
        ({"cost": [1], "gamma": [1], "nu": [1]}, {}, "Cannot visualize more than 2 parameters"),
        ({"cost": [1], "gamma": [0.1, 1]}, {}, "no proper 'z' matrix specified"),
        ({"cost": [1, 2]}, {"type": "bars"}, "'arg' should be one of “contour”, “perspective”"),
    ],
)
def test_messages(ranges, arguments, message) -> None:
    with pytest.raises(RError) as caught:
        plot(tuned(ranges), **arguments)
    assert caught.value.message == message


def test_without_the_table_there_is_nothing_to_draw() -> None:
    with pytest.raises(RError, match="Object does not contain detailed performance measures!"):
        plot(tuned({"cost": [1, 2]}, performances=False))


@pytest.mark.parametrize(
    ("arguments", "n", "colours"),
    [
        ((), 5, ["#4D4DFF", "#6C6CFF", "#8C8CFF", "#ACACFF", "#CCCCFF"]),
        ((0.3, 0.1, 0.9, 0.5), 3, ["#758073", "#4D8040", "#24800D"]),
        ((), 1, ["#4D4DFF"]),
    ],
)
def test_colours_are_rs(arguments, n, colours) -> None:
    assert hsv_palette(*arguments)(n) == colours

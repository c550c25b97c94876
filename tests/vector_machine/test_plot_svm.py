"""Pictures of machines: R's grids and classes, and what R does not draw."""

import numpy as np
import pytest
from matplotlib.figure import Figure
from oracles import load_json

from rnet import RError, data, plot, svm
from rnet.vector_machine.colours import heat_colours
from rnet.vector_machine.svm_plot import svm_plot

RECORDED = load_json("e1071/plot_svm.json")["plots"]
cats, iris, infert, mtcars = data("cats"), data("iris"), data("infert"), data("mtcars")
PETALS = "Petal.Width ~ Petal.Length"
AGES = infert[["case", "age", "parity", "education"]]

TYPED = {
    "cats": lambda: svm_plot(svm("Sex ~ .", cats), cats, None, 50, {}),
    "iris_slice": lambda: svm_plot(
        svm("Species ~ .", iris), iris, PETALS, 50, {"Sepal.Width": 3, "Sepal.Length": 4}
    ),
    "iris_slice_default0": lambda: svm_plot(svm("Species ~ .", iris), iris, PETALS, 20, {}),
    "infert_factor": lambda: svm_plot(
        svm("factor(case) ~ age + parity + education", infert), AGES, "age ~ parity", 15, {}
    ),
}


def test_every_recorded_plot_is_drawn() -> None:
    assert TYPED.keys() == RECORDED.keys()


@pytest.mark.parametrize("name", TYPED)
def test_grid_and_classes_are_r_ones(name) -> None:
    recorded, picture = RECORDED[name], TYPED[name]()
    assert picture.x.tolist() == recorded["x"]
    assert picture.y.tolist() == recorded["y"]
    assert picture.z.astype(int).tolist() == recorded["z_by_x_rows"]["rows"]
    assert list(range(1, len(picture.classes) + 2)) == recorded["levels"]
    assert picture.title == "SVM classification plot"


def test_colours_are_r_ones() -> None:
    # R: hcl.colors(n, "YlOrRd", rev = TRUE)
    assert heat_colours(2) == ["#FFFFC8", "#7D0025"]
    assert heat_colours(3) == ["#FFFFC8", "#F39300", "#7D0025"]
    assert heat_colours(1) == ["#7D0025"]


def test_points_are_observed_classes_and_support_vectors() -> None:
    fit = svm("Species ~ .", iris)
    picture = svm_plot(fit, iris, PETALS, 5, {})
    assert picture.codes.tolist() == (iris["Species"].cat.codes + 1).tolist()
    assert (np.flatnonzero(picture.is_support) + 1).tolist() == sorted(fit.index.tolist())
    assert (picture.x_label, picture.y_label) == ("Petal.Length", "Petal.Width")


def test_support_vectors_are_found_after_subset_and_in_repeated_rows() -> None:
    fit = svm("Species ~ .", iris, subset=list(range(51, 151)))
    picture = svm_plot(fit, iris, PETALS, 5, {})
    assert not picture.is_support[:50].any()
    assert picture.is_support.sum() == fit.tot_nSV
    repeated = iris.set_axis(["row"] * 150)
    fit = svm("Species ~ .", repeated)
    picture = svm_plot(fit, repeated, PETALS, 5, {})
    assert (np.flatnonzero(picture.is_support) + 1).tolist() == sorted(fit.index.tolist())


MACHINES = {
    "regression": lambda: (svm("mpg ~ wt + hp", mtcars), mtcars, None),
    "regression with a factor": lambda: (
        svm("Sepal.Length ~ .", iris), iris, "Petal.Width ~ Petal.Length",
    ),
    "one class": lambda: (svm("~ Sepal.Length + Sepal.Width", iris), iris, None),
    "matrix": lambda: (svm(iris.iloc[:, :2], iris["Species"]), iris, None),
    "array": lambda: (
        svm(iris.iloc[:, :2].to_numpy(), iris["Species"]), iris.iloc[:, :2].to_numpy(), None,
    ),
    "log": lambda: (svm("mpg ~ log(wt) * hp", mtcars), mtcars, "hp ~ wt"),
    "logical": lambda: (
        svm("Sex ~ .", cats.assign(Old=cats["Hwt"] > 10)),
        cats.assign(Old=cats["Hwt"] > 10),
        "Bwt ~ Hwt",
    ),
    "without response in the data": lambda: (svm("Sex ~ .", cats), cats[["Bwt", "Hwt"]], None),
    "constant regression": lambda: (
        svm("mpg ~ wt + hp", mtcars, gamma=0, epsilon=0.5), mtcars, None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("fill", [True, False])
@pytest.mark.parametrize("name", MACHINES)
def test_all_machines_are_drawn(name, fill, tmp_path) -> None:
    if name == "one class":
        pytest.importorskip("libsvm")
    figure = plot(*MACHINES[name](), grid=6, fill=fill)
    assert isinstance(figure, Figure)
    assert len(figure.axes) == 1 + fill
    figure.savefig(tmp_path / "picture.png")


def test_key_names_the_classes() -> None:
    figure = plot(svm("Sex ~ .", cats), cats, svSymbol=4, dataSymbol="A", symbolPalette=["red"])
    key = figure.axes[1]
    assert [label.get_text() for label in key.get_yticklabels()] == ["F", "M"]


WRONG = {
    "missing formula.": lambda: plot(svm("Species ~ .", iris), iris),
    "Level “q” could not be found in factor ‘education’": lambda: plot(
        svm("factor(case) ~ age + parity + education", infert),
        infert,
        "age ~ parity",
        slice={"education": "q"},
    ),
    "object 'height' not found": lambda: plot(svm("Sex ~ .", cats), cats, "Bwt ~ height"),
    "‘range’ not meaningful for factors": lambda: plot(
        svm("Sepal.Length ~ .", iris), iris, "Species ~ Petal.Width"
    ),
    'argument "data" is missing, with no default': lambda: plot(svm("Sex ~ .", cats), None),
    "'length.out' must be a non-negative number": lambda: plot(
        svm("Sex ~ .", cats), cats, grid=1
    ),
    "invalid plotting symbol": lambda: plot(svm("Sex ~ .", cats), cats, svSymbol=99),
    "'from' must be a finite number": lambda: plot(svm("Sex ~ .", cats), cats[:0]),
    "test data does not match model !": lambda: plot(
        svm(iris.iloc[:, :2].to_numpy(), iris["Species"]), np.ones((3, 3))
    ),
}  # fmt: skip


@pytest.mark.parametrize("message", WRONG)
def test_what_cannot_be_drawn_says_why(message) -> None:
    with pytest.raises(RError) as caught:
        WRONG[message]()
    assert caught.value.message == message
    assert caught.value.advice

"""Base graphics of plain values: drawn where there is a place for them, else only evaluated."""

import subprocess
import sys

import matplotlib as mpl
import pytest

from rnet.interpreter.base_plots import finish_page
from rnet.interpreter.plot_files import figure_of
from rnet.interpreter.session import Session

mpl.use("Agg")


def figures_of(code: str) -> list:
    """Run code and return the pages it drew."""
    session, found = Session(), []
    session.plots = lambda drawn: found.append(figure_of(drawn))
    step = session.step(code)
    assert step.error is None, step.error
    assert not step.messages, step.messages
    finish_page(session)
    return found


def panel(code: str):
    (figure,) = figures_of(code)
    (axes,) = figure.axes
    return axes


@pytest.mark.parametrize(
    ("code", "panels"),
    [
        ("plot(1:3, c(2, 4, 8)); lines(1:3, 3:1); points(2, 2, pch = 19)", [1]),
        ("plot(1:3); plot(3:1)", [1, 1]),
        ("par(mfrow = c(2, 2)); for (k in 1:5) hist(c(1, 2, 2, k))", [4, 1]),
        ("barplot(c(a = 1, b = 2)); pie(c(1, 2)); boxplot(mpg ~ cyl, mtcars)", [1, 1, 1]),
        ("curve(sin, 0, 1); curve(x^2, add = TRUE)", [1]),
        ("pairs(iris[1:3])", [9]),
        ("matplot(cbind(1:3, 3:1), type = 'l'); image(volcano); contour(volcano)", [1, 1, 1]),
        ("plot(iris$Species); plot(Sepal.Length ~ Species, iris); plot(AirPassengers)", [1, 1, 1]),
        ("png('x.png'); plot(1); dev.off(); plot(2)", [1, 1]),
        ("lines(1:3)", []),
    ],
)
def test_pages_and_panels(code, panels) -> None:
    assert [len(figure.axes) for figure in figures_of(code)] == panels


def test_a_scatter_plot_has_its_points_and_titles() -> None:
    axes = panel(
        "x <- 1:3; plot(x, x^2, main = 'Squares', ylab = 'y', col = 'red', xlim = c(0, 9))"
    )
    assert axes.get_title() == "Squares"
    assert (axes.get_xlabel(), axes.get_ylabel(), axes.get_xlim()) == ("x", "y", (0.0, 9.0))
    (line,) = axes.lines
    assert line.get_ydata().tolist() == [1.0, 4.0, 9.0]
    assert line.get_markeredgecolor() == "red"


def test_low_level_calls_add_to_the_last_panel() -> None:
    axes = panel(
        "plot(1:3); abline(lm(c(1, 2, 4) ~ c(1, 2, 3))); abline(h = 2, v = 1:2);"
        "text(1, 1, 'here');"
        "legend('topleft', c('a', 'b'), col = 1:2, lty = 1); polygon(c(0, 1, 1), c(0, 0, 1));"
        "segments(0, 0, 1, 1); arrows(0, 0, 1, 1); rect(0, 0, 1, 1);"
        "axis(1, at = 1:2); title('T');"
        "mtext('m', 4); grid()"
    )
    assert len(axes.lines) == 6
    assert len(axes.patches) == 2
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["a", "b"]
    assert "here" in [text.get_text() for text in axes.texts]
    assert axes.get_title() == "T"


def test_a_histogram_has_its_counts() -> None:
    axes = panel("hist(mtcars$mpg, breaks = 5)")
    assert [bar.get_height() for bar in axes.patches] == [6, 12, 8, 2, 4]
    assert axes.get_title() == "Histogram of mtcars$mpg"


def test_curves_are_functions_or_expressions_of_x() -> None:
    axes = panel("a <- 2; curve(a * x^2, 0, 1)")
    assert axes.lines[0].get_ydata()[-1] == 2.0


def test_devices_tell_their_names() -> None:
    step = Session().step("dev.cur(); png('a.png'); plot(1); pdf('b.pdf'); dev.off(); dev.off()")
    shown = "null device \n          1 \n" + "png \n  2 \n" + "null device \n          1 \n"
    assert step.output == shown
    assert Session().step("dev.off()").error is not None


def test_parameters_are_returned() -> None:
    step = Session().step("op <- par(mfrow = c(2, 1)); par('mfrow'); par(op); par('mfrow')")
    assert step.output == "[1] 2 1\n[1] 1 1\n"


def test_what_cannot_be_drawn_is_said() -> None:
    session = Session()
    session.plots = lambda drawn: None
    step = session.step("image(1); 1")
    assert step.output == "[1] 1\n"
    assert "could not draw this image()" in "".join(step.messages)


def test_nothing_is_loaded_where_nothing_is_drawn() -> None:
    code = (
        "import sys; from rnet.interpreter.session import Session;"
        "s = Session().step('plot(1:3); lines(1:2); curve(sin); barplot(1:2)');"
        "sys.exit(int(s.error is not None or 'matplotlib' in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

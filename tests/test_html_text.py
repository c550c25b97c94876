"""Printed text as HTML: every character kept, tables as tables."""

import html
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import rnet
from rnet.html_text import text_to_html

MTCARS = rnet.data("mtcars")
IRIS = rnet.data("iris")
NPK = rnet.data("npk")
TITLES = re.compile(r"<thead><tr>(.*?)</tr></thead>")
ROWS = re.compile(r"<tbody>(.*?)</tbody>")
CELLS = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>")


def titles(text: str) -> list[list[str]]:
    return [[html.unescape(cell) for cell in CELLS.findall(head)] for head in TITLES.findall(text)]


def words(text: str) -> list[str]:
    return html.unescape(re.sub("<[^>]*>", " ", text)).split()


SHOWN: dict[str, Callable[[], Any]] = {
    "lm": lambda: rnet.lm("mpg ~ wt + hp", MTCARS),
    "summary of lm": lambda: rnet.summary(rnet.lm("mpg ~ wt + hp", MTCARS)),
    "glm": lambda: rnet.glm("am ~ wt", rnet.binomial, MTCARS),
    "summary of glm": lambda: rnet.summary(rnet.glm("am ~ wt", rnet.binomial, MTCARS)),
    "aov": lambda: rnet.aov("yield ~ block + N * P * K", NPK),
    "summary of aov": lambda: rnet.summary(rnet.aov("yield ~ block + N * P * K", NPK)),
    "strata": lambda: rnet.summary(rnet.aov("yield ~ N * P * K + Error(block)", NPK)),
    "TukeyHSD": lambda: rnet.TukeyHSD(rnet.aov("yield ~ block", NPK)),
    "xtabs": lambda: rnet.xtabs("~ cyl + gear", MTCARS),
    "prcomp": lambda: rnet.prcomp(rnet.data("USArrests")),
    "lda": lambda: rnet.lda("Species ~ .", IRIS),
    "kmeans": lambda: rnet.kmeans(IRIS.iloc[:, :4], 3),
    "model frame": lambda: rnet.model_frame(rnet.lm("mpg ~ wt", MTCARS)),
    "influence": lambda: rnet.influence_measures(rnet.lm("mpg ~ wt", MTCARS)),
    "summary of numbers": lambda: rnet.summary(np.arange(5.0)),
    "table": lambda: rnet.table(MTCARS["cyl"], MTCARS["gear"]),
    "flat table": lambda: rnet.ftable("Survived + Age ~ Class + Sex", rnet.data("Titanic")),
    "flat shares": lambda: rnet.ftable(rnet.prop_table(rnet.xtabs("~ cyl + gear", MTCARS))),
    "alias": lambda: rnet.alias(rnet.lm("mpg ~ wt + I(2 * wt) + hp", MTCARS), partial=True),
    "model tables": lambda: rnet.model_tables(rnet.aov("yield ~ N * P * K", NPK), "means"),
    "dense network": lambda: rnet.summary(rnet.mlp("Species ~ .", IRIS, hidden=[4], n_epochs=1)),
    "autoencoder": lambda: rnet.autoencoder("~ .", IRIS.iloc[:, :4], hidden=2, n_epochs=1),
    "one unit": lambda: rnet.summary(rnet.perceptron("am ~ wt + hp", MTCARS)),
    "Boltzmann": lambda: rnet.summary(rnet.rbm("~ .", IRIS.iloc[:, :4] / 9, hidden=2, n_epochs=1)),
    "nls": lambda: rnet.summary(rnet.nls("mpg ~ a + b * wt", MTCARS, start={"a": 30, "b": -4})),
}


@pytest.mark.parametrize("name", SHOWN)
def test_a_printed_result_is_a_table_with_the_same_words(name: str) -> None:
    shown = SHOWN[name]()
    text = shown._repr_html_()
    assert "<table" in text
    assert words(text) == str(shown).split()


def test_names_with_blanks_are_one_column() -> None:
    text = rnet.summary(rnet.lm("mpg ~ wt", MTCARS))._repr_html_()
    assert titles(text)[1] == ["", "Estimate", "Std. Error", "t value", "Pr(>|t|)", ""]
    body = ROWS.findall(text)[1].split("</tr>")[0]
    assert [html.unescape(cell) for cell in CELLS.findall(body)] == [
        "(Intercept)", "37.2851", "1.8776", "19.858", "< 2e-16", "***",
    ]  # fmt: skip


def test_blank_cells_stay_in_their_column() -> None:
    text = text_to_html("          Df F value\na          1    0.48\nResiduals 12        ")
    assert titles(text) == [["", "Df", "F value"]]
    assert ROWS.findall(text)[0].endswith("<th>Residuals</th><td>12</td><td></td></tr>")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("      predicted\nactual  0  1\n     0 19  0\n     1 13  0", "actual"),
        ("   predicted\nN   0       1      \n  0 -0.9417  0.9417\n  1  0.9417 -0.9417", "N"),
        ("   predicted\n     0  1\n  a 10  2", ""),
    ],
)
def test_a_table_of_two_variables_has_two_lines_of_titles(text: str, label: str) -> None:
    found = text_to_html(text)
    assert titles(found) == [["", "predicted", label, "0", "1"]]
    assert 'colspan="2"' in found
    assert words(found) == text.split()


def test_numbered_lines_may_have_words() -> None:
    found = text_to_html(
        "  inputs units activation\n1      4     4       relu\n2      4     3 soft max "
    )
    assert titles(found) == []
    found = text_to_html("  inputs kind units\n1      4 soft     4\n2     10 relu     3")
    assert titles(found) == [["", "inputs", "kind", "units"]]
    assert CELLS.findall(ROWS.findall(found)[0]) == ["1", "4", "soft", "4", "2", "10", "relu", "3"]


def test_groups_are_shown_each_in_its_own_way() -> None:
    of = rnet.by(MTCARS[["mpg"]], MTCARS["am"], rnet.summary)
    shown = of._repr_html_()
    assert shown.count("<table") == 2
    assert shown.count("<hr>") == 1
    numbers = rnet.by(MTCARS["mpg"], {"am": MTCARS["am"]}, rnet.mean)._repr_html_()
    assert numbers.startswith("<pre>am: 0</pre><pre>[1] 17.14737</pre><hr>")


@pytest.mark.parametrize(
    "text",
    [
        "Call:\nlm(formula = y ~ x,\n    data = d)",
        "$scale\n[1] 0.5",
        "[1] 1 2\n[3] 3 4",
        "a b\n1 2\nc d\n3 4",
        "   P\nN   0     1    \n  0 51.72 52.42\n  1 59.22      ",
        "a < b & c",
        "  x y\na 1 u\nb 2 v",
    ],
)
def test_what_is_no_plain_table_stays_as_printed(text: str) -> None:
    assert text_to_html(text) == f"<pre>{html.escape(text)}</pre>"


@given(st.text(alphabet="ab1.- *\n[]<", max_size=80))
def test_no_word_is_lost(text: str) -> None:
    assert "".join(words(text_to_html(text))) == "".join(text.split())


@given(
    st.lists(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=2), min_size=2, max_size=6),
)
def test_every_printed_matrix_is_a_table(cells: list[list[float]]) -> None:
    frame = pd.DataFrame(cells, columns=["first", "second"])
    text = rnet.format_r(frame)
    assert titles(text_to_html(text)) == [["", "first", "second"]]
    assert words(text_to_html(text)) == text.split()

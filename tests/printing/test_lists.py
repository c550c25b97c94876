"""Lists, R syntax and results of rnet as R's console shows them."""

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet.language.parser import parse_expression
from rnet.printing.show import Style, console_text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([], "list()"),
        ({}, "named list()"),
        ([None, []], "[[1]]\nNULL\n\n[[2]]\nlist()\n"),
        ({"a": {"b": {"c": 1}}, "d": None}, "$a\n$a$b\n$a$b$c\n[1] 1\n\n\n\n$d\nNULL\n"),
        ([1, [2, "x"]], '[[1]]\n[1] 1\n\n[[2]]\n[[2]][[1]]\n[1] 2\n\n[[2]][[2]]\n[1] "x"\n\n'),
        ({"": 1, "b": 2}, "[[1]]\n[1] 1\n\n$b\n[1] 2\n"),
        ({None: 1}, "$<NA>\n[1] 1\n"),
        ({"a b": 1, "if": 2, ".x": 3}, "$`a b`\n[1] 1\n\n$`if`\n[1] 2\n\n$.x\n[1] 3\n"),
        ({"m": np.eye(1)}, "$m\n     [,1]\n[1,]    1\n"),
        ({"f": pd.Categorical(["u"])}, "$f\n[1] u\nLevels: u\n"),
        (np.array([1, "a", None], dtype=object), '[[1]]\n[1] 1\n\n[[2]]\n[1] "a"\n\n[[3]]\nNULL\n'),
        (parse_expression("y ~ x + log(z)"), "y ~ x + log(z)"),
    ],
)  # fmt: skip
def test_lists(value, expected):
    assert rnet.format_r(value) == expected


def test_arguments_reach_the_elements():
    assert (
        rnet.format_r([1 / 3, "x"], digits=3, quote=False) == "[[1]]\n[1] 0.333\n\n[[2]]\n[1] x\n"
    )


def test_another_module_registers_its_type():
    class Weight:
        pass

    @console_text.register
    def _(x: Weight, style: Style) -> str:
        return f"<weight{style.tag}>"

    assert rnet.format_r({"w": Weight()}) == "$w\n<weight$w>\n"

"""Calls are kept as R's match.call() shows them; the texts in quotes are R's."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from rnet.conditions import RError
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call, Symbol
from rnet.matched_call import keeps_call, keeps_written_call
from rnet.typed_values import as_node
from rnet.values import NA


@keeps_call("neuralnet")
def neuralnet(
    call: Call, formula: Any, data: Any, hidden: Any = 1, err_fct: Any = "sse",
    act_fct: Any = "logistic", linear_output: bool = True, exclude: Any = None, **dots: Any,
) -> str:  # fmt: skip
    return deparse_line(call)


@keeps_call("svm", dots=("kernel", "cost"))
def svm(
    call: Call, formula: Any, data: Any = None, *, kernel: str = "radial", cost: float = 1,
    subset: Any = None,
) -> str:  # fmt: skip
    return deparse_line(call)


@keeps_written_call("binomial")
def binomial(call: Call, link: str = "logit") -> str:
    return deparse_line(call)


@keeps_call("table")
def table(call: Call, *factors: Any, dnn: Any = None) -> str:
    return deparse_line(call)


@keeps_call("f")
def strict(call: Call, a: Any, b: Any, c_d: Any = 1) -> str:
    return deparse_line(call)


infert = pd.DataFrame({"case": [0, 1], "parity": [1, 2]})


class TestKeepsCall:
    def test_names_of_arguments_are_rs(self) -> None:
        assert neuralnet("case ~ parity", infert, hidden=[3, 2], linear_output=False) == (
            "neuralnet(formula = case ~ parity, data = infert, hidden = c(3, 2), "
            "linear.output = FALSE)"
        )

    def test_arguments_stand_in_formal_order(self) -> None:
        assert neuralnet(hidden=2, data=infert, err_fct="ce", formula="case~.") == (
            'neuralnet(formula = case ~ ., data = infert, hidden = 2, err.fct = "ce")'
        )

    def test_dots_stand_last_with_their_names(self) -> None:
        assert neuralnet("y ~ x", infert, rep_max=3, exclude=None, z=True) == (
            "neuralnet(formula = y ~ x, data = infert, exclude = NULL, rep.max = 3, z = TRUE)"
        )

    def test_listed_dots_stand_as_written(self) -> None:
        assert svm("y ~ x", infert, cost=2, subset="x > 1", kernel="linear") == (
            'svm(formula = y ~ x, data = infert, cost = 2, kernel = "linear", subset = x > 1)'
        )

    def test_unnamed_arguments(self) -> None:
        f = np.array(["a", "b"])
        assert (
            table(f, infert["case"], dnn=["f", "g"]) == 'table(f, infert$case, dnn = c("f", "g"))'
        )
        assert binomial("probit") == 'binomial("probit")'
        assert binomial(link="probit") == 'binomial(link = "probit")'

    def test_variables_are_called_by_name(self) -> None:
        d = infert.copy()
        h = [3, 2]
        assert strict(d, h, tuple(h)) == "f(a = d, b = h, c.d = c(3, 2))"
        assert strict(infert.head(), list(range(99)), pd) == "f(a = a, b = b, c.d = pd)"
        assert strict(np.tanh, lambda x: x, max) == "f(a = tanh, b = b, c.d = max)"

    def test_columns_of_a_frame_are_written_with_brackets(self) -> None:
        d = pd.DataFrame({"p": [1, 2], "q": [3, 4], "r": [5, 7], "s": [6, 8]})
        assert strict(d.iloc[:, 1:], d["p"]) == "f(a = d[, 2:4], b = d$p)"
        assert strict(d[["p", "s"]], d[["r"]]) == "f(a = d[, c(1, 4)], b = d[3])"

    def test_signature_and_name_are_the_users(self) -> None:
        import inspect  # noqa: PLC0415 - only here

        assert next(iter(inspect.signature(neuralnet).parameters)) == "formula"
        assert neuralnet.__name__ == "neuralnet"


class TestErrors:
    @pytest.mark.parametrize(
        ("args", "kwargs", "message"),
        [
            ((1, 2, 3, 4), {}, "unused argument (4)"),
            ((1, 2), {"d": 3}, "unused argument (d = 3)"),
            ((1, 2, 3, 5), {"d": 3, "e": "x"}, 'unused arguments (5, d = 3, e = "x")'),
            ((1, 2), {"d_e": [1], "e": max}, "unused arguments (d.e = c(1), e = max)"),
            ((1, 2), {"a": 3}, 'formal argument "a" matched by multiple actual arguments'),
            ((1,), {}, 'argument "b" is missing, with no default'),
            ((), {"b": 1}, 'argument "a" is missing, with no default'),
        ],
    )
    def test_words_are_rs(self, args: Any, kwargs: Any, message: str) -> None:
        with pytest.raises(RError) as caught:
            strict(*args, **kwargs)
        assert caught.value.message == message
        assert caught.value.advice

    def test_formula_that_does_not_parse(self) -> None:
        with pytest.raises(RError, match="<text>:2:0: unexpected end of input"):
            neuralnet("case ~ parity +", infert)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2, "2"), (-2, "-2"), (0.5, "0.5"), (100000, "1e+05"), (True, "TRUE"), (None, "NULL"),
        (np.int64(3), "3"), (np.float64(-1.5), "-1.5"), (np.bool_(False), "FALSE"),
        (float("inf"), "Inf"), (float("-inf"), "-Inf"), (float("nan"), "NaN"), (NA, "NA"),
        (pd.NA, "NA"), (2j, "0+2i"), ("a\"b", '"a\\"b"'), ([1, "a"], 'c(1, "a")'),
        ((True, 2), "c(TRUE, 2)"), ([], "c()"), ([1, None], "c(1, NULL)"),
        (np.array([1.5, -2]), "c(1.5, -2)"), (np.array(7), "7"), (np.array(["a"]), 'c("a")'),
        ({"cost": [1, 10], "g h": 2}, "list(cost = c(1, 10), `g h` = 2)"),
        ([[1, 2], [3, 4]], "matrix(c(1, 2, 3, 4), byrow = TRUE, ncol = 2)"),
        (np.eye(2), "matrix(c(1, 0, 0, 1), byrow = TRUE, ncol = 2)"),
    ],
)  # fmt: skip
def test_values_as_one_types_them(value: object, text: str) -> None:
    node = as_node(value)
    assert node is not None
    assert deparse_line(node) == text


@pytest.mark.parametrize(
    "value", [object(), list(range(11)), np.zeros((4, 4)), infert, [infert], {"a": object()}]
)
def test_values_only_a_name_can_stand_for(value: object) -> None:
    assert as_node(value) is None


def test_call_is_a_tree() -> None:
    seen: list[Call] = []

    @keeps_call("g")
    def g(call: Call, x: Any) -> None:
        seen.append(call)

    g(1)
    assert seen[0].function == Symbol("g")
    assert seen[0].arguments[0].name == "x"


def test_a_column_of_the_caller_s_frame_stands_under_its_name() -> None:
    @keeps_call("f")
    def f(call: Call, x: Any, y: Any = None) -> str:
        return deparse_line(call)

    iris = pd.DataFrame({"Species": ["a", "b"], "Sepal.Length": [5.1, 4.9]})
    found = f(iris["Species"], y=iris["Sepal.Length"])
    assert found == "f(x = iris$Species, y = iris$Sepal.Length)"
    assert f(iris["Species"].iloc[::-1]) == "f(x = x)"

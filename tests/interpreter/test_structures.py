"""Vectors, lists, factors, matrices and data frames of R code: what R printed, line by line.

`tests/oracles/language/structures.json` is recorded by `structures.R` beside it.
"""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rnet
from rnet.interpreter.session import Session
from rnet.interpreter.signalling import message_of

RECORDED = Path(__file__).parents[1] / "oracles" / "language" / "structures.json"
CASES = json.loads(RECORDED.read_text("utf-8"))["cases"]


def result(code: str):
    with rnet.options(r_version="4.2"):
        return Session().step(code)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["code"][:60])
def test_code_prints_what_r_printed(case) -> None:
    step = result(case["code"])
    assert step.output.splitlines() == case["output"]
    assert [warning.message for warning in step.warnings] == case["warnings"]
    error = None if step.error is None else message_of(step.error.condition)
    assert error == case["error"]


def test_a_copy_is_not_changed_with_the_original() -> None:
    step = result("a <- c(1, 2); a[1] <- 5; b <- a; a[1] <- 9; c(a, b)")
    assert step.value.data.tolist() == [9.0, 2.0, 5.0, 2.0]


def test_an_element_of_a_list_is_not_changed_with_the_list() -> None:
    step = result("l <- list(v = c(1, 2)); l$v[1] <- 5; k <- l$v; m <- l; l$v[2] <- 9; c(k, m$v)")
    assert step.value.data.tolist() == [5.0, 2.0, 5.0, 2.0]


def test_a_function_s_argument_is_a_copy() -> None:
    step = result("x <- 1:3; x[1] <- 7L; f <- function(v) { v[2] <- 0L; v }; f(x); x")
    assert step.value.data.tolist() == [7, 2, 3]


def test_an_unchanged_sign_is_a_copy_too() -> None:
    step = result("x <- 1; x[2] <- 2; y <- +x; x[1] <- 9; y")
    assert step.value.data.tolist() == [1.0, 2.0]


numbers = st.lists(st.integers(-50, 50), min_size=1, max_size=12)


def r_vector(values: list[int]) -> str:
    return f"c({', '.join(f'{value}L' for value in values)})"


@settings(max_examples=40, deadline=None)
@given(numbers, st.data())
def test_subscripts_take_what_numpy_takes(values, data) -> None:
    where = data.draw(st.lists(st.integers(1, len(values)), max_size=8))
    step = result(f"x <- {r_vector(values)}; x[as.integer({r_vector(where) if where else 'NULL'})]")
    assert np.atleast_1d(getattr(step.value, "data", step.value)).tolist() == [
        values[i - 1] for i in where
    ]


@settings(max_examples=40, deadline=None)
@given(numbers, st.data())
def test_assigning_and_reading_back_gives_the_new_values(values, data) -> None:
    place = data.draw(st.integers(1, len(values) + 5))
    step = result(f"x <- {r_vector(values)}; x[{place}] <- 99L; c(x[{place}], length(x))")
    assert step.value.data.tolist() == [99, max(place, len(values))]


@settings(max_examples=40, deadline=None)
@given(numbers)
def test_order_sorts_stably(values) -> None:
    step = result(f"c(order({r_vector(values)}), 0L)")
    expected = sorted(range(len(values)), key=lambda i: values[i])
    assert step.value.data.tolist() == [i + 1 for i in expected] + [0]


@settings(max_examples=40, deadline=None)
@given(numbers, numbers)
def test_split_and_unsplit_are_inverse(values, groups) -> None:
    groups = np.resize(groups, len(values)).tolist()
    given_values = f"x <- {r_vector(values)}; g <- {r_vector(groups)}"
    code = f"{given_values}; identical(unsplit(split(x, g), g), x)"
    assert result(code).value is True


@settings(max_examples=40, deadline=None)
@given(numbers)
def test_unique_elements_match_themselves(values) -> None:
    code = f"x <- {r_vector(values)}; u <- unique(x); identical(u[match(x, u)], x)"
    assert result(code).value is True

"""Values across the bridge and back are the same."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnet.interpreter.attributes import attribute, names_of
from rnet.interpreter.bridge import from_python, to_python
from rnet.interpreter.session import Session
from rnet.interpreter.values import NA_INTEGER, Vector, boxed
from rnet.values import NA, is_na

FRAME = """d <- data.frame(i = c(1L, NA), x = c(0.5, NA), s = c("a", NA), l = c(NA, TRUE),
    f = factor(c("u", NA), levels = c("v", "u")), row.names = c("p", "q"))"""


def value_of(code: str) -> Vector:
    vector = boxed(Session().step(f".v <- {code}").value)
    assert isinstance(vector, Vector)
    return vector


def same(one: Vector, other: Vector) -> bool:
    if one.kind != other.kind or len(one.data) != len(other.data):
        return False
    if one.kind == "list":
        if not all(same(boxed(a), boxed(b)) for a, b in zip(one.data, other.data, strict=True)):
            return False
    elif one.kind == "double":
        if not np.array_equal(one.data, other.data, equal_nan=True):
            return False
        if not np.array_equal(is_na(one.data), is_na(other.data)):
            return False
    elif one.data.tolist() != other.data.tolist():
        return False
    own, others = one.attributes or {}, other.attributes or {}
    return own.keys() == others.keys() and all(same(own[name], others[name]) for name in own)


@pytest.mark.parametrize(
    "code",
    [
        "c(1L, NA, 3L)", "c(TRUE, NA)", "c(1.5, NA, NaN, Inf)", "c('a', NA)", "c(a = 1, b = NaN)",
        "factor(c('b', 'a'))", "factor(1:2, ordered = TRUE)", "matrix(1:6, 2)", "list(1, 'a')",
        "matrix(c(1, NA), 1, dimnames = list('r', c('u', 'v')))",
        "list(a = 1:2, b = list(c = 'x'))",
        "table(a = c(1, 1, 2), b = c('x', 'y', 'y'))", "as.Date('2020-02-29') + 0:1",
        "array(1:8, c(2, 2, 2))", "data.frame(a = 1:2, b = c('x', 'y'))", FRAME,
        "iris[c(3, 5), ]", "numeric(0)", "character(0)",
    ],
)  # fmt: skip
def test_there_and_back(code: str) -> None:
    value = value_of(code)
    assert same(boxed(from_python(to_python(value, single=False))), value)


@given(st.lists(st.floats() | st.just(NA)))
def test_numbers_stay_bit_by_bit(numbers: list[float]) -> None:
    value = Vector("double", np.array(numbers, dtype=np.float64))
    back = boxed(from_python(to_python(value, single=False)))
    assert same(back, value)


@given(st.lists(st.integers(-(2**31) + 1, 2**31 - 1) | st.none(), min_size=1))
def test_integers_keep_missing_values(numbers: list[int | None]) -> None:
    data = [NA_INTEGER if n is None else n for n in numbers]
    value = Vector("integer", np.array(data, dtype=np.int32))
    assert boxed(from_python(to_python(value, single=False))).data.tolist() == data


def test_large_integers_are_doubles() -> None:
    assert boxed(from_python(np.array([2**31]))).kind == "double"


def test_rows_kept_by_a_filter_keep_their_names() -> None:
    frame = pd.DataFrame({"x": [1, 2, 3]})[[False, True, True]]
    assert attribute(boxed(from_python(frame)), "row.names").data.tolist() == [2, 3]


def test_named_results_keep_their_names() -> None:
    assert names_of(from_python(pd.Series([1.0], index=["a"]))) == ["a"]

"""What the parser says about structure, limits and bad input."""

import warnings
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from r_syntax import SCRAPS, TreeMaker, without_parentheses

from rnet.conditions import RError
from rnet.language.deparse import deparse
from rnet.language.parser import parse_expression, parse_program
from rnet.language.tree import Argument, Call, Constant, Function, Symbol, call

X, Y = Symbol("x"), Symbol("y")


@given(st.randoms(use_true_random=False), st.integers(1, 5))
def test_deparse_then_parse_gives_the_tree_back(random: Random, depth: int) -> None:
    tree = TreeMaker(random).tree(depth)
    again = parse_expression("\n".join(deparse(tree)))
    assert without_parentheses(again) == without_parentheses(tree)
    # What a text has given comes back whole, parentheses too.
    assert parse_expression("\n".join(deparse(again))) == again


@given(st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join) | st.text(max_size=40))
@settings(max_examples=300)
def test_any_text_gives_trees_or_an_r_error(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            expressions = parse_program(text)
        except RError:
            return
    assert all(deparse(expression) for expression in expressions)


def test_signs_bind_as_in_r() -> None:
    assert parse_expression("-2:3") == call(
        ":", call("-", Constant("double", 2.0)), Constant("double", 3.0)
    )
    assert parse_expression("-2^2") == call(
        "-", call("^", Constant("double", 2.0), Constant("double", 2.0))
    )


def test_arguments_keep_names_and_gaps() -> None:
    assert parse_expression("x[, 'i j' = 1, drop = ]") == Call(
        Symbol("["),
        (
            Argument(None, X),
            Argument(None, None),
            Argument("i j", Constant("double", 1.0)),
            Argument("drop", None),
        ),
    )


def test_lambda_is_a_function() -> None:
    expected = Function((Argument("x", None), Argument("y", Constant("integer", 2))), X)
    assert parse_expression(r"\(x, y = 2L) x") == expected
    assert parse_expression("function(x, y = 2L) x") == expected


def test_pipe_placeholder_heads_a_chain() -> None:
    # Since R 4.3; the recorded answers are of 4.2.
    assert parse_expression("x |> _$coef[[2]]") == parse_expression("x$coef[[2]]")
    assert parse_expression("x |> f(y = _) |> _$a") == parse_expression("f(y = x)$a")
    with pytest.raises(RError, match="invalid use of pipe placeholder"):
        parse_expression("x |> f(y = _$a)")


def test_invalid_bytes_survive() -> None:
    assert deparse(parse_expression(r"'\xe9\xc3\xa9'")) == ['"\\xe9é"']


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        ("y ~ x +", "<text>:2:0: unexpected end of input\n1: y ~ x +\n   ^",
         "Line 1, column 8: expected an expression."),
        ("f(x y)", "<text>:1:5: unexpected symbol\n1: f(x y\n        ^",
         "Line 1, column 5: expected an operator, ',' or ')'."),
        ("a\nb c", "<text>:2:3: unexpected symbol\n1: a\n2: b c\n     ^",
         "Line 2, column 3: expected an operator, ';' or a new line."),
        ("for (1 in x) y", "<text>:1:6: unexpected numeric constant\n1: for (1\n         ^",
         "Line 1, column 6: expected a name."),
        ("", "parsing result not of length one, but 0", "Expected exactly one expression in ''."),
        ("a; b", "parsing result not of length one, but 2",
         "Expected exactly one expression in 'a; b'."),
    ],
)  # fmt: skip
def test_errors_say_where_and_what(text: str, message: str, advice: str) -> None:
    with pytest.raises(RError) as caught:
        parse_expression(text)
    assert (caught.value.message, caught.value.advice) == (message, advice)


@pytest.mark.parametrize(
    "text",
    ["(" * 10000 + "a" + ")" * 10000, "f(" * 51, "x[[" * 26, "-" * 10000 + "a", "a^" * 10000 + "b",
     "if (a) " * 10000 + "b", "function(x) " * 10000 + "b", "({" * 26 + "-" * 600],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_nesting_too_deep_is_an_error(text: str) -> None:
    with pytest.raises(RError, match="contextstack overflow at line 1\nNested too deeply"):
        parse_expression(text)


def test_fifty_brackets_are_not_too_deep() -> None:
    assert deparse(parse_expression("(" * 50 + "a" + ")" * 50)) == ["(" * 50 + "a" + ")" * 50]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1.5L", "integer literal 1.5L contains decimal; using numeric value"),
        ("1.0L", "integer literal 1.0L contains unnecessary decimal point"),
        ("3000000000L", "non-integer value 3000000000L qualified with L; using numeric value"),
        ("1e-3L", "non-integer value 1e-3L qualified with L; using numeric value"),
    ],
)
def test_odd_integers_warn(text: str, message: str) -> None:
    with pytest.warns(UserWarning, match=f"^{message}$"):
        parse_expression(text)

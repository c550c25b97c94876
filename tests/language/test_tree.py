"""Syntax trees compare, hash, print and travel however deep they are."""

import copy
import math
import pickle
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from r_syntax import TreeMaker

from rnet.language.deparse import deparse, deparse_line
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Constant, Function, Symbol, call

TERMS = 5000


@pytest.fixture(scope="module")
def wide() -> str:
    return "y ~ " + " + ".join(f"x{i}" for i in range(TERMS))


def test_thousands_of_terms(wide: str) -> None:
    tree = parse_expression(wide)
    again = parse_expression("\n".join(deparse(tree)))
    assert tree == again
    assert hash(tree) == hash(again)
    assert tree != parse_expression(wide + " + x")
    assert repr(tree) == repr(again)
    assert pickle.loads(pickle.dumps(tree)) == tree
    assert copy.deepcopy(tree) == tree


@given(st.randoms(use_true_random=False))
def test_repr_and_pickle_give_the_tree_back(random: Random) -> None:
    tree = TreeMaker(random).tree(4)
    names = {"nan": math.nan, "inf": math.inf, "nanj": complex(0, math.nan)}
    kinds = [Argument, Call, Constant, Function, Symbol]
    assert eval(repr(tree), names, {kind.__name__: kind for kind in kinds}) == tree
    assert pickle.loads(pickle.dumps(tree)) == tree


def test_nan_equals_itself() -> None:
    assert Constant("double", math.nan) == Constant("double", float("nan"))
    assert hash(call("f", Constant("double", math.nan))) == hash(
        call("f", Constant("double", float("nan")))
    )
    assert Constant("double", math.nan) != Constant("double", None)
    assert Constant("complex", complex(0, math.nan)) == Constant("complex", complex(0, math.nan))


def test_kinds_differ() -> None:
    assert Constant("double", 1.0) != Constant("integer", 1)
    assert Constant("logical", True) != Constant("integer", 1)
    assert Symbol("x") != Constant("character", "x")
    assert Call(Symbol("f"), ()) != Function((), Symbol("f"))
    assert Call(Symbol("f"), (Argument("a", None),)) != Call(Symbol("f"), (Argument("b", None),))


def test_deparse_line_never_breaks() -> None:
    text = "f(" + ", ".join(f"a_long_name_{i} = {i}" for i in range(40)) + ")"
    assert deparse_line(parse_expression(text)) == text

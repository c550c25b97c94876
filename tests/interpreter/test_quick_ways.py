"""The evaluator's short ways for numbers and single elements answer as the long ones do.

`Rscript quick_ways.R > quick_ways.out` (R 4.2.2) recorded the answers, `quick_loops` likewise.
They are asked twice: as they stand, and with every short way shut.
"""

from pathlib import Path

import pytest

import rnet
from rnet.interpreter import assignment, index_code, library, operators, replacement
from rnet.interpreter.builtin import DECLARED, TABLE, declared_function
from rnet.interpreter.session import Session

FOLDER = Path(__file__).parents[1] / "oracles" / "interpreter"
SCRIPTS = pytest.mark.parametrize("name", ["quick_ways", "quick_loops"])


def printed(name: str) -> str:
    with rnet.options(r_version="4.2"):
        step = Session().step((FOLDER / f"{name}.R").read_text())
    assert step.error is None, step.error
    return step.output


def recorded(name: str) -> str:
    return (FOLDER / f"{name}.out").read_text()


@SCRIPTS
def test_short_ways_answer_as_r_does(name) -> None:
    assert printed(name) == recorded(name)


@SCRIPTS
def test_without_the_short_ways_the_answers_are_the_same(name, monkeypatch) -> None:
    for short in ("_of_numbers", "quick_vectors"):
        monkeypatch.setattr(operators, short, lambda *given: None)
    monkeypatch.setattr(assignment, "assigned_operation", lambda *given: None)
    monkeypatch.setattr(library, "quick_draw", lambda *given: None)
    for short in ("quick_element", "quick_cell", "quick_line", "quick_selection", "quick_item"):
        monkeypatch.setattr(index_code, short, lambda *given: None)
    for short in ("set_element", "set_cell", "set_component", "write_quickly"):
        monkeypatch.setattr(replacement, short, lambda *given, **named: False)
    for function in filter(None, map(declared_function, {*TABLE, *DECLARED})):
        monkeypatch.setattr(function, "plain", None)
        monkeypatch.setattr(function, "quick", None)
    assert printed(name) == recorded(name)

"""The evaluator's short ways for numbers and single elements answer as the long ones do.

`Rscript quick_ways.R > quick_ways.out` (R 4.2.2) recorded the answers. They are asked twice: as
they stand, and with every short way shut.
"""

from pathlib import Path

import rnet
from rnet.interpreter import assignment, operators, replacement
from rnet.interpreter.builtin import TABLE
from rnet.interpreter.session import Session

SCRIPT = Path(__file__).parents[1] / "oracles" / "interpreter" / "quick_ways.R"


def printed() -> str:
    with rnet.options(r_version="4.2"):
        step = Session().step(SCRIPT.read_text())
    assert step.error is None, step.error
    return step.output


def test_short_ways_answer_as_r_does() -> None:
    assert printed() == SCRIPT.with_suffix(".out").read_text()


def test_without_the_short_ways_the_answers_are_the_same(monkeypatch) -> None:
    monkeypatch.setattr(operators, "_of_numbers", lambda *given: None)
    monkeypatch.setattr(assignment, "assigned_operation", lambda *given: None)
    for name in ("set_element", "set_cell", "set_component", "write_quickly"):
        monkeypatch.setattr(replacement, name, lambda *given, **named: False)
    for function in list(TABLE.values()):
        monkeypatch.setattr(function, "plain", None)
    assert printed() == SCRIPT.with_suffix(".out").read_text()

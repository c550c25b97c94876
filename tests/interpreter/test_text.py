"""Printing, text, numbers, dates and files of R code against answers of R 4.2.2.

`tests/oracles/interpreter/record_text.R` recorded them. The runs of R lose whether the last line
of an output ended, so a final newline is not compared.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import rnet
from rnet.interpreter.session import Session
from rnet.interpreter.signalling import message_of

ORACLES = Path(__file__).parents[1] / "oracles" / "interpreter"
FILES = sorted(path.stem for path in ORACLES.glob("text_*.json"))


def recorded(name: str) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = json.loads((ORACLES / f"{name}.json").read_text("utf-8"))
    return answers


@cache
def answers_of(name: str) -> list[dict[str, Any]]:
    """Run the statements of a file in one session, as the recorder did."""
    session, found = Session(), []
    with rnet.options(r_version="4.2"):
        for case in recorded(name):
            step = session.step(case["code"])
            answer: dict[str, Any] = {"code": case["code"], "output": step.output}
            if step.warnings:
                answer["warnings"] = [pending.message for pending in step.warnings]
            if step.error is not None:
                answer["error"] = message_of(step.error.condition)
            found.append(answer)
    return found


@pytest.mark.parametrize("name", FILES)
def test_statements_answer_as_r_does(name) -> None:
    wrong = []
    for want, got in zip(recorded(name), answers_of(name), strict=True):
        same = [
            want["output"].removesuffix("\n") == got["output"].removesuffix("\n"),
            want.get("warnings") == got.get("warnings"),
            want.get("error") == got.get("error"),
        ]
        if not all(same):
            wrong.append(f"{want['code']}\n R: {want!r}\n me: {got!r}")
    assert not wrong, f"{len(wrong)} of {len(recorded(name))}\n" + "\n".join(wrong)


def test_sink_sends_output_to_a_file_until_it_is_taken_back() -> None:
    session = Session()
    steps = [
        session.step(code)
        for code in ("f <- tempfile(); sink(f)", "print(1)", "sink()", "readLines(f)", "unlink(f)")
    ]
    assert [step.output for step in steps] == ["", "", "", '[1] "[1] 1"\n', ""]


def test_writing_and_reading_elsewhere_are_refused(tmp_path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("x\n")
    (inside / "data.txt").write_text("1 2\n")
    session = Session()
    session.directory = str(inside)

    def failed(code: str) -> str:
        step = session.step(code)
        return "" if step.error is None else message_of(step.error.condition)

    assert session.step('readLines("data.txt")').output == '[1] "1 2"\n'
    assert failed('readLines("../outside/secret.txt")') == "cannot open the connection"
    assert failed(f'readLines("{outside}/secret.txt")') == "cannot open the connection"
    assert failed('cat("x", file = "new.txt")') == "cannot open the connection"
    assert failed('file.remove("data.txt")') == "cannot open the connection"
    session.writable = (str(inside),)
    assert failed('cat("x", file = "new.txt")') == ""
    assert (inside / "new.txt").read_text() == "x"

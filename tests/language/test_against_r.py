"""The parser, deparse and the syntax errors against R's recorded and live answers."""

import re
import warnings
from random import Random
from typing import Any

import pytest
from live_r import needs_r, syntax_answers
from oracles import load_json, load_jsonl
from r_syntax import polish, random_text

from rnet.conditions import RError
from rnet.language.deparse import deparse
from rnet.language.parser import parse_expression, parse_program

LIVE_TEXTS = 3000


def answer(text: str) -> dict[str, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            expressions = parse_program(text)
        except RError as error:
            return {"text": text, "error": error.message}
    lines = [line for expression in expressions for line in deparse(expression)]
    return {"text": text, "trees": [polish(e) for e in expressions], "lines": lines}


@pytest.mark.parametrize("case", load_json("language/deparse.json"), ids=lambda c: c["text"][:40])
def test_text_is_read_and_written_as_in_r(case: dict[str, Any]) -> None:
    assert answer(case["text"]) == case


def test_parentheses_stand_where_r_puts_them() -> None:
    cases = load_json("language/parentheses.json")
    assert len(cases) > 4000
    assert [answer(case["text"]) for case in cases] == cases


def test_random_calls_break_as_in_r() -> None:
    cases = load_jsonl("stats/fuzz/deparse.jsonl")
    assert len(cases) > 500
    written = ["\n".join(deparse(parse_expression(case["call"]))) for case in cases]
    assert written == [case["expected"] for case in cases]


class TestLiveR:
    pytestmark = needs_r

    def test_random_texts(self, tmp_path: Any) -> None:
        random = Random(20240731)
        texts = [random_text(random) for _ in range(LIVE_TEXTS)]
        for text, expected in zip(texts, syntax_answers(texts, tmp_path), strict=True):
            if not known_to_differ(text, expected):
                assert answer(text) == expected


def known_to_differ(text: str, expected: dict[str, Any]) -> bool:
    """Tell where rnet does not follow R's reader on purpose.

    R answers "bad value", an internal error, to `function(, x)`; it takes a broken escape before
    a letter outside ASCII byte by byte; a newline behind a `\\` that begins a statement is an
    error in R; it cuts a long line of its message inside a character.
    """
    message = expected.get("error", "")
    return (
        message == "bad value"
        or re.search(r"\\[^\x00-\x7f]", text) is not None
        or re.search(r"\\\s*(#.*)?(\n|$)", text) is not None
        or re.search(r"<[0-9a-f]{2}>$", message, re.MULTILINE) is not None
    )

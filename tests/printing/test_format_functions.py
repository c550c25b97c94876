"""format, formatC, sprintf, paste, cat, rounding ... against recorded calls of R 4.2.2."""

import warnings

import pytest
from mini_r import Session
from oracles import load_json

import rnet
from rnet.conditions import RError, RWarning

CASES = load_json("printing/format_functions.json")["cases"]
# calls that rnet answers otherwise, and why
NOT_FOLLOWED = {
    'formatC(999.5, digits = 3, flag = "#")': "a bug of glibc 2.36: C says 1.00e+03",
    **dict.fromkeys(
        ('sprintf("%x", NA)', 'sprintf("%X", NA)', 'sprintf("%o", NA)'),
        "a lone NA reaches Python as rnet.NA, a double; R's is a logical",
    ),
}


@pytest.fixture(autouse=True)
def r_4_2():
    """The answers were recorded under R 4.2.2."""
    with rnet.options(r_version="4.2"):
        yield


def chunks(cases: list[dict], size: int = 100) -> list[list[dict]]:
    return [cases[start : start + size] for start in range(0, len(cases), size)]


def wrong(case: dict) -> str | None:
    """Return what differs from R, or None."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            text = Session().run(case["code"])
        except RError as error:
            said = error.message
            return None if said == case.get("error") else f"{case['code']}: {said!r}"
    if case.get("error") is not None:
        return f"{case['code']}: no error {case['error']!r}"
    if case["code"].startswith("cat("):
        text += "<end>\n"
    if text != case["output"]:
        return f"{case['code']}: {text!r}, not {case['output']!r}"
    said = [str(w.message.message) for w in caught if isinstance(w.message, RWarning)]
    return (
        None
        if said == case["warnings"]
        else f"{case['code']}: warned {said}, not {case['warnings']}"
    )


@pytest.mark.parametrize("cases", chunks(CASES), ids=lambda cases: cases[0]["code"])
def test_calls_answer_as_in_r(cases) -> None:
    found = [wrong(case) for case in cases if case["code"] not in NOT_FOLLOWED]
    assert [one for one in found if one] == []

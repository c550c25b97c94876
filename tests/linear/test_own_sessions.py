"""R sessions of our own on linear models, run as R code: text, warnings, messages and errors.

`tests/oracles/linear/sessions/*.R` were recorded by `record.R` there with R 4.2.2.
"""

import contextlib
import io
import warnings

import pytest
from mini_r_hypothesis import HypothesisSession
from oracles import ORACLES, load_json

import rnet
from rnet import RError
from rnet.conditions import RWarning

SESSIONS = sorted(path.stem for path in (ORACLES / "linear/sessions").glob("*.json"))


def answer(session, code):
    """Return what a step shows, the warnings, the messages and the error's text."""
    error, text = None, ""
    with (
        warnings.catch_warnings(record=True) as caught,
        contextlib.redirect_stderr(io.StringIO()) as told,
    ):
        warnings.simplefilter("always")
        try:
            text = session.run(code)
        except RError as problem:
            error = problem.message
    given = [w.message.message for w in caught if isinstance(w.message, RWarning)]
    return text, given, told.getvalue(), error


@pytest.mark.parametrize("name", SESSIONS)
def test_session(name) -> None:
    session = HypothesisSession()
    with rnet.options(r_version="4.2"):
        for step in load_json(f"linear/sessions/{name}.json")["steps"]:
            expected = (
                step["output"],
                [w["message"] for w in step.get("warnings") or []],
                "".join(step.get("messages") or []),
                (step.get("error") or {}).get("message"),
            )
            assert answer(session, step["code"]) == expected, step["code"]

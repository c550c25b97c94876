"""Every recorded console session, translated to Python and run: it prints what R printed.

So the functions of rnet are called as Python calls them, and Python values are shown. What is
not as in R stands, with its cause, in `translated_exceptions`.
"""

from pathlib import Path

import pytest
from r_recordings import own_files
from r_sessions import console_sessions
from translated import Scope, cases_of, in_python, run_translated
from translated_exceptions import EXCEPTIONS, excepted_in_python

from rnet.interpreter.translate import Translation

FILES = [path for path in [*console_sessions(), *own_files()] if cases_of(path)]
FEWEST_IN_PYTHON = {
    "r460/lm": 250,
    "r460/glm": 170,
    "r460/print": 170,
    "r460/rng": 260,
    "printing/format_functions": 1250,
}
"""Steps that must have become calls of rnet, without R code left."""


def _name(path: Path) -> str:
    return "/".join(path.with_suffix("").parts[-2:])


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_translated_steps_are_as_recorded(path: Path) -> None:
    outcomes = list(run_translated(path))
    known = excepted_in_python(path.stem)
    surprises = {
        o.place: (o.code, o.reason) for o in outcomes if not o.equal and o.place not in known
    }
    assert not surprises
    in_r = sum("r(" in outcome.code for outcome in outcomes)
    assert len(outcomes) - in_r >= FEWEST_IN_PYTHON.get(_name(path), 0)


def test_exceptions_are_of_recorded_files() -> None:
    files = {path.stem for path in FILES}
    assert {file for by_file in EXCEPTIONS.values() for file in by_file} <= files


def test_a_difference_is_noticed() -> None:
    translation = Translation()
    assert in_python(translation, "x <- c(1, 2)") == ["x = np.array([1.0, 2.0])"]
    assert Scope(translation)["np"].__name__ == "numpy"
    assert in_python(translation, "x[2]") == ['show(r("x[2]", x=x))']

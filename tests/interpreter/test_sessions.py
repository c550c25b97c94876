"""Every recorded console session and call, run through the evaluator of R code.

Text must be equal character for character, warnings and errors word for word (and errors with the
call R names), values to the tolerances in `r_sessions` and `r_calls`. What is not stands, with its
cause, in `session_exceptions`.
"""

from pathlib import Path

import pytest
from r_recordings import all_files, run_any
from session_exceptions import EXCEPTIONS, excepted

FEWEST = {"lm": 1000, "glm": 750, "svm": 300, "cases": 400, "print": 400, "format_functions": 2000}
"""Steps that must have been compared, lest a file be read as empty."""


def _name(path: Path) -> str:
    return "/".join(path.with_suffix("").parts[-2:])


@pytest.mark.parametrize("path", all_files(), ids=_name)
def test_steps_are_as_recorded(path: Path) -> None:
    count = run_any(path)
    assert len(count.outcomes) >= FEWEST.get(path.stem, 6)
    known = excepted(path.stem)
    different = {o.place: o.reason for o in count.outcomes if not o.equal}
    surprises = {place: why for place, why in different.items() if place not in known}
    assert not surprises


def test_exceptions_are_of_recorded_files() -> None:
    files = {path.stem for path in all_files()}
    assert {file for by_file in EXCEPTIONS.values() for file in by_file} <= files

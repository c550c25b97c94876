"""Scripts of many kinds, as courses have them: the output is R's, character for character.

`tests/oracles/interpreter/scripts/*.out` are what Debian's R 4.2.2 printed
(`cd tests/oracles/interpreter/scripts; TZ=UTC Rscript s01.R > s01.out`).
"""

import io
import re
from pathlib import Path

import pytest

import rnet
from rnet.interpreter.program import Program
from rnet.interpreter.session import Session

SCRIPTS = sorted((Path(__file__).parents[1] / "oracles" / "interpreter" / "scripts").glob("*.R"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_scripts_print_what_r_printed(script) -> None:
    session = Session()
    session.own_options["keep.source"] = False  # as Rscript
    with rnet.options(r_version="4.2"):
        step = session.step(script.read_text("utf-8"))
    assert step.error is None, (step.error.condition, step.error.advice)
    assert step.output.splitlines() == script.with_suffix(".out").read_text("utf-8").splitlines()


STOPPED = sorted(
    (Path(__file__).parents[1] / "oracles" / "interpreter" / "stopped_scripts").glob("*.R")
)


@pytest.mark.parametrize("script", STOPPED, ids=lambda path: path.stem)
def test_scripts_that_warn_and_fail_tell_what_r_told(script) -> None:
    """The error stream is R's too, but for the place in the script, which only rnet shows.

    Recorded with `TZ=UTC Rscript name.R > name.out 2> name.err`.
    """
    session = Session(io.StringIO(), io.StringIO())
    session.own_options["keep.source"] = False
    with rnet.options(r_version="4.2"):
        status = Program(script.read_text("utf-8"), script.name).run(session)
    errors = script.with_suffix(".err").read_text("utf-8")
    assert session.output.getvalue() == script.with_suffix(".out").read_text("utf-8")
    assert without_places(session.errors.getvalue()) == errors
    assert status == ("Execution halted" in errors)


def without_places(text: str) -> str:
    """Return what was told without the place of an error and the advice after it."""
    return re.sub(
        r"^\S+\.R, line \d+.*?(?=^Execution halted)", "", text, flags=re.DOTALL | re.MULTILINE
    )

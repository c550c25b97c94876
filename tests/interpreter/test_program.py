"""Scripts as `rnet run` runs them: output, warnings, errors and calls in R's words."""

import io
import re
from pathlib import Path

import pytest

import rnet
from rnet import cli
from rnet.interpreter.console import error_line, place_text, warnings_text
from rnet.interpreter.frame import Pending
from rnet.interpreter.program import Program
from rnet.interpreter.session import Session
from rnet.language.parser import parse_expression

SESSIONS = sorted((Path(__file__).parents[1] / "oracles" / "language" / "sessions").glob("*.R"))
PLACE = re.compile(r"^script, line \d+, column \d+:\n.*\n *\^\n", re.MULTILINE)


def transcript(code: str, *, echo: bool = False, goes_on: bool = True) -> tuple[str, int]:
    """Return what a script writes to both streams, and its exit status."""
    stream = io.StringIO()
    session = Session(stream, stream)
    session.own_options["keep.source"] = False
    with rnet.options(r_version="4.2"):
        status = Program(code, "script", echo, goes_on).run(session)
    return stream.getvalue(), status


def without_advice(text: str) -> str:
    """Take away what rnet says besides R's words: the place of an error and advice."""
    bare = PLACE.sub("\x00", text)
    advice = re.compile("\x00(?:(?:Arguments are: |Use |Did you mean |The length is ).*\n)?")
    return advice.sub("", bare)


@pytest.mark.parametrize("script", SESSIONS, ids=lambda path: path.stem)
def test_text_is_r_s(script) -> None:
    said, _ = transcript(script.read_text())
    assert without_advice(said).splitlines() == script.with_suffix(".out").read_text().splitlines()


def test_a_script_stops_at_its_first_error() -> None:
    said, status = transcript('cat("a\\n")\nstop("no")\ncat("b\\n")', goes_on=False)
    assert said == (
        'a\nError: no\nscript, line 2, column 1:\n  stop("no")\n  ^\nExecution halted\n'
    )
    assert status == 1


def test_statements_before_text_that_is_no_r_run() -> None:
    said, status = transcript("cat(1)\ny <- (2 +\n* 3)", goes_on=False)
    assert said.startswith(
        "1Error: unexpected '*' in:\n\"y <- (2 +\n*\"\nscript, line 3, column 1:"
    )
    assert status == 1


def test_echo_shows_r_s_prompts() -> None:
    said, status = transcript(
        "# c\nx <- 1\nx; x+1\n\nf <- function(a) {\n  a\n}\nf(3) # d\n", echo=True
    )
    assert said == (
        "> # c\n> x <- 1\n> x; x+1\n[1] 1\n[1] 2\n> \n> f <- function(a) {\n+   a\n+ }\n"
        "> f(3) # d\n[1] 3\n> \n"
    )
    assert status == 0


def test_quit_gives_its_status() -> None:
    assert transcript("cat(1); quit(status = 3); cat(2)") == ("1", 3)


@pytest.mark.parametrize(
    ("length", "breaks"), [(43, False), (44, True)], ids=["fits", "does not fit"]
)
def test_long_errors_go_below_their_call(length, breaks) -> None:
    call = parse_expression('f(strrep("a", 43))')
    assert error_line("a" * length, call).startswith('Error in f(strrep("a", 43)) : \n') is breaks


@pytest.mark.parametrize(
    ("count", "first"),
    [
        (1, "Warning message:"),
        (2, "Warning messages:"),
        (11, "There were 11 warnings (use warnings() to see them)"),
        (60, "There were 50 or more warnings (use warnings() to see the first 50)"),
    ],
)
def test_many_warnings_are_counted(count, first) -> None:
    assert warnings_text([Pending("x", None)] * count).splitlines()[0] == first


def test_a_place_has_a_caret_below() -> None:
    assert place_text("a\n  f(x)\n", 4, "s.R") == "s.R, line 2, column 3:\n    f(x)\n    ^\n"


def test_the_command_line_takes_its_switches(tmp_path, capsys) -> None:
    script = tmp_path / "s.R"
    script.write_text("print(runif(1) < 1)\ncat(commandArgs(TRUE), '\\n')\nplot(1:3)\n")
    status = cli.main(["run", "--seed", "1", str(script), "one", "two"])
    assert status == 0
    assert capsys.readouterr().out == "[1] TRUE\none two \n"


def test_the_command_line_names_a_missing_script(capsys) -> None:
    assert cli.main(["run", "no_such_script.R"]) == 1
    assert "cannot open file 'no_such_script.R'" in capsys.readouterr().err

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


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        ("svmm(1)", "Did you mean svm() of e1071?"),
        ("randomForest(1)", "randomForest() belongs to the package randomForest, which rnet"),
        ("my_value <- 1; my_valu", "Did you mean my_value?"),
        ("library(randomForest)", "rnet does not have randomForest."),
    ],
)
def test_unknown_names_get_advice(code, advice) -> None:
    assert advice in transcript(code)[0]


def test_functions_nest_deeply_and_not_without_end() -> None:
    said, _ = transcript(
        "f <- function(n) if (n == 0) 0 else 1 + f(n - 1)\nf(2000)\nf(1e5)\ncat(1)"
    )
    assert said.startswith("[1] 2000\nError: evaluation nested too deeply: infinite recursion")
    assert said.endswith("\n1")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("d %>% filter(a > 1, b != 'z')", "  a b\n1 3 x\n"),
        ("d %>% mutate(c = a * 2)", "  a b c\n1 3 x 6\n2 1 y 2\n3 2 z 4\n"),
        ("d %>% arrange(desc(a)) %>% pull(b)", '[1] "x" "z" "y"\n'),
        ("d %>% select(-b) %>% nrow", "[1] 3\n"),
        ("d %>% summarise(m = mean(a), n = n())", "  m n\n1 2 3\n"),
        ("d %>% rename(z = a) %>% names()", '[1] "z" "b"\n'),
        ("dplyr::filter(d, a == 1)", "  a b\n1 1 y\n"),
        ("purrr::map_dbl(1:3, ~ .x^2)", "[1] 1 4 9\n"),
    ],
)
def test_verbs_of_dplyr(code, expected) -> None:
    head = 'library(dplyr); d <- data.frame(a = c(3, 1, 2), b = c("x", "y", "z"))\n'
    assert transcript(head + code)[0] == expected


@pytest.mark.parametrize(
    ("code", "output"),
    [
        ('readLines(file("stdin"))', '[1] "a 1" "b 2"\n'),
        ('readLines("stdin", 1); scan("stdin", "", quiet = TRUE)', '[1] "a 1"\n[1] "b" "2"\n'),
        ('con <- file("stdin", "r"); readLines(con, 1); x <- readLines(con); close(con); x',
         '[1] "a 1"\n[1] "b 2"\n'),
        ('read.table(file("stdin"))$V2', "[1] 1 2\n"),
    ],
)  # fmt: skip
def test_scripts_read_standard_input(code, output) -> None:
    session = Session()
    session.input = io.StringIO("a 1\nb 2\n")
    assert session.step(code).output == output
    assert Session().step('readLines(file("stdin"))').output == "character(0)\n"

"""`rnet.r`, the notebook magics, and the prompt."""

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet.conditions import RError, RWarning
from rnet.interpreter.magic import run_magic
from rnet.interpreter.prompt import completion, is_incomplete
from rnet.interpreter.session import Session


class Shell:
    """What the magics use of IPython."""

    def __init__(self, **names) -> None:
        self.user_ns = names

    def push(self, names) -> None:
        self.user_ns.update(names)


@pytest.mark.parametrize(
    ("code", "variables", "expected"),
    [
        ("1 + 1", {}, 2.0),
        ("sum(x)", {"x": [1, 2, 3]}, 6),
        ("paste(x, collapse = '-')", {"x": ["a", "b"]}, "a-b"),
        ("nrow(d)", {"d": pd.DataFrame({"u": [1, 2]})}, 2),
        ("mean(m)", {"m": np.array([[1.0, 2.0], [3.0, 4.0]])}, 2.5),
        ("NULL", {}, None),
        ("complex(real = 1, imaginary = 2)", {}, 1 + 2j),
        ("as.raw(7)", {}, 7),
        ("sum(is.na(s) & !is.nan(s))", {"s": pd.Series([1.5, None])}, 1),
    ],
)
def test_values_cross_both_ways(code, variables, expected) -> None:
    assert rnet.r(code, **variables) == expected


def test_variables_stay_and_functions_can_be_called() -> None:
    rnet.r("add <- function(a, b = 1) a + b")
    assert rnet.r("add(2)") == 3.0
    assert rnet.r("add")(2, b=5) == 7.0


def test_statements_before_the_last_print(capsys) -> None:
    assert rnet.r("1:3\n4") == 4.0
    assert capsys.readouterr().out == "[1] 1 2 3\n"


def test_errors_and_warnings_are_python_s() -> None:
    with pytest.raises(RError, match="no way"):
        rnet.r('stop("no way")')
    with pytest.warns(RWarning, match="careful"):
        rnet.r('warning("careful")')
    with pytest.raises(RError, match="unexpected symbol"):
        rnet.r("a b")


def test_errors_say_where_in_the_code() -> None:
    with pytest.raises(RError) as caught:
        rnet.r("x <- 1\nif (x > 0) lenght(x)")
    assert str(caught.value).splitlines() == [
        'could not find function "lenght"',
        "R code, line 2, column 12:",
        "  if (x > 0) lenght(x)",
        "             ^",
        "Did you mean length() or lengths()?",
    ]


def test_a_cell_takes_and_gives_variables(capsys) -> None:
    shell = Shell(x=[1.0, 2.0])
    assert run_magic(shell, "-i x -o y", "y <- x * 2\ny") is None
    assert capsys.readouterr().out == "[1] 2 4\n"
    assert shell.user_ns["y"].tolist() == [2.0, 4.0]
    assert run_magic(shell, "sum(y)", None) == 6.0


def test_a_magic_s_mistakes_do_not_end_the_session() -> None:
    with pytest.raises(NameError, match="'absent' is not defined"):
        run_magic(Shell(), "-i absent", "1")
    with pytest.raises(RError, match="unrecognized arguments: -x"):
        run_magic(Shell(), "-x", "1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("f <- function(x) {", True), ("1 +", True), ('"abc', True), ("1", False), ("a b", False)],
)
def test_the_prompt_asks_for_more(text, expected) -> None:
    assert is_incomplete(text) is expected


def test_the_prompt_completes_names() -> None:
    session = Session()
    session.step("my_variable <- 1")
    assert completion("my_va", 0, session) == "my_variable"
    assert completion("tryCa", 0, session) == "tryCatch"
    assert completion("zzzz", 0, session) is None


def test_the_prompt_hears_answers(monkeypatch) -> None:
    session = Session()
    session.own_options["interactive"] = True
    monkeypatch.setattr("builtins.input", {"name? ": " Ann "}.__getitem__)
    assert session.step("readline('name? ')").output == '[1] "Ann"\n'


def test_flat_tables_are_records_in_python_and_matrices_in_r(capsys) -> None:
    titanic = rnet.data("Titanic")
    flat = rnet.r("ftable(Titanic, row.vars = 1:2)")
    assert str(flat) == str(rnet.ftable(titanic, row_vars=[1, 2]))
    rnet.r("print(flat); print(class(flat)); print(dim(flat))", flat=flat)
    assert capsys.readouterr().out == f'{flat}\n[1] "ftable"\n[1] 8 4\n'

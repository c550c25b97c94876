"""Files of R's format for one value: read what R 4.2.2 wrote, refuse what is no plain value.

`saved.rds`: `saveRDS(list(1:10, a = head(iris), ...), "saved.rds")` as listed below.
"""

from pathlib import Path

from rnet.interpreter.session import Session
from rnet.interpreter.signalling import message_of

ORACLES = Path(__file__).parents[1] / "oracles" / "interpreter"
EXPECTED = (
    'list(1:10, a = head(iris), s = seq(1, 5, by = 2), t = c("1", "2", "3", NA), c(1, 3),'
    ' d = as.Date("2024-05-06"), m = matrix(1:4, 2), n = c(x = NA, y = 1.5), quote(x), z = NULL,'
    ' u = "\\u00e9")'
)


def test_a_file_of_r_is_read_with_all_its_kinds_of_values() -> None:
    session = Session()
    session.directory = str(ORACLES)
    assert session.step(f'identical(readRDS("saved.rds"), {EXPECTED})').output == "[1] TRUE\n"


def test_a_fit_is_refused_with_what_to_do_instead() -> None:
    step = Session().step("saveRDS(lm(mpg ~ wt, mtcars), tempfile())")
    assert step.error is not None
    assert message_of(step.error.condition) == "cannot save a fit of class 'lm'"
    assert "saveRDS(coef(fit), file)" in step.error.advice


def test_files_that_are_no_saved_value_are_refused(tmp_path) -> None:
    session = Session()
    session.directory = str(tmp_path)
    (tmp_path / "other.rds").write_text("hello")
    (tmp_path / "short.rds").write_bytes(b"X\n" + b"\0\0\0\2" + b"\0" * 8 + b"\0\0\0\x0e\0\0\0\7")
    for name, message in (
        ("other.rds", "unknown input format"),
        ("short.rds", "error reading from connection"),
    ):
        step = session.step(f'readRDS("{name}")')
        assert step.error is not None
        assert message_of(step.error.condition) == message

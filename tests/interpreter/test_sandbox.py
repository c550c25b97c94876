"""What a script cannot do: write or read outside its places, by whatever path or function."""

from pathlib import Path

import pytest

from rnet.interpreter.session import Session
from rnet.interpreter.signalling import message_of

WRITING = """writeLines("x", "%s")
write.csv(iris, "%s")
saveRDS(1, "%s")
cat("x", file = "%s", append = TRUE)
sink("%s"); print(1); sink()
png("%s"); plot(1); dev.off()
f <- file("%s", "w"); writeLines("a", f); close(f)
f <- file("%s"); open(f, "w"); cat("a", file = f); close(f)
f <- file("%s", "r+"); writeLines("a", f); close(f)
file.remove("%s")
unlink("%s", recursive = TRUE)
dir.create("%s")
capture.output(1, file = "%s")
write(1:3, "%s")
sapply("%s", unlink)
do.call("cat", list("x", file = "%s"))
save_model(lm(dist ~ speed, cars), "%s")
f <- tempfile(tmpdir = "%s"); cat("x", file = f)
system("touch %s")
file.copy("%s", "b")
file.rename("a", "%s")
download.file("http://localhost/x", "%s")""".splitlines()
READING = """readLines("%s")
read.csv("%s")
readRDS("%s")
source("%s")
scan("%s", what = "")
file("%s", "r")
load.mnist("%s")
load_model("%s")
url("file://%s")""".splitlines()


@pytest.fixture
def places(tmp_path, monkeypatch):
    """Two directories side by side, with links from the program's into the other."""
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.csv").write_text("a,b\n1,2\n", "utf-8")
    (inside / "link").symlink_to(outside)
    (inside / "secret.csv").symlink_to(outside / "secret.csv")
    monkeypatch.setenv("HOME", str(outside))
    return inside, outside


def paths(outside: Path, name: str) -> list[str]:
    return [str(outside / name), f"../out/{name}", f"link/{name}", f"~/{name}", f"./../out/{name}"]


def ran(code: str, inside: Path) -> str | None:
    """Run code as a program in a directory; return its error."""
    session = Session()
    session.directory = str(inside)
    error = session.step(code).error
    return None if error is None else message_of(error.condition)


@pytest.mark.parametrize("code", WRITING)
def test_nothing_is_written_outside(code, places) -> None:
    inside, outside = places
    for path in [*paths(outside, "new"), *paths(outside, "secret.csv"), "secret.csv", "new"]:
        ran(code.replace("%s", path), inside)
        assert sorted(item.name for item in outside.iterdir()) == ["secret.csv"]
        assert (outside / "secret.csv").read_text("utf-8") == "a,b\n1,2\n"
        assert sorted(item.name for item in inside.iterdir()) == ["link", "secret.csv"]


@pytest.mark.parametrize("code", READING)
def test_nothing_is_read_outside(code, places) -> None:
    inside, outside = places
    for path in [*paths(outside, "secret.csv"), "secret.csv", "/proc/self/environ"]:
        assert ran(code.replace("%s", path), inside) is not None


def test_what_is_outside_is_not_there(places) -> None:
    inside, outside = places
    session = Session()
    session.directory = str(inside)
    for path in [*paths(outside, "secret.csv"), "secret.csv"]:
        code = f'c(file.exists("{path}"), dir.exists(dirname("{path}/x")))'
        assert session.step(code).value.data.tolist() == [0, 0]


def test_files_are_written_where_that_is_allowed(tmp_path) -> None:
    session = Session()
    session.directory, session.writable = str(tmp_path), (str(tmp_path / "out"),)
    (tmp_path / "out").mkdir()
    step = session.step('writeLines("a", "out/a.txt"); readLines("out/a.txt")')
    assert step.output == '[1] "a"\n'
    (tmp_path / "out" / "up").symlink_to(tmp_path)
    assert session.step('writeLines("a", "out/up/b.txt")').error is not None
    assert not (tmp_path / "b.txt").exists()


def test_output_may_be_sent_nowhere(tmp_path) -> None:
    session = Session()
    session.directory = str(tmp_path)
    assert session.step('sink("/dev/null"); print(1); sink(); print(2)').output == "[1] 2\n"


def test_a_search_that_would_never_end_is_ended(monkeypatch) -> None:
    monkeypatch.setattr("rnet.interpreter.patterns.SECONDS", 0.2)
    session = Session()
    step = session.step('grepl("(a+)+$", paste0(strrep("a", 40), "b"), perl = TRUE)')
    assert step.output == "[1] FALSE\n"
    assert step.warnings[0].message == "PCRE error\n\t'match limit exceeded'\n\tfor element 1"
    assert session.step('grepl("(a+)+$", paste0(strrep("a", 40), "b"))').error is not None

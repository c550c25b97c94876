"""Whole scripts: what `rnet run` prints is what `Rscript` printed, and so is their translation.

`vignettes/scripts/*.out` are recorded (`cd vignettes/scripts; Rscript iris_split.R >
iris_split.out`) with Debian's R 4.2.2, e1071 1.7-13, nnet 7.3-18 and MASS 7.3-58.2.
"""

import contextlib
import functools
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import rnet
from rnet.interpreter.session import Session
from rnet.interpreter.translate import translate

VIGNETTES = Path(__file__).parents[2] / "vignettes"
SCRIPTS = sorted((VIGNETTES / "scripts").glob("*.R"))
EVERY = [*SCRIPTS, VIGNETTES / "lecture.R"]


@functools.cache
def printed(script: Path) -> str:
    with rnet.options(r_version="4.2"):
        step = Session().step(script.read_text())
    assert step.error is None, step.error
    return step.output


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda p: p.stem)
def test_scripts_print_what_r_printed(script) -> None:
    assert printed(script) == script.with_suffix(".out").read_text()


def test_the_lecture_prints_r_s_numbers() -> None:
    text = printed(VIGNETTES / "lecture.R")
    assert "steps                    1.325000e+03\n" in text
    assert "    FALSE TRUE\n  0   143   22\n  1    37   46\n" in text
    assert "    FALSE TRUE\n  0   149   16\n  1    43   40\n" in text


def test_the_command_runs_a_script() -> None:
    script = VIGNETTES / "lecture.R"
    ran = subprocess.run(
        [sys.executable, "-m", "rnet.cli", "run", str(script)],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert ran.stdout == Session().step(script.read_text()).output


@pytest.mark.parametrize(
    ("code", "status", "said"),
    [
        ("cat('a\n'); quit(status = 3)", 3, "a\n"),
        ("cat('b\n'); stop('no')", 1, "b\n"),
        ("cat('c\n')", 0, "c\n"),
    ],
)
def test_the_process_ends_with_the_script_s_status_and_all_it_said(tmp_path, code, status, said):
    script = tmp_path / "script.R"
    script.write_text(code)
    ran = subprocess.run(
        [sys.executable, "-m", "rnet.cli", "run", str(script)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (status, said)


def test_a_reader_that_goes_away_ends_the_script_in_silence(tmp_path):
    script = tmp_path / "script.R"
    script.write_text("for (i in 1:1e5) print(i)")
    with subprocess.Popen(
        [sys.executable, "-m", "rnet.cli", "run", str(script)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as ran:  # fmt: skip
        assert ran.stdout.readline() == "[1] 1\n"
        ran.stdout.close()
        assert ran.stderr.read() == ""
    assert ran.returncode == 0


@pytest.mark.parametrize("script", EVERY, ids=lambda p: p.stem)
def test_translations_print_the_same(script) -> None:
    said = io.StringIO()
    with rnet.options(r_version="4.2"), contextlib.redirect_stdout(said):
        exec(compile(translate(script.read_text()), script.name, "exec"), {"__name__": "script"})
    assert said.getvalue() == printed(script)


@pytest.mark.live_r
@pytest.mark.skipif(shutil.which("Rscript") is None, reason="needs Rscript")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda p: p.stem)
def test_recorded_transcripts_are_what_r_prints(script) -> None:
    ran = subprocess.run(["Rscript", str(script)], capture_output=True, text=True, check=True)
    assert ran.stdout == script.with_suffix(".out").read_text()

"""Scripts of many kinds, as courses have them: the output is R's, character for character.

`tests/oracles/interpreter/scripts/*.out` are what Debian's R 4.2.2 printed
(`cd tests/oracles/interpreter/scripts; TZ=UTC Rscript s01.R > s01.out`).
"""

from pathlib import Path

import pytest

import rnet
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

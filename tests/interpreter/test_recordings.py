"""Our own recordings of R are what the R at hand answers, if it is the R that made them."""

import json
import shutil
import subprocess

import pytest
from oracles import ORACLES, load_json

TOPICS = ["table/tables", "printing/corners", "printing/format_functions"]


@pytest.mark.live_r
@pytest.mark.parametrize("topic", TOPICS)
def test_recorded_answers_are_those_of_r(topic) -> None:
    """A newer R may answer otherwise: then record anew and look at what changed."""
    rscript = shutil.which("Rscript")
    if rscript is None:
        pytest.skip("no Rscript")
    recorded = load_json(f"{topic}.json")
    answered = json.loads(
        subprocess.check_output([rscript, str(ORACLES / f"{topic}.R")], text=True)
    )
    if answered["r_version"] != recorded["r_version"]:
        pytest.skip(f"recorded with {recorded['r_version']}")
    assert answered == recorded

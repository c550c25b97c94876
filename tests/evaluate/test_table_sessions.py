"""Recorded R sessions about tables, run step by step."""

import json
import shutil
import subprocess
import warnings

import pytest
from mini_r_tables import TableSession
from oracles import ORACLES, load_json, stats_cases

import rnet
from rnet.conditions import RError, RWarning

VERSIONS = {"r460": "4.6", "r422": "4.2"}
OWN_STEPS = load_json("table/tables.json")["steps"]


@pytest.mark.parametrize("folder", VERSIONS)
@pytest.mark.parametrize("number", range(5))
def test_session_shows_what_r_shows(folder, number) -> None:
    case = stats_cases("tables", folder)[number]
    session = TableSession()
    with rnet.options(r_version=VERSIONS[folder]):
        for step in case["steps"]:
            assert session.run(step["code"]) == step["output"], step["code"]


@pytest.fixture(scope="module")
def answers() -> dict[str, tuple[str, str | None, list[str]]]:
    """Run our own recorded steps in one session."""
    session = TableSession()
    found = {}
    with rnet.options(r_version="4.2"):
        for step in OWN_STEPS:
            text, message = "", None
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                try:
                    text = session.run(step["code"])
                except RError as error:
                    message = error.message
            said = [w.message.message for w in caught if isinstance(w.message, RWarning)]
            found[step["code"]] = (text, message, said)
    return found


@pytest.mark.parametrize("step", OWN_STEPS, ids=lambda step: step["code"])
def test_step_answers_as_in_r(step, answers) -> None:
    text, message, said = answers[step["code"]]
    assert message == step.get("error")
    assert text == step["output"]
    assert said == step["warnings"]


@pytest.mark.live_r
@pytest.mark.parametrize("topic", ["table/tables", "printing/format_functions"])
def test_recorded_answers_are_those_of_r(topic) -> None:
    """A newer R may answer otherwise: then record anew and look at what changed."""
    rscript = shutil.which("Rscript")
    if rscript is None:
        pytest.skip("no Rscript")
    recorded = load_json(f"{topic}.json")
    script = ORACLES / f"{topic}.R"
    answered = json.loads(subprocess.check_output([rscript, str(script)], text=True))
    if answered["r_version"] != recorded["r_version"]:
        pytest.skip(f"recorded with {recorded['r_version']}")
    assert answered == recorded

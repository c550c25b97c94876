"""The progress lines that R writes to standard error."""

import re
import warnings

import numpy as np
import pytest
from neural_cases import dataset, load_json, r_warnings

from rnet import RError, neuralnet, set_seed

CASES = load_json("neuralnet/messages/lifesign.json")["cases"]
FORMULAS = {"f": "XOR ~ Var1 + Var2", "f3": "case ~ parity + induced + spontaneous"}
DATA = {"X": "xor.data", "infert": "infert"}
VALUE = re.compile(r"([\w.]+) = (c\([^)]*\)|[^,]+)")


def arguments(call: str) -> dict[str, object]:
    formula, data, rest = call.removeprefix("neuralnet(").removesuffix(")").split(", ", 2)
    found = {"formula": FORMULAS[formula], "data": dataset(DATA[data])}
    for name, value in VALUE.findall(rest):
        text = value.strip()
        if text.startswith("c("):
            parsed = [float(part) for part in text[2:-1].split(",")]
        elif text in ("TRUE", "FALSE"):
            parsed = text == "TRUE"
        else:
            parsed = text.strip('"') if text[0] == '"' else float(text)
        found[name.replace(".", "_")] = parsed
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["call"])
def test_lines_are_those_of_r(case, capsys) -> None:
    set_seed(case["seed"])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        neuralnet(**arguments(case["call"]))
    text = re.sub(r"time: [0-9.e-]+ ", "time: <t> ", capsys.readouterr().err)
    assert text == case["text"]
    assert r_warnings(caught) == (case["warnings"] or [])


def test_custom_functions_report_too(capsys) -> None:
    set_seed(3)
    gauss = (lambda z: np.exp(-(z**2)), lambda z: -2 * z * np.exp(-(z**2)))
    xor = dataset("xor.data")
    neuralnet(FORMULAS["f"], xor, hidden=2, act_fct=gauss, lifesign="full", lifesign_step=10)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith(
        "hidden: 2    thresh: 0.01    rep: 1/1    steps:      10\tmin thresh"
    )
    assert "\terror: " in lines[-1]


@pytest.mark.parametrize("step", [0, -1, None, float("nan")])
def test_lifesign_step_is_a_positive_number(step) -> None:
    with pytest.raises(RError, match=r"lifesign\.step"):
        neuralnet(FORMULAS["f"], dataset("xor.data"), lifesign_step=step)

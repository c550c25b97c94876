"""R's recorded answers about nnet and multinom (`tests/oracles/nnet/record.R`), asked of rnet."""

import io
import json
import shutil
import subprocess
import warnings
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from formula_answers import many
from formula_answers import table as frame_of
from oracles import ORACLES, load_json

import rnet
from rnet.conditions import RError, RWarning
from rnet.values import NA, axis_names

FOLDER = "nnet"


def questions() -> dict[str, dict[str, Any]]:
    return {case["id"]: case for case in load_json(f"{FOLDER}/cases.json")}


def answers() -> dict[str, dict[str, Any]]:
    return dict(zip(questions(), load_json(f"{FOLDER}/answers.json")["answers"], strict=True))


@cache
def frames() -> dict[str, pd.DataFrame]:
    recorded = load_json(f"{FOLDER}/answers.json")["frames"]
    found = {name: frame_of(frame) for name, frame in recorded.items()}
    found["empty"].index = pd.RangeIndex(50, 150)
    return found


def ask_r(cases: list[dict[str, Any]], folder: Path) -> list[dict[str, Any]]:
    """Return a live R's answers."""
    asked, answered = folder / "asked.json", folder / "answered.json"
    asked.write_text(json.dumps(cases), encoding="utf-8")
    script = f"source('{ORACLES}/nnet/record.R'); write_answers('{asked}', '{answered}')"
    rscript = shutil.which("Rscript")
    assert rscript
    subprocess.run([rscript, "-e", script], check=True, timeout=120)
    return list(json.loads(answered.read_text(encoding="utf-8"))["answers"])


def doubles(texts: Any) -> np.ndarray:
    """Read numbers that travel in hexadecimal notation."""
    return np.array([NA if text in ("NA", None) else float.fromhex(text) for text in many(texts)])


def matrix(recorded: dict[str, Any]) -> np.ndarray:
    values = doubles(recorded["values"])
    return values.reshape(many(recorded["dim"]), order="F") if "dim" in recorded else values


def _argument(value: Any) -> Any:
    if isinstance(value, dict):
        return value.get("expr", value.get("names"))
    return value


def arguments(case: dict[str, Any]) -> dict[str, Any]:
    given = {name.replace(".", "_"): _argument(value) for name, value in case["args"].items()}
    if "na_action" in given:
        given["na_action"] = getattr(rnet, given["na_action"].replace(".", "_"))
    return given


def predictors(case: dict[str, Any]) -> pd.DataFrame:
    frame = frames()[case["data"]][case["x"]]
    return rnet.named_matrix(frame.to_numpy(dtype=float), None, case["x"])


def response(case: dict[str, Any]) -> Any:
    frame = frames()[case["data"]]
    if "class_ind" in case:
        return rnet.class_ind(frame[case["class_ind"]])
    one = len(case["y"]) == 1
    if one:
        return frame[case["y"][0]].to_numpy()
    return rnet.named_matrix(frame[case["y"]].to_numpy(dtype=float), None, case["y"])


def fit_case(case: dict[str, Any]) -> Any:
    """Fit as the case says, the data under their own name."""
    rnet.set_seed(case["seed"])
    given, function = arguments(case), getattr(rnet, case["fun"])
    if "formula" not in case:
        scope = {"f": function, "x": predictors(case), "y": response(case), "given": given}
        if given.get("weights") == "w":
            scope["w"] = given["weights"] = frames()[case["data"]]["w"].to_numpy()
        return eval("f(x, y, **given)", scope)
    name, frame = case["data"], frames()[case["data"]]
    scope = {"f": function, "formula": case["formula"], "given": given, name: frame}
    return eval(f"f(formula, {name}, **given)", scope)


def asked(case: dict[str, Any]) -> dict[str, Any]:
    """Return the fit or R's error, the messages of its warnings, and the trace."""
    found: dict[str, Any] = {"fit": None, "error": None}
    written = io.StringIO()
    with warnings.catch_warnings(record=True) as caught, redirect_stdout(written):
        warnings.simplefilter("always")
        try:
            found["fit"] = fit_case(case)
        except RError as error:
            found["error"] = error.message
    found["next_uniform"] = rnet.runif(1)[0]
    found["warnings"] = [w.message.message for w in caught if isinstance(w.message, RWarning)]
    found["trace"] = written.getvalue().splitlines()
    return found


def new_rows(case: dict[str, Any]) -> Any:
    rows = np.array(case["rows"]) - 1
    if "formula" in case:
        return frames()[case["data"]].iloc[rows]
    return predictors(case).iloc[rows].reset_index(drop=True)


def shown(x: Any, **style: Any) -> list[str]:
    """What R's console shows, line by line."""
    return rnet.format_r(x, **style).removesuffix("\n").split("\n")


def assert_fit_is_rs(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    """Assert that messages, trace and numbers are R's, bit for bit."""
    assert ours["error"] == theirs.get("error")
    assert ours["warnings"] == many(theirs["warnings"])
    if "error" in theirs:
        # rnet refuses text before it counts the weights
        assert ours["trace"] == many(theirs["trace"]) or "coercion" in str(ours["warnings"])
        return
    assert ours["trace"] == many(theirs["trace"])
    fit = ours["fit"]
    assert fit["value"] == float.fromhex(theirs["value"])
    np.testing.assert_array_equal(fit["wts"], doubles(theirs["wts"]))
    assert fit["convergence"] == theirs["convergence"]
    rows = theirs["rows_fitted"]
    assert rnet.fitted(fit).shape[0] == rnet.residuals(fit).shape[0] == rows
    assert_matrix(rnet.fitted(fit).iloc[:12], theirs["fitted"])
    assert_matrix(rnet.residuals(fit).iloc[:12], theirs["residuals"])
    assert ours["next_uniform"] == float.fromhex(theirs["next_uniform"])


def assert_matrix(ours: pd.DataFrame, theirs: dict[str, Any]) -> None:
    np.testing.assert_array_equal(ours.to_numpy(), matrix(theirs))
    assert (axis_names(ours.index) or []) == many(theirs.get("rows"))
    assert (axis_names(ours.columns) or []) == many(theirs.get("columns"))

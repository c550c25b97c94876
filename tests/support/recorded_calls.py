"""Play back what `tests/oracles/caret/recorder.R` recorded: one call of one function a case."""

import contextlib
import io
import math
import warnings
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
import pytest
from oracles import load_json

import rnet
from rnet.conditions import RError, RWarning
from rnet.evaluate.contingency_table import Table
from rnet.values import NA, named_matrix

SPECIAL = {"NA": NA, "NaN": math.nan, "Inf": math.inf, "-Inf": -math.inf}


@dataclass(frozen=True)
class Answer:
    """What a call gave: value, printed text, messages."""

    value: Any = None
    output: str = ""
    error: str | None = None
    warnings: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


def cases(path: str) -> list[Any]:
    """Return the recorded calls as pytest parameters with readable names."""
    recorded = load_json(path)["cases"]
    return [pytest.param(case, id=f"{i}-{case['fun']}") for i, case in enumerate(recorded)]


def decoded(value: dict[str, Any]) -> Any:
    """Return a recorded value: lists as dict or list, tables as Table, names as Series."""
    kind = value["type"]
    if kind in ("null", "NULL", "other"):
        return None
    if kind == "factor":
        codes = [-1 if code is None else code - 1 for code in value["codes"]]
        return pd.Categorical.from_codes(codes, value["levels"], ordered=value["ordered"])
    if kind == "list":
        items = [decoded(item) for item in value["items"]]
        names = value.get("names")
        return items if names is None else dict(zip(names, items, strict=True))
    if kind == "frame":
        columns = [decoded(column) for column in value["columns"]]
        frame = pd.DataFrame(dict(enumerate(columns)))
        frame.columns = pd.Index(value["names"], dtype=object)
        return frame
    return _shaped(_vector(value), value)


def _vector(value: dict[str, Any]) -> np.ndarray:
    if value.get("double"):
        return np.array([SPECIAL.get(v) or float(v) for v in value["values"]], dtype=np.float64)
    values = value["values"]
    if any(v is None for v in values):
        return np.array(values, dtype=object)
    dtypes = {"character": object, "logical": bool}
    return np.array(values, dtype=dtypes.get(value["type"], np.int64))


def _shaped(vector: np.ndarray, value: dict[str, Any]) -> Any:
    if "dim" in value:
        cells = vector.reshape(value["dim"], order="F")
        dimnames = value.get("dimnames") or [None] * cells.ndim
        if value["type"] == "table":
            return Table(cells, dimnames, value.get("dnn"))
        if all(names is None for names in dimnames):
            return cells
        return named_matrix(cells, *dimnames)
    if value.get("names") is not None:
        return pd.Series(vector, index=pd.Index(value["names"], dtype=object))
    return vector


def argument(value: dict[str, Any]) -> Any:
    """Return a recorded argument; a vector of one is a scalar, whole numbers int."""
    found = decoded(value)
    if isinstance(found, np.ndarray) and found.ndim == 1 and len(found) == 1:
        scalar = found.item() if found.dtype != object else found[0]
        whole = isinstance(scalar, float) and scalar.is_integer()
        return int(scalar) if whole else scalar
    return found


def ask(case: dict[str, Any]) -> Answer:
    """Put a recorded question to rnet."""
    names = {name: name.replace(".", "_") for name in case["args"]}
    variables = {names[name]: argument(value) for name, value in case["args"].items()}
    given = ", ".join(
        names[name] if name in case["unnamed"] else f"{names[name]}={names[name]}"
        for name in case["args"]
    )
    code = f"rnet.{case['fun'].replace('.', '_')}({given})"
    if case.get("seed") is not None:
        rnet.set_seed(int(case["seed"]))
    said, errors = io.StringIO(), io.StringIO()
    with warnings.catch_warnings(record=True) as caught, rnet.options(r_version="4.2"):
        warnings.simplefilter("always")
        try:
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(errors):
                value = eval(code, {"rnet": rnet, **variables})
                text = said.getvalue() + rnet.format_r(value)
        except RError as problem:
            return Answer(error=problem.message, warnings=_words(caught))
    messages = errors.getvalue().splitlines(keepends=True)
    return Answer(value, text, None, _words(caught), messages)


def _words(caught: list[warnings.WarningMessage]) -> list[str]:
    return [w.message.message for w in caught if isinstance(w.message, RWarning)]


def doubles(value: Any) -> np.ndarray:
    """Return the numbers of a result as one flat vector, columns first."""
    if isinstance(value, pd.DataFrame):
        return value.to_numpy(dtype=np.float64).ravel(order="F")
    if isinstance(value, Table):
        return value.as_vector().astype(np.float64)
    return np.asarray(value, dtype=np.float64).ravel(order="F")

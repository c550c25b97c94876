"""Read the recorded answers of real R and turn their values into NumPy and pandas objects."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from rnet.values import NA, named_matrix

ORACLES = Path(__file__).resolve().parents[1] / "oracles"
_SPECIAL = {"NA": NA, "NaN": math.nan, "Inf": math.inf, "-Inf": -math.inf}


@dataclass(frozen=True)
class RArray:
    """An array or table with named dimnames: values, names along each dimension, their names."""

    values: np.ndarray
    dimnames: list[list[str] | None] | None
    dnn: list[str] | None


@cache
def load_json(path: str) -> Any:
    """Read `tests/oracles/<path>`, a JSON file."""
    return json.loads((ORACLES / path).read_text(encoding="utf-8"))


@cache
def load_jsonl(path: str) -> list[dict[str, Any]]:
    """Read `tests/oracles/<path>`, one JSON object a line."""
    lines = (ORACLES / path).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


def stats_cases(group: str, version: str = "r460") -> list[dict[str, Any]]:
    """Return the recorded sessions of `stats/<version>/<group>.json`."""
    return load_json(f"stats/{version}/{group}.json")["cases"]


def number(value: Any) -> float:
    """Decode one double: specials are strings, null is NA."""
    if value is None:
        return NA
    return _SPECIAL[value] if isinstance(value, str) else float(value)


def doubles(values: Any) -> np.ndarray:
    """Decode doubles; a bare scalar counts as a vector of one. NA keeps its payload."""
    many = values if isinstance(values, list) else [values]
    return np.array([number(value) for value in many], dtype=np.float64)


def missing(value: Any) -> bool:
    """Whether an integer, logical or string is recorded as NA."""
    return value is None or value == "NA"


def atomic(kind: str, data: Any) -> Any:
    """Decode a vector without attributes: doubles, integers, logicals or strings."""
    many = data if isinstance(data, list) else [data]
    if kind == "double":
        return doubles(many)
    if kind == "character":
        return np.array(many, dtype=object)
    plain, nullable = {"integer": (np.int64, "Int64"), "logical": (np.bool_, "boolean")}[kind]
    if any(missing(value) for value in many):
        return pd.array([None if missing(v) else v for v in many], dtype=nullable)
    return np.array(many, dtype=plain)


def decode(value: dict[str, Any]) -> Any:
    """Decode a value V of `tests/oracles/stats/README.md`.

    Named vectors become Series, matrices 2-d arrays or `named_matrix`, higher arrays and tables
    `RArray`, factors Categorical, data frames DataFrame, lists list or dict, NULL None.
    """
    kind = value["type"]
    if kind == "NULL":
        return None
    if kind == "factor":
        codes = [-1 if missing(code) else code - 1 for code in value["codes"]]
        return pd.Categorical.from_codes(codes, value["levels"], ordered=bool(value["ordered"]))
    if kind in ("list", "data.frame"):
        return _decode_items(value)
    data = atomic(kind, value["data"])
    if "dim" in value:
        return _decode_array(data, value)
    if value.get("names") is not None:
        return pd.Series(data, index=pd.Index(value["names"], dtype=object))
    return data


def _decode_items(value: dict[str, Any]) -> Any:
    items = [decode(item) for item in value["items"]]
    names: Sequence[str] | None = value.get("names")
    if value["type"] == "data.frame":
        assert names is not None
        frame = pd.DataFrame(dict(zip(names, items, strict=True)))
        if value.get("row_names") is not None:
            frame.index = pd.Index(value["row_names"])
        return frame
    return items if names is None else dict(zip(names, items, strict=True))


def _decode_array(data: Any, value: dict[str, Any]) -> Any:
    values = np.asarray(data).reshape(value["dim"], order="F")
    dimnames = value.get("dimnames")
    if "dnn" in value or values.ndim > 2:
        return RArray(values, dimnames, value.get("dnn"))
    if values.ndim == 1:
        names = None if dimnames is None else dimnames[0]
        return values if names is None else pd.Series(values, index=pd.Index(names, dtype=object))
    return values if dimnames is None else named_matrix(values, *dimnames)

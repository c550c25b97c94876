"""The recorded runs of deepnet, and how its results are compared with them."""

import csv
from typing import Any

import numpy as np
import pytest
from oracles import ORACLES, doubles, load_json

# Of the largest number of a matrix: R's BLAS adds products in another order, and steps carry on.
TOLERANCE = 1e-12


def cases(prefix: str) -> list[str]:
    return sorted(path.stem for path in (ORACLES / "deepnet").glob(f"{prefix}*.json"))


def load(name: str) -> dict[str, Any]:
    return load_json(f"deepnet/{name}.json")


def matrix(rows: Any) -> np.ndarray:
    return np.array([doubles(row) for row in rows])


def digits() -> tuple[np.ndarray, np.ndarray]:
    with (ORACLES / "deepnet" / "digits_first300.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    table = np.array(rows, dtype=float)
    return table[:, 1:] / 16, np.eye(10)[table[:, 0].astype(int)]


def data(case: dict[str, Any]) -> tuple[np.ndarray, Any]:
    if isinstance(case["x"], str):
        x, y = digits()
        return (x[:120], y[:120]) if "1:120" in case["x"] else (x, y)
    y = case.get("y")
    return matrix(case["x"]), matrix(y) if y and isinstance(y[0], list) else doubles(y or [])


def assert_close(got: Any, wanted: Any) -> None:
    wanted = matrix(wanted) if wanted and isinstance(wanted[0], list) else doubles(wanted)
    got = np.asarray(got, dtype=float)
    assert got.shape == wanted.shape
    largest = np.abs(wanted).max(initial=0)
    np.testing.assert_allclose(got, wanted, rtol=0, atol=TOLERANCE * largest)


def arguments(case: dict[str, Any]) -> dict[str, Any]:
    found = dict(case["args"])
    if found.get("initW") is not None:
        found["initW"] = [matrix(part) for part in found["initW"]]
        found["initB"] = [doubles(part) for part in found["initB"]]
    return found


def assert_same_network(fit: Any, wanted: dict[str, Any]) -> None:
    assert fit.names() == wanted["names"]
    assert fit.size.tolist() == wanted["size"]
    for name in ("W", "B", "vW", "vB"):
        assert len(fit[name]) == len(wanted[name])
        for got, part in zip(fit[name], wanted[name], strict=True):
            assert_close(got, part)
    assert_close(fit.e, wanted["e"])
    assert_close(fit.post[-1], wanted["post_last"])
    assert_close(fit.pre[-1], wanted["pre_last"])
    assert (fit.L is None) == (wanted["L"] is None)
    if fit.L is not None:
        assert_close(fit.L, wanted["L"])
    masks = wanted["dropout_mask"]
    assert (fit.dropout_mask is None) == (masks is None)
    for got, mask in zip(fit.dropout_mask or [], masks or [], strict=True):
        assert (got is None) == (mask is None)
        if mask is not None:
            assert got.tolist() == mask
    assert (fit.activationfun, fit.output) == (wanted["activationfun"], wanted["output"])
    for name in ("learningrate", "momentum", "learningrate_scale", "hidden_dropout",
                 "visible_dropout"):  # fmt: skip
        assert fit[name] == pytest.approx(wanted[name], rel=1e-15)


def assert_same_machine(fit: Any, wanted: dict[str, Any]) -> None:
    assert fit.names() == wanted["names"]
    assert fit.size.tolist() == wanted["size"]
    for name in ("W", "vW", "B", "vB", "C", "vC", "e"):
        assert_close(fit[name], wanted[name])
    assert fit.learningrate == pytest.approx(wanted["learningrate"], rel=1e-15)
    assert fit.cd == wanted["cd"]

"""Calls recorded by `tests/oracles/e1071/record.R`, and the same calls made here."""

import contextlib
import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from oracles import number

from rnet import RError, format_r, runif, set_seed

SPECIAL = {"NA", "NaN", "Inf", "-Inf"}


@dataclass
class Answer:
    """What a call gave: its value or error, its warnings, what it wrote, the next number."""

    value: Any
    error: RError | None
    warnings: list[str]
    said: list[str]
    runif: float | None


def answer(call: Callable[[], Any], seed: int | None = None) -> Answer:
    """Make a call as `record` makes it in R."""
    if seed is not None:
        set_seed(seed)
    value, error, said = None, None, io.StringIO()
    with warnings.catch_warnings(record=True) as caught, contextlib.redirect_stdout(said):
        warnings.simplefilter("always")
        try:
            value = call()
        except RError as problem:
            error = problem
    texts = [getattr(one.message, "message", str(one.message)) for one in caught]
    after = None if seed is None else float(runif(1)[0])
    return Answer(value, error, texts, said.getvalue().splitlines(), after)


def check(
    recorded: dict[str, Any],
    call: Callable[[], Any],
    *,
    seed: int | None = None,
    tolerance: float = 0.0,
    numbers: Callable[[Any], Any] | None = None,
    text: bool = True,
) -> Any:
    """Assert that a call answers as recorded; return its value.

    `numbers` takes from the value what the script took; `tolerance` is relative.
    """
    found = answer(call, seed)
    if recorded["error"] is not None:
        assert found.error is not None, found.value
        assert found.error.message == recorded["error"]
        assert found.error.advice
        return None
    assert found.error is None, found.error
    assert found.warnings == recorded["warnings"]
    assert found.said == recorded["said"]
    if seed is not None:
        assert found.runif == float(recorded["runif"])
    if text:
        assert format_r(found.value).split("\n") == recorded["text"]
    if "numbers" in recorded:
        kept = found.value if numbers is None else numbers(found.value)
        np.testing.assert_allclose(
            flat(kept), _numbers(recorded["numbers"]), rtol=tolerance, atol=0, equal_nan=True
        )
    return found.value


def _numbers(texts: list[str]) -> np.ndarray:
    return np.array([number(text if text in SPECIAL else float(text)) for text in texts])


def flat(value: Any) -> np.ndarray:
    """Return all numbers of a value in R's order: lists one after the other, matrices by column."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return np.concatenate([flat(part) for part in value]) if value else np.array([])
    if isinstance(value, pd.DataFrame):
        value = value.to_numpy()
    return np.asarray(value, dtype=np.float64).ravel(order="F")


def same(found: Any, recorded: Any, tolerance: float = 0.0) -> None:
    """Assert that a value is one recorded in `e1071/misc.json`, whose README tells the encoding."""
    if isinstance(recorded, dict) and "rows" in recorded:
        recorded = [number(row[j]) for j in range(recorded["dim"][1]) for row in recorded["rows"]]
    elif isinstance(recorded, dict) and "names" in recorded:
        assert [str(name) for name in found.index] == recorded["names"]
        recorded, found = recorded["values"], found.to_numpy()
    elif isinstance(recorded, dict) and "ts" in recorded:
        recorded = recorded["values"]
    elif isinstance(recorded, dict):
        assert list(found) == list(recorded)
        for name, value in recorded.items():
            same(found[name], value, tolerance)
        return
    values = recorded if isinstance(recorded, list) else [recorded]
    if any(isinstance(value, str) and value not in SPECIAL for value in values):
        assert list(found) == values
        return
    expected = np.array([number(value) for value in values])
    np.testing.assert_allclose(flat(found), expected, rtol=tolerance, atol=0, equal_nan=True)

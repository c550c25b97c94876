"""Console sessions written twice, in R and in Python: `tests/oracles/console/`.

A line is `R code ||| Python code`; `record.R` wrote down what R 4.2 showed for it.
"""

import contextlib
import io
import warnings
from typing import Any

import numpy as np
import pandas as pd
import pytest
from oracles import ORACLES, load_json

import rnet
from rnet.conditions import RError, RWarning

FOLDER = ORACLES / "console"
MARK = "|||"


def lines(topic: str) -> list[tuple[str, str]]:
    """Return R code and Python code of each line of a topic."""
    rows = (FOLDER / f"{topic}.txt").read_text(encoding="utf-8").splitlines()
    kept = [row for row in rows if row.strip() and not row.startswith("#")]
    halves = [row.partition(MARK) for row in kept]
    return [(r.strip(), python.strip() or r.strip()) for r, _, python in halves]


def compared(topic: str) -> list[Any]:
    """Return what R showed and what rnet shows for each line, run in one session."""
    recorded = load_json(f"console/{topic}.json")["answers"]
    names: dict[str, Any] = {"np": np, "pd": pd, "rnet": rnet}
    pairs = []
    with rnet.options(r_version="4.2"):
        for (r, python), answer in zip(lines(topic), recorded, strict=True):
            assert answer["code"] == r, "record anew: the lines have changed"
            pairs.append(
                pytest.param(
                    "".join(f"{line}\n" for line in answer["output"]), shown(python, names), id=r
                )
            )
    return pairs


def shown(code: str, names: dict[str, Any]) -> str:
    """Return what a console of rnet shows for a line of Python."""
    import builtins  # noqa: PLC0415 - rnet's names come before Python's only where R has them

    scope = {name: getattr(rnet, name) for name in rnet.__all__ if not hasattr(builtins, name)}
    scope |= {"round": rnet.round}
    written = io.StringIO()
    with contextlib.redirect_stdout(written), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            try:
                value = eval(code, {**scope, **names}, names)
                if value is not None:
                    written.write(rnet.format_r(value) + "\n")
            except SyntaxError:
                exec(code, {**scope, **names}, names)
        except RError as error:
            written.write(f"ERR: {error.message} \n")
    words = [w.message.message for w in caught if isinstance(w.message, RWarning)]
    said = "".join(f"WARN: {text} \n" for text in words)
    return said + written.getvalue()

"""Recorded R sessions run through the evaluator: what each step should show, and what it shows."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from rnet import options
from rnet.interpreter.attributes import attribute, names_of
from rnet.interpreter.frame import FailureSignal
from rnet.interpreter.session import Session, Step
from rnet.interpreter.signalling import call_of, message_of
from rnet.interpreter.values import NA_INTEGER, Vector, boxed
from rnet.language.deparse import deparse
from rnet.language.tree import Node

ORACLES = Path(__file__).parent.parent / "oracles"
LOOSER = {
    # R integrates the studentized range to some eleven digits and inverts it to seven
    "aov-oneway@tukey": 2e-11,
    "aov-twoway@tukey": 1e-10,
    "aov-insect@tukey": 2e-10,
    "aov-ptukey@pt": 1e-10,
    "aov-ptukey@qt": 1e-7,
}
"""Tolerances of single values where R itself is less exact."""
SPECIAL = {"NA": np.nan, "NaN": np.nan, "Inf": np.inf, "-Inf": -np.inf}
TOLERANCE = 1e-12
"""Of recorded values, relative to the largest: sums come in R's order and functions from its C
library, but variances from another triangular inverse than LAPACK's, p values from SciPy."""


@dataclass
class Outcome:
    """One step: its place, whether all of it was as recorded, and the first thing that was not."""

    place: str
    code: str
    equal: bool
    reason: str = ""


@dataclass
class Count:
    """The steps of a file."""

    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def equal(self) -> int:
        return sum(outcome.equal for outcome in self.outcomes)

    def __str__(self) -> str:
        return f"{self.equal}/{len(self.outcomes)}"


@cache
def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def console_sessions() -> list[Path]:
    """Return the files of recorded console sessions."""
    return sorted((ORACLES / "stats").glob("r4*/*.json"))


def run_file(path: Path) -> Count:
    """Run every case of a file, each in a fresh session."""
    version = "4.2" if path.parent.name == "r422" else "4.6"
    return run_cases(read(path)["cases"], version)


def run_cases(cases: Iterable[dict[str, Any]], version: str) -> Count:
    """Run cases, each in a fresh session."""
    count = Count()
    for case in cases:
        count.outcomes += list(run_case(case, version))
    return count


def run_case(case: dict[str, Any], version: str) -> Iterator[Outcome]:
    """Run the steps of a case and compare the values recorded at its end."""
    with options(digits=7, width=80, scipen=0, r_version=version):
        session = Session()
        for number, step in enumerate(case["steps"]):
            place = f"{case['id']}:{number + 1}"
            reason = difference(safely(session, step["code"]), step)
            yield Outcome(place, step["code"], not reason, reason)
        for name, recorded in (case.get("values") or {}).items():
            place = f"{case['id']}@{name}"
            found = safely(session, f".value <- {recorded['expr']}")
            bound = LOOSER.get(place, TOLERANCE)
            reason = failure(found) or unlike(found.value, recorded["value"], bound)
            yield Outcome(place, recorded["expr"], not reason, reason)


def safely(session: Session, code: str) -> Step:
    """Run code; an error of Python's is an outcome like any other."""
    try:
        return session.step(code)
    except Exception as problem:
        step = Step()
        step.error = FailureSignal(None)
        step.error.advice = f"{type(problem).__name__}: {problem}"
        return step


def failure(step: Step) -> str:
    """Return what ended a step, "" for nothing."""
    if step.error is None:
        return ""
    if step.error.condition is None:
        return f"Python {step.error.advice}"
    return f"error: {message_of(step.error.condition)}"


def difference(step: Step, recorded: dict[str, Any]) -> str:
    """Return the first thing in which a step is not as recorded, "" if there is none."""
    wanted_error = recorded.get("error")
    if wanted_error is None and step.error is not None:
        return failure(step)
    if wanted_error is not None:
        if step.error is None or step.error.condition is None:
            return (
                f"no error, but {wanted_error['message']!r}"
                if step.error is None
                else failure(step)
            )
        message = message_of(step.error.condition)
        if message != wanted_error["message"]:
            return f"error {message!r}, not {wanted_error['message']!r}"
        shown = shown_call(call_of(step.error.condition))
        if "call" in wanted_error and shown != flat_call(wanted_error["call"]):
            return f"error in {shown}, not {wanted_error['call']}"
    if step.output != recorded["output"]:
        return "output: " + first_difference(step.output, recorded["output"])
    found = [pending.message for pending in step.warnings]
    wanted = [w["message"] for w in recorded.get("warnings") or []]
    if found != wanted:
        return f"warnings {found}, not {wanted}"
    messages = recorded.get("messages", [])
    if messages is not None and "".join(step.messages) != "".join(messages):
        return f"messages {step.messages}, not {messages}"
    return ""


def shown_call(node: Node | None) -> str | None:
    return None if node is None else flat_call(" ".join(deparse(node)))


def flat_call(text: Any) -> str | None:
    """Return the text of a call on one line with single blanks."""
    if text is None:
        return None
    whole = " ".join(text) if isinstance(text, list) else text
    return re.sub(r"\s+", " ", whole)


def first_difference(found: str, wanted: str) -> str:
    ours, theirs = found.split("\n"), wanted.split("\n")
    for line, (own, other) in enumerate(zip(ours, theirs, strict=False)):
        if own != other:
            return f"line {line + 1}: {own!r}, not {other!r}"
    return f"{len(ours)} lines, not {len(theirs)}: {ours[-3:]!r}, not {theirs[-3:]!r}"


def unlike(value: Any, recorded: Any, tolerance: float = TOLERANCE) -> str:
    """Return how a value differs from a recorded one, "" if it does not."""
    vector = boxed(value)
    kind = recorded.get("type")
    if kind == "NULL":
        return "" if vector is None else f"value {vector!r:.60}, not NULL"
    if not isinstance(vector, Vector):
        return f"value {vector!r:.60}, not {kind}"
    if "items" in recorded:
        return unlike_list(vector, recorded, tolerance)
    if kind == "factor":
        wanted = [NA_INTEGER if code is None else code for code in recorded["codes"]]
        levels = list(attribute(vector, "levels").data) if attribute(vector, "levels") else None
        same = vector.data.tolist() == wanted and levels == recorded["levels"]
        return "" if same else "another factor"
    return unlike_atomic(vector, recorded, tolerance)


def unlike_list(vector: Vector, recorded: Any, tolerance: float) -> str:
    if len(vector.data) != len(recorded["items"]):
        return f"{len(vector.data)} items, not {len(recorded['items'])}"
    if recorded.get("names") is not None and names_of(vector) != recorded["names"]:
        return f"names {names_of(vector)}, not {recorded['names']}"
    reasons = (
        unlike(own, other, tolerance)
        for own, other in zip(vector.data, recorded["items"], strict=True)
    )
    return next((reason for reason in reasons if reason), "")


def unlike_atomic(vector: Vector, recorded: Any, tolerance: float) -> str:
    data = recorded["data"]
    if vector.kind != recorded["type"]:
        return f"{vector.kind}, not {recorded['type']}"
    if len(vector.data) != len(data):
        return f"length {len(vector.data)}, not {len(data)}"
    if vector.kind == "double":
        wanted = np.array([SPECIAL[x] if isinstance(x, str) else x for x in data], dtype=np.float64)
        largest = np.abs(wanted[np.isfinite(wanted)]).max(initial=0.0)
        bounds = {"rtol": tolerance, "atol": tolerance * largest}
        if not np.allclose(vector.data, wanted, **bounds, equal_nan=True):
            return f"numbers {vector.data[:3]}, not {wanted[:3]}"
    elif vector.kind == "character":
        if list(vector.data) != data:
            return f"strings {list(vector.data)[:3]}, not {data[:3]}"
    elif vector.data.tolist() != [NA_INTEGER if x in (None, "NA") else int(x) for x in data]:
        return f"{vector.kind} {vector.data[:4]}, not {data[:4]}"
    dim = attribute(vector, "dim")
    if recorded.get("dim") is not None and (dim is None or dim.data.tolist() != recorded["dim"]):
        return f"dim {dim!r}, not {recorded['dim']}"
    if recorded.get("names") is not None and names_of(vector) != recorded["names"]:
        return f"names {(names_of(vector) or [])[:3]}, not {recorded['names'][:3]}"
    return ""

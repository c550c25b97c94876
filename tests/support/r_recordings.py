"""All recordings of R that the evaluator is measured by."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from r_calls import call_files, run_calls
from r_sessions import ORACLES, Count, console_sessions, read, run_cases, run_file

OWN = (
    "files/read_table.json",
    "hypothesis/*.json",
    "linear/models.json",
    "linear/sessions/*.json",
    "printing/corners.json",
    "printing/format_functions.json",
    "table/tables.json",
)
"""Recordings of our own of R 4.2.2, each beside the R script that made it."""


def all_files() -> list[Path]:
    """Return every file of recorded sessions and calls."""
    return [*console_sessions(), *own_files(), *call_files()]


def own_files() -> list[Path]:
    """Return the files of our own recordings."""
    return sorted(path for pattern in OWN for path in ORACLES.glob(pattern))


def run_any(path: Path) -> Count:
    """Run a file in the way its recording asks for."""
    if path.parent.parent.name == "stats":
        return run_file(path)
    return run_cases(own_cases(path), "4.2") if path in own_files() else Count(run_calls(path))


def own_cases(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the cases of a recording of our own, whatever its recorder's layout."""
    data = read(path)
    if isinstance(data, list):
        cases = [(case["code"], [_printed_and_described(case)]) for case in data]
    elif "steps" in data:
        cases = [(path.stem, data["steps"])]
    elif "groups" in data:
        cases = list(data["groups"].items())
    elif isinstance(data["cases"], dict):
        cases = [(name, list(map(_ended_once, steps))) for name, steps in data["cases"].items()]
    else:
        cases = [(case["code"], [_shown_end(case)]) for case in data["cases"]]
    for name, steps in cases:
        yield {"id": name, "steps": [_step(step) for step in steps]}


def _printed_and_described(case: dict[str, Any]) -> dict[str, Any]:
    """Return a step that makes a value, prints it and shows its structure."""
    code = f"v <- {case['code']}\nprint(v)\nstr(v)"
    return {**case, "code": code, "output": "" if case["text"] is None else case["text"] + "\n"}


def _shown_end(case: dict[str, Any]) -> dict[str, Any]:
    """Return a step that shows where the text of `cat` ends, as the recorder's did."""
    code = case["code"]
    return {**case, "code": f'{code}; cat("<end>\\n")' if code.startswith("cat(") else code}


def _ended_once(step: dict[str, Any]) -> dict[str, Any]:
    """Return a step whose recorder wrote a line end for no output, and kept no messages."""
    output = step["output"].removesuffix("\n")
    return {**step, "output": output and f"{output}\n", "messages": None}


def _step(entry: dict[str, Any]) -> dict[str, Any]:
    """Return a step in the layout of the console sessions."""
    return {
        **entry,
        "output": entry["output"] or "",
        "error": _said(entry.get("error")),
        "warnings": [_said(warning) for warning in entry.get("warnings") or []],
    }


def _said(entry: Any) -> Any:
    return {"message": entry} if isinstance(entry, str) else entry

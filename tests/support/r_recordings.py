"""All recordings of R that the evaluator is measured by."""

from pathlib import Path

from r_calls import call_files, run_calls
from r_sessions import Count, console_sessions, run_file


def all_files() -> list[Path]:
    """Return every file of recorded sessions and calls."""
    return [*console_sessions(), *call_files()]


def run_any(path: Path) -> Count:
    """Run a file in the way its recording asks for."""
    return run_file(path) if path.parent.parent.name == "stats" else Count(run_calls(path))

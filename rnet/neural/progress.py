"""A progress bar over repetitions, by tqdm where it is installed."""

import sys
from contextlib import AbstractContextManager, nullcontext
from importlib.util import find_spec
from typing import Any

from rnet.conditions import RError
from rnet.neural.problem import Report

LONG = 2.0  # seconds before an automatic bar is shown


class ProgressBar(AbstractContextManager["ProgressBar"]):
    """A bar that moves when a repetition is finished; called as a `Report`."""

    def __init__(self, repetitions: int, delay: float) -> None:
        from tqdm.auto import tqdm  # noqa: PLC0415 - only when a bar is shown

        self._bar = tqdm(total=repetitions, desc="neuralnet", unit="rep", delay=delay)

    def __call__(
        self,
        _repetition: int,
        _step: float,
        _smallest: float,
        finished: bool,
        _status: int,
        _reached: float,
        _seconds: float,
    ) -> None:
        """Move the bar."""
        if finished:
            self._bar.update()

    def __exit__(self, *_error: object) -> None:
        self._bar.close()


def progress_bar(
    repetitions: int, wanted: bool | None, lifesign: bool
) -> AbstractContextManager[Report | None]:
    """Return a context that gives a progress bar, or None where none is to be shown.

    Raises
    ------
    RError
        If a bar is asked for and tqdm is not installed.
    """
    installed = find_spec("tqdm") is not None
    if wanted and not installed:
        raise RError("progress=True needs the package tqdm", "pip install tqdm")
    automatic = repetitions > 1 and installed and _at_terminal()
    if lifesign or wanted is False or not (wanted or automatic):
        return nullcontext()
    bar: Any = ProgressBar(repetitions, 0.0 if wanted else LONG)
    return bar  # type: ignore[no-any-return]


def _at_terminal() -> bool:
    return bool(getattr(sys.stderr, "isatty", lambda: False)())

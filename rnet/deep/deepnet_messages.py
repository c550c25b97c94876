"""deepnet's messages: on the error stream where they are wanted."""

import sys
from collections.abc import Callable

Say = Callable[[str], None]


def speaker(verbose: bool) -> Say:
    """Return a function that writes a message to the error stream, or keeps silent."""
    return _write if verbose else _be_silent


def _write(text: str) -> None:
    sys.stderr.write(text + "\n")


def _be_silent(text: str) -> None:
    del text

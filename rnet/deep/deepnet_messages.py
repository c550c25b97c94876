"""deepnet's messages: on the error stream where they are wanted."""

import sys
from collections.abc import Callable

from rnet.conditions import RError

Say = Callable[[str], None]


def speaker(verbose: object) -> Say:
    """Return a function that writes a message to the error stream, or keeps silent.

    A function is taken as it is: the R evaluator signals its messages.
    """
    if callable(verbose):
        return verbose
    if not isinstance(verbose, bool):
        message = "argument is not interpretable as logical"
        raise RError(message, "'verbose' is True or False.")
    return _write if verbose else _be_silent


def _write(text: str) -> None:
    sys.stderr.write(text + "\n")


def _be_silent(text: str) -> None:
    del text

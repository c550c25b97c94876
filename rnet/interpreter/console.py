"""Text of errors and warnings as R's console shows them."""

from collections.abc import Sequence

from rnet.interpreter.frame import Pending
from rnet.language.deparse import deparse
from rnet.language.tree import Node

LONG = 75
"""Columns that a call and its message may fill together before the message goes below."""
WARNINGS_SHOWN = 10
WARNINGS_KEPT = 50


def call_text(node: Node) -> str:
    """Return the first line of a call, as errors and warnings name it."""
    return deparse(node)[0]


def error_line(message: str, call: Node | None, *, caught: bool = False) -> str:
    """Return `Error in f(x) : message` with its line end; `caught` as `try` words it."""
    if call is None:
        return f"Error : {message}\n" if caught else f"Error: {message}\n"
    shown = call_text(call)
    first = message.split("\n", 1)[0]
    below = 14 + len(shown) + len(first) > LONG
    return f"Error in {shown} : {chr(10) + '  ' if below else ''}{message}\n"


def warning_text(pending: Pending) -> str:
    """Return `Warning in f(x) : message` with its line end, as given at once."""
    if pending.call is None:
        return f"Warning: {pending.message}\n"
    shown = call_text(pending.call)
    first = pending.message.split("\n", 1)[0]
    below = len(shown) + len(first) + 18 > LONG
    return f"Warning in {shown} :{chr(10) + ' ' if below else ''} {pending.message}\n"


def warnings_text(pending: Sequence[Pending], *, addition: bool = False) -> str:
    """Return the text of the warnings of a statement, "" for none.

    `addition` says that an error stands before them.
    """
    if not pending:
        return ""
    lead = "In addition: " if addition else ""
    if len(pending) == 1:
        return f"{lead}Warning message:\n{_entry(pending[0], 0)}\n"
    if len(pending) > WARNINGS_SHOWN:
        count = f"{len(pending)}" if len(pending) < 51 else "50 or more"
        return f"{lead}There were {count} warnings (use warnings() to see the first 50)\n"
    width = 0
    rows = [
        f"{i + 1}: {_entry(item, width + len(str(i + 1)) + 2)}" for i, item in enumerate(pending)
    ]
    return f"{lead}Warning messages:\n" + "\n".join(rows) + "\n"


def _entry(pending: Pending, indent: int) -> str:
    if pending.call is None:
        return f"{pending.message} "
    shown = call_text(pending.call)
    first = pending.message.split("\n", 1)[0]
    separator = "\n  " if indent + 6 + len(shown) + len(first) > LONG else " "
    return f"In {shown} :{separator}{pending.message}"

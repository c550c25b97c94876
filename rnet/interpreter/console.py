"""Text of errors and warnings as R's console shows them."""

from rnet.interpreter.frame import Pending
from rnet.language.deparse import deparse_line


def warning_text(pending: Pending) -> str:
    """Return `Warning in f(x) : message` with its line end."""
    if pending.call is None:
        return f"Warning: {pending.message}\n"
    return f"Warning in {deparse_line(pending.call)} : {pending.message}\n"

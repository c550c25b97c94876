"""rnet's own functions and data sets under their R names."""

from typing import Any

from rnet.interpreter.environment import ABSENT


def exported(name: str) -> Any:
    """Return rnet's function or data set of an R name, or `ABSENT`."""
    del name
    return ABSENT

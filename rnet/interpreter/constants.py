"""R's constants: `pi`, `letters`, `T`, `month.name`."""

import calendar
import math
import string
from typing import Any

from rnet.interpreter.environment import ABSENT
from rnet.interpreter.values import character

_CONSTANTS: dict[str, Any] = {
    "pi": math.pi,
    "T": True,
    "F": False,
    "letters": character(string.ascii_lowercase),
    "LETTERS": character(string.ascii_uppercase),
    "month.name": character(calendar.month_name[1:]),
    "month.abb": character(calendar.month_abbr[1:]),
}


def constant(name: str) -> Any:
    """Return the constant of a name, or `ABSENT`."""
    return _CONSTANTS.get(name, ABSENT)

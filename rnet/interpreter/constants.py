"""R's constants: `pi`, `letters`, `T`, `month.name`."""

import calendar
import math
import string
import sys
from typing import Any

from rnet.interpreter.environment import ABSENT
from rnet.interpreter.frame import STATE
from rnet.interpreter.values import Vector, character, list_of

_CONSTANTS: dict[str, Any] = {
    "pi": math.pi,
    "T": True,
    "F": False,
    "letters": character(string.ascii_lowercase),
    "LETTERS": character(string.ascii_uppercase),
    "month.name": character(calendar.month_name[1:]),
    "p.adjust.methods": character(
        ["holm", "hochberg", "hommel", "bonferroni", "BH", "BY", "fdr", "none"]
    ),
    "month.abb": character(calendar.month_abbr[1:]),
}


def constant(name: str) -> Any:
    """Return the constant of a name, or `ABSENT`."""
    if name == ".Machine":
        return _machine()
    if name in ("R.version", "version", "R.version.string"):
        return _version(name)
    if name == ".GlobalEnv":
        return STATE.session.globals
    return _CONSTANTS.get(name, ABSENT)


def _machine() -> Any:
    """Return what R says of the machine's numbers; those of every machine today."""
    parts = {
        "double.eps": sys.float_info.epsilon,
        "double.neg.eps": sys.float_info.epsilon / 2,
        "double.xmin": sys.float_info.min,
        "double.xmax": sys.float_info.max,
        "double.base": 2,
        "double.digits": sys.float_info.mant_dig,
        "double.max.exp": sys.float_info.max_exp,
        "double.min.exp": sys.float_info.min_exp - 1,
        "integer.max": 2**31 - 1,
        "sizeof.long": 8,
        "sizeof.longlong": 8,
        "sizeof.pointer": 8,
    }
    return list_of(list(parts.values()), list(parts))


def _version(name: str) -> Any:
    """Return `R.version`, `version` or `R.version.string`: the R whose text is followed."""
    from rnet.interpreter.functions.system import r_version

    parts = r_version()
    if name == "R.version.string":
        return parts.data[-2]
    names = (parts.attributes or {})["names"]
    return Vector("list", parts.data, {"names": names, "class": character(["simple.list"])})

"""Names: R's reserved words, and which names need back-ticks (R's page `?Reserved`)."""

import re

from rnet.language.constants import quoted
from rnet.language.tree import Constant

CONSTANTS = {
    "NULL": Constant("NULL", None),
    "NA": Constant("logical", None),
    "TRUE": Constant("logical", True),
    "FALSE": Constant("logical", False),
    "Inf": Constant("double", float("inf")),
    "NaN": Constant("double", float("nan")),
    "NA_integer_": Constant("integer", None),
    "NA_real_": Constant("double", None),
    "NA_complex_": Constant("complex", None),
    "NA_character_": Constant("character", None),
}
KEYWORDS = frozenset(["function", "while", "repeat", "for", "if", "in", "else", "next", "break"])
NAME = re.compile(r"(?:[^\W\d_]|\.(?![0-9]))[\w.]*")


def is_syntactic(name: str) -> bool:
    """Tell whether a name can be written without back-ticks.

    Examples
    --------
    >>> is_syntactic("x.1"), is_syntactic("my var"), is_syntactic("if")
    (True, False, False)
    """
    return name not in KEYWORDS and name not in CONSTANTS and NAME.fullmatch(name) is not None


def quoted_name(name: str) -> str:
    """Return a name as it stands in source text, in back-ticks where it needs them.

    Examples
    --------
    >>> quoted_name("my var")
    '`my var`'
    """
    return name if is_syntactic(name) else quoted(name, "`")

"""Names: R's reserved words, and which names need back-ticks (R's page `?Reserved`)."""

import re
import unicodedata

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
_NAME = re.compile(r"(?:[^\W0-9_]|\.(?![0-9]))[\w.]*")


def leading_name(text: str, start: int = 0) -> str:
    """Return the name that stands at a position, empty if none does.

    A number that is no digit, as the signs for one half or squared, ends a name.

    Examples
    --------
    >>> leading_name("x.1 + y"), leading_name("2x")
    ('x.1', '')
    """
    match = _NAME.match(text, start)
    if match is None:
        return ""
    name = match.group()
    if name.isascii():
        return name
    return name[: next((i for i, c in enumerate(name) if unicodedata.category(c) == "No"), None)]


def is_syntactic(name: str) -> bool:
    """Tell whether a name can be written without back-ticks.

    Examples
    --------
    >>> is_syntactic("x.1"), is_syntactic("my var"), is_syntactic("if")
    (True, False, False)
    """
    if not name or name in KEYWORDS or name in CONSTANTS:
        return False
    return leading_name(name) == name


def quoted_name(name: str) -> str:
    """Return a name as it stands in source text, in back-ticks where it needs them.

    Examples
    --------
    >>> quoted_name("my var")
    '`my var`'
    """
    return name if is_syntactic(name) else quoted(name, "`")

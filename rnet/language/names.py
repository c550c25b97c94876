"""Which names R's grammar takes as they are, and which need back-ticks."""

import re

from rnet.language.tokens import RESERVED

_SYNTACTIC = re.compile(r"(?:[^\W\d_]|\.(?![0-9]))[\w.]*")


def is_syntactic(name: str) -> bool:
    """Tell whether a name can be written without back-ticks.

    Examples
    --------
    >>> is_syntactic("x.1"), is_syntactic("my var"), is_syntactic("if")
    (True, False, False)
    """
    return name not in RESERVED and _SYNTACTIC.fullmatch(name) is not None


def quoted_name(name: str) -> str:
    """Return a name as it stands in source text, in back-ticks where it needs them."""
    if is_syntactic(name):
        return name
    return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`"

"""Records by name: how losses, optimisers and the like are looked up."""

from collections.abc import Mapping
from typing import Any, TypeVar

from rnet.conditions import RError

T = TypeVar("T")


def named(table: Mapping[str, T], given: Any, kind: str, plural: str) -> T:
    """Return a record by its name.

    Raises
    ------
    RError
        For a name that is none; all are listed.

    Examples
    --------
    >>> named({"one": 1, "two": 2}, "two", "number", "Numbers")
    2
    """
    found = table.get(given) if isinstance(given, str) else None
    if found is None:
        raise RError(f"unknown {kind} {given!r}", f"{plural}: {', '.join(table)}.")
    return found

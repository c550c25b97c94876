"""The one place that looks into the caller's frame: the names its variables have there."""

import sys
from collections.abc import Mapping
from typing import Any


def caller_variables(depth: int) -> Mapping[str, Any]:
    """Return the variables visible `depth` frames above the caller of this function.

    Locals hide globals, as at the place of the call.
    """
    frame = sys._getframe(depth + 1)
    return {**frame.f_globals, **frame.f_locals}


def name_of(value: object, variables: Mapping[str, Any]) -> str | None:
    """Return the first public name bound to this very object, or None.

    Examples
    --------
    >>> infert = [1, 2]
    >>> name_of(infert, {"_": infert, "infert": infert})
    'infert'
    """
    found = (
        name for name, other in variables.items() if other is value and not name.startswith("_")
    )
    return next(found, None)

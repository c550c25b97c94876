"""The arguments of R's `print`, checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from rnet.conditions import RError

MOST_DIGITS = 22


@dataclass(frozen=True, slots=True)
class Style:
    """The arguments of R's `print`; None leaves the choice to the kind of object.

    `tag` is where in a list the object stands, `$a[[2]]`.
    """

    digits: int | None = None
    quote: bool | None = None
    right: bool | None = None
    na_print: str | None = None
    row_names: bool | Sequence[str] = True
    max: int | None = None
    max_levels: int | None = None
    tag: str = ""


def checked_style(
    digits: Any,
    quote: Any,
    right: Any,
    na_print: Any,
    row_names: Any,
    max: Any,  # noqa: A002 - R's argument name
    max_levels: Any,
) -> Style:
    """Return what a user gave as a `Style`, or say what is wrong with it.

    Examples
    --------
    >>> checked_style(3.0, None, None, None, True, None, None).digits
    3
    """
    if na_print is not None and not isinstance(na_print, str):
        raise RError("invalid 'na.print' specification", "Give a string.")
    return Style(
        digits=_checked_digits(digits),
        quote=_checked_flag("quote", quote),
        right=_checked_flag("right", right),
        na_print=na_print,
        row_names=_checked_row_names(row_names),
        max=_checked_count("max", max),
        max_levels=_checked_count("max.levels", max_levels),
    )


def _checked_digits(digits: Any) -> int | None:
    whole = _whole(digits)
    if digits is not None and (whole is None or not 1 <= whole <= MOST_DIGITS):
        raise RError(f"invalid printing digits {digits}", f"Allowed: 1 to {MOST_DIGITS}.")
    return whole


def _checked_count(name: str, count: Any) -> int | None:
    whole = _whole(count)
    if count is not None and (whole is None or whole < 0):
        raise RError(f"invalid '{name}' argument", "Give a number, 0 or more.")
    return whole


def _whole(value: Any) -> int | None:
    try:
        return None if value is None else int(value)
    except (TypeError, ValueError, OverflowError):
        return None


def _checked_flag(name: str, flag: Any) -> bool | None:
    if flag is not None and not isinstance(flag, bool | np.bool_):
        raise RError(f"invalid '{name}' argument", "Give True or False.")
    return None if flag is None else bool(flag)


def _checked_row_names(names: Any) -> bool | list[str]:
    if isinstance(names, bool | np.bool_):
        return bool(names)
    if names is None or isinstance(names, str) or not np.iterable(names):
        raise RError("invalid 'row.names' argument", "Give True, False or a list of names.")
    return [str(name) for name in names]

"""R's `toString`: all elements in one string."""  # noqa: N999 - R's spelling

import itertools
from typing import Any

from rnet.printing.paste import paste
from rnet.printing.strings import shown_width

SHORTEST = 6
ELLIPSIS = "...."


def toString(x: Any, width: int | None = None) -> str:  # noqa: N802 - R's name
    """Join all elements with a comma and a blank.

    Parameters
    ----------
    x : scalar or array_like
        Anything `paste` takes.
    width : int, optional
        Longest text; what is longer ends in `....`. At least 6.

    Notes
    -----
    R page: `?toString`.

    Examples
    --------
    >>> toString([1, 2.5, 3]), toString("abcdefghijkl", width=8)
    ('1, 2.5, 3', 'abcd....')
    """
    text: str = paste(x, collapse=", ")
    return text if width is None else shortened(text, width)


def shortened(text: str, width: int) -> str:
    """Return a text no longer than a width of at least 6, `....` at the end of a cut one.

    Examples
    --------
    >>> shortened("abcdefghijkl", 8)
    'abcd....'
    """
    if shown_width(text) <= max(width, SHORTEST):
        return text
    room = max(width, SHORTEST) - len(ELLIPSIS)
    widths = itertools.accumulate(shown_width(char) for char in text)
    return text[: sum(so_far <= room for so_far in widths)] + ELLIPSIS

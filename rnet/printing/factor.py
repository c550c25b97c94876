"""Factors: the values as unquoted strings, then the levels on a line of their own."""

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rnet.printing.elements import Vector, element_texts, level_names, level_texts
from rnet.printing.strings import display_width, shown
from rnet.printing.vectors import format_named_vector, format_vector, kept_elements
from rnet.settings import current

if TYPE_CHECKING:
    import pandas as pd

LEVELS_LABEL = "Levels: "
# R keeps room for the label and for "...", three blanks and one more.
RESERVED_WIDTH = len(LEVELS_LABEL) + 3 + 1 + 3


def format_factor(
    factor: "pd.Categorical",
    names: Sequence[str | None] | None = None,
    *,
    quote: bool = False,
    na_text: str | None = None,
    max_levels: int | None = None,
) -> str:
    """Return a factor as R prints it.

    Parameters
    ----------
    factor : Categorical
        Ordered or not.
    names : sequence of str or None, optional
        Names of the elements.
    quote : bool
        Whether values and levels stand in quotes.
    na_text : str, optional
        What stands for a missing value; default `<NA>`.
    max_levels : int, optional
        Most levels to print, 0 for no line of levels; default as many as fit on a line.

    Examples
    --------
    >>> import pandas as pd
    >>> print(format_factor(pd.Categorical(["lo", "hi"], ["lo", "hi"], ordered=True)))
    [1] lo hi
    Levels: lo < hi
    """
    values = Vector("character", level_names(factor))
    body = _values(values, names, bool(factor.ordered), quote=quote, na_text=na_text)
    if max_levels == 0:
        return body
    levels = [shown(level or "", quote=quote) for level in level_texts(factor)]
    return f"{body}\n{format_levels(levels, bool(factor.ordered), max_levels)}"


def _values(
    values: Vector,
    names: Sequence[str | None] | None,
    ordered: bool,
    *,
    quote: bool,
    na_text: str | None,
) -> str:
    if not len(values):
        return f"{'ordered' if ordered else 'factor'}({'' if current().follows('4.3') else '0'})"
    if names is None:
        return format_vector(values, quote=quote, na_text=na_text)
    kept = kept_elements(len(values), None)
    cells = element_texts(values, quote=quote, na_text=na_text).cells[:kept]
    return format_named_vector(cells, names[:kept], omitted=len(values) - kept, na_text=na_text)


def format_levels(levels: Sequence[str], ordered: bool, most: int | None = None) -> str:
    """Return the line of levels, shortened in the middle where the console is too narrow.

    Parameters
    ----------
    levels : sequence of str
        The written levels.
    ordered : bool
        Whether `<` stands between them.
    most : int, optional
        How many to show, whatever the console's width.
    """
    separator = " < " if ordered else " "
    shown_levels = _levels_that_fit(levels, len(separator)) if most is None else most
    if shown_levels >= len(levels) or (most is None and len(levels) <= 1):
        return LEVELS_LABEL + separator.join(levels)
    last = levels[-1:] if shown_levels > 1 else []
    kept = [*levels[: max(1, shown_levels - 1)], "...", *last]
    return f"{len(levels)} {LEVELS_LABEL}{separator.join(kept)}"


def _levels_that_fit(levels: Sequence[str], gap: int) -> int:
    widths = itertools.accumulate(display_width(level) + gap for level in levels)
    room = current().width - RESERVED_WIDTH
    return sum(width <= room for width in widths)

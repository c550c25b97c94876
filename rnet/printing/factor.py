"""Factors: the values as unquoted strings, then the levels on a line of their own."""

import itertools
from collections.abc import Sequence

import pandas as pd

from rnet.printing.elements import Vector, element_texts, level_names, level_texts
from rnet.printing.strings import display_width, escape
from rnet.printing.vectors import format_named_vector, format_vector, kept_elements
from rnet.settings import current

LEVELS_LABEL = "Levels: "
# R keeps room for the label and for "...", three blanks and one more.
RESERVED_WIDTH = len(LEVELS_LABEL) + 3 + 1 + 3


def format_factor(
    factor: pd.Categorical,
    names: Sequence[str | None] | None = None,
    *,
    na_text: str | None = None,
    limit: int | None = None,
) -> str:
    """Return a factor as R prints it.

    Parameters
    ----------
    factor : Categorical
        Ordered or not.
    names : sequence of str or None, optional
        Names of the elements.
    na_text : str, optional
        What stands for a missing value; default `<NA>`.
    limit : int, optional
        Most elements to print; default `options(max_print)`.

    Examples
    --------
    >>> print(format_factor(pd.Categorical(["lo", "hi"], ["lo", "hi"], ordered=True)))
    [1] lo hi
    Levels: lo < hi
    """
    values = Vector("character", level_names(factor))
    levels = format_levels([level or "" for level in level_texts(factor)], bool(factor.ordered))
    if not len(values):
        kind = "ordered" if factor.ordered else "factor"
        return f"{kind}({'' if current().follows('4.3') else '0'})\n{levels}"
    if names is None:
        body = format_vector(values, quote=False, na_text=na_text, limit=limit)
    else:
        kept = kept_elements(len(values), limit)
        cells = element_texts(values, na_text=na_text).cells[:kept]
        body = format_named_vector(cells, names[:kept], omitted=len(values) - kept)
    return f"{body}\n{levels}"


def format_levels(levels: Sequence[str], ordered: bool) -> str:
    """Return the line of levels, shortened in the middle where the console is too narrow."""
    separator = " < " if ordered else " "
    texts = [escape(level) for level in levels]
    widths = itertools.accumulate(display_width(text) + len(separator) for text in texts)
    room = current().width - RESERVED_WIDTH
    fitting = sum(width <= room for width in widths)
    if fitting == len(texts) or len(texts) <= 1:
        return LEVELS_LABEL + separator.join(texts)
    last = texts[-1:] if fitting > 1 else []
    kept = [*texts[: max(1, fitting - 1)], "...", *last]
    return f"{len(texts)} {LEVELS_LABEL}{separator.join(kept)}"

"""Results of groups below each other, as R's `by` shows them."""

import html
from collections.abc import Sequence
from typing import Any

from rnet.html_text import text_to_html
from rnet.printing.show import format_r
from rnet.record import Record
from rnet.settings import current

SHARE_OF_WIDTH = 0.75


def format_groups(
    results: Sequence[Any], names: Sequence[str], levels: Sequence[Sequence[str]]
) -> str:
    """Return the results one below the other, headed by the levels of their group.

    Parameters
    ----------
    results : sequence
        One a group; None for a group without cases.
    names : sequence of str
        What the factors are called.
    levels : sequence of sequences of str
        The level of each factor, for every group.

    Examples
    --------
    >>> print(format_groups([1], ["g"], [["a"]]))
    g: a
    [1] 1
    """
    line = "-" * int(SHARE_OF_WIDTH * current().width)
    parts = []
    for result, group in zip(results, levels, strict=True):
        parts.append("\n".join([format_group(names, group), format_r(result)]))
    return f"\n{line} \n".join(parts)


def format_group(names: Sequence[str], levels: Sequence[str]) -> str:
    """Return the lines that say which group it is."""
    return "\n".join(f"{name}: {level}" for name, level in zip(names, levels, strict=True))


def groups_to_html(
    results: Sequence[Any], names: Sequence[str], levels: Sequence[Sequence[str]]
) -> str:
    """Return the same as HTML, every result in its own way."""
    return "<hr>".join(
        f"<pre>{html.escape(format_group(names, group))}</pre>{_shown(result)}"
        for result, group in zip(results, levels, strict=True)
    )


def _shown(result: Any) -> str:
    if isinstance(result, Record):
        return result._repr_html_()
    return text_to_html(format_r(result))

"""Lists: each element below its tag, nested lists with the longer tag."""

from collections.abc import Callable, Sequence
from typing import Any

from rnet.language.names import is_syntactic
from rnet.printing.strings import MISSING_UNQUOTED, escape
from rnet.printing.vectors import kept_elements, with_omitted

EMPTY_LIST, EMPTY_NAMED_LIST = "list()", "named list()"


def format_list(
    items: Sequence[Any],
    names: Sequence[str | None] | None,
    element_text: Callable[[Any, str], str],
    tag: str = "",
    limit: int | None = None,
) -> str:
    """Return a list as R prints it.

    Parameters
    ----------
    items : sequence
        The elements.
    names : sequence of str or None, optional
        Their names; an empty one gives `[[i]]`, None `<NA>`.
    element_text : callable
        Writes one element, given it and its tag.
    tag : str
        The tag of the list itself within another list.
    limit : int, optional
        Most elements to print; default `options(max_print)`.

    Examples
    --------
    >>> print(format_list([1, 2], ["a", ""], lambda item, tag: f"[1] {item}"))
    $a
    [1] 1
    <BLANKLINE>
    [[2]]
    [1] 2
    <BLANKLINE>
    """
    if not items:
        return EMPTY_LIST if names is None else EMPTY_NAMED_LIST
    labels: Sequence[str | None] = [""] * len(items) if names is None else names
    kept = kept_elements(len(items), limit)
    lines = []
    for number, (item, name) in enumerate(zip(items[:kept], labels[:kept], strict=True), start=1):
        longer = tag + _tag(name, number)
        lines += [longer, element_text(item, longer), ""]
    return with_omitted("\n".join(lines), len(items) - kept, "entries")


def _tag(name: str | None, number: int) -> str:
    if name is None:
        return "$" + MISSING_UNQUOTED
    if not name:
        return f"[[{number}]]"
    return f"${name}" if is_syntactic(name) else f"$`{escape(name)}`"

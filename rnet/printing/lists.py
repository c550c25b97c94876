"""Lists: each element below its tag, nested lists with the longer tag."""

from collections.abc import Callable, Sequence
from typing import Any

from rnet.language.names import quoted_name
from rnet.printing.strings import MISSING_UNQUOTED

EMPTY_LIST, EMPTY_NAMED_LIST = "list()", "named list()"


def format_list(
    items: Sequence[Any],
    names: Sequence[str | None] | None,
    element_text: Callable[[Any, str], str],
    tag: str = "",
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
    lines = []
    for number, (item, name) in enumerate(zip(items, labels, strict=True), start=1):
        longer = tag + _tag(name, number)
        lines += [longer, element_text(item, longer), ""]
    return "\n".join(lines)


def _tag(name: str | None, number: int) -> str:
    if name is None:
        return "$" + MISSING_UNQUOTED
    return f"${quoted_name(name)}" if name else f"[[{number}]]"

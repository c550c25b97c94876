"""Results of groups below each other, as R's `by` shows them."""

from collections.abc import Sequence
from typing import Any

from rnet.printing.show import format_r
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
        head = [f"{name}: {level}" for name, level in zip(names, group, strict=True)]
        parts.append("\n".join([*head, format_r(result)]))
    return f"\n{line} \n".join(parts)

"""R's default summary of a list: length, class and mode of its components."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rnet.printing.matrix import format_matrix
from rnet.record import Record

NO_CLASS = "-none-"


@dataclass(frozen=True, slots=True, repr=False)
class ComponentTable(Record):
    """Length, class and mode of every component.

    Attributes
    ----------
    rows : tuple
        (component, length, class, mode) of each; class `-none-` where R has no class attribute.

    Examples
    --------
    >>> str(ComponentTable((("size", 3, NO_CLASS, "numeric"),))).splitlines()[1]
    'size 3      -none- numeric'
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("rows",)

    rows: tuple[tuple[str, int, str, str], ...]

    def __str__(self) -> str:
        return format_components(self.rows)


def format_components(rows: Sequence[tuple[str, int, str, str]]) -> str:
    """Return the table of (component, length, class, mode), without the last newline."""
    width = max((len(str(row[1])) for row in rows), default=0)
    cells = [[f"{row[1]:>{width}}", row[2], row[3]] for row in rows]
    return format_matrix(cells, [row[0] for row in rows], ["Length", "Class", "Mode"])

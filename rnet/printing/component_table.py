"""R's default summary of a list: length, class and mode of its components."""

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
    >>> print(ComponentTable((("size", 3, NO_CLASS, "numeric"),)))
         Length Class  Mode
    size 3      -none- numeric
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("rows",)

    rows: tuple[tuple[str, int, str, str], ...]

    def __str__(self) -> str:
        width = max((len(str(row[1])) for row in self.rows), default=0)
        cells = [[f"{row[1]:>{width}}", row[2], row[3]] for row in self.rows]
        return format_matrix(cells, [row[0] for row in self.rows], ["Length", "Class", "Mode"])

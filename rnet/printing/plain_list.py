"""Results that in R are lists without a class."""

from abc import ABC
from collections.abc import Iterator
from typing import Any, ClassVar

from rnet.printing.show import Style, console_text
from rnet.record import Record


class PlainList(Record, ABC):
    """The abstract base of such results: read like dictionaries, shown component by component."""

    __slots__ = ()

    PLAIN_LIST: ClassVar[bool] = True

    def __str__(self) -> str:
        return console_text(self, Style())

    def keys(self) -> list[str]:
        """Return R's names, so that `dict(result)` is a dictionary."""
        return self.names()

    def items(self) -> list[tuple[str, Any]]:
        """Return R's names with the components."""
        return [(name, self[name]) for name in self.names()]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names())

    def __len__(self) -> int:
        return len(self.names())


@console_text.register
def _(x: PlainList, style: Style) -> str:
    return console_text(dict(x.items()), style)

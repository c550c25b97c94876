"""The abstract base of everything a user holds: R's component names and R's text."""

import html
from abc import ABC, abstractmethod
from typing import Any, ClassVar

from rnet.conditions import RError


class Record(ABC):
    """A result that answers to R's component names and shows itself as R prints it.

    Subclasses are final, frozen, slotted dataclasses; `COMPONENTS` lists R's names in R's order
    and `fit["net.result"]` is the attribute `fit.net_result`.
    """

    __slots__ = ()

    COMPONENTS: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def __str__(self) -> str:
        """Return the text of R's print method, ending without a newline."""

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(str(self))}</pre>"

    def names(self) -> list[str]:
        """Return R's component names, in R's order."""
        return list(self.COMPONENTS)

    def __getitem__(self, name: str) -> Any:
        """Return a component by its R name, as R's `[[`; None where R gives NULL."""
        if name not in self.COMPONENTS:
            raise RError("subscript out of bounds", f"Components: {', '.join(self.COMPONENTS)}.")
        return getattr(self, attribute_name(name))


def attribute_name(r_name: str) -> str:
    """Return the Python attribute for an R component name.

    Examples
    --------
    >>> attribute_name("net.result")
    'net_result'
    """
    return r_name.replace(".", "_")

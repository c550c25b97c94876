"""The abstract base of everything a user holds: R's component names and R's text."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar

from rnet.conditions import RError
from rnet.html_text import text_to_html


class Record(ABC):
    """A result that answers to R's component names and shows itself as R prints it.

    Subclasses are final, frozen, slotted dataclasses; `COMPONENTS` lists R's names in R's order
    and `fit["net.result"]` is the attribute `fit.net_result`. `KEPT_AS` names the attribute of a
    component whose own name is, in Python, the method behind a generic function;
    `LISTED_WHEN_KNOWN` are the components that R leaves out when there is nothing to put there;
    where `PLAIN_LIST`, R's result is a list without a class.
    """

    __slots__ = ()

    COMPONENTS: ClassVar[tuple[str, ...]] = ()
    KEPT_AS: ClassVar[Mapping[str, str]] = {}
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ()
    PLAIN_LIST: ClassVar[bool] = False

    @abstractmethod
    def __str__(self) -> str:
        """Return the text of R's print method, ending without a newline."""

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return text_to_html(str(self))

    def names(self) -> list[str]:
        """Return R's component names, in R's order."""
        return [
            name
            for name in self.COMPONENTS
            if name not in self.LISTED_WHEN_KNOWN or self[name] is not None
        ]

    def __getitem__(self, name: str) -> Any:
        """Return a component by its R name, as R's `[[`; None where R gives NULL."""
        if name not in self.COMPONENTS:
            raise RError("subscript out of bounds", f"Components: {', '.join(self.COMPONENTS)}.")
        return getattr(self, self.KEPT_AS.get(name) or attribute_name(name))


def attribute_name(r_name: str) -> str:
    """Return the Python attribute for an R component name.

    Examples
    --------
    >>> attribute_name("net.result")
    'net_result'
    """
    return r_name.replace(".", "_")

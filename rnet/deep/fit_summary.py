"""What the summaries of fitted networks share."""

from typing import Any

from rnet.language.tree import Call
from rnet.record import Record


class FitSummary(Record):
    """The summary of a fit: its call and size, and whatever else the subclass and its text say.

    Attributes
    ----------
    object : the fit
    """

    __slots__ = ()

    object: Any

    @property
    def call(self) -> Call:
        """The call of the fit."""
        found: Call = self.object.call
        return found

    @property
    def parameters(self) -> int:
        """How many there are."""
        return int(self.object.parameters)

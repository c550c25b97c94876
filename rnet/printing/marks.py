"""Marks inside written numbers: thousands, another decimal mark, no trailing zeros."""

import re
from dataclasses import dataclass

from rnet.conditions import warn


@dataclass(frozen=True, slots=True)
class Marks:
    """What `prettyNum` changes in a number's text.

    Attributes
    ----------
    big_mark : str
        Between groups of digits before the decimal point.
    big_interval : int
        Digits of such a group.
    decimal_mark : str
        What stands for the decimal point.
    drop0trailing : bool
        Whether zeros at the end of the fraction go, and a zero exponent.
    """

    big_mark: str = ""
    big_interval: int = 3
    decimal_mark: str = "."
    drop0trailing: bool = False

    @property
    def change_nothing(self) -> bool:
        """Whether texts stay as they are."""
        return not self.big_mark and self.decimal_mark == "." and not self.drop0trailing

    def apply(self, text: str, *, keep_width: bool) -> str:
        """Return a number's text with the marks put in.

        Parameters
        ----------
        text : str
            A written number, perhaps padded.
        keep_width : bool
            Whether blanks in front give way to the marks.

        Examples
        --------
        >>> Marks(",").apply("   1234567.5", keep_width=True)
        ' 1,234,567.5'
        """
        whole, point, fraction = text.partition(".")
        if self.drop0trailing and point:
            fraction = fraction.rstrip("0") if fraction.isdigit() else _without_zero(fraction)
            point = point if fraction else ""
        marked = self._grouped(whole)
        if keep_width:
            grown = len(marked) - len(whole)
            blanks = len(marked) - len(marked.lstrip(" "))
            marked = marked[min(grown, blanks) :]
        return marked + point.replace(".", self.decimal_mark) + fraction

    def _grouped(self, whole: str) -> str:
        if not self.big_mark:
            return whole
        size = self.big_interval
        return re.sub(rf"(?<=\d)(?=(?:\d{{{size}}})+(?!\d))", lambda _: self.big_mark, whole)


def checked_marks(
    big_mark: str, big_interval: int, decimal_mark: str, drop0trailing: bool
) -> Marks:
    """Return the marks; warn, as R does, where one could be taken for the other."""
    if big_mark == decimal_mark:
        warn(
            f"'big.mark' and 'decimal.mark' are both '{big_mark}', which could be confusing",
            stacklevel=4,
        )
    return Marks(big_mark, big_interval, decimal_mark, drop0trailing)


def _without_zero(fraction: str) -> str:
    return re.sub(r"e\+0+$", "", fraction)

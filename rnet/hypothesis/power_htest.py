"""What a power calculation returns: R's `power.htest`."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np

from rnet.conditions import RError
from rnet.hypothesis.print_htest import format_table_html
from rnet.hypothesis.root import brent_root
from rnet.printing.numbers import format_real
from rnet.record import Record
from rnet.settings import current

ROOT_TOLERANCE = float(np.finfo(np.float64).eps) ** 0.25


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class PowerHTest(Record):
    """A power calculation, which prints as R's class "power.htest".

    Attributes
    ----------
    values : mapping
        The quantities by R's names, in R's order: `n`, `delta`, `power`, ...
    method : str
    note : str or None
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ()

    values: Mapping[str, Any]
    method: str
    note: str | None = field(default=None)

    def names(self) -> list[str]:
        """Return R's component names, in R's order."""
        last = ["note", "method"] if self.note is not None else ["method"]
        return [*self.values, *last]

    def __getitem__(self, name: str) -> Any:
        if name in self.values:
            return self.values[name]
        if name in {"note", "method"}:
            return self.note if name == "note" else self.method
        raise RError("subscript out of bounds", f"Components: {', '.join(self.names())}.")

    def __getattr__(self, name: str) -> Any:
        values = object.__getattribute__(self, "values")
        known = {key.replace(".", "_"): key for key in values}
        if name not in known:
            raise AttributeError(name)
        return values[known[name]]

    def __str__(self) -> str:
        return format_power_htest(self)

    def _repr_html_(self) -> str:
        rows = [[name, _text(value)] for name, value in self.values.items()]
        return format_table_html(self.method, rows)


def format_power_htest(test: PowerHTest) -> str:
    """Return R's lines: the method, one quantity a line, and the note."""
    width = max(15, *map(len, test.values))
    lines = ["", f"     {test.method} ", ""]
    for name, value in test.values.items():
        lines.append(f"{name:>{width}} = {_text(value)}")
    if test.note is not None:
        lines += ["", f"NOTE: {test.note}"]
    return "\n".join(lines) + "\n"


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    values = np.atleast_1d(np.asarray(value, dtype=np.float64))
    return ", ".join(text.strip() for text in format_real(values, current().digits))


def plain_number(value: Any) -> Any:
    """Return the number in an array or Series of one; anything else as it is.

    Examples
    --------
    >>> plain_number([2])
    2.0
    """
    return float(np.asarray(value).item()) if np.size(value) == 1 and np.ndim(value) else value


def for_each(power: Callable[[dict[str, Any]], float], values: dict[str, Any]) -> Any:
    """Return the power for quantities, some of which may be vectors: then one for each element."""
    many = {name: np.ravel(value) for name, value in values.items() if np.size(value) > 1}
    if not many:
        return power(values)
    count = max(map(len, many.values()))
    cases = [{name: each[i % len(each)] for name, each in many.items()} for i in range(count)]
    return np.array([power({**values, **case}) for case in cases])


def missing_one(given: Mapping[str, Any]) -> str:
    """Return the name of the one quantity that is to be found.

    Raises
    ------
    RError
        R's text where not exactly one is missing.
    """
    missing = [name for name, value in given.items() if value is None]
    if len(missing) != 1:
        listed = ", ".join(f"'{name}'" for name in list(given)[:-1])
        raise RError(
            f"exactly one of {listed}, and '{list(given)[-1]}' must be NULL",
            "Leave out (None) the one to compute.",
        )
    return missing[0]


def solve(
    power_at: Callable[[float], float], power: float, lower: float, upper: float, grows: bool
) -> float:
    """Return where a power is reached; the upper end moves out where that is allowed.

    Raises
    ------
    RError
        R's text where no value in the range has the power.
    """

    def excess(x: float) -> float:
        return power_at(x) - power

    low, high = excess(lower), excess(upper)
    width = upper - lower
    while grows and low * high > 0 and width < 1e9 and not math.isnan(high):
        width *= 2
        upper += 0.01 * width
        high = excess(upper)
    if math.isnan(low) or math.isnan(high) or low * high > 0:
        raise RError(
            "no sign change found in 1000 iterations", "No value in the range has that power."
        )
    return brent_root(excess, lower, upper, ROOT_TOLERANCE)

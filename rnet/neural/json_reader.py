"""Read JSON that may be wrong or hostile: every value is asked for with its type."""

import json
import math
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.values import NA

SPECIAL = {"NA": NA, "NaN": math.nan, "Inf": math.inf, "-Inf": -math.inf}


class JsonValue:
    """A value and where it stands in the file; each method is one question about its type."""

    __slots__ = ("path", "value")

    def __init__(self, value: Any, path: str) -> None:
        self.value, self.path = value, path

    @staticmethod
    def of(text: str) -> "JsonValue":
        """Parse a file."""
        try:
            return JsonValue(json.loads(text, parse_constant=_refuse), "file")
        except (ValueError, RecursionError) as error:
            advice = f"It is no JSON: {error}"
            raise RError("the file is no network saved by rnet", advice) from None

    def wrong(self, wanted: str) -> NoReturn:
        """Raise the error for a value that is something else."""
        raise RError("the file is no network saved by rnet", f"{self.path} is not {wanted}.")

    @property
    def is_null(self) -> bool:
        """Whether the value is null."""
        return self.value is None

    def __getitem__(self, name: str) -> "JsonValue":
        """Return a member of an object."""
        if not isinstance(self.value, dict):
            self.wrong("an object")
        if name not in self.value:
            self.wrong(f'an object with "{name}"')
        return JsonValue(self.value[name], f"{self.path}.{name}")

    def has(self, name: str) -> bool:
        """Whether an object has a member."""
        return isinstance(self.value, dict) and name in self.value

    def __iter__(self) -> Iterator["JsonValue"]:
        if not isinstance(self.value, list):
            self.wrong("an array")
        return iter(JsonValue(v, f"{self.path}[{i}]") for i, v in enumerate(self.value))

    def optional(self, read: Callable[["JsonValue"], Any]) -> Any:
        """Return what `read` makes of the value, None for null."""
        return None if self.is_null else read(self)

    def text(self) -> str:
        """Return a text."""
        return self.value if isinstance(self.value, str) else self.wrong("a text")

    def flag(self) -> bool:
        """Return true or false."""
        return self.value if isinstance(self.value, bool) else self.wrong("true or false")

    def whole(self, least: int = 0, most: int = 2**53) -> int:
        """Return a whole number within limits."""
        good = isinstance(self.value, int) and not isinstance(self.value, bool)
        if not good or not least <= self.value <= most:
            self.wrong(f"a whole number from {least} to {most}")
        return int(self.value)

    def number(self) -> float:
        """Return a number, also "NA", "NaN", "Inf" or "-Inf"."""
        if isinstance(self.value, str) and self.value in SPECIAL:
            return SPECIAL[self.value]
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            self.wrong("a number")
        try:
            return float(self.value)
        except OverflowError:
            self.wrong("a number")

    def texts(self) -> list[str]:
        """Return an array of texts."""
        return [item.text() for item in self]

    def numbers(self, count: int | None = None) -> npt.NDArray[np.float64]:
        """Return an array of numbers, of a length that is known."""
        found = np.array([item.number() for item in self], dtype=np.float64)
        if count is not None and len(found) != count:
            self.wrong(f"an array of {count} numbers")
        return found

    def wholes(self, least: int, most: int) -> npt.NDArray[np.int64]:
        """Return an array of whole numbers within limits."""
        return np.array([item.whole(least, most) for item in self], dtype=np.int64)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")

"""A series of values at equal steps of time, R's class `ts`."""

import math
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rnet.printing.elements import as_vector
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import format_real, number_text
from rnet.printing.vectors import format_vector
from rnet.record import Record

Doubles = npt.NDArray[np.float64]

EPSILON = 1e-5
CALENDARS = {
    4: [f"Qtr{quarter}" for quarter in range(1, 5)],
    12: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class TimeSeries(Record):
    """Values at equal steps of time.

    Attributes
    ----------
    values : ndarray, shape (n,)
    start : float
        The time of the first.
    frequency : float
        Values per unit of time.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("values", "tsp")

    values: Doubles
    start: float
    frequency: float

    @property
    def tsp(self) -> Doubles:
        """Start, end and frequency, R's attribute `tsp`."""
        return np.array([self.start, self.time()[-1], self.frequency])

    def time(self) -> Doubles:
        """Return the time of each value (R: `time`)."""
        return self.start + np.arange(len(self.values)) / self.frequency

    def __len__(self) -> int:
        return len(self.values)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> npt.NDArray[Any]:
        del copy
        return np.array(self.values, dtype=dtype)

    def __str__(self) -> str:
        return format_series(self)


def format_series(x: TimeSeries) -> str:
    """Return what R prints of a series: a calendar of quarters or months, else its values."""
    if x.frequency in CALENDARS:
        return _calendar(x, CALENDARS[int(x.frequency)])
    start, end = _moment(x, x.tsp[0]), _moment(x, x.tsp[1])
    return (
        f"Time Series:\nStart = {start} \nEnd = {end} \n"
        f"Frequency = {number_text(x.frequency, 7)} \n{format_vector(as_vector(x.values))}"
    )


def _moment(x: TimeSeries, time: float) -> str:
    if x.frequency != round(x.frequency) or x.frequency == 1:
        return number_text(float(time), 7)
    unit, step = _unit_and_step(x, time)
    return f"c({unit}, {step + 1})"


def _unit_and_step(x: TimeSeries, time: float) -> tuple[int, int]:
    unit = math.floor(time + EPSILON)
    return unit, round((time - unit) * x.frequency)


def _calendar(x: TimeSeries, names: list[str]) -> str:
    first, skipped = _unit_and_step(x, x.start)
    texts = ["" for _ in range(skipped)] + format_real(x.values)
    texts += [""] * (-len(texts) % len(names))
    cells = np.array(texts, dtype=object).reshape(-1, len(names))
    rows = [str(first + number) for number in range(len(cells))]
    return format_matrix(cells, rows, names, right=True)

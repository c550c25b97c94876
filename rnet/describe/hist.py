"""`hist`: the counts of a histogram."""

import math
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.describe.arguments import numeric_values
from rnet.describe.pretty import round_numbers
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call
from rnet.matched_call import keeps_written_call
from rnet.printing.numbers import number_text
from rnet.printing.show import format_r
from rnet.record import Record

FUZZ = 1e-7
MOST_BREAKS = 1_000_000


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Histogram(Record):
    """A histogram, R's class `histogram`.

    Attributes
    ----------
    breaks : ndarray of float, shape (k + 1,)
    counts : ndarray of int, shape (k,)
    density, mids : ndarray of float, shape (k,)
    xname : str
        What the values are called.
    equidist : bool
        Whether all intervals are equally wide.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "breaks", "counts", "density", "mids", "xname", "equidist",
    )  # fmt: skip

    breaks: npt.NDArray[np.float64]
    counts: npt.NDArray[np.int64]
    density: npt.NDArray[np.float64]
    mids: npt.NDArray[np.float64]
    xname: str
    equidist: bool

    def __str__(self) -> str:
        """Return the text of R's print method."""
        parts = {name: self[name] for name in self.COMPONENTS}
        return f'{format_r(parts)}\nattr(,"class")\n[1] "histogram"'

    def plot(self) -> Any:
        """Draw the histogram: counts, or densities where widths differ."""
        from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib is slow to load

        figure = ShownFigure()
        axes = figure.subplots()
        heights = self.counts if self.equidist else self.density
        axes.bar(self.mids, heights, np.diff(self.breaks), color="lightgray", edgecolor="black")
        axes.set_title(f"Histogram of {self.xname}")
        axes.set_xlabel(self.xname)
        axes.set_ylabel("Frequency" if self.equidist else "Density")
        return figure


@keeps_written_call("hist")
def hist(
    call: Call,
    x: Any,
    breaks: Any = "Sturges",
    include_lowest: bool = True,
    right: bool = True,
    plot: bool = False,
) -> Any:
    """Count values in intervals.

    Parameters
    ----------
    x : array_like of float
        Missing and infinite values are left out.
    breaks : "Sturges", int or sequence of float
        The rule for, or the about, number of intervals; or their ends.
    include_lowest : bool, default True
        Whether a value at the very first (or, with `right=False`, last) end counts.
    right : bool, default True
        Whether intervals are closed on the right.
    plot : bool, default False
        Whether to draw; R draws by default, here `plot(hist(x))` does.

    Returns
    -------
    Histogram, or the figure if `plot`

    Raises
    ------
    RError
        `'x' must be numeric`, `some 'x' not counted; maybe 'breaks' do not span range of 'x'`.

    Notes
    -----
    R page: `?hist`.

    Examples
    --------
    >>> from rnet import data, hist
    >>> hist(data("mtcars")["mpg"]).counts.tolist()
    [6, 12, 8, 2, 4]
    """
    values = numeric_values(x, "'x' must be numeric")
    known = values[np.isfinite(values)]
    if not len(known):
        raise RError("invalid number of 'breaks'", "There are no values to count.")
    ends = _breaks(known, breaks)
    counts = _counted(known, ends, right=right, lowest=include_lowest)
    widths = np.diff(ends)
    shown = [argument.value for argument in call.arguments if argument.value is not None]
    made = Histogram(
        breaks=ends,
        counts=counts,
        density=counts / (counts.sum() * widths),
        mids=(ends[:-1] + ends[1:]) / 2,
        xname=deparse_line(shown[0]) if shown else "x",
        equidist=bool(np.ptp(widths) < FUZZ * widths.mean()),
    )
    return made.plot() if plot else made


def _breaks(values: npt.NDArray[np.float64], breaks: Any) -> npt.NDArray[np.float64]:
    if isinstance(breaks, str):
        if breaks.lower() != "sturges":
            raise RError("unknown 'breaks' algorithm", "Sturges, a number, or the ends themselves.")
        breaks = math.ceil(math.log2(len(values)) + 1)
    if np.ndim(breaks) == 0:
        number = int(breaks)
        if number > MOST_BREAKS:
            warn(f"'breaks = {number_text(float(breaks), 7)}' is too large and set to 1e6")
            number = MOST_BREAKS
        if number < 1:
            raise RError("invalid number of 'breaks'", "One interval at least.")
        return round_numbers(float(values.min()), float(values.max()), number, 1)
    return np.sort(np.asarray(breaks, dtype=np.float64))


def _counted(
    values: npt.NDArray[np.float64], ends: npt.NDArray[np.float64], *, right: bool, lowest: bool
) -> npt.NDArray[np.int64]:
    """Count values between ends moved by a trifle, so that values on an end stay on its side."""
    trifle = FUZZ * float(np.median(np.diff(ends)))
    moved = ends + (trifle if right else -trifle)
    if lowest:
        moved[0 if right else -1] = ends[0] - trifle if right else ends[-1] + trifle
    place = np.searchsorted(moved, values, side="left" if right else "right") - 1
    inside = (place >= 0) & (place < len(ends) - 1)
    if not inside.all():
        raise RError(
            "some 'x' not counted; maybe 'breaks' do not span range of 'x'",
            f"The values reach from {values.min():g} to {values.max():g}.",
        )
    return np.bincount(place, minlength=len(ends) - 1)

"""`density`: a kernel density estimate."""

import math
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.describe.arguments import numeric_values
from rnet.describe.summary import summary
from rnet.language.deparse import deparse, deparse_line
from rnet.language.tree import Argument, Call, Symbol
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.printing.formatC import formatC
from rnet.printing.show import Style, console_text, format_r
from rnet.record import Record
from rnet.settings import current
from rnet.smoothing.bandwidths import RULES
from rnet.smoothing.binned_kernel import KERNELS, smoothed

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Density(Record):
    """A density on a grid.

    Attributes
    ----------
    x, y : ndarray, shape (n,)
        Points and heights.
    bw : float
        The bandwidth: standard deviation of the kernel.
    n : int
        Values that were not missing.
    call : Call
    data_name : str
    has_na : bool
        Always False, as in R.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "x", "y", "bw", "n", "call", "data.name", "has.na",
    )  # fmt: skip

    x: Doubles
    y: Doubles
    bw: float
    n: int
    call: Call
    data_name: str
    has_na: bool

    def __str__(self) -> str:
        return self.format()

    def format(self, digits: int | None = None) -> str:
        """Return R's text, without the last newline, with so many significant digits."""
        lines = "".join(deparse(self.call))
        width = str(formatC(self.bw, digits=digits or 4))
        head = f"\nCall:\n\t{lines}\n\nData: {self.data_name} ({self.n} obs.);"
        table = summary(pd.DataFrame({"x": self.x, "y": self.y}))
        return f"{head}\tBandwidth 'bw' = {width}\n\n{format_r(table, digits=digits)}"

    def plot(self, main: str | None = None, xlab: str | None = None) -> Any:
        """Draw the density.

        Parameters
        ----------
        main, xlab : str, optional
            Title and what stands below; by default the call, and the size and bandwidth.
        """
        from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib is slow to load

        figure = ShownFigure(figsize=(6, 4), layout="constrained")
        axes = figure.subplots()
        axes.plot(self.x, self.y, color="black")
        axes.axhline(0, color="gray", linewidth=0.5)
        below = f"N = {self.n}   Bandwidth = {formatC(self.bw)}"
        axes.set(title=main or deparse_line(self.call), xlabel=xlab or below, ylabel="Density")
        return figure


@console_text.register
def _(x: Density, style: Style) -> str:
    return x.format(style.digits)


@keeps_call("density.default")
def density(
    call: Call,
    x: Any,
    bw: Any = "nrd0",
    adjust: float = 1,
    kernel: str = "gaussian",
    weights: Any = None,
    window: str | None = None,
    width: float | None = None,
    n: int = 512,
    from_: float | None = None,
    to: float | None = None,
    cut: float = 3,
    na_rm: bool = False,
) -> Density:
    """Estimate a density by a sum of kernels.

    Parameters
    ----------
    x : array_like of float
    bw : float or {"nrd0", "nrd", "ucv", "bcv", "SJ", "SJ-ste", "SJ-dpi"}
        The standard deviation of the kernel, or the rule that chooses it.
    adjust : float
        What the bandwidth is multiplied by.
    kernel, window : {"gaussian", "epanechnikov", "rectangular", "triangular", "biweight", \
"cosine", "optcosine"}
    weights : array_like, optional
        A share for each value; they should add up to 1.
    width : float, optional
        S's width of a kernel; four times the bandwidth of the normal one.
    n : int
        Points of the grid.
    from_, to : float, optional
        Ends of the grid.
    cut : float
        Else the grid ends so many bandwidths beyond the values.
    na_rm : bool
        Whether missing values are left out.

    Returns
    -------
    Density
        Prints as R's; `plot` draws it.

    Raises
    ------
    RError
        `argument 'x' must be numeric`, `'x' contains missing values`, `unknown bandwidth rule`.

    Notes
    -----
    R page: `?density`. R's binned approximation, so the heights are R's: before R 4.4 too large by
    1/(2n - 2), which `options(r_version="4.2")` keeps. `bw="SJ"` counts binned distances.

    Examples
    --------
    >>> from rnet import data, density
    >>> round(float(density(data("faithful")["eruptions"]).y.max()), 4)
    0.4839
    """
    values, shares, missing_mass = _sample(x, weights, na_rm=na_rm)
    chosen = _kernel(window or kernel)
    given = "nrd0" if bw is None else bw
    size = len(values) if missing_mass is None else missing_mass
    finite = np.isfinite(values)
    whole = float(shares[finite].sum())
    bandwidth = _bandwidth(values[finite], given, width, chosen, bw_given=bw != "nrd0") * adjust
    if not bandwidth > 0:
        raise RError("'bw' is not positive.", "A bandwidth is a positive number.")
    inside = values[finite]
    low = float(inside.min()) - cut * bandwidth if from_ is None else float(from_)
    high = float(inside.max()) + cut * bandwidth if to is None else float(to)
    if not (math.isfinite(low) and math.isfinite(high)):
        raise RError("non-finite 'from'" if not math.isfinite(low) else "non-finite 'to'", "")
    grid = np.linspace(low, high, int(n)) if n > 1 else np.array([low])
    heights = smoothed(
        inside, shares[finite] / whole, KERNELS[chosen], bandwidth,
        np.array([low, high]) if n == 1 else grid, exact=current().follows("4.4"),
    )[: len(grid)]  # fmt: skip
    shown = _shown(call)
    return Density(grid, heights * whole, bandwidth, size, shown, _name(shown), False)


def _sample(x: Any, weights: Any, *, na_rm: bool) -> tuple[Doubles, Doubles, int | None]:
    """Return the values and their shares."""
    values = numeric_values(x, "argument 'x' must be numeric")
    absent = np.isnan(values)
    if absent.any() and not na_rm:
        raise RError("'x' contains missing values", "na_rm=True leaves them out.")
    if weights is None:
        kept = values[~absent]
        return kept, np.full(len(kept), 1 / max(1, len(kept))), None
    shares = np.asarray(weights, dtype=np.float64)
    if len(shares) != len(values):
        raise RError("'x' and 'weights' have unequal length", "Give a weight for each value.")
    if not np.isfinite(shares).all():
        raise RError("'weights' must all be finite", "Weights are numbers.")
    if (shares < 0).any():
        raise RError("'weights' must not be negative", "Weights are 0 or more.")
    if abs(shares.sum() - 1) > 1.5e-8:
        warn("sum(weights) != 1  -- will not get true density", stacklevel=5)
    return values[~absent], shares[~absent], None


def _kernel(kernel: str) -> str:
    return match_arg(kernel, tuple(KERNELS))


# S's widths of a kernel by its standard deviation.
_WIDTHS = {
    "gaussian": 4.0,
    "rectangular": 2 * math.sqrt(3),
    "triangular": 2 * math.sqrt(6),
    "epanechnikov": 2 * math.sqrt(5),
    "biweight": 2 * math.sqrt(7),
    "cosine": 2 / math.sqrt(1 / 3 - 2 / math.pi**2),
    "optcosine": 2 / math.sqrt(1 - 8 / math.pi**2),
}


def _bandwidth(
    values: Doubles, bw: Any, width: float | None, kernel: str, *, bw_given: bool
) -> float:
    if width is not None and not bw_given:
        return float(width) / _WIDTHS[kernel]
    if not isinstance(bw, str):
        return float(bw)
    if len(values) < 2:
        raise RError(
            "need at least 2 points to select a bandwidth automatically", "Give `bw`, a number."
        )
    rule = RULES.get(bw.lower())
    if rule is None:
        raise RError("unknown bandwidth rule", "nrd0, nrd, ucv, bcv, SJ, SJ-ste or SJ-dpi.")
    return rule(values)


def _shown(call: Call) -> Call:
    named = [Argument("from", a.value) if a.name == "from." else a for a in call.arguments]
    return Call(Symbol("density.default"), tuple(named))


def _name(call: Call) -> str:
    value = call.arguments[0].value
    return "x" if value is None else deparse_line(value)

"""`probplot`: a sample against the quantiles of a distribution."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.describe.sample_values import sample_values, without_missing
from rnet.printing.show import format_r
from rnet.record import Record

Doubles = npt.NDArray[np.float64]
QUARTILES = np.array([0.25, 0.75])
PERCENTS = np.array([0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99])
SMALL_SAMPLE = 10


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ProbabilityPlot(Record):
    """A sample against a distribution, and the line through their quartiles.

    Attributes
    ----------
    qdist : callable
        The quantile function of the distribution.
    int, slope : Series
        The line; named 75% as in R.
    figure : matplotlib Figure
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("qdist", "int", "slope")

    qdist: Callable[[Any], Any]
    int: "pd.Series[float]"
    slope: "pd.Series[float]"
    figure: Any

    def __str__(self) -> str:
        return format_r({"int": self.int, "slope": self.slope})

    def lines(self, h: Any = None, v: Any = None, bend: bool = False) -> Any:
        """Draw where the line reaches probabilities `h` and values `v` (R: `lines(probplot)`).

        Parameters
        ----------
        h : float or sequence, optional
            Probabilities.
        v : float or sequence, optional
            Values of the sample.
        bend : bool
            Whether the lines end at the fitted one instead of running through.

        Returns
        -------
        matplotlib Figure
        """
        axes = self.figure.axes[0]
        intercept, slope = float(self.int.iloc[0]), float(self.slope.iloc[0])
        levels = [] if h is None else np.atleast_1d(self.qdist(np.atleast_1d(h))).tolist()
        marks = [] if v is None else np.atleast_1d(v).tolist()
        corners = [((y - intercept) / slope, y) for y in levels]
        corners += [(x, intercept + slope * x) for x in marks]
        left, bottom = axes.get_xlim()[0], axes.get_ylim()[0]
        for place, (x, y) in enumerate(corners):
            if bend:
                axes.plot([left, x, x], [y, y, bottom], color="grey")
            elif place < len(levels):
                axes.axhline(y, color="grey")
            else:
                axes.axvline(x, color="grey")
        return self.figure


def probplot(
    x: Any,
    qdist: Any = "qnorm",
    probs: Any = None,
    line: bool = True,
    xlab: str | None = None,
    ylab: str = "Probability in %",
    **parameters: Any,
) -> ProbabilityPlot:
    """Plot a sample against the quantiles of a distribution.

    Parameters
    ----------
    x : array_like
        Numbers; missing ones do not count.
    qdist : callable or str
        A quantile function of probabilities, or R's name of one: "qnorm", "qexp", "qunif",
        "qlogis", "qcauchy", "qlnorm", "qweibull", "qgamma", "qchisq", "qt".
    probs : array_like, optional
        Probabilities to mark on the vertical axis.
    line : bool
        Whether to draw the line through the quartiles.
    xlab, ylab : str
        Labels of the axes.
    **parameters
        Passed to the quantile function: R's names (`shape=2`, `rate=3`) for the named ones.

    Returns
    -------
    ProbabilityPlot
        The line and the figure; `lines()` adds to it.

    Raises
    ------
    RError
        `object 'qfoo' of mode 'function' was not found`.

    Notes
    -----
    R page: `?probplot` of package e1071.

    Examples
    --------
    >>> from rnet import data
    >>> round(float(probplot(data("mtcars")["mpg"]).slope.iloc[0]), 4)
    0.1829
    """
    values = np.sort(without_missing(sample_values(x), na_rm=True))
    quantile = _quantile_function(qdist, parameters)
    shift = 3 / 8 if len(values) <= SMALL_SAMPLE else 1 / 2
    points = (np.arange(1, len(values) + 1) - shift) / (len(values) + 1 - 2 * shift)
    low, high = np.quantile(values, QUARTILES) if len(values) else (np.nan, np.nan)
    theory = np.asarray(quantile(QUARTILES), dtype=np.float64)
    slope = float((theory[1] - theory[0]) / (high - low))
    intercept = float(theory[1] - slope * high)
    marks = PERCENTS if probs is None else np.atleast_1d(np.asarray(probs, dtype=np.float64))
    figure = _drawn(values, np.asarray(quantile(points)), marks, np.asarray(quantile(marks)))
    axes = figure.axes[0]
    axes.set_xlabel(xlab or "x")
    axes.set_ylabel(ylab)
    if line:
        axes.axline((high, theory[1]), slope=slope)
    name = pd.Index(["75%"], dtype=object)
    return ProbabilityPlot(
        quantile, pd.Series([intercept], index=name), pd.Series([slope], index=name), figure
    )


def _drawn(values: Doubles, theory: Doubles, marks: Doubles, places: Doubles) -> Any:
    from matplotlib.figure import Figure  # noqa: PLC0415 - drawing only

    figure = Figure()
    axes = figure.add_subplot()
    axes.plot(values, theory, "o", mfc="none")
    axes.set_yticks(places, [f"{100 * mark:g}" for mark in marks])
    return figure


def _quantile_function(qdist: Any, parameters: dict[str, Any]) -> Callable[[Any], Any]:
    if callable(qdist):
        return lambda p: qdist(p, **parameters)
    from scipy import stats  # noqa: PLC0415 - quantiles only

    known: dict[str, Callable[..., Any]] = {
        "qnorm": lambda mean=0, sd=1: stats.norm(mean, sd),
        "qunif": lambda min=0, max=1: stats.uniform(min, max - min),  # noqa: A006 - R's names
        "qexp": lambda rate=1: stats.expon(scale=1 / rate),
        "qlogis": lambda location=0, scale=1: stats.logistic(location, scale),
        "qcauchy": lambda location=0, scale=1: stats.cauchy(location, scale),
        "qlnorm": lambda meanlog=0, sdlog=1: stats.lognorm(sdlog, scale=np.exp(meanlog)),
        "qweibull": lambda shape, scale=1: stats.weibull_min(shape, scale=scale),
        "qgamma": lambda shape, rate=1: stats.gamma(shape, scale=1 / rate),
        "qchisq": stats.chi2,
        "qt": stats.t,
    }
    if qdist not in known:
        raise RError(
            f"object '{qdist}' of mode 'function' was not found",
            f"Give a function of probabilities, or one of {', '.join(known)}.",
        )
    found: Callable[[Any], Any] = known[qdist](**parameters).ppf
    return found

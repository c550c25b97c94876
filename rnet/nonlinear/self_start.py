"""Models that find their own start (Pinheiro and Bates 2000, Mixed-Effects Models, appendix C).

A rough start comes from a straight line through transformed data; a partially linear fit to the
mean response at every input improves it.
"""

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.language.parser import parse_expression
from rnet.linear.lm_fit import lm_fit
from rnet.nonlinear.curves import EXPRESSIONS, curve_named
from rnet.nonlinear.expectation import Curve, Expectation
from rnet.nonlinear.gauss_newton import Show, iterate, refused
from rnet.nonlinear.models import PartiallyLinear
from rnet.nonlinear.nls_control import NlsControl, nls_control
from rnet.settings import current
from rnet.sums import corrected_mean

Doubles = npt.NDArray[np.float64]
Initial = Callable[[list[Doubles], Doubles, NlsControl, Show | None], list[float]]


class SortedXY:
    """Mean responses at the different inputs, in order of the inputs."""

    __slots__ = ("control", "show", "x", "y")

    def __init__(self, x: Doubles, y: Doubles, control: NlsControl, show: Show | None) -> None:
        x, y = np.broadcast_arrays(x, y)
        known = ~(np.isnan(x) | np.isnan(y))
        levels, groups = np.unique(x[known], return_inverse=True)
        # Measured: R's inputs have fifteen digits, as after a table of them.
        self.x: Doubles = np.array([float(f"{level:.15g}") for level in levels.tolist()])
        parts = [y[known][groups == group] for group in range(len(self.x))]
        self.y: Doubles = np.array([corrected_mean(part) for part in parts])
        self.control, self.show = control, show

    def at_least(self, count: int, model: str) -> None:
        """Refuse too few different inputs."""
        if len(self.x) < count:
            raise RError(f"too few distinct input values to fit {model}", f"{count} are needed.")

    def right_asymptote(self) -> float:
        """Return a value the responses seem to tend to for large inputs."""
        return self._asymptote(-1)

    def left_asymptote(self) -> float:
        """Return a value the responses seem to come from."""
        return self._asymptote(0)

    def _asymptote(self, end: int) -> float:
        low, high = float(self.y.min()), float(self.y.max())
        reach = (high - low) / 8
        near_low = abs(low - self.y[end]) < abs(high - self.y[end])
        return low - reach if near_low else high + reach

    def logit_line(self) -> tuple[float, float]:
        """Return intercept and slope of the inputs on the logit of the scaled responses."""
        low, size = float(self.y.min()), float(self.y.max() - self.y.min())
        z = (self.y - low + 0.05 * size) / (1.1 * size)
        a, b = line(logarithms(z / (1 - z)), self.x)
        return a, b

    def rate(self) -> float:
        """Return the logarithm of the rate at which responses approach the right asymptote."""
        away = np.abs(self.y - self.right_asymptote())
        return math.log(-line(self.x, logarithms(away))[1])

    def linear_terms(
        self,
        text: str,
        start: dict[str, float],
        *,
        quiet: bool = False,
        known: dict[str, float] | None = None,
    ) -> list[float]:
        """Fit linear combinations of terms; return nonlinear parameters, then linear ones."""
        ones = (1,) * len(start)
        columns = {"x": self.x, **{n: np.array([v]) for n, v in (known or {}).items()}}
        expectation = Expectation(parse_expression(text), tuple(start), ones, columns, {}, {})
        model = PartiallyLinear(expectation, self.y, np.ones(len(self.y)))
        first = model.at(np.array([*start.values()], dtype=np.float64))
        control, show = (nls_control(), None) if quiet else (self.control, self.show)
        ending = iterate(model.at, first, control, show, current().digits)
        if not ending.converged:
            raise refused(ending)
        return [*ending.point.parameters.tolist(), *ending.point.linear.tolist()]

    def approach(self) -> list[float]:
        """Fit an exponential approach b0 + b1 (1 - exp(-exp(lrc) x)); return b0, b1, lrc."""
        terms = "cbind(1, 1 - exp(-exp(lrc) * x))"
        lrc, b0, b1 = self.linear_terms(terms, {"lrc": self.rate()}, quiet=True)
        return [b0, b1, lrc]


def logarithms(x: Doubles) -> Doubles:
    """Return logarithms by the C library, which NumPy's differ from in the last bit."""
    return np.array([math.log(value) if value > 0 else np.nan for value in x.tolist()])


def exponentials(x: Doubles) -> Doubles:
    """Return exponentials by the C library."""
    return np.array([math.exp(value) for value in x.tolist()])


def line(x: Doubles, y: Doubles) -> tuple[float, float]:
    """Return intercept and slope of a straight line."""
    a, b = lm_fit(np.column_stack([np.ones(len(x)), x]), y).coefficients.tolist()
    return a, b


def _logis(xy: SortedXY) -> list[float]:
    xy.at_least(4, "a logistic model")
    a, b = xy.logit_line()
    xmid, scal, top = xy.linear_terms("1/(1 + exp((xmid - x)/scal))", {"xmid": a, "scal": b})
    return [top, xmid, scal]


def _fpl(xy: SortedXY) -> list[float]:
    xy.at_least(5, "a four-parameter logistic")
    a, b = xy.logit_line()
    xmid, lscal, low, rise = xy.linear_terms(
        "cbind(1, 1/(1 + exp((xmid - x)/exp(lscal))))", {"xmid": a, "lscal": math.log(b)}
    )
    return [low, low + rise, xmid, math.exp(lscal)]


def _micmen(xy: SortedXY) -> list[float]:
    xy.at_least(3, "a Michaelis-Menten model")
    a, b = line(1 / xy.x, 1 / xy.y)
    k, vm = xy.linear_terms("x/(K + x)", {"K": abs(b / a)})
    return [vm, k]


def _asymp(xy: SortedXY) -> list[float]:
    xy.at_least(3, "an asymptotic regression model")
    terms = "cbind(1 - exp(-exp(lrc) * x), exp(-exp(lrc) * x))"
    lrc, top, start = xy.linear_terms(terms, {"lrc": xy.rate()})
    return [top, start, lrc]


def _asymp_off(xy: SortedXY) -> list[float]:
    xy.at_least(4, "the 'asympOff' model")
    lrc, top, fall = xy.linear_terms("cbind(1, exp(-exp(lrc) * x))", {"lrc": xy.rate()})
    return [top, lrc, math.exp(-lrc) * math.log(-fall / top)]


def _asymp_orig(xy: SortedXY) -> list[float]:
    xy.at_least(3, "the 'asympOrig' model")
    left = logarithms(1 - xy.y / xy.right_asymptote())
    rate = math.log(abs(corrected_mean((left / xy.x)[xy.x != 0])))
    lrc, top = xy.linear_terms("1 - exp(-exp(lrc) * x)", {"lrc": rate})
    return [top, lrc]


def _biexp(xy: SortedXY) -> list[float]:
    xy.at_least(5, "a biexponential")
    late = max(3, round(len(xy.x) / 2))
    a, b = line(xy.x[-late:], logarithms(xy.y[-late:]))
    second = math.log(abs(b))
    rest = xy.y - math.exp(a) * exponentials(-math.exp(second) * xy.x)
    early = len(xy.x) - late
    first = math.log(abs(line(xy.x[:early], logarithms(np.abs(rest[:early])))[1]))
    lrc1, lrc2, a1, a2 = xy.linear_terms(
        "cbind(exp(-exp(lrc1) * x), exp(-exp(lrc2) * x))", {"lrc1": first, "lrc2": second}
    )
    return [a1, lrc1, a2, lrc2]


def _gompertz(xy: SortedXY) -> list[float]:
    xy.at_least(4, "the Gompertz model")
    logs = SortedXY(xy.x, logarithms(np.abs(xy.y)), xy.control, None)
    _, b1, lrc = logs.approach()
    b2, b3, top = xy.linear_terms("exp(-b2 * b3^x)", {"b2": b1, "b3": math.exp(-math.exp(lrc))})
    return [top, b2, b3]


def _weibull(xy: SortedXY) -> list[float]:
    xy.at_least(5, "the Weibull growth model")
    if (xy.x < 0).any():
        raise RError("all 'x' values must be non-negative to fit the Weibull growth model")
    right, left = xy.right_asymptote(), xy.left_asymptote()
    late = xy.x > 0
    share = (right - xy.y[late]) / (right - left)
    a, b = line(logarithms(xy.x[late]), logarithms(-logarithms(share)))
    lrc, power, top, drop = xy.linear_terms(
        "cbind(1, -exp(-exp(lrc) * x^pwr))", {"lrc": a, "pwr": b}
    )
    return [top, drop, lrc, power]


def _fol(inputs: list[Doubles], y: Doubles, control: NlsControl, show: Show | None) -> list[float]:
    doses, times = inputs
    if len(np.unique(doses)) > 1:
        raise RError("Unequal dose is not supported", "Fit each dose by itself, with `start`.")
    dose = float(doses[0])
    xy = SortedXY(times, y, control, show)
    xy.at_least(3, "a first-order open compartment model")
    peak = int(np.argmax(xy.y))
    slow = math.log(math.log(xy.y[peak] / xy.y[-1]) / (xy.x[-1] - xy.x[peak]))
    curve = "Dose * (exp(-x * exp(lKe)) - exp(-x * exp(lKa)))"
    fast = xy.linear_terms(curve, {"lKa": slow + 1}, known={"lKe": slow, "Dose": dose})[0]
    lka, lke, size = xy.linear_terms(
        f"{curve}/(exp(lKa) - exp(lKe))", {"lKa": fast, "lKe": slow}, known={"Dose": dose}
    )
    return [lke, lka, lke + lka - math.log(size)]


def _of_one_input(found: Callable[[SortedXY], list[float]]) -> Initial:
    def initial(
        inputs: list[Doubles], y: Doubles, control: NlsControl, show: Show | None
    ) -> list[float]:
        return found(SortedXY(inputs[0], y, control, show))

    return initial


INITIAL: dict[str, Initial] = {
    "SSlogis": _of_one_input(_logis),
    "SSfpl": _of_one_input(_fpl),
    "SSmicmen": _of_one_input(_micmen),
    "SSasymp": _of_one_input(_asymp),
    "SSasympOff": _of_one_input(_asymp_off),
    "SSasympOrig": _of_one_input(_asymp_orig),
    "SSbiexp": _of_one_input(_biexp),
    "SSgompertz": _of_one_input(_gompertz),
    "SSweibull": _of_one_input(_weibull),
    "SSfol": _fol,
}
"""Where each model starts: from inputs, response, settings and trace to its parameters."""

PARAMETERS: dict[str, tuple[str, ...]] = {name: EXPRESSIONS[name][1] for name in INITIAL}
CURVES: dict[str, Curve] = {name: curve_named(name) for name in INITIAL}

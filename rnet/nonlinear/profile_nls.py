"""Profiles of nonlinear regressions (Bates and Watts 1988, chapter 6).

A parameter is held at values around its estimate, the others are fitted again; the profile t is
the signed root of the rise of the sum of squares by the residual variance.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.distributions.tails import f_quantile, t_quantile
from rnet.linear.qr import decompose
from rnet.linear.spline import spline_through
from rnet.nonlinear.expectation import Expectation
from rnet.nonlinear.gauss_newton import Point, iterate, refused
from rnet.nonlinear.models import LeastSquaresModel, Ordinary
from rnet.printing.frame import format_frame
from rnet.printing.numbers import format_real, number_text
from rnet.printing.show import format_r
from rnet.record import Record
from rnet.settings import current
from rnet.values import NA, named_matrix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from rnet.nonlinear.nonlinear_model import NLS

Doubles = npt.NDArray[np.float64]
STEPS_TO_LIMIT = 5
WAITING = "Waiting for profiling to be done...\n"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ParameterProfile(Record):
    """The profile of one parameter.

    Attributes
    ----------
    tau : ndarray, shape (m,)
        The profile t, rising; 0 at the estimate.
    par_vals : DataFrame, shape (m, p)
        All parameters, a matrix.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("tau", "par.vals")

    tau: Doubles
    par_vals: pd.DataFrame

    def __str__(self) -> str:
        cells = self.par_vals.to_numpy()
        texts = np.array(format_real(cells.ravel()), dtype=object).reshape(cells.shape)
        columns = {"tau": self.tau}
        columns |= {f"par.vals.{n}": c for n, c in zip(self.par_vals, texts.T, strict=True)}
        return format_frame(pd.DataFrame(columns))


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ProfileNLS(Record):
    """The profiles of parameters.

    Attributes
    ----------
    profiles : mapping of str to ParameterProfile
    fit : NLS
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ()

    profiles: Mapping[str, ParameterProfile]
    fit: "NLS"

    def __getitem__(self, name: str) -> ParameterProfile:
        """Return the profile of a parameter."""
        if name not in self.profiles:
            raise RError("subscript out of bounds", f"Profiled: {', '.join(self.profiles)}.")
        return self.profiles[name]

    def names(self) -> list[str]:
        """Return the names of the parameters profiled."""
        return list(self.profiles)

    def __str__(self) -> str:
        lines = [format_r(dict(self.profiles)), 'attr(,"original.fit")', str(self.fit)]
        lines += ['attr(,"summary")', str(self.fit.summary())]
        lines += ['attr(,"class")', '[1] "profile.nls" "profile"    ']
        return "\n".join(lines)

    def plot(self) -> "Figure":
        """Draw the profiles, and the limits they give."""
        from rnet.nonlinear.plot_nls import plot_profile  # noqa: PLC0415 - matplotlib is heavy

        return plot_profile(self)


@dataclass(frozen=True, slots=True, eq=False)
class Held(LeastSquaresModel):
    """A model with one parameter held.

    Attributes
    ----------
    whole : Ordinary
    place : int
    value : float
    """

    whole: Ordinary
    place: int
    value: float

    def all_of(self, others: Doubles) -> Doubles:
        """Return all parameters."""
        return np.insert(others, self.place, self.value)

    def at(self, parameters: Doubles) -> Point:
        """Return the model at the other parameters."""
        point = self.whole.at(self.all_of(parameters))
        slopes = np.delete(self.whole.slopes(point), self.place, axis=1)
        return replace(
            point, parameters=parameters, qr=decompose(slopes), explained=len(parameters)
        )

    def slopes(self, point: Point) -> Doubles:
        """Return the slopes by the other parameters."""
        return np.delete(self.whole.slopes(point), self.place, axis=1)

    def predicted(self, point: Point, expectation: Expectation) -> Doubles:
        """Return the values of the right side."""
        return expectation.values(self.all_of(point.parameters))


def profile_of(
    fit: "NLS", which: Any, maxpts: int, alphamax: float, delta_t: float | None
) -> ProfileNLS:
    """Return the profiles; the arguments are those of `NLS.profile`."""
    if not isinstance(fit.model, Ordinary):
        raise RError(
            "(subscript) logical subscript too long",
            'R has no profile of a partially linear fit: fit it by algorithm="default".',
        )
    freedom = fit.df_residual
    limit = float(np.sqrt(f_quantile(1 - alphamax, 1, freedom)))
    delta = limit / STEPS_TO_LIMIT if delta_t is None else delta_t
    found = {}
    for name in fit.chosen(which):
        place = fit.parameter_names.index(name)
        found[name] = _profile(fit, place, delta, limit, maxpts)
    return ProfileNLS(found, fit)


def _profile(fit: "NLS", place: int, delta: float, limit: float, most: int) -> ParameterProfile:
    estimate = fit.ending.point.parameters
    rows = [(0.0, estimate)]
    for sign in (-1.0, 1.0):
        side = _side(fit, place, sign * delta, limit, most)
        rows = [*side[::-1], *rows] if sign < 0 else [*rows, *side]
    cells = np.array([parameters for _, parameters in rows])
    tau = np.array([tau for tau, _ in rows])
    return ParameterProfile(tau, named_matrix(cells, None, fit.parameter_names))


def _side(
    fit: "NLS", place: int, delta: float, limit: float, most: int
) -> list[tuple[float, Doubles]]:
    """Return profile t and parameters, walking away from the estimate."""
    model = fit.model
    assert isinstance(model, Ordinary)
    variance = fit.sigma() ** 2
    error = float(np.sqrt(np.diag(fit.unscaled)[place])) * fit.sigma()
    before, now, tau = 0.0, fit.ending.point.parameters, 0.0
    step = np.zeros(len(now))
    step[place] = delta * error
    rows: list[tuple[float, Doubles]] = []
    while len(rows) < most and abs(tau) < limit:
        start = now + step
        point = _fitted_others(fit, Held(model, place, float(start[place])), start)
        rise = max((point.deviance - fit.deviance) / variance, 0.0)
        before, tau = tau, float(np.copysign(np.sqrt(rise), delta))
        found = np.insert(point.parameters, place, start[place])
        rows.append((tau, found))
        if tau == before:
            break
        step = (found - now) * abs(delta / (tau - before))
        now = found
    return rows


def _fitted_others(fit: "NLS", held: Held, start: Doubles) -> Point:
    others = np.delete(start, held.place)
    if not len(others):
        return held.whole.at(start)
    show = sys.stdout.write if fit.arguments["trace"] else None
    ending = iterate(
        held.at,
        held.at(others),
        fit.control,
        show,
        current().digits,
    )
    if ending.code != 0:
        raise refused(ending)
    return ending.point


def profile_limits(fit: "NLS", parm: Any, level: float) -> Any:
    """Return confidence limits, a matrix; of one parameter just its two limits."""
    names = fit.chosen(parm)
    sys.stderr.write(WAITING)
    found = profile_of(fit, names, 100, (1 - level) / 4, None)
    tails = np.array([(1 - level) / 2, 1 - (1 - level) / 2])
    cutoffs = np.asarray(t_quantile(tails, fit.df_residual), dtype=np.float64)
    cells = np.full((len(names), 2), NA)
    for row, name in enumerate(names):
        profile = found[name]
        values = profile.par_vals[name].to_numpy()
        x, y = spline_through(values, profile.tau, 3 * len(values))
        order = np.argsort(y, kind="stable")
        cells[row] = np.interp(cutoffs, y[order], x[order], left=NA, right=NA)
    titles = [f"{number_text(round(100 * tail, 1))}%" for tail in tails.tolist()]
    if len(names) == 1:
        return pd.Series(cells[0], index=pd.Index(titles, dtype=object))
    return named_matrix(cells, names, titles)

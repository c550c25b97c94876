"""`integrate`: the integral of a function of one number."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from rnet.conditions import RError
from rnet.printing.numbers import format_real
from rnet.record import Record

QUARTER_EPS = float(np.finfo(np.float64).eps ** 0.25)
FAULTS = {
    1: "maximum number of subdivisions reached",
    2: "roundoff error was detected",
    3: "extremely bad integrand behaviour",
    4: "roundoff error is detected in the extrapolation table",
    5: "the integral is probably divergent",
    6: "the input is invalid",
}


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Integral(Record):
    """An integral and how exact it is.

    Attributes
    ----------
    value, abs_error : float
    subdivisions : int
    message : str
        "OK".
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("value", "abs.error", "subdivisions", "message")

    value: float
    abs_error: float
    subdivisions: int
    message: str

    def __str__(self) -> str:
        return format_integral(self.value, self.abs_error)


def format_integral(value: float, error: float) -> str:
    """Return what R prints of an integral.

    Examples
    --------
    >>> format_integral(1.0, 9.4e-05)
    '1 with absolute error < 9.4e-05'
    """
    bound = format_real(np.array([error]), digits=2)[0]
    return f"{format_real(np.array([value]))[0]} with absolute error < {bound}"


def integrate(
    f: Callable[[Any], Any],
    lower: float,
    upper: float,
    subdivisions: int = 100,
    rel_tol: float = QUARTER_EPS,
    abs_tol: float | None = None,
) -> Integral:
    """Integrate a function between two points, which may be infinite.

    Parameters
    ----------
    f : callable
        From an array of numbers to as many.
    lower, upper : float
    subdivisions : int
        Most intervals.
    rel_tol, abs_tol : float
        How exact the integral is to be.

    Returns
    -------
    Integral

    Raises
    ------
    RError
        `non-finite function value`, `maximum number of subdivisions reached`, `the integral is
        probably divergent` and R's other words.

    Notes
    -----
    R page: `?integrate`. QUADPACK (Piessens et al. 1983), by SciPy.

    Examples
    --------
    >>> import numpy as np
    >>> from rnet import dnorm, integrate
    >>> integrate(dnorm, -np.inf, np.inf)
    1 with absolute error < 9.4e-05
    """
    from scipy.integrate import quad  # noqa: PLC0415 - SciPy is heavy

    def value(x: float) -> float:
        found = np.asarray(f(np.array([x])), dtype=np.float64).ravel()
        if len(found) != 1:
            raise RError("evaluation of function gave a result of wrong length", "One a number.")
        if not np.isfinite(found[0]):
            raise RError("non-finite function value", f"At {x}.")
        return float(found[0])

    exact = float(rel_tol if abs_tol is None else abs_tol)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        answer = quad(
            value, lower, upper, full_output=1, limit=subdivisions, epsabs=exact,
            epsrel=float(rel_tol),
        )  # fmt: skip
    found, error, details = answer[:3]
    if len(answer) > 3:
        raise RError(_fault(str(answer[3])), "Split the interval, or ask for less.")
    return Integral(float(found), float(error), int(details["last"]), "OK")


def _fault(said: str) -> str:
    clues = {1: "maximum number", 4: "extrapolation table", 2: "roundoff", 3: "bad integrand",
             5: "divergent"}  # fmt: skip
    return next((FAULTS[code] for code, clue in clues.items() if clue in said), FAULTS[6])

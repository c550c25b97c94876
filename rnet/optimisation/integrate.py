"""`integrate`: the integral of a function of one number."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from rnet.conditions import RError
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.printing.numbers import format_real
from rnet.record import Record

QUARTER_EPS = float(np.finfo(np.float64).eps ** 0.25)
POINTS = 21
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
        "OK", or what went wrong where that was not to be an error.
    call : Call
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "value", "abs.error", "subdivisions", "message", "call",
    )  # fmt: skip

    value: float
    abs_error: float
    subdivisions: int
    message: str
    call: Call

    def __str__(self) -> str:
        if self.message != "OK":
            return f"failed with message ‘{self.message}’"
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


@keeps_call("integrate")
def integrate(
    call: Call,
    /,
    f: Callable[..., Any],
    lower: float,
    upper: float,
    *args: Any,
    subdivisions: int = 100,
    rel_tol: float = QUARTER_EPS,
    abs_tol: float | None = None,
    stop_on_error: bool = True,
    **kwargs: Any,
) -> Integral:
    """Integrate a function between two points, which may be infinite.

    Parameters
    ----------
    f : callable
        From an array of numbers to as many.
    lower, upper : float
    *args, **kwargs
        Further arguments of `f`.
    subdivisions : int
        Most intervals.
    rel_tol, abs_tol : float
        How exact the integral is to be.
    stop_on_error : bool
        Whether it is an error not to get as exact; otherwise the result says so.

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

    if np.isnan(lower) or np.isnan(upper):
        raise RError("a limit is NA or NaN", "Limits are numbers; they may be infinite.")
    _check_length(lambda x: f(x, *args, **kwargs), float(lower), float(upper))

    def value(x: float) -> float:
        found = np.asarray(f(np.array([x]), *args, **kwargs), dtype=np.float64).ravel()
        if len(found) != 1:
            raise _wrong_length()
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
    message = "OK" if len(answer) == 3 else _fault(str(answer[3]))
    if message != "OK" and stop_on_error:
        raise RError(message, "Split the interval, or ask for less.")
    return Integral(float(found), float(error), int(details["last"]), message, call)


def _check_length(function: Callable[[Any], Any], lower: float, upper: float) -> None:
    """Refuse a function that does not give a number for each it is given.

    One that takes single numbers only, such as those of `math`, is no error here as in R.
    """
    inside = np.linspace(max(lower, -1.0), min(upper, 1.0), POINTS + 2)[1:-1]
    try:
        with np.errstate(all="ignore"):
            found = np.asarray(function(inside), dtype=np.float64)
    except (TypeError, ValueError):
        return
    if found.size != POINTS:
        raise _wrong_length()


def _wrong_length() -> RError:
    return RError("evaluation of function gave a result of wrong length", "One a number.")


def _fault(said: str) -> str:
    clues = {1: "maximum number", 4: "extrapolation table", 2: "roundoff", 3: "bad integrand",
             5: "divergent"}  # fmt: skip
    return next((FAULTS[code] for code, clue in clues.items() if clue in said), FAULTS[6])

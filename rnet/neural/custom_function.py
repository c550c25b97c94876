"""Activation and error functions that users give: Python functions, pairs, R expressions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.language.tree import Argument, Call, Constant
from rnet.neural.dual import Dual, derivative, value_of
from rnet.neural.r_function import RFunction, r_function

Doubles = npt.NDArray[np.float64]

SAMPLE = np.array([0.25, 0.75])
ADVICE = (
    "Write it with arithmetic, comparisons and NumPy's elementwise functions (np.exp, np.where, "
    "np.maximum, ...), or give the pair (function, its derivative)."
)


@dataclass(frozen=True, slots=True)
class CustomFunction:
    """A function of arrays with its first two derivatives by the first argument, elementwise."""

    value: Callable[..., Doubles]
    first: Callable[..., Doubles]
    second: Callable[..., Doubles]


def custom_function(
    given: Any, parameters: Sequence[str], unknown: str, built_in: Iterable[str]
) -> CustomFunction:
    """Return a function that a user gave, with its derivatives.

    Parameters
    ----------
    given : callable, pair of callables, or str
        A Python function is differentiated by dual numbers. Of a pair the second is the
        derivative. A text is an R expression, ``"log(1 + exp(x))"``, or R function.
    parameters : sequence of str
        The names a bare R expression may use.
    unknown : str
        R's message for what is none of these.
    built_in : iterable of str
        The functions known by name.

    Raises
    ------
    RError
        R's message; or what keeps the function from being differentiated.
    """
    if isinstance(given, str) and not _is_name(given):
        return _differentiated(r_function(given, parameters), len(parameters))
    if callable(given):
        return _differentiated(given, len(parameters))
    if isinstance(given, tuple) and len(given) == 2 and all(callable(f) for f in given):
        function, slope = given
        return CustomFunction(_cells(function), _cells(slope), _cells(derivative(slope)))
    raise RError(
        unknown,
        f"Give one of {', '.join(built_in)}, a Python function, a pair (function, its "
        "derivative), or an R expression such as 'log(1 + exp(x))'.",
    )


def spelled_out(call: Call, parameters: Mapping[str, Sequence[str]]) -> Call:
    """Return a call in which R expressions given as text stand as functions, as in R.

    Parameters
    ----------
    call : Call
        The call as it is kept.
    parameters : mapping
        Parameters of the functions by argument.
    """

    def shown(argument: Argument) -> Argument:
        value = argument.value
        if argument.name not in parameters or not isinstance(value, Constant):
            return argument
        if not isinstance(value.value, str) or _is_name(value.value):
            return argument
        written = r_function(value.value, parameters[str(argument.name)])
        return Argument(argument.name, written.definition)

    return replace(call, arguments=tuple(shown(argument) for argument in call.arguments))


def _is_name(text: str) -> bool:
    """Whether a text is one word, as the name of a built-in function is."""
    return text.strip().replace(".", "_").isidentifier()


def _differentiated(function: Callable[..., Any], arguments: int) -> CustomFunction:
    first = derivative(function)

    def value(x: Any, *others: Any) -> Any:  # by dual numbers, whose exp has R's bits
        return value_of(function(Dual(x, 1.0), *others))

    found = CustomFunction(_cells(value), _cells(first), _cells(derivative(first)))
    _try(found, isinstance(function, RFunction), (SAMPLE,) * arguments)
    return found


def _try(function: CustomFunction, written_in_r: bool, sample: tuple[Doubles, ...]) -> None:
    """Refuse a function that is not elementwise before any network is trained with it."""
    try:
        function.value(*sample)
        function.first(*sample)
    except RError:
        raise
    except (TypeError, ValueError, AttributeError) as error:
        single = "truth value" in str(error)
        message = "the condition has length > 1" if single else "the function has no derivative"
        cause = "" if single else f"{error}. "
        advice = "Use functions of single numbers." if written_in_r else ADVICE
        raise RError(message, f"{cause[:1].upper()}{cause[1:]}{advice}") from error


def _cells(function: Callable[..., Any]) -> Callable[..., Doubles]:
    def applied(x: Doubles, *others: Doubles) -> Doubles:
        with np.errstate(all="ignore"):
            found = np.asarray(function(x, *others), dtype=np.float64)
        return np.array(np.broadcast_to(found, np.shape(x)))

    return applied

"""`rnet.r`: R code run from Python."""

import sys
from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.interpreter.bridge import from_python, to_python
from rnet.interpreter.console import place_of, place_text
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE, FailureSignal, QuitSignal
from rnet.interpreter.from_python import missing_numbers
from rnet.interpreter.session import Session
from rnet.interpreter.signalling import message_of
from rnet.interpreter.values import Builtin, Closure, Value, Vector
from rnet.values import LARGEST_INTEGER


def r(code: str, **variables: Any) -> Any:
    """Run R code and return the value of its last statement.

    The variables of one call are there in the next: the session lasts as long as Python's.

    Parameters
    ----------
    code : str
        Any number of statements. What they print appears as in R; the last statement's value
        is returned and not printed.
    **variables
        Python objects to set as R variables before: numbers, strings, arrays, Series, data
        frames, lists, dicts, results of rnet. A list of numbers, of strings or of truth values
        becomes a vector, any other list a list.

    Returns
    -------
    object
        The value as Python: a scalar, NumPy array, Series, DataFrame, list, dict, `Table`, a
        result of rnet, or a function that calls the R function.

    Raises
    ------
    RError
        R's error in the code, with R's message; the advice says line and column, with a caret.

    Notes
    -----
    R's warnings become Python warnings (`RWarning`), messages go to standard error. The code
    reads files below the working directory only, and writes none.

    Examples
    --------
    >>> import rnet
    >>> rnet.r("mean(x) + 1", x=[1, 2, 6])
    4.0
    >>> rnet.r("square <- function(x) x^2; sapply(1:3, square)")
    array([1., 4., 9.])
    """
    session = default_session()
    for name, value in variables.items():
        set_variable(session, name, value)
    return as_python(run(session, code, shows_last=False))


_SESSIONS: list[Session] = []


def default_session() -> Session:
    """Return the session that `rnet.r` and the magics share; it writes where Python does now."""
    if not _SESSIONS:
        _SESSIONS.append(Session())
    session = _SESSIONS[0]
    session.output, session.errors = sys.stdout, sys.stderr
    return session


def set_variable(session: Session, name: str, value: Any) -> None:
    """Set an R variable from a Python object."""
    made = from_python(_as_array(value))
    if isinstance(made, Vector):
        if type(value).__name__ == "Series":  # pandas' missing number is a plain NaN
            made = missing_numbers(made)
        made.shared = True
    session.globals.assign(name, made)


def _as_array(value: Any) -> Any:
    """Return a list or range of plain numbers, strings or truth values as an array."""
    if not isinstance(value, list | tuple | range) or not len(value):
        return value
    kinds = {type(item) for item in value}
    whole = kinds == {int} and all(abs(item) <= LARGEST_INTEGER for item in value)
    if kinds in ({bool}, {str}) or whole or kinds <= {int, float}:
        return np.array(value, dtype=np.int32 if whole else None)
    return value


def variable(session: Session, name: str) -> Any:
    """Return an R variable as a Python object.

    Raises
    ------
    RError
        `object 'x' not found`
    """
    if name not in session.globals.variables:
        raise RError(f"object '{name}' not found", "The code does not assign it.")
    return as_python(session.globals.get(name))


def run(session: Session, code: str, *, shows_last: bool) -> Value:
    """Run code in a session; warnings become Python's, an error is raised as `RError`."""
    statements = session.statements(code)
    value: Value = None
    number = 0
    STATE.pending = []
    try:
        with session.at_work():
            for number, statement in enumerate(statements):
                last = number == len(statements) - 1
                shown = shows_last or not last
                value = (session.run_statement if shown else session.evaluate)(statement.node)
    except FailureSignal as failure:
        places = {id(node): start for one in statements for node, start in one.calls}
        start = place_of(failure, places, statements[number].start)
        advice = place_text(code, start, "R code") + (failure.advice or "")
        raise RError(message_of(failure.condition), advice.rstrip("\n")) from None
    except QuitSignal:
        return None
    finally:
        pending, STATE.pending = STATE.pending, []
        for one in pending:
            warn(one.message)
    return value


def as_python(value: Value) -> Any:
    """Return a value as Python has it; an R function as one that can be called from Python."""
    if isinstance(value, Closure | Builtin):
        return _Function(value)
    return value if isinstance(value, Environment) else to_python(value)


class _Function:
    """An R function that Python code can call."""

    def __init__(self, function: Closure | Builtin) -> None:
        self.function = function

    def __call__(self, *values: Any, **named: Any) -> Any:
        from rnet.interpreter.calls import call_function

        given = [(None, from_python(value)) for value in values]
        session = default_session()
        try:
            with session.at_work():
                return as_python(
                    call_function(
                        self.function,
                        [*given, *((name, from_python(value)) for name, value in named.items())],
                    )
                )
        except FailureSignal as failure:
            raise RError(message_of(failure.condition), failure.advice or None) from None

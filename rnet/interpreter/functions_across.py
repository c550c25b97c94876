"""Functions across the bridge: R's as Python's, which rnet calls back, and Python's as R's."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rnet.frames import ProgramVariables
from rnet.interpreter.bridge import from_python, to_python, whole_numbers
from rnet.interpreter.environment import ABSENT, Environment, Promise
from rnet.interpreter.values import MISSING, Attributes, Builtin, Closure, Value, boxed
from rnet.language.tree import Argument


class CalledBack:
    """A function of R that Python code may call, with Python's values."""

    def __init__(self, function: Closure | Builtin, name: str) -> None:
        self.function = function
        self.__name__ = name

    def __call__(self, *values: Any, **named: Any) -> Any:
        """Return what the function gives, as a Python value."""
        from rnet.interpreter.calls import call_function

        given: list[tuple[str | None, Any]] = [(None, from_python(value)) for value in values]
        given += [(_r_name(self.function, name), from_python(v)) for name, v in named.items()]
        return to_python(call_function(self.function, given))


def _r_name(function: Closure | Builtin, name: str) -> str:
    own = (
        [parameter[0] for parameter in function.parameters]
        if isinstance(function, Closure)
        else [parameter.name for parameter in function.parameters]
    )
    return name if name in own else name.replace("_", ".")


class WithNames:
    """A function of R that is given its first argument, an array, with names."""

    def __init__(self, function: CalledBack, names: Any) -> None:
        self.function = function
        self.names = names

    def __call__(self, at: Any, *values: Any, **named: Any) -> Any:
        """Return what the function gives, as a Python value."""
        import pandas as pd

        return self.function(pd.Series(at, index=self.names), *values, **named)


PARAMETERS = {
    "optim": ("par", "fn", "gr"),
    "optimHess": ("par", "fn", "gr"),
    "nlminb": ("start", "objective", "gradient"),
}
"""Minimisers: their starting point, whose names the functions after it are given."""


def with_names(minimiser: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments of a minimiser: its functions are given the parameters' names."""
    known = PARAMETERS.get(minimiser)
    index = None if known is None else getattr(arguments.get(known[0]), "index", None)
    if known is None or index is None or callable(index):
        return arguments
    named = {name: WithNames(arguments[name], index) for name in known[1:] if arguments.get(name)}
    return {**arguments, **named}


def python_function(function: Closure | Builtin) -> Any:
    """Return a function of R as one of Python; rnet's own are themselves."""
    from rnet.interpreter.library import LibraryFunction

    if isinstance(function, Builtin) and isinstance(function.function, LibraryFunction):
        return function.function.python
    if isinstance(function, Builtin) and isinstance(function.function, FromPython):
        return function.function.python
    name = function.name if isinstance(function, Builtin) else "<lambda>"
    return CalledBack(function, name)


class FromPython:
    """A Python function as the code of a base function that takes any arguments."""

    def __init__(self, python: Callable[..., Any]) -> None:
        self.python = python

    def __call__(self, dots: list[tuple[str | None, Any]]) -> Value:
        """Return what the function gives, as a value."""
        given = [(name, whole_numbers(to_python(value))) for name, value in dots]
        values = [value for name, value in given if name is None]
        named = {name.replace(".", "_"): value for name, value in given if name is not None}
        return from_python(self.python(*values, **named))


def r_function(
    function: Callable[..., Any], attributes: Attributes | None = None
) -> Closure | Builtin:
    """Return a Python function as one of R that takes any arguments."""
    if isinstance(function, CalledBack):
        return function.function
    name = getattr(function, "__name__", "f")
    made = Builtin(name, (Argument("...", None),), FromPython(function), defaults=(MISSING,))
    made.attributes = attributes
    return made


class RVariables(ProgramVariables):
    """The variables of an environment and those around it, as Python's values when asked for."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment

    def __getitem__(self, name: str) -> Any:
        found = self.environment.find(name)
        if found is ABSENT or found is MISSING:
            from rnet.interpreter.packages import exported

            found = exported(name)
            if found is ABSENT:
                raise KeyError(name)
        return to_python(found.force() if type(found) is Promise else found)

    def value_of(self, call: Any, columns: Mapping[str, Any]) -> Any:
        """Return the value of a call in R, of columns and of the program's variables."""
        from rnet.interpreter.compile import compiled

        inner = Environment(self.environment)
        for name, column in columns.items():
            inner.variables[name] = boxed(from_python(column))
        return to_python(compiled(call)(inner), single=False)

    def __iter__(self) -> Iterator[str]:
        where: Environment | None = self.environment
        while where is not None:
            yield from where.variables
            where = where.parent

    def __len__(self) -> int:
        return sum(1 for _ in self)

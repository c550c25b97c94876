"""The one place that looks into the caller's frame: the names its variables have there."""

import sys
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_GIVEN: ContextVar[Mapping[str, Any] | None] = ContextVar("given variables", default=None)


@contextmanager
def with_variables(variables: Mapping[str, Any]) -> Iterator[None]:
    """Let rnet's functions see these as the user's variables: those of an R program.

    Examples
    --------
    >>> with with_variables({"x": 5}):
    ...     UserVariables()["x"]
    5
    """
    token = _GIVEN.set(variables)
    try:
        yield
    finally:
        _GIVEN.reset(token)


def caller_variables(depth: int) -> Mapping[str, Any]:
    """Return the variables visible `depth` frames above the caller of this function.

    Locals hide globals, as at the place of the call. Where an R program calls there is no such
    frame, and nothing to see.
    """
    if _GIVEN.get() is not None:
        return {}
    frame = sys._getframe(depth + 1)
    return {**frame.f_globals, **frame.f_locals}


def frames_to_user() -> int:
    """Return how many frames the caller of this function is below the innermost outside rnet.

    As `stacklevel` of a warning it points to the user's line; 1 where no user is in sight.
    """
    frame = sys._getframe(1)
    depth = 1
    while _is_own(frame.f_globals.get("__name__", "")):
        if frame.f_back is None:
            return 1
        frame, depth = frame.f_back, depth + 1
    return depth


def name_of(value: object, variables: Mapping[str, Any]) -> str | None:
    """Return the first public name bound to this very object, or None.

    Names nobody can type (pytest keeps parts of an assertion as `@py_assert1`) do not count.

    Examples
    --------
    >>> infert = [1, 2]
    >>> name_of(infert, {"_": infert, "infert": infert})
    'infert'
    """
    found = (
        name
        for name, other in variables.items()
        if other is value and not name.startswith(("_", "@"))
    )
    return next(found, None)


class ProgramVariables(Mapping[str, Any]):
    """The variables of a program in another language, which evaluates its calls itself."""

    @abstractmethod
    def value_of(self, call: Any, columns: Mapping[str, Any]) -> Any:
        """Return the value of a call whose variables are, first, these columns."""


class UserVariables(Mapping[str, Any]):
    """The variables at the place in the user's code from which rnet was called.

    They are looked for when one is first asked for: the innermost frame outside rnet. So a
    formula finds the user's variables however many of rnet's functions stand between.
    """

    def __init__(self) -> None:
        self._found: Mapping[str, Any] | None = None

    def program(self) -> ProgramVariables | None:
        """Return the variables as those of a program, None where Python calls."""
        found = self._variables()
        return found if isinstance(found, ProgramVariables) else None

    def _variables(self) -> Mapping[str, Any]:
        if self._found is None:
            self._found = _GIVEN.get()
        if self._found is None:
            depth = 0
            while _is_own(sys._getframe(depth).f_globals.get("__name__", "")):
                depth += 1
            self._found = caller_variables(depth)
        return self._found

    def __getitem__(self, name: str) -> Any:
        return self._variables()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._variables())

    def __len__(self) -> int:
        return len(self._variables())


def _is_own(module: str) -> bool:
    return module.split(".", maxsplit=1)[0] in {"rnet", "collections", "_collections_abc"}

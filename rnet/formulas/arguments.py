"""Match the arguments of an R call to the parameters of the Python function that answers it."""

import functools
import inspect
from collections.abc import Callable
from typing import Any, TypeAlias

from rnet.conditions import RError

Arguments: TypeAlias = list[tuple[str | None, Any]]


def call_function(function: Callable[..., Any], arguments: Arguments) -> Any:
    """Call a function with arguments matched by name, by unique prefix, then by position.

    As in R: a parameter after `...` (Python's `*args`) is matched by its whole name only.

    Examples
    --------
    >>> call_function(lambda x, *, degree=1: (x, degree), [("deg", 2), (None, 5)])
    (5, 2)
    """
    parameters = _parameters(function)
    positional, named = _matched(parameters, arguments)
    names = [p.name for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
    takes_any = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    free = [name for name in names if name not in named]
    if takes_any:
        leading = [named.pop(name) if name in named else _next(positional) for name in names]
        return function(*[v for v in leading if v is not _NOTHING], *positional, **named)
    by_keyword = [p.name for p in parameters if p.kind is p.KEYWORD_ONLY and p.name not in named]
    free += by_keyword
    if len(positional) > len(free):
        raise RError("unused argument", f"The function takes: {', '.join(_r_names(parameters))}.")
    named.update(zip(free, positional, strict=False))
    missing = [p.name for p in parameters if p.default is p.empty and p.name not in named]
    if missing and not any(p.kind is p.VAR_KEYWORD for p in parameters):
        raise RError(f'argument "{missing[0].replace("_", ".")}" is missing, with no default')
    return function(**named)


_NOTHING = object()


def _next(positional: list[Any]) -> Any:
    return positional.pop(0) if positional else _NOTHING


@functools.cache
def _parameters(function: Callable[..., Any]) -> tuple[inspect.Parameter, ...]:
    try:
        return tuple(inspect.signature(function).parameters.values())
    except ValueError:  # a builtin without signature
        return (inspect.Parameter("args", inspect.Parameter.VAR_POSITIONAL),)


def _matched(
    parameters: tuple[inspect.Parameter, ...], arguments: Arguments
) -> tuple[list[Any], dict[str, Any]]:
    positional: list[Any] = []
    named: dict[str, Any] = {}
    for name, value in arguments:
        if name is None:
            positional.append(value)
            continue
        matched = _parameter_named(name.replace(".", "_"), parameters)
        if matched is not None:
            named[matched] = value
        elif any(p.kind is p.VAR_POSITIONAL for p in parameters):
            positional.append(value)
        else:
            raise RError(
                f"unused argument ({name} = )",
                f"The function takes: {', '.join(_r_names(parameters))}.",
            )
    return positional, named


def _parameter_named(name: str, parameters: tuple[inspect.Parameter, ...]) -> str | None:
    exact = [p.name for p in parameters if p.name.rstrip("_") == name and not _is_dots(p)]
    if exact:
        return exact[0]
    dots = [i for i, p in enumerate(parameters) if p.kind is p.VAR_POSITIONAL]
    before = parameters[: dots[0]] if dots else parameters
    partial = [p.name for p in before if p.name.startswith(name)]
    return partial[0] if len(partial) == 1 else None


def _is_dots(parameter: inspect.Parameter) -> bool:
    return parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)


def _r_names(parameters: tuple[inspect.Parameter, ...]) -> list[str]:
    return [p.name.rstrip("_").replace("_", ".") for p in parameters]

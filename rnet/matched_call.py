"""Keep the call of a model function as R's `match.call()` would show it."""

import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

import numpy as np

from rnet.conditions import RError
from rnet.frames import caller_variables
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call, Symbol
from rnet.typed_values import as_argument

P = ParamSpec("P")
R = TypeVar("R")
Given: TypeAlias = list[tuple[str | None, Any]]

POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
BY_NAME = (*POSITIONAL, inspect.Parameter.KEYWORD_ONLY)


def keeps_call(
    r_name: str, *, dots: Sequence[str] = ()
) -> Callable[[Callable[Concatenate[Call, P], R]], Callable[P, R]]:
    """Decorate a model function: it gets, as first argument, its own call as a syntax tree.

    Arguments the user gave stand in formal order under R's names (`err_fct` is `err.fct`);
    a data frame stands as the name of the variable that holds it where the function is called.
    Keyword arguments named in `dots`, neighbours in the signature, pass through R's `...`: they
    stand in the order of the call.

    Raises
    ------
    RError
        R's text for an argument that is missing or unknown.
    """

    def in_formal_order(matched: Given, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Given:
        del args
        return _in_written_order(matched, kwargs, dots)

    return _keeping(r_name, in_formal_order)


def keeps_written_call(
    r_name: str,
) -> Callable[[Callable[Concatenate[Call, P], R]], Callable[P, R]]:
    """Decorate a function whose call stands inside that of a model, `binomial("probit")`.

    It gets, as first argument, its own call as it was written: arguments given by position
    stand without a name.
    """

    def as_written(matched: Given, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Given:
        del matched
        return [*((None, value) for value in args), *kwargs.items()]

    return _keeping(r_name, as_written)


def _keeping(
    r_name: str, shown: Callable[[Given, tuple[Any, ...], Mapping[str, Any]], Given]
) -> Callable[[Callable[Concatenate[Call, P], R]], Callable[P, R]]:
    """Return the decorator that checks arguments and hands over the call as `shown` orders it."""

    def decorate(function: Callable[Concatenate[Call, P], R]) -> Callable[P, R]:
        signature = _public_signature(function)

        @functools.wraps(function)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            variables = caller_variables(1)
            given = shown(_matched(signature, args, kwargs, variables), args, kwargs)
            return function(_call(r_name, given, variables), *args, **kwargs)

        wrapper.__signature__ = signature  # type: ignore[attr-defined]
        return wrapper

    return decorate


def _public_signature(function: Callable[..., Any]) -> inspect.Signature:
    """Return the signature without the first parameter, the call."""
    full = inspect.signature(function)
    return full.replace(parameters=list(full.parameters.values())[1:])


def _call(r_name: str, given: Given, variables: Mapping[str, Any]) -> Call:
    return Call(Symbol(r_name), tuple(as_argument(name, value, variables) for name, value in given))


def _matched(
    signature: inspect.Signature,
    args: tuple[Any, ...],
    kwargs: Mapping[str, Any],
    variables: Mapping[str, Any],
) -> Given:
    """Return the arguments in formal order, `...` last; refuse unknown, repeated, missing ones."""
    parameters = signature.parameters.values()
    kinds = {parameter.kind for parameter in parameters}
    positional = [p.name for p in parameters if p.kind in POSITIONAL]
    by_position = dict(zip(positional, args, strict=False))
    named = [p.name for p in parameters if p.kind in BY_NAME]

    surplus: Given = []
    if inspect.Parameter.VAR_POSITIONAL not in kinds:
        surplus += [(None, value) for value in args[len(positional) :]]
    if inspect.Parameter.VAR_KEYWORD not in kinds:
        surplus += [(name, value) for name, value in kwargs.items() if name not in named]
    _check_unused(surplus, variables, named)
    _check_given_once([name for name in by_position if name in kwargs])
    _check_nothing_missing(
        [p.name for p in parameters if p.kind in BY_NAME and p.default is p.empty],
        {*by_position, *kwargs},
    )
    found = {**by_position, **kwargs}
    given: Given = []
    for parameter in parameters:
        if parameter.kind is parameter.VAR_POSITIONAL:
            given += [(None, value) for value in args[len(positional) :]]
        elif parameter.kind is parameter.VAR_KEYWORD:
            given += [(name, value) for name, value in kwargs.items() if name not in named]
        elif parameter.name in found:
            given.append((parameter.name, found[parameter.name]))
    return given


def check_arguments(
    signature: inspect.Signature, args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> None:
    """Refuse, in R's words, arguments that a function does not have or still needs."""
    _matched(signature, args, kwargs, {})


def check_kind(name: str, given: Any, default: Any) -> None:
    """Refuse what is no number, or no truth value, where the default is one.

    Raises
    ------
    RError
        `argument is not interpretable as logical`, `invalid 'x' argument`
    """
    is_number = isinstance(given, int | float | np.number | np.bool_)
    missing = is_number and bool(np.isnan(given))
    if is_number and not missing:
        return
    if isinstance(default, bool):
        if given is not None:
            message = "argument is not interpretable as logical"
            raise RError(message, f"'{name}' is True or False.")
    elif isinstance(default, int | float):
        raise RError(f"invalid '{name}' argument", f"'{name}' is a number, such as {default!r}.")


def refuses_unknown(function: Callable[P, R]) -> Callable[P, R]:
    """Decorate a function: an argument it lacks, or does not get, ends in R's words.

    So does what is no truth value where one is expected.
    """
    signature = inspect.signature(function)

    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        check_arguments(signature, args, kwargs)
        for name, value in signature.bind(*args, **kwargs).arguments.items():
            if signature.parameters[name].annotation is bool:
                check_kind(name, value, True)
        return function(*args, **kwargs)

    return wrapper


def _check_unused(surplus: Given, variables: Mapping[str, Any], known: list[str]) -> None:
    if surplus:
        arguments = _call("f", surplus, variables)
        word = "argument" if len(surplus) == 1 else "arguments"
        raise RError(
            f"unused {word} {deparse_line(arguments).removeprefix('f')}",
            f"Arguments are: {', '.join(known)}.{_meant(surplus, known)}",
        )


def _meant(surplus: Given, known: list[str]) -> str:
    """Return a guess at a name that was misspelt, shortened, or written with R's dots."""
    for name, _ in surplus:
        if name is not None:
            written = name.replace(".", "_")
            begun = [other for other in known if other.startswith(written)]
            import difflib  # noqa: PLC0415 - for a misspelt name only

            close = difflib.get_close_matches(written, known, 1)
            if begun or close:
                return f" Did you mean '{(begun or close)[0]}'?"
    return ""


def _check_given_once(twice: list[str]) -> None:
    if twice:
        raise RError(
            f'formal argument "{twice[0].replace("_", ".")}" matched by multiple actual arguments',
            "It is given by position and by name.",
        )


def _check_nothing_missing(required: list[str], given: set[str]) -> None:
    for name in required:
        if name not in given:
            shown = name.replace("_", ".")
            raise RError(f'argument "{shown}" is missing, with no default', f"Give {name}.")


def _in_written_order(given: Given, kwargs: Mapping[str, Any], dots: Sequence[str]) -> Given:
    """Return the arguments with those named in `dots` in the order of the call."""
    by_position = [pair for pair in given if pair[0] in dots and pair[0] not in kwargs]
    by_name: Given = [(name, value) for name, value in kwargs.items() if name in dots]
    written = iter(by_position + by_name)
    return [next(written) if name in dots else (name, value) for name, value in given]

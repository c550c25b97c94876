"""Keep the call of a model function as R's `match.call()` would show it."""

import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Concatenate, ParamSpec, TypeVar

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.frames import caller_variables, name_of
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Constant, Node, Symbol
from rnet.registry import ENTRIES

P = ParamSpec("P")
R = TypeVar("R")

LONGEST_INLINE_VECTOR = 10

# Texts of these arguments are R expressions: the formula, and what is evaluated in the data.
EXPRESSIONS = {"formula", "subset", "weights", "offset"}


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

    def decorate(function: Callable[Concatenate[Call, P], R]) -> Callable[P, R]:
        signature = _public_signature(function)

        @functools.wraps(function)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            given = _as_written(_bind(signature, args, kwargs), kwargs, dots)
            call = matched_call(r_name, given, caller_variables(1))
            return function(call, *args, **kwargs)

        wrapper.__signature__ = signature  # type: ignore[attr-defined]
        return wrapper

    return decorate


def keeps_written_call(
    r_name: str,
) -> Callable[[Callable[Concatenate[Call, P], R]], Callable[P, R]]:
    """Decorate a function whose call stands inside that of a model, `binomial("probit")`.

    It gets, as first argument, its own call as it was written: arguments given by position
    stand without a name.
    """

    def decorate(function: Callable[Concatenate[Call, P], R]) -> Callable[P, R]:
        signature = _public_signature(function)

        @functools.wraps(function)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            _bind(signature, args, kwargs)
            given = [(None, value) for value in args] + list(kwargs.items())
            variables = caller_variables(1)
            arguments = tuple(
                Argument(
                    name and name.replace("_", "."), _argument_node(name or "", value, variables)
                )
                for name, value in given
            )
            return function(Call(Symbol(r_name), arguments), *args, **kwargs)

        wrapper.__signature__ = signature  # type: ignore[attr-defined]
        return wrapper

    return decorate


def _public_signature(function: Callable[..., Any]) -> inspect.Signature:
    """Return the signature without the first parameter, the call."""
    full = inspect.signature(function)
    return full.replace(parameters=list(full.parameters.values())[1:])


def matched_call(r_name: str, given: Mapping[str, Any], variables: Mapping[str, Any]) -> Call:
    """Return the call of `r_name` with the arguments given, as syntax tree."""
    arguments = tuple(
        Argument(name.replace("_", "."), _argument_node(name, value, variables))
        for name, value in given.items()
    )
    return Call(Symbol(r_name), arguments)


@functools.singledispatch
def as_node(value: object) -> Node | None:
    """Return what one would type in R for a value, or None where only a name would do.

    Other modules register their own records (a family, a formula).
    """
    del value
    return None


@as_node.register
def _(value: bool | np.bool_) -> Node:
    return Constant("logical", bool(value))


@as_node.register
def _(value: int | float | np.integer | np.floating) -> Node:
    number = float(value)
    return Constant("double", number) if number >= 0 or number != number else _negative(number)


@as_node.register
def _(value: str) -> Node:
    return Constant("character", value)


@as_node.register
def _(value: None) -> Node:
    return Constant("NULL", None)


@as_node.register
def _(value: list | tuple | np.ndarray) -> Node | None:  # type: ignore[type-arg]
    if len(value) > LONGEST_INLINE_VECTOR or np.ndim(value) != 1:
        return None
    elements = [as_node(element) for element in np.asarray(value).tolist()]
    return _vector_call("c", [(None, element) for element in elements])


@as_node.register
def _(value: dict) -> Node | None:  # type: ignore[type-arg]
    return _vector_call("list", [(str(name), as_node(element)) for name, element in value.items()])


@as_node.register
def _(value: pd.Series | pd.DataFrame) -> Node | None:  # type: ignore[type-arg]
    return None


def _negative(number: float) -> Node:
    return Call(Symbol("-"), (Argument(None, Constant("double", -number)),))


def _vector_call(function: str, elements: list[tuple[str | None, Node | None]]) -> Node | None:
    if any(node is None for _, node in elements):
        return None
    return Call(Symbol(function), tuple(Argument(name, node) for name, node in elements))


def _argument_node(name: str, value: object, variables: Mapping[str, Any]) -> Node:
    if name in EXPRESSIONS and isinstance(value, str):
        return parse_expression(value)
    if isinstance(value, list | dict | np.ndarray):
        known = name_of(value, variables)
        if known is not None:
            return Symbol(known)
    node = as_node(value)
    if node is not None:
        return node
    own = _r_name(value)
    return Symbol(own or name_of(value, variables) or getattr(value, "__name__", None) or name)


def _r_name(value: object) -> str | None:
    """Return R's name of a function of rnet: `rnet.inverse_gaussian` is `inverse.gaussian`."""
    if not str(getattr(value, "__module__", "")).startswith("rnet."):
        return None
    known = getattr(value, "__name__", "")
    return next((entry.r_name for entry in ENTRIES if entry.name == known), None)


def _bind(
    signature: inspect.Signature, args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> Mapping[str, Any]:
    unknown = [name for name in kwargs if name not in signature.parameters]
    takes_any = any(p.kind is p.VAR_KEYWORD for p in signature.parameters.values())
    if unknown and not takes_any:
        shown = as_node(kwargs[unknown[0]])
        raise RError(
            f"unused argument ({unknown[0].replace('_', '.')} = {_short(shown, unknown[0])})",
            f"Arguments are: {', '.join(signature.parameters)}.",
        )
    for name, parameter in signature.parameters.items():
        position = list(signature.parameters).index(name)
        required = parameter.default is parameter.empty and parameter.kind in (
            parameter.POSITIONAL_OR_KEYWORD,
            parameter.KEYWORD_ONLY,
        )
        if required and name not in kwargs and position >= len(args):
            raise RError(f'argument "{name.replace("_", ".")}" is missing, with no default')
    try:
        return signature.bind(*args, **kwargs).arguments
    except TypeError as error:
        raise RError(f"unused argument: {error}") from error


def _as_written(
    given: Mapping[str, Any], kwargs: Mapping[str, Any], dots: Sequence[str]
) -> Mapping[str, Any]:
    written = iter([name for name in kwargs if name in dots])
    order = [next(written) if name in dots else name for name in given]
    return {name: given[name] for name in order}


def _short(node: Node | None, name: str) -> str:
    from rnet.language.deparse import deparse  # noqa: PLC0415 - only on the way to an error

    return name if node is None else " ".join(deparse(node))

"""Keep the call of a model function as R's `match.call()` would show it."""

import difflib
import functools
import inspect
import math
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.frames import caller_variables, name_of
from rnet.language.deparse import deparse_line
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Constant, Node, Symbol
from rnet.record import Record
from rnet.registry import ENTRIES
from rnet.values import is_na

P = ParamSpec("P")
R = TypeVar("R")
Given: TypeAlias = list[tuple[str | None, Any]]

LONGEST_INLINE_VECTOR = 10
POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
BY_NAME = (*POSITIONAL, inspect.Parameter.KEYWORD_ONLY)

EXPRESSIONS = {"formula", "subset", "weights", "offset"}  # whose texts are R code
NAMED_VECTORS = {"class_weights"}  # where a mapping is no list in R


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
    try:
        number = float(value)
    except OverflowError:  # a longer integer than a double holds
        number = math.inf if value > 0 else -math.inf
    if is_na(np.array([number]))[0]:
        return Constant("logical", None)
    if number < 0:
        return Call(Symbol("-"), (Argument(None, Constant("double", -number)),))
    return Constant("double", number)


@as_node.register
def _(value: complex) -> Node:
    return Constant("complex", complex(value))


@as_node.register
def _(value: str) -> Node:
    return Constant("character", value)


@as_node.register
def _(_value: None) -> Node:
    return Constant("NULL", None)


@as_node.register
def _(value: list | tuple | np.ndarray) -> Node | None:  # type: ignore[type-arg]
    if isinstance(value, np.ndarray) and value.ndim == 0:
        return as_node(value.item())
    if len(value) > LONGEST_INLINE_VECTOR:
        return None
    if any(isinstance(element, list | tuple | np.ndarray) for element in value):
        return _matrix_call([list(row) if _is_many(row) else [row] for row in value])
    return _vector_call("c", [(None, as_node(element)) for element in value])


def _is_many(value: object) -> bool:
    single = isinstance(value, np.ndarray) and value.ndim == 0
    return isinstance(value, list | tuple | np.ndarray) and not single


@as_node.register
def _(value: range) -> Node | None:
    if value.step != 1 or not value:
        return as_node(list(value))
    ends = tuple(Argument(None, as_node(end)) for end in (value[0], value[-1]))
    return Call(Symbol(":"), ends)


@as_node.register
def _(value: dict) -> Node | None:  # type: ignore[type-arg]
    return _vector_call("list", [(str(name), as_node(element)) for name, element in value.items()])


@as_node.register
def _(_value: pd.Series | pd.DataFrame) -> Node | None:
    return None


@as_node.register
def _(value: types.FunctionType) -> Node | None:
    own = _r_function(value)
    return None if own is None else Symbol(own)


@as_node.register(type(pd.NA))
def _(_value: object) -> Node:
    return Constant("logical", None)


def _vector_call(function: str, elements: list[tuple[str | None, Node | None]]) -> Node | None:
    known = tuple(Argument(name, node) for name, node in elements)
    return None if any(a.value is None for a in known) else Call(Symbol(function), known)


def _matrix_call(rows: list[list[Any]]) -> Node | None:
    """Return `matrix(c(...), byrow = TRUE, ncol = ...)` for a small matrix given by its rows."""
    cells = [cell for row in rows for cell in row]
    ragged = len({len(row) for row in rows}) > 1 or any(map(_is_many, cells))
    if ragged or len(cells) > LONGEST_INLINE_VECTOR:
        return None
    values = as_node(cells)
    if values is None:
        return None
    columns = Constant("double", float(len(rows[0])))
    by_row = Argument("byrow", Constant("logical", True))
    return Call(Symbol("matrix"), (Argument(None, values), by_row, Argument("ncol", columns)))


def as_argument(name: str | None, value: object, variables: Mapping[str, Any]) -> Argument:
    """Return a value as an argument: what one would type, or the name of its variable."""
    r_name = name and name.replace("_", ".")
    if name in EXPRESSIONS and isinstance(value, str):
        return Argument(r_name, parse_expression(value))
    formula = name == "formula" and isinstance(value, Record)  # shown as text, whatever its name
    if not formula and isinstance(value, list | dict | np.ndarray | Record):
        known = name_of(value, variables)
        if known is not None:
            return Argument(r_name, Symbol(known))
    node = as_node(value)
    if name in NAMED_VECTORS and isinstance(node, Call) and isinstance(value, dict):
        node = Call(Symbol("c"), node.arguments)
    if node is not None:
        return Argument(r_name, node)
    known = name_of(value, variables) or _function_name(value)
    if known is None and isinstance(value, pd.Series | pd.DataFrame):
        part = _part_node(value, variables)
        if part is not None:
            return Argument(r_name, part)
    return Argument(r_name, Symbol(known or r_name or "..."))


def _part_node(part: "pd.Series[Any] | pd.DataFrame", variables: Mapping[str, Any]) -> Node | None:
    """Return `mtcars$mpg`, or `iris[, 1:4]`, for columns of a data frame that the caller has."""
    for name, whole in variables.items():
        if not isinstance(whole, pd.DataFrame) or name.startswith(("_", "@")):
            continue
        one = part.name if isinstance(part, pd.Series) else None
        if isinstance(one, str) and one in whole and part.equals(whole[one]):
            return Call(Symbol("$"), (Argument(None, Symbol(name)), Argument(None, Symbol(one))))
        if isinstance(part, pd.DataFrame) and _has_columns(whole, part):
            chosen = _brackets([int(at) + 1 for at in whole.columns.get_indexer(part.columns)])
            return Call(Symbol("["), tuple(Argument(None, x) for x in (Symbol(name), *chosen)))
    return None


def _has_columns(whole: pd.DataFrame, part: pd.DataFrame) -> bool:
    fewer = whole.columns.is_unique and 0 < part.shape[1] < whole.shape[1]
    return (
        fewer
        and bool(part.columns.isin(whole.columns).all())
        and part.index.equals(whole.index)
        and part.equals(whole[part.columns])
    )


def _brackets(places: list[int]) -> tuple[Node | None, ...]:
    """Return what stands in R's brackets for columns counted from 1; one stays a data frame."""
    run = range(places[0], places[0] + len(places))
    many = None, as_node(run if list(run) == places else places)
    return many if len(places) > 1 else (as_node(places[0]),)


def _r_function(value: object) -> str | None:
    """Return R's name of a function of rnet: `rnet.inverse_gaussian` is `inverse.gaussian`."""
    if not str(getattr(value, "__module__", "")).startswith("rnet."):
        return None
    known = getattr(value, "__name__", "")
    return next((entry.r_name for entry in ENTRIES if entry.name == known), None)


def _function_name(value: object) -> str | None:
    name = getattr(value, "__name__", None)
    return None if name == "<lambda>" else name


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

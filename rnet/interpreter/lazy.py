"""For functions that take their arguments unevaluated: promises matched to parameters."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rnet.interpreter.compile import ArgumentCode, argument_codes, compiled, promises_of
from rnet.interpreter.environment import Environment, Promise
from rnet.interpreter.frame import STATE, Context, Frame
from rnet.interpreter.matching import matched
from rnet.interpreter.values import MISSING, Code
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Node

_ARGUMENTS: dict[int, tuple[tuple[Argument, ...], list[ArgumentCode]]] = {}
_CODES: dict[int, tuple[Node, Code]] = {}
_KEPT_AT_MOST = 5000


def promises(context: Context, arguments: tuple[Argument, ...]) -> list[tuple[str | None, Any]]:
    """Return the arguments of a call as promises, `...` expanded; their code is kept."""
    known = _ARGUMENTS.get(id(arguments))
    if known is None:
        if len(_ARGUMENTS) >= _KEPT_AT_MOST:
            _ARGUMENTS.clear()
        known = _ARGUMENTS[id(arguments)] = (arguments, argument_codes(arguments))
    return promises_of(known[1], context.environment)


def lazy(context: Context, arguments: tuple[Argument, ...], names: Sequence[str]) -> list[Any]:
    """Return for each parameter its promise, or `MISSING`; for `...` the list of them."""
    return matched(list(names), promises(context, arguments))


def force(argument: Any, default: Any = MISSING) -> Any:
    """Return the value of a promise, the default for an argument not given."""
    if argument is MISSING:
        return default
    return argument.force() if type(argument) is Promise else argument


def code_of(node: Node) -> Code:
    """Return the code of a node, compiled once."""
    known = _CODES.get(id(node))
    if known is None:
        if len(_CODES) >= _KEPT_AT_MOST:
            _CODES.clear()
        known = _CODES[id(node)] = (node, compiled(node))
    return known[1]


def frame_of(environment: Environment) -> Frame | None:
    """Return the call that is running where code stands, also from within `local`."""
    where: Environment | None = environment
    while where is not None:
        if where.frame is not None:
            return where.frame
        where = where.parent
    return None


def latest_call() -> Call | None:
    """Return the call of the function that runs now, as `stop` and `warning` name it."""
    return STATE.frames[-1].call if STATE.frames else None


def call_of(text: str) -> Call:
    """Return the call that a text holds, as R shows one of its own."""
    node = parse_expression(text)
    assert isinstance(node, Call)
    return node


@contextmanager
def within_calls(environment: Environment, calls: Sequence[Call]) -> Iterator[None]:
    """Let R code run inside calls of functions that are R's own closures, not ours."""
    depth = len(STATE.frames)
    inner = Environment(environment)
    for node in calls:
        STATE.frames.append(Frame(node, None, inner, environment, [], set()))  # type: ignore[arg-type]
    try:
        yield
    finally:
        del STATE.frames[depth:]

"""The running calls: match.call, sys.call, parent.frame and their kin."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import is_true, whole
from rnet.interpreter.environment import Environment, Promise
from rnet.interpreter.frame import STATE, Context, Frame
from rnet.interpreter.language_values import node_of
from rnet.interpreter.lazy import frame_of
from rnet.interpreter.matching import matched
from rnet.interpreter.values import (
    MISSING,
    Closure,
    Language,
    Value,
    integer,
    list_of,
)
from rnet.language.tree import Argument, Call, Node


def _running(context: Context) -> tuple[Frame | None, int]:
    """Return the call that runs where a base function was called, and its number."""
    frame = frame_of(context.environment)
    for number in range(len(STATE.frames), 0, -1):
        if STATE.frames[number - 1] is frame:
            return frame, number
    return frame, 0


def frame_environment(which: int, current: Environment) -> Environment:
    """Return the environment of a call by its number; negative ones count from this one."""
    number = _number(which, current)
    return STATE.session.globals if number == 0 else STATE.frames[number - 1].environment


def _number(which: int, current: Environment) -> int:
    own = _running(Context(current, None))[1]  # type: ignore[arg-type]
    number = which if which > 0 else own + which
    if not 0 <= number <= len(STATE.frames):
        raise RError("not that many frames on the stack")
    return number


@builtin("parent.frame", "n = 1", context=True)
def parent_frame(context: Context, n: Value) -> Environment:
    """Return the environment that the running function was called from."""
    where = context.environment
    for _ in range(whole(n, "n")):
        frame = frame_of(where)
        if frame is None:
            return _globals()
        where = frame.caller
    return where


def _globals() -> Environment:
    found: Environment = STATE.session.globals
    return found


@builtin("sys.call", "which = 0", context=True)
def sys_call(context: Context, which: Value) -> Any:
    """Return the call of a running function."""
    place = whole(which, "which")
    frame, own = _running(context)
    if place == 0:
        return None if frame is None else Language(frame.call)
    number = place if place > 0 else own + place
    if number == 0:
        return None
    if not 0 < number <= len(STATE.frames):
        raise RError("not that many frames on the stack")
    return Language(STATE.frames[number - 1].call)


@builtin("sys.function", "which = 0", context=True)
def sys_function(context: Context, which: Value) -> Any:
    """Return a running function."""
    place = whole(which, "which")
    frame, own = _running(context)
    if place:
        number = place if place > 0 else own + place
        return STATE.frames[number - 1].function
    return None if frame is None else frame.function


@builtin("sys.frame", "which = 0", context=True)
def sys_frame(context: Context, which: Value) -> Environment:
    """Return the environment of a running function."""
    place = whole(which, "which")
    return _globals() if place == 0 else frame_environment(place, context.environment)


@builtin("sys.nframe", "", context=True)
def sys_nframe(context: Context) -> int:
    """Return the number of the running call."""
    return _running(context)[1]


@builtin("sys.parent", "n = 1", context=True)
def sys_parent(context: Context, n: Value) -> int:
    """Return the number of the call that the running function was called from."""
    where = parent_frame(context, n)
    for number in range(len(STATE.frames), 0, -1):
        if STATE.frames[number - 1].environment is where:
            return number
    return 0


@builtin("sys.calls", "")
def sys_calls() -> Any:
    """Return the calls that are running."""
    calls = [Language(frame.call) for frame in STATE.frames]
    return list_of(calls) if calls else None


@builtin("sys.frames", "")
def sys_frames() -> Any:
    """Return the environments of the calls that are running."""
    found = [frame.environment for frame in STATE.frames]
    return list_of(found) if found else None


@builtin("sys.parents", "")
def sys_parents() -> Any:
    """Return the numbers of the calls that the running ones were made from."""
    places = {id(frame.environment): i + 1 for i, frame in enumerate(STATE.frames)}
    return integer([places.get(id(frame.caller), 0) for frame in STATE.frames])


# ---- match.call


@builtin(
    "match.call",
    "definition = .missing, call = .missing, expand.dots = TRUE, envir = NULL",
    context=True,
)
def match_call(
    context: Context, definition: Value, call: Value, expand: Value, envir: Value
) -> Language:
    """Return the running call with all its arguments named in full."""
    frame = frame_of(context.environment)
    if isinstance(call, Language) and isinstance(call.node, Call):
        function = definition if isinstance(definition, Closure) else None
        given = [(a.name, MISSING if a.value is None else a.value) for a in call.node.arguments]
        given = _expanded(given, context.environment)
        called = call.node.function
    else:
        if frame is None:
            raise RError("match.call() was called from outside a function")
        function, called = frame.function, frame.call.function
        given = [(name, _node(value)) for name, value in frame.given]
    if function is None and frame is not None:
        function = frame.function
    assert function is not None
    node = Call(called, _in_order(function, given, expand=is_true(expand)))
    return Language(node)


def _node(value: Any) -> Any:
    if value is MISSING:
        return MISSING
    return value.node if type(value) is Promise else node_of(value)


def _expanded(given: list[tuple[str | None, Any]], where: Environment) -> Any:
    from rnet.language.tree import Symbol

    done: list[tuple[str | None, Any]] = []
    for name, node in given:
        if isinstance(node, Symbol) and node.name == "...":
            dots = where.find("...")
            if isinstance(dots, list):
                done += [(own, _node(value)) for own, value in dots]
            continue
        done.append((name, node))
    return done


def _in_order(
    function: Closure, given: list[tuple[str | None, Any]], *, expand: bool
) -> tuple[Argument, ...]:
    names = [parameter[0] for parameter in function.parameters]
    done: list[Argument] = []
    for name, slot in zip(names, matched(names, given), strict=True):
        if name == "...":
            if expand:
                done += [Argument(own, _or_empty(node)) for own, node in slot]
            elif slot:
                done.append(Argument("...", _as_call(slot)))
        elif slot is not MISSING:
            done.append(Argument(name, slot))
    return tuple(done)


def _or_empty(node: Any) -> Node | None:
    return None if node is MISSING else node


def _as_call(slot: list[tuple[str | None, Any]]) -> Node:
    from rnet.language.tree import Symbol

    return Call(Symbol("pairlist"), tuple(Argument(own, _or_empty(node)) for own, node in slot))

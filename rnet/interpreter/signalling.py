"""Errors, warnings and messages: R's conditions, found a handler or taken to the top."""

import functools
from collections.abc import Callable
from typing import Any

from rnet.conditions import RError
from rnet.interpreter.attributes import attribute, classes_of
from rnet.interpreter.frame import (
    STATE,
    FailureSignal,
    Handler,
    Pending,
    UnwindSignal,
)
from rnet.interpreter.values import (
    Builtin,
    Closure,
    Language,
    Value,
    Vector,
    boxed,
    character,
    list_of,
)
from rnet.language.tree import Node
from rnet.memory import refused

ERROR = ("simpleError", "error", "condition")
WARNING = ("simpleWarning", "warning", "condition")
MESSAGE = ("simpleMessage", "message", "condition")


def condition(message: str, call: Node | None, classes: tuple[str, ...]) -> Vector:
    """Return a condition object: a list of message and call with R's classes."""
    shown = None if call is None else Language(call)
    return list_of(
        [character([message]), shown], ["message", "call"], {"class": character(classes)}
    )


def message_of(value: Value) -> str:
    """Return the message of a condition."""
    return _text(component(value, "message"))


def call_of(value: Value) -> Node | None:
    """Return the call of a condition, None for none."""
    call = component(value, "call")
    return call.node if isinstance(call, Language) else None


def component(value: Value, name: str) -> Any:
    """Return a component of a list by its name, None (NULL) where it has none."""
    names = attribute(value, "names")
    if isinstance(value, Vector) and names is not None:
        for own, item in zip(names.data, value.data, strict=False):
            if own == name:
                return item
    return None


def _text(value: Any) -> str:
    if isinstance(value, Vector) and value.kind == "character" and len(value.data):
        return str(value.data[0])
    return ""


def signal(value: Value) -> None:
    """Offer a condition to the handlers, innermost first; return if none leaves.

    A calling handler runs with only the handlers outside its own at work.
    """
    kinds = classes_of(value)
    handlers = STATE.handlers
    try:
        for depth in range(len(handlers) - 1, -1, -1):
            handler = handlers[depth]
            if handler.kind not in kinds:
                continue
            if handler.target is not None:
                raise UnwindSignal(handler.target, handler.function, value)
            STATE.handlers = handlers[:depth]
            _call(handler, value)
    finally:
        STATE.handlers = handlers


def _call(handler: Handler, value: Value) -> None:
    from rnet.interpreter.calls import call_function

    if isinstance(handler.function, Closure | Builtin):
        call_function(handler.function, [(None, value)])
    elif callable(handler.function):
        handler.function(value)


def fail(value: Value, place: Node | None = None, advice: str = "") -> None:
    """Signal an error; unless a handler takes it, leave for the top of the program."""
    signal(value)
    raise FailureSignal(value, place, advice)


def fail_with(error: Exception, call: Node | None, first: Value = None) -> None:
    """Signal an error that Python code raised, in the R call it was raised in.

    `first` is the first argument of a base function: its class decides whose call R names.
    """
    from rnet.interpreter.error_calls import default_call

    if isinstance(error, BrokenPipeError):
        raise error  # the reader of the output went away: nobody is left to read a message
    known = as_r_error(error)
    shown = known.call if hasattr(known, "call") else default_call(call, boxed(first))
    fail(condition(known.message, shown, ERROR), call, known.advice or "")


def as_r_error(error: Exception) -> RError:
    """Return an exception as an error of R; what Python stumbled over is an invalid argument."""
    match error:
        case RError():
            return error
        case RecursionError():
            message = "evaluation nested too deeply: infinite recursion / options(expressions=)?"
            deep = RError(message, "A function calls itself without an end.")
            deep.call = None
            return deep
        case MemoryError():
            return refused(error)
    return RError("invalid argument", f"rnet found no use for it: {type(error).__name__}: {error}")


def give_warning(message: str, call: Node | None) -> None:
    """Signal a warning; unless a handler takes it, keep it to print after the statement."""
    warn_condition(condition(message, call, WARNING))


class MuffledSignal(UnwindSignal):
    """Leaves a signalled warning or message: `invokeRestart("muffleWarning")`."""


def warn_condition(value: Value) -> None:
    """Signal a condition as a warning; see `give_warning`."""
    level = STATE.session.option("warn") if STATE.session is not None else 0
    if level >= 2:
        text = f"(converted from warning) {message_of(value)}"
        fail(condition(text, call_of(value), ERROR))
    if _muffled(value) or level < 0:
        return
    pending = Pending(message_of(value), call_of(value))
    if level == 1:
        STATE.session.print_warning(pending)
    else:
        STATE.pending.append(pending)


def _muffled(value: Value) -> bool:
    """Signal a condition that a handler may drop; tell whether one did."""
    STATE.signalled.append(value)
    try:
        signal(value)
    except MuffledSignal as muffled:
        if muffled.condition is not value:
            raise
        return True
    finally:
        STATE.signalled.pop()
    return False


def give_message(value: Value) -> None:
    """Signal a message; unless a handler takes it, write it to the error stream."""
    if _muffled(value):
        return
    STATE.session.write_error(message_of(value))


def with_messages(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function of rnet that tells what it does by R's messages, unless told otherwise."""

    @functools.wraps(function)
    def speaking(*args: Any, verbose: bool = True, **kwargs: Any) -> Any:
        return function(*args, verbose=_give_line if verbose else False, **kwargs)

    return speaking


def _give_line(text: str) -> None:
    give_message(condition(text + "\n", None, MESSAGE))


def muffle(value: Value) -> None:
    """End the signalling of a condition: its warning or message is dropped."""
    raise MuffledSignal(None, None, value)

"""Handling conditions: tryCatch, try, withCallingHandlers, suppressWarnings, restarts."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rnet.conditions import RError
from rnet.interpreter.attributes import classes_of
from rnet.interpreter.builtin import builtin, special
from rnet.interpreter.calls import call_function
from rnet.interpreter.coerce import is_true, strings
from rnet.interpreter.frame import (
    STATE,
    Context,
    Handler,
    Signal,
    UnwindSignal,
)
from rnet.interpreter.lazy import call_of as written_call
from rnet.interpreter.lazy import force, lazy, within_calls
from rnet.interpreter.signalling import (
    MuffledSignal,
    call_of,
    message_of,
    muffle,
)
from rnet.interpreter.values import (
    MISSING,
    Builtin,
    Closure,
    Named,
    Value,
    Vector,
    character,
    list_of,
)
from rnet.language.tree import Argument, Call

_LIST = written_call("tryCatchList(expr, classes, parentenv, handlers)")
_ONE = written_call("tryCatchOne(expr, names, parentenv, handlers[[1L]])")
_DO = written_call("doTryCatch(return(expr), name, parentenv, handler)")
_CALLING = written_call(
    "withCallingHandlers(expr, warning = function(w) if (inherits(w, classes)) "
    'tryInvokeRestart("muffleWarning"))'
)
_CALLING_MESSAGE = written_call(
    "withCallingHandlers(expr, message = function(c) if (inherits(c, classes)) "
    'tryInvokeRestart("muffleMessage"))'
)


class _Target:
    """Where a `tryCatch` unwinds to."""


@contextmanager
def _handlers(handlers: list[Handler]) -> Iterator[None]:
    outer = STATE.handlers
    STATE.handlers = (*outer, *reversed(handlers))
    try:
        yield
    finally:
        STATE.handlers = outer


def _established(dots: list[tuple[str | None, Any]], target: object | None) -> list[Handler]:
    handlers = []
    for name, promise in dots:
        if not name:
            raise RError("condition handlers must be specified with a condition class")
        handlers.append(Handler(name, force(promise), target))
    return handlers


@special("tryCatch")
def try_catch(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Evaluate an expression; a condition with a handler leaves it for the handler."""
    expression, dots, finally_ = lazy(context, arguments, ("expr", "...", "finally"))
    try:
        return _caught(context, expression, dots)
    finally:
        if finally_ is not MISSING:
            visible = STATE.visible
            force(finally_)
            STATE.visible = visible


def _caught(context: Context, expression: Any, dots: list[tuple[str | None, Any]]) -> Any:
    target = _Target()
    depth, outer, call = len(STATE.frames), STATE.handlers, STATE.call
    calls = [context.call] + ([_LIST, _ONE, _DO] if dots else [])
    try:
        handlers = _established(dots, target)
        with _handlers(handlers), within_calls(context.environment, calls):
            return force(expression, None)
    except UnwindSignal as unwind:
        if unwind.target is not target:
            raise
        del STATE.frames[depth:]
        STATE.handlers, STATE.call = outer, call
        STATE.visible = True
        with within_calls(context.environment, calls[:3]):
            return handled(unwind.function, unwind.condition)


_VALUE = written_call("value[[3L]](cond)")


def handled(function: Value, given: Value) -> Any:
    """Return what the handler of a `tryCatch` makes of a condition."""
    if not isinstance(function, Closure | Builtin):
        raise RError("attempt to apply non-function")
    return call_function(function, [(None, given)], None, _VALUE)


@special("withCallingHandlers")
def with_calling_handlers(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Evaluate an expression; conditions are shown to the handlers as they arise."""
    expression, dots = lazy(context, arguments, ("expr", "..."))
    with (
        _handlers(_established(dots, None)),
        within_calls(context.environment, [context.call]),
    ):
        return force(expression, None)


@special("try")
def try_(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Evaluate an expression; an error is printed and becomes the value."""
    expression, silent, file = lazy(context, arguments, ("expr", "silent", "outFile"))
    del file
    target = _Target()
    depth, outer, call = len(STATE.frames), STATE.handlers, STATE.call
    calls = [context.call, written_call("tryCatch(expr, error = function(e) e)"), _LIST, _ONE, _DO]
    try:
        with (
            _handlers([Handler("error", None, target)]),
            within_calls(context.environment, calls),
        ):
            return force(expression, None)
    except UnwindSignal as unwind:
        if unwind.target is not target:
            raise
        del STATE.frames[depth:]
        STATE.handlers, STATE.call = outer, call
        return _failed(unwind.condition, context.call, silent=is_true(force(silent, False)))


def _failed(given: Vector, call: Call, *, silent: bool) -> Vector:
    from rnet.interpreter.console import error_line, warnings_text

    shown = call_of(given)
    if shown == _DO:
        shown = call
    text = error_line(message_of(given), shown, caught=True)
    STATE.session.last_error = text
    if not silent:
        STATE.session.write_error(text + warnings_text(STATE.pending, addition=True))
        STATE.pending.clear()
    STATE.visible = False
    return character([text], {"class": character(["try-error"]), "condition": given})


@builtin("geterrmessage", "")
def last_error() -> str:
    """Return the text of the last error."""
    return str(STATE.session.last_error)


def _muffling(kind: str, classes: Value) -> Handler:
    wanted = strings(classes)

    def drop(given: Value) -> None:
        if any(name in wanted for name in classes_of(given)):
            muffle(given)

    return Handler(kind, drop, None)


@special("suppressWarnings")
def suppress_warnings(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Evaluate an expression without its warnings."""
    return _without("warning", _CALLING, context, arguments)


@special("suppressMessages suppressPackageStartupMessages")
def suppress_messages(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Evaluate an expression without its messages."""
    return _without("message", _CALLING_MESSAGE, context, arguments)


def _without(kind: str, calling: Call, context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Evaluate the first argument without conditions of a kind, or only of its given classes."""
    expression, classes = lazy(context, arguments, ("expr", "classes"))
    wanted = force(classes, character([kind]))
    with (
        _handlers([_muffling(kind, wanted)]),
        within_calls(context.environment, [context.call, calling]),
    ):
        return force(expression, None)


# ---- restarts


class RestartSignal(Signal):
    """Leaves for the `withRestarts` that has the restart."""

    def __init__(self, target: object, function: Value, values: list[Named]) -> None:
        super().__init__()
        self.target = target
        self.function = function
        self.values = values


RESTARTS: list[tuple[str, object, Value]] = []
"""The restarts at hand, the newest last: name, where to leave to, what to call."""


@special("withRestarts")
def with_restarts(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Evaluate an expression during which restarts can be invoked."""
    expression, dots = lazy(context, arguments, ("expr", "..."))
    target = _Target()
    count, depth, outer = len(RESTARTS), len(STATE.frames), STATE.handlers
    try:
        for name, promise in reversed(dots):
            RESTARTS.append((name or "", target, force(promise)))
        with within_calls(context.environment, [context.call]):
            return force(expression, None)
    except RestartSignal as restart:
        if restart.target is not target:
            raise
        del STATE.frames[depth:]
        STATE.handlers = outer
        STATE.visible = True
        return call_function(restart.function, restart.values)
    finally:
        del RESTARTS[count:]


def _invoke(name: str, values: list[Named]) -> bool:
    for own, target, function in reversed(RESTARTS):
        if own == name:
            raise RestartSignal(target, function, values)
    if name in ("muffleWarning", "muffleMessage"):
        raise MuffledSignal(None, None, STATE.signalled[-1] if STATE.signalled else None)
    return False


@builtin("invokeRestart", "r, ...")
def invoke_restart(restart: Value, dots: list[Named]) -> Any:
    """Leave for a restart."""
    name = strings(restart)[0] or ""
    if not _invoke(name, dots):
        raise RError(f"no 'restart' '{name}' found")
    return None


@builtin("tryInvokeRestart", "r, ...")
def try_invoke_restart(restart: Value, dots: list[Named]) -> Any:
    """Leave for a restart if there is one of the name."""
    _invoke(strings(restart)[0] or "", dots)
    return None


@builtin("computeRestarts", "cond = NULL")
def compute_restarts(cond: Value) -> Vector:
    """Return the restarts at hand, the newest first."""
    names = [name for name, _, _ in reversed(RESTARTS)]
    return list_of([list_of([n], ["name"], {"class": character(["restart"])}) for n in names])

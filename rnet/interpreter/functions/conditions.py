"""Errors, warnings, messages: stop, warning, message, and condition objects."""

from typing import Any

from rnet.interpreter.attributes import classes_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import is_true, strings, texts
from rnet.interpreter.frame import (
    STATE,
    Context,
)
from rnet.interpreter.lazy import latest_call
from rnet.interpreter.signalling import (
    ERROR,
    MESSAGE,
    WARNING,
    call_of,
    component,
    condition,
    fail,
    give_message,
    message_of,
    signal,
    warn_condition,
)
from rnet.interpreter.values import (
    Named,
    Value,
    Vector,
    character,
    list_of,
)


def is_condition(value: Value) -> bool:
    """Whether a value is a condition object."""
    return isinstance(value, Vector) and "condition" in classes_of(value)


def pasted(dots: list[Named]) -> str:
    """Return the arguments of `stop` and its kin put together as one text."""
    return "".join(item for _, value in dots for item in texts(value))


@builtin("stop", "..., call. = TRUE, domain = NULL", context=True)
def stop(context: Context, dots: list[Named], with_call: Value, domain: Value) -> Any:
    """Signal an error."""
    if len(dots) == 1 and is_condition(dots[0][1]):
        return fail(dots[0][1], context.call)
    node = latest_call() if is_true(with_call) else None
    return fail(condition(pasted(dots), node, ERROR), context.call)


@builtin(
    "warning",
    "..., call. = TRUE, immediate. = FALSE, noBreaks. = FALSE, domain = NULL",
    context=True,
)
def warning(
    context: Context, dots: list[Named], with_call: Value, now: Value, breaks: Value, domain: Value
) -> Any:
    """Signal a warning; the message is the value."""
    del context, now, breaks, domain
    if len(dots) == 1 and is_condition(dots[0][1]):
        given = dots[0][1]
        warn_condition(given)
        STATE.visible = False
        return message_of(given)
    node = latest_call() if is_true(with_call) else None
    message = pasted(dots)
    warn_condition(condition(message, node, WARNING))
    STATE.visible = False
    return message


@builtin("message", "..., domain = NULL, appendLF = TRUE", context=True)
def message(context: Context, dots: list[Named], domain: Value, line_end: Value) -> Any:
    """Signal a message, which goes to the error stream."""
    if len(dots) == 1 and is_condition(dots[0][1]):
        given = dots[0][1]
    else:
        text = pasted(dots) + ("\n" if is_true(line_end) else "")
        given = condition(text, context.call, MESSAGE)
    give_message(given)
    STATE.visible = False
    return None


@builtin("packageStartupMessage", "..., domain = NULL, appendLF = TRUE", context=True)
def startup_message(context: Context, dots: list[Named], domain: Value, line_end: Value) -> Any:
    """Signal a message of a package that is being attached."""
    text = pasted(dots) + ("\n" if is_true(line_end) else "")
    classes = ("packageStartupMessage", *MESSAGE)
    give_message(condition(text, context.call, classes))
    STATE.visible = False
    return None


@builtin("signalCondition", "cond, message = '', call = NULL")
def signal_condition(given: Value, message: Value, call: Value) -> Any:
    """Offer a condition to the handlers; NULL if none takes it."""
    if not is_condition(given):
        given = condition(pasted([(None, given)]), None, ("simpleCondition", "condition"))
    signal(given)
    STATE.visible = True
    return None


def _condition_builtin(name: str, classes: tuple[str, ...]) -> None:
    @builtin(name, "message, call = NULL")
    def make(message: Value, call: Value) -> Vector:
        return list_of([message, call], ["message", "call"], {"class": character(classes)})


_condition_builtin("simpleError", ERROR)
_condition_builtin("simpleWarning", WARNING)
_condition_builtin("simpleMessage", MESSAGE)
_condition_builtin("simpleCondition", ("simpleCondition", "condition"))


def _classed_builtin(name: str, kind: str) -> None:
    @builtin(name, "message, ..., class = NULL, call = NULL")
    def make(message: Value, dots: list[Named], classes: Value, call: Value) -> Vector:
        own = [*(strings(classes) if classes is not None else []), kind, "condition"]
        parts: list[Named] = [("message", message), ("call", call), *dots]
        return list_of(
            [item for _, item in parts], [n or "" for n, _ in parts], {"class": character(own)}
        )


_classed_builtin("errorCondition", "error")
_classed_builtin("warningCondition", "warning")


@builtin("conditionMessage", "c", generic=True)
def condition_message(given: Value) -> Any:
    """Return the message of a condition."""
    return component(given, "message")


@builtin("conditionCall", "c", generic=True)
def condition_call(given: Value) -> Any:
    """Return the call of a condition."""
    return component(given, "call")


def condition_text(value: Vector) -> str:
    """Return a condition as R prints it: `<simpleError in f(1): message>`."""
    from rnet.language.deparse import deparse

    kind = classes_of(value)[0]
    node = call_of(value)
    if node is None:
        return f"<{kind}: {message_of(value)}>"
    return f"<{kind} in {' '.join(deparse(node))}: {message_of(value)}>"


@builtin("print.condition", "x, ...")
def print_condition(value: Value, dots: list[Named]) -> Any:
    """Print a condition."""
    STATE.session.write(condition_text(value) + "\n")
    STATE.visible = False
    return value


@builtin("as.character.condition", "x, ...")
def condition_as_character(value: Value, dots: list[Named]) -> str:
    """Return a condition as text."""
    from rnet.language.deparse import deparse_line

    node = call_of(value)
    kind = "Error" if "error" in classes_of(value) else classes_of(value)[0]
    if node is None:
        return f"{kind}: {message_of(value)}\n"
    return f"{kind} in {deparse_line(node)}: {message_of(value)}\n"


@builtin("warnings", "...")
def last_warnings(dots: list[Named]) -> Any:
    """Return nothing: the warnings were printed when they came."""
    STATE.visible = False
    return None

"""Choosing and checking: switch, ifelse, invisible, stopifnot, match.arg, Recall, on.exit."""

from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.interpreter.builtin import builtin, special
from rnet.interpreter.calls import apply
from rnet.interpreter.coerce import coerced, common_kind, is_true, strings
from rnet.interpreter.environment import ABSENT, Promise
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.lazy import code_of, force, frame_of, lazy, promises, within_calls
from rnet.interpreter.signalling import ERROR, condition, fail
from rnet.interpreter.values import (
    MISSING,
    NA_INTEGER,
    Named,
    Value,
    Vector,
    boxed,
    character,
    logical,
)
from rnet.language.deparse import deparse_line
from rnet.language.tree import Argument, Call, Node, Symbol


@builtin("invisible", "x = NULL")
def invisible(value: Value) -> Any:
    """Return a value that the console does not print."""
    STATE.visible = False
    return value


@builtin("identity", "x")
def identity(value: Value) -> Any:
    """Return the value itself."""
    return value


@builtin("force", "x")
def force_argument(value: Value) -> Any:
    """Return the value itself, evaluated."""
    return value


@special("switch")
def switch(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Evaluate the alternative that a string or number picks."""
    given = promises(context, arguments)
    if not given or given[0][1] is MISSING:
        raise RError("'EXPR' is missing")
    first = next((i for i, (name, _) in enumerate(given) if name == "EXPR"), 0)
    chooser = boxed(force(given[first][1]))
    rest = given[:first] + given[first + 1 :]
    if not isinstance(chooser, Vector) or len(chooser.data) != 1 or chooser.kind == "list":
        raise RError("EXPR must be a length 1 vector")
    if not rest:
        warn("'switch' with no alternatives")
    STATE.visible = True
    if chooser.kind == "character":
        return _by_name(chooser.data[0], rest)
    place = int(coerced(Vector(chooser.kind, chooser.data), "integer")[0])
    if 1 <= place <= len(rest):
        return force(rest[place - 1][1])
    STATE.visible = False
    return None


def _by_name(word: str | None, alternatives: list[tuple[str | None, Any]]) -> Any:
    wanted = "NA" if word is None else word
    unnamed = [promise for name, promise in alternatives if not name]
    if len(unnamed) > 1:
        shown = [deparse_line(p.node) if type(p) is Promise else "" for p in unnamed]
        raise RError(f"duplicate 'switch' defaults: '{shown[0]}' and '{shown[1]}'")
    found = False
    for name, promise in alternatives:
        found = found or (bool(name) and name == wanted)
        if found and promise is not MISSING:
            return force(promise)
    if not found and unnamed:
        return force(unnamed[0])
    STATE.visible = False
    return None


@special("ifelse")
def ifelse(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Return elements of `yes` where the test holds, of `no` elsewhere; NA stays."""
    test, yes, no = lazy(context, arguments, ("test", "yes", "no"))
    asked = boxed(force(test))
    if not isinstance(asked, Vector):
        asked = logical([])
    words = coerced(Vector(asked.kind, asked.data), "logical")
    missing = words == NA_INTEGER
    result = Vector("logical", np.where(missing, NA_INTEGER, words))
    for wanted, choice in ((1, yes), (0, no)):
        chosen = words == wanted
        if chosen.any():
            result = _filled(result, chosen, boxed(_given(choice, "yes" if wanted else "no")))
    STATE.visible = True
    return Vector(result.kind, result.data, dict(asked.attributes or {}))


def _given(choice: Any, name: str) -> Value:
    if choice is MISSING:
        raise RError(f'argument "{name}" is missing, with no default')
    return force(choice)


def _filled(result: Vector, chosen: Any, source: Value) -> Vector:
    """Return the result with the chosen elements taken from a source, recycled."""
    if not isinstance(source, Vector) or not len(source.data):
        raise RError("replacement has length zero")
    kind = common_kind([result.kind, source.kind])
    data = np.array(coerced(result, kind))
    other = coerced(Vector(source.kind, source.data), kind)
    if len(other) == 1:
        data[chosen] = other
        return Vector(kind, data)
    places = np.flatnonzero(chosen)
    data[places] = other[places % len(other)]
    return Vector(kind, data)


# ---- checks


@special("stopifnot")
def stopifnot(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Fail unless all the arguments are TRUE."""
    caller = frame_of(context.environment)
    for name, promise in promises(context, arguments):
        value = boxed(force(promise))
        if _all_true(value):
            continue
        message = name or _failure(value, promise.node)
        call = None if caller is None else caller.call
        with within_calls(context.environment, [context.call]):
            fail(condition(message, call, ERROR), context.call)
    STATE.visible = False
    return None


def _all_true(value: Value) -> bool:
    if not isinstance(value, Vector) or value.kind != "logical":
        return value is None
    return bool((value.data == 1).all())


def _failure(value: Value, node: Node) -> str:
    from rnet.language.deparse import deparse

    lines = deparse(node)
    shown = lines[0] + (" ...." if len(lines) > 1 else "")
    if (
        isinstance(node, Call)
        and isinstance(node.function, Symbol)
        and node.function.name == "all.equal"
    ):
        texts = strings(value)
        inner = [deparse_line(a.value) for a in node.arguments if a.value is not None]
        body = "\n  ".join(text or "" for text in texts)
        return f"{inner[0]} and {inner[1]} are not equal:\n  {body}"
    if isinstance(value, Vector) and value.kind == "logical" and len(value.data) > 1:
        return f"{shown} are not all TRUE"
    return f"{shown} is not TRUE"


@special("match.arg")
def match_arg(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Return the choice that an argument begins; the choices are the parameter's default."""
    argument, choices, several = lazy(context, arguments, ("arg", "choices", "several.ok"))
    many = is_true(force(several, False))
    value = boxed(force(argument))
    if choices is MISSING:
        offered = _default_choices(argument, context)
        if not many and _same(value, offered):
            return boxed(offered[0])
    else:
        offered = [text or "" for text in strings(force(choices))]
    if value is None:
        return boxed(offered[0])
    if not isinstance(value, Vector) or value.kind != "character":
        raise RError("'arg' must be NULL or a character vector")
    if not many:
        if _same(value, offered):
            return boxed(offered[0])
        if len(value.data) != 1:
            raise RError("'arg' must be of length 1")
    elif not len(value.data):
        raise RError("'arg' must be of length >= 1")
    return _chosen(value, offered, many=many)


def _chosen(value: Vector, offered: list[str], *, many: bool) -> Any:
    found = []
    for text in value.data:
        exact = [choice for choice in offered if choice == text]
        near = exact or [choice for choice in offered if text and choice.startswith(text)]
        if len(near) == 1 or exact:
            found.append(near[0])
    if not found or (not many and len(found) != 1):
        choices = [choice for choice in dict.fromkeys(offered) if choice]
        listed = ", ".join(f"\u201c{choice}\u201d" for choice in choices)
        raise RError(f"'arg' should be {'one of ' if len(choices) != 1 else ''}{listed}")
    return character(found)


def _same(value: Value, offered: list[str]) -> bool:
    return isinstance(value, Vector) and value.kind == "character" and list(value.data) == offered


def _default_choices(argument: Any, context: Context) -> list[str]:
    frame = frame_of(context.environment)
    if frame is None or type(argument) is not Promise or not isinstance(argument.node, Symbol):
        raise RError("match.arg(*, NULL) needs the choices")
    for name, default, _ in frame.function.parameters:
        if name == argument.node.name and default is not None:
            return [text or "" for text in strings(default(frame.environment))]
    raise RError(f"formal argument '{argument.node.name}' has no choices for default")


# ---- the running function


@builtin("Recall", "...", context=True)
def recall(context: Context, dots: list[Named]) -> Any:
    """Call the running function again."""
    frame = frame_of(context.environment)
    if frame is None:
        raise RError("'Recall' called from outside a closure")
    return apply(frame.function, list(dots), context.environment, frame.call)


@special("on.exit")
def on_exit(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Keep an expression to evaluate when the running function is left."""
    expression, add, after = lazy(context, arguments, ("expr", "add", "after"))
    frame = frame_of(context.environment)
    STATE.visible = False
    if frame is None:
        return None
    code = [] if expression is MISSING else [code_of(expression.node)]
    if not is_true(force(add, False)):
        frame.on_exit = code
    elif is_true(force(after, True)):
        frame.on_exit = [*frame.on_exit, *code]
    else:
        frame.on_exit = [*code, *frame.on_exit]
    return None


@special("UseMethod")
def use_method_of_class(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Leave the running function for the method of an object's class."""
    from rnet.interpreter.dispatch import use_method

    generic, target = lazy(context, arguments, ("generic", "object"))
    frame = frame_of(context.environment)
    if frame is None:
        raise RError("'UseMethod' used in an inappropriate fashion")
    name = strings(force(generic))[0] or ""
    value = _first_argument(frame) if target is MISSING else force(target)
    return use_method(name, value, frame)


def _first_argument(frame: Any) -> Value:
    parameters = frame.function.parameters
    if not parameters:
        return None
    value = frame.environment.variables.get(parameters[0][0], ABSENT)
    if parameters[0][0] == "...":
        value = value[0][1] if value else None
    if value is MISSING or value is ABSENT:
        return None
    return value.force() if type(value) is Promise else value


@special("NextMethod")
def next_method_of_class(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Call the method that comes after the running one."""
    from rnet.interpreter.dispatch import next_method

    *_, dots = lazy(context, arguments, ("generic", "object", "..."))
    frame = frame_of(context.environment)
    if frame is None:
        raise RError("'NextMethod' called from outside a function")
    return next_method(frame, dots)


@builtin("nargs", "", context=True)
def nargs(context: Context) -> int:
    """Return how many arguments the running function was given."""
    frame = frame_of(context.environment)
    return 0 if frame is None else len(frame.given)


@special("missing")
def missing(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Whether a parameter was not given."""
    from rnet.interpreter.control import is_missing

    node = arguments[0].value
    if not isinstance(node, Symbol):
        raise RError("invalid use of 'missing'")
    return is_missing(node.name, context.environment)


@special("return quote { ( if for while repeat break next <- = <<- && || ~")
def keyword(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Evaluate a keyword called as a function."""
    name = context.call.function
    return code_of(Call(name, arguments))(context.environment)


@builtin("xor", "x, y")
def xor(x: Value, y: Value) -> Vector:
    """Return where exactly one of two is TRUE."""
    if getattr(x, "kind", "") == getattr(y, "kind", "") == "raw":
        return Vector("raw", x.data ^ y.data)
    left, right = (coerced(Vector(v.kind, v.data), "logical") for v in (boxed(x), boxed(y)))
    missing = (left == NA_INTEGER) | (right == NA_INTEGER)
    return Vector("logical", np.where(missing, NA_INTEGER, left != right).astype(np.int32))


@builtin("isTRUE", "x")
def is_true_value(value: Value) -> bool:
    """Whether a value is TRUE."""
    return is_true(value)


@builtin("isFALSE", "x")
def is_false_value(value: Value) -> bool:
    """Whether a value is FALSE."""
    vector = boxed(value)
    return bool(
        isinstance(vector, Vector)
        and vector.kind == "logical"
        and len(vector.data) == 1
        and vector.data[0] == 0
    )

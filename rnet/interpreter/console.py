"""Text of errors and warnings as R's console shows them."""

from collections.abc import Mapping, Sequence

from rnet.interpreter.deparse_value import without_values
from rnet.interpreter.frame import FailureSignal, Pending
from rnet.interpreter.signalling import call_of, message_of
from rnet.language.deparse import deparse
from rnet.language.primitives import PRIMITIVES
from rnet.language.syntax_error import UnreadableError, position
from rnet.language.tree import Call, Node, Symbol

LONG = 75
"""Columns that a call and its message may fill together before the message goes below."""
WARNINGS_SHOWN = 10
WARNINGS_KEPT = 50


def call_text(node: Node) -> str:
    """Return the first line of a call, as errors and warnings name it."""
    return deparse(without_values(node))[0]


def error_line(message: str, call: Node | None, *, caught: bool = False) -> str:
    """Return `Error in f(x) : message` with its line end; `caught` as `try` words it."""
    if call is None:
        return f"Error : {message}\n" if caught else f"Error: {message}\n"
    shown = call_text(call)
    first = message.split("\n", 1)[0]
    below = 14 + len(shown) + len(first) > LONG
    return f"Error in {shown} : {chr(10) + '  ' if below else ''}{message}\n"


def warning_text(pending: Pending) -> str:
    """Return `Warning in f(x) : message` with its line end, as given at once."""
    if pending.call is None:
        return f"Warning: {pending.message}\n"
    shown = call_text(pending.call)
    first = pending.message.split("\n", 1)[0]
    below = len(shown) + len(first) + 18 > LONG
    return f"Warning in {shown} :{chr(10) + ' ' if below else ''} {pending.message}\n"


def warnings_text(pending: Sequence[Pending], *, addition: bool = False) -> str:
    """Return the text of the warnings of a statement, "" for none.

    `addition` says that an error stands before them.
    """
    if not pending:
        return ""
    lead = "In addition: " if addition else ""
    if len(pending) == 1:
        return f"{lead}Warning message:\n{_entry(pending[0], 0)}\n"
    if len(pending) >= WARNINGS_KEPT:
        return f"{lead}There were 50 or more warnings (use warnings() to see the first 50)\n"
    if len(pending) > WARNINGS_SHOWN:
        return f"{lead}There were {len(pending)} warnings (use warnings() to see them)\n"
    rows = [f"{i + 1}: {_entry(item, 4)}" for i, item in enumerate(pending)]
    return f"{lead}Warning messages:\n" + "\n".join(rows) + "\n"


def _entry(pending: Pending, indent: int) -> str:
    if pending.call is None:
        return f"{pending.message} "
    shown = call_text(pending.call)
    first = pending.message.split("\n", 1)[0]
    separator = "\n  " if indent + 6 + len(shown) + len(first) > LONG else " "
    return f"In {shown} :{separator}{pending.message}"


def error_text(failure: FailureSignal, warnings: Sequence[Pending] = ()) -> str:
    """Return the text of an error that ended a statement: message, calls, warnings before it."""
    call = call_of(failure.condition)
    text = error_line(message_of(failure.condition), call)
    if call is not None:
        text += _calls_text([_function_name(node) for node in _running(failure, call)], call)
    return text + warnings_text(warnings, addition=True)


def _running(failure: FailureSignal, call: Node) -> list[Node]:
    """Return the calls that were running; the failing one where it is no primitive function."""
    calls: list[Node] = list(failure.calls)
    place = failure.place
    if place is not None and _is_method(call, place):
        return [*calls, *([] if any(node is place for node in calls) else [place]), call]
    own = place is call and not any(node is call for node in calls)
    if own and isinstance(call, Call) and isinstance(call.function, Symbol):
        return calls if call.function.name in PRIMITIVES | SYNTAX else [*calls, call]
    return calls


def _is_method(call: Node, place: Node) -> bool:
    """Whether a call is that of the method which the call at a place came to."""
    name, generic = _function_name(call), _function_name(place)
    return place is not call and name.startswith(f"{generic}.") and generic not in PRIMITIVES


SYNTAX = frozenset(
    ["[", "[[", "[<-", "[[<-", "$<-", "@<-", "(", "{", "if", "for", "while", "repeat"]
)
"""Functions that R has as syntax: no calls of their own."""


def _function_name(node: Node) -> str:
    if isinstance(node, Call) and isinstance(node.function, Symbol):
        return node.function.name if node.function.name != "<value>" else "<Anonymous>"
    return "<Anonymous>"


def _calls_text(names: Sequence[str], call: Node) -> str:
    """Return `Calls: f -> g`: as many of the latest calls as R has room for, and the first."""
    if not names or (len(names) == 1 and names[0] == _function_name(call)):
        return ""
    text, first = "", ""
    for name in reversed(names):
        if name in NOT_SHOWN:
            text = first = ""
        elif len(text) <= CALLS_WIDTH:
            text = f"{name} -> {text}" if text else name
        else:
            first = name
    if not text:
        return ""
    return f"Calls: {first} ... {text}\n" if first else f"Calls: {text}\n"


CALLS_WIDTH = 50
NOT_SHOWN = frozenset(["stop", "warning", "suppressWarnings", ".signalSimpleWarning"])
"""Functions at which R begins the list of calls anew."""


def syntax_error_text(error: UnreadableError, text: str) -> str:
    """Return how the console words text that is no R: `Error: unexpected symbol in "a b"`."""
    if not error.found:
        return f"Error: {error.message}\n"
    if error.found == "end of input":
        return "Error: unexpected end of input\n"
    lines = text[error.start : error.read_to].split("\n")[-2:]
    where = f' in "{lines[0]}"' if len(lines) == 1 else f' in:\n"{lines[0]}\n{lines[1]}"'
    return f"Error: unexpected {error.found}{where}\n"


def place_of(failure: FailureSignal, places: Mapping[int, int], otherwise: int) -> int:
    """Return where the innermost call of an error begins that stands in the program.

    `places` are the beginnings of its calls, by the identity of their nodes.
    """
    wanted = [failure.place, *reversed(failure.calls)]
    return next((places[id(node)] for node in wanted if id(node) in places), otherwise)


def place_text(text: str, offset: int, name: str) -> str:
    """Return a place in a program: its name, line and column, the line, and a caret below."""
    offset = min(offset, len(text.rstrip()))
    line, _ = position(text, offset)
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    shown = text[start : len(text) if end < 0 else end].expandtabs(TAB)
    column = len(text[start:offset].expandtabs(TAB))
    return f"{name}, line {line}, column {column + 1}:\n  {shown}\n  {' ' * column}^\n"


TAB = 8

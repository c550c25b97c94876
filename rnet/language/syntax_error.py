"""What R says about text that is no R: the message of `parse(text = )`, with place and caret."""

from typing import Any

from rnet.conditions import RError
from rnet.language.tokens import Token

TAB = 8
# R keeps only the last characters it read, and cuts off long lines in its message.
CONTEXT_AT_MOST = 255
LINE_AT_MOST = 192
CARET_AT_MOST = 769

_WORDS = {
    "number": "numeric constant",
    "string": "string constant",
    "special": "SPECIAL",
    "placeholder": "input",
    "end": "end of input",
}
_OPERATOR_WORDS = {
    "<-": "assignment", "<<-": "assignment", ":=": "assignment",
    "->>": "'->'", "\\": "'\\\\'", "**": "'^'",
}  # fmt: skip


class UnreadableError(RError):
    """Text that is no R, with what was read before it.

    Attributes
    ----------
    statements : tuple of Statement
        The expressions before the one that cannot be read.
    start : int
        Where that one begins.
    read_to : int
        How far the text was read.
    place : int
        Where the token stands that cannot stand there.
    found : str
        R's word for what cannot stand there, "" for errors of another kind.
    """

    statements: tuple[Any, ...] = ()
    start = 0
    read_to = 0
    place = 0
    found = ""


def unexpected(text: str, token: Token, expected: str) -> UnreadableError:
    """Return the error for a token that cannot stand where it stands."""
    read = text[: token.end]
    last_line = read.count("\n") + 1
    at_newline = token.start == token.end
    line, column = (last_line + 1, 0) if at_newline else position(text, token.start)
    shown = _last_lines(read, ends=at_newline or token.kind == "INCOMPLETE_STRING")
    numbers = range(last_line - len(shown) + 1, last_line + 1)
    lines = [f"{number}: {part}" for number, part in zip(numbers, shown, strict=True)]
    # Under a single line R's caret stands one place too far to the right.
    place = len(f"{last_line}: ") + column - (len(shown) > 1)
    caret = " " * min(place, CARET_AT_MOST) + "^"
    message = "\n".join([f"<text>:{line}:{column}: unexpected {_word(token)}", *lines, caret])
    error = UnreadableError(message, f"{position_note(text, token.start)}: expected {expected}.")
    error.found, error.read_to, error.place = _word(token), token.end, token.start
    return error


def _last_lines(read: str, *, ends: bool) -> list[str]:
    """Return the last two lines of what was read; R counts bytes in its limits and tabs."""
    context = (read + "\n" * ends).encode("utf-8", "replace")[-CONTEXT_AT_MOST:]
    lines = context.removesuffix(b"\n" * ends).split(b"\n")[-2:]
    return [line.expandtabs(TAB)[:LINE_AT_MOST].decode("utf-8", "ignore") for line in lines]


def position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1; a tab reaches to the next multiple of eight."""
    before = text[:offset].split("\n")
    return len(before), len(before[-1].expandtabs(TAB)) + 1


def position_note(text: str, offset: int) -> str:
    """Return the words that name a place in the text."""
    line, column = position(text, offset)
    return f"Line {line}, column {column}"


def _word(token: Token) -> str:
    if token.kind == "operator":
        return _OPERATOR_WORDS.get(token.text, f"'{token.text}'")
    if token.kind in ("NULL", "keyword"):
        return f"'{token.text}'"
    return _WORDS.get(token.kind, token.kind)

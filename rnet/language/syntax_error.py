"""What R says about text that is no R: the message of `parse(text = )`, with place and caret."""

from rnet.conditions import RError
from rnet.language.tokens import Token

TAB = 8


def unexpected(text: str, token: Token, expected: str) -> RError:
    """Return the error for a token that cannot stand where it stands."""
    lines = text[: token.end].split("\n")
    if token.kind == "end":
        lines = [*text.split("\n"), ""]
        if text.endswith("\n"):
            lines.pop()
        place = f"{len(lines)}:0"
        lines = lines[:-1]
        column = 0
    else:
        line, column = position(text, token.start)
        place = f"{line}:{column}"
    shown = [
        f"{number}: {line.expandtabs(TAB)}" for number, line in enumerate(lines, 1)
    ][-2 if token.kind != "end" else -1 :]
    caret = " " * (shown[-1].index(": ") + 2 + column) + "^"
    message = "\n".join([f"<text>:{place}: unexpected {_word(token)}", *shown, caret])
    return RError(message, f"{position_note(text, token.start)}: expected {expected}.")


def misplaced_placeholder(text: str, token: Token) -> RError:
    """Return the error for a `_` outside the call on the right of a pipe."""
    return RError("invalid use of pipe placeholder", position_note(text, token.start))


def position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1; a tab reaches to the next multiple of eight."""
    before = text[:offset].split("\n")
    return len(before), len(before[-1].expandtabs(TAB)) + 1


def position_note(text: str, offset: int) -> str:
    """Return the words that name a place in the text."""
    line, column = position(text, offset)
    return f"Line {line}, column {column}"


def _word(token: Token) -> str:
    match token.kind:
        case "number":
            return "numeric constant"
        case "string":
            return "string constant"
        case "NULL" | "keyword":
            return f"'{token.text}'"
        case "special":
            return "SPECIAL"
        case "placeholder":
            return "input"
        case "end":
            return "end of input"
        case "operator":
            return _operator_word(token.text)
        case kind:
            return kind


def _operator_word(text: str) -> str:
    if text in ("<-", "<<-", ":="):
        return "assignment"
    return {"->>": "'->'", "\\": "'\\\\'", "**": "'^'"}.get(text, f"'{text}'")

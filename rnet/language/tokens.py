"""Cut R source text into tokens, one at a time.

Newlines are no tokens: a token knows whether a newline that counts stands before it. Inside
`(`, `[` and `[[` none counts, so the reader keeps a stack of the brackets that are open.
R's pages: `?Syntax`, `?Quotes`, `?Reserved`.
"""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rnet.conditions import RError
from rnet.language.literals import number, quoted_text
from rnet.language.names import CONSTANTS, KEYWORDS, leading_name
from rnet.language.tree import Constant, Symbol

TokenKind: TypeAlias = Literal[
    "symbol", "number", "string", "NULL", "operator", "special", "keyword", "placeholder",
    "input", "INCOMPLETE_STRING", "end", "end of line",
]  # fmt: skip

# R stops at the same depth.
BRACKETS_AT_MOST = 50

_SPACE = re.compile(r"(?:[ \t\f]|#[^\n]*)*")
_NUMBER = re.compile(
    r"(?:0[xX][0-9a-fA-F]*(?:\.[0-9a-fA-F]*)?(?:[pP][+-]?[0-9]*)?"
    r"|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]*)?)[Li]?"
)
_RAW_OPEN = re.compile(r"[rR]['\"](-*)([(\[{])")
_RAW_CLOSE = {"(": ")", "[": "]", "{": "}"}
_QUOTED = {
    quote: re.compile(rf"{quote}(?:[^\\{quote}]|\\.)*+{quote}", re.DOTALL) for quote in "\"'`"
}
_SPECIAL = re.compile(r"%[^%\n]*%")
_OPERATOR = re.compile(
    r"<<-|->>|:::|\[\[|\|\||\|>|&&|<-|->|<=|>=|==|!=|:=|=>|::|\*\*"
    r"|<(?!<)|[-+*/^>=!&|~?:$@(){}\[\],;\\]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token: `value` is the node it stands for, `start` and `end` its offsets in the text.

    `on_new_line` tells whether a newline stands before it, `after_newline` whether one that counts.
    """

    kind: TokenKind
    text: str
    value: Symbol | Constant | None
    start: int
    end: int
    on_new_line: bool
    after_newline: bool


class TokenReader:
    """Reads the tokens of one text in order; the parser asks for the next one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.brackets: list[str] = []

    @property
    def newlines_count(self) -> bool:
        """Whether a newline ends an expression here."""
        return not self.brackets or self.brackets[-1] == "{"

    def read(self) -> Token:
        """Return the next token; at the end of the text the token `end`, again and again."""
        on_new_line = self._skip_space()
        after_newline = on_new_line and self.newlines_count
        start = self.position
        kind, value, end = self._at(start)
        self.position = end
        if kind == "operator":
            self._count_brackets(self.text[start:end])
        return Token(kind, self.text[start:end], value, start, end, on_new_line, after_newline)

    def line_of(self, position: int) -> int:
        """Return the number, from 1, of the line that holds a position."""
        return self.text.count("\n", 0, position) + 1

    def _skip_space(self) -> bool:
        newline_seen = False
        while True:
            match = _SPACE.match(self.text, self.position)
            self.position = match.end() if match else self.position
            if not self.text.startswith("\n", self.position):
                return newline_seen
            newline_seen = True
            self.position += 1

    def _at(self, start: int) -> tuple[TokenKind, Symbol | Constant | None, int]:
        """Return kind, node and end of the token that starts here."""
        first = self.text[start : start + 1]
        if not first:
            return "end", None, start
        if first in "rR" and self.text[start + 1 : start + 2] in ('"', "'"):
            return self._raw_string(start)
        if name := leading_name(self.text, start):
            return *_word(name), start + len(name)
        if match := _NUMBER.match(self.text, start):
            return self._number(match)
        if first in _QUOTED:
            return self._quoted(start, first)
        return self._sign(start, first)

    def _sign(self, start: int, first: str) -> tuple[TokenKind, None, int]:
        if first == "_":
            return "placeholder", None, start + 1
        if first == "%":
            match = _SPECIAL.match(self.text, start)
            return (
                ("special", None, match.end()) if match else ("input", None, self.line_end(start))
            )
        if match := _OPERATOR.match(self.text, start):
            return "operator", None, match.end()
        return "input", None, start + (2 if first == "<" else 1)

    def _number(self, match: re.Match[str]) -> tuple[TokenKind, Constant | None, int]:
        constant = number(match.group())
        if constant is None:
            # R has read one character further when it gives up.
            stop = match.start() + len(match.group().rstrip("Li"))
            return "input", None, min(stop + 1, self.line_end(stop))
        return "number", constant, match.end()

    def _quoted(self, start: int, quote: str) -> tuple[TokenKind, Symbol | Constant | None, int]:
        line = self.line_of(start)
        match = _QUOTED[quote].match(self.text, start)
        if match is None:
            quoted_text(self.text[start:] + quote, line)
            return "INCOMPLETE_STRING", None, len(self.text)
        value = quoted_text(match.group(), line)
        if quote != "`":
            return "string", Constant("character", value), match.end()
        if not value:
            raise RError(
                "attempt to use zero-length variable name", f"Line {line} has two back-ticks ``."
            )
        return "symbol", Symbol(value), match.end()

    def _raw_string(self, start: int) -> tuple[TokenKind, Constant | None, int]:
        match = _RAW_OPEN.match(self.text, start)
        if match is None:
            stop = start + 2 + len(self.text[start + 2 :]) - len(self.text[start + 2 :].lstrip("-"))
            line = self.line_of(start) + (self.text[stop : stop + 1] in ("", "\n"))
            raise RError(
                f"malformed raw string literal at line {line}",
                'A raw string looks like r"(text)" or r"---[text]---".',
            )
        dashes, bracket = match.groups()
        close = _RAW_CLOSE[bracket] + dashes + self.text[start + 1]
        end = self.text.find(close, match.end())
        if end < 0:
            return "INCOMPLETE_STRING", None, len(self.text)
        return "string", Constant("character", self.text[match.end() : end]), end + len(close)

    def line_end(self, start: int) -> int:
        """Return the offset of the end of the line."""
        end = self.text.find("\n", start)
        return len(self.text) if end < 0 else end

    def _count_brackets(self, text: str) -> None:
        if text in ("(", "{", "[", "[["):
            self.brackets += text
        elif text in (")", "}", "]") and self.brackets:
            self.brackets.pop()
        if len(self.brackets) > BRACKETS_AT_MOST:
            raise RError(
                f"contextstack overflow at line {self.line_of(self.position)}",
                f"Nested too deeply: at most {BRACKETS_AT_MOST} brackets may be open at once.",
            )


def _word(name: str) -> tuple[TokenKind, Symbol | Constant | None]:
    if name in KEYWORDS:
        return "keyword", None
    constant = CONSTANTS.get(name)
    if constant is None:
        return "symbol", Symbol(name)
    return ("NULL" if name == "NULL" else "number"), constant

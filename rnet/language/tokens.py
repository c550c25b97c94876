"""Cut R source text into tokens, one at a time.

Newlines are no tokens: a token knows whether a newline that counts stands before it. Inside
`(`, `[` and `[[` none counts, so the reader keeps a stack of the brackets that are open.
R's pages: `?Syntax`, `?Quotes`, `?NumericConstants`, `?Reserved`.
"""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rnet.conditions import RError
from rnet.language.literals import number, quoted_text
from rnet.language.tree import Constant, Symbol

TokenKind: TypeAlias = Literal[
    "symbol", "number", "string", "NULL", "operator", "special", "keyword", "placeholder",
    "input", "INCOMPLETE_STRING", "end",
]  # fmt: skip

# R stops at the same depth.
BRACKETS_AT_MOST = 50

CONSTANTS = {
    "NULL": Constant("NULL", None),
    "NA": Constant("logical", None),
    "TRUE": Constant("logical", True),
    "FALSE": Constant("logical", False),
    "Inf": Constant("double", float("inf")),
    "NaN": Constant("double", float("nan")),
    "NA_integer_": Constant("integer", None),
    "NA_real_": Constant("double", None),
    "NA_complex_": Constant("complex", None),
    "NA_character_": Constant("character", None),
}
KEYWORDS = frozenset(
    ["function", "while", "repeat", "for", "if", "in", "else", "next", "break"]
)  # fmt: skip
RESERVED = KEYWORDS | CONSTANTS.keys()

_SPACE = re.compile(r"(?:[ \t\f\xa0]|#[^\n]*)*")
_NAME = re.compile(r"(?:[^\W\d_]|\.(?![0-9]))[\w.]*")
_NUMBER = re.compile(
    r"(?:0[xX][0-9a-fA-F]*(?:\.[0-9a-fA-F]*)?(?:[pP][+-]?[0-9]*)?"
    r"|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]*)?)[Li]?"
)
_RAW_OPEN = re.compile(r"[rR]['\"](-*)([(\[{])")
_QUOTED = {quote: re.compile(rf"{quote}(?:[^\\{quote}]|\\.)*{quote}", re.DOTALL) for quote in "\"'`"}
_SPECIAL = re.compile(r"%[^%\n]*%")
_OPERATOR = re.compile(
    r"<<-|->>|:::|\[\[|\|\||\|>|&&|<-|->|<=|>=|==|!=|:=|=>|::|\*\*"
    r"|<(?!<)|[-+*/^>=!&|~?:$@(){}\[\],;\\]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token: `value` is the node it stands for, `start` and `end` its offsets in the text."""

    kind: TokenKind
    text: str
    value: Symbol | Constant | None
    start: int
    end: int
    after_newline: bool


class TokenReader:
    """Reads the tokens of one text in order; the parser asks for the next one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.brackets: list[str] = []

    def read(self) -> Token:
        """Return the next token; at the end of the text the token `end`, again and again."""
        after_newline = self._skip_space()
        start = self.position
        kind, value, end = self._at(start)
        self.position = end
        if kind == "operator":
            self._count_brackets(self.text[start:end])
        return Token(kind, self.text[start:end], value, start, end, after_newline)

    def line_of(self, position: int) -> int:
        """Return the number, from 1, of the line that holds a position."""
        return self.text.count("\n", 0, position) + 1

    def _skip_space(self) -> bool:
        newline_seen = False
        while True:
            match = _SPACE.match(self.text, self.position)
            self.position = match.end() if match else self.position
            if not self.text.startswith("\n", self.position):
                break
            newline_seen = True
            self.position += 1
        return newline_seen and (not self.brackets or self.brackets[-1] == "{")

    def _at(self, start: int) -> tuple[TokenKind, Symbol | Constant | None, int]:
        """Return kind, node and end of the token that starts here."""
        text = self.text
        first = text[start : start + 1]
        if not first:
            return "end", None, start
        if first in "rR" and text[start + 1 : start + 2] in ('"', "'"):
            return self._raw_string(start)
        if match := _NAME.match(text, start):
            return *_word(match.group()), match.end()
        if match := _NUMBER.match(text, start):
            constant = number(match.group())
            return ("input" if constant is None else "number"), constant, match.end()
        if first in _QUOTED:
            return self._quoted(start, first)
        if first == "_":
            return "placeholder", None, start + 1
        if first == "%":
            match = _SPECIAL.match(text, start)
            return ("special", None, match.end()) if match else ("input", None, self._line_end(start))
        match = _OPERATOR.match(text, start)
        return ("operator", None, match.end()) if match else ("input", None, start + 1)

    def _quoted(self, start: int, quote: str) -> tuple[TokenKind, Symbol | Constant | None, int]:
        match = _QUOTED[quote].match(self.text, start)
        if match is None:
            return "INCOMPLETE_STRING", None, len(self.text)
        line = self.line_of(match.end() - 1)
        value = quoted_text(match.group(), line)
        if quote == "`":
            if not value:
                raise RError(
                    "attempt to use zero-length variable name", f"Line {line} has two back-ticks ``."
                )
            return "symbol", Symbol(value), match.end()
        return "string", Constant("character", value), match.end()

    def _raw_string(self, start: int) -> tuple[TokenKind, Constant | None, int]:
        match = _RAW_OPEN.match(self.text, start)
        if match is None:
            raise RError(
                f"malformed raw string literal at line {self.line_of(start)}",
                'A raw string looks like r"(text)" or r"---[text]---".',
            )
        dashes, bracket = match.groups()
        close = {"(": ")", "[": "]", "{": "}"}[bracket] + dashes + self.text[start + 1]
        end = self.text.find(close, match.end())
        if end < 0:
            return "INCOMPLETE_STRING", None, len(self.text)
        return "string", Constant("character", self.text[match.end() : end]), end + len(close)

    def _line_end(self, start: int) -> int:
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
                f"Brackets may be nested {BRACKETS_AT_MOST} deep at most.",
            )


def _word(name: str) -> tuple[TokenKind, Symbol | Constant | None]:
    if name in KEYWORDS:
        return "keyword", None
    constant = CONSTANTS.get(name)
    if constant is None:
        return "symbol", Symbol(name)
    return ("NULL" if name == "NULL" else "number"), constant

"""The parser's view of the tokens: the next one, the one behind it, and R's errors there."""

from dataclasses import replace
from typing import NoReturn

from rnet.language.syntax_error import unexpected
from rnet.language.tokens import Token, TokenReader


class Cursor:
    """Stands before one token of a text; every look at the tokens goes through it."""

    def __init__(self, text: str) -> None:
        self.reader = TokenReader(text)
        self.token = self.reader.read()
        self.taken_to = 0  # where the last token taken ends
        self._ahead: Token | None = None

    def take(self) -> Token:
        """Return the token and step behind it."""
        taken = self.token
        self.taken_to = taken.end
        self.token = self._ahead or self.reader.read()
        self._ahead = None
        return taken

    def peek(self) -> Token:
        """Return the token behind the next one."""
        self._ahead = self._ahead or self.reader.read()
        return self._ahead

    def at(self, *operators: str) -> bool:
        """Tell whether one of these operators or brackets comes."""
        return self.token.kind == "operator" and self.token.text in operators

    def at_keyword(self, *keywords: str) -> bool:
        """Tell whether one of these reserved words comes."""
        return self.token.kind == "keyword" and self.token.text in keywords

    def at_end(self) -> bool:
        """Tell whether the text is at its end."""
        return self.token.kind == "end"

    def expect(self, text: str) -> Token:
        """Take the operator or reserved word that must come."""
        if not (self.at(text) or self.at_keyword(text)):
            self.fail(f"'{text}'")
        return self.take()

    def expect_name(self, *, string: bool = False) -> Token:
        """Take the name, or perhaps string, that must come."""
        if self.token.kind != "symbol" and not (string and self.token.kind == "string"):
            self.fail("a name")
        return self.take()

    def fail(self, expected: str) -> NoReturn:
        """Raise R's error for a token that cannot stand here."""
        raise unexpected(self.reader.text, self.token, expected)

    def same_line(self, taken: Token) -> None:
        """Fail where a line ends that R does not let end here."""
        if self.token.after_newline or (self.at_end() and self.reader.newlines_count):
            end = self.reader.line_end(taken.end)
            token = replace(self.token, kind="end of line", start=end, end=end)
            raise unexpected(self.reader.text, token, f"a name behind '{taken.text}' on its line")

    def fail_at_newline(self, expected: str) -> NoReturn:
        """Raise R's error for the newline, or end of the text, before the next token."""
        token = replace(self.token, kind="end of line")
        raise unexpected(self.reader.text, token, expected)

    def line(self) -> int:
        """Return the number of the line the next token stands on."""
        return self.reader.line_of(self.token.start)

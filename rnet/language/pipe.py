"""The pipe `|>`: its left side becomes an argument of the call on its right (page `?pipeOp`)."""

from dataclasses import replace

from rnet.conditions import RError
from rnet.language.syntax_error import position_note
from rnet.language.tokens import Token
from rnet.language.tree import Argument, Call, Function, Node, Symbol

# A back-ticked `_` is an equal symbol, but not this object.
PLACEHOLDER = Symbol("_")
EXTRACTIONS = ("$", "[[", "[", "@")
# What R does not take on the right of a pipe.
NO_FUNCTIONS = frozenset([
    "if", "while", "repeat", "for", "break", "next", "return", "function", "(", "{", "+",
    "-", "*", "/", "^", "%%", "%/%", "%*%", ":", "::", ":::", "?", "|>", "~", "@", "=",
    "<-", "<<-", "==", "!=", "<", ">", "<=", ">=", "&", "&&", "|", "||", "!", "$", "[",
    "[[", "$<-", "[<-", "[[<-", "@<-",
])  # fmt: skip


class Pipes:
    """Builds the calls pipes stand for, and knows which placeholders are still to be filled."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[Token] = []

    def placeholder(self, token: Token) -> Node:
        """Note a `_` and return the node that stands for it."""
        self.open.append(token)
        return PLACEHOLDER

    def check_filled(self) -> None:
        """Raise R's error for a `_` outside the call on the right of a pipe."""
        if self.open:
            place = position_note(self.text, self.open[0].start)
            raise RError("invalid use of pipe placeholder", f"{place}: {_USE}")

    def disabled(self, bind: Token) -> RError:
        """Return R's error for `x |> name => ...`, which it has switched off."""
        return self._error(
            bind, "'=>' is disabled; set '_R_USE_PIPEBIND_' envvar to a true value to enable it"
        )

    def call(self, pipe: Token, left: Node, right: Node) -> Node:
        """Return the call that `left |> right` stands for.

        `_` may stand once, as a named argument, or at the head of a chain such as `_$coef[[2]]`
        (since R 4.3).
        """
        if isinstance(right, Function):
            raise self._error(pipe, "function 'function' not supported in RHS call of a pipe")
        if not isinstance(right, Call):
            raise self._error(pipe, "The pipe operator requires a function call as RHS")
        if _starts_with_placeholder(right):
            self.open.pop()
            return _with_head(right, left)
        if any(argument.value is PLACEHOLDER for argument in right.arguments):
            return self._filled(pipe, left, right)
        if isinstance(right.function, Call) and _holds_placeholder(right.function):
            raise self._error(pipe, "pipe placeholder cannot be used in the RHS function")
        if isinstance(right.function, Symbol) and right.function.name in NO_FUNCTIONS:
            name = right.function.name
            raise self._error(pipe, f"function '{name}' not supported in RHS call of a pipe")
        return replace(right, arguments=(Argument(None, left), *right.arguments))

    def _filled(self, pipe: Token, left: Node, right: Call) -> Node:
        named = [
            argument.name is not None
            for argument in right.arguments
            if argument.value is PLACEHOLDER
        ]
        if not named[0]:
            raise self._error(pipe, "pipe placeholder can only be used as a named argument")
        if len(named) > 1:
            raise self._error(pipe, "pipe placeholder may only appear once")
        self.open.pop()
        arguments = [
            replace(argument, value=left) if argument.value is PLACEHOLDER else argument
            for argument in right.arguments
        ]
        return replace(right, arguments=tuple(arguments))

    def _error(self, pipe: Token, message: str) -> RError:
        return RError(message, f"{position_note(self.text, pipe.start)}: {_USE}")


_USE = "a pipe is written x |> f(y), x |> f(y, named = _) or x |> _$name."


def _is_extraction(node: Node | None) -> bool:
    return (
        isinstance(node, Call)
        and isinstance(node.function, Symbol)
        and node.function.name in EXTRACTIONS
    )


def _starts_with_placeholder(node: Node | None) -> bool:
    if not _is_extraction(node):
        return False
    while isinstance(node, Call) and _is_extraction(node):
        node = node.arguments[0].value
    return node is PLACEHOLDER


def _with_head(node: Call, head: Node) -> Node:
    """Return the chain of extractions with its placeholder replaced."""
    chain: list[Call] = []
    inner: Node | None = node
    while isinstance(inner, Call):
        chain.append(inner)
        inner = inner.arguments[0].value
    for extraction in reversed(chain):
        head = replace(extraction, arguments=(Argument(None, head), *extraction.arguments[1:]))
    return head


def _holds_placeholder(node: Call) -> bool:
    return any(argument.value is PLACEHOLDER for argument in node.arguments)

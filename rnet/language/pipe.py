"""The pipe `|>`: its left side becomes an argument of the call on its right (R's page `?pipeOp`)."""

from dataclasses import replace

from rnet.conditions import RError
from rnet.language.syntax_error import position_note
from rnet.language.tokens import Token
from rnet.language.tree import Argument, Call, Function, Node, Symbol

# Told from a back-ticked `_` by being this very object.
PLACEHOLDER = Symbol("_")
EXTRACTIONS = ("$", "[[", "[", "@")


def piped(text: str, pipe: Token, left: Node, right: Node, placeholders: list[Token]) -> Node:
    """Return the call that `left |> right` stands for; a placeholder used leaves the list."""
    if isinstance(right, Function):
        raise _error("function 'function' not supported in RHS call of a pipe", text, pipe)
    if not isinstance(right, Call):
        raise _error("The pipe operator requires a function call as RHS", text, pipe)
    named = [argument for argument in right.arguments if argument.value is PLACEHOLDER]
    if len(named) > 1:
        raise _error("pipe placeholder may only appear once", text, pipe)
    if _starts_with_placeholder(right):
        placeholders.pop()
        return _with_head(right, left)
    if not named:
        return replace(right, arguments=(Argument(None, left), *right.arguments))
    if named[0].name is None:
        raise _error("pipe placeholder can only be used as a named argument", text, pipe)
    placeholders.pop()
    return replace(
        right,
        arguments=tuple(
            replace(argument, value=left) if argument.value is PLACEHOLDER else argument
            for argument in right.arguments
        ),
    )


def _is_extraction(node: Node | None) -> bool:
    return (
        isinstance(node, Call)
        and isinstance(node.function, Symbol)
        and node.function.name in EXTRACTIONS
    )


def _starts_with_placeholder(node: Node | None) -> bool:
    """Tell whether `_` is the head of a chain of extractions such as `_$coef[[2]]`."""
    if not _is_extraction(node):
        return False
    while isinstance(node, Call) and _is_extraction(node):
        node = node.arguments[0].value
    return node is PLACEHOLDER


def _with_head(node: Call, head: Node) -> Call:
    chain: list[Call] = []
    inner: Node | None = node
    while isinstance(inner, Call):
        chain.append(inner)
        inner = inner.arguments[0].value
    for extraction in reversed(chain):
        head = replace(extraction, arguments=(Argument(None, head), *extraction.arguments[1:]))
    assert isinstance(head, Call)
    return head


def _error(message: str, text: str, pipe: Token) -> RError:
    return RError(message, position_note(text, pipe.start))

"""The statements of a program and where they stand."""

from dataclasses import dataclass

from rnet.conditions import RError
from rnet.language.syntax_error import UnreadableError
from rnet.language.tree import Call, Function, Node


@dataclass(frozen=True, slots=True)
class Statement:
    """An expression of a program and where it stands: `text[start:end]`.

    `functions` are the definitions in it, inner ones first, each with its own place; `calls` the
    calls written with parentheses or indices, each with where it begins.
    """

    node: Node
    start: int
    end: int
    functions: tuple[tuple[Function, int, int], ...]
    calls: tuple[tuple[Call, int], ...]


def located(error: RError, statements: tuple[Statement, ...], start: int) -> "UnreadableError":
    """Return an error of the parser with what was read before it."""
    known = UnreadableError(error.message, error.advice)
    known.statements, known.start = statements, start
    known.found = getattr(error, "found", "")
    known.read_to = getattr(error, "read_to", start)
    known.place = getattr(error, "place", start)
    return known

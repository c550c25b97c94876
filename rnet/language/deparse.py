"""Turn a syntax tree back into R source text, with R's own line breaking (R's page `?deparse`).

A node is expanded into pieces - text, nodes, layout marks - on a stack, so no tree is too deep.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from rnet.language.constants import constant_text
from rnet.language.names import is_syntactic, quoted_name
from rnet.language.operators import EXTRACT, NAMESPACE, infix
from rnet.language.parentheses import (
    as_argument,
    as_function,
    as_left,
    as_operand,
    as_prefixed,
    as_right,
    prefix_level,
)
from rnet.language.primitives import PRIMITIVES
from rnet.language.tree import Argument, Call, Constant, Function, Node, Symbol

WIDTH = 60
WIDEST = 500
# Indentation grows by four blanks a level, beyond these levels by two.
WIDE_LEVELS = 4
NOTHING = Constant("NULL", None)


def deparse(node: Node, width: int = WIDTH) -> list[str]:
    """Return R's text of a syntax tree, line by line.

    Parameters
    ----------
    node : Node
        The syntax tree.
    width : int, default 60
        A line that has grown longer than this, in bytes of UTF-8 as R counts, is broken at the
        next chance (R's `width.cutoff`).

    Returns
    -------
    list of str
        The lines, without newline; a broken line keeps its trailing blank, as in R.

    Examples
    --------
    >>> from rnet.language.parser import parse_expression
    >>> deparse(parse_expression("y~x+log( z )"))
    ['y ~ x + log(z)']
    """
    if isinstance(node, Symbol):
        return [node.name]
    return _Writer(width).written(node)


def deparse_line(node: Node) -> str:
    """Return R's text of a syntax tree on one line.

    Examples
    --------
    >>> from rnet.language.tree import call
    >>> deparse_line(call("*", call("+", Symbol("a"), Symbol("b")), Symbol("c")))
    '(a + b) * c'
    """
    return " ".join(line.strip() for line in deparse(node, WIDEST))


class VectorCode(Call):
    """A call of `c` that stands for a vector: its lines are broken without indentation."""

    __slots__ = ()


class StructureCode(Call):
    """A call of `structure` that stands for a value: R breaks no line between its arguments."""

    __slots__ = ()


class ClosureCode(Function):
    """A function as a value: its body begins on a line of its own."""

    __slots__ = ()


@dataclass(slots=True)
class _Group:
    """The parts of one call or operator; the first break among them indents the rest."""

    broken: bool = False


Piece: TypeAlias = "str | Node | Callable[[], None]"


class _Writer:
    """Writes the lines of one tree."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[str] = []
        self.line: list[str] = []
        self.length = 0
        self.level = 0
        self.open_braces = 0
        self.open_primitives = 0

    def written(self, node: Node) -> list[str]:
        waiting: list[Piece] = [node]
        while waiting:
            piece = waiting.pop()
            if isinstance(piece, str):
                self.write(piece)
            elif callable(piece):
                piece()
            else:
                waiting += reversed(list(self.pieces(piece)))
        self.new_line()
        return self.lines

    # ---- layout

    def write(self, text: str) -> None:
        if not self.line:
            narrow = max(0, self.level - WIDE_LEVELS)
            text = "    " * min(self.level, WIDE_LEVELS) + "  " * narrow + text
        self.line.append(text)
        self.length += len(text.encode("utf-8", "replace"))

    def new_line(self) -> None:
        self.lines.append("".join(self.line))
        self.line = []
        self.length = 0

    def indent(self) -> None:
        self.level += 1

    def dedent(self) -> None:
        self.level -= 1

    def break_in(self, group: _Group) -> Callable[[], None]:
        """Return the mark where a line that is too long may be broken."""

        def mark() -> None:
            if self.length > self.width:
                self.level += not group.broken
                group.broken = True
                self.new_line()

        return mark

    def end_of(self, group: _Group) -> Callable[[], None]:
        def mark() -> None:
            self.level -= group.broken

        return mark

    # ---- nodes

    def pieces(self, node: Node) -> Iterable[Piece]:
        match node:
            case Symbol(name):
                return [quoted_name(name) if name else ""]
            case Constant():
                return [constant_text(node)]
            case ClosureCode() | VectorCode() | StructureCode():
                return self.value_code(node)
            case Function(parameters, body):
                return ["function(", *self.listed(parameters, parameters=True), ") ", body]
            case Call(Symbol(name), arguments):
                return self.named_call(name, arguments)
            case Call(function, arguments):
                return [*as_function(function), "(", *self.listed(arguments), ")"]

    def value_code(self, node: ClosureCode | VectorCode | StructureCode) -> Iterable[Piece]:
        if isinstance(node, ClosureCode):
            head = self.listed(node.parameters, parameters=True)
            return ["function (", *head, ") ", self.new_line, node.body]
        listed = self.elements if isinstance(node, VectorCode) else self.unbroken
        return [*as_function(node.function), "(", *listed(node.arguments), ")"]

    def named_call(self, name: str, arguments: tuple[Argument, ...]) -> Iterable[Piece]:
        if name in _STATEMENTS:
            return _STATEMENTS[name](self, [argument.value for argument in arguments])
        if name in ("[", "[["):
            return self.indexed(name, arguments)
        if pieces := _selected(name, arguments):
            return pieces
        if name == "!" or (len(arguments) == 1 and prefix_level(name)):
            return [name, *as_prefixed(arguments[0].value if arguments else NOTHING, name)]
        operator = infix(name)
        if len(arguments) == 2 and operator and operator.written:
            return self.infix_call(name, arguments)
        return self.plain_call(name, arguments)

    def plain_call(self, name: str, arguments: tuple[Argument, ...]) -> Iterable[Piece]:
        listed: list[Piece] = [quoted_name(name), "(", *self.listed(arguments), ")"]
        if name in PRIMITIVES:
            return [self.enter_primitive, *listed, self.leave_primitive]
        return listed

    def infix_call(self, name: str, arguments: tuple[Argument, ...]) -> Iterable[Piece]:
        operator = infix(name)
        assert operator is not None
        group = _Group()
        left, right = arguments[0].value, arguments[1].value
        return [
            *as_left(left, operator),
            f" {name} " if operator.spaced else name,
            *([self.break_in(group)] if operator.breaks else []),
            *as_right(right, operator),
            self.end_of(group),
        ]

    def listed(self, arguments: tuple[Argument, ...], *, parameters: bool = False) -> list[Piece]:
        """Return the pieces of arguments, or parameters, between commas."""
        group = _Group()
        pieces: list[Piece] = []
        for position, argument in enumerate(arguments):
            if position:
                pieces += [", ", self.break_in(group)]
            if argument.name is not None:
                bare = parameters and argument.value is None
                pieces.append(quoted_name(argument.name) + ("" if bare else " = "))
            pieces += as_argument(argument.value)
        return [*pieces, self.end_of(group)]

    def elements(self, arguments: tuple[Argument, ...]) -> list[Piece]:
        """Return the pieces of a vector's elements; also the closing bracket may be broken off."""
        pieces: list[Piece] = []
        for position, argument in enumerate(arguments):
            if position:
                pieces += [", ", self.break_off]
            pieces += self.unbroken((argument,))
        return [*pieces, self.break_off]

    def unbroken(self, arguments: tuple[Argument, ...]) -> list[Piece]:
        """Return the pieces of arguments between commas at which no line is broken."""
        pieces: list[Piece] = []
        for position, argument in enumerate(arguments):
            named = "" if argument.name is None else f"{quoted_name(argument.name)} = "
            pieces += [", " * bool(position) + named, *as_argument(argument.value)]
        return pieces

    def break_off(self) -> None:
        """Break a line that is too long, without indenting what follows."""
        if self.length > self.width:
            self.new_line()

    def indexed(self, name: str, arguments: tuple[Argument, ...]) -> Iterable[Piece]:
        indexed = arguments[0].value if arguments else NOTHING
        closing = "]" if name == "[" else "]]"
        return [
            *as_operand(indexed, EXTRACT, left=True),
            name,
            *self.listed(arguments[1:]),
            closing,
        ]

    # ---- statements; R writes NULL for a part that is missing

    def braced(self, values: list[Node | None]) -> Iterable[Piece]:
        inside = [piece for value in values for piece in (*_value(value), self.new_line)]
        return ["{", self.enter_braces, self.new_line, *inside, self.leave_braces, "}"]

    def enter_braces(self) -> None:
        self.open_braces += 1
        self.level += 1

    def leave_braces(self) -> None:
        self.open_braces -= 1
        self.level -= 1

    def enter_primitive(self) -> None:
        self.open_primitives += 1

    def leave_primitive(self) -> None:
        self.open_primitives -= 1

    def parenthesised(self, values: list[Node | None]) -> Iterable[Piece]:
        return ["(", *_part(values, 0), ")"]

    def conditional(self, values: list[Node | None]) -> Iterable[Piece]:
        head: list[Piece] = ["if (", *_part(values, 0), ") "]
        yes = _part(values, 1)
        several_lines = self.open_braces and not self.open_primitives
        own_line = several_lines and not (values[1:] and _is_call_of(values[1], "{"))
        head += [self.indent, self.new_line, *yes, self.dedent] if own_line else yes
        if len(values) < 3:
            return head
        if several_lines:
            return [*head, self.new_line, "else ", *_part(values, 2)]
        return [*head, " else ", *_part(values, 2)]

    def while_loop(self, values: list[Node | None]) -> Iterable[Piece]:
        return ["while (", *_part(values, 0), ") ", *_part(values, 1)]

    def for_loop(self, values: list[Node | None]) -> Iterable[Piece]:
        return ["for (", *_part(values, 0), " in ", *_part(values, 1), ") ", *_part(values, 2)]

    def repeat_loop(self, values: list[Node | None]) -> Iterable[Piece]:
        return ["repeat ", *_part(values, 0)]


_STATEMENTS: dict[str, Callable[[_Writer, list[Node | None]], Iterable[Piece]]] = {
    "{": _Writer.braced,
    "(": _Writer.parenthesised,
    "if": _Writer.conditional,
    "while": _Writer.while_loop,
    "for": _Writer.for_loop,
    "repeat": _Writer.repeat_loop,
    "next": lambda _writer, _values: ["next"],
    "break": lambda _writer, _values: ["break"],
}


def _value(node: Node | None) -> list[Piece]:
    return ["" if node is None else node]


def _part(values: list[Node | None], position: int) -> list[Piece]:
    return _value(values[position]) if position < len(values) else [NOTHING]


def _is_call_of(node: Node | None, name: str) -> bool:
    return isinstance(node, Call) and node.function == Symbol(name)


def _selected(name: str, arguments: tuple[Argument, ...]) -> Iterable[Piece] | None:
    """Return the pieces of `a$b`, `a@b`, `a::b`; None where it must be a plain call."""
    match name, [argument.value for argument in arguments]:
        case ("::" | ":::", [left, right]):
            return [
                *as_operand(left, NAMESPACE, left=True),
                name,
                *as_operand(right, NAMESPACE, tighter=True),
            ]
        case ("$" | "@", [left, Symbol() as member]):
            return [*as_operand(left, EXTRACT, left=True), name, member]
        case ("$" | "@", [left, Constant("character", str() as text) as member]):
            shown = Symbol(text) if is_syntactic(text) else member
            return [*as_operand(left, EXTRACT, left=True), name, shown]
    return None

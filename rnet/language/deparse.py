"""Turn a syntax tree back into R source text, with R's own line breaking (R's page `?deparse`).

A node is expanded into pieces (text, nodes, layout marks) on a stack, so no tree is too deep.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from rnet.language.constants import constant_text
from rnet.language.names import quoted_name
from rnet.language.tree import Argument, Call, Constant, Function, Node, Symbol

WIDTH = 60
WIDEST = 500
# The indentation grows by four blanks per level, by two beyond this level.
WIDE_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Operator:
    """How an operator is written: how tightly it binds, and whether blanks stand around it."""

    level: float
    spaced: bool = True
    breaks: bool = True
    right_to_left: bool = False


INFIX = {
    "=": Operator(2, breaks=False, right_to_left=True),
    "<-": Operator(3, breaks=False, right_to_left=True),
    "<<-": Operator(3, breaks=False, right_to_left=True),
    "~": Operator(5),
    "||": Operator(6), "|": Operator(6), "&&": Operator(7), "&": Operator(7),
    "==": Operator(9), "!=": Operator(9), "<": Operator(9), ">": Operator(9),
    "<=": Operator(9), ">=": Operator(9),
    "+": Operator(10), "-": Operator(10), "*": Operator(11),
    "/": Operator(11, spaced=False, breaks=False), "%%": Operator(12, spaced=False, breaks=False),
    "%/%": Operator(12, spaced=False, breaks=False),
    ":": Operator(13, spaced=False, breaks=False),
    "^": Operator(15, spaced=False, breaks=False, right_to_left=True),
}  # fmt: skip
PREFIX = {"-": 14.0, "+": 14.0, "*": 11.0, "!": 8.0, "~": 5.0}
USER_OPERATOR = Operator(12, breaks=False)


def deparse(node: Node, width: int = WIDTH) -> list[str]:
    """Return R's text of a syntax tree, line by line.

    Parameters
    ----------
    node : Node
        The syntax tree.
    width : int, default 60
        A line that has grown longer than this is broken at the next chance (R's `width.cutoff`).

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
    """Return R's text of a syntax tree as one line.

    Examples
    --------
    >>> from rnet.language.tree import Symbol, call
    >>> deparse_line(call("*", call("+", Symbol("a"), Symbol("b")), Symbol("c")))
    '(a + b) * c'
    """
    return " ".join(line.strip() for line in deparse(node, WIDEST))


@dataclass(slots=True)
class _Group:
    """The parts of one call or operator; the first break among them indents the rest."""

    broken: bool = False


Piece: TypeAlias = "str | Node | Callable[[], None]"


class _Writer:
    """Collects the lines of one tree."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[str] = []
        self.line: list[str] = []
        self.length = 0
        self.level = 0
        self.braces = 0

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
            blanks = "    " * min(self.level, WIDE_LEVELS) + "  " * narrow
            self.line.append(blanks)
            self.length += len(blanks)
        self.line.append(text)
        self.length += len(text)

    def new_line(self) -> None:
        self.lines.append("".join(self.line))
        self.line = []
        self.length = 0

    def indent(self) -> None:
        self.level += 1

    def dedent(self) -> None:
        self.level -= 1

    def may_break(self, group: _Group) -> Callable[[], None]:
        def mark() -> None:
            if self.length > self.width:
                if not group.broken:
                    group.broken = True
                    self.level += 1
                self.new_line()

        return mark

    def end(self, group: _Group) -> Callable[[], None]:
        def mark() -> None:
            self.level -= group.broken

        return mark

    # ---- nodes

    def pieces(self, node: Node) -> Iterable[Piece]:
        match node:
            case Symbol(name):
                return [quoted_name(name)]
            case Constant():
                return [constant_text(node)]
            case Function(parameters, body):
                return ["function(", *self.parameters(parameters), ") ", body]
            case Call(Symbol(name), arguments):
                return self.named_call(name, arguments)
            case Call(function, arguments):
                opened = _needs_parentheses_to_be_called(function)
                head: list[Piece] = ["(", function, ")"] if opened else [function]
                return [*head, "(", *self.arguments(arguments), ")"]

    def named_call(self, name: str, arguments: tuple[Argument, ...]) -> Iterable[Piece]:
        values = [argument.value for argument in arguments]
        match name, values:
            case ("{", _):
                return self.braced(values)
            case ("(", [inner]):
                return ["(", *_value(inner), ")"]
            case ("if", [condition, yes]):
                return self.conditional(condition, yes)
            case ("if", [condition, yes, no]):
                return self.conditional(condition, yes, no)
            case ("while", [condition, body]):
                return ["while (", *_value(condition), ") ", *_value(body)]
            case ("for", [variable, sequence, body]):
                head: list[Piece] = ["for (", *_value(variable), " in ", *_value(sequence), ") "]
                return [*head, *_value(body)]
            case ("repeat", [body]):
                return ["repeat ", *_value(body)]
            case ("next" | "break", _):
                return [name]
            case ("[" | "[[", [first, *_]):
                closing = "]" if name == "[" else "]]"
                inside = self.arguments(arguments[1:])
                return [*_operand(first, 16, left=True), name, *inside, closing]
            case ("$" | "@", [Symbol() | Constant("character") | Call() as first, second]) if (
                isinstance(second, Symbol) or _is_text(second)
            ):
                return [*_operand(first, 16, left=True), name, *_member(second)]
            case ("::" | ":::", [first, second]):
                return [*_operand(first, 17, left=True), name, *_value(second)]
            case (_, [left, right]) if name in INFIX or _is_user_operator(name):
                return self.infix(name, left, right)
            case (_, [only]) if name in PREFIX:
                return [name, *_operand(only, PREFIX[name], left=False)]
        return [quoted_name(name), "(", *self.arguments(arguments), ")"]

    def infix(self, name: str, left: Node | None, right: Node | None) -> Iterable[Piece]:
        operator = INFIX.get(name, USER_OPERATOR)
        written = f" {name} " if operator.spaced else name
        group = _Group()
        mark = [self.may_break(group)] if operator.breaks else []
        return [
            *_operand(left, operator.level, left=True, right_to_left=operator.right_to_left),
            written,
            *mark,
            *_operand(right, operator.level, left=False, right_to_left=operator.right_to_left),
            self.end(group),
        ]

    def arguments(self, arguments: tuple[Argument, ...]) -> list[Piece]:
        group = _Group()
        pieces: list[Piece] = []
        for position, argument in enumerate(arguments):
            if position:
                pieces += [", ", self.may_break(group)]
            if argument.name is not None:
                pieces.append(f"{quoted_name(argument.name)} = ")
            pieces += _value(argument.value)
        return [*pieces, self.end(group)]

    def parameters(self, parameters: tuple[Argument, ...]) -> list[Piece]:
        group = _Group()
        pieces: list[Piece] = []
        for position, parameter in enumerate(parameters):
            if position:
                pieces += [", ", self.may_break(group)]
            pieces.append(quoted_name(parameter.name or ""))
            if parameter.value is not None:
                pieces += [" = ", parameter.value]
        return [*pieces, self.end(group)]

    def braced(self, values: list[Node | None]) -> Iterable[Piece]:
        inside: list[Piece] = []
        for value in values:
            inside += [*_value(value), self.new_line]
        return ["{", self.enter_braces, self.new_line, *inside, self.leave_braces, "}"]

    def enter_braces(self) -> None:
        self.braces += 1
        self.level += 1

    def leave_braces(self) -> None:
        self.braces -= 1
        self.level -= 1

    def conditional(
        self, condition: Node | None, yes: Node | None, no: Node | None = None
    ) -> Iterable[Piece]:
        head: list[Piece] = ["if (", *_value(condition), ") "]
        if self.braces and not _is_call_of(yes, "{"):
            head += [self.indent, self.new_line, *_value(yes), self.dedent]
        else:
            head += _value(yes)
        if no is None:
            return head
        if self.braces:
            return [*head, self.new_line, "else ", no]
        return [*head, " else ", no]


def _value(node: Node | None) -> list[Piece]:
    return [] if node is None else [node]


def _is_text(node: Node | None) -> bool:
    return isinstance(node, Constant) and node.kind == "character" and node.value is not None


def _member(node: Node | None) -> list[Piece]:
    if isinstance(node, Constant):
        return [quoted_name(str(node.value))]
    return _value(node)


def _is_call_of(node: Node | None, name: str) -> bool:
    return isinstance(node, Call) and node.function == Symbol(name)


def _is_user_operator(name: str) -> bool:
    return len(name) > 1 and name[0] == "%" == name[-1]


def _needs_parentheses_to_be_called(function: Node) -> bool:
    if isinstance(function, Function):
        return True
    return isinstance(function, Call) and _level(function) is not None


def _level(node: Call) -> float | None:
    if not isinstance(node.function, Symbol):
        return None
    name, count = node.function.name, len(node.arguments)
    if count == 2 and (name in INFIX or _is_user_operator(name)):
        return INFIX.get(name, USER_OPERATOR).level
    if count == 1 and name in PREFIX:
        return PREFIX[name]
    if name in ("if", "while", "for", "repeat"):
        return 1.0
    return None


def _operand(
    node: Node | None, level: float, *, left: bool, right_to_left: bool = False
) -> list[Piece]:
    """Return the pieces of an operand, in parentheses where it binds less tightly."""
    if node is None:
        return []
    if isinstance(node, Function):
        return ["(", node, ")"] if left else [node]
    if isinstance(node, Constant) and node.kind == "complex":
        return ["(", node, ")"] if level > 10 or not left else [node]
    if not isinstance(node, Call):
        return [node]
    inner = _level(node)
    if inner is None:
        return [node]
    if len(node.arguments) == 1 and inner != 1.0 and not left:
        return [node]
    if inner < level or (inner == level and left == right_to_left):
        return ["(", node, ")"]
    return [node]

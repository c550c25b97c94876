"""Random R expressions: syntax trees, and text near R's grammar (also text that is no R)."""

import re
from collections.abc import Callable
from random import Random

from rnet.language.deparse import deparse
from rnet.language.tree import Argument, Call, Constant, Function, Node, Symbol, call

NAMES = [
    "x", "y", "z", "a.b", ".hidden", "snake_case", "T", "é", "日本", "..1", "...", "c", "lm",
    "my var", "if", "TRUE", "a-b", "back`tick", "sla\\sh", "new\nline", "1st", "_x", "NULL",
    "a_rather_long_variable_name", "another.long.variable.name", "x123456789",
]  # fmt: skip
BINARY = [
    "+", "-", "*", "/", "^", ":", "%%", "%/%", "%in%", "%o%", "==", "!=", "<", ">", "<=", ">=",
    "&", "&&", "|", "||", "~", "<-", "<<-", "?", ":=",
]  # fmt: skip
CHARACTERS = [*"abc xyz'\"\\`\n\t\r\a\b\f\v\x01\x1f\x7féß日😀\xa0\xad%#{}()[];,"]
SCRAPS = [
    "(", ")", "[", "]", "[[", "]]", "{", "}", ",", ";", "\n", " ", "+", "-", "*", "!", "~", "?",
    "<-", "->", "=", "==", "%in%", "%", "|>", "_", "x", "y z", "1", "2L", "0x", "1e", "'s'", '"',
    "`", "if", "else", "for", "in", "function", "\\", "repeat", "while", "NULL", "TRUE", "::",
    "$", "@", "# note\n", "next", "é", "\t", "=>", "<<", "\\(x)", "if (x)", "while (y)",
]  # fmt: skip


class TreeMaker:
    """Makes trees that R's deparse writes without losing anything but parentheses.

    R's own deparse loses trees that no source text has: a function or an `if` in the middle of an
    operation, an `if` without `else` as first branch of an `if` with one. It writes 1i as `0+1i`.
    """

    def __init__(self, random: Random) -> None:
        self.random = random

    def tree(self, depth: int = 4) -> Node:
        """Return a tree that is more than one name."""
        made = self.statement(depth)
        return call("f", made) if isinstance(made, Symbol) else made

    def statement(self, depth: int) -> Node:
        makers = [self.assignment, self.control, self.braces, self.expression, self.expression]
        return self.pick(makers)(depth) if depth > 0 else self.atom()

    def expression(self, depth: int) -> Node:
        if depth <= 0:
            return self.atom()
        makers = [self.prefixed, self.control, self.function, *[self.operand] * 8]
        return self.pick(makers)(depth)

    def operand(self, depth: int) -> Node:
        if depth <= 0:
            return self.atom()
        makers = [self.binary, self.binary, self.call, self.call, self.index, self.member]
        return self.pick([*makers, self.braces, self.parenthesised, self.signed])(depth)

    def pick(self, makers: list[Callable[[int], Node]]) -> Callable[[int], Node]:
        return self.random.choice(makers)

    def smaller(self, depth: int) -> int:
        return depth - self.random.randint(1, 2)

    def assignment(self, depth: int) -> Node:
        sign = self.random.choice(["<-", "<<-", "="])
        return call(sign, self.operand(self.smaller(depth)), self.expression(self.smaller(depth)))

    def binary(self, depth: int) -> Node:
        left = self.operand(self.smaller(depth))
        if self.random.random() < 0.1:
            left = call(self.random.choice("!~"), left)
        return call(self.random.choice(BINARY), left, self.operand(self.smaller(depth)))

    def signed(self, depth: int) -> Node:
        return call(self.random.choice("-+"), self.operand(self.smaller(depth)))

    def prefixed(self, depth: int) -> Node:
        return call(self.random.choice("!~?-"), self.expression(self.smaller(depth)))

    def parenthesised(self, depth: int) -> Node:
        return call("(", self.statement(self.smaller(depth)))

    def braces(self, depth: int) -> Node:
        count = self.random.randint(0, 3)
        return call("{", *[self.statement(self.smaller(depth)) for _ in range(count)])

    def control(self, depth: int) -> Node:
        inner = self.smaller(depth)
        match self.random.choice(["if", "if else", "while", "for", "repeat"]):
            case "if":
                return call("if", self.operand(inner), self.statement(inner))
            case "if else":
                yes = self.pick([self.operand, self.braces])(inner)
                return call("if", self.operand(inner), yes, self.statement(inner))
            case "while":
                return call("while", self.operand(inner), self.statement(inner))
            case "for":
                return call("for", Symbol("i"), self.operand(inner), self.statement(inner))
            case _:
                return call("repeat", self.statement(inner))

    def function(self, depth: int) -> Node:
        names = self.random.sample(NAMES, self.random.randint(0, 3))
        parameters = [Argument(name, self.maybe(depth)) for name in names]
        return Function(tuple(parameters), self.statement(self.smaller(depth)))

    def maybe(self, depth: int) -> Node | None:
        return self.operand(self.smaller(depth)) if self.random.random() < 0.5 else None

    def call(self, depth: int) -> Node:
        inner = self.smaller(depth)
        called: Node = Symbol(self.random.choice([name for name in NAMES if name != "if"]))
        if self.random.random() < 0.15:
            called = self.pick([self.call, self.member, self.function, self.index])(inner)
        arguments = self.arguments(inner, self.random.randint(0, 4))
        return Call(called, () if arguments == (Argument(None, None),) else arguments)

    def index(self, depth: int) -> Node:
        inner = self.smaller(depth)
        arguments = self.arguments(inner, self.random.randint(1, 3))
        indexed = Argument(None, self.operand(inner))
        return Call(Symbol(self.random.choice(["[", "[["])), (indexed, *arguments))

    def member(self, depth: int) -> Node:
        if self.random.random() < 0.2:
            return call(self.random.choice(["::", ":::"]), self.symbol(), self.symbol())
        name = self.symbol() if self.random.random() < 0.9 else Constant("character", "b c")
        return call(self.random.choice("$@"), self.operand(self.smaller(depth)), name)

    def arguments(self, depth: int, count: int) -> tuple[Argument, ...]:
        return tuple(self.argument(depth) for _ in range(count))

    def argument(self, depth: int) -> Argument:
        name = self.random.choice(NAMES) if self.random.random() < 0.3 else None
        value = None if self.random.random() < 0.08 else self.expression(depth)
        return Argument(name, value)

    def symbol(self) -> Symbol:
        return Symbol(self.random.choice(NAMES))

    def atom(self) -> Node:
        match self.random.randint(0, 9):
            case 0:
                return Constant("integer", self.random.choice([0, 1, 42, 100000, 2**31 - 1]))
            case 1 | 2:
                return Constant("double", self.number())
            case 3:
                length = self.random.choice([0, 1, 5, 30])
                characters = self.random.choices(CHARACTERS, k=length)
                return Constant("character", "".join(characters))
            case 4:
                return self.constant()
            case _:
                return self.symbol()

    def number(self) -> float:
        digits = self.random.randint(0, 10 ** self.random.randint(1, 15))
        return float(f"{digits}e{self.random.randint(-20, 20)}")

    def constant(self) -> Node:
        choices: list[Node] = [
            Constant("logical", True), Constant("logical", False), Constant("logical", None),
            Constant("NULL", None), Constant("double", float("inf")),
            Constant("double", float("nan")), Constant("double", None),
            Constant("integer", None), Constant("character", None), Constant("complex", None),
            call("next"), call("break"),
        ]  # fmt: skip
        return self.random.choice(choices)


def random_text(random: Random) -> str:
    """Return source text made from a random tree, often with some scraps put in or taken out."""
    trees = [TreeMaker(random).tree(random.randint(1, 5)) for _ in range(random.randint(1, 2))]
    text = random.choice(["\n", "; "]).join("\n".join(deparse(tree)) for tree in trees)
    pieces = re.findall(r"[\w.]+|\s+|[^\w\s]", text)
    for _ in range(random.choice([0, 0, 1, 1, 2, 3])):
        place = random.randrange(len(pieces) + 1)
        if random.random() < 0.5:
            pieces.insert(place, random.choice(SCRAPS))
        else:
            del pieces[place : place + 1]
    return "".join(pieces)


def without_parentheses(node: Node) -> Node:
    """Return a tree without its calls of `(`."""
    match node:
        case Call(
            Symbol("("), (Argument(None, Symbol() | Constant() | Call() | Function() as inner),)
        ):
            return without_parentheses(inner)
        case Call(function, arguments):
            return Call(without_parentheses(function), _stripped(arguments))
        case Function(parameters, body):
            return Function(_stripped(parameters), without_parentheses(body))
    return node


def _stripped(arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    return tuple(
        Argument(argument.name, argument.value and without_parentheses(argument.value))
        for argument in arguments
    )


def polish(node: Node | None) -> str:
    """Return a tree in Polish notation, as `syntax.R` writes R's own trees."""
    match node:
        case None:
            return "<empty>"
        case Symbol(name):
            return f"<{name}>"
        case Constant():
            return " ".join(deparse(node))
        case Call(function, arguments):
            parts = [f"{argument.name or ''}={polish(argument.value)}" for argument in arguments]
            return " ".join(["call", str(len(parts)), polish(function), *parts])
        case Function(parameters, body):
            parts = [f"{parameter.name}={polish(parameter.value)}" for parameter in parameters]
            return " ".join(["function", str(len(parts)), *parts, polish(body)])

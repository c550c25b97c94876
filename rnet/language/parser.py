"""The precedence parser for R's expressions (R's page `?Syntax`).

Operators wait on a stack until one that binds less tightly comes, so a chain of thousands of terms
needs no recursion; only brackets recurse, and R allows fifty of them.
"""

from dataclasses import dataclass, replace
from typing import NoReturn

from rnet.conditions import RError
from rnet.language.operators import BODY, COMPARE, EQUALS, PREFIX, infix
from rnet.language.pipe import Pipes
from rnet.language.syntax_error import unexpected
from rnet.language.tokens import Token, TokenReader
from rnet.language.tree import Argument, Call, Constant, Function, Node, Symbol, call

TURNED = {"->": "<-", "->>": "<<-"}
RENAMED = {"**": "^"}
CLOSING = {"(": ")", "[": "]", "[[": "]"}
HEADS = frozenset(["function", "while", "repeat", "for", "if"])

# Deeper nesting to the right than any person writes; R's own limit is some thousands.
WAITING_AT_MOST = 500


def parse_expression(text: str) -> Node:
    """Parse exactly one R expression.

    Parameters
    ----------
    text : str
        R source text.

    Returns
    -------
    Node
        The syntax tree.

    Raises
    ------
    RError
        R's message for a syntax error; the advice names line, column and what was expected.

    Examples
    --------
    >>> parse_expression("y ~ x").function
    Symbol(name='~')
    """
    expressions = parse_program(text)
    if len(expressions) != 1:
        raise RError(
            f"parsing result not of length one, but {len(expressions)}",
            f"Expected exactly one expression in {text!r}.",
        )
    return expressions[0]


def parse_program(text: str) -> tuple[Node, ...]:
    """Parse R source text, any number of expressions on lines or between `;`.

    Parameters
    ----------
    text : str
        R source text.

    Returns
    -------
    tuple of Node
        The syntax tree of each expression.

    Raises
    ------
    RError
        R's message for a syntax error; the advice names line, column and what was expected.

    Examples
    --------
    >>> len(parse_program("x <- 1; y <- 2"))
    2
    """
    return _Parser(text).program()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An operator, or the head of `if`, `for`, `function` ..., whose last operand is to come."""

    level: int
    token: Token
    parts: tuple[Node, ...] = ()
    parameters: tuple[Argument, ...] = ()
    may_have_else: bool = False


class _Parser:
    def __init__(self, text: str) -> None:
        self.reader = TokenReader(text)
        self.pipes = Pipes(text)
        self.ahead: Token | None = None
        self.waiting_count = 0
        self.token = self.reader.read()

    # ---- tokens

    def take(self) -> Token:
        taken = self.token
        self.token = self.ahead or self.reader.read()
        self.ahead = None
        return taken

    def peek(self) -> Token:
        self.ahead = self.ahead or self.reader.read()
        return self.ahead

    def at(self, *operators: str) -> bool:
        return self.token.kind == "operator" and self.token.text in operators

    def at_end(self) -> bool:
        return self.token.kind == "end"

    def at_name(self) -> bool:
        return self.token.kind in ("symbol", "string")

    def expect(self, text: str) -> Token:
        if self.token.text != text or self.token.kind not in ("operator", "keyword"):
            self.fail(f"'{text}'")
        return self.take()

    def fail(self, expected: str) -> NoReturn:
        if self.at("=>"):
            raise RError(
                "'=>' is disabled; set '_R_USE_PIPEBIND_' envvar to a true value to enable it",
                "Use the placeholder instead: x |> f(y, named = _).",
            )
        raise unexpected(self.reader.text, self.token, expected)

    def non_empty(self, name: str) -> str:
        if not name:
            line = self.reader.line_of(self.token.start)
            raise RError("attempt to use zero-length variable name", f'Line {line} has a name "".')
        return name

    def same_line(self, taken: Token) -> None:
        """Fail where a line ends that R does not let end here."""
        if self.token.after_newline or (self.at_end() and self.reader.newlines_count):
            token = replace(self.token, kind="end of line", start=taken.end, end=taken.end)
            raise unexpected(self.reader.text, token, f"the rest of '{taken.text}' on this line")

    # ---- statements

    def program(self) -> tuple[Node, ...]:
        expressions: list[Node] = []
        while not self.at_end():
            expressions.append(self.expression(equals=True))
            if not self.token.after_newline:
                if self.at(";"):
                    self.take()
                elif not self.at_end():
                    self.fail("an operator, ';' or a new line")
            self.pipes.check_filled()
        return tuple(expressions)

    def braces(self) -> Node:
        self.take()
        expressions: list[Node] = []
        while not self.at("}"):
            if self.at(";"):
                self.take()
                continue
            expressions.append(self.expression(equals=True))
            if not self.at(";", "}") and not self.token.after_newline:
                self.fail("an operator, ';', '}' or a new line")
        self.take()
        return call("{", *expressions)

    # ---- expressions

    def expression(self, *, equals: bool = False) -> Node:
        """Read one expression; `equals` says whether `=` assigns here."""
        waiting: list[_Waiting] = []
        while True:
            operand = self.operand(waiting)
            level = self.infix_level(waiting, equals=equals)
            while waiting and not self.keeps_waiting(waiting[-1], level):
                head = waiting.pop()
                self.waiting_count -= 1
                if head.may_have_else and self.else_follows():
                    parts = (*head.parts, operand)
                    self.push(waiting, replace(head, parts=parts, may_have_else=False))
                    self.take()
                    break
                operand = self.built(head, operand)
            else:
                if level is None:
                    return operand
                self.push(waiting, _Waiting(level, self.take(), (operand,)))

    def operand(self, waiting: list[_Waiting]) -> Node:
        """Put prefix operators and heads on the stack, then read the operand behind them."""
        while True:
            token = self.token
            if token.kind == "operator" and token.text in PREFIX:
                self.push(waiting, _Waiting(PREFIX[token.text], self.take()))
            elif (token.kind == "keyword" and token.text in HEADS) or self.at("\\"):
                self.push(waiting, self.head(self.take()))
            else:
                return self.with_postfixes(self.primary())

    def infix_level(self, waiting: list[_Waiting], *, equals: bool) -> int | None:
        """Return how tightly the infix operator that follows binds; None where none follows."""
        token = self.token
        if token.after_newline or token.kind not in ("operator", "special"):
            return None
        operator = infix(token.text)
        if operator is None:
            return self.fail("an operator") if token.text == "=>" else None
        # In arguments and conditions `=` assigns only in the body of a function, an if, a loop.
        if operator.level == EQUALS and not equals and not any(w.level == BODY for w in waiting):
            return None
        return operator.level

    def keeps_waiting(self, head: _Waiting, level: int | None) -> bool:
        """Tell whether an operator on the stack leaves its operand to the one that follows."""
        if level is None or level < head.level:
            return False
        if level > head.level:
            return True
        if level == COMPARE:
            self.fail("an operator that is no comparison: R does not chain comparisons")
        operator = infix(self.token.text)
        return operator is not None and operator.right_to_left

    def push(self, waiting: list[_Waiting], head: _Waiting) -> None:
        waiting.append(head)
        self.waiting_count += 1
        if self.waiting_count > WAITING_AT_MOST:
            raise RError(
                f"contextstack overflow at line {self.reader.line_of(head.token.start)}",
                f"Nested too deeply: more than {WAITING_AT_MOST} operators wait for an operand.",
            )

    def else_follows(self) -> bool:
        """Tell whether `else` belongs to the `if` just read: not on a new line at top level."""
        if self.token.kind != "keyword" or self.token.text != "else":
            return False
        return not self.token.after_newline or bool(self.reader.brackets)

    def built(self, head: _Waiting, operand: Node) -> Node:
        name = head.token.text
        if name == "|>":
            return self.pipes.call(head.token, head.parts[0], operand)
        if name in ("function", "\\"):
            return Function(head.parameters, operand)
        if name in TURNED:
            return call(TURNED[name], operand, *head.parts)
        return call(RENAMED.get(name, name), *head.parts, operand)

    # ---- heads: what stands before a body

    def head(self, token: Token) -> _Waiting:
        match token.text:
            case "function" | "\\":
                return _Waiting(BODY, token, parameters=self.parameters(token))
            case "repeat":
                return _Waiting(BODY, token)
            case "for":
                return _Waiting(BODY, token, self.for_head())
            case _:
                self.expect("(")
                condition = self.expression()
                self.expect(")")
                return _Waiting(BODY, token, (condition,), may_have_else=token.text == "if")

    def for_head(self) -> tuple[Node, ...]:
        self.expect("(")
        if self.token.kind != "symbol":
            self.fail("a name")
        variable = Symbol(_name(self.take()))
        self.expect("in")
        values = self.expression()
        self.expect(")")
        return variable, values

    def parameters(self, head: Token) -> tuple[Argument, ...]:
        if head.text == "\\":
            self.same_line(head)
        self.expect("(")
        parameters: dict[str, Argument] = {}
        while parameters or not self.at(")"):
            parameter = self.parameter()
            if parameter.name in parameters:
                line = self.reader.line_of(self.token.start)
                raise RError(
                    f"repeated formal argument '{parameter.name}' on line {line}",
                    "Give every parameter a name of its own.",
                )
            parameters[str(parameter.name)] = parameter
            if not self.at(","):
                break
            self.take()
        self.expect(")")
        return tuple(parameters.values())

    def parameter(self) -> Argument:
        if self.token.kind != "symbol":
            self.fail("the name of a parameter")
        name = _name(self.take())
        if not self.at("="):
            return Argument(name, None)
        self.take()
        return Argument(name, self.expression())

    # ---- operands

    def primary(self) -> Node:
        token = self.token
        match token.kind, token.text:
            case (("symbol" | "string"), _):
                return self.perhaps_from_package(self.take())
            case (("number" | "NULL"), _):
                return _node(self.take())
            case "placeholder", _:
                return self.pipes.placeholder(self.take())
            case "operator", "{":
                return self.braces()
            case "operator", "(":
                self.take()
                inner = self.expression(equals=True)
                self.expect(")")
                return call("(", inner)
        return self.fail("an expression")

    def perhaps_from_package(self, token: Token) -> Node:
        if not self.at("::", ":::") or self.token.after_newline:
            return _node(token)
        operator = self.take()
        self.same_line(operator)
        if not self.at_name():
            self.fail("a name")
        return call(operator.text, _node(token), _node(self.take()))

    def with_postfixes(self, operand: Node) -> Node:
        while not self.token.after_newline:
            if self.at("("):
                operand = self.called(operand)
            elif self.at("[", "[["):
                operand = self.indexed(operand)
            elif self.at("$", "@"):
                operator = self.take()
                if not self.at_name():
                    self.fail("a name")
                operand = call(operator.text, operand, _node(self.take()))
            else:
                break
        return operand

    def called(self, operand: Node) -> Node:
        if isinstance(operand, Constant) and operand.kind == "character":
            operand = Symbol(self.non_empty(str(operand.value)))
        arguments = self.arguments()
        only_empty = len(arguments) == 1 and arguments[0] == Argument(None, None)
        return Call(operand, () if only_empty else arguments)

    def indexed(self, operand: Node) -> Node:
        opening = self.token.text
        arguments = self.arguments()
        if opening == "[[":
            self.expect("]")
        return Call(Symbol(opening), (Argument(None, operand), *arguments))

    def arguments(self) -> tuple[Argument, ...]:
        closing = CLOSING[self.take().text]
        arguments = [self.argument(closing)]
        while self.at(","):
            self.take()
            arguments.append(self.argument(closing))
        if not self.at(closing):
            self.fail(f"an operator, ',' or '{closing}'")
        self.take()
        return tuple(arguments)

    def argument(self, closing: str) -> Argument:
        name = None
        if self.token.kind in ("symbol", "string", "NULL"):
            following = self.peek()
            if following.kind == "operator" and following.text == "=":
                name = self.non_empty(_name(self.take()))
                self.take()
        if self.at(",", closing):
            return Argument(name, None)
        return Argument(name, self.expression())


def _node(token: Token) -> Symbol | Constant:
    if token.value is None:
        raise AssertionError(f"the token {token.text!r} stands for no node")
    return token.value


def _name(token: Token) -> str:
    node = _node(token)
    if isinstance(node, Symbol):
        return node.name
    return "NULL" if node.value is None else str(node.value)

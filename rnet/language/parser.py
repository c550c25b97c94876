"""The precedence parser for R's expressions.

Operators wait on a stack until one that binds less tightly comes, so a chain of thousands of terms
needs no recursion; only brackets recurse, and R allows fifty of them. R's page: `?Syntax`.
"""

from dataclasses import dataclass
from typing import NoReturn

from rnet.conditions import RError
from rnet.language.pipe import PLACEHOLDER, piped
from rnet.language.syntax_error import misplaced_placeholder, unexpected
from rnet.language.tokens import Token, TokenReader
from rnet.language.tree import Argument, Call, Constant, Function, Node, Symbol, call

# How tightly operators bind, by R's table: the larger, the tighter.
HELP, BODY, EQUALS, ASSIGN, NOT, COMPARE, SPECIAL, SIGN = 1.0, 1.5, 2.0, 3.0, 8.0, 9.0, 12.0, 14.0
INFIX = {
    "?": HELP, "=": EQUALS, "<-": ASSIGN, "<<-": ASSIGN, ":=": ASSIGN, "->": 4.0, "->>": 4.0,
    "~": 5.0, "||": 6.0, "|": 6.0, "&&": 7.0, "&": 7.0,
    "==": COMPARE, "!=": COMPARE, "<": COMPARE, ">": COMPARE, "<=": COMPARE, ">=": COMPARE,
    "+": 10.0, "-": 10.0, "*": 11.0, "/": 11.0, "|>": SPECIAL, ":": 13.0, "^": 15.0, "**": 15.0,
}  # fmt: skip
PREFIX = {"-": SIGN, "+": SIGN, "!": NOT, "~": 5.0, "?": HELP}
RIGHT_TO_LEFT = frozenset([EQUALS, ASSIGN, 15.0])
TURNED = {"->": "<-", "->>": "<<-"}
RENAMED = {"**": "^"}
CLOSING = {"(": ")", "[": "]", "[[": "]"}

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


@dataclass(slots=True)
class _Waiting:
    """An operator, or the head of `if`, `for`, `function` ..., whose last operand is being read."""

    level: float
    token: Token
    parts: tuple[Node, ...] = ()
    parameters: tuple[Argument, ...] = ()
    may_have_else: bool = False


class _Parser:
    def __init__(self, text: str) -> None:
        self.reader = TokenReader(text)
        self.token = self.reader.read()
        self.ahead: Token | None = None
        self.waiting_count = 0
        self.placeholders: list[Token] = []

    # ---- tokens

    def take(self) -> Token:
        taken = self.token
        self.token = self.ahead or self.reader.read()
        self.ahead = None
        return taken

    def peek(self) -> Token:
        self.ahead = self.ahead or self.reader.read()
        return self.ahead

    def expect(self, text: str) -> Token:
        if self.token.text != text or self.token.kind not in ("operator", "keyword"):
            self.fail(f"'{text}'")
        return self.take()

    def fail(self, expected: str) -> NoReturn:
        raise unexpected(self.reader.text, self.token, expected)

    def at(self, *operators: str) -> bool:
        return self.token.kind == "operator" and self.token.text in operators

    # ---- statements

    def program(self) -> tuple[Node, ...]:
        expressions: list[Node] = []
        while self.token.kind != "end":
            expressions.append(self.expression(equals=True))
            self._no_placeholder_left()
            if self.at(";"):
                self.take()
            elif self.token.kind != "end" and not self.token.after_newline:
                self.fail("an operator, ';' or a new line")
        return tuple(expressions)

    def _no_placeholder_left(self) -> None:
        if self.placeholders:
            raise misplaced_placeholder(self.reader.text, self.placeholders[0])

    def _braces(self) -> Node:
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
            operand = self._operand(waiting)
            infix = self._infix(waiting, equals=equals)
            while waiting and not (infix and self._waits(waiting[-1], infix[0])):
                if waiting[-1].may_have_else and self._else_follows():
                    break
                operand = self._reduced(waiting.pop(), operand)
            else:
                if infix is None:
                    return operand
                self._push(waiting, _Waiting(infix[0], self.take(), (operand,)))
                continue
            if infix and self._waits(waiting[-1], infix[0]):
                self._push(waiting, _Waiting(infix[0], self.take(), (operand,)))
            else:
                head = waiting[-1]
                self.take()
                waiting[-1] = _Waiting(BODY, head.token, (*head.parts, operand))

    def _operand(self, waiting: list[_Waiting]) -> Node:
        """Put prefix operators and heads on the stack, then read the operand behind them."""
        while True:
            token = self.token
            if token.kind == "operator" and token.text in PREFIX:
                self._push(waiting, _Waiting(PREFIX[token.text], self.take()))
            elif (token.kind == "keyword" and token.text in _HEADS) or self.at("\\"):
                self.take()
                self._push(waiting, self._head(token))
            else:
                return self._postfix(self._primary())

    def _infix(self, waiting: list[_Waiting], *, equals: bool) -> tuple[float] | None:
        """Return the level of the infix operator that follows, if one does."""
        token = self.token
        if token.after_newline:
            return None
        if token.kind == "special":
            return (SPECIAL,)
        if token.kind != "operator" or token.text not in INFIX:
            return None
        level = INFIX[token.text]
        if level == EQUALS and not equals and not any(w.level == BODY for w in waiting):
            return None
        return (level,)

    def _waits(self, head: _Waiting, level: float) -> bool:
        """Tell whether an operator on the stack leaves its operand to one that follows."""
        if head.level == COMPARE == level and len(head.parts) == 1:
            self.fail("an operator other than a comparison, which R does not chain")
        return head.level < level or (head.level == level and level in RIGHT_TO_LEFT)

    def _push(self, waiting: list[_Waiting], head: _Waiting) -> None:
        waiting.append(head)
        if len(waiting) > WAITING_AT_MOST:
            line = self.reader.line_of(head.token.start)
            raise RError(
                f"contextstack overflow at line {line}",
                f"Nested too deeply: more than {WAITING_AT_MOST} operators wait for their operand.",
            )

    def _else_follows(self) -> bool:
        """Tell whether `else` belongs to the `if` just read: not on a new line at top level."""
        if self.token.kind != "keyword" or self.token.text != "else":
            return False
        return not self.token.after_newline or bool(self.reader.brackets)

    def _reduced(self, head: _Waiting, operand: Node) -> Node:
        name = head.token.text
        if head.token.kind == "keyword" or name == "\\":
            if name in ("function", "\\"):
                return Function(head.parameters, operand)
            return call(name, *head.parts, operand)
        if name == "|>":
            return piped(self.reader.text, head.token, head.parts[0], operand, self.placeholders)
        if name in TURNED:
            return call(TURNED[name], operand, *head.parts)
        return call(RENAMED.get(name, name), *head.parts, operand)

    # ---- heads: what stands before a body

    def _head(self, token: Token) -> _Waiting:
        match token.text:
            case "function" | "\\":
                return _Waiting(BODY, token, parameters=self._parameters())
            case "repeat":
                return _Waiting(BODY, token)
            case "for":
                return _Waiting(BODY, token, self._for_head())
            case _:
                self.expect("(")
                condition = self.expression()
                self.expect(")")
                return _Waiting(BODY, token, (condition,), may_have_else=token.text == "if")

    def _for_head(self) -> tuple[Node, ...]:
        self.expect("(")
        if self.token.kind != "symbol" or self.token.value is None:
            self.fail("a name")
        variable = self.take().value
        assert variable is not None
        self.expect("in")
        values = self.expression()
        self.expect(")")
        return variable, values

    def _parameters(self) -> tuple[Argument, ...]:
        self.expect("(")
        parameters: list[Argument] = []
        while parameters or not self.at(")"):
            if not isinstance(self.token.value, Symbol):
                self.fail("a parameter's name")
            token = self.take()
            name = token.value.name  # type: ignore[union-attr]
            if name in {parameter.name for parameter in parameters}:
                raise RError(
                    f"repeated formal argument '{name}' on line {self.reader.line_of(token.start)}",
                    "Give every parameter a name of its own.",
                )
            default = None
            if self.at("="):
                self.take()
                default = self.expression()
            parameters.append(Argument(name, default))
            if not self.at(","):
                break
            self.take()
        self.expect(")")
        return tuple(parameters)

    # ---- operands

    def _primary(self) -> Node:
        token = self.token
        if token.kind in ("symbol", "string"):
            self.take()
            return self._namespaced(token)
        if token.kind in ("number", "NULL") and token.value is not None:
            return self.take().value  # type: ignore[return-value]
        if token.kind == "keyword" and token.text in ("next", "break"):
            self.take()
            return call(token.text)
        if token.kind == "placeholder":
            self.placeholders.append(self.take())
            return PLACEHOLDER
        if self.at("{"):
            return self._braces()
        if self.at("("):
            self.take()
            inner = self.expression(equals=True)
            self.expect(")")
            return call("(", inner)
        self.fail("an expression")

    def _namespaced(self, token: Token) -> Node:
        assert token.value is not None
        if not self.at("::", ":::") or self.token.after_newline:
            return token.value
        operator = self.take()
        if self.token.kind not in ("symbol", "string") or self.token.after_newline:
            self.fail("a name")
        name = self.take().value
        assert name is not None
        return call(operator.text, token.value, name)

    def _postfix(self, operand: Node) -> Node:
        while not self.token.after_newline:
            if self.at("(", "[", "[["):
                operand = self._bracketed(operand)
            elif self.at("$", "@"):
                operator = self.take()
                if self.token.kind not in ("symbol", "string"):
                    self.fail("a name")
                operand = call(operator.text, operand, self.take().value)  # type: ignore[arg-type]
            else:
                break
        return operand

    def _bracketed(self, operand: Node) -> Node:
        opening = self.take().text
        arguments = self._arguments(CLOSING[opening])
        if opening == "(":
            if isinstance(operand, Constant) and operand.kind == "character" and operand.value:
                operand = Symbol(str(operand.value))
            only_empty = len(arguments) == 1 and arguments[0] == Argument(None, None)
            result = Call(operand, () if only_empty else arguments)
        else:
            result = Call(Symbol(opening), (Argument(None, operand), *arguments))
            if opening == "[[":
                self.expect("]")
        self.expect(CLOSING[opening])
        return result

    def _arguments(self, closing: str) -> tuple[Argument, ...]:
        arguments = [self._argument(closing)]
        while self.at(","):
            self.take()
            arguments.append(self._argument(closing))
        if not self.at(closing):
            self.fail(f"',' or '{closing}'")
        return tuple(arguments)

    def _argument(self, closing: str) -> Argument:
        name = None
        if self.token.kind in ("symbol", "string", "NULL"):
            following = self.peek()
            if following.kind == "operator" and following.text == "=":
                name = _argument_name(self.take())
                self.take()
        if self.at(",", closing):
            return Argument(name, None)
        return Argument(name, self.expression())


_HEADS = frozenset(["function", "while", "repeat", "for", "if"])


def _argument_name(token: Token) -> str:
    if isinstance(token.value, Symbol):
        return token.value.name
    return "NULL" if token.kind == "NULL" else str(token.value.value)  # type: ignore[union-attr]

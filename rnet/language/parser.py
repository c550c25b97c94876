"""The precedence parser for R's expressions (R's page `?Syntax`).

Operators wait on a stack until one that binds less tightly comes, so a chain of thousands of terms
needs no recursion; only brackets recurse, and R allows fifty of them.
"""

from dataclasses import replace

from rnet.conditions import RError
from rnet.language.cursor import Cursor
from rnet.language.operators import BODY, COMPARE, EQUALS, PREFIX, infix
from rnet.language.pipe import Pipes
from rnet.language.statement import Statement, located
from rnet.language.tokens import Token
from rnet.language.tree import Argument, Call, Constant, Function, Node, Symbol, call
from rnet.language.waiting import Waiting, awaits_else, lets_assign

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
            f"Expected exactly one expression in {text[:60]!r}.",
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
    return tuple(statement.node for statement in parse_statements(text))


def parse_statements(text: str) -> tuple[Statement, ...]:
    """Parse R source text as `parse_program` does, and say where each expression stands.

    Examples
    --------
    >>> [text.start for text in parse_statements("x <- 1; y <- 2")]
    [0, 8]
    """
    return _Parser(text).program()


class _Parser:
    def __init__(self, text: str) -> None:
        self.cursor = Cursor(text)
        self.pipes = Pipes(text)
        self.waiting_count = 0
        self.functions: list[tuple[Function, int, int]] = []
        self.calls: list[tuple[Call, int]] = []
        self.statements: list[Statement] = []
        self.start = 0

    # ---- statements

    def program(self) -> tuple[Statement, ...]:
        try:
            while not self.cursor.at_end():
                self.statement()
        except RError as error:
            raise located(error, tuple(self.statements), self.start) from None
        return tuple(self.statements)

    def statement(self) -> None:
        self.start, self.functions, self.calls = self.cursor.token.start, [], []
        node = self.expression(equals=True)
        functions, calls = tuple(self.functions), tuple(self.calls)
        found = Statement(node, self.start, self.cursor.taken_to, functions, calls)
        if not self.cursor.token.after_newline:
            if self.cursor.at(";"):
                self.cursor.take()
            elif not self.cursor.at_end():
                self.cursor.fail("an operator, ';' or a new line")
        self.pipes.check_filled()
        self.statements.append(found)

    def braces(self) -> Node:
        self.cursor.take()
        expressions: list[Node] = []
        while not self.cursor.at("}"):
            if self.cursor.at(";"):
                self.cursor.take()
                continue
            expressions.append(self.expression(equals=True))
            if not self.cursor.at(";", "}") and not self.cursor.token.after_newline:
                self.cursor.fail("an operator, ';', '}' or a new line")
        self.cursor.take()
        return call("{", *expressions)

    # ---- expressions

    def expression(self, *, equals: bool = False) -> Node:
        """Read one expression; `equals` says whether `=` assigns here."""
        waiting: list[Waiting] = []
        while True:
            operand = self.operand(waiting)
            self.check_else(waiting)
            level = self.infix_level(waiting, equals=equals)
            while waiting and not self.keeps_waiting(waiting[-1], level):
                head = waiting.pop()
                self.waiting_count -= 1
                if head.may_have_else and self.else_follows():
                    parts = (*head.parts, operand)
                    self.push(waiting, replace(head, parts=parts, may_have_else=False))
                    self.cursor.take()
                    break
                operand = self.built(head, operand)
            else:
                if level is None:
                    return operand
                self.push(waiting, Waiting(level, self.cursor.take(), (operand,)))

    def operand(self, waiting: list[Waiting]) -> Node:
        """Put prefix operators and heads on the stack, then read the operand behind them."""
        while True:
            token = self.cursor.token
            if token.kind == "operator" and token.text in PREFIX:
                self.push(waiting, Waiting(PREFIX[token.text], self.cursor.take()))
            elif self.cursor.at_keyword(*HEADS) or self.cursor.at("\\"):
                self.push(waiting, self.head(self.cursor.take()))
            else:
                return self.with_postfixes(self.primary(), token.start, awaits_else(waiting))

    def infix_level(self, waiting: list[Waiting], *, equals: bool) -> int | None:
        """Return how tightly the infix operator that follows binds; None where none follows."""
        token = self.cursor.token
        if token.after_newline or token.kind not in ("operator", "special"):
            return None
        operator = infix(token.text)
        if operator is None:
            return None
        if operator.level == EQUALS and not (equals or any(map(lets_assign, waiting))):
            return None
        return operator.level

    def keeps_waiting(self, head: Waiting, level: int | None) -> bool:
        """Tell whether an operator on the stack leaves its operand to the one that follows."""
        if level is None or level < head.level:
            return False
        if level > head.level:
            return True
        if level == COMPARE:
            self.cursor.fail("an operator that is no comparison: R does not chain comparisons")
        operator = infix(self.cursor.token.text)
        return operator is not None and operator.right_to_left

    def push(self, waiting: list[Waiting], head: Waiting) -> None:
        waiting.append(head)
        self.waiting_count += 1
        if self.waiting_count > WAITING_AT_MOST:
            raise RError(
                f"contextstack overflow at line {self.cursor.reader.line_of(head.token.start)}",
                f"Nested too deeply: more than {WAITING_AT_MOST} operators wait for an operand.",
            )

    def else_follows(self) -> bool:
        """Tell whether `else` belongs to the `if` just read: not on a new line at top level."""
        if not self.cursor.at_keyword("else"):
            return False
        return not self.cursor.token.after_newline or bool(self.cursor.reader.brackets)

    def check_else(self, waiting: list[Waiting]) -> None:
        """Fail where R, looking for `else` inside parentheses, lets a newline count."""
        cursor = self.cursor
        if not awaits_else(waiting) or cursor.token.after_newline:
            return
        ends = cursor.token.on_new_line or (cursor.at_end() and not cursor.reader.newlines_count)
        if ends and not cursor.at_keyword("else") and not cursor.at(",", ")", "]", "}"):
            cursor.fail_at_newline("'else', ',' or a closing bracket")

    def built(self, head: Waiting, operand: Node) -> Node:
        name = head.token.text
        if name == "|>":
            return self.pipes.call(head.token, head.parts[0], operand)
        if name == "=>":
            raise self.pipes.disabled(head.token)
        if name in ("function", "\\"):
            definition = Function(head.parameters, operand)
            self.functions.append((definition, head.token.start, self.cursor.taken_to))
            return definition
        if name in TURNED:
            return call(TURNED[name], operand, *head.parts)
        return call(RENAMED.get(name, name), *head.parts, operand)

    # ---- heads: what stands before a body

    def head(self, token: Token) -> Waiting:
        match token.text:
            case "function" | "\\":
                return Waiting(BODY, token, parameters=self.parameters())
            case "repeat":
                return Waiting(BODY, token)
            case "for":
                return Waiting(BODY, token, self.for_head())
            case _:
                self.cursor.expect("(")
                condition = self.expression()
                self.cursor.expect(")")
                return Waiting(BODY, token, (condition,), may_have_else=token.text == "if")

    def for_head(self) -> tuple[Node, ...]:
        self.cursor.expect("(")
        variable = Symbol(_name(self.cursor.expect_name()))
        self.cursor.expect("in")
        values = self.expression()
        self.cursor.expect(")")
        return variable, values

    def parameters(self) -> tuple[Argument, ...]:
        self.cursor.expect("(")
        parameters: dict[str, Argument] = {}
        while parameters or not self.cursor.at(")"):
            parameter = self.parameter()
            if parameter.name in parameters:
                line = self.cursor.line()
                raise RError(
                    f"repeated formal argument '{parameter.name}' on line {line}",
                    "Give every parameter a name of its own.",
                )
            parameters[str(parameter.name)] = parameter
            if not self.cursor.at(","):
                break
            self.cursor.take()
        self.cursor.expect(")")
        return tuple(parameters.values())

    def parameter(self) -> Argument:
        name = _name(self.cursor.expect_name())
        if not self.cursor.at("="):
            return Argument(name, None)
        self.cursor.take()
        return Argument(name, self.expression())

    # ---- operands

    def primary(self) -> Node:
        match self.cursor.token.kind:
            case "symbol" | "string":
                return self.perhaps_from_package(self.cursor.take())
            case "number" | "NULL":
                return _node(self.cursor.take())
            case "placeholder":
                return self.pipes.placeholder(self.cursor.take())
            case _:
                return self.primary_call()

    def primary_call(self) -> Node:
        if self.cursor.at("{"):
            return self.braces()
        if self.cursor.at_keyword("next", "break"):
            return call(self.cursor.take().text)
        if not self.cursor.at("("):
            self.cursor.fail("an expression")
        self.cursor.take()
        inner = self.expression(equals=True)
        self.cursor.expect(")")
        return call("(", inner)

    def perhaps_from_package(self, token: Token) -> Node:
        if not self.cursor.at("::", ":::") or self.cursor.token.after_newline:
            return _node(token)
        operator = self.cursor.take()
        self.cursor.same_line(operator)
        return call(operator.text, _node(token), _node(self.cursor.expect_name(string=True)))

    def with_postfixes(self, operand: Node, start: int, awaits_else: bool) -> Node:
        while not (
            self.cursor.token.on_new_line and (awaits_else or self.cursor.token.after_newline)
        ):
            if self.cursor.at("(", "[", "[["):
                called = self.cursor.at("(")
                operand = self.called(operand) if called else self.indexed(operand)
                self.calls.append((operand, start))
            elif self.cursor.at("$", "@"):
                operator = self.cursor.take()
                member = self.cursor.expect_name(string=True)
                operand = call(operator.text, operand, _node(member))
            else:
                break
        return operand

    def called(self, operand: Node) -> Call:
        if isinstance(operand, Constant) and operand.kind == "character":
            operand = Symbol(_non_empty(str(operand.value), self.cursor.line()))
        arguments = self.arguments()
        only_empty = len(arguments) == 1 and arguments[0] == Argument(None, None)
        return Call(operand, () if only_empty else arguments)

    def indexed(self, operand: Node) -> Call:
        opening = self.cursor.token.text
        arguments = self.arguments()
        if opening == "[[":
            self.cursor.expect("]")
        return Call(Symbol(opening), (Argument(None, operand), *arguments))

    def arguments(self) -> tuple[Argument, ...]:
        closing = CLOSING[self.cursor.take().text]
        arguments = [self.argument(closing)]
        while self.cursor.at(","):
            self.cursor.take()
            arguments.append(self.argument(closing))
        if not self.cursor.at(closing):
            self.cursor.fail(f"an operator, ',' or '{closing}'")
        self.cursor.take()
        return tuple(arguments)

    def argument(self, closing: str) -> Argument:
        name = None
        if self.cursor.token.kind in ("symbol", "string", "NULL"):
            following = self.cursor.peek()
            if following.kind == "operator" and following.text == "=":
                name = _non_empty(_name(self.cursor.take()), self.cursor.line())
                self.cursor.take()
        if self.cursor.at(",", closing):
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


def _non_empty(name: str, line: int) -> str:
    if not name:
        raise RError("attempt to use zero-length variable name", f'Line {line} has a name "".')
    return name

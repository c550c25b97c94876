"""R's operators: how tightly they bind and how they are written (R's page `?Syntax`)."""

from dataclasses import dataclass

# How tightly things bind: the larger, the tighter. The body of `function`, `if`, `for` ... takes
# every operator from `=` upwards.
HELP, BODY, EQUALS, ASSIGN, ASSIGN_RIGHT, TILDE, OR, AND, NOT, COMPARE = range(1, 11)
SUM, PRODUCT, SPECIAL, BIND, RANGE, SIGN, POWER, EXTRACT, NAMESPACE = range(11, 20)


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator between two operands.

    `spaced` and `breaks` say how deparse writes it: with blanks around it, and whether a line
    may be broken after it. An operator that deparse writes as a plain call is not `written`.
    """

    level: int
    right_to_left: bool = False
    spaced: bool = True
    breaks: bool = True
    written: bool = True


INFIX = {
    "?": Operator(HELP, written=False),
    "=": Operator(EQUALS, right_to_left=True, breaks=False),
    "<-": Operator(ASSIGN, right_to_left=True, breaks=False),
    "<<-": Operator(ASSIGN, right_to_left=True, breaks=False),
    ":=": Operator(ASSIGN, right_to_left=True, written=False),
    "->": Operator(ASSIGN_RIGHT, written=False),
    "->>": Operator(ASSIGN_RIGHT, written=False),
    "~": Operator(TILDE),
    "||": Operator(OR),
    "|": Operator(OR),
    "&&": Operator(AND),
    "&": Operator(AND),
    "==": Operator(COMPARE),
    "!=": Operator(COMPARE),
    "<": Operator(COMPARE),
    ">": Operator(COMPARE),
    "<=": Operator(COMPARE),
    ">=": Operator(COMPARE),
    "+": Operator(SUM),
    "-": Operator(SUM),
    "*": Operator(PRODUCT),
    "/": Operator(PRODUCT, spaced=False, breaks=False),
    "|>": Operator(SPECIAL, written=False),
    "=>": Operator(BIND, written=False),
    "%%": Operator(SPECIAL, spaced=False, breaks=False),
    "%/%": Operator(SPECIAL, spaced=False, breaks=False),
    ":": Operator(RANGE, spaced=False, breaks=False),
    "^": Operator(POWER, right_to_left=True, spaced=False, breaks=False),
    "**": Operator(POWER, right_to_left=True, written=False),
}
USER_OPERATOR = Operator(SPECIAL)
PREFIX = {"-": SIGN, "+": SIGN, "!": NOT, "~": TILDE, "?": HELP}


def infix(name: str) -> Operator | None:
    """Return the infix operator of this name; `%any%` is one."""
    operator = INFIX.get(name)
    if operator is None and len(name) > 1 and name[0] == "%" == name[-1]:
        return USER_OPERATOR
    return operator

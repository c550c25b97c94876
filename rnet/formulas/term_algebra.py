"""The algebra of R's model formulas: operators become an ordered list of sets of variables.

A term is the sorted tuple of the positions of its variables; `a:b` and `b:a` are one term.
The empty list of terms that `1`, `0` and `NULL` stand for has R's consequences:
`a * 1` is `a`, but `1 * a` is nothing.
"""

from collections.abc import Callable, Iterable, Sequence

from rnet.conditions import RError
from rnet.formulas.names import label_of
from rnet.language.tree import Argument, Call, Constant, Node, Symbol

Term = tuple[int, ...]
TermList = dict[Term, None]

_OPERATORS = frozenset({"+", "-", "*", ":", "/", "^", "**", "%in%"})


class TermAlgebra:
    """Reads formulas side by side and collects variables in order of appearance.

    Attributes
    ----------
    variables : list of Node
        Every variable met so far, as written.
    labels : list of str
        Their texts, which tell variables apart.
    intercept : bool
        Whether the last word on the intercept was `1`.
    """

    def __init__(self, dot: Sequence[Symbol] | None) -> None:
        self.variables: list[Node] = []
        self.labels: list[str] = []
        self.intercept = True
        self._positions: dict[str, int] = {}
        self._dot = dot

    def variable(self, node: Node) -> int:
        """Return the position of a variable, entering it when it is new."""
        label = label_of(node)
        position = self._positions.setdefault(label, len(self.variables))
        if position == len(self.variables):
            self.variables.append(node)
            self.labels.append(label)
        return position

    def terms(self, node: Node, *, removing: bool = False) -> TermList:
        """Return the terms of a right side; inside a removed part `1` and `0` change roles."""
        innermost, operations = _left_spine(node)
        found = self._leaf(innermost, removing=removing)
        for operator, operand in reversed(operations):
            if operator == "^":
                found = _power(found, operand)
            else:
                flips = operator == "-"
                right = self.terms(operand, removing=removing != flips)
                found = _COMBINE[operator](found, right)
        return found

    def _leaf(self, node: Node, *, removing: bool) -> TermList:
        match node:
            case Symbol(".") if self._dot is not None:
                return {(self.variable(column),): None for column in self._dot}
            case Symbol("."):
                raise RError(
                    "'.' in formula and no 'data' argument",
                    "`.` means all other columns of the data: give the data frame.",
                )
            case Constant():
                self._constant(node, removing=removing)
                return {}
            case Call(Symbol("(" | "+"), (Argument(value=inner),)) if inner is not None:
                return self.terms(inner, removing=removing)
            case Call(Symbol("-"), (Argument(value=inner),)) if inner is not None:
                self.terms(inner, removing=not removing)
                return {}
        return {(self.variable(node),): None}

    def _constant(self, node: Constant, *, removing: bool) -> None:
        """Note what `1` and `0` (or TRUE and FALSE) say of the intercept; NULL says nothing."""
        if node.kind == "NULL":
            return
        if node.kind in ("complex", "character") or node.value not in (0, 1):
            raise RError(
                "invalid model formula in ExtractVars",
                "The only constants a formula may hold are 0 and 1.",
            )
        self.intercept = bool(node.value) != removing


def _left_spine(node: Node) -> tuple[Node, list[tuple[str, Node]]]:
    """Split `a + b - c` into `a` and the operations, last first, without recursion."""
    operations: list[tuple[str, Node]] = []
    while True:
        match node:
            case Call(Symbol(name), (Argument(value=left), Argument(value=right))) if (
                name in _OPERATORS and left is not None and right is not None
            ):
                operations.append(("^" if name == "**" else name, right))
                node = left
            case _:
                return node, operations


def _union(left: Term, right: Term) -> Term:
    return tuple(sorted({*left, *right}))


def _everything(terms: Iterable[Term]) -> Term:
    return tuple(sorted({position for term in terms for position in term}))


def _plus(left: TermList, right: TermList) -> TermList:
    left.update(right)
    return left


def _minus(left: TermList, right: TermList) -> TermList:
    for term in right:
        left.pop(term, None)
    return left


def _interaction(left: TermList, right: TermList) -> TermList:
    return {_union(a, b): None for a in left for b in right}


def _crossing(left: TermList, right: TermList) -> TermList:
    return {**left, **right, **_interaction(left, right)} if left else {}


def _nesting(left: TermList, right: TermList) -> TermList:
    outer = _everything(left)
    return {**left, **{_union(outer, term): None for term in right}} if left else {}


def _within(left: TermList, right: TermList) -> TermList:
    outer = _everything(right)
    return {_union(term, outer): None for term in left}


def _power(base: TermList, exponent: Node) -> TermList:
    match exponent:
        case Constant(kind="double" | "integer", value=float() | int() as value) if (
            value > 1 and float(value).is_integer()
        ):
            times = int(value)
        case _:
            raise RError(
                "invalid power in formula",
                "A power in a formula is a whole number above 1; arithmetic goes into I(): I(x^2).",
            )
    found = base
    for _ in range(times - 1):
        larger = _interaction(found, base)
        if list(larger) == list(found):
            break
        found = larger
    return found


_COMBINE: dict[str, Callable[[TermList, TermList], TermList]] = {
    "+": _plus,
    "-": _minus,
    ":": _interaction,
    "*": _crossing,
    "/": _nesting,
    "%in%": _within,
}

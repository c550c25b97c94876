"""The common parts of expressions, named and computed once, as `deriv` writes them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rnet.calculus.derivative import derivative
from rnet.language.tree import Argument, Call, Constant, Node, Symbol, call


@dataclass(slots=True)
class Parts:
    """The different calls seen so far, each a call of symbols and constants only.

    Attributes
    ----------
    tag : str
        What the names begin with: `.expr1`, `.expr2`, ...
    calls : list of Node
    """

    tag: str
    calls: list[Node] = field(default_factory=list)

    def named(self, node: Node) -> Node:
        """Return the symbol of an expression, whose parts are taken in from inside outwards."""
        if not isinstance(node, Call):
            return node
        if node.function == Symbol("("):
            inner = node.arguments[0].value
            if isinstance(inner, Call):
                return self.named(inner)
            return node
        arguments = tuple(
            Argument(a.name, None if a.value is None else self.named(a.value))
            for a in node.arguments
        )
        part = Call(node.function, arguments)
        if part not in self.calls:
            self.calls.append(part)
        return Symbol(f"{self.tag}{self.calls.index(part) + 1}")


def assignments(expression: Node, names: Sequence[str], tag: str, *, hessian: bool) -> Call:
    """Return the block `{ ... }` that computes an expression and its derivatives.

    Parameters
    ----------
    expression : Node
    names : sequence of str
        The variables to differentiate by.
    tag : str
        What the names of common parts begin with.
    hessian : bool
        Whether second derivatives are computed too.
    """
    parts = Parts(tag)
    value = parts.named(expression)
    results: list[tuple[list[Node], Node]] = []
    for place, name in enumerate(names):
        slope = derivative(expression, name)
        results.append(([_cell(".grad", name)], parts.named(slope)))
        for other in names[place:] if hessian else []:
            cells = [_cell(".hessian", name, other)]
            if other != name:
                cells.append(_cell(".hessian", other, name))
            results.append((cells, parts.named(derivative(slope, other))))
    whole, before = _used_once_written_out(parts, [value, *(node for _, node in results)])
    statements = [*before, call("<-", Symbol(".value"), whole[0]), _array(".grad", names)]
    if hessian:
        statements.append(_array(".hessian", names))
    for (cells, _), node in zip(results, whole[1:], strict=True):
        for cell in reversed(cells):
            node = call("<-", cell, node)  # noqa: PLW2901 - an assignment of an assignment
        statements.append(node)
    kinds = ["gradient", "hessian"] if hessian else ["gradient"]
    for kind in kinds:
        attribute = call("attr", Symbol(".value"), Constant("character", kind))
        held = Symbol(".grad" if kind == "gradient" else ".hessian")
        statements.append(call("<-", attribute, held))
    return call("{", *statements, Symbol(".value"))


def _used_once_written_out(parts: Parts, results: list[Node]) -> tuple[list[Node], list[Node]]:
    """Return the results and the assignments of the parts that are used more than once."""
    waiting = [*parts.calls, *results]
    kept: list[Node] = []
    for place in range(len(parts.calls)):
        name = f"{parts.tag}{place + 1}"
        uses = sum(_count(node, name) for node in waiting[place + 1 :])
        if uses > 1:
            kept.append(call("<-", Symbol(name), waiting[place]))
            continue
        for later in range(place + 1, len(waiting)):
            waiting[later] = _with(waiting[later], name, waiting[place])
    return waiting[len(parts.calls) :], kept


def _count(node: Node, name: str) -> int:
    if isinstance(node, Symbol):
        return int(node.name == name)
    if not isinstance(node, Call):
        return 0
    return sum(_count(a.value, name) for a in node.arguments if a.value is not None)


def _with(node: Node, name: str, new: Node) -> Node:
    """Return an expression with a symbol replaced."""
    if isinstance(node, Symbol):
        return new if node.name == name else node
    if not isinstance(node, Call):
        return node
    arguments = (
        Argument(a.name, None if a.value is None else _with(a.value, name, new))
        for a in node.arguments
    )
    return Call(node.function, tuple(arguments))


def _cell(array: str, *names: str) -> Node:
    where = [Argument(None, Constant("character", name)) for name in names]
    return Call(Symbol("["), (Argument(None, Symbol(array)), Argument(None, None), *where))


def _array(array: str, names: Sequence[str]) -> Node:
    """Return the assignment of an array of zeros that has room for the derivatives."""
    sides = 1 if array == ".grad" else 2
    size = [Constant("integer", len(names))] * sides
    labels = call("c", *(Constant("character", name) for name in names))
    cases = call("length", Symbol(".value"))
    zeros = call(
        "array",
        Constant("double", 0.0),
        call("c", cases, *size),
        call("list", Constant("NULL", None), *([labels] * sides)),
    )
    return call("<-", Symbol(array), zeros)

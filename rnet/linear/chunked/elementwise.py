"""Which expressions can be evaluated by chunk: those whose values depend on their own row only."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from rnet.conditions import RError
from rnet.formulas.names import symbols_in
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call, Constant, Node, Symbol

OF_ALL_ROWS = frozenset({
    "mean", "sum", "var", "sd", "median", "min", "max", "cumsum", "rank", "rev", "length",
    "seq_along", "rep", "rep_len", "matrix", "[", "[[", "C",
})  # fmt: skip
"""Functions whose value for one row depends on the others."""


def functions_in(node: Node) -> Iterator[str]:
    """Yield the names of the functions an expression calls."""
    for call in _calls(node):
        if isinstance(call.function, Symbol):
            yield call.function.name


def check_elementwise(node: Node, columns: Sequence[str]) -> None:
    """Refuse an expression that needs all rows of the table at once.

    Raises
    ------
    RError
        With a hint what to write instead.
    """
    known = set(columns)
    for call in _calls(node):
        name = call.function.name if isinstance(call.function, Symbol) else ""
        if name in OF_ALL_ROWS and known.intersection(symbols_in(call)):
            raise _refusal(call, "compute it beforehand and give the number.")
        needs = PARAMETERS.get(name)
        if needs is not None and not needs(_named(call)):
            raise _refusal(call, ADVICE[name])


def _calls(node: Node) -> Iterator[Call]:
    stack: list[Node] = [node]
    while stack:
        top = stack.pop()
        if isinstance(top, Call):
            yield top
            stack.extend(a.value for a in top.arguments if a.value is not None)


def _named(call: Call) -> dict[str, Node]:
    """Return the arguments by name; those without one by their place, from "1"."""
    return {
        a.name or str(place): a.value
        for place, a in enumerate(call.arguments, start=1)
        if a.value is not None
    }


def _has_knots(given: Mapping[str, Node]) -> bool:
    return "knots" in given and "Boundary.knots" in given


def _is_raw(given: Mapping[str, Node]) -> bool:
    raw = given.get("raw")
    return (isinstance(raw, Constant) and raw.value is True) or raw == Symbol("T")


def _has_centre_and_scale(given: Mapping[str, Node]) -> bool:
    return all(name in given and not _is_logical(given[name]) for name in ("center", "scale"))


def _is_logical(node: Node) -> bool:
    return (isinstance(node, Constant) and node.kind == "logical") or node in (
        Symbol("T"),
        Symbol("F"),
    )


def _has_breaks(given: Mapping[str, Node]) -> bool:
    return not isinstance(given.get("breaks", given.get("2")), Constant)


PARAMETERS: Mapping[str, Callable[[Mapping[str, Node]], bool]] = {
    "poly": _is_raw,
    "bs": _has_knots,
    "ns": _has_knots,
    "scale": _has_centre_and_scale,
    "cut": _has_breaks,
}
"""Functions that take their parameters from the data, unless these are given."""

SPLINE_ADVICE = "give both `knots` and `Boundary.knots`."
ADVICE = {
    "poly": "write poly(x, degree, raw = TRUE), or I(x^2) for a power.",
    "bs": SPLINE_ADVICE,
    "ns": SPLINE_ADVICE,
    "scale": "give both `center` and `scale` as numbers.",
    "cut": "give the breaks, not their number.",
}


def _refusal(call: Call, hint: str) -> RError:
    return RError(
        f"'{deparse_line(call)}' cannot be evaluated by chunks",
        f"It depends on all rows of the table: {hint}",
    )

"""Calling a function for each element: lapply, sapply, vapply, mapply, Map, rapply."""

from collections.abc import Callable, Sequence
from typing import Any

from rnet.conditions import RError, warn
from rnet.interpreter.builtin import builtin
from rnet.interpreter.calls import apply, caller, match_function
from rnet.interpreter.coerce import coerced, is_true, type_name
from rnet.interpreter.environment import Environment, fulfilled
from rnet.interpreter.frame import Context, Function
from rnet.interpreter.language_values import LateCall, node_of
from rnet.interpreter.lazy import call_of, within_calls
from rnet.interpreter.parameters import Given
from rnet.interpreter.simplify import as_list, joined, list_with_names, simplified
from rnet.interpreter.values import MISSING, Kind, Named, Value, Vector, boxed, character, list_of
from rnet.language.tree import Argument, Call, Constant, Node, Symbol

_ELEMENT = Call(Symbol("[["), (Argument(None, Symbol("X")), Argument(None, Symbol("i"))))
_LAPPLY = call_of("lapply(X = X, FUN = FUN, ...)")
_MAPPLY = call_of("mapply(FUN = f, ..., SIMPLIFY = FALSE)")
_REST = Argument(None, Symbol("..."))
_EACH = Call(Symbol("FUN"), (Argument(None, _ELEMENT), _REST))


def each(
    items: Sequence[Any],
    function: Function,
    dots: list[Named],
    context: Context,
    *inner: Call,
    node: Call = _EACH,
) -> list[Any]:
    """Return what a function gives for each item, further arguments behind it.

    `inner` are calls that R makes of its own between the one written and those of the function;
    `node` is how R writes those.
    """
    where = context.environment
    with within_calls(where, [context.call, *inner]):
        call = caller(function, [None, *(name for name, _ in dots)], where, node)
        rest = [value for _, value in dots]
        return [call(item, *rest) for item in items]


def _function(value: Value, context: Context) -> Function:
    return match_function(value, context.environment)


@builtin("lapply", "X, FUN, ...", context=True)
def lapply(context: Context, x: Value, fun: Value, dots: list[Named]) -> Vector:
    """Return the list of results."""
    function = _function(fun, context)
    items, names = as_list(x, context.environment)
    return list_with_names(each(items, function, dots, context), names)


@builtin("sapply", "X, FUN, ..., simplify = TRUE, USE.NAMES = TRUE", context=True)
def sapply(
    context: Context, x: Value, fun: Value, dots: list[Named], simplify: Value, use_names: Value
) -> Any:
    """Return the results, simplified to a vector or matrix where they can be."""
    function = _function(fun, context)
    items, names = as_list(x, context.environment)
    results = each(items, function, dots, context, _LAPPLY)
    labels = _labels(x, names) if is_true(use_names) else None
    if not is_true(simplify) and not _is_array(simplify):
        return list_with_names(results, labels)
    return simplified(results, labels, higher=_is_array(simplify))


def _is_array(simplify: Value) -> bool:
    return isinstance(simplify, Vector) and simplify.kind == "character"


def _labels(x: Value, names: Sequence[str | None] | None) -> Sequence[str | None] | None:
    """Return names for results: those of X, or X itself where it holds strings."""
    if names is None and isinstance(x, Vector) and x.kind == "character":
        return list(x.data)
    return names


@builtin("vapply", "X, FUN, FUN.VALUE, ..., USE.NAMES = TRUE", context=True)
def vapply(
    context: Context, x: Value, fun: Value, template: Value, dots: list[Named], use_names: Value
) -> Any:
    """Return the results, each checked to be like the template."""
    function = _function(fun, context)
    items, names = as_list(x, context.environment)
    results = [boxed(item) for item in each(items, function, dots, context)]
    pattern = boxed(template)
    for position, result in enumerate(results):
        _check_like(result, pattern, position + 1)
    labels = _labels(x, names) if is_true(use_names) else None
    if not results:
        own = None if labels is None else {"names": character([])}
        return Vector(pattern.kind, pattern.data[:0], own)
    if len(pattern.data) == 1:
        together = joined([Vector(result.kind, result.data) for result in results])
        assert together is not None
        kind = pattern.kind
        own = None if labels is None else {"names": character(labels)}
        return Vector(kind, coerced(together, kind), own)
    return simplified(results, labels, higher=True)


_WIDER = {
    "logical": {"logical"},
    "integer": {"logical", "integer"},
    "double": {"logical", "integer", "double"},
}


def _check_like(result: Value, pattern: Vector, position: int) -> None:
    size = len(result.data) if isinstance(result, Vector) else (0 if result is None else 1)
    if size != len(pattern.data):
        raise RError(
            f"values must be length {len(pattern.data)},\n "
            f"but FUN(X[[{position}]]) result is length {size}"
        )
    kind = type_name(result)
    if kind not in _WIDER.get(pattern.kind, {pattern.kind}):
        raise RError(
            f"values must be type '{pattern.kind}',\n "
            f"but FUN(X[[{position}]]) result is type '{kind}'"
        )


def _longest(lists: list[tuple[list[Any], Any]]) -> int:
    sizes = [len(items) for items, _ in lists]
    if sizes and min(sizes) == 0 and max(sizes) > 0:
        raise RError("zero-length inputs cannot be mixed with those of non-zero length")
    longest = max(sizes, default=0)
    if any(size and longest % size for size in sizes):
        warn("longer argument not a multiple of length of shorter")
    return longest


def mapped(
    function: Function, dots: list[Named], more: list[Named], environment: Environment
) -> tuple[list[Any], Sequence[str | None] | None]:
    """Call a function with the first elements, the second ones ...; results and their names."""
    lists = [as_list(value, environment) for _, value in dots]
    count = _longest(lists)
    rest: Given = [(name, _promised(value, environment, node_of(value))) for name, value in more]
    nodes = [_element_of(index + 1) for index in range(len(dots))]
    written = _mapped_call(function, [name for name, _ in dots], nodes, more)
    sources = [
        (name, node, items)
        for (name, _), node, (items, _names) in zip(dots, nodes, lists, strict=True)
    ]
    results = []
    for place in range(count):
        given = [
            (name, _promised(items[place % len(items)], environment, LateCall(node, place)))
            for name, node, items in sources
        ]
        results.append(apply(function, given + rest, environment, LateCall(written, place)))
    if not lists:
        return results, None
    return results, _labels(dots[0][1], lists[0][1])


def _promised(value: Value, environment: Environment, node: Node) -> Any:
    if type(value) is Vector:
        value.shared = True
    return value if value is MISSING else fulfilled(value, environment, node)


def _element_of(index: int) -> Callable[[int], Call]:
    """Return what writes `dots[[index]][[place + 1]]`."""
    return lambda place: _indexed(_indexed(Symbol("dots"), index), place + 1)


def _indexed(target: Any, position: int) -> Call:
    place = Argument(None, Constant("integer", position))
    return Call(Symbol("[["), (Argument(None, target), place))


def _mapped_call(
    function: Function,
    names: list[str | None],
    nodes: list[Callable[[int], Call]],
    more: list[Named],
) -> Callable[[int], Call]:
    """Return what writes the call with the elements at a place."""
    called = node_of(function)
    rest = [Argument(name, node_of(value)) for name, value in more]

    def write(place: int) -> Call:
        own = [Argument(name, node(place)) for name, node in zip(names, nodes, strict=True)]
        return Call(called, (*own, *rest))

    return write


@builtin("mapply", "FUN, ..., MoreArgs = NULL, SIMPLIFY = TRUE, USE.NAMES = TRUE", context=True)
def mapply(
    context: Context,
    fun: Value,
    dots: list[Named],
    more: Value,
    simplify: Value,
    use_names: Value,
) -> Any:
    """Return the results of calls with the elements of several vectors, simplified."""
    further = named_items(more)
    with within_calls(context.environment, [context.call]):
        results, names = mapped(_function(fun, context), dots, further, context.environment)
    labels = names if is_true(use_names) else None
    if is_true(simplify):
        return simplified(results, labels)
    return list_of(results, labels)


def named_items(value: Value) -> list[Named]:
    """Return the elements of a list with their names, as arguments for a call."""
    from rnet.interpreter.attributes import names_of

    vector = boxed(value)
    if vector is None:
        return []
    items, names = list(vector.data), names_of(vector)
    return [(None if names is None else names[i] or None, item) for i, item in enumerate(items)]


@builtin("Map", "f, ...", context=True)
def map_all(context: Context, fun: Value, dots: list[Named]) -> Vector:
    """Return the list of results of calls with the elements of several vectors."""
    with within_calls(context.environment, [context.call, _MAPPLY]):
        results, names = mapped(_function(fun, context), dots, [], context.environment)
    return list_of(results, names)


_KINDS: dict[str, Kind | None] = {
    "map": None,
    "map_dbl": "double",
    "map_int": "integer",
    "map_chr": "character",
    "map_lgl": "logical",
}


def _declare_map(name: str, kind: Kind | None) -> None:
    @builtin(name, ".x, .f, ...", context=True)
    def run(context: Context, x: Value, fun: Value, dots: list[Named]) -> Any:
        items, names = as_list(x, context.environment)
        results = each(items, _mapper(fun, context), dots, context)
        if kind is None:
            return list_with_names(results, names)
        together = joined(results)
        assert together is not None
        own = None if names is None else {"names": character(names)}
        return Vector(kind, coerced(Vector(together.kind, together.data), kind), own)


for _name, _kind in _KINDS.items():
    _declare_map(_name, _kind)


def _mapper(value: Value, context: Context) -> Function:
    """Return the function of a purrr argument: a function, or a formula in `.x`."""
    from rnet.interpreter.compile import evaluate
    from rnet.interpreter.values import Language
    from rnet.language.tree import Function as Definition

    if isinstance(value, Language) and isinstance(value.node, Call):
        where = (value.attributes or {}).get(".Environment", context.environment)
        body = value.node.arguments[-1].value
        assert body is not None
        names = (".x", ".y", ".z")
        made: Function = evaluate(
            Definition((*(Argument(n, None) for n in names), Argument("...", None)), body), where
        )
        return made
    return _function(value, context)

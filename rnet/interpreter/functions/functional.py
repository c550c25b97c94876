"""Functions of functions: do.call, Reduce, Filter, Vectorize, Negate, apply, outer, tapply."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.builtin import builtin
from rnet.interpreter.calls import apply, call_function, caller, find_function, match_function
from rnet.interpreter.coerce import coerced, is_true
from rnet.interpreter.environment import Environment, Promise, fulfilled
from rnet.interpreter.frame import Context, Function
from rnet.interpreter.functions.apply import each, named_items
from rnet.interpreter.language_values import node_of
from rnet.interpreter.lazy import call_of, code_of, within_calls
from rnet.interpreter.operators import operation
from rnet.interpreter.simplify import as_list, simplified
from rnet.interpreter.values import (
    MISSING,
    Builtin,
    Closure,
    Language,
    Named,
    Value,
    Vector,
    boxed,
    list_of,
    scalar,
)
from rnet.language.tree import Argument, Call, Node, Symbol


@builtin("match.fun", "FUN, descend = TRUE", context=True)
def match_fun(context: Context, fun: Value, descend: Value) -> Function:
    """Return the function that an argument is or names."""
    return match_function(fun, context.environment)


@builtin("do.call", "what, args, quote = FALSE, envir = NULL", context=True)
def do_call(context: Context, what: Value, args: Value, quote: Value, where: Value) -> Any:
    """Call a function with a list of arguments."""
    environment = where if isinstance(where, Environment) else context.environment
    if not isinstance(args, Vector) or args.kind != "list":
        raise RError("second argument must be a list")
    given = named_items(args)
    node = Call(_callee(what), tuple(Argument(own, node_of(value)) for own, value in given))
    if isinstance(what, Vector) and what.kind == "character":
        try:
            function = find_function(str(what.data[0]), environment)
        except RError as error:
            error.call = node
            raise
    else:
        function = match_function(what, environment)
    quoted = is_true(quote)
    arguments = [(own, _argument(value, environment, quoted)) for own, value in given]
    with within_calls(environment, [context.call]):
        return apply(function, arguments, environment, node)


def _callee(what: Value) -> Node:
    if isinstance(what, Vector):
        return Symbol(str(what.data[0]))
    return node_of(what)


def _argument(value: Any, environment: Environment, quoted: bool) -> Any:
    """Return an argument as a promise; language is evaluated where the call stands."""
    if value is MISSING:
        return value
    if type(value) is Vector:
        value.shared = True
    if isinstance(value, Language) and not value.attributes and not quoted:
        return Promise(code_of(value.node), environment, value.node)
    return fulfilled(value, environment, node_of(value))


# ---- higher-order functions of Common Lisp's kind


@builtin(
    "Reduce",
    "f, x, init = .missing, right = FALSE, accumulate = FALSE, simplify = TRUE",
    context=True,
)
def reduce(
    context: Context,
    fun: Value,
    x: Value,
    init: Value,
    right: Value,
    accumulate: Value,
    simplify: Value,
) -> Any:
    """Combine the elements of a vector two at a time."""
    function = match_function(fun, context.environment)
    items = as_list(x, context.environment)[0]
    from_right = is_true(right)
    if from_right:
        items = items[::-1]
    if init is not MISSING:
        items = [init, *items]
    if not items:
        return None
    where = context.environment
    combine = operation(function, where, _REDUCED) or caller(function, _PAIR, where, _REDUCED)
    result = scalar(items[0])
    results = [result]
    with within_calls(where, [context.call]):
        for item in map(scalar, items[1:]):
            result = combine(item, result) if from_right else combine(result, item)
            results.append(result)
    if not is_true(accumulate):
        return result
    if from_right:
        results.reverse()
    sizes = {len(v.data) if isinstance(v := boxed(r), Vector) else 2 for r in results}
    if is_true(simplify) and sizes == {1}:
        return simplified(results, None)
    return list_of(results)


_PAIR = (None, None)
_REDUCED = Call(
    Symbol("f"),
    (
        Argument(None, Symbol("init")),
        Argument(
            None, Call(Symbol("[["), (Argument(None, Symbol("x")), Argument(None, Symbol("i"))))
        ),
    ),
)


_FILTER = (call_of("unlist(lapply(x, f))"), call_of("lapply(x, f)"))


def _picked(context: Context, fun: Value, x: Value, *inner: Call) -> list[int]:
    function = match_function(fun, context.environment)
    items = as_list(x, context.environment)[0]
    found = []
    for position, answer in enumerate(map(boxed, each(items, function, [], context, *inner))):
        if isinstance(answer, Vector) and coerced(answer, "logical")[0] == 1:
            found.append(position)
    return found


@builtin("Filter", "f, x", context=True)
def filter_elements(context: Context, fun: Value, x: Value) -> Any:
    """Return the elements for which a function is TRUE."""
    places = _picked(context, fun, x, *_FILTER)
    vector = boxed(x)
    if vector is None:
        return None
    from rnet.interpreter.values import integer

    return call_function(
        find_function("[", context.environment),
        [(None, vector), (None, integer([place + 1 for place in places]))],
        context.environment,
    )


@builtin("Find", "f, x, right = FALSE, nomatch = NULL", context=True)
def find_element(context: Context, fun: Value, x: Value, right: Value, nomatch: Value) -> Any:
    """Return the first element for which a function is TRUE."""
    places = _picked(context, fun, x)
    if not places:
        return nomatch
    return as_list(x, context.environment)[0][places[-1 if is_true(right) else 0]]


@builtin("Position", "f, x, right = FALSE, nomatch = NA_integer_", context=True)
def position_of(context: Context, fun: Value, x: Value, right: Value, nomatch: Value) -> Any:
    """Return the place of the first element for which a function is TRUE."""
    places = _picked(context, fun, x)
    return places[-1 if is_true(right) else 0] + 1 if places else nomatch


# ---- functions that make functions


@builtin("Negate", "f", context=True)
def negate(context: Context, fun: Value) -> Builtin:
    """Return the function that answers the opposite."""
    function = match_function(fun, context.environment)

    def opposite(inner: Context, dots: list[Named]) -> Any:
        from rnet.interpreter.operators import apply_operator

        value = call_function(function, dots, inner.environment)
        return apply_operator("!", [value], inner.environment, inner.call)

    return Builtin(
        "Negate", (Argument("...", None),), opposite, takes_context=True, defaults=(MISSING,)
    )


@builtin("Vectorize", "FUN, vectorize.args = NULL, SIMPLIFY = TRUE, USE.NAMES = TRUE", context=True)
def vectorize(context: Context, fun: Value, names: Value, simplify: Value, use_names: Value) -> Any:
    """Return the function that works on each element of its arguments."""
    from rnet.interpreter.coerce import strings
    from rnet.interpreter.functions.apply import mapped
    from rnet.interpreter.matching import matched

    function = match_function(fun, context.environment)
    own = [p.name or "" for p in function.node.parameters] if isinstance(function, Closure) else []
    wanted = strings(names) if names is not None else own

    def over_elements(inner: Context, dots: list[Named]) -> Any:
        slots = matched(own, [(n, (n, v)) for n, v in dots])
        given: list[Named] = [
            (p, s[1]) for p, s in zip(own, slots, strict=True) if p != "..." and s is not MISSING
        ]
        run = [pair for pair in given if pair[0] in wanted]
        more = [pair for pair in given if pair[0] not in wanted]
        results, labels = mapped(function, run, more, inner.environment)
        named = labels if is_true(use_names) else None
        return simplified(results, named) if is_true(simplify) else list_of(results, named)

    return Builtin(
        "Vectorize",
        (Argument("...", None),),
        over_elements,
        takes_context=True,
        defaults=(MISSING,),
    )


@builtin("Compose", "...", context=True)
def compose(context: Context, dots: list[Named]) -> Builtin:
    """Return the function that calls functions one after the other."""
    functions = [match_function(value, context.environment) for _, value in dots]

    def chain(inner: Context, given: list[Named]) -> Any:
        value = call_function(functions[0], given, inner.environment)
        for function in functions[1:]:
            value = call_function(function, [(None, value)], inner.environment)
        return value

    return Builtin(
        "Compose", (Argument("...", None),), chain, takes_context=True, defaults=(MISSING,)
    )

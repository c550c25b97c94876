"""Computing on the language: substitute, bquote, deparse, calls and symbols, names in code."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.builtin import builtin, special
from rnet.interpreter.coerce import as_kind, is_true, text
from rnet.interpreter.compile import evaluate
from rnet.interpreter.environment import ABSENT, Environment, Promise
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.functions.evaluation import variables_of
from rnet.interpreter.language_values import (
    call_of_parts,
    language_parts,
    node_of,
    value_of_node,
)
from rnet.interpreter.lazy import force, lazy
from rnet.interpreter.values import (
    MISSING,
    Language,
    Named,
    Value,
    Vector,
    boxed,
    character,
)
from rnet.language.tree import Argument, Call, Function, Node, Symbol

# ---- substitute and bquote


@special("substitute")
def substitute(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Return an expression with parameters replaced by what they were given."""
    expression = arguments[0].value
    if expression is None:
        raise RError("argument 1 is empty")
    where: Value = context.environment
    if len(arguments) > 1 and arguments[1].value is not None:
        where = evaluate(arguments[1].value, context.environment)
    if where is STATE.session.globals:
        return value_of_node(expression)
    variables = where.variables if isinstance(where, Environment) else variables_of(where)
    return value_of_node(substituted(expression, variables))


def substituted(node: Node, variables: dict[str, Any]) -> Node:
    """Return a node with symbols replaced by the code or value they stand for."""
    match node:
        case Symbol(name):
            return _replacement(node, variables.get(name, ABSENT))
        case Call(function, arguments):
            return Call(substituted(function, variables), _substituted_all(arguments, variables))
        case Function(parameters, body):
            return Function(parameters, substituted(body, variables))
    return node


def _substituted_all(
    arguments: tuple[Argument, ...], variables: dict[str, Any]
) -> tuple[Argument, ...]:
    done: list[Argument] = []
    for argument in arguments:
        value = argument.value
        if isinstance(value, Symbol) and value.name == "..." and "..." in variables:
            dots = variables["..."]
            if dots is MISSING:
                continue
            if isinstance(dots, list):
                done += [
                    Argument(name, None if item is MISSING else _node_in_dots(item))
                    for name, item in dots
                ]
                continue
        done.append(
            Argument(argument.name, None if value is None else substituted(value, variables))
        )
    return tuple(done)


def _node_in_dots(item: Any) -> Node:
    return item.node if type(item) is Promise else node_of(item)


def _replacement(symbol: Symbol, value: Any) -> Node:
    if value is ABSENT or value is MISSING or isinstance(value, list):
        return symbol
    if type(value) is Promise:
        node: Node = value.node
        return node
    if isinstance(value, Environment):
        return symbol
    return node_of(value)


@special("bquote")
def bquote(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Return an expression with the parts inside `.( )` evaluated."""
    expression, where, splice = lazy(context, arguments, ("expr", "where", "splice"))
    del splice
    environment = force(where, context.environment)
    return value_of_node(_filled(expression.node, environment))


def _filled(node: Node, environment: Environment) -> Node:
    match node:
        case Call(Symbol("."), (Argument(_, inner),)) if inner is not None:
            return node_of(evaluate(inner, environment))
        case Call(function, arguments):
            done: list[Argument] = []
            for argument in arguments:
                done += _filled_argument(argument, environment)
            return Call(_filled(function, environment), tuple(done))
        case Function(parameters, body):
            return Function(parameters, _filled(body, environment))
    return node


def _filled_argument(argument: Argument, environment: Environment) -> list[Argument]:
    value = argument.value
    match value:
        case None:
            return [argument]
        case Call(Symbol(".."), (Argument(_, inner),)) if inner is not None:
            from rnet.interpreter.functions.apply import named_items

            given = evaluate(inner, environment)
            if isinstance(given, Language):
                given = language_parts(given, "list")
            return [Argument(name, node_of(item)) for name, item in named_items(given)]
    return [Argument(argument.name, _filled(value, environment))]


# ---- deparse


@builtin(
    "deparse",
    "expr, width.cutoff = 60L, backtick = TRUE, control = NULL, nlines = -1L",
)
def deparse_builtin(
    value: Value, width: Value, backtick: Value, control: Value, nlines: Value
) -> Vector:
    """Return a value as R code."""
    from rnet.interpreter.deparse_value import deparsed_lines

    lines = deparsed_lines(value, int(as_kind(width, "integer").data[0]))
    count = int(as_kind(nlines, "integer").data[0])
    return character(lines[:count] if count > 0 else lines)


@builtin("deparse1", "expr, collapse = ' ', width.cutoff = 500L, ...")
def deparse_one(value: Value, collapse: Value, width: Value, dots: list[Named]) -> str:
    """Return a value as R code in one string."""
    from rnet.interpreter.deparse_value import deparsed_lines

    return text(collapse, "collapse").join(
        deparsed_lines(value, int(as_kind(width, "integer").data[0]))
    )


@builtin("dput", "x, file = '', control = NULL")
def dput(value: Value, file: Value, control: Value) -> Any:
    """Write a value as R code."""
    from rnet.interpreter.deparse_value import deparsed_lines
    from rnet.interpreter.functions.connections import write_to

    write_to(file, "\n".join(deparsed_lines(value)) + "\n", append=False)
    STATE.visible = False
    return value


# ---- calls and symbols


@builtin("as.call", "x")
def as_call(value: Value) -> Language:
    """Return a list as the call whose parts it holds."""
    if isinstance(value, Language):
        return value
    if not isinstance(value, Vector) or value.kind not in ("list", "expression"):
        raise RError("invalid argument list")
    return call_of_parts(value)


@builtin("call", "name, ...")
def call(name: Value, dots: list[Named]) -> Language:
    """Return the call of a named function with values."""
    vector = boxed(name)
    if not isinstance(vector, Vector) or vector.kind != "character" or len(vector.data) != 1:
        raise RError("first argument must be a character string")
    arguments = tuple(Argument(own, node_of(value)) for own, value in dots)
    return Language(Call(Symbol(str(vector.data[0])), arguments))


# ---- names in code


def symbols_in(node: Node | None, *, functions: bool) -> list[str]:
    """Return the names in a piece of code, in order, with or without those of functions."""
    match node:
        case Symbol(name):
            return [name] if name else []
        case Call(function, arguments):
            found = symbols_in(function, functions=functions)
            if isinstance(function, Symbol) and not functions:
                found = []
            for argument in arguments:
                found += symbols_in(argument.value, functions=functions)
            return found
        case Function(_, inner):
            return (["function"] if functions else []) + symbols_in(inner, functions=functions)
    return []


@builtin("all.names", "expr, functions = TRUE, max.names = -1L, unique = FALSE")
def all_names(value: Value, functions: Value, most: Value, unique: Value) -> Vector:
    """Return all the names in an expression."""
    names = _names_in(value, functions=is_true(functions))
    return character(list(dict.fromkeys(names)) if is_true(unique) else names)


@builtin("all.vars", "expr, functions = FALSE, max.names = -1L, unique = TRUE")
def all_vars(value: Value, functions: Value, most: Value, unique: Value) -> Vector:
    """Return the variables in an expression, each once."""
    names = _names_in(value, functions=is_true(functions))
    return character(list(dict.fromkeys(names)) if is_true(unique) else names)


def _names_in(value: Value, *, functions: bool) -> list[str]:
    if isinstance(value, Language):
        return symbols_in(value.node, functions=functions)
    if isinstance(value, Vector) and value.kind in ("expression", "list"):
        return [name for item in value.data for name in _names_in(item, functions=functions)]
    return []

"""Functions as values: body, formals, args, as.function, alist."""

from typing import Any

from rnet.interpreter.attributes import names_of, with_names
from rnet.interpreter.builtin import builtin, special
from rnet.interpreter.calls import match_function
from rnet.interpreter.compile import evaluate
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import Context
from rnet.interpreter.language_values import (
    function_of,
    node_of,
    value_of_node,
)
from rnet.interpreter.values import (
    MISSING,
    Builtin,
    Closure,
    Language,
    Named,
    Value,
    Vector,
    boxed,
    character,
    objects,
)
from rnet.language.tree import Argument, Constant, Function, Symbol


def _of_function(value: Value, context: Context) -> Any:
    vector = boxed(value)
    if isinstance(vector, Vector) and vector.kind == "character":
        return match_function(vector, context.environment)
    return vector


@builtin("body", "fun", context=True)
def body(context: Context, fun: Value) -> Any:
    """Return the body of a function."""
    function = _of_function(fun, context)
    return value_of_node(function.node.body) if isinstance(function, Closure) else None


@builtin("formals", "fun, envir = NULL", context=True)
def formals(context: Context, fun: Value, envir: Value) -> Any:
    """Return the parameters of a function with their defaults."""
    function = _of_function(fun, context)
    if not isinstance(function, Closure) or not function.node.parameters:
        return None
    return parameter_list(function.node.parameters)


def parameter_list(parameters: tuple[Argument, ...]) -> Vector:
    """Return parameters as a list by name; one without a default is the empty symbol."""
    items = [
        Language(Symbol("")) if p.value is None else boxed(value_of_node(p.value))
        for p in parameters
    ]
    return Vector("list", objects(items), {"names": character([p.name for p in parameters])})


@builtin("formalArgs", "def", context=True)
def formal_names(context: Context, fun: Value) -> Any:
    """Return the names of a function's parameters."""
    function = _of_function(fun, context)
    if isinstance(function, Closure):
        return character([p.name for p in function.node.parameters])
    return character([p.name for p in function.parameters])


@builtin("args", "name", context=True)
def args(context: Context, fun: Value) -> Any:
    """Return a function with the same parameters and no body."""
    function = _of_function(fun, context)
    if not isinstance(function, Closure | Builtin):
        return None
    definition = function_of(function)
    assert isinstance(definition, Function)
    return evaluate(Function(definition.parameters, Constant("NULL", None)), context.environment)


@builtin("arity", "f")
def arity(fun: Value) -> int:
    """Return the number of parameters of a function."""
    return len(fun.node.parameters) if isinstance(fun, Closure) else len(fun.parameters)


@builtin("as.function", "x, envir = NULL, ...", context=True, generic=True)
def as_function(context: Context, value: Value, envir: Value, dots: list[Named]) -> Any:
    """Return a function from a list of parameters and the body last."""
    if isinstance(value, Closure | Builtin):
        return value
    names = names_of(value) or [""] * len(value.data)
    where = envir if isinstance(envir, Environment) else context.environment
    return made_function(list(value.data[:-1]), names[:-1], value.data[-1], where)


def made_function(items: list[Any], names: Any, code: Value, where: Environment) -> Any:
    """Return a function from its parameters and its body."""
    parameters = tuple(
        Argument(name or "", None if _is_empty(item) else node_of(item))
        for name, item in zip(names, items, strict=True)
    )
    return evaluate(Function(parameters, node_of(code)), where)


def _is_empty(item: Value) -> bool:
    return item is MISSING or (
        isinstance(item, Language) and isinstance(item.node, Symbol) and not item.node.name
    )


@builtin("body<-", "fun, envir = NULL, value", context=True)
def set_body(context: Context, fun: Value, envir: Value, value: Value) -> Any:
    """Return a function with another body."""
    assert isinstance(fun, Closure)
    made = evaluate(Function(fun.node.parameters, node_of(value)), fun.environment)
    made.attributes = fun.attributes
    return made


@builtin("formals<-", "fun, envir = NULL, value", context=True)
def set_formals(context: Context, fun: Value, envir: Value, value: Value) -> Any:
    """Return a function with other parameters."""
    assert isinstance(fun, Closure)
    items = [] if value is None else list(value.data)
    names = names_of(value) or []
    return made_function(items, names, value_of_node(fun.node.body), fun.environment)


@special("alist")
def alist(context: Context, arguments: tuple[Argument, ...]) -> Vector:
    """Return the arguments unevaluated, as a list."""
    items = [
        Language(Symbol("")) if a.value is None else boxed(value_of_node(a.value))
        for a in arguments
    ]
    made = Vector("list", objects(items))
    return (
        with_names(made, [a.name or "" for a in arguments])
        if any(a.name for a in arguments)
        else made
    )

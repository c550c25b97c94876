"""Evaluating code: eval, evalq, local, with, parse, expression."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.attributes import is_data_frame, names_of
from rnet.interpreter.builtin import builtin, special
from rnet.interpreter.coerce import as_kind, text, texts, type_name
from rnet.interpreter.environment import Environment, Promise
from rnet.interpreter.frame import STATE, Context, ReturnSignal
from rnet.interpreter.language_values import (
    value_of_node,
)
from rnet.interpreter.lazy import call_of, code_of, force, lazy, within_calls
from rnet.interpreter.values import (
    MISSING,
    Language,
    Model,
    Named,
    Value,
    Vector,
    boxed,
    character,
    list_of,
    objects,
)
from rnet.language.parser import parse_program
from rnet.language.tree import Argument, Call, Symbol


def variables_of(value: Value) -> dict[str, Any]:
    """Return the elements of a list or data frame that have names, as variables."""
    vector = boxed(value)
    if vector is None:
        return {}
    if isinstance(vector, Environment):
        return vector.variables
    if isinstance(vector, Model):
        from rnet.interpreter.simplify import as_list

        parts, names = as_list(vector, STATE.session.globals)
        return {name: item for name, item in zip(names or [], parts, strict=False) if name}
    if not isinstance(vector, Vector):
        raise RError("invalid 'envir' argument of type '" + type_name(vector) + "'")
    own = names_of(vector) or []
    items: Any = vector.data if vector.kind == "list" else as_kind(vector, "list").data
    found: dict[str, Any] = {}
    for name, item in zip(own, items, strict=False):
        if name and name not in found:
            if type(item) is Vector:
                item.shared = True
            found[name] = item
    return found


def environment_for(where: Value, enclosing: Environment) -> Environment:
    """Return the environment that `eval` works in for its `envir`."""
    value = boxed(where)
    if isinstance(value, Environment):
        return value
    if (
        isinstance(value, Vector)
        and value.kind in ("integer", "double")
        and not is_data_frame(value)
    ):
        from rnet.interpreter.functions.frames import frame_environment

        return frame_environment(int(as_kind(value, "integer").data[0]), enclosing)
    inner = Environment(enclosing)
    inner.variables.update(variables_of(value))
    return inner


def evaluate_value(value: Value, where: Environment) -> Any:
    """Evaluate a value: language is run, an expression one by one, all else is itself."""
    if isinstance(value, Vector) and value.kind == "expression":
        result: Any = None
        for item in value.data:
            result = evaluate_value(item, where)
        return result
    STATE.visible = True
    if isinstance(value, Promise):
        return value.force()
    if not isinstance(value, Language):
        return value
    if (value.attributes or {}).get(".Environment") is not None:
        return value
    try:
        return code_of(value.node)(where)
    except ReturnSignal as signal:
        if signal.environment is not where:
            raise
        return signal.value


@builtin("eval", "expr, envir = .missing, enclos = .missing", context=True)
def eval_(context: Context, expression: Value, envir: Value, enclos: Value) -> Any:
    """Evaluate language in an environment, a list or a data frame."""
    enclosing = enclos if isinstance(enclos, Environment) else context.environment
    where = context.environment if envir is MISSING else environment_for(envir, enclosing)
    if not isinstance(expression, Language | Vector):
        return evaluate_value(expression, where)
    with within_calls(where, [context.call, context.call]):
        return evaluate_value(expression, where)


@special("withVisible")
def with_visible(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Return the value of an expression, and whether the console would show it."""
    (expression,) = lazy(context, arguments, ("x",))
    STATE.visible = True
    value = force(expression)
    visible, STATE.visible = STATE.visible, True
    return list_of([boxed(value), boxed(visible)], ["value", "visible"])


@special("evalq")
def evalq(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Evaluate an expression as written in an environment."""
    expression, envir, enclos = lazy(context, arguments, ("expr", "envir", "enclos"))
    enclosing = force(enclos, context.environment)
    where = environment_for(force(envir, context.environment), enclosing)
    return evaluate_value(Language(expression.node), where)


@special("local")
def local(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Evaluate an expression in an environment of its own."""
    expression, envir = lazy(context, arguments, ("expr", "envir"))
    where = force(envir)
    shown = Argument(None, _NEW if envir is MISSING else envir.node)
    if where is MISSING:
        where = Environment(context.environment)
    quoted = Call(Symbol("quote"), (Argument(None, expression.node),))
    inner = Call(Symbol("eval"), (Argument(None, quoted), shown))
    calls = [context.call, _PARENT, _EVAL, _EVAL, inner, inner]
    with within_calls(context.environment, calls):
        return evaluate_value(Language(expression.node), where)


_NEW = call_of("new.env()")
_PARENT = call_of("eval.parent(substitute(eval(quote(expr), envir)))")
_EVAL = call_of("eval(expr, p)")
_WITH = call_of("with.default(data, expr)")
_SUBSTITUTED = call_of("eval(substitute(expr), data, enclos = parent.frame())")


@special("with with.default with.list with.data.frame with.environment")
def with_values(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Evaluate an expression with the elements of a list as variables."""
    data, expression, _ = lazy(context, arguments, ("data", "expr", "..."))
    where = environment_for(force(data), context.environment)
    with within_calls(context.environment, [context.call, _WITH, _SUBSTITUTED, _SUBSTITUTED]):
        return evaluate_value(Language(expression.node), where)


# ---- parse


@builtin(
    "parse",
    "file = '', n = NULL, text = NULL, prompt = '?', keep.source = FALSE, srcfile = NULL, "
    "encoding = 'unknown'",
)
def parse(
    file: Value,
    n: Value,
    source: Value,
    prompt: Value,
    keep: Value,
    srcfile: Value,
    encoding: Value,
) -> Vector:
    """Return the expressions of R code given as text."""
    if source is None:
        from rnet.interpreter.calls import call_function, find_function

        source = call_function(find_function("readLines", STATE.session.globals), [(None, file)])
    code = "\n".join(line for line in texts(source))
    nodes = [statement.node for statement in STATE.session.statements(code)]
    return Vector("expression", objects([boxed(value_of_node(node)) for node in nodes]))


@builtin("str2lang", "s")
def str2lang(source: Value) -> Any:
    """Return the expression that a string holds."""
    nodes = parse_program(text(source, "s"))
    if len(nodes) != 1:
        raise RError(f"parsing result not of length one, but {len(nodes)}")
    return value_of_node(nodes[0])


@special("expression")
def expression(context: Context, arguments: tuple[Argument, ...]) -> Vector:
    """Return the arguments unevaluated."""
    items = objects([boxed(value_of_node(a.value)) for a in arguments])
    if any(a.name for a in arguments):
        return Vector("expression", items, {"names": character([a.name or "" for a in arguments])})
    return Vector("expression", items)


@builtin("as.expression", "x, ...", generic=True)
def as_expression(value: Value, dots: list[Named]) -> Vector:
    """Return a value as an expression vector."""
    if isinstance(value, Vector):
        return Vector("expression", as_kind(value, "list").data)
    return Vector("expression", objects([value]))

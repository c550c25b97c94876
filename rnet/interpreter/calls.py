"""Calling functions: promises for closures, values for base functions, R's stack around both."""

from collections.abc import Callable, Sequence
from typing import Any

from rnet.conditions import RError
from rnet.interpreter.builtin import TABLE, call_builtin
from rnet.interpreter.environment import ABSENT, Environment, Promise
from rnet.interpreter.frame import (
    DEEPEST,
    STATE,
    Context,
    Dispatch,
    Frame,
    Function,
    ReturnSignal,
)
from rnet.interpreter.matching import UnusedArgumentError
from rnet.interpreter.parameters import Given
from rnet.interpreter.signalling import fail_with
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
)
from rnet.language.deparse import deparse_line
from rnet.language.parser import parse_expression
from rnet.language.primitives import PRIMITIVES
from rnet.language.tree import Argument, Call, Node, Symbol


def find_function(name: str, environment: Environment) -> Function:
    """Return the function a name stands for where it is called; other variables do not count.

    Raises
    ------
    RError
        `could not find function "f"`
    """
    where: Environment | None = environment
    while where is not None:
        value = where.variables.get(name, ABSENT)
        if value is not ABSENT:
            if type(value) is Promise:
                value = value.force()
            if type(value) is Closure or type(value) is Builtin:
                return value
        where = where.parent
    loaded = TABLE.get(name)
    return _from_packages(name) if loaded is None else loaded


_FROM_PACKAGES: dict[str, Builtin] = {}
"""Functions of rnet's that programs have called: their names mean nothing else."""


def _from_packages(name: str) -> Function:
    known = _FROM_PACKAGES.get(name)
    if known is not None:
        return known
    from rnet.interpreter.packages import exported

    found = exported(name)
    if isinstance(found, Builtin) and found.special:
        _FROM_PACKAGES[name] = found
    if not isinstance(found, Closure | Builtin):
        from rnet.interpreter.unknown_names import advice_for

        raise RError(f'could not find function "{name}"', advice_for(name))
    return found


def apply(function: Function, given: Given, environment: Environment, node: Call) -> Any:
    """Call a function with promises (or values) in a call that stands in an environment."""
    if type(function) is Closure:
        return apply_closure(function, given, environment, node)
    assert isinstance(function, Builtin)
    if function.special:
        return apply_special(function, _as_arguments(function, given, node), environment, node)
    values = [(name, v.force() if type(v) is Promise else v) for name, v in given]
    return apply_builtin(function, values, environment, node)


def _as_arguments(function: Builtin, given: Given, node: Call) -> tuple[Argument, ...]:
    """Return values as arguments: rnet's own functions show them as the call has them."""
    if getattr(function.function, "shows_arguments", False) and node.arguments:
        from rnet.interpreter.language_values import held

        return held(given, node)
    return tuple(Argument(name, _node_of(value)) for name, value in given)


def _node_of(value: Any) -> Node | None:
    from rnet.interpreter.language_values import node_of

    if value is MISSING:
        return None
    return value.node if type(value) is Promise else node_of(value)


def apply_special(
    function: Builtin, arguments: tuple[Argument, ...], environment: Environment, node: Call
) -> Any:
    """Call a base function that takes its arguments unevaluated."""
    STATE.visible = True
    outer, STATE.call = STATE.call, node
    try:
        return function.function(Context(environment, node), arguments)
    except Exception as error:
        return fail_with(error, node)
    finally:
        STATE.call = outer


_NUMBERS = frozenset({float, int})


def quickly(function: Builtin, values: list[Value]) -> Any:
    """Return what a base function's quick ways answer for arguments without names, or None."""
    if function.quick is not None and values:
        for value in values:
            if type(value) not in _NUMBERS:
                break
        else:
            found = function.quick(*values)
            if found is not None:
                return found
    return None if function.plain is None else function.plain(*values)


def apply_builtin(function: Builtin, given: Given, environment: Environment, node: Call) -> Any:
    """Call a base function with values, dispatching on the class of the first if it is generic."""
    STATE.visible = True
    if function.quick is not None or function.plain is not None:
        values = [value for name, value in given if name is None and value is not MISSING]
        if len(values) == len(given):
            found = quickly(function, values)
            if found is not None:
                return found
    return apply_plainly(function, given, environment, node)


def apply_plainly(function: Builtin, given: Given, environment: Environment, node: Call) -> Any:
    """Call a base function that has no quick way for these values; see `apply_builtin`."""
    if function.generic and given:
        first = given[0][1]
        if getattr(first, "attributes", None) is not None or hasattr(first, "classes"):
            from rnet.interpreter.dispatch import dispatched

            for _, value in given:  # a method may keep what the function itself only looks at
                if type(value) is Vector:
                    value.shared = True
            found = dispatched(function, given, environment, node)
            if found is not ABSENT:
                if function.name in PRIMITIVES:
                    STATE.visible = True
                return found
    return run_builtin(function, given, environment, node)


def run_builtin(function: Builtin, given: Given, environment: Environment, node: Call) -> Any:
    """Run a base function itself: its default method."""
    outer, STATE.call = STATE.call, node
    try:
        return call_builtin(function, given, Context(environment, node))
    except UnusedArgumentError as error:
        return fail_with(RError(unused_text(error.arguments), error.advice), node)
    except Exception as error:
        return fail_with(error, node, given[0][1] if given else None)
    finally:
        STATE.call = outer


def unused_text(arguments: Given) -> str:
    """Return R's words for arguments a function does not have, as they were written."""
    nodes = [(name, _node_of(value)) for name, value in arguments]
    shown = deparse_line(Call(Symbol("f"), tuple(Argument(n, v) for n, v in nodes)))
    word = "argument" if len(arguments) == 1 else "arguments"
    return f"unused {word} {shown[1:]}"


def apply_closure(
    function: Closure,
    given: Given,
    environment: Environment,
    node: Call,
    dispatch: Dispatch | None = None,
) -> Any:
    """Call a function written in R: bind the promises, run the body in a new environment."""
    inner = Environment(function.environment)
    if dispatch is not None:
        inner.variables[".Generic"] = dispatch.generic
        inner.variables[".Class"] = character(dispatch.classes)
    try:
        absent = function.parameters.bind(given, inner)
    except UnusedArgumentError as error:
        return fail_with(RError(unused_text(error.arguments), error.advice), node)
    except RError as error:
        return fail_with(error, node)
    inner.frame = frame = Frame(node, function, inner, environment, given, absent, dispatch)
    frames = STATE.frames
    if len(frames) >= DEEPEST:
        return fail_with(RecursionError(), None)
    frames.append(frame)
    try:
        return function.body(inner)
    except ReturnSignal as signal:
        if signal.environment is not inner:
            raise
        return signal.value
    except Exception as error:
        return fail_with(error, node)
    finally:
        if frame.on_exit:
            _run_on_exit(frame)
        frames.pop()


def _run_on_exit(frame: Frame) -> None:
    visible = STATE.visible
    expressions, frame.on_exit = frame.on_exit, ()
    for code in expressions:
        code(frame.environment)
    STATE.visible = visible


def call_function(
    function: Value,
    given: Sequence[Named],
    environment: Environment | None = None,
    node: Call | None = None,
) -> Any:
    """Call a function value from Python with values, as `do.call` or `sapply` do.

    Parameters
    ----------
    function : Closure or Builtin
    given : sequence of (name, value)
    environment : Environment, optional
        Where the call is said to stand; the global one by default.
    node : Call, optional
        The call to show in errors and to `match.call`; by default `FUN(...)` with the values.
    """
    if not isinstance(function, Closure | Builtin):
        raise RError("attempt to apply non-function")
    where = environment if environment is not None else STATE.session.globals
    if node is None:
        from rnet.interpreter.language_values import call_with_values

        node = call_with_values("FUN", given)
    call = caller(function, [name for name, _ in given], where, node)
    return call(*[value for _, value in given])


def caller(
    function: Function, names: Sequence[str | None], environment: Environment, node: Call
) -> Callable[..., Any]:
    """Return what calls a function with values, once and again: `call_function` with all else."""
    nodes = [argument.value for argument in _padded(node, len(names))]

    def call(*values: Value, node: Call = node) -> Any:
        given: Given = []
        for name, value, written in zip(names, values, nodes, strict=False):
            if type(value) is Vector:
                value.shared = True
            if value is MISSING or written is None:
                given.append((name, value))
            else:
                given.append((name, Promise(None, environment, written, value)))
        return apply_closure(function, given, environment, node)  # type: ignore[arg-type]

    def call_base(*values: Value, node: Call = node) -> Any:
        for value in values:
            if type(value) is Vector:
                value.shared = True
        return apply(function, list(zip(names, values, strict=True)), environment, node)

    return call if type(function) is Closure else call_base


def _padded(node: Call, count: int) -> Sequence[Argument]:
    arguments = node.arguments
    if len(arguments) >= count:
        return arguments
    return [*arguments] + [Argument(None, Symbol("..."))] * (count - len(arguments))


def match_function(value: Value, environment: Environment) -> Function:
    """Return the function an argument `FUN` names or is (R's `match.fun`)."""
    vector = boxed(value)
    if isinstance(vector, Closure | Builtin):
        return vector
    if isinstance(vector, Vector) and vector.kind == "character" and len(vector.data) == 1:
        return _named_function(str(vector.data[0]), environment)
    if isinstance(vector, Language) and isinstance(vector.node, Symbol):
        return _named_function(vector.node.name, environment)
    raise RError(f"'{_shown(vector)}' is not a function, character or symbol")


_GET = parse_expression('get(as.character(FUN), mode = "function", envir = envir)')


def _named_function(name: str, environment: Environment) -> Function:
    """Return the function of a name, or fail as R's `match.fun` does."""
    try:
        return find_function(name, environment)
    except RError as error:
        words = f"object '{name}' of mode 'function' was not found"
        unknown = RError(words, error.advice)
        unknown.call = _GET
        raise unknown from None


def _shown(value: Value) -> str:
    from rnet.interpreter.language_values import node_of

    return deparse_line(node_of(value))

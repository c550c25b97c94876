"""S3: finding the method of a generic function for the class of its argument."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.attributes import classes_of, implicit_classes
from rnet.interpreter.calls import apply_closure, run_builtin
from rnet.interpreter.environment import ABSENT, Environment, Promise
from rnet.interpreter.frame import STATE, Dispatch, Frame, Function, ReturnSignal
from rnet.interpreter.parameters import Given
from rnet.interpreter.values import MISSING, Builtin, Closure, Value, boxed
from rnet.language.tree import Call, Symbol

# ruff: noqa: SIM905 - long lists of names read better as text
OPERATOR_GROUP = frozenset("+ - * / ^ %% %/% == != < > <= >= & | !".split())
MATH_GROUP = frozenset(
    """abs sign sqrt floor ceiling trunc round signif exp log expm1 log1p cos sin tan cospi sinpi
    tanpi acos asin atan cosh sinh tanh gamma lgamma digamma trigamma cumsum cumprod cummax
    cummin""".split()
)
SUMMARY_GROUP = frozenset("all any sum prod max min range".split())


def group_of(generic: str) -> str:
    """Return the group a generic belongs to, "" for none."""
    if generic in OPERATOR_GROUP:
        return "Ops"
    if generic in MATH_GROUP:
        return "Math"
    return "Summary" if generic in SUMMARY_GROUP else ""


def find_method(name: str, environment: Environment) -> Function | None:
    """Return a function by its name where it is called, None where there is none."""
    found = environment.find(name)
    if found is ABSENT:
        found = STATE.session.globals.find(name)
    if type(found) is Promise:
        found = found.force()
    if isinstance(found, Closure | Builtin):
        return found
    if name in _NO_FUNCTIONS:
        return None
    from rnet.interpreter.packages import base_function
    from rnet.interpreter.r_library import library_closure

    own = base_function(name) or library_closure(name)
    if own is None:
        _NO_FUNCTIONS.add(name)
    return own


_NO_FUNCTIONS: set[str] = set()
"""Names of methods that were looked for and that neither base R nor rnet has."""


def method_for(
    generic: str, classes: list[str], environment: Environment, group: str = ""
) -> tuple[Function, list[str], str] | None:
    """Return the method of the first class that has one, and the classes after it.

    A class's own method goes before that of its group; the last item is the name found under.
    """
    for position, kind in enumerate(classes):
        for prefix in (generic, group):
            if prefix:
                # one function has two names: methods are written for as.double
                name = "as.double" if prefix == "as.numeric" else prefix
                method = find_method(f"{name}.{kind}", environment)
                if method is not None:
                    return method, classes[position + 1 :], prefix
    return None


def dispatched(function: Builtin, given: Given, environment: Environment, node: Call) -> Any:
    """Call the method of a generic base function for its first argument's class.

    Returns `ABSENT` where there is none: the base function itself is the default.
    """
    if STATE.session.formal is not None:
        from rnet.interpreter.formal_methods import built_in_result

        result = built_in_result(function.name, given, environment, node)
        if result is not ABSENT:
            return result
    first = boxed(given[0][1])
    classes = classes_of(first)
    found = method_for(function.name, classes, environment, group_of(function.name))
    if found is None:
        default = find_method(f"{function.name}.default", environment)
        if isinstance(default, Closure):
            found, classes = (default, [], function.name), ["default"]
    if found is None:
        return ABSENT
    method, rest, prefix = found
    group = prefix if prefix != function.name else ""
    how = Dispatch(function.name, rest, first, group)
    if group and isinstance(method, Builtin):
        given = [(None, boxed(function.name)), *given]
    called = method_call(node, prefix, classes, rest)
    return apply_method(method, given, environment, called, how)


def method_call(node: Call, prefix: str, classes: list[str], rest: list[str]) -> Call:
    """Return the call of a method: R shows it under the method's own name.

    `rest` are those of `classes` that come after the method's.
    """
    kind = classes[len(classes) - len(rest) - 1]
    return Call(Symbol(f"{prefix}.{kind}"), node.arguments)


def apply_method(
    method: Function, given: Given, environment: Environment, node: Call, how: Dispatch
) -> Any:
    """Call a method; one written in R can see how it was found, and `.Generic`."""
    if isinstance(method, Closure):
        promises = [(name, _promise(value, environment, node)) for name, value in given]
        return apply_closure(method, promises, environment, node, how)
    values = [(name, v.force() if type(v) is Promise else v) for name, v in given]
    return run_builtin(method, values, environment, node)


def _promise(value: Any, environment: Environment, node: Call) -> Any:
    if value is MISSING or type(value) is Promise:
        return value
    from rnet.interpreter.environment import fulfilled
    from rnet.interpreter.language_values import node_of

    return fulfilled(value, environment, node_of(value))


def dispatched_operator(
    name: str, operands: list[Value], environment: Environment, node: Call
) -> Any:
    """Call the method of an operator for the class of either operand; `ABSENT` for none."""
    if STATE.session.formal is not None:
        from rnet.interpreter.formal_methods import built_in_result

        result = built_in_result(name, [(None, value) for value in operands], environment, node)
        if result is not ABSENT:
            return result
    for operand in operands:
        classes = classes_of(boxed(operand))
        if not classes:
            continue
        found = method_for(name, classes, environment, group_of(name))
        if found is not None:
            method, rest, prefix = found
            how = Dispatch(name, rest, operand, prefix if prefix != name else "")
            given: Given = [(None, value) for value in operands]
            if isinstance(method, Builtin) and prefix != name:
                given.insert(0, (None, name))
            called = method_call(node, prefix, classes, rest)
            return apply_method(method, given, environment, called, how)
    return ABSENT


def use_method(generic: str, value: Value, frame: Frame) -> Any:
    """Leave the running function for the method that fits a value (R's `UseMethod`)."""
    classes = implicit_classes(value)
    environment = frame.caller
    found = method_for(generic, [*classes, "default"], frame.environment, group_of(generic))
    if found is None:
        from rnet.interpreter.packages import base_function

        own = base_function(generic)
        if own is None:
            shown = ", ".join(f"'{kind}'" for kind in classes)
            kinds = f"c({shown})" if len(classes) > 1 else classes[0]
            raise RError(
                f"no applicable method for '{generic}' applied to an object of class \"{kinds}\""
            )
        found = own, [], generic
    method, rest, prefix = found
    how = Dispatch(generic, rest, value, prefix if prefix != generic else "")
    node = method_call(frame.call, prefix, [*classes, "default"], rest)
    result = apply_method(method, frame.given, environment, node, how)
    raise ReturnSignal(frame.environment, result)


def next_method(frame: Frame, extra: Given) -> Any:
    """Call the method that comes after the running one (R's `NextMethod`)."""
    how = frame.dispatch
    if how is None:
        how = _guessed(frame)
    given = _current_arguments(frame, extra)
    found = method_for(how.generic, how.classes, frame.caller, group_of(how.generic))
    if found is not None:
        method, rest, prefix = found
        later = Dispatch(how.generic, rest, how.object, prefix if prefix != how.generic else "")
        node = method_call(frame.call, prefix, how.classes, rest)
        return apply_method(method, given, frame.caller, node, later)
    default = find_method(f"{how.generic}.default", frame.caller)
    if isinstance(default, Closure):
        later = Dispatch(how.generic, [], how.object)
        node = method_call(frame.call, how.generic, ["default"], [])
        return apply_method(default, given, frame.caller, node, later)
    return _internal_default(how.generic, given, frame)


def _internal_default(generic: str, given: Given, frame: Frame) -> Any:
    from rnet.interpreter.packages import base_function

    function = base_function(generic)
    if function is None:
        raise RError("no more methods for '" + generic + "'")
    values = [(name, v.force() if type(v) is Promise else v) for name, v in given]
    STATE.visible = True
    if generic in OPERATOR_GROUP:
        from rnet.interpreter.operators import operate_plainly

        return operate_plainly(generic, [value for _, value in values])
    return run_builtin(function, values, frame.caller, frame.call)


def _guessed(frame: Frame) -> Dispatch:
    """Return what `NextMethod` starts from in a method that was called by its own name."""
    function = frame.call.function
    first = frame.given[0][1] if frame.given else None
    value = first.force() if type(first) is Promise else first
    classes = implicit_classes(value)
    if isinstance(function, Symbol):
        for position, kind in enumerate(classes):
            if function.name.endswith(f".{kind}"):
                generic = function.name[: -len(kind) - 1]
                return Dispatch(generic, classes[position + 1 :], value)
    raise RError("generic function not specified")


def _current_arguments(frame: Frame, extra: Given) -> Given:
    """Return the arguments of the running method, and those given to `NextMethod` besides."""
    given = [(name, value) for name, value in frame.given]
    for name, value in extra:
        known = [i for i, (own, _) in enumerate(given) if own == name and name]
        if known:
            given[known[0]] = (name, value)
        else:
            given.append((name, value))
    return given

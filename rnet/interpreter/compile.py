"""From syntax to code: each node becomes a Python function of the environment.

Compiling once and running often is what makes loops quick: names of operators are looked up, and
arguments taken apart, only here. Operators and keywords that the user has defined anew go the way
of any other call.
"""

from collections.abc import Callable
from typing import Any

from rnet.conditions import RError
from rnet.interpreter.builtin import constant_value
from rnet.interpreter.calls import (
    apply,
    apply_builtin,
    apply_closure,
    apply_plainly,
    apply_special,
    find_function,
    quickly,
)
from rnet.interpreter.environment import ABSENT, Environment, Promise, fulfilled
from rnet.interpreter.frame import STATE
from rnet.interpreter.language_values import Embedded
from rnet.interpreter.parameters import Given, Parameter, Parameters
from rnet.interpreter.signalling import fail_with
from rnet.interpreter.values import MISSING, Builtin, Closure, Code, Value, Vector, scalar
from rnet.language.primitives import PRIMITIVES
from rnet.language.tree import Argument, Call, Constant, Function, Node, Symbol

Compiler = Callable[[Call, bool], Code]
COMPILERS: dict[str, Compiler] = {}
"""Keywords and operators with code of their own, by name."""


def compiler(*names: str) -> Callable[[Compiler], Compiler]:
    """Declare how calls of these functions are compiled: (node, is it the last of a function)."""

    def declare(function: Compiler) -> Compiler:
        for name in names:
            COMPILERS[name] = function
        return function

    return declare


def compiled(node: Node, tail: bool = False) -> Code:
    """Return the code of a node; `tail` says that its value is the value of a function."""
    match node:
        case Constant():
            return _constant(node)
        case Embedded(value=value):
            return lambda environment: value
        case Symbol(name):
            return symbol(name)
        case Function():
            return _function(node)
        case Call(Symbol(name), _) if name in COMPILERS and name not in STATE.overridden:
            return COMPILERS[name](node, tail)
        case Call():
            return _call(node)
    raise AssertionError(node)


def operand(node: Call, position: int) -> Node:
    """Return the syntax of an argument that is there."""
    value = node.arguments[position].value
    assert value is not None
    return value


def _constant(node: Constant) -> Code:
    value = scalar(constant_value(node))
    if type(value) is Vector:
        value.shared = True
    return lambda environment: value


def symbol(name: str, *, share: bool = True) -> Code:
    """Return the code that looks a variable up.

    With `share` False the value is only looked at, never kept: it may still be changed in place.
    """
    if name.startswith("..") and name[2:].isdigit():
        return _dots_element(int(name[2:]))

    def run(environment: Environment) -> Any:
        where: Environment | None = environment
        while where is not None:
            value = where.variables.get(name, ABSENT)
            if value is not ABSENT:
                kind = type(value)
                if kind is float:
                    return value
                if kind is Vector:
                    if share:
                        value.shared = True
                    return value
                if kind is Promise:
                    return value.force()
                return value if value is not MISSING else missing_argument(name, environment)
            where = where.parent
        return _from_packages(name, environment)

    return run


def missing_argument(name: str, environment: Environment) -> Any:
    """Fail as R does where an argument that was not given is needed."""
    call = None if environment.frame is None else environment.frame.call
    return fail_with(RError(f'argument "{name}" is missing, with no default'), call)


def _from_packages(name: str, environment: Environment) -> Any:
    from rnet.interpreter.packages import exported

    found = exported(name)
    if found is ABSENT:
        from rnet.interpreter.unknown_names import advice_for_variable

        call: Node | None = STATE.frames[-1].call if STATE.frames else None
        if STATE.waiting is not None and STATE.waiting[1] == len(STATE.frames):
            call = STATE.waiting[0]
        advice = advice_for_variable(name, environment)
        return fail_with(RError(f"object '{name}' not found", advice), call)
    return found


def _dots_element(position: int) -> Code:
    def run(environment: Environment) -> Any:
        dots = environment.find("...")
        if dots is ABSENT or len(dots) < position:
            count = 0 if dots is ABSENT else len(dots)
            word = "element" if position == 1 else "elements"
            raise RError(f"the ... list contains fewer than {position} {word}", f"It has {count}.")
        value = dots[position - 1][1]
        return value.force() if type(value) is Promise else value

    return run


def _function(node: Function) -> Code:
    parameters = Parameters(
        Parameter(p.name or "", None if p.value is None else compiled(p.value), p.value)
        for p in node.parameters
    )
    body: list[Code] = []

    def late_body(environment: Environment) -> Any:
        if not body:
            body.append(compiled(node.body, tail=True))
        return body[0](environment)

    def run(environment: Environment) -> Closure:
        source = STATE.session.source_of(node) if STATE.session is not None else None
        return Closure(node, parameters, late_body, environment, None, source)

    return run


ArgumentCode = tuple[str | None, Code | None, Node | None, bool]
"""Name, code (None for an empty argument), node, and whether it is a constant."""


def argument_codes(arguments: tuple[Argument, ...]) -> list[ArgumentCode]:
    """Return the code of each argument of a call; that of `...` is its expansion."""
    return [
        (
            argument.name,
            None if argument.value is None else compiled(argument.value),
            argument.value,
            isinstance(argument.value, Constant),
        )
        for argument in arguments
    ]


LOOKERS = frozenset(
    """length nrow ncol NROW NCOL sum mean max min prod any all nchar is.null is.na is.numeric
    is.character is.list""".split()  # noqa: SIM905 - a list of names
)
"""Base functions that keep nothing of their arguments: these may still be changed in place."""


def looked_at_codes(arguments: tuple[Argument, ...]) -> list[ArgumentCode]:
    """Return the code of each argument of a call of one of the `LOOKERS`."""
    return [
        (name, symbol(node.name, share=False), node, constant)
        if type(node) is Symbol and node.name != "..."
        else (name, code, node, constant)
        for name, code, node, constant in argument_codes(arguments)
    ]


def is_dots(node: Node | None) -> bool:
    """Whether an argument is `...`."""
    return type(node) is Symbol and node.name == "..."


def values_of(codes: list[ArgumentCode], environment: Environment) -> list[tuple[str | None, Any]]:
    """Evaluate arguments in order."""
    values: list[tuple[str | None, Any]] = []
    for name, code, node, _ in codes:
        if code is None:
            values.append((name, MISSING))
        elif type(node) is Symbol and node.name == "...":
            for own, item in _dots(environment):
                values.append((own, item.force() if type(item) is Promise else item))
        else:
            values.append((name, code(environment)))
    return values


def promises_of(
    codes: list[ArgumentCode], environment: Environment
) -> list[tuple[str | None, Any]]:
    """Return the arguments as promises, not yet evaluated."""
    given: list[tuple[str | None, Any]] = []
    for name, code, node, constant in codes:
        if code is None or node is None:
            given.append((name, MISSING))
        elif type(node) is Symbol and node.name == "...":
            given.extend(_dots(environment))
        elif constant:
            given.append((name, fulfilled(code(environment), environment, node)))
        else:
            given.append((name, Promise(code, environment, node)))
    return given


def _dots(environment: Environment) -> list[tuple[str | None, Any]]:
    dots = environment.find("...")
    if dots is ABSENT:
        raise RError("'...' used in an incorrect context")
    return [] if dots is MISSING else dots


def _given_code(arguments: tuple[Argument, ...]) -> Callable[[Environment], Given]:
    """Return what makes the promises of a call; those of constants are made here, once."""
    codes = argument_codes(arguments)
    if any(code is None or node is None or is_dots(node) for _, code, node, _ in codes):
        return lambda environment: promises_of(codes, environment)
    parts = [
        (name, fulfilled(code(_NOWHERE), _NOWHERE, node) if constant else None, code, node)
        for name, code, node, constant in codes
        if code is not None and node is not None
    ]

    def given(environment: Environment) -> Given:
        return [
            (name, known or Promise(code, environment, node)) for name, known, code, node in parts
        ]

    return given


_NOWHERE = Environment(None)


def _values_code(node: Call, *, looks: bool) -> tuple[list[Code] | None, list[ArgumentCode]]:
    """Return the codes of arguments that are plain expressions, None for others; and all."""
    codes = (looked_at_codes if looks else argument_codes)(node.arguments)
    plain = [c for name, c, written, _ in codes if name is None and not is_dots(written) and c]
    return (plain if len(plain) == len(codes) else None), codes


def _builtin_code(node: Call, *, primitive: bool, looks: bool) -> Callable[..., Any]:
    """Return what calls a base function with the values of a call's arguments."""
    plain, codes = _values_code(node, looks=looks)

    def run(function: Builtin, environment: Environment) -> Any:
        outer = STATE.waiting
        if not primitive:
            STATE.waiting = (node, len(STATE.frames))
        try:
            if plain is None:
                given = values_of(codes, environment)
            else:
                values = [code(environment) for code in plain]
        finally:
            STATE.waiting = outer
        if plain is None:
            return apply_builtin(function, given, environment, node)
        STATE.visible = True
        found = quickly(function, values)
        if found is not None:
            return found
        return apply_plainly(function, [(None, v) for v in values], environment, node)

    return run


def _call(node: Call) -> Code:
    given: Callable[[Environment], Given] | None = None
    by_values: Callable[..., Any] | None = None
    function_code = None if isinstance(node.function, Symbol) else compiled(node.function)
    name = node.function.name if isinstance(node.function, Symbol) else ""

    def run(environment: Environment) -> Any:
        nonlocal given, by_values
        if function_code is None:
            try:
                function = find_function(name, environment)
            except RError as error:
                return fail_with(error, node)
        else:
            function = _callable(function_code(environment), node)
        if isinstance(function, Closure):
            if given is None:
                given = _given_code(node.arguments)
            return apply_closure(function, given(environment), environment, node)
        if function.special:
            return apply_special(function, node.arguments, environment, node)
        if by_values is None:
            by_values = _builtin_code(node, primitive=name in PRIMITIVES, looks=name in LOOKERS)
        return by_values(function, environment)

    return run


def _callable(value: Value, node: Call) -> Any:
    if isinstance(value, str):
        return find_function(value, STATE.session.globals)
    if not isinstance(value, Closure | Builtin):
        error = RError("attempt to apply non-function")
        error.call = None
        fail_with(error, node)
    return value


def evaluate(node: Node, environment: Environment) -> Any:
    """Evaluate a piece of syntax in an environment."""
    return compiled(node)(environment)


def evaluate_call(name: str, values: list[Value], environment: Environment, node: Call) -> Any:
    """Call the function a name stands for, with values."""
    return apply(find_function(name, environment), [(None, v) for v in values], environment, node)

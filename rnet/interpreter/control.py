"""Code of R's keywords: blocks, conditions, loops, assignment, `&&`, `return`."""

from collections.abc import Iterable
from typing import Any

from rnet.conditions import RError
from rnet.interpreter.coerce import coerced, is_factor, strings
from rnet.interpreter.compile import compiled, compiler, operand
from rnet.interpreter.environment import ABSENT, Environment, Promise
from rnet.interpreter.frame import STATE, BreakSignal, NextSignal, ReturnSignal
from rnet.interpreter.signalling import fail_with, give_warning
from rnet.interpreter.values import (
    MISSING,
    NA_INTEGER,
    Code,
    Language,
    Vector,
    boxed,
    character,
    scalar,
)
from rnet.language.tree import Call, Constant, Function, Node, Symbol


@compiler("{")
def _block(node: Call, tail: bool) -> Code:
    nodes = [argument.value for argument in node.arguments if argument.value is not None]
    if not nodes:
        return lambda environment: None
    codes = [compiled(inner) for inner in nodes[:-1]]
    last = compiled(nodes[-1], tail)

    def run(environment: Environment) -> Any:
        for code in codes:
            code(environment)
        STATE.visible = True
        return last(environment)

    return run


@compiler("(")
def _parenthesis(node: Call, tail: bool) -> Code:
    del tail
    inner = compiled(operand(node, 0))

    def run(environment: Environment) -> Any:
        value = inner(environment)
        STATE.visible = True
        return value

    return run


@compiler("if")
def _if(node: Call, tail: bool) -> Code:
    test = compiled(operand(node, 0))
    yes = compiled(operand(node, 1), tail)
    no = compiled(operand(node, 2), tail) if len(node.arguments) > 2 else None

    def run(environment: Environment) -> Any:
        answer = test(environment)
        if answer is not True and answer is not False:
            answer = truth(answer, node)
        STATE.visible = True
        if answer:
            return yes(environment)
        if no is not None:
            return no(environment)
        STATE.visible = False
        return None

    return run


def truth(value: Any, node: Call) -> bool:
    """Return what a condition of `if` or `while` decides, or fail in R's words."""
    vector = boxed(value)
    message = ""
    if not isinstance(vector, Vector) or vector.kind in ("list", "expression"):
        length = 0 if vector is None else 1
        message = "argument is not interpretable as logical" if length else _EMPTY
    elif len(vector.data) == 0:
        message = _EMPTY
    elif len(vector.data) > 1:
        message = "the condition has length > 1"
    if not message:
        word = coerced(Vector(vector.kind, vector.data), "logical")[0]
        if word != NA_INTEGER:
            return bool(word)
        message = "missing value where TRUE/FALSE needed"
        if vector.kind == "character":
            message = "argument is not interpretable as logical"
    fail_with(RError(message), node)
    raise AssertionError


_EMPTY = "argument is of length zero"


def _loops(body: Node) -> bool:
    """Whether a loop's body has a `break` or `next` in it, functions inside left out."""
    waiting: list[Node | None] = [body]
    while waiting:
        match waiting.pop():
            case Call(function, arguments):
                if isinstance(function, Symbol) and function.name in ("break", "next", "eval"):
                    return True
                waiting += [function, *(argument.value for argument in arguments)]
            case Function():
                return True
    return False


@compiler("for")
def _for(node: Call, tail: bool) -> Code:
    del tail
    variable = operand(node, 0)
    assert isinstance(variable, Symbol)
    name = variable.name
    sequence = compiled(operand(node, 1))
    body = compiled(operand(node, 2))
    leaves = _loops(operand(node, 2))

    def run(environment: Environment) -> Any:
        items = elements(sequence(environment), node)
        variables = environment.variables
        if not leaves:
            variables[name] = None  # what it stays where there is nothing to run over
            for item in items:
                variables[name] = item
                body(environment)
        else:
            _run_leaving(items, name, body, environment)
        STATE.visible = False
        return None

    return run


def _run_leaving(items: Iterable[Any], name: str, body: Code, environment: Environment) -> None:
    variables = environment.variables
    variables[name] = None
    for item in items:
        variables[name] = item
        try:
            body(environment)
        except NextSignal:
            continue
        except BreakSignal:
            break


def elements(value: Any, node: Node | None = None) -> Iterable[Any]:
    """Return what the `for` loop of a call runs over, as scalars where they can be."""
    vector = boxed(value)
    if vector is None:
        return ()
    if not isinstance(vector, Vector):
        error = RError("invalid for() loop sequence")
        if node is not None:
            error.call = node
        raise error
    if is_factor(vector):
        return [scalar(boxed(label) if label is not None else None) for label in strings(vector)]
    if vector.kind in ("list", "expression"):
        return iter(vector.data)
    if vector.kind == "raw" or (vector.kind != "double" and _has_missing(vector)):
        parts = (vector.data[i : i + 1] for i in range(len(vector.data)))
        return (scalar(Vector(vector.kind, part)) for part in parts)
    data = vector.data != 0 if vector.kind == "logical" else vector.data
    return list(data.tolist())


def _has_missing(vector: Vector) -> bool:
    if vector.kind == "character":
        return any(item is None for item in vector.data)
    return bool((vector.data == NA_INTEGER).any())


@compiler("while")
def _while(node: Call, tail: bool) -> Code:
    del tail
    test, body = compiled(operand(node, 0)), compiled(operand(node, 1))

    def run(environment: Environment) -> Any:
        while True:
            answer = test(environment)
            if answer is not True and answer is not False:
                answer = truth(answer, node)
            if not answer:
                break
            try:
                body(environment)
            except NextSignal:
                continue
            except BreakSignal:
                break
        STATE.visible = False
        return None

    return run


@compiler("repeat")
def _repeat(node: Call, tail: bool) -> Code:
    del tail
    body = compiled(operand(node, 0))

    def run(environment: Environment) -> Any:
        while True:
            try:
                body(environment)
            except NextSignal:
                continue
            except BreakSignal:
                break
        STATE.visible = False
        return None

    return run


@compiler("break", "next")
def _leave(node: Call, tail: bool) -> Code:
    del tail
    assert isinstance(node.function, Symbol)
    kind = BreakSignal if node.function.name == "break" else NextSignal

    def run(environment: Environment) -> Any:
        raise kind

    return run


@compiler("return")
def _return(node: Call, tail: bool) -> Code:
    if len(node.arguments) > 1:
        raise RError("multi-argument returns are not permitted")
    value = compiled(operand(node, 0)) if node.arguments else (lambda environment: None)

    def last(environment: Environment) -> Any:
        STATE.visible = True
        return value(environment)

    def run(environment: Environment) -> Any:
        STATE.visible = True
        raise ReturnSignal(environment, value(environment))

    return last if tail else run


@compiler("&&", "||")
def _and_or(node: Call, tail: bool) -> Code:
    del tail
    assert isinstance(node.function, Symbol)
    name = node.function.name
    first, second = compiled(operand(node, 0)), compiled(operand(node, 1))
    decides = name == "||"

    def run(environment: Environment) -> Any:
        left = first(environment)
        if left is not True and left is not False:
            left = _side(left, "x", name, node)
        if left is decides:
            return decides
        right = second(environment)
        if right is not True and right is not False:
            right = _side(right, "y", name, node)
        STATE.visible = True
        if right is decides:
            return decides
        if left is None or right is None:
            return Vector("logical", _NA)
        return not decides

    return run


_NA = coerced(Vector("character", boxed("NA").data), "logical")


def _several(length: int, which: str, node: Call) -> None:
    """Refuse more than one truth value; before R 4.3 a warning, and the first counted."""
    from rnet.settings import current

    if current().follows("4.3"):
        fail_with(RError(f"'length = {length}' in coercion to 'logical(1)'"), node)
    give_warning(f"'length({which}) = {length} > 1' in coercion to 'logical(1)'", node)


def _side(value: Any, which: str, name: str, node: Call) -> bool | None:
    """Return one side of `&&` or `||`, None for NA."""
    vector = boxed(value)
    if not isinstance(vector, Vector) or vector.kind in ("list", "expression", "character"):
        text = f"invalid '{which}' type in 'x {name} y'"
        known = isinstance(vector, Vector) and vector.kind == "character"
        if not known or vector.data[0] not in ("TRUE", "FALSE", "T", "F", "true", "false", "NA"):
            fail_with(RError(text), node)
    if len(vector.data) > 1:
        _several(len(vector.data), which, node)
    if not len(vector.data):
        fail_with(RError(f"invalid '{which}' argument of length 0 in 'x {name} y'"), node)
    word = coerced(Vector(vector.kind, vector.data), "logical")[0]
    return None if word == NA_INTEGER else bool(word)


@compiler("~")
def _formula(node: Call, tail: bool) -> Code:
    del tail

    def run(environment: Environment) -> Any:
        return Language(node, {"class": character(["formula"]), ".Environment": environment})

    return run


@compiler("quote")
def _quote(node: Call, tail: bool) -> Code:
    del tail
    from rnet.interpreter.language_values import value_of_node

    inner = operand(node, 0)
    return lambda environment: value_of_node(inner)


@compiler("missing")
def _missing(node: Call, tail: bool) -> Code:
    del tail
    target = operand(node, 0)
    if isinstance(target, Constant) and target.kind == "character":
        target = Symbol(str(target.value))
    if not isinstance(target, Symbol):
        raise RError("invalid use of 'missing'")
    name = target.name
    return lambda environment: is_missing(name, environment)


def is_missing(name: str, environment: Environment) -> bool:
    """Whether a parameter was not given, or was given a parameter that was not."""
    frame = environment.frame
    if frame is not None and name in frame.absent:
        return True
    value = environment.variables.get(name, ABSENT)
    if value is ABSENT:
        raise RError("'missing' can only be used for arguments")
    if name == "...":
        return not value
    if type(value) is Promise and isinstance(value.node, Symbol):
        outer = value.environment
        if outer.frame is not None and value.node.name in outer.variables:
            return is_missing(value.node.name, outer)
    return value is MISSING

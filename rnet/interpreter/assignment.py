"""Code of assignment: to a variable here, further out, or to a part of one."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.compile import compiled, compiler, operand
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE
from rnet.interpreter.operators import assigned_operation
from rnet.interpreter.values import Builtin, Closure, Code
from rnet.language.tree import Call, Constant, Symbol

_REDEFINABLE = frozenset(
    """{ ( if for while repeat break next return && || <- = <<- ~ quote missing + - * / ^ %% %/%
    == != < > <= >= ! & | [ [[ $ : %*% %in%""".split()  # noqa: SIM905 - so many signs, in quotes
)


@compiler("<-", "=")
def _assign(node: Call, tail: bool) -> Code:
    del tail
    target = operand(node, 0)
    if isinstance(target, Constant) and target.kind == "character":
        target = Symbol(str(target.value))
    if isinstance(target, Symbol):
        together = None
        if target.name not in _REDEFINABLE:
            together = assigned_operation(target.name, operand(node, 1))
        return together or _assign_variable(target.name, compiled(operand(node, 1)))
    value = compiled(operand(node, 1))
    if isinstance(target, Call):
        from rnet.interpreter.replacement import replacement_code

        return replacement_code(target, value, node, outer=False)
    raise RError("invalid (do_set) left-hand side to assignment")


def _assign_variable(name: str, value: Code) -> Code:
    def run(environment: Environment) -> Any:
        found = value(environment)
        if environment.locked:
            environment.assign(name, found)
        environment.variables[name] = found
        STATE.visible = False
        return found

    def redefine(environment: Environment) -> Any:
        found = run(environment)
        if isinstance(found, Closure | Builtin):
            STATE.overridden.add(name)
        return found

    return redefine if name in _REDEFINABLE else run


@compiler("<<-")
def _assign_outer(node: Call, tail: bool) -> Code:
    del tail
    target = operand(node, 0)
    if isinstance(target, Constant) and target.kind == "character":
        target = Symbol(str(target.value))
    value = compiled(operand(node, 1))
    if isinstance(target, Call):
        from rnet.interpreter.replacement import replacement_code

        return replacement_code(target, value, node, outer=True)
    assert isinstance(target, Symbol)
    name = target.name

    def run(environment: Environment) -> Any:
        found = value(environment)
        start = environment.parent
        holder = None if start is None else start.holder(name)
        (holder or STATE.session.globals).assign(name, found)
        STATE.visible = False
        return found

    return run

"""Formulas from R code: `formula`, `update`, `print`, `as.formula`, and calls of fits changed."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.attributes import attribute, inherits, is_data_frame, names_of
from rnet.interpreter.bridge import from_python, to_python
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import is_true, texts
from rnet.interpreter.compile import compiled
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.language_values import Embedded
from rnet.interpreter.library_call import offered
from rnet.interpreter.models import component, component_names
from rnet.interpreter.print_value import write
from rnet.interpreter.signalling import component as list_component
from rnet.interpreter.values import (
    MISSING,
    Language,
    Model,
    Named,
    Value,
    Vector,
    character,
)
from rnet.language.tree import Argument, Call, Node


def formula_in(node: Node, environment: Environment) -> Language:
    """Return a formula as a value: syntax with R's class and where its variables are."""
    return Language(node, {"class": character(["formula"]), ".Environment": environment})


def formula_of(x: Any, environment: Environment) -> Language:
    """Return the formula of a fit, of terms, of text, or the one it is.

    Raises
    ------
    RError
        `invalid formula`.
    """
    if isinstance(x, Model):
        names = component_names(x)
        for name in ("formula", "terms"):
            if name in names and component(x, name) is not None:
                return formula_of(component(x, name), environment)
        call = component(x, "call") if "call" in names else None
        if isinstance(call, Language):
            return _of_call(call, environment)
        raise RError("invalid formula")
    if isinstance(x, Vector) and x.kind == "character":
        from rnet.formulas.formula import parse_formula

        text = " ".join(part for part in texts(x))
        return formula_in(parse_formula(text).tree, environment)
    if isinstance(x, Language):
        own = attribute(x, ".Environment")
        return formula_in(x.node, own if isinstance(own, Environment) else environment)
    if isinstance(x, Vector) and attribute(x, "terms") is not None:
        return formula_of(attribute(x, "terms"), environment)
    if is_data_frame(x) and len(x.data):
        from rnet.formulas.formula import formula_of_names

        return formula_in(
            formula_of_names([name or "" for name in names_of(x) or []]).tree, environment
        )
    if isinstance(x, Vector) and x.kind == "list":
        for name in ("formula", "terms"):
            part = list_component(x, name)
            if part is not None:
                return formula_of(part, environment)
    raise RError("invalid formula")


def _of_call(call: Language, environment: Environment) -> Language:
    assert isinstance(call.node, Call)
    first = next((a.value for a in call.node.arguments if a.name in ("formula", None)), None)
    if first is None:
        raise RError("invalid formula")
    found = compiled(first)(environment)
    return formula_of(found, environment)


@builtin("formula", "x, ...", context=True, generic=True)
def formula(context: Context, x: Value, dots: list[Named]) -> Value:
    """R's `formula`."""
    env = next((value for name, value in dots if name in ("env", None)), None)
    where = env if isinstance(env, Environment) else context.environment
    return formula_of(x, where)


@builtin("as.formula", "object, env = .missing", context=True)
def as_formula(context: Context, object: Value, env: Value) -> Value:  # noqa: A002 - R's name
    """R's `as.formula`."""
    where = env if isinstance(env, Environment) else context.environment
    return formula_of(object, where)


@builtin("print.formula", "x, showEnv = TRUE, ...")
def print_formula(x: Value, show_environment: Value, dots: list[Named]) -> Value:
    """Print a formula, and its environment unless that is the global one."""
    del dots
    from rnet.language.deparse import deparse

    assert isinstance(x, Language)
    write("\n".join(deparse(x.node)))
    own = attribute(x, ".Environment")
    if (
        is_true(show_environment)
        and isinstance(own, Environment)
        and own is not STATE.session.globals
    ):
        from rnet.interpreter.value_text import environment_text

        write(environment_text(own))
    STATE.visible = False
    return x


@builtin("format.formula", "x, ...")
def format_formula(x: Value, dots: list[Named]) -> Value:
    """Return the lines of a formula."""
    del dots
    from rnet.language.deparse import deparse

    assert isinstance(x, Language)
    return character(deparse(x.node))


@builtin("update.formula", "old, new, ...", context=True)
def update_formula(context: Context, old: Value, new: Value, dots: list[Named]) -> Value:
    """R's `update.formula`."""
    del dots
    return _updated_formula(old, new, context.environment)


def _updated_formula(old: Any, new: Any, environment: Environment) -> Language:
    from rnet.formulas.update_formula import update_formula as updated

    before = formula_of(old, environment)
    after = formula_of(new, environment)
    found = updated(to_python(Language(before.node)), to_python(Language(after.node)))
    own = attribute(before, ".Environment")
    return formula_in(found.tree, own if isinstance(own, Environment) else environment)


@builtin(
    "update update.default",
    "object, formula. = .missing, ..., evaluate = TRUE",
    context=True,
    generic=True,
)
def update(context: Context, x: Value, changed: Value, dots: list[Named], evaluate: Value) -> Any:
    """R's `update`: the call of a fit, changed and evaluated again."""
    where = context.environment
    if inherits(x, "formula"):
        return _updated_formula(x, changed, where)
    call = _call_of(x)
    nodes = {one.name: one.node for one in offered(context.call.arguments, where) if one.name}
    given = {name: nodes.get(name, Embedded(value)) for name, value in dots if name is not None}
    removed = {name for name, value in dots if value is None and name is not None}
    if changed is not MISSING:
        given = {"formula": _updated_formula(x, changed, where).node, **given}
    new = _changed(call, given, removed)
    if not is_true(evaluate):
        return Language(new)
    return compiled(new)(where)


def _call_of(x: Any) -> Call:
    call = None
    if isinstance(x, Model) and "call" in component_names(x):
        call = component(x, "call")
    elif isinstance(x, Vector):
        call = list_component(x, "call")
    if not isinstance(call, Language) or not isinstance(call.node, Call):
        raise RError("need an object with call component")
    return call.node


def _changed(call: Call, given: dict[str, Node], removed: set[str]) -> Call:
    """Return a call with arguments replaced in place, taken away, or added at the end."""
    waiting = dict(given)
    kept: list[Argument] = []
    for argument in call.arguments:
        name = argument.name
        if name in removed:
            waiting.pop(name or "", None)
        elif name in waiting:
            kept.append(Argument(name, waiting.pop(name or "")))
        else:
            kept.append(argument)
    added = [Argument(name, node) for name, node in waiting.items() if name not in removed]
    return Call(call.function, (*kept, *added))


@builtin("getCall", "x, ...")
def get_call(x: Value, dots: list[Named]) -> Value:
    """R's `getCall`."""
    del dots
    return Language(_call_of(x))


@builtin("delete.response", "termobj")
def delete_response(x: Value) -> Value:
    """R's `delete.response`."""
    from rnet.formulas.terms import delete_response as deleted

    return from_python(deleted(to_python(x)))

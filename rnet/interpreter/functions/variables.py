"""Variables by name: assign, get, exists, rm, ls, locking."""

import re
from typing import Any

from rnet.conditions import RError, warn
from rnet.interpreter.builtin import builtin, special
from rnet.interpreter.coerce import is_true, strings, text, type_name
from rnet.interpreter.environment import ABSENT, Environment, Promise
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.functions.environments import global_environment, named_environment
from rnet.interpreter.values import (
    MISSING,
    Builtin,
    Closure,
    Language,
    Named,
    Value,
    Vector,
    character,
    list_of,
)
from rnet.language.tree import Argument, Constant, Symbol


@builtin(
    "assign", "x, value, pos = -1, envir = NULL, inherits = FALSE, immediate = TRUE", context=True
)
def assign(
    context: Context,
    name: Value,
    value: Value,
    pos: Value,
    envir: Value,
    inherits: Value,
    immediate: Value,
) -> Any:
    """Set a variable by its name."""
    if not isinstance(name, Vector) or name.kind != "character" or not len(name.data):
        raise RError("invalid first argument")
    word = text(name, "x")
    where = named_environment(pos if envir is None else envir, context)
    if is_true(inherits):
        where = where.holder(word) or global_environment()
    if type(value) is Vector:
        value.shared = True
    where.assign(word, value)
    STATE.visible = False
    return value


def _has_mode(value: Any, mode: str) -> bool:
    if mode == "any":
        return True
    if mode == "function":
        return isinstance(value, Closure | Builtin)
    kind = type_name(value)
    return mode == kind or (mode == "numeric" and kind in ("integer", "double"))


def lookup(name: str, where: Environment, mode: str = "any", *, inherits: bool = True) -> Any:
    """Return a variable's value, searching outwards and the packages; `ABSENT` for none."""
    place: Environment | None = where
    while place is not None:
        value = place.get(name)
        if value is not ABSENT and value is not MISSING and _has_mode(value, mode):
            if type(value) is Vector:
                value.shared = True
            return value
        if not inherits:
            return ABSENT
        place = place.parent
    from rnet.interpreter.packages import exported

    found = exported(name)
    return found if found is ABSENT or _has_mode(found, mode) else ABSENT


@builtin("get", "x, pos = -1, envir = NULL, mode = 'any', inherits = TRUE", context=True)
def get(
    context: Context, name: Value, pos: Value, envir: Value, mode: Value, inherits: Value
) -> Any:
    """Return a variable's value by its name."""
    if not isinstance(name, Vector) or name.kind != "character":
        raise RError("invalid first argument")
    word, wanted = text(name, "x"), text(mode, "mode")
    where = named_environment(pos if envir is None else envir, context)
    found = lookup(word, where, wanted, inherits=is_true(inherits))
    if found is ABSENT:
        kind = "" if wanted == "any" else f" of mode '{wanted}'"
        raise RError(f"object '{word}'{kind}{' was' if kind else ''} not found")
    return found


@builtin("get0", "x, envir = NULL, mode = 'any', inherits = TRUE, ifnotfound = NULL", context=True)
def get_or(
    context: Context, name: Value, envir: Value, mode: Value, inherits: Value, otherwise: Value
) -> Any:
    """Return a variable's value by its name, or another where there is none."""
    where = named_environment(envir, context)
    found = lookup(text(name, "x"), where, text(mode, "mode"), inherits=is_true(inherits))
    return otherwise if found is ABSENT else found


@builtin(
    "mget", "x, envir = NULL, mode = 'any', ifnotfound = .missing, inherits = FALSE", context=True
)
def mget(
    context: Context, names: Value, envir: Value, mode: Value, otherwise: Value, inherits: Value
) -> Vector:
    """Return the values of several variables as a list."""
    where = named_environment(envir, context)
    items = []
    for name in strings(names):
        found = lookup(name or "", where, text(mode, "mode"), inherits=is_true(inherits))
        if found is ABSENT:
            if otherwise is MISSING:
                raise RError(f"value for \u2018{name}\u2019 not found")
            found = otherwise.data[0] if otherwise.kind == "list" else otherwise
        items.append(found)
    return list_of(items, strings(names))


@builtin(
    "exists",
    "x, where = -1, envir = NULL, frame = NULL, mode = 'any', inherits = TRUE",
    context=True,
)
def exists(
    context: Context,
    name: Value,
    pos: Value,
    envir: Value,
    frame: Value,
    mode: Value,
    inherits: Value,
) -> bool:
    """Whether there is a variable of a name."""
    where = named_environment(pos if envir is None else envir, context)
    found = lookup(text(name, "x"), where, text(mode, "mode"), inherits=is_true(inherits))
    return found is not ABSENT


@special("rm remove")
def rm(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Remove variables."""
    from rnet.interpreter.compile import evaluate

    names: list[str] = []
    where = context.environment
    for argument in arguments:
        node = argument.value
        if argument.name == "list" and node is not None:
            names += [name or "" for name in strings(evaluate(node, context.environment))]
        elif argument.name == "envir" and node is not None:
            where = evaluate(node, context.environment)
        elif argument.name in ("inherits", "pos"):
            continue
        elif isinstance(node, Symbol):
            names.append(node.name)
        elif isinstance(node, Constant) and node.kind == "character":
            names.append(str(node.value))
        else:
            raise RError("... must contain names or character strings")
    for name in names:
        if where.variables.pop(name, ABSENT) is ABSENT:
            warn(f"object '{name}' not found")
    STATE.visible = False
    return None


@builtin(
    "ls objects",
    "name = .missing, pos = -1, envir = NULL, all.names = FALSE, pattern = .missing, sorted = TRUE",
    context=True,
)
def ls(
    context: Context,
    name: Value,
    pos: Value,
    envir: Value,
    hidden: Value,
    pattern: Value,
    in_order: Value,
) -> Vector:
    """Return the names of variables."""
    where = named_environment(envir if name is MISSING else name, context)
    names = [n for n in where.variables if is_true(hidden) or not n.startswith(".")]
    if pattern is not MISSING:
        expression = re.compile(text(pattern, "pattern"))
        names = [n for n in names if expression.search(n)]
    return character(_sorted(names) if is_true(in_order) else names)


def _sorted(names: list[str]) -> list[str]:
    return sorted(names, key=lambda n: (n.replace(".", "").replace("_", "").lower(), n.swapcase()))


@builtin("eapply", "env, FUN, ..., all.names = FALSE, USE.NAMES = TRUE", context=True)
def eapply(
    context: Context, env: Value, fun: Value, dots: list[Named], hidden: Value, names: Value
) -> Vector:
    """Return the results of a function for each variable of an environment."""
    from rnet.interpreter.calls import match_function
    from rnet.interpreter.functions.apply import each

    own = [n for n in env.variables if is_true(hidden) or not n.startswith(".")]
    items = [env.get(n) for n in own]
    function = match_function(fun, context.environment)
    return list_of(each(items, function, dots, context), own)


@builtin("lockBinding", "sym, env")
def lock_binding(symbol: Value, env: Value) -> Any:
    """Keep a variable from being changed."""
    env.locked |= {_symbol_name(symbol)}
    STATE.visible = False
    return None


@builtin("unlockBinding", "sym, env")
def unlock_binding(symbol: Value, env: Value) -> Any:
    """Let a variable be changed again."""
    env.locked -= {_symbol_name(symbol)}
    STATE.visible = False
    return None


@builtin("lockEnvironment", "env, bindings = FALSE")
def lock_environment(env: Value, bindings: Value) -> Any:
    """Keep the variables of an environment from being changed."""
    if is_true(bindings):
        env.locked |= env.variables.keys()
    STATE.visible = False
    return None


@builtin("bindingIsLocked", "sym, env")
def binding_is_locked(symbol: Value, env: Value) -> bool:
    """Whether a variable is kept from being changed."""
    return _symbol_name(symbol) in env.locked


def _symbol_name(value: Value) -> str:
    if isinstance(value, Language) and isinstance(value.node, Symbol):
        return value.node.name
    return strings(value)[0] or ""


@special("delayedAssign")
def delayed_assign(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Set a variable to code that runs when it is first needed."""
    from rnet.interpreter.lazy import force, lazy

    name, value, place, target = lazy(context, arguments, ("x", "value", "eval.env", "assign.env"))
    where = force(target, context.environment)
    if place is not MISSING:
        from rnet.interpreter.lazy import code_of

        value = Promise(code_of(value.node), force(place), value.node)
    where.variables[strings(force(name))[0] or ""] = value
    STATE.visible = False
    return None

"""Environments: new.env, environment, parent.env, list2env, attach, the arguments in `...`."""

from functools import cache
from typing import Any

from rnet.conditions import RError
from rnet.interpreter.attributes import attribute, with_attribute
from rnet.interpreter.builtin import builtin, special
from rnet.interpreter.coerce import as_kind, strings
from rnet.interpreter.environment import Environment, Promise
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.functions.evaluation import environment_for, variables_of
from rnet.interpreter.unknown_names import package_of
from rnet.interpreter.values import (
    MISSING,
    Builtin,
    Closure,
    Named,
    Value,
    Vector,
    boxed,
    character,
)
from rnet.language.primitives import PRIMITIVES
from rnet.language.tree import Argument, Symbol


def named_environment(value: Value, context: Context) -> Environment:
    """Return the environment an argument names; the one of the call where it is not given."""
    if value is MISSING or value is None:
        return context.environment
    vector = boxed(value)
    if isinstance(vector, Vector) and vector.kind in ("integer", "double"):
        place = int(as_kind(vector, "integer").data[0])
        if place == -1:
            return context.environment
        found: Environment = STATE.session.globals
        return found if place == 1 else environment_for(vector, context.environment)
    if isinstance(vector, Vector) and vector.kind == "character":
        return global_environment()
    return environment_for(vector, context.environment)


def global_environment() -> Environment:
    """Return the global environment."""
    found: Environment = STATE.session.globals
    return found


@builtin("new.env", "hash = TRUE, parent = NULL, size = 29L", context=True)
def new_env(context: Context, hashed: Value, parent: Value, size: Value) -> Environment:
    """Return a new empty environment."""
    return Environment(parent if isinstance(parent, Environment) else context.environment)


@builtin("globalenv", "")
def globalenv() -> Environment:
    """Return the environment of the user's variables."""
    return global_environment()


EMPTY = Environment(None, "R_EmptyEnv")
_BASE = Environment(EMPTY, "base")


@builtin("emptyenv", "")
def emptyenv() -> Environment:
    """Return the environment with nothing in it or behind it."""
    return EMPTY


@builtin("baseenv topenv", "...")
def baseenv(dots: list[Named]) -> Environment:
    """Return the environment of the base functions."""
    return _BASE


@builtin("environment", "fun = NULL", context=True)
def environment(context: Context, fun: Value) -> Any:
    """Return the environment of a function or formula, or the current one."""
    if fun is None:
        return context.environment
    if isinstance(fun, Closure):
        return fun.environment
    if isinstance(fun, Builtin):
        return None if fun.name in PRIMITIVES else _namespace(package_of(fun.name))
    return attribute(fun, ".Environment")


@cache
def _namespace(package: str) -> Environment:
    return Environment(_BASE, f"namespace:{package}")


@builtin("environment<-", "fun, value")
def set_environment(fun: Value, value: Value) -> Any:
    """Return a function or formula with another environment."""
    if isinstance(fun, Closure):
        return Closure(fun.node, fun.parameters, fun.body, value, fun.attributes, fun.source)
    return with_attribute(fun, ".Environment", value)


@builtin("parent.env", "env")
def parent_env(env: Value) -> Any:
    """Return the environment that is searched next."""
    if not isinstance(env, Environment):
        raise RError("argument is not an environment")
    return env.parent if env.parent is not None else _BASE


@builtin("parent.env<-", "env, value")
def set_parent_env(env: Value, value: Value) -> Any:
    """Set the environment that is searched next."""
    env.parent = value
    return env


@builtin("environmentName", "env")
def environment_name(env: Value) -> str:
    """Return the name of an environment."""
    return env.name.removeprefix("namespace:") if isinstance(env, Environment) else ""


@builtin("as.environment", "x", context=True)
def as_environment(context: Context, value: Value) -> Environment:
    """Return a list as an environment."""
    if isinstance(value, Vector) and value.kind == "list":
        made = Environment(EMPTY)
        made.variables.update(variables_of(value))
        return made
    if isinstance(value, Vector) and value.kind == "character":
        return _on_search_path(strings(value)[0] or "")
    return named_environment(value, context)


def _on_search_path(name: str) -> Environment:
    """Return the environment of a name on the search path."""
    if name == ".GlobalEnv":
        return global_environment()
    if name == "package:base":
        return _BASE
    if name not in strings(search()):
        raise RError(f'no item called "{name}" on the search list')
    return Environment(_BASE, name)


@builtin("list2env", "x, envir = NULL, parent = NULL", context=True)
def list_to_env(context: Context, value: Value, envir: Value, parent: Value) -> Environment:
    """Put the elements of a list into an environment."""
    outer = parent if isinstance(parent, Environment) else context.environment
    where = envir if isinstance(envir, Environment) else Environment(outer)
    where.variables.update(variables_of(value))
    return where


# ---- attach


@special("attach")
def attach(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Put the elements of a list or data frame on the search path."""
    from rnet.interpreter.lazy import force, lazy

    what, _, name, _ = lazy(context, arguments, ("what", "pos", "name", "warn.conflicts"))
    label = strings(force(name))[0] if name is not MISSING else _written(what)
    value = force(what)
    made = Environment(global_environment().parent, label or "")
    made.variables.update(variables_of(value))
    global_environment().parent = made
    STATE.visible = False
    return made


def _written(promise: Any) -> str:
    from rnet.language.deparse import deparse_line

    return deparse_line(promise.node)


@special("detach")
def detach(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Take a data frame off the search path."""
    STATE.visible = False
    name = ""
    if arguments and arguments[0].value is not None:
        node = arguments[0].value
        name = node.name if isinstance(node, Symbol) else str(getattr(node, "value", ""))
    before = global_environment()
    while before.parent is not None:
        if not name or before.parent.name == name:
            before.parent = before.parent.parent
            return None
        before = before.parent
    if name.startswith("package:"):
        return None
    raise RError("invalid 'name' argument")


@builtin("search", "")
def search() -> Vector:
    """Return the search path."""
    names = [".GlobalEnv"]
    place = global_environment().parent
    while place is not None:
        names.append(place.name)
        place = place.parent
    own = [f"package:{name}" for name in reversed(STATE.session.attached)]
    standard = [f"package:{n}" for n in ("stats", "graphics", "grDevices", "utils", "datasets")]
    return character([*names, *own, *standard, "package:methods", "Autoloads", "package:base"])


# ---- dots


@builtin("...length", "", context=True)
def dots_length(context: Context) -> int:
    """Return how many arguments `...` has."""
    dots = context.environment.find("...")
    return len(dots) if isinstance(dots, list) else 0


@builtin("...names", "", context=True)
def dots_names(context: Context) -> Any:
    """Return the names of the arguments in `...`."""
    dots = context.environment.find("...")
    if not isinstance(dots, list) or not any(name for name, _ in dots):
        return None
    return character([name or "" for name, _ in dots])


@builtin("...elt", "n", context=True)
def dots_element(context: Context, n: Value) -> Any:
    """Return an argument of `...`."""
    dots = context.environment.find("...")
    place = int(as_kind(n, "integer").data[0])
    if not isinstance(dots, list) or place > len(dots):
        raise RError(f"the ... list contains fewer than {place} elements")
    value = dots[place - 1][1]
    return value.force() if type(value) is Promise else value

"""`data`: R's data sets as variables, or the list of them."""

from typing import Any

from rnet.conditions import RError, warn
from rnet.interpreter.builtin import special
from rnet.interpreter.coerce import strings
from rnet.interpreter.compile import compiled
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.library import data_set
from rnet.interpreter.print_value import write
from rnet.interpreter.values import character
from rnet.language.tree import Argument, Constant, Node, Symbol


@special("data")
def data(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """R's `data`: each set becomes a variable; without names, print what there is."""
    named = {a.name: a.value for a in arguments if a.name is not None and a.value is not None}
    names = [_name(a.value) for a in arguments if a.name is None and a.value is not None]
    where = context.environment
    names += _given(named.get("list"), where)
    package = next(iter(_given(named.get("package"), where)), None)
    target = compiled(named["envir"])(where) if "envir" in named else where
    if not names:
        _print_listing(package)
        return None
    for name in names:
        found = data_set(name, package)
        if found is None:
            warn(f"data set ‘{name}’ not found")
        elif isinstance(target, Environment):
            target.assign(name, found[1])
    STATE.visible = False
    return character(names)


def _name(node: Node) -> str:
    match node:
        case Symbol(name):
            return name
        case Constant("character", value):
            return str(value)
    raise RError("invalid argument", "data() takes names of data sets.")


def _given(node: Node | None, environment: Environment) -> list[str]:
    if node is None:
        return []
    return [str(name) for name in strings(compiled(node)(environment)) if name is not None]


def _print_listing(package: str | None) -> None:
    from rnet import datasets

    write(str(datasets.data(package=package)))
    STATE.visible = False

"""How the arguments in `...` of a base function were written: for names made from them."""

from typing import Any

from rnet.interpreter.environment import ABSENT, Environment, Promise
from rnet.interpreter.frame import Context
from rnet.interpreter.values import Named
from rnet.language.tree import Node, Symbol


def dots_nodes(context: Context, dots: list[Named], formals: frozenset[str]) -> list[Node | None]:
    """Return the syntax of each argument in `...`, None where it is not known."""
    nodes = [node for name, node in _expanded(context) if name is None or name not in formals]
    return nodes if len(nodes) == len(dots) else [None] * len(dots)


def _expanded(context: Context) -> list[tuple[str | None, Node | None]]:
    found: list[tuple[str | None, Node | None]] = []
    for argument in context.call.arguments:
        if isinstance(argument.value, Symbol) and argument.value.name == "...":
            found += [(name, _node(item)) for name, item in _dots(context.environment)]
        else:
            found.append((argument.name, argument.value))
    return found


def _node(item: Any) -> Node | None:
    return item.node if isinstance(item, Promise) else None


def _dots(environment: Environment) -> list[tuple[str | None, Any]]:
    dots = environment.find("...")
    return dots if dots is not ABSENT and isinstance(dots, list) else []

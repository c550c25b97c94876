"""The contrasts that factors carry as an attribute (R's `contrasts<-`), for a model's fit."""

from typing import Any

from rnet.interpreter.attributes import attribute, names_of
from rnet.interpreter.coerce import is_factor
from rnet.interpreter.environment import ABSENT, Environment, Promise
from rnet.interpreter.values import Language, Value, Vector
from rnet.language.tree import Node


def contrasts_of_factors(formula: Language, data: Value, environment: Environment) -> Any:
    """Return the contrasts kept by the factors among a formula's variables, by name."""
    from rnet.formulas.all_vars import all_vars
    from rnet.interpreter.bridge import to_python

    found: dict[str, Any] = {}
    for name, value in _factors(_symbols(formula.node, all_vars), data, environment):
        kept = attribute(value, "contrasts")
        if kept is not None:
            found[name] = to_python(kept)
    return found


def _symbols(node: Node, all_vars: Any) -> list[str]:
    from rnet.formulas.formula import parse_formula
    from rnet.language.deparse import deparse_line

    return [str(name) for name in all_vars(parse_formula(deparse_line(node)))]


def _factors(names: list[str], data: Value, environment: Environment) -> list[tuple[str, Vector]]:
    columns = names_of(data) if isinstance(data, Vector) and data.kind == "list" else None
    known = dict(zip(columns or [], getattr(data, "data", ()) if columns else (), strict=True))
    if "." in names:
        names = [*names, *[str(name) for name in known]]
    found = []
    for name in dict.fromkeys(names):
        value = known[name] if name in known else environment.find(name)
        if type(value) is Promise:
            value = value.force()
        if value is not ABSENT and isinstance(value, Vector) and is_factor(value):
            found.append((name, value))
    return found

"""Advice where a name is unknown: near names, and the package that would have it."""

import difflib

from rnet.interpreter.environment import Environment
from rnet.interpreter.index import MODULES


def advice_for(name: str) -> str | None:
    """Return what to try instead of an unknown function."""
    near = difflib.get_close_matches(name, list(MODULES), 3, 0.75)
    return f"Did you mean {' or '.join(f'{n}()' for n in near)}?" if near else None


def advice_for_variable(name: str, environment: Environment) -> str | None:
    """Return what to try instead of an unknown variable."""
    known: set[str] = set()
    where: Environment | None = environment
    while where is not None:
        known |= set(where.variables)
        where = where.parent
    near = difflib.get_close_matches(name, sorted(known), 2, 0.75)
    return f"Did you mean {' or '.join(near)}?" if near else None

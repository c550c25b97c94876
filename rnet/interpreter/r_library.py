"""Functions that rnet itself writes in R: `r_code/*.R`, each read when one of its names is used.

What mostly puts R functions together is shortest in R, and names the calls in errors that R names.
Each file is a namespace: it sees its own functions, then those of every package, and nothing that
the user defines.
"""

import re
from functools import cache
from pathlib import Path

from rnet.interpreter.compile import compiled
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE
from rnet.interpreter.index import R_FILES
from rnet.interpreter.values import Closure
from rnet.language.parser import parse_statements
from rnet.language.tree import Argument, Call, Function, Symbol

WITH_LINES = re.compile("get_all_vars|numeric_version|package_version|R_system_version|file_test")
"""R's own names with `_`."""
FOLDER = Path(__file__).with_name("r_code")


def library_closure(name: str) -> Closure | None:
    """Return a function that is written in R, None where there is none of this name."""
    file = R_FILES.get(name)
    if file is None:
        return None
    found = _namespace(file).variables[name]
    assert isinstance(found, Closure)
    return found


@cache
def _namespace(file: str) -> Environment:
    """Run a file of definitions in an environment of its own."""
    own = Environment(None, f"namespace:{file}")
    visible = STATE.visible
    for statement in parse_statements((FOLDER / f"{file}.R").read_text("utf-8")):
        compiled(statement.node)(own)
    STATE.visible = visible  # the definitions are no value of the caller's
    return own


def defined_names(file: Path) -> list[str]:
    """Return the names that a file defines; those with `_` are its own, but for R's few."""
    found = []
    for statement in parse_statements(file.read_text("utf-8")):
        match statement.node:
            case Call(Symbol("<-"), (Argument(_, Symbol(name)), Argument(_, Function()))):
                found.append(name)
    return [name for name in found if "_" not in name or WITH_LINES.search(name)]

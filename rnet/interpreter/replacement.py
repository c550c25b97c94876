"""Assignment to a part of a value: `x[i] <- v`, `names(x) <- v`, and those nested."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.environment import Environment
from rnet.interpreter.values import Code
from rnet.language.tree import Call


def replacement_code(target: Call, value: Code, node: Call, *, outer: bool) -> Code:
    """Return the code that assigns to the part of a variable that a call names."""

    def run(environment: Environment) -> Any:
        raise RError("invalid (do_set) left-hand side to assignment")

    return run

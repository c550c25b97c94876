"""`replicate`: an expression evaluated again and again, results put together."""

from typing import Any

from rnet.interpreter.builtin import special
from rnet.interpreter.coerce import is_true, whole
from rnet.interpreter.compile import compiled
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.lazy import force, lazy
from rnet.interpreter.simplify import simplified
from rnet.interpreter.values import MISSING, Vector, boxed, list_of
from rnet.language.tree import Argument
from rnet.memory import make_room


@special("replicate")
def replicate(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """R's `replicate`: the expression is evaluated `n` times, each in an environment of its own."""
    times, expression, simplify = lazy(context, arguments, ("n", "expr", "simplify"))
    n = boxed(force(times))
    count = len(n.data) if isinstance(n, Vector) and len(n.data) > 1 else whole(n, "n")
    make_room(count, 4)
    code = compiled(expression.node)
    results = [boxed(code(Environment(expression.environment))) for _ in range(count)]
    STATE.visible = True
    if simplify is MISSING:
        return simplified(results, None, higher=True)
    wanted = boxed(force(simplify))
    named = isinstance(wanted, Vector) and wanted.kind == "character"
    if not named and not is_true(wanted):
        return list_of(results)
    return simplified(results, None, higher=named)

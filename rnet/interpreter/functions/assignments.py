"""The functions that `x[i] <- v`, `x[[i]] <- v` and `x$a <- v` stand for, called by name."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.assigning import assign_component, assign_element, assign_subset
from rnet.interpreter.attributes import classes_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import text
from rnet.interpreter.environment import ABSENT
from rnet.interpreter.frame import Context
from rnet.interpreter.index_code import dispatched_part
from rnet.interpreter.values import Named, Value, boxed


def _declare(name: str, change: Any) -> None:
    @builtin(name, "x, ...", context=True)
    def assigned(context: Context, x: Value, dots: list[Named]) -> Any:
        if not dots:
            raise RError(f"invalid number of arguments to '{name}'")
        given, new = _parted(dots)
        if classes_of(x):
            arguments = [*given, ("value", new)]
            found = dispatched_part(name, x, arguments, context.environment, context.call)
            if found is not ABSENT:
                return found
        return change(boxed(x), [boxed(index) for _, index in given], boxed(new))


def _parted(dots: list[Named]) -> tuple[list[Named], Value]:
    """Return the indices and the value: the argument named so, or the last."""
    at = next((i for i, (name, _) in enumerate(dots) if name == "value"), len(dots) - 1)
    return [*dots[:at], *dots[at + 1 :]], dots[at][1]


def _with_component(x: Value, indices: list[Value], new: Value) -> Any:
    return assign_component(x, text(indices[0], "name"), new)


_declare("[<-", assign_subset)
_declare("[[<-", assign_element)
_declare("$<-", _with_component)

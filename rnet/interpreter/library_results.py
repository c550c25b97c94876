"""What some of rnet's results are in R that they are not in Python."""

import io
from collections.abc import Callable, Sequence
from typing import Any

from rnet.interpreter.attributes import inherits
from rnet.interpreter.coerce import doubles
from rnet.interpreter.data_mask import masked
from rnet.interpreter.library_names import MATRICES_OF_FRAMES, SHOWN_AS
from rnet.interpreter.values import Model, Named, Value, Vector
from rnet.language.deparse import deparse_line
from rnet.language.tree import Node


def shown_as(name: str, *, by_formula: bool) -> str | None:
    """Return the name of the function in a kept call where it is not the one called."""
    return "nnet.formula" if name == "nnet" and by_formula else SHOWN_AS.get(name)


FAMILIES = frozenset(
    {"binomial", "poisson", "gaussian", "Gamma", "inverse.gaussian", "quasi"}
    | {"quasibinomial", "quasipoisson"}
)
_LINKS = frozenset({"logit", "probit", "cauchit", "cloglog", "identity", "log", "sqrt", "inverse"})
_VARIANCES = frozenset(["constant", "mu", "mu(1-mu)", "mu^2", "mu^3"])


def named_by_code(function: str, argument: str | None, node: Node) -> str | None:
    """Return the link or variance that a family's argument names without quotes: `logit`."""
    if function not in FAMILIES or argument not in ("link", "variance"):
        return None
    text = deparse_line(node).replace(" ", "")
    if text == "1/mu^2":
        return text
    return text if text in (_LINKS if argument == "link" else _VARIANCES) else None


def takes_matrix(function: str, argument: str | None, first: Value) -> bool:
    """Whether an argument that is a data frame is taken as a matrix, row numbers as no names."""
    if function == "predict" and argument in ("newdata", None) and isinstance(first, Model):
        return first.classes[0] in MATRICES_OF_FRAMES
    return argument == "x" and function in MATRICES_OF_FRAMES


def sums_at_the_border(found: Vector, of: Value) -> Vector:
    """Return what `addmargins` gives: doubles, a table only of a table."""
    own = dict(found.attributes or {})
    if not inherits(of, "table"):
        own.pop("class", None)
    return Vector("double", doubles(found), own)


def without_decisions(found: Value) -> Value:
    """Return predictions without the decision values nobody asked for."""
    own = getattr(found, "attributes", None)
    if not own or "decision.values" not in own:
        return found
    assert isinstance(found, Vector)
    kept = {name: value for name, value in own.items() if name != "decision.values"}
    return Vector(found.kind, found.data, kept)


def drawn_values(offered: Sequence[Any]) -> list[Named]:
    """Return the arguments of a plot; beside a formula they are expressions of its data."""
    first, *others = offered
    if not inherits(first.value(), "formula"):
        return [(one.name, one.value()) for one in offered]
    place = next((one for one in others if one.name in (None, "data")), None)
    data = None if place is None else place.value()
    found: list[Named] = [(first.name, first.value())]
    for one in others:
        same = one is place
        found.append((one.name, data if same else masked(one.node, data, one.environment, one)))
    return found


class Console(io.TextIOBase):
    """The session's console as a stream to which Python code prints."""

    def __init__(self, write: Callable[[str], None]) -> None:
        super().__init__()
        self._write = write

    def write(self, text: str) -> int:
        """Write to the session's console."""
        self._write(text)
        return len(text)


def sketched(name: str, call: Any, given: list[Any], **found: Any) -> None:
    """Draw with base graphics, which are loaded when something is drawn."""
    from rnet.interpreter.functions.graphics import sketch

    sketch(name, call, given, **found)

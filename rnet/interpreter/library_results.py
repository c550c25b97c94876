"""What some of rnet's results are in R that they are not in Python."""

from rnet.interpreter.attributes import inherits
from rnet.interpreter.coerce import doubles
from rnet.interpreter.values import Value, Vector


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

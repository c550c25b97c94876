"""Values made from a Python object that know it, as long as nobody changes them.

R's analysis of variance is a data frame, its terms are a formula with attributes: as such the
evaluator holds them. Where rnet needs its own record back, `origin_of` gives it.
"""

from typing import Any

from rnet.interpreter.values import Language, Vector


class Origin(dict[str, Any]):
    """The attributes of a value, and the object it was made from.

    A changed value has another dict of attributes, or another array: then the object is forgotten.
    """

    __slots__ = ("data", "record")
    record: Any
    data: Any


def with_origin(value: Vector | Language, record: Any) -> Any:
    """Return a value that remembers the object it stands for."""
    own = Origin(value.attributes or {})
    own.record = record
    own.data = _content(value)
    value.attributes = own
    if isinstance(value, Vector):
        value.shared = True  # so that it is copied before it is written to
    return value


def origin_of(value: Any) -> Any:
    """Return the object a value stands for, None where there is none or it has changed."""
    own = getattr(value, "attributes", None)
    if type(own) is Origin and own.data is _content(value):
        return own.record
    return None


def _content(value: Vector | Language) -> Any:
    return value.data if isinstance(value, Vector) else value.node

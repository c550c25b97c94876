"""R's values as the interpreter holds them.

| R | here |
|---|---|
| NULL | None |
| a vector, a list | `Vector`: kind, a 1-d array, attributes (names, dim, levels, class, ...) |
| a vector of length one without attributes, not NA | also `bool`, `int`, `float`, `str` |
| symbol, call, formula | `Language` around a node of the syntax tree |
| function | `Closure` or `Builtin` |
| environment | `Environment` |
| a fit, a test: a result of rnet | `Model` around the record |
| an object of a formal class | `FormalObject`; a vector or `Environment` where it contains one |

The Python scalars are what makes loops quick. `boxed` turns them into vectors; base functions get
boxed arguments and may return either. A value never changes once somebody else may hold it: only
a vector whose `shared` is False may be written in place, and only by an assignment to the variable
that holds it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.language.tree import Argument, Function, Node

if TYPE_CHECKING:
    from rnet.interpreter.parameters import Parameters

Kind: TypeAlias = Literal[
    "raw", "logical", "integer", "double", "complex", "character", "list", "expression"
]
Array: TypeAlias = npt.NDArray[Any]

KINDS: tuple[Kind, ...] = (
    "raw",
    "logical",
    "integer",
    "double",
    "complex",
    "character",
    "list",
    "expression",
)
"""R's order of promotion: of two vectors joined, the later kind wins."""

DTYPES: Mapping[str, Any] = {
    "raw": np.uint8,
    "logical": np.int32,
    "integer": np.int32,
    "double": np.float64,
    "complex": np.complex128,
    "character": object,
    "list": object,
    "expression": object,
}
NA_INTEGER = -(2**31)
"""What stands for NA in arrays of kind logical and integer; strings have None, doubles `NA`."""

Attributes: TypeAlias = dict[str, Any]


class Vector:
    """An atomic vector or a list.

    Attributes
    ----------
    kind : str
        R's type.
    data : ndarray
        One-dimensional. Logical (0, 1) and integer: int32, NA is `NA_INTEGER`; double: float64, NA
        is `rnet.values.NA`; character: object, `str` or None; list: object, values.
    attributes : dict or None
        R's attributes in order, their values as values; never an empty dict.
    shared : bool
        Whether somebody else may hold this vector or its array, so that neither may change. Only
        an assignment to a part makes a vector that is not shared: it alone knows that the array is
        its own.
    """

    __slots__ = ("attributes", "data", "kind", "shared")

    def __init__(self, kind: Kind, data: Array, attributes: Attributes | None = None) -> None:
        self.kind: Kind = kind
        self.data = data
        self.attributes = attributes or None
        self.shared = True

    def __repr__(self) -> str:
        return f"Vector({self.kind!r}, {self.data!r}, {self.attributes!r})"


@dataclass(slots=True, eq=False)
class Language:
    """A symbol, a call or a formula: a piece of syntax as a value."""

    node: Node
    attributes: Attributes | None = None


@dataclass(slots=True, eq=False)
class Closure:
    """A function written in R.

    `parameters` are name, code of the default (None without) and its node; `body` runs in a new
    environment inside `environment`. `source` is the text as typed.
    """

    node: Function
    parameters: "Parameters"
    body: Callable[[Any], Any]
    environment: Any
    attributes: Attributes | None = None
    source: str | None = None


@dataclass(slots=True, eq=False)
class Builtin:
    """A function written in Python, with R's signature; see `builtin`.

    `quick`, if there is one, answers for plain Python scalars, or None where it cannot; `plain`
    for any arguments without names, not boxed, that it finds simple enough.
    """

    name: str
    parameters: tuple[Argument, ...]
    function: Callable[..., Any]
    takes_context: bool = False
    generic: bool = False
    special: bool = False
    defaults: tuple[Any, ...] = ()
    attributes: Attributes | None = None
    quick: Callable[..., Any] | None = None
    plain: Callable[..., Any] | None = None
    formals: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.formals = [parameter.name or "" for parameter in self.parameters]


@dataclass(slots=True, eq=False)
class Model:
    """A result of rnet: its components are reached through the record.

    `classes` is R's class vector; `changed` holds components assigned to it from R code, `known`
    those already made values of.
    """

    record: Any
    classes: tuple[str, ...]
    changed: dict[str, Any] = field(default_factory=dict)
    attributes: Attributes | None = None
    known: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class FormalObject:
    """An object of a formal class (S4) that is no basic vector: its class and slots."""

    attributes: Attributes | None


Value: TypeAlias = Any
"""None, bool, int, float, str, Vector, Language, Closure, Builtin, Model or Environment."""
Code: TypeAlias = Callable[[Any], Value]
"""Compiled code: a function of the environment it runs in."""
Named: TypeAlias = tuple[str | None, Value]
"""A value with the name it is given under, as in a call or a list."""


class Missing:
    """The type of `MISSING`: an argument that was left empty, as in `x[, 1]`."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Any = Missing()

_SCALAR_KINDS: Mapping[type, tuple[Kind, np.dtype[Any]]] = {
    bool: ("logical", np.dtype(np.int32)),
    int: ("integer", np.dtype(np.int32)),
    float: ("double", np.dtype(np.float64)),
    complex: ("complex", np.dtype(np.complex128)),
    str: ("character", np.dtype(object)),
}


def boxed(value: Any) -> Any:
    """Return a Python scalar as a vector of length one, everything else as it is."""
    known = _SCALAR_KINDS.get(type(value))
    if known is None:
        return value
    data = np.empty(1, known[1])
    data[0] = value
    return Vector(known[0], data)


def scalar(value: Any) -> Any:
    """Return a vector of length one without attributes, not NA, as a Python scalar."""
    if type(value) is not Vector or value.attributes is not None or len(value.data) != 1:
        return value
    element = value.data[0]
    match value.kind:
        case "double":
            return float(element)
        case "character":
            return value if element is None else element
        case "integer":
            return value if element == NA_INTEGER else int(element)
        case "logical":
            return value if element == NA_INTEGER else bool(element)
    return value


def logical(values: Any, attributes: Attributes | None = None) -> Vector:
    """Return a logical vector from truth values; None stands for NA."""
    if isinstance(values, np.ndarray):
        return Vector("logical", values.astype(np.int32), attributes)
    return Vector("logical", _with_missing(values), attributes)


def integer(values: Any, attributes: Attributes | None = None) -> Vector:
    """Return an integer vector from whole numbers; None stands for NA."""
    if isinstance(values, np.ndarray):
        return Vector("integer", values.astype(np.int32), attributes)
    return Vector("integer", _with_missing(values), attributes)


def double(values: Any, attributes: Attributes | None = None) -> Vector:
    """Return a double vector from numbers."""
    return Vector("double", np.asarray(values, dtype=np.float64).reshape(-1), attributes)


def character(values: Any, attributes: Attributes | None = None) -> Vector:
    """Return a character vector from strings; None stands for NA."""
    return Vector("character", objects(values), attributes)


def list_of(values: Any, names: Any = None, attributes: Attributes | None = None) -> Vector:
    """Return a list of values, with names if there are any."""
    own: Attributes = {} if names is None else {"names": character(names)}
    return Vector(
        "list", objects([boxed(value) for value in values]), {**own, **(attributes or {})}
    )


def objects(values: Any) -> Array:
    """Return any Python objects as a 1-d array of objects."""
    items = values if isinstance(values, list) else list(values)
    return np.fromiter(items, dtype=object, count=len(items))


def _with_missing(values: Any) -> Array:
    items = [NA_INTEGER if value is None else int(value) for value in values]
    return np.array(items, dtype=np.int32)

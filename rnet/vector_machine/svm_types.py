"""The five machine types and four kernels of LIBSVM, under R's names and codes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from rnet.conditions import RError


class Coded(Protocol):
    """Something R names with a word and stores as a number."""

    @property
    def name(self) -> str:
        """R's word."""
        ...

    @property
    def code(self) -> int:
        """LIBSVM's number."""
        ...


@dataclass(frozen=True, slots=True)
class SvmType:
    """A kind of machine.

    Attributes
    ----------
    name : str
        R's name.
    code : int
        LIBSVM's number, which the fit stores.
    classifies : bool
        Whether it has classes and votes; else it has one decision function.
    regresses : bool
        Whether it predicts a number.
    uses_cost, uses_nu, uses_epsilon : bool
        Which of the solver's numbers matter, and are printed.
    prints_gamma : bool
        Whether `print` shows gamma; R goes by the type alone, even where the kernel has none.
    """

    name: str
    code: int
    classifies: bool
    regresses: bool
    uses_cost: bool
    prints_gamma: bool
    uses_nu: bool
    uses_epsilon: bool

    def __reduce__(self) -> "tuple[Any, tuple[str]]":
        return type_named, (self.name,)


C_CLASSIFICATION = SvmType("C-classification", 0, True, False, True, False, False, False)
NU_CLASSIFICATION = SvmType("nu-classification", 1, True, False, False, True, True, False)
ONE_CLASSIFICATION = SvmType("one-classification", 2, False, False, False, True, True, False)
EPS_REGRESSION = SvmType("eps-regression", 3, False, True, True, True, False, True)
NU_REGRESSION = SvmType("nu-regression", 4, False, True, True, False, True, False)

TYPES = (
    C_CLASSIFICATION,
    NU_CLASSIFICATION,
    ONE_CLASSIFICATION,
    EPS_REGRESSION,
    NU_REGRESSION,
)


def type_named(name: str) -> SvmType:
    """Return the type of this name; a pickled fit stores the name."""
    return next(kind for kind in TYPES if kind.name == name)


T = TypeVar("T", bound=Coded)


def match_name(name: object, table: Sequence[T], message: str) -> T:
    """Return the entry of `table` whose name starts with `name`, as R matches arguments.

    Raises
    ------
    RError
        With `message`, when no name or more than one starts so.

    Examples
    --------
    >>> match_name("eps", TYPES, "wrong type specification!").code
    3
    """
    text = name if isinstance(name, str) else ""
    exact = [entry for entry in table if entry.name == text]
    found = exact or [entry for entry in table if text and entry.name.startswith(text)]
    if len(found) != 1:
        raise RError(message, f"Choose one of: {', '.join(entry.name for entry in table)}.")
    return found[0]

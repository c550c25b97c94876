"""Environments: variables, the enclosing environment, and promises of arguments not yet needed."""

from typing import TYPE_CHECKING, Any

from rnet.conditions import RError
from rnet.interpreter.values import MISSING, Attributes, Code, Value, Vector
from rnet.language.tree import Node

if TYPE_CHECKING:
    from rnet.interpreter.frame import Frame

ABSENT: Any = object()
"""What a lookup answers where there is no such variable."""
_NONE: frozenset[str] = frozenset()


class Environment:
    """Variables by name, and the environment to search next.

    `frame` is the call that made it, None for the global environment and others; `locked` are
    names that must not change.
    """

    __slots__ = ("attributes", "frame", "locked", "name", "parent", "variables")

    def __init__(self, parent: "Environment | None", name: str = "") -> None:
        self.variables: dict[str, Any] = {}
        self.parent = parent
        self.name = name
        self.frame: Frame | None = None
        self.attributes: Attributes | None = None
        self.locked = _NONE

    def find(self, name: str) -> Any:
        """Return the variable here or further out, `ABSENT` where there is none; not forced."""
        where: Environment | None = self
        while where is not None:
            value = where.variables.get(name, ABSENT)
            if value is not ABSENT:
                return value
            where = where.parent
        return ABSENT

    def get(self, name: str) -> Any:
        """Return the value of a variable of this environment itself, or `ABSENT`."""
        value = self.variables.get(name, ABSENT)
        return value.force() if type(value) is Promise else value

    def holder(self, name: str) -> "Environment | None":
        """Return the environment a variable is found in."""
        where: Environment | None = self
        while where is not None and name not in where.variables:
            where = where.parent
        return where

    def assign(self, name: str, value: Value) -> None:
        """Set a variable here."""
        if self.locked:
            check = getattr(self.locked, "check", None)
            if check is not None:
                if check(name, value):
                    return
            elif name in self.locked:
                raise RError(f"cannot change value of locked binding for '{name}'")
        self.variables[name] = value


class Promise:
    """An argument: code to run in the caller's environment when its value is first needed."""

    __slots__ = ("code", "environment", "node", "value")

    def __init__(
        self, code: Code | None, environment: Environment, node: Node, value: Any = MISSING
    ) -> None:
        self.code = code
        self.environment = environment
        self.node = node
        self.value = value

    def force(self) -> Any:
        """Return the value; the code runs once."""
        code = self.code
        if code is None:
            return self.value
        self.code = _under_evaluation
        try:
            value = code(self.environment)
        except BaseException as error:
            try:
                if code is _under_evaluation or not isinstance(error, Exception):
                    raise
                from rnet.interpreter.signalling import fail_with

                return fail_with(error, None)
            finally:
                self.code = code
        if type(value) is Vector:
            value.shared = True
        self.value = value
        self.code = None
        return value


def _under_evaluation(environment: Environment) -> Any:
    """Be the code of a promise that runs already."""
    raise RError(
        "promise already under evaluation: recursive default argument reference or "
        "earlier problems?"
    )


def fulfilled(value: Value, environment: Environment, node: Node) -> Promise:
    """Return a promise whose value is known already."""
    return Promise(None, environment, node, value)

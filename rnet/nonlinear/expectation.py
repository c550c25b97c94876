"""The right side of a nonlinear model: its values and slopes at given parameters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.calculus.deriv import DerivedValue
from rnet.calculus.derivative import derivative
from rnet.conditions import RError
from rnet.formulas.all_vars import all_vars
from rnet.formulas.columns import Matrix, numbers
from rnet.formulas.evaluate import Scope, evaluate
from rnet.language.tree import Call, Node, Symbol
from rnet.nonlinear.compiled import Compiled, compiled, plain_values

Doubles = npt.NDArray[np.float64]
ROOT_EPS = float(np.sqrt(np.finfo(np.float64).eps))
CUBE_ROOT_EPS = float(np.finfo(np.float64).eps ** (1 / 3))

# A curve with known slopes: from input and parameters to values and gradient.
Curve = Callable[..., DerivedValue]


@dataclass(frozen=True, slots=True, eq=False)
class Expectation:
    """A function of parameters, given as an R expression.

    Attributes
    ----------
    node : Node
        The expression.
    names : tuple of str
        The names of the parameters, a vector of several counts once.
    sizes : tuple of int
        How many numbers each has.
    variables : mapping
        The columns by name.
    surroundings : mapping
        Variables and functions that are no columns.
    curves : mapping
        Functions that know their slopes.
    central : bool
        Whether differences are central.
    exact : bool
        Whether slopes come from `D`, not from differences.
    arithmetic : callable or None
        The expression, compiled, where it is plain arithmetic of `plain` variables.
    plain : mapping or None
        These variables.
    """

    node: Node
    names: tuple[str, ...]
    sizes: tuple[int, ...]
    variables: Mapping[str, Any]
    surroundings: Mapping[str, Any]
    curves: Mapping[str, Curve]
    central: bool = False
    exact: bool = False
    arithmetic: Compiled | None = None
    plain: Mapping[str, Doubles] | None = None

    def quickened(self) -> "Expectation":
        """Return the same, compiled where it is plain arithmetic of numbers."""
        arithmetic = compiled(self.node)
        names = [n for n in all_vars(self.node) if n not in self.names and n != "pi"]
        plain = plain_values(self.variables, names)
        if arithmetic is None or plain is None or set(self.sizes) != {1}:
            return self
        return replace(self, arithmetic=arithmetic, plain=plain)

    def values(self, parameters: Doubles) -> Doubles:
        """Return the values at parameters, shape (n,), or (n, m) of several linear terms."""
        return self._evaluated(parameters)[0]

    def with_slopes(self, parameters: Doubles) -> tuple[Doubles, Doubles]:
        """Return the values and their slopes, shape (n, k), or (n, m, k)."""
        values, slopes = self._evaluated(parameters)
        if not np.isfinite(values).all():
            raise _not_finite()
        if slopes is None:
            taken = self._derivatives if self.exact else self._differences
            slopes = taken(parameters, values)
        return values, slopes

    def with_variables(self, variables: Mapping[str, Any]) -> "Expectation":
        """Return the same function of other columns."""
        changed = {**self.variables, **variables}
        return replace(self, variables=changed, arithmetic=None, plain=None)

    def column_labels(self, parameters: Doubles) -> tuple[str, ...] | None:
        """Return the names of the terms of a partially linear model, None without names."""
        value = evaluate(self.node, self._scope(parameters))
        return value.column_names if isinstance(value, Matrix) else None

    def _scope(self, parameters: Doubles) -> Scope:
        ends = np.cumsum(self.sizes)
        parts = np.split(parameters, ends[:-1])
        given = dict(zip(self.names, parts, strict=True))
        return Scope({**self.variables, **given}, self.surroundings)

    def _evaluated(self, parameters: Doubles) -> tuple[Doubles, Doubles | None]:
        if self.arithmetic is not None and self.plain is not None:
            point = dict(zip(self.names, parameters[:, np.newaxis], strict=True))
            with np.errstate(all="ignore"):
                return self.arithmetic({**self.plain, **point}), None
        scope = self._scope(parameters)
        known = self._known_curve()
        if known is not None:
            curve, order = known
            assert isinstance(self.node, Call)
            given = [
                numbers(column) if (column := evaluate(a.value, scope)) is not None else None
                for a in self.node.arguments
                if a.value is not None
            ]
            found = curve(*given)
            return found.value, found.gradient[:, order]
        value = evaluate(self.node, scope)
        if value is None:
            raise RError("the model has no value", "Check the right side of the formula.")
        cells = value.values if isinstance(value, Matrix) else numbers(value)
        return np.asarray(cells, dtype=np.float64), None

    def _known_curve(self) -> tuple[Curve, list[int]] | None:
        """Return the curve that is the whole right side, and where its slopes stand.

        Its last arguments must be the parameters themselves, else differences are taken.
        """
        match self.node:
            case Call(Symbol(name), arguments) if name in self.curves:
                given = [a.value.name for a in arguments if isinstance(a.value, Symbol)]
                own = [n for n in given if n in self.names]
                if sorted(own) == sorted(self.names) and set(self.sizes) == {1}:
                    return self.curves[name], [own.index(n) for n in self.names]
        return None

    def _derivatives(self, parameters: Doubles, values: Doubles) -> Doubles:
        if set(self.sizes) != {1} or values.ndim > 1:
            return self._differences(parameters, values)
        scope = self._scope(parameters)
        slopes = [numbers_of(derivative(self.node, name), scope, values) for name in self.names]
        if not all(np.isfinite(slope).all() for slope in slopes):
            raise _not_finite()
        return np.stack(slopes, axis=-1)

    def _differences(self, parameters: Doubles, values: Doubles) -> Doubles:
        share = CUBE_ROOT_EPS if self.central else ROOT_EPS
        slopes = []
        for place, value in enumerate(parameters.tolist()):
            step = share * abs(value) if value != 0 else share
            moved = parameters.copy()
            moved[place] = value + step
            ahead = self.values(moved)
            if self.central:
                moved[place] = value - step
                slope = (ahead - self.values(moved)) / (2 * step)
            else:
                slope = (ahead - values) / step
            if not np.isfinite(slope).all():
                raise _not_finite()
            slopes.append(slope)
        return np.stack(slopes, axis=-1)


def numbers_of(node: Node, scope: Scope, like: Doubles) -> Doubles:
    """Return the values of an expression, as many as others are."""
    found = evaluate(node, scope)
    return np.resize(numbers(found), like.shape) if found is not None else np.zeros(like.shape)


def _not_finite() -> RError:
    return RError(
        "Missing value or an infinity produced when evaluating the model",
        "Start nearer to the data, or keep the parameters within bounds.",
    )

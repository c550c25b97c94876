"""Where a nonlinear fit starts: values given, found by the model itself, or 1."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.formulas.columns import numbers
from rnet.formulas.evaluate import Scope, evaluate
from rnet.formulas.formula import Formula
from rnet.language.tree import Call, Symbol
from rnet.nonlinear.gauss_newton import Show
from rnet.nonlinear.model_variables import ModelVariables
from rnet.nonlinear.nls_control import NlsControl
from rnet.nonlinear.self_start import INITIAL, PARAMETERS

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Start:
    """Starting values.

    Attributes
    ----------
    names : tuple of str
        Of the parameters, a vector of several counts once.
    sizes : tuple of int
        How many numbers each has.
    values : ndarray, shape (k,)
    """

    names: tuple[str, ...]
    sizes: tuple[int, ...]
    values: Doubles

    @property
    def labels(self) -> tuple[str, ...]:
        """A name for every number."""
        return tuple(
            name if size == 1 else f"{name}{number}"
            for name, size in zip(self.names, self.sizes, strict=True)
            for number in range(1, size + 1)
        )


def start_values(
    formula: Formula,
    arguments: Mapping[str, Any],
    of: ModelVariables,
    control: NlsControl,
    show: Show | None,
) -> Start:
    """Return the starting values of a model."""
    given = arguments["start"]
    if given is not None:
        return _given(given)
    found = self_started(formula, of.columns, of.surroundings, control, show)
    if found is not None:
        return _given(found)
    if not of.unknown:
        raise RError("no parameters to fit", "Name the parameters in `start`.")
    shown = ", ".join(f"‘{name}’" for name in of.unknown)
    warn(
        "No starting values specified for some parameters.\n"
        f"Initializing {shown} to '1.'.\n"
        "Consider specifying 'start' or using a selfStart model"
    )
    return _given(dict.fromkeys(of.unknown, 1.0))


def self_started(
    formula: Formula,
    columns: Mapping[str, Any],
    surroundings: Mapping[str, Any],
    control: NlsControl,
    show: Show | None,
) -> dict[str, float] | None:
    """Return the start that a self-starting model finds, None for other models."""
    match formula.right:
        case Call(Symbol(name), arguments) if name in INITIAL:
            inputs = len(arguments) - len(PARAMETERS[name])
            own = [a.value.name if isinstance(a.value, Symbol) else "" for a in arguments[inputs:]]
            if "" in own or inputs < 1:
                raise RError(
                    "parameters of a self-starting model must be names",
                    "Give `start` for a model of transformed parameters.",
                )
            scope = Scope(columns, surroundings)
            xs = [numbers(_column(a.value, scope)) for a in arguments[:inputs]]
            y = numbers(_column(formula.response, scope))
            found = INITIAL[name](xs, y, control, show)
            return dict(zip(own, found, strict=True))
    return None


def _column(node: Any, scope: Scope) -> Any:
    return evaluate(node, scope)


def _given(start: Any) -> Start:
    if not hasattr(start, "keys"):
        raise RError("parameters without starting value in 'data'", "Give `start` with names.")
    parts = {str(name): np.atleast_1d(np.asarray(start[name], np.float64)) for name in start.keys()}  # noqa: SIM118 - a Series too
    return Start(
        tuple(parts), tuple(len(part) for part in parts.values()), np.concatenate([*parts.values()])
    )

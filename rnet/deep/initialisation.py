"""How weights start: records in a table; biases start at 0."""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.deep.tables import named
from rnet.rng.state import generator

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Initialisation:
    """A distribution of start weights.

    Attributes
    ----------
    name, label : str
    spread : callable
        Inputs and units of a layer -> standard deviation, or half the width if `uniform`.
    uniform : bool
        Whether weights are drawn evenly, else from a normal distribution.
    """

    name: str
    label: str
    spread: Callable[[int, int], float]
    uniform: bool

    def draw(self, inputs: int, units: int) -> Doubles:
        """Draw the weights of a layer, (inputs, units), column by column from R's stream."""
        count, spread = inputs * units, self.spread(inputs, units)
        if spread == 0:
            return np.zeros((inputs, units))
        if self.uniform:
            drawn = (2.0 * generator().uniform(count) - 1.0) * spread
        else:
            drawn = generator().normal(count) * spread
        return np.ascontiguousarray(drawn.reshape((inputs, units), order="F"))


INITIALISATIONS = {
    i.name: i
    for i in (
        Initialisation("normal", "N(0, 1)", lambda _p, _q: 1.0, uniform=False),
        Initialisation("uniform", "U(-0.1, 0.1)", lambda _p, _q: 0.1, uniform=True),
        Initialisation("lecun", "N(0, 1/p)", lambda p, _q: sqrt(1 / p), uniform=False),
        Initialisation("glorot", "U(±√(6/(p+q)))", lambda p, q: sqrt(6 / (p + q)), uniform=True),
        Initialisation(
            "glorot_normal", "N(0, 2/(p+q))", lambda p, q: sqrt(2 / (p + q)), uniform=False
        ),
        Initialisation("he", "N(0, 2/p)", lambda p, _q: sqrt(2 / p), uniform=False),
        Initialisation("he_uniform", "U(±√(6/p))", lambda p, _q: sqrt(6 / p), uniform=True),
        Initialisation("zero", "0", lambda _p, _q: 0.0, uniform=False),
    )
}


def initialisation_named(name: Any) -> Initialisation:
    """Return an initialisation by name, by its standard deviation, or a record as it is.

    Raises
    ------
    RError
        For a name that is none; all are listed.

    Examples
    --------
    >>> initialisation_named("he").label, initialisation_named(0.5).label
    ('N(0, 2/p)', 'N(0, 0.5^2)')
    """
    if isinstance(name, Initialisation):
        return name
    if isinstance(name, int | float) and not isinstance(name, bool) and 0 <= name < np.inf:
        deviation = float(name)
        return Initialisation(
            "given", f"N(0, {deviation:g}^2)", lambda _p, _q: deviation, uniform=False
        )
    return named(INITIALISATIONS, name, "initialisation", "A standard deviation, or one of")

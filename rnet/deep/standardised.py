"""Training on standardised variables, with weights for the variables as they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rnet.deep.network import Layer
from rnet.deep.rbm_model import Standard, standard_by

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Scales:
    """How a network's variables are standardised while it is trained.

    Attributes
    ----------
    inputs : Standard
    response : Standard or None
        None where outputs are classes or not linear.
    """

    inputs: Standard
    response: Standard | None

    def scaled(self, x: Doubles, y: Doubles) -> tuple[Doubles, Doubles]:
        """Return inputs, (n, p), and targets, (n, q), as the network sees them."""
        return self.inputs.scaled(x), y if self.response is None else self.response.scaled(y)

    def absorbed(self, layers: Sequence[Layer]) -> tuple[Layer, ...]:
        """Return layers that do with plain variables what these do with standardised ones."""
        first, *others = layers
        weights = first.weights / self.inputs.spread[:, None]
        plain = [replace(first, weights=weights, bias=first.bias - self.inputs.center @ weights)]
        plain += others
        if self.response is not None:
            last = plain[-1]
            spread, center = self.response.spread, self.response.center
            bias = last.bias * spread + center
            plain[-1] = replace(last, weights=last.weights * spread, bias=bias)
        return tuple(plain)


def scales_of(x: Doubles, y: Doubles, *, response: bool) -> Scales:
    """Return how inputs, (n, p), and, if asked for, targets, (n, q), are standardised."""
    return Scales(standard_by(x), standard_by(y) if response else None)

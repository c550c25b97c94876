"""Units and connections of a network with one hidden layer, numbered as R's nnet numbers them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.neural.criteria import Criterion


@dataclass(frozen=True, slots=True)
class Architecture:
    """A network with at most one hidden layer.

    Weights stand unit by unit: of a hidden unit bias and inputs; of an output bias, hidden
    units and, with skip-layer connections, inputs.

    Attributes
    ----------
    inputs, hidden, outputs : int
        Units of each layer.
    skip : bool
        Whether inputs are connected to outputs.
    criterion : Criterion
        Output units and loss.
    """

    inputs: int
    hidden: int
    outputs: int
    skip: bool
    criterion: Criterion

    @property
    def units(self) -> int:
        """All units, the bias included."""
        return 1 + self.inputs + self.hidden + self.outputs

    @property
    def logistic_units(self) -> int:
        """R's `nsunits`: the number of the first unit that is a plain sum."""
        return self.units - self.outputs if self.criterion.linear else self.units

    @property
    def weights(self) -> int:
        """How many weights there are."""
        into_output = 1 + self.hidden + (self.inputs if self.skip else 0)
        if not self.hidden and not self.skip:
            into_output = 0
        return self.hidden * (1 + self.inputs) + self.outputs * into_output

    @property
    def unit_sources(self) -> list[list[int]]:
        """For each unit the units it sums, bias 0 and inputs 1 to p first; none for inputs."""
        inputs = list(range(1, self.inputs + 1))
        hidden = list(range(self.inputs + 1, self.inputs + 1 + self.hidden))
        into_output = [0, *hidden, *(inputs if self.skip else [])]
        if not self.hidden and not self.skip:
            into_output = []
        into_hidden = [[0, *inputs] for _ in hidden]
        return [
            [],
            *([] for _ in inputs),
            *into_hidden,
            *(into_output for _ in range(self.outputs)),
        ]

    @property
    def sources(self) -> npt.NDArray[np.int64]:
        """R's `conn`: the unit each weight comes from."""
        return np.array([s for into in self.unit_sources for s in into], dtype=np.int64)

    @property
    def offsets(self) -> npt.NDArray[np.int64]:
        """R's `nconn`: where the weights of each unit begin, and the end; shape (units + 1,)."""
        return np.cumsum([0, *(len(into) for into in self.unit_sources)])

    @property
    def names(self) -> list[str]:
        """Names of the weights, `b->h1`, `i2->h1`, `h1->o`."""
        hidden = [f"h{j}" for j in range(1, self.hidden + 1)]
        outputs = ["o"] if self.outputs == 1 else [f"o{k}" for k in range(1, self.outputs + 1)]
        inputs = [f"i{i}" for i in range(1, self.inputs + 1)]
        units = ["b", *inputs, *hidden, *outputs]
        return [
            f"{units[source]}->{unit}"
            for unit, into in zip(units, self.unit_sources, strict=True)
            for source in into
        ]

"""`neuralweights`: the weights of a network, node by node."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rnet.matched_call import refuses_unknown
from rnet.neural.importance.network_view import network_view
from rnet.record import Record

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class NeuralWeights(Record):
    """Weights by node.

    Attributes
    ----------
    struct : list of int
        Units of each layer.
    wts : dict of str to ndarray
        "hidden 1 1", ..., "out 1": bias and weights from the layer before.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("struct", "wts")

    struct: list[int]
    wts: dict[str, Doubles]

    def __str__(self) -> str:
        from rnet.printing.show import format_r  # noqa: PLC0415 - text, seldom wanted

        return format_r({"struct": np.array(self.struct), "wts": self.wts})


@refuses_unknown
def neuralweights(
    mod_in: Any, rel_rsc: Sequence[float] | None = None, *, struct: Sequence[int] | None = None
) -> NeuralWeights:
    """Return the weights of a network node by node.

    Parameters
    ----------
    mod_in : NN, Nnet or array_like
        A network of `neuralnet` (its first repetition) or `nnet`; or bare weights, unit by unit,
        each with its bias first.
    rel_rsc : two numbers, optional
        Return absolute weights, stretched to this range.
    struct : sequence of int, optional
        Units of each layer; for bare weights.

    Returns
    -------
    NeuralWeights
        `struct` and `wts`.

    Notes
    -----
    R page: `?NeuralNetTools::neuralweights`.

    Examples
    --------
    >>> import rnet
    >>> rnet.neuralweights([0.5, 1, -1, 2], struct=[1, 1, 1]).wts["out 1"].tolist()
    [-1.0, 2.0]
    """
    view = network_view(mod_in, struct)
    if rel_rsc is not None:
        view = view.rescaled(*rel_rsc)
    last = len(view.matrices)
    return NeuralWeights(
        view.struct,
        {
            f"hidden {layer} {node + 1}" if layer < last else f"out {node + 1}": matrix[:, node]
            for layer, matrix in enumerate(view.matrices, start=1)
            for node in range(matrix.shape[1])
        },
    )

"""How a network was trained: what `diagnose`, `plot("history")` and `save` need to know."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.neural.error_functions import ErrorFunction
from rnet.neural.network import Layout, Network
from rnet.neural.problem import Problem, TrainingSettings
from rnet.neural.scaling import Scaling
from rnet.neural.watch import History

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class TrainingRecord:
    """How a network was trained, and where each repetition ended, converged or not.

    Attributes
    ----------
    settings : TrainingSettings
    free : ndarray of int64
        Positions of the trained weights in flat order.
    simple_cross_entropy : bool
    case_weights : ndarray, shape (n,), or None
    scaling : Scaling or None
        With `scale=True`: start and trained weights here are those of standardised columns.
    starts, weights : ndarray, shape (repetitions, weights)
        All weights in flat order before and after.
    step_sizes : ndarray, shape (repetitions, free weights), or None
        The last ones; None where the algorithm has none.
    histories : tuple of History
        One for each repetition with `history` or `validation`, else empty.
    """

    settings: TrainingSettings
    free: npt.NDArray[np.int64]
    simple_cross_entropy: bool
    case_weights: Doubles | None
    scaling: Scaling | None
    starts: Doubles
    weights: Doubles
    step_sizes: Doubles | None
    histories: tuple[History, ...]

    def original_scale(self, flat: Doubles, layout: Layout) -> Doubles:
        """Return flat weights for the columns as they are."""
        if self.scaling is None:
            return flat
        return layout.join(self.scaling.original_weights(layout.split(flat)))

    def problem(
        self, covariate: Doubles, response: Doubles, network: Network, error: ErrorFunction
    ) -> Problem:
        """Return the problem that was trained, of original columns."""
        if self.scaling is not None:
            covariate = self.scaling.covariate(covariate)
            response = self.scaling.response(response)
        return Problem(
            covariate,
            response,
            network,
            error,
            self.simple_cross_entropy,
            self.free,
            self.case_weights,
        )

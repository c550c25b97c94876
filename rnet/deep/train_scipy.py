"""L-BFGS by SciPy on all rows at once: an epoch is one iteration."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from rnet.deep.training import Run, TrainedLayers

Doubles = npt.NDArray[np.float64]
REMEMBERED = 20


def train_scipy(run: "Run") -> "TrainedLayers":
    """Minimise loss and penalties from the start weights; ends where nothing lowers them."""
    from scipy.optimize import minimize  # noqa: PLC0415 - SciPy is heavy

    flat, settings = run.flat, run.settings
    iterations = len(settings.learn_rates)

    def value(parameters: Doubles) -> tuple[float, Doubles]:
        flat.parameters[:] = parameters
        loss, _ = run.differentiate(run.x, run.y)
        run.penalise()
        return loss + run.penalty(), flat.gradient.copy()

    def note(intermediate_result: object) -> None:
        flat.parameters[:] = intermediate_result.x  # type: ignore[attr-defined]
        if run.look():
            raise StopIteration

    start = flat.parameters.copy()
    minimize(
        value, start, jac=True, method="L-BFGS-B", callback=note,
        options={"maxiter": iterations, "maxcor": REMEMBERED, "maxfun": 2**31 - 1,
                 "ftol": 0.0, "gtol": 1e-10},
    )  # fmt: skip
    if run.history.epochs == 0:  # already at a minimum
        flat.parameters[:] = start
        run.look()
    return run.result()

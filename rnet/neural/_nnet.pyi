from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]

def minimise(
    covariate: Doubles,
    response: Doubles,
    case_weights: Doubles,
    *,
    hidden: int,
    skip: bool,
    criterion: int,
    weights: Doubles,
    free: Positions,
    decay: Doubles,
    iterations: int,
    absolute: float,
    relative: float,
    report: Callable[[int, float], None] | None,
) -> tuple[float, int, bool]: ...
def outputs(
    covariate: Doubles,
    *,
    hidden: int,
    outputs: int,
    skip: bool,
    criterion: int,
    weights: Doubles,
) -> Doubles: ...

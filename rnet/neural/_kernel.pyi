from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]

def train(
    covariate: Doubles,
    response: Doubles,
    units: Positions,
    weights: Doubles,
    free: Positions,
    learning_rate: Doubles,
    *,
    hidden: int,
    output: int,
    loss: int,
    simple_cross_entropy: bool,
    rule: int,
    threshold: float,
    step_limit: float,
    limit: tuple[float, float],
    factor: tuple[float, float],
    workers: int,
    report_every: int,
    report: Callable[[int, float, float, bool, int, float, float], None] | None,
    case_weights: Doubles | None = None,
    step_sizes: Doubles | None = None,
) -> list[tuple[int, float, float, float, float]]: ...

class Gradient:
    def __init__(
        self,
        covariate: Doubles,
        response: Doubles,
        units: Positions,
        free: Positions,
        *,
        hidden: int,
        output: int,
        loss: int,
        simple_cross_entropy: bool,
        case_weights: Doubles | None = None,
    ) -> None: ...
    def at(self, weights: Doubles) -> tuple[int, Doubles]: ...

def instruction_sets() -> list[str]: ...
def use_instruction_set(name: str) -> None: ...
def exp(x: Doubles) -> Doubles: ...
def tanh(x: Doubles) -> Doubles: ...
def log(x: Doubles) -> Doubles: ...

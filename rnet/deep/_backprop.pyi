from typing import Any

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]

class Trainer:
    def __init__(
        self,
        x: Doubles,
        y: Doubles,
        sizes: Positions,
        parameters: Doubles,
        velocities: Doubles,
        space: Doubles,
        largest_batch: int,
        hidden: int,
        output: int,
        momentum: float,
        dgemm: Any,
    ) -> None: ...
    def run(
        self,
        order: Positions,
        starts: Positions,
        masks: Doubles,
        visible: bool,
        hidden: bool,
        by_case: bool,
        keep: float,
        rate: float,
        losses: Doubles,
    ) -> None: ...

"""What is noted of each epoch of training."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

Doubles = npt.NDArray[np.float64]


class EpochSums:
    """Sums over the minibatches of one epoch."""

    def __init__(self, layers: int) -> None:
        self.loss, self.rows, self.right, self.steps = 0.0, 0, 0, 0
        self.norms = [0.0] * layers

    def add(self, loss: float, rows: int, gradient: Doubles, weights: Sequence[slice]) -> None:
        """Add a minibatch: its loss, and the lengths of its gradient layer by layer."""
        self.loss += loss * rows
        self.rows += rows
        self.steps += 1
        for k, place in enumerate(weights):
            part = gradient[place]
            self.norms[k] += math.sqrt(part @ part)

    def count_right(self, outputs: Doubles, y: Doubles) -> None:
        """Add how many rows of a minibatch get the right class."""
        self.right += right(outputs, y)


def right(outputs: Doubles, y: Doubles) -> int:
    """Return how many rows have their class right: the largest output, or beyond one half."""
    if y.shape[1] == 1:
        return int(np.count_nonzero((outputs > 0.5) == (y > 0.5)))
    return int(np.count_nonzero(outputs.argmax(axis=1) == y.argmax(axis=1)))


class History:
    """The epochs so far, and which had the lowest loss (on held-out rows where there are any)."""

    def __init__(self, layers: int, classes: bool, held_out: bool) -> None:
        self.columns: dict[str, list[float]] = {"epoch": [], "step": [], "loss": []}
        self._add_columns("val_loss", held_out)
        self._add_columns("accuracy", classes)
        self._add_columns("val_accuracy", classes and held_out)
        self.norms = [f"grad_norm_{k + 1}" for k in range(layers)]
        for name in self.norms:
            self._add_columns(name, True)
        self.lowest, self.best_epoch, self.epochs = math.inf, 0, 0

    def _add_columns(self, name: str, wanted: bool) -> None:
        if wanted:
            self.columns[name] = []

    def add(
        self, sums: EpochSums, steps: int, held_out: tuple[float, Doubles, Doubles] | None
    ) -> bool:
        """Note an epoch; True where its loss is the lowest so far."""
        self.epochs += 1
        loss = sums.loss / sums.rows
        found: dict[str, float] = {"epoch": self.epochs, "step": steps, "loss": loss}
        found["accuracy"] = sums.right / sums.rows
        found |= {n: s / sums.steps for n, s in zip(self.norms, sums.norms, strict=True)}
        if held_out is not None:
            loss, outputs, y = held_out
            found["val_loss"], found["val_accuracy"] = loss, right(outputs, y) / len(y)
        for name, values in self.columns.items():
            values.append(found[name])
        better = loss < self.lowest
        if better or self.best_epoch == 0:
            self.lowest, self.best_epoch = loss, self.epochs
            return True
        return False

    def frame(self) -> pd.DataFrame:
        """Return the epochs as a data frame."""
        return pd.DataFrame(self.columns)

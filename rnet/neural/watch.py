"""Watch a repetition step by step: its history, and early stopping on rows held out."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """What happened at each step of one repetition; the first step is the start weights.

    Attributes
    ----------
    error : ndarray, shape (steps,)
        The error R reports, at each step.
    gradient : ndarray, shape (steps,)
        Largest size of a derivative.
    weights : ndarray, shape (steps, weights), or None
        All weights in flat order (of the standardised columns with `scale=True`).
    validation_error : ndarray, shape (steps,), or None
        The error on the rows held out.
    best_step : int
        The step whose weights were kept, counted from 1 as R counts steps.
    """

    error: Doubles
    gradient: Doubles
    weights: Doubles | None
    validation_error: Doubles | None
    best_step: int


@dataclass(frozen=True, slots=True, eq=False)
class Best:
    """The step with the smallest error on the rows held out."""

    error: float
    step: float
    reached: float
    weights: Doubles


@dataclass(slots=True, eq=False)
class Watch:
    """Looks at each step of one repetition and says when to stop.

    Attributes
    ----------
    error : callable or None
        Error of flat weights on the training rows, where a history is wanted.
    validation_error : callable or None
        The same on the rows held out.
    patience : float
        So many steps without a smaller error on the rows held out stop the training.
    keeps_weights : bool
        Whether the history holds the weights of each step.
    best : Best or None
        The best step so far.
    """

    error: Callable[[Doubles], float] | None
    validation_error: Callable[[Doubles], float] | None
    patience: float
    keeps_weights: bool
    best: Best | None = None
    _errors: list[float] = field(default_factory=list)
    _gradients: list[float] = field(default_factory=list)
    _held_out: list[float] = field(default_factory=list)
    _weights: list[Doubles] = field(default_factory=list)

    def __call__(self, step: float, weights: Doubles, reached: float) -> bool:
        """Look at one step; True asks to stop."""
        if self.error is not None:
            self._errors.append(self.error(weights))
            self._gradients.append(reached)
            if self.keeps_weights:
                self._weights.append(weights.copy())
        if self.validation_error is None:
            return False
        held_out = self.validation_error(weights)
        self._held_out.append(held_out)
        if self.best is None or held_out < self.best.error:
            self.best = Best(held_out, step, reached, weights.copy())
        return step - self.best.step >= self.patience

    def history(self) -> History:
        """Return what was seen."""
        return History(
            error=np.array(self._errors),
            gradient=np.array(self._gradients),
            weights=np.array(self._weights) if self.keeps_weights else None,
            validation_error=np.array(self._held_out) if self.validation_error else None,
            best_step=int(self.best.step) if self.best else len(self._errors),
        )

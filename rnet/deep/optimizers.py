"""Optimisers as records in a table; each changes one flat parameter vector in place.

The constants and update rules are those of PyTorch's optimisers of the same names.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.tables import named

Doubles = npt.NDArray[np.float64]
BLOCK = 16384


@dataclass(frozen=True, slots=True)
class Step:
    """What an optimiser keeps from step to step, for p parameters.

    Attributes
    ----------
    memory : tuple of ndarray, each (p,)
        Velocities and averages, 0 at the start.
    scratch : ndarray, shape (p,)
        A place to work in.
    """

    memory: tuple[Doubles, ...]
    scratch: Doubles


Update = Callable[["Optimizer", Doubles, Doubles, Step, float, int], None]
"""Optimiser, parameters (changed), gradient, memory (changed), rate, number of the step from 1."""


@dataclass(frozen=True, slots=True)
class Optimizer:
    """A rule for going downhill.

    Attributes
    ----------
    name, label : str
    rate : float
        The usual learning rate.
    update : callable or None
        The rule; None where SciPy minimises on all cases at once.
    kept : int
        Vectors kept from step to step.
    momentum, decay, beta1, beta2, epsilon : float
        Constants of the rules that have them.
    """

    name: str
    label: str
    rate: float
    update: Update | None
    kept: int = 0
    momentum: float = 0.9
    decay: float = 0.99
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8

    def start(self, count: int) -> Step:
        """Return the memory for a number of parameters."""
        return Step(tuple(np.zeros(count) for _ in range(self.kept)), np.empty(count))

    def steps(self, parameters: Doubles, gradient: Doubles) -> Callable[[float, int], None]:
        """Return what takes a step: it gets the rate and the number of the step from 1.

        All rules go number by number, so long vectors are walked in parts that fit the cache.
        """
        update = self.update
        assert update is not None  # L-BFGS takes another way
        parts = [
            (parameters[a : a + BLOCK], gradient[a : a + BLOCK])
            for a in range(0, len(parameters), BLOCK)
        ]
        blocks = [(p, g, self.start(len(p))) for p, g in parts]

        def step(rate: float, t: int) -> None:
            for p, g, memory in blocks:
                update(self, p, g, memory, rate, t)

        return step


def _sgd(o: Optimizer, p: Doubles, g: Doubles, s: Step, rate: float, t: int) -> None:
    del o, t
    np.multiply(g, rate, out=s.scratch)
    p -= s.scratch


def _momentum(o: Optimizer, p: Doubles, g: Doubles, s: Step, rate: float, t: int) -> None:
    del t
    (v,) = s.memory
    v *= o.momentum
    v += g
    np.multiply(v, rate, out=s.scratch)
    p -= s.scratch


def _nesterov(o: Optimizer, p: Doubles, g: Doubles, s: Step, rate: float, t: int) -> None:
    del t
    (v,), scratch = s.memory, s.scratch
    v *= o.momentum
    v += g
    np.multiply(v, o.momentum, out=scratch)
    scratch += g
    scratch *= rate
    p -= scratch


def _adagrad(o: Optimizer, p: Doubles, g: Doubles, s: Step, rate: float, t: int) -> None:
    del t
    (total,) = s.memory
    np.multiply(g, g, out=s.scratch)
    total += s.scratch
    _go(o, p, g, total, s.scratch, rate)


def _rmsprop(o: Optimizer, p: Doubles, g: Doubles, s: Step, rate: float, t: int) -> None:
    del t
    (average,), scratch = s.memory, s.scratch
    average *= o.decay
    np.multiply(g, 1 - o.decay, out=scratch)
    scratch *= g
    average += scratch
    _go(o, p, g, average, scratch, rate)


def _go(
    o: Optimizer, p: Doubles, g: Doubles, squares: Doubles, scratch: Doubles, rate: float
) -> None:
    """Step by rate * g / (sqrt(squares) + epsilon)."""
    np.sqrt(squares, out=scratch)
    scratch += o.epsilon
    np.divide(g, scratch, out=scratch)
    scratch *= rate
    p -= scratch


def _adam(o: Optimizer, p: Doubles, g: Doubles, s: Step, rate: float, t: int) -> None:
    mean, square = s.memory
    scratch = s.scratch
    mean *= o.beta1
    np.multiply(g, 1 - o.beta1, out=scratch)
    mean += scratch
    square *= o.beta2
    np.multiply(g, 1 - o.beta2, out=scratch)
    scratch *= g
    square += scratch
    # rate * m / c1 / (sqrt(v / c2) + eps), with both corrections taken out of the arrays
    root = (1 - o.beta2**t) ** 0.5
    np.sqrt(square, out=scratch)
    scratch += o.epsilon * root
    np.divide(mean, scratch, out=scratch)
    scratch *= rate * root / (1 - o.beta1**t)
    p -= scratch


OPTIMIZERS = {
    o.name: o
    for o in (
        Optimizer("sgd", "stochastic gradient descent", 0.01, _sgd),
        Optimizer("momentum", "gradient descent with momentum", 0.01, _momentum, 1),
        Optimizer("nesterov", "Nesterov's accelerated gradient", 0.01, _nesterov, 1),
        Optimizer("adagrad", "AdaGrad", 0.01, _adagrad, 1, epsilon=1e-10),
        Optimizer("rmsprop", "RMSprop", 0.001, _rmsprop, 1),
        Optimizer("adam", "Adam", 0.001, _adam, 2),
        Optimizer("lbfgs", "L-BFGS", 1.0, None),
    )
}
CONSTANTS = ("momentum", "decay", "beta1", "beta2", "epsilon")


def optimizer_named(name: Any, **constants: Any) -> Optimizer:
    """Return an optimiser by name, or a record as it is, with constants changed.

    Raises
    ------
    RError
        For a name that is none, or a constant out of range.

    Examples
    --------
    >>> optimizer_named("adam", beta1=0.5).beta1
    0.5
    """
    known = isinstance(name, Optimizer)
    found = name if known else named(OPTIMIZERS, name, "optimiser", "Optimisers")
    for constant, value in constants.items():
        if constant not in CONSTANTS:
            raise RError(f"unknown constant '{constant}'", f"Constants: {', '.join(CONSTANTS)}.")
        if not 0 <= value < 1:
            raise RError(f"invalid '{constant}' argument", "It lies in [0, 1).")
    return replace(found, **constants) if constants else found

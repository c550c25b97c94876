"""Restricted Boltzmann machines as arrays: probabilities, free energy, contrastive divergence.

Hinton (2010), "A practical guide to training restricted Boltzmann machines": the statistics of the
data and of the last reconstruction are probabilities; only what drives a reconstruction is drawn.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import expit
from threadpoolctl import threadpool_limits

from rnet.conditions import RError
from rnet.deep.shuffle import random_order
from rnet.rng._stream import Stream

Doubles = npt.NDArray[np.float64]

EXPLODED = 1e6
"""No machine that learns has weights as large as this."""
START_SPREAD = 0.01
"""Standard deviation of the weights training starts from (Hinton's section 8)."""
RAREST = 0.01
"""Units that are rarer (or more frequent than its complement) start as if they were so frequent."""


@dataclass(frozen=True, slots=True)
class VisibleUnits:
    """A kind of visible units.

    Attributes
    ----------
    name : str
    mean : function
        Means of the units from their inputs, elementwise.
    draw : function
        Random states given the means.
    energy : function
        The part of the free energy of visible states v, (n, p), that the bias b, (p,), brings.
    bias : function
        The bias to start from, (p,), given the means of the data.
    learn_rate : float
        The rate that usually does.
    """

    name: str
    mean: Callable[[Doubles], Doubles]
    draw: Callable[[Doubles, Stream], Doubles]
    energy: Callable[[Doubles, Doubles], Doubles]
    bias: Callable[[Doubles], Doubles]
    learn_rate: float

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy and pickle a kind by its name."""
        return _visible_named, (self.name,)


def draw_binary(probabilities: Doubles, source: Stream) -> Doubles:
    """Return 1 with these probabilities, else 0."""
    drawn = source.uniform(probabilities.size).reshape(probabilities.shape)
    return (drawn < probabilities).astype(np.float64)


def _draw_normal(means: Doubles, source: Stream) -> Doubles:
    return means + source.normal(means.size).reshape(means.shape)


def _log_odds(means: Doubles) -> Doubles:
    shares = np.clip(means, RAREST, 1.0 - RAREST)
    return np.asarray(np.log(shares / (1.0 - shares)))


VISIBLE_UNITS: Mapping[str, VisibleUnits] = {
    "bin": VisibleUnits("bin", expit, draw_binary, lambda v, b: -v @ b, _log_odds, 0.1),
    "gaussian": VisibleUnits(
        "gaussian",
        lambda z: z,
        _draw_normal,
        lambda v, b: 0.5 * np.add.reduce((v - b) ** 2, axis=1),
        lambda means: means,
        0.01,
    ),
}


def _visible_named(name: str) -> VisibleUnits:
    return VISIBLE_UNITS[name]


@dataclass(frozen=True, slots=True, eq=False)
class Machine:
    """A restricted Boltzmann machine of p visible and q hidden units.

    Attributes
    ----------
    weights : ndarray, shape (p, q)
    visible_bias : ndarray, shape (p,)
    hidden_bias : ndarray, shape (q,)
    visible : VisibleUnits
    """

    weights: Doubles
    visible_bias: Doubles
    hidden_bias: Doubles
    visible: VisibleUnits

    def up(self, v: Doubles) -> Doubles:
        """Return the probabilities of the hidden units, shape (n, q)."""
        return np.asarray(expit(v @ self.weights + self.hidden_bias))

    def down(self, h: Doubles) -> Doubles:
        """Return the means of the visible units, shape (n, p)."""
        return np.asarray(self.visible.mean(h @ self.weights.T + self.visible_bias))

    def free_energy(self, v: Doubles) -> Doubles:
        """Return the free energies of visible states, shape (n,)."""
        softplus = np.logaddexp(0.0, v @ self.weights + self.hidden_bias)
        energy = self.visible.energy(v, self.visible_bias)
        return np.asarray(energy - np.add.reduce(softplus, axis=1))

    def gibbs(self, v: Doubles, steps: int, source: Stream) -> Doubles:
        """Return the visible means after so many full steps of Gibbs sampling from v."""
        means = v
        for _ in range(steps):
            means = self.down(draw_binary(self.up(v), source))
            v = self.visible.draw(means, source)
        return means


@dataclass(frozen=True, slots=True)
class RbmSettings:
    """How a machine is trained.

    Attributes
    ----------
    cd : int
        Steps of Gibbs sampling from the data to the reconstruction.
    n_epochs, batch_size : int
    learn_rate, momentum : float
    L2 : float
        Weights shrink by this share of the rate.
    sample_visible : bool
        Whether reconstructions are drawn, or their means are used.
    """

    cd: int
    n_epochs: int
    batch_size: int
    learn_rate: float
    momentum: float
    L2: float
    sample_visible: bool


@dataclass(frozen=True, slots=True, eq=False)
class RbmFit:
    """A trained machine.

    Attributes
    ----------
    machine : Machine
    epochs : ndarray, shape (epochs, 5)
        After each epoch: steps so far, mean squared error of the reconstructions, the same and
        the mean free energy for validation rows (NaN without), norm of the gradient.
    """

    machine: Machine
    epochs: Doubles

    def history(self) -> pd.DataFrame:
        """Return the epochs as a data frame; without validation rows the columns for them lack."""
        names = ["step", "loss", "val_loss", "val_free_energy", "grad_norm_1"]
        frame = pd.DataFrame(self.epochs, columns=names)
        frame.insert(0, "epoch", np.arange(1, len(frame) + 1))
        frame["step"] = frame["step"].astype(np.int64)
        known = not frame["val_loss"].isna().any()
        return frame if known else frame.drop(columns=["val_loss", "val_free_energy"])


def train_rbm(
    x: Doubles,
    hidden: int,
    visible: VisibleUnits,
    settings: RbmSettings,
    source: Stream,
    validation: Doubles | None = None,
    after_epoch: Callable[[], object] | None = None,
) -> RbmFit:
    """Train a machine on rows x, shape (n, p), by contrastive divergence.

    Raises
    ------
    RError
        `the weights explode in epoch 2`
    """
    n, p = x.shape
    weights = START_SPREAD * source.normal(p * hidden).reshape(p, hidden)
    bias = np.asarray(visible.bias(np.add.reduce(x, axis=0) / n), dtype=np.float64).copy()
    machine = Machine(weights, bias, np.zeros(hidden), visible)
    velocity = [np.zeros_like(weights), np.zeros(p), np.zeros(hidden)]
    rows: list[list[float]] = []
    steps = 0
    # threads of BLAS that wait for each other cost more than these small products
    with threadpool_limits(limits=1, user_api="blas"):
        for epoch in range(settings.n_epochs):
            error, norm = _epoch(machine, velocity, x, settings, source)
            steps += -(-n // settings.batch_size)
            _check_finite(machine, error, epoch + 1, settings.learn_rate)
            rows.append([steps, error, *_validated(machine, validation), norm])
            if after_epoch is not None:
                after_epoch()
    return RbmFit(machine, np.array(rows, dtype=np.float64).reshape(-1, 5))


def _epoch(
    machine: Machine, velocity: list[Doubles], x: Doubles, settings: RbmSettings, source: Stream
) -> tuple[float, float]:
    """Show the machine all rows once; return mean error and norm of the gradient."""
    n = len(x)
    order = random_order(n, source)
    error = norm = 0.0
    with np.errstate(over="ignore", invalid="ignore"):
        for start in range(0, n, settings.batch_size):
            batch = x[order[start : start + settings.batch_size]]
            batch_error, batch_norm = _step(machine, velocity, batch, settings, source)
            error += batch_error * len(batch)
            norm += batch_norm * len(batch)
    return error / n, norm / n


def reconstruction_error(machine: Machine, v: Doubles) -> Doubles:
    """Return the mean squared errors of the rows' mean-field reconstructions, shape (n,)."""
    return np.asarray(np.mean((machine.down(machine.up(v)) - v) ** 2, axis=1))


def _step(
    machine: Machine,
    velocity: list[Doubles],
    v0: Doubles,
    settings: RbmSettings,
    source: Stream,
) -> tuple[float, float]:
    """Move the parameters in place; return the batch's error and the norm of its gradient."""
    h0 = machine.up(v0)
    vk, hk, first = v0, h0, v0
    for step in range(settings.cd):
        means = machine.down(draw_binary(hk, source))
        vk = machine.visible.draw(means, source) if settings.sample_visible else means
        hk = machine.up(vk)
        first = means if step == 0 else first
    b = len(v0)
    upward = (
        (v0.T @ h0 - vk.T @ hk) / b - settings.L2 * machine.weights,
        np.add.reduce(v0 - vk, axis=0) / b,
        np.add.reduce(h0 - hk, axis=0) / b,
    )
    parameters = (machine.weights, machine.visible_bias, machine.hidden_bias)
    for parameter, speed, direction in zip(parameters, velocity, upward, strict=True):
        speed[:] = settings.momentum * speed + settings.learn_rate * direction
        parameter[:] += speed
    return float(np.mean((v0 - first) ** 2)), float(np.sqrt((upward[0] ** 2).sum()))


def _validated(machine: Machine, validation: Doubles | None) -> tuple[float, float]:
    if validation is None:
        return np.nan, np.nan
    error = reconstruction_error(machine, validation)
    return float(error.mean()), float(machine.free_energy(validation).mean())


def _check_finite(machine: Machine, error: float, epoch: int, rate: float) -> None:
    largest = float(np.abs(machine.weights).max(initial=0.0))
    if not (np.isfinite(error) and largest < EXPLODED):  # NaN too
        raise RError(
            f"the weights explode in epoch {epoch}",
            f"Try learn_rates={rate / 10:g}, or bring the data to a smaller scale.",
        )

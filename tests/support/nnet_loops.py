"""R's nnet in plain loops: the criterion, its gradient and the minimiser, one sum after another.

The compiled module must agree with this to the last bit, whatever the shapes.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from rnet.neural.architecture import Architecture

Numbers = list[float]
PROBABILITIES = ("softmax", "censored")


def logistic(total: float) -> float:
    if total < -15:
        return 0.0
    return 1.0 if total > 15 else 1 / (1 + math.exp(-total))


@dataclass(frozen=True)
class Loops:
    """A network and its cases, all numbers Python floats."""

    net: Architecture
    x: Sequence[Numbers]
    y: Sequence[Numbers]
    case_weights: Numbers
    decay: Numbers

    @property
    def kind(self) -> str:
        return self.net.criterion.name

    def units(self, weights: Numbers, x: Numbers) -> tuple[Numbers, Numbers]:
        """Return hidden activations and outputs of one case."""
        rest = iter(weights)
        hidden = [logistic(self._sum(rest, x)) for _ in range(self.net.hidden)]
        sources = [*hidden, *(x if self.net.skip else [])]
        sums = [self._sum(rest, sources) for _ in range(self.net.outputs)]
        if self.kind in PROBABILITIES:
            largest = max(sums)
            parts = [math.exp(s - largest) for s in sums]
            total = 0.0
            for part in parts:
                total += part
            return hidden, [part / total for part in parts]
        return hidden, sums if self.kind == "linear squares" else [logistic(s) for s in sums]

    @staticmethod
    def _sum(weights: "Sequence[float] | object", sources: Numbers) -> float:
        total = 0.0 + next(weights)  # type: ignore[call-overload]
        for source in sources:
            total += next(weights) * source  # type: ignore[call-overload]
        return total

    def value(self, weights: Numbers) -> float:
        total = 0.0
        for x, y, case_weight in zip(self.x, self.y, self.case_weights, strict=True):
            for loss in self._losses(y, self.units(weights, x)[1], case_weight):
                total += loss
        penalty = 0.0
        for decay, weight in zip(self.decay, weights, strict=True):
            penalty += decay * weight * weight
        return total + penalty

    def _losses(self, y: Numbers, out: Numbers, weight: float) -> Numbers:
        if self.kind == "softmax":
            return [
                -(weight * a) * math.log(p) if p > 0 else weight * 1000.0
                for a, p in zip(y, out, strict=True)
                if a > 0
            ]
        if self.kind == "censored":
            possible = 0.0
            for a, p in zip(y, out, strict=True):
                possible += p if a == 1 else 0.0
            return [weight * (-math.log(possible) if possible > 0 else 1000.0)]
        if self.kind == "entropy":
            return [weight * self._entropy(a, p) for a, p in zip(y, out, strict=True)]
        return [weight * ((p - a) * (p - a)) for a, p in zip(y, out, strict=True)]

    @staticmethod
    def _entropy(y: float, out: float) -> float:
        loss = 0.0
        if y > 0:
            loss -= y * math.log((out + 1e-80) / y)
        if y < 1:
            loss -= (1 - y) * math.log((1 - out + 1e-80) / (1 - y))
        return loss

    def gradient(self, weights: Numbers) -> Numbers:
        net = self.net
        slopes = [2 * d * w for d, w in zip(self.decay, weights, strict=True)]
        into_outputs = net.hidden * (1 + net.inputs)
        width = 1 + net.hidden + (net.inputs if net.skip else 0)
        for x, y, case_weight in zip(self.x, self.y, self.case_weights, strict=True):
            hidden, out = self.units(weights, x)
            errors = self._errors(y, out)
            place = 0
            for j, h in enumerate(hidden):
                back = 0.0
                for k in reversed(range(net.outputs)):
                    back += errors[k] * weights[into_outputs + k * width + 1 + j]
                error = case_weight * (back * (h * (1 - h)))
                for source in [1.0, *x]:
                    slopes[place] += error * source
                    place += 1
            for k in range(net.outputs):
                for source in [1.0, *hidden, *(x if net.skip else [])]:
                    slopes[place] += case_weight * errors[k] * source
                    place += 1
        return slopes

    def _errors(self, y: Numbers, out: Numbers) -> Numbers:
        pairs = list(zip(y, out, strict=True))
        total = 0.0
        for a, p in pairs:
            total += a if self.kind == "softmax" else p if a == 1 else 0.0
        if self.kind == "softmax":
            return [total * p - a for a, p in pairs]
        if self.kind == "censored":
            return [p - p / total if a == 1 else p for a, p in pairs]
        if self.kind == "entropy":
            return [p - a for a, p in pairs]
        if self.kind == "linear squares":
            return [2 * (p - a) for a, p in pairs]
        return [2 * (p - a) * (p * (1 - p)) for a, p in pairs]


def minimise(
    value_at: Callable[[Numbers], float],
    gradient_at: Callable[[Numbers], Numbers],
    start: Numbers,
    free: Sequence[int],
    limits: tuple[int, float, float],
) -> tuple[Numbers, float, int]:
    """Nash (1990), algorithm 21, over some of the weights; returns weights, value, iterations."""
    iterations, absolute, relative = limits
    weights, n = list(start), len(free)
    best = value = value_at(weights)
    if iterations <= 0:
        return weights, best, 0
    slopes = [gradient_at(weights)[i] for i in free]
    iteration = gradients = reset = 1
    metric = np.eye(n)
    while True:
        if reset == gradients:
            metric = np.eye(n)
        origin, before = [weights[i] for i in free], slopes
        step = [-_ordered(metric[i], slopes) for i in range(n)]
        slope, unchanged = _ordered(step, slopes), 0
        if slope < 0:
            length, accepted = 1.0, False
            while not accepted:
                moved = [o + length * s for o, s in zip(origin, step, strict=True)]
                for i, weight in zip(free, moved, strict=True):
                    weights[i] = weight
                unchanged = sum(10 + o == 10 + m for o, m in zip(origin, moved, strict=True))
                if unchanged == n:
                    break
                value = value_at(weights)
                accepted = math.isfinite(value) and value <= best + slope * length * 1e-4
                length *= 1 if accepted else 0.2
            if not (value > absolute and abs(value - best) > relative * (abs(best) + relative)):
                unchanged, best = n, value
            if unchanged < n:
                best = value
                slopes = [gradient_at(weights)[i] for i in free]
                gradients, iteration = gradients + 1, iteration + 1
                step = [length * s for s in step]
                change = [a - b for a, b in zip(slopes, before, strict=True)]
                if not _update(metric, step, change):
                    reset = gradients
            elif reset < gradients:
                unchanged, reset = 0, gradients
        else:
            unchanged = n if reset == gradients else 0
            reset = gradients
        if iteration >= iterations:
            break
        if gradients - reset > 2 * n:
            reset = gradients
        if unchanged == n and reset == gradients:
            break
    return weights, best, iteration


def _ordered(a: Sequence[float], b: Sequence[float]) -> float:
    total = 0.0
    for x, y in zip(a, b, strict=True):
        total += float(x) * y
    return total


def _update(metric: np.ndarray, step: Numbers, change: Numbers) -> bool:
    curvature = _ordered(step, change)
    if not curvature > 0:
        return False
    image = [_ordered(row, change) for row in metric]
    ratio = 1 + _ordered(image, change) / curvature
    for i in range(len(step)):
        for j in range(i + 1):
            bend = ratio * step[i] * step[j] - image[i] * step[j] - step[i] * image[j]
            metric[i, j] = metric[j, i] = metric[i, j] + bend / curvature
    return True

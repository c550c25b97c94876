"""The same full-batch training step with other tools; each runs `steps` of them.

All are logistic nets with a linear output and the squared error, as `works` in neuralnet.py says.
"""

import importlib.util
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.neural.activations import LINEAR, LOGISTIC
from rnet.neural.error_functions import SSE
from rnet.neural.network import Layout, Network
from rnet.neural.problem import Problem, TrainingSettings
from rnet.neural.rprop import ALGORITHMS, Algorithm, Progress, StepSizes
from rnet.neural.rprop import start as begin
from rnet.neural.train import train
from rnet.neural.train_numpy import train_numpy

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Work:
    """A network and its data, how many steps rnet and the others are timed for, and the goal.

    `goal` names a rival and how many times as long it shall take as rnet with AVX-512, with AVX2.
    """

    name: str
    covariate: Doubles
    response: Doubles
    hidden: tuple[int, ...]
    steps: int
    slow_steps: int
    goal: tuple[Any, ...] = ("",)

    @property
    def layout(self) -> Layout:
        """Sizes of the layers."""
        return Layout((self.covariate.shape[1], *self.hidden, self.response.shape[1]))

    @property
    def problem(self) -> Problem:
        """What `train` takes."""
        network = Network(self.layout, LOGISTIC, LINEAR)
        free = np.arange(self.layout.size)
        return Problem(self.covariate, self.response, network, SSE, False, free)


def start(work: Work, repetitions: int = 1) -> Doubles:
    return np.random.default_rng(2).normal(size=(repetitions, work.layout.size))


def settings(work: Work, steps: int, rule: str, workers: int) -> TrainingSettings:
    sizes = StepSizes(1e-10, 0.1, 0.5, 1.2, np.full(work.layout.size, 1e-9))
    algorithm = ALGORITHMS[rule]
    assert isinstance(algorithm, Algorithm)
    return TrainingSettings(algorithm, 0.0, steps, sizes, 0, workers)


def rnet_step(work: Work, steps: int, rule: str = "rprop+", workers: int = 1) -> float:
    """Return wall seconds of the training itself, without the conversions around it."""
    outcome = train(work.problem, start(work), settings(work, steps + 1, rule, workers))[0]
    assert outcome.steps == steps + 1
    return outcome.seconds


def twin_step(work: Work, steps: int) -> None:
    """Run rnet's own NumPy loop, whose sums stand in R's order."""
    train_numpy(work.problem, start(work), settings(work, steps + 1, "rprop+", 1), None)


def numpy_step(work: Work, steps: int, rule: str = "rprop+") -> None:
    """Plain NumPy with `@` and `np.exp`; its sums do not stand in R's order."""
    how = settings(work, steps, rule, 1)
    assert isinstance(how.algorithm, Algorithm)
    update = numpy_rprop if rule == "rprop+" else how.algorithm.update
    state, found = begin(start(work)[0]), np.empty(work.layout.size)
    weights, gradients = views(work.layout, state.weights), views(work.layout, found)
    for _ in range(steps):
        numpy_gradient(weights, work.covariate, work.response, gradients)
        update(state, found, how.sizes)


def views(layout: Layout, flat: Doubles) -> list[Doubles]:
    ends = np.cumsum([rows * columns for rows, columns in layout.shapes])[:-1]
    parts = zip(np.split(flat, ends), layout.shapes, strict=True)
    return [part.reshape(shape, order="F") for part, shape in parts]


def numpy_gradient(weights: list[Doubles], x: Doubles, y: Doubles, out: list[Doubles]) -> None:
    units = [x]
    for matrix in weights[:-1]:
        units.append(1.0 / (1.0 + np.exp(-(units[-1] @ matrix[1:] + matrix[0]))))
    delta = units[-1] @ weights[-1][1:] + weights[-1][0] - y
    for layer in range(len(weights) - 1, -1, -1):
        out[layer][0], out[layer][1:] = delta.sum(axis=0), units[layer].T @ delta
        if layer:
            delta = units[layer] * (1.0 - units[layer]) * (delta @ weights[layer][1:].T)


def numpy_rprop(state: Progress, gradient: Doubles, sizes: StepSizes) -> None:
    """Do as `rprop.py` does, without its masks, which take longer on few weights."""
    sign = np.sign(gradient)
    turn = state.memory * sign
    back = turn < 0
    grown = np.where(turn > 0, np.minimum(state.steps * sizes.plus, sizes.highest), state.steps)
    state.weights -= np.where(back, -state.memory, sign) * grown
    state.steps = np.where(back, np.maximum(grown * sizes.minus, sizes.lowest), grown)
    state.memory = np.where(back, 0.0, sign)


def torch_step(work: Work, steps: int) -> None:
    import torch  # noqa: PLC0415 - optional

    torch.set_num_threads(1)
    sizes = work.layout.units
    layers: list[Any] = []
    for inputs, outputs in pairwise(sizes[:-1]):
        layers += [torch.nn.Linear(inputs, outputs, dtype=torch.float64), torch.nn.Sigmoid()]
    layers.append(torch.nn.Linear(sizes[-2], sizes[-1], dtype=torch.float64))
    model = torch.nn.Sequential(*layers)
    optimizer = torch.optim.Rprop(model.parameters(), lr=0.1)
    x, y = torch.tensor(work.covariate), torch.tensor(work.response)
    for _ in range(steps):
        optimizer.zero_grad()
        (0.5 * ((model(x) - y) ** 2).sum()).backward()
        optimizer.step()


def sklearn_step(work: Work, steps: int) -> int:
    """Run iterations of L-BFGS, each with one gradient or more; return how many it made."""
    from sklearn.neural_network import MLPRegressor  # noqa: PLC0415 - slow to load

    model = MLPRegressor(
        hidden_layer_sizes=work.hidden,
        activation="logistic",
        solver="lbfgs",
        alpha=0.0,
        tol=0.0,
        max_iter=steps,
        max_fun=100 * steps,
        random_state=1,
    )
    target = work.response if work.response.shape[1] > 1 else work.response[:, 0]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(work.covariate, target)
    return int(model.n_iter_)


def numba_step(work: Work, steps: int) -> None:
    """Run loops as one writes them, row by row, compiled."""
    weights, units = start(work)[0], np.array(work.layout.units)
    numba_loop()(work.covariate, work.response, units, weights, steps)


@cache
def numba_loop() -> Any:
    import numba  # noqa: PLC0415 - optional

    gradient, update = numba.njit(_row_by_row), numba.njit(_rprop_plus)

    def loop(x: Doubles, y: Doubles, units: Any, weights: Doubles, steps: int) -> None:
        sizes, memory = np.full(len(weights), 0.1), np.zeros(len(weights))
        for _ in range(steps):
            update(weights, gradient(x, y, units, weights), sizes, memory)

    return numba.njit(loop)


def _rprop_plus(weights: Doubles, gradient: Doubles, sizes: Doubles, memory: Doubles) -> None:
    for i in range(len(weights)):
        sign = np.sign(gradient[i])
        turn = memory[i] * sign
        if turn < 0:
            weights[i] += memory[i] * sizes[i]
            sizes[i], memory[i] = max(sizes[i] * 0.5, 1e-10), 0.0
            continue
        if turn > 0:
            sizes[i] = min(sizes[i] * 1.2, 0.1)
        weights[i] -= sign * sizes[i]
        memory[i] = sign


def _row_by_row(x: Doubles, y: Doubles, units: Any, weights: Doubles) -> Doubles:
    layers, widest = len(units) - 1, units.max()
    gradient = np.zeros_like(weights)
    a, delta = np.zeros((layers + 1, widest)), np.zeros((layers + 1, widest))
    for row in range(len(x)):
        a[0, : units[0]] = x[row]
        at = 0
        for k in range(layers):
            for u in range(units[k + 1]):
                z = weights[at]
                for i in range(units[k]):
                    z += weights[at + 1 + i] * a[k, i]
                a[k + 1, u] = 1.0 / (1.0 + np.exp(-z)) if k + 1 < layers else z
                at += units[k] + 1
        for u in range(units[layers]):
            delta[layers, u] = a[layers, u] - y[row, u]
        for k in range(layers - 1, -1, -1):
            at -= units[k + 1] * (units[k] + 1)
            delta[k] = 0.0
            for u in range(units[k + 1]):
                first, d = at + u * (units[k] + 1), delta[k + 1, u]
                gradient[first] += d
                for i in range(units[k]):
                    gradient[first + 1 + i] += a[k, i] * d
                    delta[k, i] += weights[first + 1 + i] * d
            for i in range(units[k]):
                delta[k, i] *= a[k, i] * (1.0 - a[k, i])
    return gradient


Step = Callable[[Work, int], object]


def available() -> dict[str, Step]:
    """Return rnet's rivals installed here."""
    others: dict[str, Step] = {"torch": torch_step, "numba": numba_step, "sklearn": sklearn_step}
    found = {name: step for name, step in others.items() if importlib.util.find_spec(name)}
    return {"NumPy": numpy_step, "twin": twin_step, **found}


def cpu_microseconds(
    runs: dict[str, tuple[Step, int]], work: Work, repeats: int
) -> dict[str, float]:
    """Return processor time of a step: the least of some runs, less that of a run of one step.

    Each of `runs` is a step and how many of them; they take turns, as the machine may be busy.
    """
    once, many = dict.fromkeys(runs, float("inf")), dict.fromkeys(runs, float("inf"))
    made = {}
    for _ in range(repeats):
        for name, (step, count) in runs.items():
            first, spent = timed(step, work, 1)
            once[name] = min(once[name], spent)
            last, spent = timed(step, work, count + 1)
            many[name] = min(many[name], spent)
            made[name] = last - first
    return {name: (many[name] - once[name]) / made[name] * 1e6 for name in runs}


def timed(step: Step, work: Work, count: int) -> tuple[int, float]:
    """Return how many steps were made, and the processor time of them all."""
    began = process_time()
    made = step(work, count)
    spent = process_time() - began
    return made if isinstance(made, int) else count, spent


R_SCRIPT = """
suppressMessages(library(neuralnet))
d <- read.csv("{data}", header = FALSE); names(d)[{first} + seq_len({outputs})] <- "y"
names(d) <- make.unique(names(d)); y <- paste(grep("^y", names(d), value = TRUE), collapse = " + ")
f <- as.formula(paste(y, "~", paste(grep("^V", names(d), value = TRUE), collapse = " + ")))
best <- function(k) {{ t <- Inf
  for (i in 1:{repeats}) {{ set.seed(2); t <- min(t, system.time(suppressWarnings(neuralnet(
    f, d, hidden = c({hidden}), threshold = 0, stepmax = k)))[["user.self"]]) }}; t }}
cat((best({steps} + 1) - best(1)) / {steps} * 1e6)
"""


def r_has_neuralnet() -> bool:
    if shutil.which("Rscript") is None:
        return False
    command = ["Rscript", "-e", 'quit(status = !requireNamespace("neuralnet", quietly = TRUE))']
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def r_microseconds(work: Work, repeats: int) -> float:
    """Return what a step of R's neuralnet takes."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data.csv"
        table = np.hstack([work.covariate, work.response])
        np.savetxt(data, table, delimiter=",", fmt="%.17g")
        script = R_SCRIPT.format(
            data=data.as_posix(),
            first=work.covariate.shape[1],
            outputs=work.response.shape[1],
            hidden=", ".join(map(str, work.hidden)),
            steps=work.slow_steps,
            repeats=repeats,
        )
        found = subprocess.run(["Rscript", "-e", script], check=True, capture_output=True)
    return float(found.stdout)

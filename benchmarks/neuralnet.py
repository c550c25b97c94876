"""Microseconds per training step: rnet beside R's neuralnet, or beside NumPy where R has it not.

    python benchmarks/neuralnet.py [--repeats 5]

"NumPy" is the same rprop+ step written with `@` and `np.exp` (its weights are not always R's bits);
"twin" is rnet's own NumPy loop, whose sums stand in R's order.
"""

import argparse
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np
import numpy.typing as npt

import rnet
from rnet.neural.activations import LINEAR, LOGISTIC
from rnet.neural.error_functions import SSE
from rnet.neural.network import Layout, Network
from rnet.neural.problem import Problem, TrainingSettings
from rnet.neural.rprop import ALGORITHMS, StepSizes
from rnet.neural.rprop import start as begin
from rnet.neural.train import train
from rnet.neural.train_numpy import train_numpy

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Work:
    """A network, its data, and how many steps to time with each engine."""

    name: str
    covariate: Doubles
    response: Doubles
    hidden: tuple[int, ...]
    steps: int
    slow_steps: int

    @property
    def layout(self) -> Layout:
        """Sizes of the layers."""
        return Layout((self.covariate.shape[1], *self.hidden, 1))

    @property
    def problem(self) -> Problem:
        """What `train` takes."""
        network = Network(self.layout, LOGISTIC, LINEAR)
        free = np.arange(self.layout.size)
        return Problem(self.covariate, self.response, network, SSE, False, free)


def scaled(x: Doubles) -> Doubles:
    return np.ascontiguousarray((x - x.min(axis=0)) / (x.max(axis=0) - x.min(axis=0)))


def works() -> list[Work]:
    infert = rnet.data("infert")
    x = infert[["parity", "induced", "spontaneous"]].to_numpy(dtype=np.float64)
    y = infert[["case"]].to_numpy(dtype=np.float64)
    boston = scaled(rnet.data("Boston").to_numpy(dtype=np.float64))
    draw = np.random.default_rng(1)
    large = draw.normal(size=(100_000, 50))
    target = np.tanh(large[:, :3].sum(axis=1, keepdims=True))
    return [
        Work("infert 248x3, 1 hidden", x, y, (1,), 4000, 400),
        Work("infert, 2 hidden", x, y, (2,), 4000, 400),
        Work("infert, c(3,2)", x, y, (3, 2), 4000, 400),
        Work("Boston 506x13, c(5,3)", boston[:, :13], boston[:, 13:], (5, 3), 1000, 50),
        Work("100,000x50, c(64,32)", large, target, (64, 32), 4, 1),
    ]


def settings(work: Work, steps: int) -> TrainingSettings:
    sizes = StepSizes(1e-10, 0.1, 0.5, 1.2, np.zeros(work.layout.size))
    return TrainingSettings(ALGORITHMS["rprop+"], 0.0, steps, sizes, 0, 1)


def start(work: Work) -> Doubles:
    return np.random.default_rng(2).normal(size=(1, work.layout.size))


def rnet_run(work: Work, steps: int) -> None:
    train(work.problem, start(work), settings(work, steps))


def twin_run(work: Work, steps: int) -> None:
    train_numpy(work.problem, start(work), settings(work, steps), None)


def numpy_run(work: Work, steps: int) -> None:
    update, sizes = ALGORITHMS["rprop+"].update, settings(work, steps).sizes
    state, layout = begin(start(work)[0]), work.layout
    for _ in range(steps):
        gradient = numpy_gradient(layout.split(state.weights), work.covariate, work.response)
        update(state, layout.join(gradient), sizes)


def numpy_gradient(weights: list[Doubles], x: Doubles, y: Doubles) -> list[Doubles]:
    units = [x]
    for matrix in weights[:-1]:
        units.append(1.0 / (1.0 + np.exp(-(units[-1] @ matrix[1:] + matrix[0]))))
    delta = units[-1] @ weights[-1][1:] + weights[-1][0] - y
    gradients = []
    for layer in range(len(weights) - 1, -1, -1):
        gradients.insert(0, np.vstack([delta.sum(axis=0), units[layer].T @ delta]))
        if layer:
            delta = units[layer] * (1.0 - units[layer]) * (delta @ weights[layer][1:].T)
    return gradients


def per_step(run: Callable[[Work, int], None], work: Work, steps: int, repeats: int) -> float:
    """Return microseconds per step: the best of some runs, less that of a single step."""

    def best(count: int) -> float:
        times = []
        for _ in range(repeats):
            began = perf_counter()
            run(work, count)
            times.append(perf_counter() - began)
        return min(times)

    return (best(steps + 1) - best(1)) / steps * 1e6


R_SCRIPT = """
suppressMessages(library(neuralnet))
d <- as.data.frame(read.csv("{data}", header = FALSE)); names(d)[ncol(d)] <- "y"
best <- function(k) {{ t <- Inf
  for (i in 1:{repeats}) {{ set.seed(2); t <- min(t, system.time(suppressWarnings(neuralnet(
    y ~ ., d, hidden = c({hidden}), threshold = 0, stepmax = k)))[["elapsed"]]) }}; t }}
cat((best({steps} + 1) - best(1)) / {steps} * 1e6)
"""


def r_has_neuralnet() -> bool:
    if shutil.which("Rscript") is None:
        return False
    command = ["Rscript", "-e", 'quit(status = !requireNamespace("neuralnet", quietly = TRUE))']
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def r_per_step(work: Work, repeats: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data.csv"
        table = np.hstack([work.covariate, work.response])
        np.savetxt(data, table, delimiter=",", fmt="%.17g")
        hidden = ", ".join(map(str, work.hidden))
        script = R_SCRIPT.format(
            data=data.as_posix(), hidden=hidden, steps=work.slow_steps, repeats=repeats
        )
        found = subprocess.run(["Rscript", "-e", script], check=True, capture_output=True)
    return float(found.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=5)
    repeats = parser.parse_args().repeats
    with_r = r_has_neuralnet()
    engines = {"rnet": rnet_run, "NumPy": numpy_run, "twin": twin_run}
    names = [*engines, *(["R"] if with_r else [])]
    ratios = [f"{name}/rnet" for name in names[1:]]
    print("Microseconds per rprop+ step" + ("" if with_r else " (Rscript has no neuralnet)"))
    print(f"{'':24}" + "".join(f"{name:>15}" for name in [*names, *ratios]))
    for work in works():
        times = {}
        for name, run in engines.items():
            steps = work.steps if name == "rnet" else work.slow_steps
            times[name] = per_step(run, work, steps, 1 if name == "twin" else repeats)
        if with_r:
            times["R"] = r_per_step(work, repeats)
        row = [f"{value:15,.2f}" for value in times.values()]
        row += [f"{times[name] / times['rnet']:15.1f}" for name in names[1:]]
        print(f"{work.name:24}" + "".join(row), flush=True)


if __name__ == "__main__":
    main()

"""Microseconds per training step: rnet beside NumPy and, where installed, other tools.

    OMP_NUM_THREADS=1 python benchmarks/neuralnet.py [--repeats 7] [--quick]

Least processor time of some runs; one thread each. "NumPy" is the step written with `@`, whose
sums are not always R's; "twin" is rnet's own NumPy loop with every sum in R's order (small nets
only); torch's is a full-batch `Rprop` step in float64; numba's are loops over the rows; sklearn's
is an iteration of L-BFGS. The last lines are wall time: they say something on two idle cores only.
"""

import argparse
import os
from collections.abc import Callable
from functools import partial
from time import perf_counter

import engines
import numpy as np
import numpy.typing as npt
from engines import Work

import rnet
from rnet.neural import _kernel
from rnet.neural.train import train

Doubles = npt.NDArray[np.float64]
RULES = ("rprop+", "rprop-", "sag", "slr", "backprop")
REPETITIONS = 100


def scaled(x: Doubles) -> Doubles:
    return np.ascontiguousarray((x - x.min(axis=0)) / (x.max(axis=0) - x.min(axis=0)))


def lecture_works() -> list[Work]:
    """Return small nets: the lecture's and those of neuralnet's own examples."""
    infert = rnet.data("infert")
    x = infert[["parity", "induced", "spontaneous"]].to_numpy(dtype=np.float64)
    y = infert[["case"]].to_numpy(dtype=np.float64)
    iris = rnet.data("iris")
    flowers = iris.iloc[:, :4].to_numpy(dtype=np.float64)
    species = np.eye(3)[iris["Species"].cat.codes.to_numpy()]
    boston = scaled(rnet.data("Boston").to_numpy(dtype=np.float64))
    houses, price = boston[:, :13].copy(), boston[:, 13:].copy()
    number = np.random.default_rng(1).uniform(0, 100, size=(50, 1))
    return [
        Work("infert 248x3, 1 hidden", x, y, (1,), 20_000, 500, ("NumPy", 30, 27)),
        Work("infert, 2 hidden", x, y, (2,), 20_000, 500, ("NumPy", 25, 20)),
        Work("infert, c(3,2)", x, y, (3, 2), 10_000, 500),
        Work("iris 150x4, c(3,2), 3 out", flowers, species, (3, 2), 10_000, 500, ("NumPy", 20, 16)),
        Work("Boston 506x13, c(5,3)", houses, price, (5, 3), 3000, 300, ("NumPy", 7, 4.5)),
        Work("square root 50x1, 10 hidden", number, np.sqrt(number), (10,), 10_000, 500),
        Work("sine 50x1, c(5,5)", number / 10, np.sin(number / 10), (5, 5), 10_000, 500),
    ]


def large_works() -> list[Work]:
    """Return nets of many rows, where all of a step is in the products."""
    draw = np.random.default_rng(1)

    def made(
        name: str, shape: tuple[int, int], hidden: tuple[int, ...], steps: int, *goal: float
    ) -> Work:
        x = draw.normal(size=shape)
        y = np.tanh(x[:, :3].sum(axis=1, keepdims=True))
        return Work(name, x, y, hidden, 5 * steps, steps, ("torch", *goal))

    return [
        made("10,000x20, c(20,10)", (10_000, 20), (20, 10), 10, 3.5, 2.2),
        made("100,000x50, c(64,32)", (100_000, 50), (64, 32), 1, 2.8, 1.6),
        made("1,000,000x20, 10 hidden", (1_000_000, 20), (10,), 1, 4, 2.8),
    ]


def steps_table(works: list[Work], repeats: int) -> None:
    sets = _kernel.instruction_sets()[:2]
    rivals = engines.available()
    columns = [*sets, *rivals] + (["R"] if engines.r_has_neuralnet() else [])
    print("Microseconds per rprop+ step; rnet with its own instruction sets first")
    print(f"{'':28}" + "".join(f"{name:>13}" for name in columns))
    measured = []
    for work in works:
        times = times_of(work, sets, rivals, repeats)
        if "R" in columns:
            times["R"] = engines.r_microseconds(work, repeats)
        cells = [f"{times[name]:13,.2f}" if name in times else f"{'':13}" for name in columns]
        print(f"{work.name:28}" + "".join(cells), flush=True)
        measured.append((work, times))
    goals_table(measured, sets, columns[len(sets) :])


def times_of(
    work: Work, sets: list[str], rivals: dict[str, engines.Step], repeats: int
) -> dict[str, float]:
    runs: dict[str, tuple[engines.Step, int]] = {n: (with_set(n), work.steps) for n in sets}
    for name, step in rivals.items():
        if name != "twin" or len(work.covariate) < 1000:
            runs[name] = step, work.slow_steps
    return engines.cpu_microseconds(runs, work, repeats)


def with_set(name: str) -> engines.Step:
    def step(work: Work, steps: int) -> float:
        _kernel.use_instruction_set(name)
        return engines.rnet_step(work, steps)

    return step


def goals_table(
    measured: list[tuple[Work, dict[str, float]]], sets: list[str], rivals: list[str]
) -> None:
    """Print how many times as long the others take, and whether that is the goal."""
    for at, own in enumerate(sets):
        print(f"\nHow many times as long as rnet with {own}")
        print(f"{'':28}" + "".join(f"{name:>10}" for name in rivals) + "  goal")
        least = min(t[name] / t[own] for _, t in measured for name in rivals if name in t)
        for work, times in measured:
            ratios = {name: times[name] / times[own] for name in rivals if name in times}
            cells = [f"{ratios[name]:10.1f}" if name in ratios else " " * 10 for name in rivals]
            rival, goal = work.goal[0], work.goal[1 + at] if len(work.goal) > 1 + at else 0.0
            verdict = ""
            if rival in ratios and own in ("AVX-512", "AVX2"):
                verdict = f"  {rival} {goal:g}: " + ("met" if ratios[rival] >= goal else "NOT MET")
            print(f"{work.name:28}" + "".join(cells) + verdict)
        print(f"least of all: {least:.2f}")


def algorithms_table(works: list[Work], repeats: int) -> None:
    print("\nEvery algorithm: rnet's microseconds, and how many times as long NumPy takes")
    print(f"{'':28}" + "".join(f"{rule:>18}" for rule in RULES))
    for work in works:
        cells = []
        for rule in RULES:
            runs: dict[str, tuple[engines.Step, int]] = {
                "rnet": (partial(engines.rnet_step, rule=rule), work.steps),
                "NumPy": (partial(engines.numpy_step, rule=rule), work.slow_steps),
            }
            times = engines.cpu_microseconds(runs, work, repeats)
            cells.append(f"{times['rnet']:9.2f} {times['NumPy'] / times['rnet']:7.1f}x")
        print(f"{work.name:28}" + "".join(f"{cell:>18}" for cell in cells), flush=True)


def threads_lines(small: Work, large: list[Work], repeats: int) -> None:
    """Print what two cores gain: wall time, so only quiet cores answer."""
    print(f"\nTwo cores (wall time; load before: {os.getloadavg()[0]:.1f})")

    def repetitions(workers: int) -> float:
        weights = engines.start(small, REPETITIONS)
        began = perf_counter()
        train(small.problem, weights, engines.settings(small, 5000, "rprop+", workers))
        return perf_counter() - began

    name = f"rep = {REPETITIONS}, {small.name}"
    print_gain(name, repetitions, repeats, 1.8)
    for work in large:

        def inside(workers: int, work: Work = work) -> float:
            return engines.rnet_step(work, work.steps, workers=workers)

        print_gain(f"one fit, {work.name}", inside, repeats, 1.7)


def print_gain(name: str, seconds: Callable[[int], float], repeats: int, goal: float) -> None:
    pairs = [(seconds(1), seconds(2)) for _ in range(repeats)]
    one, two = min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)
    verdict = "met" if one / two >= goal else "NOT MET"
    print(f"{name:36}{one:9.3f} s on one, {two:7.3f} s on two: {one / two:.2f} times", end="  ")
    print(f"goal {goal:g}: {verdict}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--quick", action="store_true", help="without the large nets")
    parser.add_argument("--only", choices=("steps", "algorithms", "threads"))
    given = parser.parse_args()
    small, large = lecture_works(), [] if given.quick else large_works()
    if given.only in (None, "steps"):
        steps_table(small + large, given.repeats)
    _kernel.use_instruction_set(_kernel.instruction_sets()[0])
    if given.only in (None, "algorithms"):
        algorithms_table(small, given.repeats)
    if given.only in (None, "threads"):
        threads_lines(small[0], large, given.repeats)


if __name__ == "__main__":
    main()

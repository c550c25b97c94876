"""Seconds for ten million random numbers, rnet beside R: python benchmarks/rng.py."""

import subprocess
import time
from collections.abc import Callable

import rnet

N = 10_000_000
REPEATS = 3
CASES: dict[str, tuple[str, Callable[[], object]]] = {
    "rnorm": (f"rnorm({N})", lambda: rnet.rnorm(N)),
    "runif": (f"runif({N})", lambda: rnet.runif(N)),
    "rexp": (f"rexp({N})", lambda: rnet.rexp(N)),
    "rgamma": (f"rgamma({N}, 2)", lambda: rnet.rgamma(N, 2)),
    "rbinom": (f"rbinom({N}, 100, 0.4)", lambda: rnet.rbinom(N, 100, 0.4)),
    "rpois": (f"rpois({N}, 20)", lambda: rnet.rpois(N, 20)),
    "sample": (f"sample({N})", lambda: rnet.sample(N)),
    "sample with replacement": (f"sample({N}, {N}, TRUE)", lambda: rnet.sample(N, N, True)),
}


def of_r(expression: str) -> float:
    """Best elapsed time in one R process, its start not counted."""
    script = f"{expression}; cat(min(replicate({REPEATS}, system.time({expression})[['elapsed']])))"
    answer = subprocess.run(
        ["Rscript", "-e", f"invisible({{{script}}})"], capture_output=True, text=True, check=True
    )
    return float(answer.stdout)


def of_rnet(draw: Callable[[], object]) -> float:
    draw()
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        draw()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    print(f"{N:,} numbers, best of {REPEATS}, seconds")
    print(f"{'':24}{'R':>8}{'rnet':>8}{'R / rnet':>10}")
    for name, (expression, draw) in CASES.items():
        r, ours = of_r(expression), of_rnet(draw)
        print(f"{name:24}{r:8.3f}{ours:8.3f}{r / ours:10.1f}")


if __name__ == "__main__":
    main()

"""Time `svm` beside e1071's in the same run: `python benchmarks/svm.py`.

Prints seconds of the fastest of several fits (fitted values included) and R's over rnet's.
Without `Rscript` and e1071 only rnet's column is filled.
"""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from rnet import data, svm

REPEATS = 5

R_SCRIPT = """
suppressPackageStartupMessages(library(e1071))
for (name in readLines("names.txt")) {
  d <- read.csv(paste0(name, ".csv"), stringsAsFactors = TRUE)
  arguments <- dget(paste0(name, ".R"))
  fit <- function(i) do.call(svm, c(list(y ~ ., data = d), arguments))
  seconds <- sapply(1:@, function(i) system.time(fit(i))[[3]])
  cat(min(seconds), "\\n")
}
""".replace("@", str(REPEATS))


def simulated(rows: int, columns: int, *, classes: int) -> pd.DataFrame:
    rng = np.random.default_rng(rows)
    x = rng.normal(size=(rows, columns))
    signal = np.sin(x[:, 0]) + 0.5 * rng.normal(size=rows)
    frame = pd.DataFrame(x, columns=[f"v{i}" for i in range(columns)])
    if classes:
        groups = np.digitize(signal, np.quantile(signal, np.arange(1, classes) / classes))
        frame.insert(0, "y", pd.Categorical([f"c{group}" for group in groups]))
    else:
        frame.insert(0, "y", signal)
    return frame


def problems() -> dict[str, tuple[pd.DataFrame, dict[str, Any]]]:
    infert = data("infert")[["case", "parity", "induced", "spontaneous"]]
    return {
        "infert, eps-regression": (infert.rename(columns={"case": "y"}), {}),
        "iris": (data("iris").rename(columns={"Species": "y"}), {}),
        "Boston": (data("Boston").rename(columns={"medv": "y"}), {}),
        "Boston, linear": (data("Boston").rename(columns={"medv": "y"}), {"kernel": "linear"}),
        "2,000 x 20, 3 classes": (simulated(2000, 20, classes=3), {}),
        "3,000 x 10, eps-regression": (simulated(3000, 10, classes=0), {}),
    }


def fastest(task: Callable[[], object]) -> float:
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        task()
        times.append(time.perf_counter() - started)
    return min(times)


def seconds_in_r(cases: dict[str, tuple[pd.DataFrame, dict[str, Any]]]) -> list[float]:
    if shutil.which("Rscript") is None:
        return [float("nan")] * len(cases)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, (frame, arguments) in enumerate(cases.values()):
            frame.to_csv(folder / f"{number}.csv", index=False)
            texts = [f'{key} = "{value}"' for key, value in arguments.items()]
            (folder / f"{number}.R").write_text(f"list({', '.join(texts)})")
        (folder / "names.txt").write_text("".join(f"{i}\n" for i in range(len(cases))))
        (folder / "run.R").write_text(R_SCRIPT)
        run = subprocess.run(
            ["Rscript", "run.R"], cwd=folder, capture_output=True, text=True, check=False
        )
    if run.returncode != 0:
        print(run.stderr)
        return [float("nan")] * len(cases)
    return [float(line) for line in run.stdout.split()]


def main() -> None:
    cases = problems()
    in_r = seconds_in_r(cases)
    print(f"{'':30}{'rnet s':>10}{'e1071 s':>10}{'e1071/rnet':>12}")
    for (name, (frame, arguments)), r_seconds in zip(cases.items(), in_r, strict=True):
        seconds = fastest(lambda: svm("y ~ .", frame, **arguments))  # noqa: B023
        print(f"{name:30}{seconds:10.4f}{r_seconds:10.4f}{r_seconds / seconds:12.2f}")


if __name__ == "__main__":
    main()

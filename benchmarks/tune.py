"""Time `tune_svm` of 100 fits, serial and on all cores, beside e1071's in the same run.

`python benchmarks/tune.py` prints seconds of the fastest of a few runs, the ratio of one thread to
all, and R's time over that of all threads. Without `Rscript` and e1071 R's columns stay empty.
"""

import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

from rnet import data, set_seed, tune_svm

REPEATS = 2
GAMMA, COST = [0.01, 0.03, 0.1, 0.3, 1], [1, 10]  # ten settings, ten folds

R_SCRIPT = """
suppressPackageStartupMessages(library(e1071))
for (file in c("0.csv", "1.csv", "2.csv")) {
  d <- read.csv(file, stringsAsFactors = TRUE)
  once <- function(i) { set.seed(1)
    system.time(tune.svm(y ~ ., data = d, gamma = c(@gamma), cost = c(@cost)))[[3]] }
  cat(min(sapply(1:@repeats, once)), "\\n")
}
"""


def simulated(rows: int, columns: int) -> pd.DataFrame:
    rng = np.random.default_rng(rows)
    x = rng.normal(size=(rows, columns))
    above = np.sin(x[:, 0]) + 0.5 * rng.normal(size=rows) > 0
    frame = pd.DataFrame(x, columns=[f"v{i}" for i in range(columns)])
    frame.insert(0, "y", pd.Categorical(np.where(above, "yes", "no")))
    return frame


def seconds(frame: pd.DataFrame, n_jobs: int | None) -> float:
    times = []
    for _ in range(REPEATS):
        set_seed(1)
        started = time.perf_counter()
        tune_svm("y ~ .", data=frame, gamma=GAMMA, cost=COST, n_jobs=n_jobs)
        times.append(time.perf_counter() - started)
    return min(times)


def seconds_in_r(frames: list[pd.DataFrame]) -> list[float]:
    rscript = shutil.which("Rscript")
    if rscript is None:
        return [float("nan")] * len(frames)
    script = R_SCRIPT.replace("@gamma", ", ".join(map(str, GAMMA)))
    script = script.replace("@cost", ", ".join(map(str, COST))).replace("@repeats", str(REPEATS))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, frame in enumerate(frames):
            frame.to_csv(folder / f"{number}.csv", index=False)
        (folder / "run.R").write_text(script)
        run = subprocess.run(
            [rscript, "run.R"], cwd=folder, capture_output=True, text=True, check=True
        )
    return [float(line) for line in run.stdout.split()]


def main() -> None:
    frames = {
        "iris": data("iris").rename(columns={"Species": "y"}),
        "1,000 x 10": simulated(1000, 10),
        "2,000 x 20": simulated(2000, 20),
    }
    in_r = seconds_in_r(list(frames.values()))
    print(f"{'100 fits':14}{'one s':>9}{'all s':>9}{'e1071 s':>9}{'one/all':>9}{'e1071/all':>11}")
    for (name, frame), theirs in zip(frames.items(), in_r, strict=True):
        one, together = seconds(frame, 1), seconds(frame, None)
        ratios = f"{one / together:9.2f}{theirs / together:11.2f}"
        print(f"{name:14}{one:9.2f}{together:9.2f}{theirs:9.2f}{ratios}")


if __name__ == "__main__":
    main()

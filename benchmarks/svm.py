"""Compare `svm` and `predict` with e1071 in the same run: `python benchmarks/svm.py`.

Every case runs in a process of its own, rnet and R in turns. Shown are the processor seconds of
the fastest of several runs, their ratio, and the peak memory above that of the idle interpreter
(with its libraries loaded), in megabytes. Without `Rscript` and e1071 only rnet's columns are
filled. `--small` leaves out the large problems.
"""

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from rnet import data, predict, svm

REPEATS = 3
NEW_ROWS = 100_000


@dataclass(frozen=True)
class Case:
    """A problem: its data are simulated unless they bear the name of a data set."""

    name: str
    rows: int = 0
    columns: int = 0
    classes: int = 0
    dataset: str = ""
    response: str = "y"
    kernel: str = "radial"
    new_rows: int = 0

    @property
    def is_large(self) -> bool:
        """Whether it takes more than a few seconds."""
        return self.rows > 5000 or self.new_rows > 0


CASES = (
    Case("infert, eps", dataset="infert", response="case"),
    Case("iris, C", dataset="iris", response="Species"),
    Case("Boston, eps", dataset="Boston", response="medv"),
    Case("5,000 x 20, C", 5000, 20, 2),
    Case("5,000 x 20, eps", 5000, 20, 0),
    Case("5,000 x 20, C, 3 classes", 5000, 20, 3),
    Case("20,000 x 50, C", 20_000, 50, 2),
    Case("20,000 x 50, eps", 20_000, 50, 0),
    Case("predict 100,000 x 20, C", 5000, 20, 2, new_rows=NEW_ROWS),
    Case("predict 100,000 x 20, eps", 5000, 20, 0, new_rows=NEW_ROWS),
    Case("predict 100,000 x 20, linear", 5000, 20, 2, kernel="linear", new_rows=NEW_ROWS),
)

R_SCRIPT = """
suppressPackageStartupMessages(library(e1071))
peak <- function() {
  line <- grep("VmHWM", readLines("/proc/self/status"), value = TRUE)
  as.numeric(gsub("[^0-9]", "", line)) / 1024
}
a <- commandArgs(TRUE)
invisible(svm(Species ~ ., iris))
idle <- peak()
d <- read.csv(a[1], stringsAsFactors = TRUE)
f <- as.formula(paste(a[2], "~ ."))
run <- function() svm(f, d, kernel = a[3])
if (as.integer(a[4]) > 0) {
  m <- svm(f, d, kernel = a[3], fitted = FALSE)
  new <- d[rep(seq_len(nrow(d)), length.out = as.integer(a[4])), ]
  run <- function() predict(m, new)
}
t <- system.time(run())
cat(t[[1]] + t[[2]], peak() - idle, "\\n")
"""


def simulated(case: Case) -> pd.DataFrame:
    rng = np.random.default_rng(case.rows)
    x = rng.normal(size=(case.rows, case.columns))
    signal = np.sin(x[:, 0]) + 0.5 * x[:, 1] * x[:, 2] + 0.5 * rng.normal(size=case.rows)
    frame = pd.DataFrame(x, columns=[f"v{i}" for i in range(case.columns)])
    if case.classes:
        bounds = np.quantile(signal, np.arange(1, case.classes) / case.classes)
        groups = np.digitize(signal, bounds)
        frame.insert(0, "y", [f"c{group}" for group in groups])
    else:
        frame.insert(0, "y", signal)
    return frame


def table_of(case: Case) -> pd.DataFrame:
    return data(case.dataset) if case.dataset else simulated(case)


def peak_memory() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return float(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def one_run(file: str, response: str, kernel: str, new_rows: int) -> None:
    """Time one task in this process, and print seconds and megabytes."""
    svm("Species ~ .", data("iris"))
    idle = peak_memory()
    frame = pd.read_csv(file)
    if frame[response].dtype.kind not in "if":
        frame[response] = pd.Categorical(frame[response])
    formula = f"{response} ~ ."
    if new_rows:
        fit = svm(formula, frame, kernel=kernel, fitted=False)
        new = frame.iloc[np.arange(new_rows) % len(frame)]
        started = time.process_time()
        predict(fit, new)
    else:
        started = time.process_time()
        svm(formula, frame, kernel=kernel)
    print(time.process_time() - started, peak_memory() - idle)


def answer(command: list[str]) -> tuple[float, float]:
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, megabytes = run.stdout.split()[-2:]
    return float(seconds), float(megabytes)


def fastest(runs: list[tuple[float, float]]) -> tuple[float, float]:
    return min((seconds for seconds, _ in runs), default=np.nan), min(
        (megabytes for _, megabytes in runs), default=np.nan
    )


def compare(case: Case, repeats: int, folder: Path) -> str:
    file, script = folder / "data.csv", folder / "run.R"
    table_of(case).to_csv(file, index=False, float_format="%.17g")
    script.write_text(R_SCRIPT)
    arguments = [str(file), case.response, case.kernel, str(case.new_rows)]
    ours, theirs = [], []
    for _ in range(repeats):
        ours.append(answer([sys.executable, __file__, "--one", *arguments]))
        if shutil.which("Rscript"):
            theirs.append(answer(["Rscript", str(script), *arguments]))
    (seconds, memory), (r_seconds, r_memory) = fastest(ours), fastest(theirs)
    return (
        f"{case.name:30}{seconds:10.3f}{r_seconds:10.3f}{r_seconds / seconds:12.2f}"
        f"{memory:10.0f}{r_memory:10.0f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--case", help="only cases whose name holds this")
    parser.add_argument("--repeats", type=int, default=REPEATS)
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        file, response, kernel, new_rows = given.one
        one_run(file, response, kernel, int(new_rows))
        return
    print(f"{'':30}{'rnet s':>10}{'e1071 s':>10}{'e1071/rnet':>12}{'rnet MB':>10}{'e1071 MB':>10}")
    for case in CASES:
        if (given.small and case.is_large) or (given.case or "") not in case.name:
            continue
        with tempfile.TemporaryDirectory() as name:
            print(compare(case, given.repeats, Path(name)), flush=True)


if __name__ == "__main__":
    main()

"""Compare `lm` and `glm` with R and statsmodels in the same run: `python benchmarks/linear.py`.

Every fit runs in a process of its own, rnet, R and statsmodels in turns, on the same simulated
data frame. Shown are the processor seconds of the fastest of several runs, how many times as long
the others take, and the peak memory above that of the idle interpreter (with its libraries
loaded), in megabytes; the data are part of it. Without `Rscript` or statsmodels their columns stay
empty. The coefficients are compared, too: R's bits for `lm`, ten digits else.
"""

import argparse
import importlib.util
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from rnet import glm, lm

REPEATS = 3
ROWS, COLUMNS = 1_000_000, 20


@dataclass(frozen=True)
class Case:
    """A model: its name, the family of `glm`, or none for `lm`."""

    name: str
    family: str = ""


CASES = (Case("lm"), Case("glm, binomial", "binomial"), Case("glm, poisson", "poisson"))

R_SCRIPT = """
peak <- function() {
  line <- grep("VmHWM", readLines("/proc/self/status"), value = TRUE)
  as.numeric(gsub("[^0-9]", "", line)) / 1024
}
a <- commandArgs(TRUE)
n <- as.integer(a[2]); p <- as.integer(a[3])
invisible(lm(dist ~ speed, cars)); invisible(glm(am ~ wt, binomial, mtcars))
idle <- peak()
con <- file(a[1], "rb")
d <- lapply(0:p, function(i) readBin(con, "double", n))
close(con)
names(d) <- c("y", paste0("v", seq_len(p)))
attr(d, "row.names") <- .set_row_names(n)
class(d) <- "data.frame"
f <- y ~ .
t <- system.time(m <- if (length(a) < 4) lm(f, d) else glm(f, a[4], d))
cat(sprintf("%.17g", coef(m)), "\\n")
cat(t[[1]] + t[[2]], peak() - idle, "\\n")
"""


def simulated(case: Case, rows: int, columns: int) -> list[np.ndarray]:
    """Return the response and the predictors."""
    rng = np.random.default_rng(rows)
    x = rng.normal(size=(columns, rows))
    eta = 0.3 + 0.1 * x[0] - 0.4 * x[1] + 0.2 * x[2:].sum(axis=0) / np.sqrt(columns)
    if case.family == "binomial":
        y = (rng.random(rows) < 1 / (1 + np.exp(-eta))).astype(float)
    elif case.family == "poisson":
        y = rng.poisson(np.exp(eta)).astype(float)
    else:
        y = eta + rng.normal(size=rows)
    return [y, *x]


def read(file: str, rows: int, columns: int) -> pd.DataFrame:
    names = ["y", *(f"v{i}" for i in range(1, columns + 1))]
    with Path(file).open("rb") as binary:
        values = {name: np.fromfile(binary, count=rows) for name in names}
    return pd.DataFrame(values, copy=False)


def peak_memory() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return float(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def one_run(engine: str, file: str, rows: int, columns: int, family: str) -> None:
    """Time one fit in this process; print coefficients, seconds and megabytes."""
    small = pd.DataFrame({"y": [0.0, 1.0, 0.0, 1.0], "x": [1.0, 2.0, 3.0, 4.0]})
    fit = FITTERS[engine]
    fit("y ~ x", small, family)
    idle = peak_memory()
    frame = read(file, rows, columns)
    formula = "y ~ " + " + ".join(frame.columns[1:])
    started = time.process_time()
    coefficients = fit(formula, frame, family)
    seconds = time.process_time() - started
    print(*(f"{value:.17g}" for value in coefficients))
    print(seconds, peak_memory() - idle)


def fit_rnet(formula: str, frame: pd.DataFrame, family: str) -> Sequence[float]:
    fit = glm(formula, family, frame) if family else lm(formula, frame)
    return list(fit.coef())


def fit_statsmodels(formula: str, frame: pd.DataFrame, family: str) -> Sequence[float]:
    import statsmodels.api as sm  # noqa: PLC0415 - may not be installed
    import statsmodels.formula.api as smf  # noqa: PLC0415

    if not family:
        return list(smf.ols(formula, frame).fit().params)
    chosen = {"binomial": sm.families.Binomial, "poisson": sm.families.Poisson}[family]()
    return list(smf.glm(formula, frame, family=chosen).fit().params)


FITTERS = {"rnet": fit_rnet, "statsmodels": fit_statsmodels}


@dataclass(frozen=True)
class Answer:
    """What one process told."""

    coefficients: np.ndarray
    seconds: float
    megabytes: float


NO_ANSWER = Answer(np.array([np.nan]), np.nan, np.nan)


def answer(command: list[str]) -> Answer:
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    *_, numbers, figures = run.stdout.strip().splitlines()
    seconds, megabytes = (float(word) for word in figures.split())
    return Answer(np.array(numbers.split(), dtype=float), seconds, megabytes)


def best(runs: list[Answer]) -> Answer:
    return min(runs, key=lambda run: run.seconds, default=NO_ANSWER)


def compare(case: Case, given: argparse.Namespace, folder: Path) -> str:
    file, script = folder / "data.bin", folder / "run.R"
    with file.open("wb") as binary:
        for column in simulated(case, given.rows, given.columns):
            column.tofile(binary)
    script.write_text(R_SCRIPT)
    size = [str(file), str(given.rows), str(given.columns)]
    family = [case.family] if case.family else []
    runs: dict[str, list[Answer]] = {"rnet": [], "R": [], "statsmodels": []}
    for _ in range(given.repeats):
        one = [sys.executable, __file__, "--one"]
        runs["rnet"].append(answer([*one, "rnet", *size, *(family or [""])]))
        if shutil.which("Rscript"):
            runs["R"].append(answer(["Rscript", str(script), *size, *family]))
        if importlib.util.find_spec("statsmodels"):
            runs["statsmodels"].append(answer([*one, "statsmodels", *size, *(family or [""])]))
    ours, r, other = (best(runs[name]) for name in runs)
    apart = np.max(np.abs(ours.coefficients / r.coefficients - 1))
    return (
        f"{case.name:16}{ours.seconds:8.2f}{r.seconds:8.2f}{other.seconds:8.2f}"
        f"{r.seconds / ours.seconds:10.2f}{other.seconds / ours.seconds:10.2f}"
        f"{ours.megabytes:9.0f}{r.megabytes:8.0f}{other.megabytes:8.0f}{apart:12.1e}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--columns", type=int, default=COLUMNS)
    parser.add_argument("--case", help="only cases whose name holds this")
    parser.add_argument("--repeats", type=int, default=REPEATS)
    parser.add_argument("--one", nargs=5, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        engine, file, rows, columns, family = given.one
        one_run(engine, file, int(rows), int(columns), family)
        return
    print(
        f"{'':16}{'rnet s':>8}{'R s':>8}{'sm s':>8}{'R/rnet':>10}{'sm/rnet':>10}"
        f"{'rnet MB':>9}{'R MB':>8}{'sm MB':>8}{'apart':>12}"
    )
    for case in CASES:
        if (given.case or "") in case.name:
            with tempfile.TemporaryDirectory() as name:
                print(compare(case, given, Path(name)), flush=True)


if __name__ == "__main__":
    main()

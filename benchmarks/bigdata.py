"""Fit `lm` and `glm` to a parquet file larger than they may need: `python benchmarks/bigdata.py`.

Ten million rows of a response and ten predictors are simulated and written in row groups, then
each model is fitted in a process of its own. Shown are the seconds by the clock, the processor
seconds, and the peak memory of the process, the interpreter and pyarrow included, in megabytes;
with `--rows` few enough to be fitted in memory, also how far the coefficients are apart.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from rnet import glm, lm

ROWS, COLUMNS = 10_000_000, 10
AT_ONCE = 1_000_000
IN_MEMORY = 2_000_000
"""Up to so many rows the fit in memory is made, too."""


def write(path: Path, rows: int) -> None:
    rng = np.random.default_rng(1)
    writer = None
    for start in range(0, rows, AT_ONCE):
        n = min(AT_ONCE, rows - start)
        x = rng.normal(size=(COLUMNS, n))
        eta = 0.2 + 0.3 * x[0] - 0.5 * x[1] + 0.1 * x[2:].sum(axis=0)
        columns = {"y": eta + rng.normal(size=n)}
        columns["b"] = (rng.random(n) < 1 / (1 + np.exp(-eta))).astype(float)
        columns |= {f"x{i + 1}": x[i] for i in range(COLUMNS)}
        table = pa.table(columns)
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table)
    if writer is not None:
        writer.close()


def peak_memory() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return float(line.split()[1]) / 1024
    return float("nan")


def fitted(kind: str, data: object) -> np.ndarray:
    right = " + ".join(f"x{i + 1}" for i in range(COLUMNS))
    fit = lm(f"y ~ {right}", data) if kind == "lm" else glm(f"b ~ {right}", "binomial", data)
    return np.asarray(fit.coef())


def one_run(kind: str, path: str) -> None:
    started, used = time.perf_counter(), time.process_time()
    found = fitted(kind, path)
    print(*(f"{value:.17g}" for value in found))
    print(time.perf_counter() - started, time.process_time() - used, peak_memory())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        one_run(*given.one)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data.parquet"
        write(path, given.rows)
        size = path.stat().st_size / 2**20
        print(f"{given.rows:,} rows, {size:.0f} megabytes of parquet")
        print(f"{'':16}{'seconds':>9}{'processor':>11}{'peak MB':>9}{'apart':>10}")
        for kind in ("lm", "glm, binomial"):
            command = [sys.executable, __file__, "--one", kind, str(path)]
            run = subprocess.run(command, capture_output=True, text=True, check=True)
            *_, numbers, figures = run.stdout.strip().splitlines()
            seconds, processor, peak = (float(word) for word in figures.split())
            apart = np.nan
            if given.rows <= IN_MEMORY:
                small = fitted(kind, pd.read_parquet(path))
                apart = np.max(np.abs(np.array(numbers.split(), dtype=float) / small - 1))
            print(f"{kind:16}{seconds:9.1f}{processor:11.1f}{peak:9.0f}{apart:10.1e}", flush=True)


if __name__ == "__main__":
    main()

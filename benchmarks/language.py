"""R code in rnet beside real R, in one run: `python benchmarks/language.py [--repeats 5]`.

Each case runs in a process of its own, rnet and `Rscript` in turns. For a start and the lecture it
is the wall time of the whole process, else the processor seconds of the code alone, as each
measures itself with `system.time`. Shown are the least of some runs and their ratio. Without
`Rscript` only rnet's column is filled; neuralnet is not in Debian, so the lecture's other half
(svm, glm, lm, table) stands for it where R lacks the package.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LECTURE = """\
library(e1071)
set.seed(1)
fit <- glm(case ~ parity + induced + spontaneous, binomial, infert)
print(summary(fit))
table(infert$case, fitted(fit) > 0.5)
summary(lm(case ~ parity + induced + spontaneous, infert))
model <- svm(case ~ parity + induced + spontaneous, infert)
model
table(infert$case, predict(model) > 0.5)
"""

WHOLE = {"start on an empty file": ("", 3.0), "lecture script": (LECTURE, 2.5)}
TIMED = {
    "scalar loop, 1e6 additions": ("x <- 0; for (i in 1:1e6) x <- x + i", 20.0),
    "recursion, fib(18)": (
        "fib <- function(n) if (n < 2) n else fib(n - 1) + fib(n - 2); fib(18)", None,
    ),
    "x[i] <- in a loop, 1e5": (
        "x <- numeric(1e5); for (i in 2:1e5) x[i] <- x[i - 1] + 1", None,
    ),
    "sapply, 1e5": ("y <- sapply(1:1e5, function(i) i * 2)", None),
    "vector arithmetic, 1e7": ("x <- as.numeric(1:1e7); y <- sum(sqrt(x) * 2 + x / 3)", 1.0),
    "comparison and index, 1e7": (
        "x <- as.numeric(1:1e7); y <- sum(x[x %% 2 == 0 & x > 100])", 1.0,
    ),
    "sort and order, 1e6": ("set.seed(1); x <- runif(1e6); y <- sort(x); o <- order(x)", 1.0),
    "paste and table, 1e5": ("x <- paste0('g', (1:1e5) %% 10); y <- table(x)", 1.0),
    "cumsum, diff, 1e7": ("x <- cumsum(as.numeric(1:1e7)); y <- max(diff(x))", 1.0),
    "matrix product, 500": ("a <- matrix(runif(250000), 500); b <- a %*% t(a)", 1.0),
}  # fmt: skip


def commands() -> dict[str, list[str]]:
    found = {"rnet": [sys.executable, "-m", "rnet.cli", "run"]}
    if shutil.which("Rscript"):
        found["R"] = ["Rscript"]
    return found


def seconds_of(command: list[str], code: str, *, whole: bool) -> float:
    """Return the wall time of the process, or what the code says it took itself."""
    timed = f"t <- system.time({{ {code} }})\ncat('seconds', t[[1]] + t[[2]], '\\n')\n"
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "script.R"
        script.write_text(code if whole else timed)
        began = time.perf_counter()
        ran = subprocess.run([*command, str(script)], capture_output=True, text=True, check=True)
        wall = time.perf_counter() - began
    return wall if whole else float(ran.stdout.split()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=5)
    repeats = parser.parse_args().repeats
    print(f"{'':30}{'rnet s':>9}{'R s':>9}{'rnet/R':>9}  at most")
    cases = [(name, *case, True) for name, case in WHOLE.items()]
    cases += [(name, *case, False) for name, case in TIMED.items()]
    for name, code, goal, whole in cases:
        least = dict.fromkeys(commands(), float("inf"))
        for _ in range(repeats):
            for who, command in commands().items():
                least[who] = min(least[who], seconds_of(command, code, whole=whole))
        own, r = least["rnet"], least.get("R")
        ratio = "" if not r else f"{own / r:9.2f}"
        shown = "" if r is None else f"{r:9.3f}"
        print(f"{name:30}{own:9.3f}{shown}{ratio}  {goal or ''}", flush=True)


if __name__ == "__main__":
    main()

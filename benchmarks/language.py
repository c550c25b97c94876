"""R code in rnet beside real R, in one run: `python benchmarks/language.py [--repeats 5]`.

Each case runs in a process of its own, rnet and `Rscript` in turns. For a start and the lecture it
is the wall time of the whole process, else the processor seconds of the code alone, as each
measures itself with `system.time`. Vector code runs once before it is timed: R compiles it then,
rnet loads the modules it needs, which the two first rows count. Shown are the least of some runs
and their ratio. Python keeps the compiled modules from run to run, as it does of an installed
package. Without
`Rscript` only rnet's column is filled; neuralnet is not in Debian, so the lecture's other half
(svm, glm, lm, table) stands for it where R lacks the package.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NEVER_COMPILED = "PYTHONDONTWRITEBYTECODE"
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
VECTOR_CODE = 1.0  # at most R's time
LETTERS = "set.seed(1); x <- sample(letters, 1e5, TRUE)"
UNIFORM = "set.seed(1); x <- runif(1e6)"
DIGITS = "x <- as.character(1:1e5)"
# name: what is prepared, what is timed, at most so many times R's time
TIMED = {
    "scalar loop, 1e6 additions": ("", "x <- 0; for (i in 1:1e6) x <- x + i", 20.0),
    "while loop, 2e5": ("", "i <- 0; while (i < 2e5) i <- i + 1", None),
    "recursion, fib(18)": (
        "fib <- function(n) if (n < 2) n else fib(n - 1) + fib(n - 2)", "fib(18)", None,
    ),
    "calls of a closure, 1e5": ("f <- function(x, y = 2) x + y", "for (i in 1:1e5) f(i)", None),
    "x[i] <- in a loop, 1e5": (
        "x <- numeric(1e5)", "for (i in 2:1e5) x[i] <- x[i - 1] + 1", None,
    ),
    "m[i, j] <- in a loop, 1e5": (
        "m <- matrix(0, 1000, 100)", "for (i in 1:1000) for (j in 1:100) m[i, j] <- i * j", None,
    ),
    "l[[length(l) + 1]] <-, 1e4": (
        "", "l <- list(); for (i in 1:1e4) l[[length(l) + 1]] <- i", None,
    ),
    "l$a <- in a loop, 1e5": ("l <- list(a = 1, b = 2)", "for (i in 1:1e5) l$a <- i", None),
    "short vectors in a loop, 1e5": ("x <- c(1, 2, 3)", "for (i in 1:1e5) y <- x + i", None),
    "c() in a loop, 1e5": ("", "for (i in 1:1e5) y <- c(1, 2, i)", None),
    "sum() in a loop, 1e5": ("x <- c(1, 2, 3)", "for (i in 1:1e5) y <- sum(x)", None),
    "sapply, 1e5": ("", "y <- sapply(1:1e5, function(i) i * 2)", None),
    "Map, 2e4": ("", "y <- Map(function(a, b) a + b, 1:2e4, 1:2e4)", None),
    "Reduce(`+`), 1e5": ("", "y <- Reduce(`+`, 1:1e5)", None),
    "apply over rows, 2e4": ("m <- matrix(runif(8e4), 2e4)", "y <- apply(m, 1, sum)", None),
    "vector arithmetic, 1e7": (
        "", "x <- as.numeric(1:1e7); y <- sum(sqrt(x) * 2 + x / 3)", VECTOR_CODE,
    ),
    "comparison and index, 1e7": (
        "", "x <- as.numeric(1:1e7); y <- sum(x[x %% 2 == 0 & x > 100])", VECTOR_CODE,
    ),
    "sort and order, 1e6": (UNIFORM, "y <- sort(x); o <- order(x)", VECTOR_CODE),
    "ifelse, which, rev, 1e6": (
        UNIFORM, "y <- ifelse(x > 0.5, 1, 0); w <- which(x > 0.5); r <- rev(x)", VECTOR_CODE,
    ),
    "mean, var, sd, 1e6": (UNIFORM, "y <- c(mean(x), var(x), sd(x))", VECTOR_CODE),
    "cor, 1000 x 100": ("m <- matrix(runif(1e5), 1000)", "y <- cor(m)", VECTOR_CODE),
    "tapply, split, table, 1e5": (
        LETTERS, "y <- tapply(1:1e5, x, mean); s <- split(1:1e5, x); t <- table(x)", VECTOR_CODE,
    ),
    "sort strings, 1e5": (DIGITS, "y <- sort(x)", VECTOR_CODE),
    "%in%, match of strings, 1e5": (
        DIGITS, "y <- rev(x) %in% x; m <- match(rev(x), x)", VECTOR_CODE,
    ),
    "paste and table, 1e5": ("", "x <- paste0('g', (1:1e5) %% 10); y <- table(x)", VECTOR_CODE),
    "nchar, substr, toupper, 1e5": (
        LETTERS, "y <- nchar(x); z <- substr(x, 1, 1); u <- toupper(x)", VECTOR_CODE,
    ),
    "gsub, grepl, 1e5": (LETTERS, "y <- gsub('b', 'q', x); z <- grepl('b', x)", VECTOR_CODE),
    "sprintf, 1e5": ("", "y <- sprintf('%05d-%s', 1:1e5, 'a')", VECTOR_CODE),
    "as.numeric of strings, 1e5": (DIGITS, "y <- as.numeric(x)", VECTOR_CODE),
    "unlist, 1e6": ("l <- as.list(1:1e6)", "y <- unlist(l)", VECTOR_CODE),
    "identical, 1e7": ("x <- runif(1e7); z <- x + 0", "y <- identical(x, z)", VECTOR_CODE),
    "df[i, ] and df$a, 2000": (
        "d <- data.frame(a = 1:100, b = 2)", "for (i in 1:2000) { d[5, ]; d$a }", None,
    ),
    "rbind in a loop, 200": (
        "d <- NULL", "for (i in 1:200) d <- rbind(d, data.frame(a = i, b = 'x'))", None,
    ),
    "cumsum, diff, 1e7": ("", "x <- cumsum(as.numeric(1:1e7)); y <- max(diff(x))", VECTOR_CODE),
    "matrix product, 500": ("", "a <- matrix(runif(250000), 500); b <- a %*% t(a)", VECTOR_CODE),
}  # fmt: skip


def commands() -> dict[str, list[str]]:
    found = {"rnet": [sys.executable, "-m", "rnet.cli", "run"]}
    if shutil.which("Rscript"):
        found["R"] = ["Rscript"]
    return found


def with_compiled_modules() -> dict[str, str]:
    """Return an environment in which Python keeps compiled modules, as an installed rnet has."""
    found = {name: value for name, value in os.environ.items() if name != NEVER_COMPILED}
    found["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / "rnet-benchmarks")
    return found


def seconds_of(
    command: list[str], code: str, environment: dict[str, str], prepared: str | None = None
) -> float:
    """Return the wall time of the process, or where something was prepared the code's own."""
    whole = prepared is None
    timed = f"t <- system.time({{ {code} }})\ncat('seconds', t[[1]] + t[[2]], '\\n')\n"
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "script.R"
        script.write_text(code if whole else f"{prepared}\n{timed}")
        began = time.perf_counter()
        ran = subprocess.run(
            [*command, str(script)], capture_output=True, text=True, check=True, env=environment
        )
        wall = time.perf_counter() - began
    return wall if whole else float(ran.stdout.split()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--only", default="", help="the cases with this in their name")
    options = parser.parse_args()
    print(f"{'':30}{'rnet s':>9}{'R s':>9}{'rnet/R':>9}  at most")
    cases = [(name, code, goal, None) for name, (code, goal) in WHOLE.items()]
    cases += [(name, code, goal, ahead) for name, (ahead, code, goal) in TIMED.items()]
    environment = with_compiled_modules()
    for name, code, goal, prepared in cases:
        if goal == VECTOR_CODE:
            prepared = f"{prepared}\n{code}"  # noqa: PLW2901
        if options.only not in name:
            continue
        least = dict.fromkeys(commands(), float("inf"))
        for _ in range(options.repeats):
            for who, command in commands().items():
                least[who] = min(least[who], seconds_of(command, code, environment, prepared))
        own, r = least["rnet"], least.get("R")
        ratio = "" if not r else f"{own / r:9.2f}"
        shown = "" if r is None else f"{r:9.3f}"
        print(f"{name:30}{own:9.3f}{shown}{ratio}  {goal or ''}", flush=True)


if __name__ == "__main__":
    main()

"""Random data, types, kernels and parameters against e1071 in a real R, in one run."""

import shutil
import subprocess
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest

from rnet import predict, runif, set_seed, svm

PROBLEMS = 60
ROWS_TO_PREDICT = 7
KERNELS = ("linear", "polynomial", "radial", "sigmoid")

SCRIPT = """
library(e1071)
show <- function(...) cat(sprintf("%.17g", c(...)), "\\n")
for (file in readLines("problems.txt")) {
  d <- read.csv(paste0(file, ".csv"), stringsAsFactors = TRUE)
  arguments <- dget(paste0(file, ".R"))
  new <- d[seq_len(@), ]
  if (arguments$type == "C-classification") d$y <- factor(d$y, levels = 3:0)
  set.seed(1)
  m <- do.call(svm, c(list(y ~ ., data = d), arguments))
  p <- predict(m, new, decision.values = TRUE)
  show(m$index); show(m$coefs); show(m$rho)
  show(if (is.factor(m$fitted)) as.integer(m$fitted) else m$fitted)
  show(attr(p, "decision.values")); show(runif(1))
}
""".replace("@", str(ROWS_TO_PREDICT))

pytestmark = [
    pytest.mark.live_r,
    pytest.mark.skipif(shutil.which("Rscript") is None, reason="no Rscript"),
]


@dataclass
class Problem:
    """A random data set, and the arguments in Python and in R."""

    data: pd.DataFrame
    arguments: dict[str, object]
    r_arguments: str


def random_problem(rng: np.random.Generator) -> Problem:
    rows, columns = int(rng.integers(15, 120)), int(rng.integers(1, 6))
    x = rng.normal(size=(rows, columns)) * 10.0 ** rng.integers(-2, 3, size=columns)
    if rng.random() < 0.4:
        x = np.round(x)  # ties
        x[0], x[1] = 3.0, -2.0
    frame = pd.DataFrame(x, columns=[f"v{i}" for i in range(columns)])
    if rng.random() < 0.4:
        frame["g"] = pd.Categorical(rng.choice(["a", "b", "c"], rows))
    classes = rng.random() < 0.5
    signal = np.sin(x[:, 0]) + rng.normal(size=rows)
    frame.insert(0, "y", np.digitize(signal, [-0.8, 0.3, 1.0]) if classes else signal)
    arguments: dict[str, object] = {
        "type": "C-classification" if classes else "eps-regression",
        "kernel": str(rng.choice(KERNELS)),
        "cost": float(rng.choice([0.1, 1.0, 7.0])),
        "degree": float(rng.choice([2, 3])),
        "coef0": float(rng.choice([0.0, 0.5])),
        "epsilon": float(rng.choice([0.05, 0.1, 0.3])),
        "shrinking": bool(rng.random() < 0.7),
    }
    if rng.random() < 0.5:
        arguments["gamma"] = float(rng.choice([0.05, 0.3, 1.5]))
    if rng.random() < 0.3:
        arguments["cross"] = 3
    if rng.random() < 0.3:
        arguments["probability"] = True
    texts = [f"{name} = {r_text(value)}" for name, value in arguments.items()]
    return Problem(frame, arguments, f"list({', '.join(texts)})")


def r_text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    return f'"{value}"' if isinstance(value, str) else repr(value)


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """The problems, and R's six lines of numbers for each."""
    folder = tmp_path_factory.mktemp("svm")
    rng = np.random.default_rng(2026)
    problems = [random_problem(rng) for _ in range(PROBLEMS)]
    for number, problem in enumerate(problems):
        problem.data.to_csv(folder / f"{number}.csv", index=False, float_format="%.17g")
        (folder / f"{number}.R").write_text(problem.r_arguments)
    (folder / "problems.txt").write_text("\n".join(map(str, range(PROBLEMS))) + "\n")
    (folder / "run.R").write_text(SCRIPT)
    run = subprocess.run(
        ["Rscript", "run.R"], cwd=folder, capture_output=True, text=True, check=True
    )
    lines = [np.array(line.split(), dtype=np.float64) for line in run.stdout.splitlines()]
    assert len(lines) == 6 * PROBLEMS
    # What R reads from the file: its own conversion of decimals may miss the last bit.
    return [(problem, lines[6 * i : 6 * i + 6]) for i, problem in enumerate(problems)]


@pytest.mark.parametrize("number", range(PROBLEMS))
def test_same_bits_as_r(number, answers) -> None:
    problem, (index, coefs, rho, fitted, decisions, uniform) = answers[number]
    training = problem.data.copy()
    if problem.arguments["type"] == "C-classification":
        training["y"] = pd.Categorical(training["y"], categories=[3, 2, 1, 0])
    set_seed(1)
    fit = svm("y ~ .", training, **problem.arguments)
    assert fit["index"].tolist() == index.tolist()
    np.testing.assert_array_equal(fit["coefs"].ravel(order="F"), coefs)
    np.testing.assert_array_equal(fit["rho"], rho)
    values = fit["fitted"]
    known = values.cat.codes + 1 if isinstance(values.dtype, pd.CategoricalDtype) else values
    np.testing.assert_array_equal(known, fitted)
    assert float(runif(1)[0]) == uniform[0]
    answer = predict(fit, problem.data[:ROWS_TO_PREDICT])
    np.testing.assert_array_equal(answer.decision_values.to_numpy().ravel(order="F"), decisions)

"""Formulas of every kind, weights and subsets against e1071 in a real R, in one run."""

import json
import shutil
import subprocess

import numpy as np
import pandas as pd
import pytest

from rnet import fitted, predict, runif, set_seed, svm

FORMULAS = (
    "y ~ x + g", "y ~ g * x", "y ~ poly(x, 2) + log(z)", "y ~ o + b", "y ~ x:g + z - 1",
    "y ~ (x + z)^2 + offset(x)", "y ~ o:x + I(z^2)", "y ~ b * z", "y ~ scale(z) + sqrt(z)",
    "y ~ .", "cl ~ x + z", "cl ~ g + x", "cl ~ poly(z, 2) * b", "cl ~ o + x:z", "cl ~ z + o:g",
)  # fmt: skip
ARGUMENTS = (
    "", ", kernel = 'linear'", ", kernel = 'polynomial', degree = 2, coef0 = 1, cross = 3",
    ", probability = TRUE", ", scale = FALSE, cost = 5", ", subset = 70:11",
    ", na.action = na.exclude, kernel = 'sigmoid'",
)  # fmt: skip
OF_CLASSES = (", class.weights = 'inverse'", ", class.weights = c(C1 = 3)")

SCRIPT = """
suppressPackageStartupMessages({library(e1071); library(jsonlite)})
d <- read.csv("d.csv", stringsAsFactors = TRUE, na.strings = "")
d$o <- factor(d$o, levels = c("s", "m", "l"), ordered = TRUE)
number <- function(x) sprintf("%.17g", as.vector(x))
answer <- function(text) {
  set.seed(3)
  m <- suppressWarnings(eval(parse(text = text)))
  p <- predict(m, d[1:9, ], decision.values = TRUE, na.action = na.exclude)
  list(index = m$index, coefs = number(m$coefs), rho = number(m$rho),
       decisions = number(attr(p, "decision.values")), padded = length(fitted(m)),
       uniform = number(runif(1)), text = paste(capture.output(summary(m)), collapse = "\\n"))
}
writeLines(toJSON(lapply(readLines("calls.txt"), answer)), "out.json")
"""

pytestmark = [
    pytest.mark.live_r,
    pytest.mark.skipif(shutil.which("Rscript") is None, reason="no Rscript"),
]


def frame() -> pd.DataFrame:
    rng = np.random.default_rng(5)
    n = 80
    z = rng.exponential(size=n) + 0.1
    x = np.round(rng.normal(size=n) * 4)
    y = z + np.sin(x) + rng.normal(size=n) / 2
    columns = {"y": y, "x": x, "z": z}
    columns["g"] = rng.choice(["a", "b", "c"], n)
    columns["o"] = rng.choice(["s", "m", "l"], n)
    columns["b"] = rng.random(n) > 0.5
    columns["cl"] = np.array(["C0", "C1", "C2"])[np.digitize(y, [0.6, 1.7])]
    data = pd.DataFrame(columns)
    data["g"] = data["g"].astype(object).where(rng.random(n) > 0.05, None)
    return data


def problems() -> list[tuple[str, str]]:
    both = [(formula, text) for formula in FORMULAS for text in ARGUMENTS]
    return both + [(f, text) for f in FORMULAS if f.startswith("cl") for text in OF_CLASSES]


PYTHON = {
    "": {}, ", kernel = 'linear'": {"kernel": "linear"},
    ", kernel = 'polynomial', degree = 2, coef0 = 1, cross = 3": {
        "kernel": "polynomial", "degree": 2, "coef0": 1, "cross": 3,
    },
    ", probability = TRUE": {"probability": True},
    ", scale = FALSE, cost = 5": {"scale": False, "cost": 5},
    ", subset = 70:11": {"subset": list(range(70, 10, -1))},
    ", na.action = na.exclude, kernel = 'sigmoid'": {
        "na_action": "na.exclude", "kernel": "sigmoid",
    },
    ", class.weights = 'inverse'": {"class_weights": "inverse"},
    ", class.weights = c(C1 = 3)": {"class_weights": {"C1": 3}},
}  # fmt: skip


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("formulas")
    frame().to_csv(folder / "d.csv", index=False, float_format="%.17g")
    calls = [f"svm({formula}, data = d{text})" for formula, text in problems()]
    (folder / "calls.txt").write_text("\n".join(calls) + "\n")
    (folder / "run.R").write_text(SCRIPT)
    subprocess.run(["Rscript", "run.R"], cwd=folder, capture_output=True, check=True)
    data = pd.read_csv(folder / "d.csv", keep_default_na=False, na_values=[""])
    for name in ("g", "cl"):
        data[name] = pd.Categorical(data[name])
    data["o"] = pd.Categorical(data["o"], ["s", "m", "l"], ordered=True)
    return data, json.loads((folder / "out.json").read_text())


@pytest.mark.filterwarnings("ignore::rnet.RWarning")
@pytest.mark.parametrize("number", range(len(problems())))
def test_same_bits_as_r(number, recorded) -> None:
    data, answers = recorded
    formula, text = problems()[number]
    known = answers[number]
    set_seed(3)
    fit = svm(formula, data, **PYTHON[text])
    assert float(runif(1)[0]) == float(known["uniform"][0])
    assert fit.index.tolist() == known["index"]
    assert fit.coefs.ravel(order="F").tolist() == [float(x) for x in known["coefs"]]
    assert fit.rho.tolist() == [float(x) for x in known["rho"]]
    assert len(fitted(fit)) == known["padded"][0]
    answer = predict(fit, data[:9], na_action="na.exclude")
    found = answer.decision_values.to_numpy().ravel(order="F")
    wanted = [np.nan if x == "NA" else float(x) for x in known["decisions"]]
    np.testing.assert_array_equal(found, wanted)
    assert parameters(str(fit.summary())) == parameters(known["text"][0])


def parameters(text: str) -> str:
    return text[text.index("Parameters:") :].rstrip("\n")

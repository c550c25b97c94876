"""Random fits compared with a real R, all in one run of Rscript."""

import json
import shutil
import subprocess
import warnings

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet import glm, lm

pytestmark = [
    pytest.mark.live_r,
    pytest.mark.skipif(shutil.which("Rscript") is None, reason="no Rscript here"),
]

# The condition of random designs is below 1e3; R's BLAS may add in another order.
TOLERANCE = 1e-9

FAMILIES = {
    "gaussian": "gaussian()",
    "binomial": "binomial()",
    "probit": "binomial('probit')",
    "cloglog": "binomial('cloglog')",
    "poisson": "poisson()",
    "sqrt": "poisson('sqrt')",
    "gamma": "Gamma('log')",
    "inverse": "inverse.gaussian('log')",
    "quasi": "quasi(link = 'log', variance = 'mu^2')",
}
R_CODE = """
cases <- jsonlite::fromJSON(file("stdin"), simplifyDataFrame = FALSE)
exact <- function(x) I(sprintf("%.17g", as.numeric(x)))
answer <- function(case) {
  d <- as.data.frame(lapply(case$columns, function(v) if (is.character(v)) factor(v) else v))
  f <- as.formula(case$formula)
  fit <- suppressWarnings(if (case$family == "lm") lm(f, d, weights = w) else
    glm(f, eval(parse(text = case$family)), d, weights = w))
  list(coef = exact(coef(fit)), deviance = exact(deviance(fit)), aic = exact(AIC(fit)),
       fitted = exact(fitted(fit)), iter = I(as.integer(c(fit$iter, 0)[1])))
}
safely <- function(case)
  tryCatch(answer(case), error = function(e) list(error = conditionMessage(e)))
cat(jsonlite::toJSON(lapply(cases, safely), auto_unbox = FALSE))
"""


def random_case(seed):
    random = np.random.default_rng(seed)
    n = int(random.integers(12, 60))
    columns = {
        "a": random.normal(size=n).round(3),
        "b": random.uniform(1, 5, size=n).round(3),
        "g": random.choice(["p", "q", "r"], size=n),
        "w": random.integers(1, 5, size=n).astype(float),
    }
    family = ["lm", *FAMILIES][seed % (len(FAMILIES) + 1)]
    eta = 0.3 + 0.4 * columns["a"] + 0.1 * columns["b"] + 0.3 * (columns["g"] == "q")
    if family in ("binomial", "probit", "cloglog"):
        columns["y"] = (random.uniform(size=n) < 1 / (1 + np.exp(-eta))).astype(float)
    elif family in ("poisson", "sqrt"):
        columns["y"] = random.poisson(np.exp(eta)).astype(float)
    else:
        noise = random.gamma(5, 0.2, size=n)
        columns["y"] = (np.exp(eta) * noise + 0.01).round(4)
    right = ["a + b", "a * g", "b + g", "poly(b, 2) + a", "a + I(2 * a) + g"][seed % 5]
    return family, f"y ~ {right}", columns


CASES = [random_case(seed) for seed in range(80)]


@pytest.fixture(scope="module")
def answers():
    sent = [
        {
            "family": FAMILIES.get(family, "lm"),
            "formula": formula,
            "columns": {name: values.tolist() for name, values in columns.items()},
        }
        for family, formula, columns in CASES
    ]
    run = subprocess.run(
        ["Rscript", "-e", R_CODE],
        input=json.dumps(sent),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout)


def ours(family, formula, columns):
    frame = pd.DataFrame(columns).assign(g=pd.Categorical(columns["g"]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", rnet.RWarning)
        if family == "lm":
            return lm(formula, frame, weights="w")
        named = {
            "probit": rnet.binomial("probit"),
            "cloglog": rnet.binomial("cloglog"),
            "sqrt": rnet.poisson("sqrt"),
            "gamma": rnet.Gamma("log"),
            "inverse": rnet.inverse_gaussian("log"),
            "quasi": rnet.quasi("log", "mu^2"),
        }
        return glm(formula, named.get(family, family), frame, weights="w")


@pytest.mark.parametrize("number", range(len(CASES)))
def test_fit_is_that_of_r(number, answers) -> None:
    family, formula, columns = CASES[number]
    theirs = answers[number]
    if "error" in theirs:
        with pytest.raises(rnet.RError) as caught:
            ours(family, formula, columns)
        assert caught.value.message == theirs["error"][0]
        return
    fit = ours(family, formula, columns)
    if family != "lm":
        assert fit.iter == theirs["iter"][0]
    found = {"coef": fit.coef(), "deviance": fit.deviance, "aic": rnet.AIC(fit)}
    for name, value in {**found, "fitted": fit.fitted()}.items():
        expected = np.array([np.nan if t == "NA" else float(t) for t in theirs[name]])
        scale = np.nanmax(np.abs(expected), initial=1e-300)
        np.testing.assert_allclose(
            np.atleast_1d(np.asarray(value, dtype=float)), expected,
            rtol=TOLERANCE, atol=TOLERANCE * scale, err_msg=name,
        )  # fmt: skip

"""How many digits are right on NIST's reference data sets: `python benchmarks/nist.py`.

Shown is the log relative error of the worst certified value (15 at most; a dash where the fit
fails) of rnet, of R (where there is an `Rscript`) and of SciPy or statsmodels, in one run:
27 nonlinear problems from both of NIST's starts (rnet's and R's `nls` as they are, and with
`nls.control(maxiter = 1000, tol = 1e-8, nDcentral = TRUE)`; SciPy's `curve_fit`), 11 linear ones
(`lm`, with `tol = 1e-10` for Filip, too; statsmodels' OLS) and 11 analyses of variance (F;
statsmodels' OLS). The last column is rnet with exact derivatives, which R's `nls` does not have,
and `tol=1e-9`.
"""

import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from nist_problems import ANOVA_SETS, LINEAR_SETS, MODELS, anova_set, digits, linear, nonlinear

from rnet import RError, anova, lm, nls, nls_control

Estimates = dict[str, Any]
TIGHT = {"maxiter": 1000, "tol": 1e-8, "nDcentral": True}
EXACT = {"maxiter": 1000, "tol": 1e-9}
LOOSE_TIGHT = ("", ", tight")


def attempted(fit: Callable[[], Any]) -> Any:
    """Return a result, None where the fit fails."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return np.asarray(fit(), dtype=np.float64).tolist()
        except (RError, RuntimeError, ValueError, np.linalg.LinAlgError):
            return None


def of_rnet() -> Estimates:
    """Return what rnet estimates."""
    found: Estimates = {}
    for name in MODELS:
        problem = nonlinear(name)
        for number, start in enumerate(problem.starts, start=1):
            for kind in LOOSE_TIGHT:
                control = nls_control(**TIGHT) if kind else None  # type: ignore[arg-type]
                found[f"{name}, start {number}{kind}"] = attempted(
                    lambda p=problem, s=start, c=control: nls(
                        p.formula, p.data, start=s, control=c
                    ).coef()
                )
            found[f"{name}, start {number}, exact"] = attempted(
                lambda p=problem, s=start: nls(
                    p.formula, p.data, start=s, control=nls_control(**EXACT),  # type: ignore[arg-type]
                    derivatives="exact",
                ).coef()
            )  # fmt: skip
    for name in LINEAR_SETS:
        formula, frame, _ = linear(name)
        found[name] = attempted(lambda f=formula, d=frame: lm(f, d).coef())
        if name == "Filip":
            found["Filip, tol = 1e-10"] = attempted(
                lambda f=formula, d=frame: lm(f, d, tol=1e-10).coef()
            )
    for name in ANOVA_SETS:
        frame, _ = anova_set(name)
        found[name] = attempted(lambda d=frame: [anova(lm("y ~ g", d))[1, "F value"]])
    return found


R_SCRIPT = """
library(jsonlite)
jobs <- fromJSON("jobs.json", simplifyVector = FALSE)
found <- list()
tight <- nls.control(maxiter = 1000, tol = 1e-8, nDcentral = TRUE)
try1 <- function(e) tryCatch(sprintf("%.17g", unname(e)), error = function(err) NULL)
for (job in jobs) {
  d <- read.csv(paste0(job$data, ".csv"))
  if (!is.null(job$start)) {
    control <- if (job$tight) tight else nls.control()
    found[[job$name]] <- try1(coef(nls(as.formula(job$formula), d, start = job$start,
                                       control = control)))
  } else if (!is.null(job$tol)) {
    found[[job$name]] <- try1(coef(lm(as.formula(job$formula), d, tol = job$tol)))
  } else {
    d$g <- factor(d$g)
    found[[job$name]] <- try1(summary(aov(y ~ g, d))[[1]][1, "F value"])
  }
}
cat(toJSON(found, null = "null", na = "string"))
"""


def of_r(folder: Path) -> Estimates:
    """Return what R estimates; nothing without `Rscript`."""
    jobs: list[dict[str, Any]] = []
    for name in MODELS:
        problem = nonlinear(name)
        problem.data.to_csv(folder / f"{name}.csv", index=False, float_format="%.17g")
        for number, start in enumerate(problem.starts, start=1):
            jobs += [
                {"name": f"{name}, start {number}{kind}", "data": name, "start": start,
                 "formula": problem.formula, "tight": bool(kind)}
                for kind in LOOSE_TIGHT
            ]  # fmt: skip
    for name in LINEAR_SETS:
        formula, frame, _ = linear(name)
        frame.to_csv(folder / f"{name}.csv", index=False, float_format="%.17g")
        jobs.append({"name": name, "data": name, "formula": formula, "tol": 1e-7})
        if name == "Filip":
            label = "Filip, tol = 1e-10"
            jobs.append({"name": label, "data": name, "formula": formula, "tol": 1e-10})
    for name in ANOVA_SETS:
        anova_set(name)[0].to_csv(folder / f"{name}.csv", index=False, float_format="%.17g")
        jobs.append({"name": name, "data": name})
    (folder / "jobs.json").write_text(json.dumps(jobs))
    (folder / "run.R").write_text(R_SCRIPT)
    answer = subprocess.run(
        ["Rscript", "run.R"], cwd=folder, capture_output=True, text=True, check=True
    )
    return dict(json.loads(answer.stdout))


def of_others() -> Estimates:
    """Return what SciPy's `curve_fit` and statsmodels estimate."""
    from scipy.optimize import curve_fit  # noqa: PLC0415

    found: Estimates = {}
    for name in MODELS:
        problem = nonlinear(name)
        function, response = python_model(problem.formula, list(problem.starts[0]))
        x = problem.data.drop(columns="y")
        y = np.asarray(eval(response, vars(np) | {"y": problem.data["y"].to_numpy()}))
        for number, start in enumerate(problem.starts, start=1):
            for kind, more in zip(LOOSE_TIGHT, ({}, {"xtol": 1e-13, "ftol": 1e-13}), strict=True):
                found[f"{name}, start {number}{kind}"] = attempted(
                    lambda f=function, x=x, y=y, s=start, m=more: curve_fit(
                        f, x, y, [*s.values()], maxfev=20000, **m
                    )[0]
                )
    if importlib.util.find_spec("statsmodels") is None:
        return found
    import statsmodels.api as sm  # noqa: PLC0415
    from statsmodels.formula.api import ols  # noqa: PLC0415

    for name in LINEAR_SETS:
        _, frame, design = linear(name)
        found[name] = attempted(lambda d=design, f=frame: sm.OLS(f["y"].to_numpy(), d).fit().params)
    found["Filip, tol = 1e-10"] = found["Filip"]
    for name in ANOVA_SETS:
        frame, _ = anova_set(name)
        found[name] = attempted(lambda d=frame: [ols("y ~ C(g)", d).fit().fvalue])
    return found


def python_model(formula: str, names: list[str]) -> tuple[Callable[..., Any], str]:
    """Return a formula's right side as a function of columns and parameters, and its left side."""
    left, right = formula.split(" ~ ")
    code = compile(right.replace("^", "**").replace("atan", "arctan"), formula, "eval")

    def values(x: pd.DataFrame, *parameters: float) -> Any:
        columns = {name: x[name].to_numpy() for name in x}
        return eval(code, vars(np) | columns | dict(zip(names, parameters, strict=True)))

    return values, left


def certified_values() -> dict[str, Any]:
    """Return NIST's values for every row of the table."""
    rows: dict[str, Any] = {}
    for name in MODELS:
        for number in (1, 2):
            for kind in LOOSE_TIGHT:
                rows[f"{name}, start {number}{kind}"] = nonlinear(name).certified
    for name in LINEAR_SETS:
        rows[name] = linear(name, certified=True)
        if name == "Filip":
            rows["Filip, tol = 1e-10"] = rows[name]
    return rows | {name: [anova_set(name)[1]] for name in ANOVA_SETS}


def shown(found: Mapping[str, Any], name: str, truth: Any) -> str:
    """Return a cell: digits, NA for a coefficient left out, a dash for a failed fit."""
    values = found.get(name)
    if values is None or (isinstance(values, list) and not values):
        return "-"
    numbers = pd.to_numeric(pd.Series(np.atleast_1d(values)), errors="coerce").to_numpy()
    return "NA" if np.isnan(numbers).any() else f"{digits(numbers, truth):.1f}"


def main() -> None:
    """Print the table."""
    ours, others = of_rnet(), of_others()
    theirs: Estimates = {}
    if shutil.which("Rscript"):
        with tempfile.TemporaryDirectory() as folder:
            theirs = of_r(Path(folder))
    print(f"{'data set':32}{'rnet':>7}{'R':>7}{'SciPy/statsmodels':>20}{'rnet, exact':>14}")
    for name, truth in certified_values().items():
        cells = [shown(found, name, truth) for found in (ours, theirs, others)]
        exact = name.endswith(LOOSE_TIGHT[1])
        last = shown(ours, name.replace("tight", "exact"), truth) if exact else ""
        print(f"{name:32}{cells[0]:>7}{cells[1]:>7}{cells[2]:>20}{last:>14}")


if __name__ == "__main__":
    main()

"""NIST's reference data sets for regression: what they hold, and their models in R's words."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

ROOT = Path(__file__).parents[2]
NONLINEAR = ROOT / "datasets" / "nist"
ANOVA = ROOT / "tests" / "oracles" / "nist"

_LANCZOS = "b1 * exp(-b2 * x) + b3 * exp(-b4 * x) + b5 * exp(-b6 * x)"
_GAUSS = "b1 * exp(-b2 * x) + b3 * exp(-(x - b4)^2/b5^2) + b6 * exp(-(x - b7)^2/b8^2)"
_CUBIC = "(b1 + b2 * x + b3 * x^2 + b4 * x^3)/(1 + b5 * x + b6 * x^2 + b7 * x^3)"
MODELS = {
    "Misra1a": "b1 * (1 - exp(-b2 * x))",
    "Chwirut1": "exp(-b1 * x)/(b2 + b3 * x)",
    "Chwirut2": "exp(-b1 * x)/(b2 + b3 * x)",
    "Lanczos1": _LANCZOS,
    "Lanczos2": _LANCZOS,
    "Lanczos3": _LANCZOS,
    "Gauss1": _GAUSS,
    "Gauss2": _GAUSS,
    "Gauss3": _GAUSS,
    "DanWood": "b1 * x^b2",
    "Misra1b": "b1 * (1 - (1 + b2 * x/2)^(-2))",
    "Kirby2": "(b1 + b2 * x + b3 * x^2)/(1 + b4 * x + b5 * x^2)",
    "Hahn1": _CUBIC,
    "Nelson": "b1 - b2 * x1 * exp(-b3 * x2)",
    "MGH17": "b1 + b2 * exp(-x * b4) + b3 * exp(-x * b5)",
    "Misra1c": "b1 * (1 - (1 + 2 * b2 * x)^(-0.5))",
    "Misra1d": "b1 * b2 * x * ((1 + b2 * x)^(-1))",
    "Roszman1": "b1 - b2 * x - atan(b3/(x - b4))/pi",
    "ENSO": (
        "b1 + b2 * cos(2 * pi * x/12) + b3 * sin(2 * pi * x/12) + b5 * cos(2 * pi * x/b4) + "
        "b6 * sin(2 * pi * x/b4) + b8 * cos(2 * pi * x/b7) + b9 * sin(2 * pi * x/b7)"
    ),
    "MGH09": "b1 * (x^2 + x * b2)/(x^2 + x * b3 + b4)",
    "Thurber": _CUBIC,
    "BoxBOD": "b1 * (1 - exp(-b2 * x))",
    "Rat42": "b1/(1 + exp(b2 - b3 * x))",
    "MGH10": "b1 * exp(b2/(x + b3))",
    "Eckerle4": "(b1/b2) * exp(-0.5 * ((x - b3)/b2)^2)",
    "Rat43": "b1/((1 + exp(b2 - b3 * x))^(1/b4))",
    "Bennett5": "b1 * (b2 + x)^(-1/b3)",
}
LINEAR_SETS = [
    "Norris", "Pontius", "NoInt1", "NoInt2", "Filip", "Longley",
    *(f"Wampler{k}" for k in range(1, 6)),
]  # fmt: skip
ANOVA_SETS = ["AtmWtAg", "SiRstv", *(f"SmLs0{number}" for number in range(1, 10))]


@dataclass(frozen=True)
class Problem:
    """A nonlinear problem: its formula, data, two starts, certified values and errors."""

    name: str
    formula: str
    data: pd.DataFrame
    starts: tuple[dict[str, float], dict[str, float]]
    certified: npt.NDArray[np.float64]
    errors: npt.NDArray[np.float64]


def nonlinear(name: str) -> Problem:
    """Read one of the 27 files of nonlinear problems."""
    lines = (NONLINEAR / f"{name}.dat").read_text(encoding="utf-8").splitlines()
    rows = [re.match(r"\s*(b\d+)\s*=\s*(.*)", line) for line in lines[:60]]
    values = {m[1]: [float(v) for v in m[2].split()] for m in rows if m}
    table = np.array([values[key] for key in sorted(values, key=lambda key: int(key[1:]))])
    names = [f"b{number}" for number in range(1, len(table) + 1)]
    cells = np.array([[float(v) for v in line.split()] for line in lines[60:] if line.strip()])
    columns = ["y", "x"] if cells.shape[1] == 2 else ["y", "x1", "x2"]
    response = "log(y)" if name == "Nelson" else "y"
    starts = tuple(dict(zip(names, column, strict=True)) for column in table[:, :2].T.tolist())
    return Problem(
        name, f"{response} ~ {MODELS[name]}", pd.DataFrame(cells, columns=columns),
        (starts[0], starts[1]), table[:, 2], table[:, 3],
    )  # fmt: skip


def anova_set(name: str) -> tuple[pd.DataFrame, float]:
    """Read groups and responses, and the certified F."""
    lines = (ANOVA / f"{name}.dat").read_text(encoding="utf-8").splitlines()
    certified = next(line for line in lines if line.startswith("Between"))
    rows = [line.split() for line in lines[60:] if len(line.split()) == 2]
    frame = pd.DataFrame({"g": [r[0] for r in rows], "y": [float(r[1]) for r in rows]})
    frame["g"] = pd.Categorical(frame["g"], categories=list(dict.fromkeys(frame["g"])))
    return frame, float(certified.split()[-1])


def digits(found: npt.ArrayLike, certified: npt.ArrayLike) -> float:
    """Return the log relative error of the worst value: how many digits are right, 15 at most."""
    ours, theirs = np.atleast_1d(found).astype(float), np.atleast_1d(certified).astype(float)
    with np.errstate(all="ignore"):
        off = np.where(theirs == 0, np.abs(ours), np.abs(ours - theirs) / np.abs(theirs))
    if not np.isfinite(off).all():
        return 0.0
    return float(np.clip(-np.log10(np.max(off) + 1e-300), 0.0, 15.0))


def linear(name: str, *, certified: bool = False) -> Any:
    """Return formula, data and design matrix of a linear problem, or its certified values."""
    if name == "Norris":
        lines = (ANOVA / "Norris.dat").read_text(encoding="utf-8").splitlines()
        cells = np.array([[float(v) for v in line.split()] for line in lines[60:] if line.strip()])
        frame = pd.DataFrame(cells, columns=["y", "x"])
        if certified:
            rows = [line.split() for line in lines[:50] if re.match(r"\s+B\d", line)]
            return np.array([float(row[1]) for row in rows])
        return "y ~ x", frame, np.vander(frame["x"], 2, increasing=True)
    content = json.loads((NONLINEAR / "linear.json").read_text("utf-8"))["sets"][name]
    if certified:
        return np.array(content["estimate"], dtype=float)
    if name == "Longley":
        return _longley()
    frame = pd.DataFrame({key: np.array(content[key], dtype=float) for key in "xy"})
    powers = ["x", *(f"I(x^{k})" for k in range(2, int(content["degree"]) + 1))]
    intercept = str(content["intercept"]) == "True"
    design = np.vander(frame["x"], int(content["degree"]) + 1, increasing=True)
    formula = "y ~ " + " + ".join(powers if intercept else ["0", *powers])
    return formula, frame, design if intercept else design[:, 1:]


def _longley() -> Any:
    table = pd.read_csv(ROOT / "datasets" / "longley.csv")
    scales = {"GNP.deflator": 1, "GNP": 1e3, "Unemployed": 10, "Armed.Forces": 10,
              "Population": 1e3, "Year": 1}  # fmt: skip
    frame = pd.DataFrame({k: (table[k] * v).round(1) for k, v in scales.items()})
    frame["y"] = (table["Employed"] * 1e3).round(0)
    design = np.column_stack([np.ones(len(frame)), frame[list(scales)]])
    return "y ~ " + " + ".join(scales), frame, design

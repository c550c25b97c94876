"""A network written as R, Python or SQL gives what `predict` gives."""

import json
import shutil
import sqlite3
import subprocess
import warnings
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from rnet import RError, data, neuralnet, predict, set_seed

EXACT = 1e-12  # the issue's; sums are formed in the languages' own order
CE = {"err_fct": "ce", "linear_output": False}

INFERT, IRIS = data("infert"), data("iris")
AWKWARD = pd.DataFrame(
    {
        "a.b": np.linspace(-2, 2, 30),
        "qt": np.cos(np.arange(30.0)),
        "select": np.sin(np.arange(30.0)),
    }
)
AWKWARD["y"] = AWKWARD["a.b"] ** 2
# neuralnet cannot be given such names in a formula (R cannot either), only in its record
RENAMED = {"qt": "q\"t`\\ '"}

NETWORKS: dict[str, tuple[str, pd.DataFrame, dict[str, Any]]] = {
    "ce": ("case ~ parity + induced + spontaneous", INFERT, {"hidden": 2, **CE}),
    "line": ("case ~ parity + age", INFERT, {"hidden": 0, "threshold": 1}),
    "deep": ("case ~ parity + induced + spontaneous", INFERT, {"hidden": [3, 2, 2]}),
    "tanh": ("case ~ parity + age", INFERT, {"hidden": 3, "act_fct": "tanh", **CE}),
    "relu": ("Sepal.Length ~ Petal.Length", IRIS, {"hidden": [3, 2], "act_fct": "relu"}),
    "classes": ("Species ~ Petal.Length + Petal.Width", IRIS, {"hidden": 2, "threshold": 0.5}),
    "excluded": ("case ~ parity + induced", INFERT, {"hidden": 2, "exclude": [1, 5]}),
    "names": ("y ~ a.b + qt + select", AWKWARD, {"hidden": 2, "threshold": 0.1}),
    "scaled": ("dist ~ speed", data("cars"), {"hidden": 2, "scale": True, "threshold": 0.1}),
}


def network(name: str) -> tuple[Any, pd.DataFrame, np.ndarray]:
    """A fit, its predictors and its predictions."""
    formula, frame, given = NETWORKS[name]
    set_seed(3)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fit = neuralnet(formula, frame, **given)
    columns = frame[fit.model_list["variables"]].astype(float)
    expected = predict(fit, columns).to_numpy()
    names = [RENAMED.get(label, label) for label in columns.columns]
    fit = replace(fit, model_list={**fit.model_list, "variables": names})
    return fit, columns.set_axis(names, axis=1), expected


def expressions(fit: Any, language: str) -> list[str]:
    found = fit.equation(language)
    return [found] if isinstance(found, str) else list(found.values())


@pytest.mark.parametrize("name", NETWORKS)
def test_python(name) -> None:
    fit, columns, expected = network(name)
    for column, text in enumerate(expressions(fit, "python")):
        found = eval(text, {"np": np, "data": columns})
        np.testing.assert_allclose(found, expected[:, column], rtol=EXACT, atol=EXACT)
        first = {key: float(value) for key, value in columns.iloc[0].items()}
        assert eval(text, {"np": np, "data": first}) == pytest.approx(found[0], rel=EXACT)


@pytest.mark.parametrize("name", NETWORKS)
def test_sql(name) -> None:
    fit, columns, expected = network(name)
    connection = sqlite3.connect(":memory:")
    for function in ("exp", "tanh"):  # not in every build of SQLite
        connection.create_function(function, 1, getattr(np, function))
    columns.to_sql("cases", connection, index=False)
    for column, text in enumerate(expressions(fit, "sql")):
        rows = connection.execute(f"SELECT {text} FROM cases ORDER BY rowid").fetchall()
        found = np.array(rows)[:, 0]
        np.testing.assert_allclose(found, expected[:, column], rtol=EXACT, atol=EXACT)
    connection.close()


@pytest.mark.live_r
@pytest.mark.skipif(shutil.which("Rscript") is None, reason="needs R")
@pytest.mark.parametrize("name", NETWORKS)
def test_r(name, tmp_path) -> None:
    fit, columns, expected = network(name)
    names = ", ".join(json.dumps(str(label)) for label in columns.columns)
    columns.map(float.hex).to_csv(tmp_path / "x.csv", index=False, header=False)
    texts = "\n".join(f'cat(sprintf("%.17g", {text}), "\\n")' for text in expressions(fit, "R"))
    script = tmp_path / "run.R"
    script.write_text(
        f'x <- read.csv("{tmp_path}/x.csv", header = FALSE, colClasses = "character")\n'
        f"x[] <- lapply(x, as.numeric)\nnames(x) <- c({names})\nwith(x, {{\n{texts}\n}})\n",
        encoding="utf-8",
    )
    answer = subprocess.run(
        ["Rscript", str(script)], capture_output=True, text=True, check=True
    ).stdout
    for column, line in enumerate(answer.splitlines()):
        found = np.array(line.split(), dtype=float)
        np.testing.assert_allclose(found, expected[:, column], rtol=EXACT, atol=EXACT)


def test_several_responses_have_an_expression_each() -> None:
    fit, _, _ = network("classes")
    assert list(fit.equation("sql")) == ["setosa", "versicolor", "virginica"]


def test_excluded_weights_are_left_out() -> None:
    fit, _, _ = network("excluded")
    hidden = fit.equation("R").split("exp")
    assert "`induced`" in hidden[1]
    assert "`parity`" in hidden[1]
    assert "`parity`" not in hidden[2]


def test_what_has_no_text_is_refused() -> None:
    with pytest.raises(RError, match="unknown language 'fortran'"):
        network("line")[0].equation("fortran")
    set_seed(1)
    custom = neuralnet("dist ~ speed", data("cars"), act_fct="x / (1 + abs(x))", threshold=50)
    with pytest.raises(RError, match="custom activation"):
        custom.equation()
    wide = neuralnet("dist ~ speed", data("cars"), hidden=[200, 200, 200], threshold=1e9)
    with pytest.raises(RError, match="too large"):
        wide.equation()
    with pytest.raises(RError, match="subscript out of bounds"):
        network("line")[0].equation(rep=2)

"""R's recorded neuralnet fits: their data, their arguments as Python values, their call."""

import math
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from oracles import ORACLES, doubles, load_json, number

from rnet import neuralnet, set_seed
from rnet.conditions import RWarning

FOLDER = "neuralnet"

# Warnings that rnet adds to R's.
OWN_WARNINGS = (
    "'startweights' ",
    "the gradient of err.fct",
    "err.fct 'ce' with linear output",
    "only the first response",
    "constant.weights go to",
    "the names in 'learningrate",
    "the columns of 'newdata'",
)


def softplus(x: Any) -> Any:
    return np.log(1 + np.exp(x))


def case_names(folder: str = "cases") -> list[str]:
    """Names of the recorded fits in a folder."""
    return sorted(path.stem for path in (ORACLES / FOLDER / folder).glob("*.json"))


def load_case(name: str, folder: str = "cases") -> dict[str, Any]:
    return load_json(f"{FOLDER}/{folder}/{name}.json")


@cache
def dataset(name: str) -> pd.DataFrame:
    """A recorded data set."""
    return frame(load_json(f"{FOLDER}/data/{name}.json"))


def frame(recorded: dict[str, Any]) -> pd.DataFrame:
    columns = {}
    for column in recorded["columns"]:
        values = column["values"]
        if column["type"] == "factor":
            columns[column["name"]] = pd.Categorical(values, column["levels"])
        elif column["type"] in ("numeric", "integer"):
            kind = np.int64 if column["type"] == "integer" else np.float64
            columns[column["name"]] = doubles(values).astype(kind)
        else:
            columns[column["name"]] = values
    names = recorded["row_names"]
    return pd.DataFrame(columns, index=None if names is None else pd.Index(names))


def _argument(value: Any) -> Any:
    if isinstance(value, dict) and "r_function" in value:
        return value["r_function"]
    if isinstance(value, list) and len(value) == 1 and not isinstance(value[0], list):
        return value[0]
    if isinstance(value, dict) and "matrix" in value:
        return value["matrix"]
    if isinstance(value, dict) and "list" in value:
        items = value["list"]
        return items if isinstance(items, dict) else [np.array(item) for item in items]
    return value


def arguments(case: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a case under rnet's names.

    The cases come from 1.44.6, whose default output activation is "logistic": it is passed on
    where it makes a difference.
    """
    given = {name.replace(".", "_"): _argument(value) for name, value in case["args"].items()}
    if needs_output_act_fct(case):
        given["output_act_fct"] = "logistic"
    return given


def needs_output_act_fct(case: dict[str, Any]) -> bool:
    given = case["args"]
    return (
        given.get("linear.output") is False
        and given.get("act.fct", "logistic") != "logistic"
        and "output.act.fct" not in given
    )


def fit_case(case: dict[str, Any], **more: Any) -> Any:
    """Fit a case as its call says, the data under its own name."""
    given = {**arguments(case), **more}
    name = case["dataset"]["name"]
    set_seed(case["seed"])
    scope = {"neuralnet": neuralnet, name: dataset(name), "given": given}
    if "= softplus" in case["call"]:
        scope["softplus"] = softplus
        for key in ("act_fct", "output_act_fct"):
            if "(" in str(given.get(key)):
                given[key] = softplus
    return eval(f"neuralnet(data=vars()[{name!r}], **given)", scope)


def matrix(rows: Any) -> np.ndarray:
    return np.array([[number(v) for v in row] for row in rows], dtype=np.float64)


def assert_matrix(found: Any, recorded: dict[str, Any], **tolerance: float) -> None:
    """Compare a matrix with a recorded one, long ones by first and last rows and column sums."""
    values = np.asarray(found, dtype=np.float64)
    assert values.shape == (recorded["nrow"], recorded["ncol"])
    if "rows" in recorded:
        np.testing.assert_allclose(values, matrix(recorded["rows"]), **tolerance)
        return
    np.testing.assert_allclose(values[:10], matrix(recorded["first10"]), **tolerance)
    np.testing.assert_allclose(values[-10:], matrix(recorded["last10"]), **tolerance)
    loose = {"rtol": max(tolerance["rtol"], 1e-10), "atol": 1e-9}
    sums = recorded.get("colsum_no_nan", recorded["colsum"])
    np.testing.assert_allclose(np.nansum(values, axis=0), doubles(sums), **loose)
    if "n_nan" in recorded:
        assert np.isnan(values).sum() == recorded["n_nan"]


def r_warnings(caught: list[Any]) -> list[str]:
    """The messages among caught warnings that are R's own."""
    messages = [w.message.message for w in caught if isinstance(w.message, RWarning)]
    return [m for m in messages if not m.startswith(OWN_WARNINGS)]


def same_number(found: float, recorded: Any) -> bool:
    expected = number(recorded)
    return found == expected or (math.isnan(found) and math.isnan(expected))


def softsign(x: Any) -> Any:
    """A custom activation where another process can import it."""
    return x / (1 + np.abs(x))

"""Every recorded answer of e1071's `naiveBayes` through the public functions."""

import pickle
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pytest
from oracles import load_json, number

from rnet import RError, Table, as_data_frame, data, format_r, naiveBayes, predict, summary

CASES = load_json("e1071/naivebayes.json")["cases"]

# Means, deviations and shares are R's bits. Logs and exponentials are NumPy's, whose last bit may
# differ; sixteen of them are added and put into an exponential.
PROBABILITY = 1e-12

iris, infert, mtcars, cats, votes, Titanic = (
    data(name) for name in ("iris", "infert", "mtcars", "cats", "HouseVotes84", "Titanic")
)
cases_of_titanic = as_data_frame(Titanic)
passengers = cases_of_titanic.loc[cases_of_titanic.index.repeat(cases_of_titanic["Freq"])].drop(
    columns="Freq"
)
spoken = infert.assign(spontaneous=infert["spontaneous"].astype("category"))
automatic = mtcars.assign(
    auto=mtcars["am"] == 0, heavy=mtcars["wt"] > 3, gearf=mtcars["gear"].astype("category")
)


@dataclass
class Typed:
    """A recorded call as one types it in Python."""

    fit: Callable[[], Any]
    newdata: Any = None


def rows(frame: pd.DataFrame, *numbers: int) -> pd.DataFrame:
    return frame.iloc[[number - 1 for number in numbers]]


TYPED = {
    "iris_formula": Typed(lambda: naiveBayes("Species ~ .", data=iris), iris.iloc[:, :4]),
    "iris_matrix": Typed(
        lambda: naiveBayes(iris.iloc[:, :2], iris["Species"]), rows(iris, 1, 60, 120).iloc[:, :2]
    ),
    "iris_one_predictor": Typed(
        lambda: naiveBayes("Species ~ Petal.Width", data=iris), rows(iris, 1, 60, 120)
    ),
    "iris_subset": Typed(
        lambda: naiveBayes(
            "Species ~ Sepal.Length + Petal.Width",
            data=iris,
            subset=[*range(1, 21), *range(51, 61), *range(101, 141)],
        ),
        rows(iris, 1, 60, 120),
    ),
    "housevotes": Typed(lambda: naiveBayes("Class ~ .", data=votes), votes),
    "housevotes_naomit": Typed(
        lambda: naiveBayes("Class ~ .", data=votes, na_action="na.omit"), votes.iloc[:20]
    ),
    "titanic_table": Typed(lambda: naiveBayes("Survived ~ .", data=Titanic), cases_of_titanic),
    "titanic_table_two": Typed(
        lambda: naiveBayes("Survived ~ Class + Sex", data=Titanic, laplace=1),
        cases_of_titanic.iloc[:8],
    ),
    "titanic_frame": Typed(
        lambda: naiveBayes("Survived ~ .", data=passengers), passengers.drop_duplicates()
    ),
    "infert_factor": Typed(
        lambda: naiveBayes("factor(case) ~ education + age + parity + induced", data=infert),
        rows(infert, 1, 2, 100, 200),
    ),
    "infert_numeric_class": Typed(
        lambda: naiveBayes("case ~ education + spontaneous", data=infert),
        rows(infert, 1, 2, 100, 200),
    ),
    "infert_factor_numeric_pred": Typed(
        lambda: naiveBayes("factor(case) ~ factor(spontaneous) + factor(induced)", data=infert),
        rows(infert, 1, 2, 100, 200),
    ),
    "mtcars_logical": Typed(
        lambda: naiveBayes("auto ~ heavy + mpg + gearf", data=automatic), automatic
    ),
    "cats_bwt": Typed(lambda: naiveBayes("Sex ~ .", data=cats), cats),
    "zero_cells_threshold": Typed(
        lambda: naiveBayes("Class ~ V1 + V4", data=votes.iloc[:30]), votes.iloc[:12]
    ),
    "new_level": Typed(
        lambda: naiveBayes("Class ~ V1 + V2", data=votes),
        pd.DataFrame({"V1": ["y", "maybe"], "V2": ["n", "n"]}),
    ),
    "missing_column": Typed(
        lambda: naiveBayes("Species ~ Petal.Width + Petal.Length", data=iris),
        rows(iris, 1, 60, 120)[["Petal.Width"]],
    ),
    "type_mismatch": Typed(
        lambda: naiveBayes("factor(case) ~ spontaneous", data=spoken), rows(infert, 1, 2, 100)
    ),
    "err_interaction": Typed(lambda: naiveBayes("Species ~ Petal.Width * Petal.Length", data=iris)),
    "err_data_type": Typed(lambda: naiveBayes("Species ~ .", data=iris.to_dict("list"))),
}
FITTED = [name for name, case in CASES.items() if case["error"] is None]


def test_every_case_is_typed() -> None:
    assert set(TYPED) == set(CASES)


@pytest.mark.parametrize("name", sorted(set(CASES) - set(FITTED)))
def test_errors(name) -> None:
    with pytest.raises(RError) as caught:
        TYPED[name].fit()
    assert caught.value.message == CASES[name]["error"]
    assert caught.value.advice


@pytest.mark.parametrize("name", FITTED)
def test_components(name) -> None:
    fit, recorded = TYPED[name].fit(), CASES[name]["model"]
    assert fit.names() == recorded["names"]
    assert fit.apriori.names() == recorded["apriori"]["names"]
    assert list(fit.apriori) == recorded["apriori"]["values"]
    assert fit["levels"] == recorded["levels"]
    flags = recorded["isnumeric"]
    assert list(fit.isnumeric.index) == flags["names"]
    assert fit.isnumeric.tolist() == flags["values"]
    assert list(fit.tables) == list(recorded["tables"])


@pytest.mark.parametrize("name", FITTED)
def test_tables(name) -> None:
    fit, recorded = TYPED[name].fit(), CASES[name]["model"]["tables"]
    for variable, entry in recorded.items():
        table = fit.tables[variable]
        assert isinstance(table, Table) == (entry["class"] == ["table"])
        expected = np.array([[number(cell) for cell in row] for row in entry["table"]["rows"]])
        assert np.array_equal(np.asarray(table), expected, equal_nan=True)
        if isinstance(table, Table):
            assert table.dimnames == (
                tuple(entry["table"]["rownames"]),
                tuple(entry["table"]["colnames"]),
            )


@pytest.mark.parametrize("name", FITTED)
def test_text(name) -> None:
    recorded = CASES[name]
    if name == "iris_matrix":  # the same words under the names variables have here
        x, y = iris.iloc[:, :2], iris["Species"]
        fit, text = naiveBayes(x, y), with_names(recorded["print"])
    else:
        fit, text = TYPED[name].fit(), recorded["print"]
    assert f"{fit}\n" == text
    assert f"{format_r(fit)}\n" == text
    assert f"{summary(fit)}\n" == recorded["summary"]
    assert text.splitlines()[1] in fit._repr_html_()


def with_names(text: str) -> str:
    """Return a recorded text with the names `x` and `y` for what was typed in R."""
    text = text.replace("as.matrix(iris[, 1:2])", "x").replace("y = iris$Species", "y = y")
    heading = "iris$Species"
    return text.replace(f"\n{heading}\n", "\ny\n").replace(heading, "y".ljust(len(heading)))


PREDICTIONS = [(name, place) for name in FITTED for place in range(len(CASES[name]["predictions"]))]


@pytest.mark.parametrize(("name", "place"), PREDICTIONS)
def test_predictions(name, place) -> None:
    recorded = CASES[name]["predictions"][place]
    fit, newdata = TYPED[name].fit(), TYPED[name].newdata
    arguments = dict(recorded["args"])  # no arguments are recorded as an empty list
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = predict(fit, newdata, **arguments)
    assert [str(one.message) for one in caught] == recorded["warnings"]
    value = recorded["value"]
    if "levels" in value:
        assert list(found.categories) == value["levels"]
        assert list(found) == value["values"]
        return
    assert list(found.columns) == value["colnames"]
    expected = np.array([[number(cell) for cell in row] for row in value["rows"]])
    np.testing.assert_allclose(found.to_numpy(), expected, rtol=PROBABILITY, atol=0)


def test_pickled_fit_predicts_the_same() -> None:
    fit = naiveBayes("Class ~ .", data=votes)
    again = pickle.loads(pickle.dumps(fit))
    assert str(again) == str(fit)
    assert predict(again, votes, type="raw").equals(predict(fit, votes, type="raw"))


def test_a_table_shows_the_names_of_its_sides() -> None:
    widths = naiveBayes("Species ~ .", data=data("iris"))["tables"]["Petal.Width"]
    assert format_r(widths).split("\n")[:2] == [
        "            Petal.Width",
        "Y             [,1]      [,2]",
    ]

"""naiveBayes on missing values, odd classes and mismatched new data, beside recorded R."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from oracles import load_json
from recorded import check

from rnet import NA, RError, as_data_frame, data, format_r, naiveBayes, predict

ANSWERS = load_json("e1071/bayes_more.json")

# As in test_naiveBayes: the last bits of logs and exponentials.
PROBABILITY = 1e-12

iris, infert, HairEyeColor, Titanic, UCBAdmissions = (
    data(name) for name in ("iris", "infert", "HairEyeColor", "Titanic", "UCBAdmissions")
)


def factor(values: Any, levels: Any = None) -> pd.Categorical:
    return pd.Categorical(values, categories=levels)


x = pd.DataFrame(
    {
        "a": [1, 2, 3, NA, 5],
        "b": ["u", "v", "u", None, "w"],
        "d": pd.array([True, False, None, True, True], dtype="boolean"),
        "e": factor(["p", "q", "p", "q", "p"], ["p", "q", "r"]),
    }
)
y = np.array(["A", "B", "A", "B", "A"])
y3 = factor(y, ["A", "B", "C"])
flags = pd.array([True, False, True, None, True], dtype="boolean")
numbers = np.array([2, 1, 2, 1, 10])
all_true = np.ones(5, dtype=bool)
m = np.array([[1.5, 2, 3.25, 4], [5, 7, 6, 9]]).T
g = factor(["1", "2", "1", "2"])
letters2 = np.array([["a", "a"], ["b", "b"]])
two = factor(["1", "2"])
v = np.array([1, 2, 3, 4])
few = iris.iloc[:60]
back = pd.DataFrame({"my var": [1.0, 2, 3, 4], "cl": ["a", "b", "a", "b"]})
numbers_only = infert.assign(sf=infert["spontaneous"].astype("category"))
oneway = infert.assign(ff=factor(["k"] * 248))
short = pd.DataFrame({"c": ["a", "a", "b"], "v": [True, False, True]})
emptied_counts = np.array(HairEyeColor.counts)
emptied_counts[:, :, 0] = 0
emptied = HairEyeColor.with_counts(emptied_counts)
first3 = infert.iloc[:3]
texts3 = ["2", "0", "0"]


def frame(**columns: Any) -> pd.DataFrame:
    return pd.DataFrame(columns)


def rows(table: pd.DataFrame, *numbers: int) -> pd.DataFrame:
    return table.iloc[[number - 1 for number in numbers]]


MODELS: dict[str, tuple[Callable[[], Any], list[Any]]] = {
    "mixed": (lambda: naiveBayes(x, y), [x, x.iloc[3::-1, 3::-1]]),
    "unused_class": (lambda: naiveBayes(x, y3), [x]),
    "smoothed": (lambda: naiveBayes(x.iloc[:, 2:], y, laplace=1), [x]),
    "smoothed_unevenly": (lambda: naiveBayes(x.iloc[:, 2:], y, laplace=[0.5, 2]), [x]),
    "logical_class": (lambda: naiveBayes(x, flags), [x]),
    "numeric_class": (lambda: naiveBayes(x, numbers), [x]),
    "one_logical_class": (lambda: naiveBayes(x, all_true), [x]),
    "plain_matrix": (lambda: naiveBayes(m, g), [m, m[:1]]),
    "text_matrix": (lambda: naiveBayes(letters2, two), [letters2]),
    "vector": (lambda: naiveBayes(v, g), [[1, 2, 3], frame(x=[1, 2])]),
    "few": (lambda: naiveBayes("Species ~ .", few), [rows(iris, 1, 55, 120)]),
    "formula_subset": (
        lambda: naiveBayes("Species ~ Sepal.Width", iris, subset="Petal.Width > 1"),
        [rows(iris, 60, 140)],
    ),
    "transformed": (
        lambda: naiveBayes("Species ~ log(Petal.Width) + Sepal.Length", iris),
        [rows(iris, 1, 60)],
    ),
    "left_out": (lambda: naiveBayes("Species ~ . - Petal.Width", rows(iris, 1, 2, 51, 101)), []),
    "offset": (
        lambda: naiveBayes("Species ~ Petal.Width + offset(Sepal.Width)", iris),
        [rows(iris, 1, 60)],
    ),
    "backtick": (lambda: naiveBayes("cl ~ `my var`", back), [back]),
    "numeric_training": (
        lambda: naiveBayes("factor(case) ~ spontaneous + age", infert),
        [
            first3.assign(spontaneous=factor(texts3)),
            first3.assign(spontaneous=texts3),
            first3.assign(spontaneous=first3["spontaneous"] > 0),
        ],
    ),
    "factor_training": (
        lambda: naiveBayes("factor(case) ~ sf", numbers_only),
        [
            first3.assign(sf=texts3),
            first3.assign(sf=first3["spontaneous"] > 0),
            frame(sf=["1", "0", "9"]),
            frame(sf=[1, 0, np.nan]),
        ],
    ),
    "one_level": (
        lambda: naiveBayes("factor(case) ~ ff", oneway),
        [oneway.iloc[:3].assign(ff=2), oneway.iloc[:2]],
    ),
    "logical_predictor": (
        lambda: naiveBayes("c ~ v", short),
        [
            frame(v=["TRUE", "FALSE", None]),
            frame(v=[1, 0]),
            frame(v=pd.array([True, None], dtype="boolean")),
        ],
    ),
    "missing_numbers": (
        lambda: naiveBayes("y ~ x", frame(y=[True, False, True, True], x=[NA, NA, 1, 2])),
        [frame(x=[1, NA])],
    ),
    "missing_levels": (
        lambda: naiveBayes(
            "y ~ x", frame(y=[True, False, True, True], x=factor([None, None, "a", "b"]))
        ),
        [frame(x=["a", None])],
    ),
    "infinite": (
        lambda: naiveBayes("y ~ x", frame(y=[True, False, True, True], x=[np.inf, 1, 1, 2])),
        [],
    ),
    "missing_class": (
        lambda: naiveBayes("y ~ x", frame(y=factor(["a", "b", None, "a"]), x=[1, 2, 3, 4])),
        [frame(x=[1, 4])],
    ),
    "ordered_class": (
        lambda: naiveBayes(
            "y ~ x",
            frame(y=pd.Categorical(list("abba"), ["b", "a"], ordered=True), x=[1, 2, 3, 4]),
        ),
        [frame(x=[1, 4])],
    ),
    "no_rows": (lambda: naiveBayes("Species ~ .", iris.iloc[:0]), []),
    "table_two": (
        lambda: naiveBayes("Sex ~ Hair", data=HairEyeColor),
        [frame(Hair=["Black", "Green"])],
    ),
    "table_order": (
        lambda: naiveBayes("Survived ~ Sex + Class", data=Titanic),
        [as_data_frame(Titanic).iloc[:4]],
    ),
    "table_all_but": (lambda: naiveBayes("Sex ~ . - Eye", data=HairEyeColor), []),
    "table_star": (lambda: naiveBayes("Sex ~ Hair * Eye", data=HairEyeColor), []),
    "table_none": (lambda: naiveBayes("Sex ~ 1", data=HairEyeColor), []),
    "table_berkeley": (
        lambda: naiveBayes("Gender ~ .", data=UCBAdmissions, laplace=2.5),
        [as_data_frame(UCBAdmissions).iloc[:5]],
    ),
    "table_empty": (lambda: naiveBayes("Sex ~ Hair", data=emptied), [frame(Hair=["Black", None])]),
}
fit = naiveBayes("Species ~ .", iris)
far = frame(**{"Sepal.Length": [NA, 1000, np.inf], "Petal.Width": [np.nan, -1000, 3]})
CALLS: dict[str, Callable[[], Any]] = {
    "far/raw": lambda: predict(fit, far, type="raw"),
    "far/class": lambda: predict(fit, far),
    "floor/raw": lambda: predict(fit, rows(iris, 1, 60, 140), type="raw", threshold=0.01, eps=0.4),
    "short/raw": lambda: predict(fit, rows(iris, 1, 60), type="r"),
    "list/class": lambda: predict(fit, iris.iloc[:2].to_dict("list")),
    "error_type": lambda: predict(fit, iris.iloc[:2], type="foo"),
    "error_newdata": lambda: predict(fit),
    "error_threshold": lambda: predict(fit, iris.iloc[:2], threshold="a"),
    "error_lengths": lambda: naiveBayes(iris.iloc[:, :4], iris["Species"].iloc[:10]),
    "error_lengths_levels": lambda: naiveBayes(frame(x=factor(["1", "2", "3"])), [1, 2]),
    "error_no_class": lambda: naiveBayes(iris.iloc[:, :4]),
    "error_no_data": lambda: naiveBayes("Species ~ Sepal.Width"),
    "error_unknown": lambda: naiveBayes("Species ~ Nope", iris),
    "error_one_sided": lambda: naiveBayes("~Species", iris),
    "error_no_predictor": lambda: naiveBayes("Species ~ 1", iris),
    "error_matrix_column": lambda: naiveBayes("Species ~ poly(Petal.Width, 2)", iris),
    "error_laplace": lambda: naiveBayes(frame(x=factor(["1", "2", "3"])), [1, 2, 1], laplace="a"),
}
# R prints NaN; a pandas object that holds no NA prints its NaN as NA.
HOLDS_PLAIN_NAN = {"one_logical_class/raw1", "missing_levels/raw1", "table_empty/raw1"}
PREDICTED = [name for name in ANSWERS if name.partition("/")[0] in MODELS and "/" in name]


def test_every_answer_is_asked() -> None:
    assert set(ANSWERS) == {*MODELS, *PREDICTED, *CALLS}


@pytest.mark.parametrize("name", list(MODELS))
def test_models(name) -> None:
    check(ANSWERS[name], MODELS[name][0])


@pytest.mark.parametrize("name", PREDICTED)
def test_predictions(name) -> None:
    key, _, kind = name.partition("/")
    model, newdata = MODELS[key]
    fitted = model()
    type_, place = kind[:-1], int(kind[-1]) - 1
    check(
        ANSWERS[name],
        lambda: predict(fitted, newdata[place], type=type_),
        tolerance=PROBABILITY,
        text=name not in HOLDS_PLAIN_NAN,
    )


@pytest.mark.parametrize("name", list(CALLS))
def test_calls(name) -> None:
    check(ANSWERS[name], CALLS[name], tolerance=PROBABILITY)


def test_one_class_is_predicted_where_r_fails() -> None:
    one = naiveBayes("a ~ b", frame(a=factor(["x", "x"]), b=[1, 2]))
    assert list(predict(one, frame(b=[1, 2]))) == ["x", "x"]
    assert predict(one, frame(b=[1, 2]), type="raw").to_numpy().tolist() == [[1.0], [1.0]]


def test_nothing_known_gives_a_missing_class() -> None:
    unknown = naiveBayes("a ~ b", frame(a=factor(["x", "y"]), b=[1, 2]))
    assert pd.isna(predict(unknown, frame(b=[1, 2]))).all()
    assert format_r(predict(unknown, frame(b=[1]), type="raw")).endswith("NA NA")


def test_no_new_rows() -> None:
    assert len(predict(fit, iris.iloc[:0])) == 0
    assert predict(fit, iris.iloc[:0], type="raw").shape == (0, 3)


def test_text_smoothed_adds_up() -> None:
    smoothed = naiveBayes(x, y, laplace=1).tables["b"]
    np.testing.assert_allclose(np.asarray(smoothed).sum(axis=1), 1)


@pytest.mark.parametrize(
    "call",
    [
        lambda: naiveBayes("Foo ~ Hair", data=HairEyeColor),
        lambda: naiveBayes("Sex ~ Foo", data=HairEyeColor),
        lambda: naiveBayes("Sex ~ Hair", data=HairEyeColor, subset=[1]),
        lambda: naiveBayes("Sex ~ Hair", data=np.ones((2, 2))),
        lambda: naiveBayes(iris.iloc[:, :4], iris["Species"], subset=[1, 2]),
    ],
)
def test_what_r_passes_over_is_an_error(call) -> None:
    with pytest.raises(RError) as caught:
        call()
    assert caught.value.advice

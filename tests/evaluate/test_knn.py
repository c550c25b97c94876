"""`knn` beside R's package class: votes, doubt, ties and the random numbers they draw."""

import numpy as np
import pandas as pd
import pytest
from oracles import load_json

from rnet import RError, RWarning, data, knn, runif, set_seed

PROBLEMS = load_json("class/knn.json")
FEW_DIGITS = 1e-14  # jsonlite writes 15 significant digits

iris = data("iris")
square = [[1, 3], [2, 4]]


@pytest.mark.parametrize("case", PROBLEMS, ids=lambda case: str(case["seed"]))
def test_random_problems(case) -> None:
    classes = pd.Categorical(case["cl"], categories=case["levels"])
    set_seed(case["seed"])
    train, test = np.array(case["train"]), np.array(case["test"])
    found = knn(train, test, classes, k=case["k"], l=case["l"], prob=True)
    assert [None if pd.isna(value) else value for value in found] == case["r"]
    np.testing.assert_allclose(found.attrs["prob"], case["prob"], rtol=FEW_DIGITS)
    assert runif(1)[0] == pytest.approx(case["uniform"], abs=FEW_DIGITS)


def test_a_vector_is_one_row() -> None:
    assert knn(square, [1, 2], ["z", "b"]).tolist() == ["z"]
    assert knn(square, [1, 2], ["z", "b"]).categories.tolist() == ["b", "z"]


@pytest.mark.parametrize(
    ("squares", "k", "votes"),
    [
        ([0.25, 1, 1 + 0.99e-4], 2, 3),
        ([0.25, 1, 1 + 1.01e-4], 2, 2),
        ([0.25, 1 + 1.6e-4, 1 + 0.8e-4, 1], 2, 3),
        ([1, 1 + 0.5e-4], 1, 1),
        ([1, 1], 1, 2),
        ([0, 0, 1e-20], 2, 2),
    ],
)
def test_near_ties(squares, k, votes) -> None:
    train = np.sqrt(np.array(squares))[:, None]
    found = knn(train, [0], [str(i) for i in range(len(squares))], k=k, prob=True)
    assert 1 / found.attrs["prob"][0] == pytest.approx(votes)


def test_a_frame() -> None:
    rows = iris.iloc[[0, 70, 83, 119, 133], :4]
    found = knn(iris.iloc[:, :4], rows, iris["Species"], k=5, prob=True)
    names = ["setosa", "virginica", "virginica", "versicolor", "virginica"]
    assert found.tolist() == names
    assert found.attrs["prob"].tolist() == [1.0, 0.6, 0.8, 0.6, 0.6]


@pytest.mark.parametrize(
    ("train", "test", "cl", "k", "message"),
    [
        (square, [[1, 2, 3]], ["a", "b"], 1, "dims of 'test' and 'train' differ"),
        (square, [1, 2], ["a", "b", "c"], 1, "'train' and 'class' have different lengths"),
        (square, [1, 2], None, 1, "'train' and 'class' have different lengths"),
        (square, [1, 2], ["a", "b"], 0, "k = 0 must be at least 1"),
        ([[1, np.nan], [2, 4]], [1, 2], ["a", "b"], 1, "no missing values are allowed"),
        (square, [1, np.nan], ["a", "b"], 1, "no missing values are allowed"),
        (square, [1, 2], ["a", None], 1, "no missing values are allowed"),
        (iris, iris[:2], iris["Species"], 1, "NA/NaN/Inf in foreign function call (arg 6)"),
    ],
)
def test_messages(train, test, cl, k, message) -> None:
    with pytest.raises(RError) as caught:
        knn(train, test, cl, k=k)
    assert caught.value.message == message


def test_too_many_neighbours() -> None:
    with pytest.warns(RWarning, match="k = 3 exceeds number 2 of patterns"):
        knn(square, [1, 2], ["a", "b"], k=3)

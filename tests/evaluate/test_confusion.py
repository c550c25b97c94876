"""`confusion`: observed by predicted classes of any classifier fitted by formula."""

import numpy as np
import pytest

import rnet
from rnet.conditions import RError

IRIS = rnet.data("iris")
INFERT = rnet.data("infert")
SMALL = {"hidden": 3, "n_epochs": 3}
FITS = {
    "mlp": lambda: rnet.mlp("Species ~ .", IRIS, **SMALL),
    "sae": lambda: rnet.sae("Species ~ .", IRIS, pretrain={"n_epochs": 1}, **SMALL),
    "nnet": lambda: rnet.nnet("Species ~ .", IRIS, size=2, trace=False, maxit=20),
    "svm": lambda: rnet.svm("Species ~ .", IRIS),
    "lda": lambda: rnet.lda("Species ~ .", IRIS),
}


@pytest.mark.parametrize("name", FITS)
def test_counts_are_those_of_table(name) -> None:
    rnet.set_seed(1)
    fit = FITS[name]()
    classes = {
        "svm": lambda: np.asarray(fit.predict(IRIS), dtype=object),
        "lda": lambda: np.asarray(fit.predict(IRIS)["class"], dtype=object),
    }.get(name, lambda: fit.predict(IRIS, type="class"))()
    found = rnet.confusion(fit, IRIS)
    names = IRIS["Species"].cat.categories
    wanted = [[((IRIS["Species"] == a) & (classes == b)).sum() for b in names] for a in names]
    assert found.counts.tolist() == wanted
    assert [list(along) for along in found.dimnames] == [list(names)] * 2
    assert list(found.dnn) == ["observed", "predicted"]


def test_the_perceptron_of_the_lecture() -> None:
    fit = rnet.perceptron(
        "case ~ parity + induced + spontaneous", INFERT, act="logistic", rate=(0.02, 0.02),
        maxit=5000,
    )  # fmt: skip
    assert rnet.confusion(fit, INFERT).counts.tolist() == [[143, 22], [37, 46]]


def test_cases_without_a_class_are_left_out() -> None:
    fit = rnet.lda("Species ~ .", IRIS)
    some = IRIS.copy()
    some.loc[[0, 60], "Species"] = None
    assert rnet.confusion(fit, some).counts.sum(axis=1).tolist() == [49, 49, 50]


def test_classes_the_fit_does_not_know_are_rows() -> None:
    rnet.set_seed(1)
    two = IRIS[IRIS["Species"] != "virginica"].assign(Species=lambda d: d["Species"].astype(str))
    found = rnet.confusion(rnet.mlp("Species ~ .", two, **SMALL), IRIS)
    assert [list(along) for along in found.dimnames] == [
        ["setosa", "versicolor", "virginica"],
        ["setosa", "versicolor"],
    ]
    assert found.counts.sum(axis=1).tolist() == [50, 50, 50]


@pytest.mark.parametrize(
    "fit",
    [
        lambda: rnet.lm("dist ~ speed", rnet.data("cars")),
        lambda: rnet.mlp("dist ~ speed", rnet.data("cars"), **SMALL),
        lambda: rnet.svm("dist ~ speed", rnet.data("cars")),
        lambda: 3,
    ],
)
def test_numbers_are_no_classes(fit) -> None:
    with pytest.raises(RError, match="no applicable method for 'confusion'"):
        rnet.confusion(fit(), rnet.data("cars"))


def test_the_response_is_needed() -> None:
    fit = rnet.lda("Species ~ .", IRIS)
    with pytest.raises(RError, match="object 'Species' not found"):
        rnet.confusion(fit, IRIS.drop(columns="Species"))


def test_in_r(capsys) -> None:
    rnet.r(
        """
        set.seed(1)
        fit <- mlp(Species ~ ., iris, hidden = 3, n.epochs = 2)
        print(sum(confusion(fit, iris)) == nrow(iris))
        print(names(dimnames(confusion(fit, iris))))
        """
    )
    assert capsys.readouterr().out == '[1] TRUE\n[1] "observed"  "predicted"\n'

"""Further calls of `tune` and its relatives beside recorded answers of R (`tune_more.R`)."""

import functools
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from oracles import load_json

import rnet
from rnet import (
    RError,
    data,
    lm,
    runif,
    set_seed,
    summary,
    svm,
    tune,
    tune_control,
    tune_gknn,
    tune_knn,
    tune_nnet,
    tune_svm,
)
from rnet.values import named_matrix

CASES = load_json("e1071/tune_more.json")

TABLE = 1e-10  # specification 11.4: means of errors that R's BLAS sums in another order

cats, iris, air, mpg, women = (
    data(name) for name in ("cats", "iris", "airquality", "mtcars", "women")
)
mpg = mpg.assign(cyl=mpg["cyl"].astype(int).astype(str).astype("category"), am=mpg["am"] == 1)
cats1, cats2, iris2 = cats[:100], cats[100:], iris[50:]
weights = [{"F": 1, "M": 2}, {"F": 3, "M": 1}]
both = cats[["Bwt", "Hwt"]]
tenths = (10 * both).round()


def mae(true, predicted):
    return np.mean(np.abs(np.asarray(true) - np.asarray(predicted)))


def miss(true, predicted):
    return np.sum(np.asarray(true) != np.asarray(predicted))


def control(**arguments: Any) -> Any:
    return {"tunecontrol": tune_control(**arguments)}


TYPED: dict[str, Callable[..., Any]] = {
    "error_fun": lambda **how: tune(
        svm, "Hwt ~ Bwt", data=cats, ranges={"cost": [1, 10]},
        **control(cross=5, error_fun=mae), **how,
    ),
    "error_fun_classes": lambda **how: tune_svm(
        "Sex ~ .", data=cats, cost=[1, 10], **control(cross=5, error_fun=miss), **how
    ),
    "boot_validation": lambda **how: tune_svm(
        "Sex ~ .", data=cats1, validation_x=cats2, cost=[1, 5],
        **control(sampling="boot", nboot=4), **how,
    ),
    "boot_large": lambda **how: tune(
        lm, "Hwt ~ Bwt", data=cats, **control(sampling="boot", nboot=3, boot_size=1.5), **how
    ),
    "fix_share": lambda **how: tune_svm(
        "Species ~ .", data=iris, gamma=[0.1, 1], **control(sampling="fix", fix=0.8), **how
    ),
    "random_two": lambda **how: tune_svm(
        "Hwt ~ Bwt", data=cats, gamma=[0.1, 1, 2], cost=[1, 10], **control(cross=3, random=4), **how
    ),
    "random_all": lambda **how: tune_svm(
        "Hwt ~ Bwt", data=cats, gamma=[0.1, 1], cost=[1, 10], **control(cross=3, random=99), **how
    ),
    "medians": lambda **how: tune_svm(
        "Hwt ~ Bwt", data=cats, cost=[1, 10],
        **control(sampling_aggregate="median", sampling_dispersion=max), **how,
    ),
    "class_weights": lambda **how: tune_svm(
        "Sex ~ .", data=cats, class_weights=weights, cost=range(1, 3), **how
    ),
    "unused_level": lambda **how: tune_svm(
        "Species ~ .", data=iris2, cost=[0.5, 5], **control(cross=4), **how
    ),
    "missing_rows": lambda **how: tune_svm(
        "Ozone ~ Wind + Temp", data=air, epsilon=[0.1, 0.5], **control(cross=6), **how
    ),
    "missing_boot": lambda **how: tune(
        svm, "Ozone ~ .", data=air, ranges={"cost": [1, 3]},
        **control(sampling="boot", nboot=3), **how,
    ),
    "probability": lambda **how: tune_svm(
        "Species ~ .", data=iris, cost=[1, 4], probability=True, **control(cross=3, nrepeat=2),
        **how,
    ),
    "inner_cross": lambda **how: tune_svm(
        "Hwt ~ Bwt", data=cats, cost=[1, 4], cross=3, **control(cross=3), **how
    ),
    "logical_response": lambda **how: tune_svm(
        "factor(am) ~ wt + hp", data=mpg, cost=[1, 10], **control(cross=4), **how
    ),
    "log_response": lambda **how: tune(
        lm, "log(mpg) ~ wt + cyl", data=mpg, **control(cross=4), **how
    ),
    "nothing_kept": lambda **how: tune(
        svm, "Hwt ~ Bwt", data=cats, ranges={"cost": range(1, 4)},
        **control(performances=False, best_model=False), **how,
    ),
    "one_class": lambda **how: tune(
        svm, "~ Bwt + Hwt", data=cats, ranges={"nu": [0.1, 0.4]}, type="one-classification", **how
    ),
    "nu_regression": lambda **how: tune_svm(
        "Hwt ~ Bwt", data=cats, nu=[0.2, 0.6], type="nu-regression", **how
    ),
    "sigmoid": lambda **how: tune(
        svm, "Hwt ~ Bwt", data=cats,
        ranges={"kernel": ["sigmoid", "polynomial"], "degree": range(2, 4),
                "shrinking": [True, False]},
        **control(cross=3), **how,
    ),
    "nnet_decay": lambda **how: tune_nnet(
        "Hwt ~ Bwt", data=cats, size=1, linout=True, decay=[0, 0.1],
        **control(cross=2, nrepeat=3, repeat_aggregate=min), **how,
    ),
    "nnet_binary": lambda **how: tune_nnet(
        "Sex ~ .", data=cats, size=range(1, 3), maxit=30, **control(cross=3, nrepeat=1), **how
    ),
    "nnet_matrix": lambda **how: tune_nnet(
        cats[["Bwt"]], cats["Hwt"], size=2, linout=True, maxit=40, **control(cross=3, nrepeat=2),
        **how,
    ),
    "knn_k": lambda **how: tune_knn(tenths, cats["Sex"], k=range(1, 4), **how),
    "knn_l": lambda **how: tune_knn(
        iris.iloc[:, :4], iris["Species"], k=[3, 5], l=[0, 3], **control(cross=5), **how
    ),
    "knn_one_column": lambda **how: tune_knn(
        tenths[["Hwt"]], cats["Sex"], k=[2, 4], **control(sampling="boot", nboot=3), **how
    ),
    "gknn_k": lambda **how: tune_gknn("Sex ~ .", data=cats, k=range(1, 5), **how),
    "matrix_one_column": lambda **how: tune_svm(
        named_matrix(cats[["Bwt"]].to_numpy(), None, ["Bwt"]), cats["Hwt"], cost=[1, 5], **how
    ),
    "leave_one_out": lambda **how: tune(
        lm, "weight ~ height", data=women, **control(cross=15), **how
    ),
    "wrong_response": lambda **how: tune_knn(both, cats["Hwt"], k=1, **how),
    "no_cost": lambda **how: tune_svm("Hwt ~ Bwt", data=cats, cost=[1, -1], **how),
    "too_many_folds": lambda **how: tune(svm, "Hwt ~ Bwt", data=cats, **control(cross=145), **how),
    "random_none": lambda **how: tune_svm(
        "Hwt ~ Bwt", data=cats, gamma=[0.1, 1], cost=[1, 2], **control(random=0), **how
    ),
    "missing_size": lambda **how: tune_nnet("Hwt ~ Bwt", data=cats, **control(cross=2), **how),
}  # fmt: skip


@functools.cache
def answer(name: str) -> tuple[Any, str | None, float]:
    """The result, R's error, and the next random number."""
    set_seed(11)
    result, error = None, None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            result = TYPED[name]()
        except RError as problem:
            error = problem.message
    return result, error, float(runif(1)[0])


@pytest.mark.parametrize("name", CASES)
def test_error_and_next_random_number(name) -> None:
    _, error, uniform = answer(name)
    assert error == CASES[name].get("error")
    assert uniform == float(CASES[name]["uniform"])


@pytest.mark.parametrize("name", [name for name in CASES if "error" not in CASES[name]])
def test_samples_errors_and_text(name) -> None:
    recorded, (found, _, _) = CASES[name], answer(name)
    samples = found.train_ind
    if isinstance(samples, dict):
        assert list(samples) == recorded["names"]
        samples = list(samples.values())
    assert [part.tolist() for part in samples] == recorded["train"]
    if recorded["errors"] is None:
        assert found.performances is None
    else:
        for ours, theirs in (("error", "errors"), ("dispersion", "dispersions")):
            values = [float("nan") if text == "NA" else float(text) for text in recorded[theirs]]
            np.testing.assert_allclose(
                found.performances[ours].to_numpy(), values, rtol=TABLE, atol=TABLE
            )
    assert found.best_performance == pytest.approx(float(recorded["best"]), abs=TABLE)
    assert str(found) == recorded["print"]
    assert str(summary(found)) == recorded["summary"]


@pytest.mark.filterwarnings("ignore:longer object length")
@pytest.mark.parametrize("name", ["missing_rows", "probability", "knn_l", "nnet_binary"])
def test_one_thread_gives_the_same(name) -> None:
    set_seed(11)
    alone = TYPED[name](n_jobs=1)
    assert alone.performances.equals(answer(name)[0].performances)
    assert rnet.runif(1)[0] == answer(name)[2]


@pytest.mark.filterwarnings("ignore:longer object length")
@pytest.mark.parametrize("arguments", [{}, {"scale": False}, {"na_action": "na.omit", "cross": 2}])
def test_rows_read_once_give_what_rows_read_for_every_fit_give(arguments) -> None:
    def found(predict):
        set_seed(4)
        air = data("airquality")
        tuned = tune_svm(
            "Ozone ~ Wind + Temp + factor(Month)", data=air, cost=[0.1, 1], epsilon=[0.1, 0.3],
            predict_func=predict, **arguments,
        )  # fmt: skip
        return tuned.performances, runif(1)[0]

    once, after_once = found(None)
    always, after_always = found(lambda fit, newdata: fit.predict(newdata))
    pd.testing.assert_frame_equal(once, always, check_exact=True)
    assert after_once == after_always

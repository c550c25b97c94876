"""Nearest neighbours beside recorded R: votes, ties, text, and the next random number."""

import pickle
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from oracles import load_json
from recorded import check, same

from rnet import NA, RError, data, format_r, gknn, predict, set_seed, summary

MISC = load_json("e1071/misc.json")["cases"]
ANSWERS = load_json("e1071/neighbours_more.json")
LAST_BITS = 1e-14

iris, infert, cats = (data(name) for name in ("iris", "infert", "cats"))
three = iris.iloc[[0, 70, 106]]
x = pd.DataFrame({"a": [1.0, 2, 2, 2, 3, 10]})
y = pd.Categorical(["u", "v", "u", "v", "u", "w"])
halves = np.arange(1, 7) / 2
new = pd.DataFrame({"a": [2, 2.5, 6]})
some = [*range(4), *range(50, 54)]
m, g = iris.iloc[some, :2].to_numpy(), iris["Species"].iloc[some]
e = infert.iloc[[*range(30), *range(99, 130), *range(199, 248)]]
holes = iris.iloc[:3].copy()
holes.iloc[1, 0] = np.nan
train = iris.copy()
train.iloc[[2, 99], 0] = np.nan
constant = iris.assign(k=1.0)
DOT = "Species ~ ."


def votes(fit: Any, cases: Any = three) -> Any:
    return predict(fit, cases, type="votes")


CALLS: dict[str, Callable[[], Any]] = {
    **{f"votes{k}": lambda k=k: votes(gknn(DOT, iris, k=k)) for k in (1, 2, 3, 7)},
    **{f"prob{k}": lambda k=k: predict(gknn(DOT, iris, k=k), three, "prob") for k in (1, 2, 3, 7)},
    **{
        f"class{k}": lambda k=k: predict(gknn(DOT, iris, k=k), iris).astype(str).to_numpy()
        for k in (1, 2, 3, 7)
    },
    "k200": lambda: votes(gknn(DOT, iris, k=200)),
    "manhattan": lambda: votes(
        gknn("Species ~ Petal.Width + Petal.Length", iris, k=5, method="Manhattan")
    ),
    "supremum": lambda: votes(gknn(DOT, iris, k=5, method="supremum")),
    "unscaled": lambda: votes(gknn(DOT, iris, k=5, scale=False)),
    "some_scaled": lambda: votes(gknn(DOT, iris, k=5, scale=[True, False, True, False])),
    **{
        f"ties_{kind}{k}{str(all_).upper()}": (
            lambda kind=kind, k=k, all_=all_: predict(
                gknn(x, halves if kind == "number" else y, k=k, use_all=all_),
                new,
                type="votes" if kind == "votes" else "class",
            )
        )
        for kind in ("votes", "class", "number")
        for k in (1, 2, 3, 4)
        for all_ in (True, False)
    },
    "median": lambda: predict(gknn(x, halves, k=2, FUN=np.median), new),
    "cats": lambda: predict(gknn("Hwt ~ Bwt", data=cats, k=3), cats.iloc[:5]),
    "matrix": lambda: votes(gknn(m, g, k=3), m),
    "factors": lambda: votes(gknn("factor(case) ~ education + age", e, k=3), e.iloc[:4]),
    "numbers": lambda: predict(gknn("case ~ education + age", e, k=3), e.iloc[:4]),
    "missing_new": lambda: predict(gknn(DOT, iris, k=3), holes),
    "missing_old": lambda: votes(gknn(DOT, train, k=3)),
    "omitted_old": lambda: votes(gknn(DOT, train, k=3, na_action="na.omit")),
    "subset": lambda: votes(
        gknn("Species ~ Sepal.Length", iris, subset=range(1, 61), k=2), iris.iloc[[0, 54, 100]]
    ),
    "constant": lambda: votes(gknn(DOT, constant, k=3), constant.iloc[[0, 70, 106]]),
    "training": lambda: predict(gknn(DOT, iris.iloc[[0, 59, 119]])),
    "summary": lambda: summary(gknn(DOT, data=iris, k=3)),
    "print": lambda: gknn(DOT, data=iris, k=3),
    "columns": lambda: predict(gknn(m, g), m[:, :1]),
    "type": lambda: predict(gknn(m, g), m, type="foo"),
    "no_response": lambda: gknn(m),
    "absent": lambda: predict(gknn(DOT, iris), iris.iloc[:2, :3]),
}


def test_every_answer_is_asked() -> None:
    assert set(CALLS) == set(ANSWERS)


@pytest.mark.parametrize("name", list(CALLS))
def test_further(name) -> None:
    numbers = None
    if "class" in name or name in ("missing_new", "training"):
        numbers = lambda value: pd.Categorical(value).codes + 1  # noqa: E731 - factor codes
    check(ANSWERS[name], CALLS[name], seed=len(name), tolerance=LAST_BITS, numbers=numbers)


def test_iris() -> None:
    set_seed(1)
    fit = gknn(DOT, data=iris, k=5)
    recorded = MISC["gknn_iris"]["value"]
    assert list(predict(fit, three)) == recorded["class"]
    for kind in ("prob", "votes"):
        found = predict(fit, three, type=kind)
        same(found, recorded[kind], LAST_BITS)
        assert list(found.index) == recorded[kind]["rownames"]


def test_regression() -> None:
    found = predict(gknn("Hwt ~ Bwt", data=cats, k=3), cats.iloc[:5])
    same(found, MISC["gknn_reg"]["value"], LAST_BITS)
    assert format_r(found) + "\n" == MISC["gknn_reg"]["print"]


def test_text_classes_where_r_fails() -> None:
    fit = gknn("y ~ x", pd.DataFrame({"y": ["a", "b", "a"], "x": [1, 2, 3]}))
    assert list(predict(fit, pd.DataFrame({"x": [2]}))) == ["b"]


def test_unknown_distance() -> None:
    with pytest.raises(RError, match="Entry “foo” not in registry"):
        gknn(x, y, method="foo")


def test_pickled_fit_votes_the_same() -> None:
    fit = gknn(DOT, iris, k=3)
    assert votes(pickle.loads(pickle.dumps(fit))).equals(votes(fit))
    assert fit.k != NA

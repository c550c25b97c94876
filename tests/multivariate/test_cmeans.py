"""Fuzzy clusters beside recorded R: values, text, and the next random number."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from oracles import load_json
from recorded import check, same

from rnet import NA, RError, cmeans, data, format_r, runif, set_seed, summary

MISC = load_json("e1071/misc.json")["cases"]
ANSWERS = load_json("e1071/clusters_more.json")

# Each turn rounds anew, and a hundred turns follow each other; the error stops changing at 1.5e-8.
TURNS = 1e-10

iris, mtcars, swiss = (data(name) for name in ("iris", "mtcars", "swiss"))
flowers = iris.iloc[:, :4]
x = flowers.iloc[:10]
first = flowers.iloc[:2]
v = np.array([1, 2, 3, 8, 9])
twice = np.array([[1, 2], [1, 2], [3, 4], [1, 2]])
missing = x.copy()
missing.iloc[0, 0] = NA
ten, forty = np.arange(1, 11), np.arange(1, 41)

# In the order of the script: the seeds count the calls.
CALLS: dict[str, Callable[[], Any]] = {
    "two": lambda: cmeans(x, 2),
    "given": lambda: cmeans(x, centers=first),
    "one_iteration": lambda: cmeans(x, 3, iter_max=1, verbose=True),
    "verbose": lambda: cmeans(x, 2, 5, True),
    "manhattan": lambda: cmeans(x, 2, dist="manhattan", verbose=True),
    "manhattan3": lambda: cmeans(flowers, 3, dist="man"),
    "manhattan_weights": lambda: cmeans(flowers.iloc[:40], 3, dist="man", weights=forty),
    "ufcl": lambda: cmeans(x, 2, method="ufcl", verbose=True),
    "ufcl_manhattan": lambda: cmeans(x, 2, method="ufcl", dist="manhattan", rate_par=0.1),
    "ufcl_rate": lambda: cmeans(x, 2, method="ufcl", rate_par=2),
    "ufcl_still": lambda: cmeans(x, 2, method="ufcl", rate_par=0),
    "ufcl_early": lambda: cmeans(flowers, 3, method="ufcl", control={"reltol": 0.01}),
    "ufcl_weights": lambda: cmeans(x, 2, method="ufcl", weights=ten),
    "all_cases": lambda: cmeans(x, 10),
    "too_many": lambda: cmeans(x, 11),
    "m15": lambda: cmeans(x, 2, m=1.5),
    "m3": lambda: cmeans(flowers, 4, m=3),
    "weights": lambda: cmeans(x, 2, weights=ten),
    "weights_repeated": lambda: cmeans(x, 2, weights=[1, 2]),
    "negative": lambda: cmeans(x, 2, weights=-1),
    "distance": lambda: cmeans(x, 2, dist="foo"),
    "method": lambda: cmeans(x, 2, method="foo"),
    "no_iterations": lambda: cmeans(x, 2, iter_max=0),
    "vector": lambda: cmeans(v, 2),
    "twice": lambda: cmeans(twice, 2),
    "none": lambda: cmeans(x, 0),
    "missing": lambda: cmeans(missing, 2),
    "loose": lambda: cmeans(x, 2, control={"reltol": 0.1}),
    "columns": lambda: cmeans(x, x.iloc[:2, :3]),
    "not_distinct": lambda: cmeans(x, x.iloc[[0, 0]]),
    "swiss": lambda: cmeans(swiss, 3),
    "mtcars": lambda: cmeans(mtcars, 5, m=1.2),
}

# Whole data sets have no row names in R; pandas cannot tell them from the first rows of one.
WHOLE = {"manhattan3", "ufcl_early", "m3"}
# A membership of 1e-5 next to 1 - 1e-5, of absolute accuracy 1e-13.
SMALL = {"ufcl_manhattan": 1e-8}


def parts(fit: Any) -> list[Any]:
    return [fit[name] for name in fit.names()[:-1]]


def test_every_answer_is_asked() -> None:
    recorded = [name.partition("/")[2] for name in ANSWERS if name.startswith("cmeans/")]
    assert recorded == [*CALLS, "summary"]


@pytest.mark.parametrize(("seed", "name"), list(enumerate(CALLS, start=1)))
def test_recorded(seed, name) -> None:
    recorded = ANSWERS[f"cmeans/{name}"]
    check(
        recorded,
        CALLS[name],
        seed=seed,
        tolerance=SMALL.get(name, TURNS),
        numbers=parts,
        text=name not in WHOLE,
    )


def test_summary() -> None:
    set_seed(1)
    assert str(summary(cmeans(x, 2))).split("\n") == ANSWERS["cmeans/summary"]["text"]


def test_iris() -> None:
    set_seed(1)
    fit = cmeans(flowers, 3, m=2)
    value = MISC["cmeans_iris"]["value"]
    for name in ("centers", "size", "withinerror", "iter"):
        same(fit[name], value[name], TURNS)
    same(fit.membership.iloc[:5], value["membership_head"], TURNS)


def test_text() -> None:
    set_seed(1)
    fit = cmeans(x, 2)
    assert format_r(fit).split("\n")[:12] == MISC["cmeans_print"]["value"]
    assert "Fuzzy c-means" in fit._repr_html_()


def test_memberships_add_up() -> None:
    set_seed(4)
    fit = cmeans(swiss, 4)
    np.testing.assert_allclose(fit.membership.sum(axis=1), 1)
    assert fit.size.sum() == len(swiss)
    assert isinstance(fit.cluster, pd.Series)


def test_one_cluster_where_r_fails() -> None:
    set_seed(1)
    fit = cmeans(x, 1)
    np.testing.assert_allclose(fit.centers.iloc[0], x.mean())


def test_more_clusters_than_distinct_rows() -> None:
    with pytest.raises(RError, match="More cluster centers than distinct data points"):
        cmeans([[1, 2], [1, 2], [3, 4]], 3)


@pytest.mark.parametrize("m", [1, 0.5, -1, float("nan")])
def test_fuzziness_must_exceed_one(m) -> None:
    with pytest.raises(RError, match="'m' must be greater than 1"):
        cmeans(x, 2, m=m)


def test_refused_calls_draw_nothing() -> None:
    set_seed(1)
    expected = runif(1)
    set_seed(1)
    with pytest.raises(RError):
        cmeans(x, 2, dist="foo")
    assert runif(1) == expected

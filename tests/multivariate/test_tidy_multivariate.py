"""Clusters and components as data frames, with broom's columns."""

import numpy as np
import pytest

from rnet import RError, augment, data, glance, kmeans, prcomp, set_seed, tidy

arrests = data("USArrests")


@pytest.fixture
def clusters():
    set_seed(1)
    return kmeans(arrests, 3)


def test_clusters(clusters) -> None:
    found = tidy(clusters)
    assert list(found.columns) == [*arrests.columns, "size", "withinss", "cluster"]
    assert found["size"].sum() == 50
    assert found["cluster"].tolist() == ["1", "2", "3"]
    assert list(glance(clusters).columns) == ["totss", "tot.withinss", "betweenss", "iter"]


def test_cases_with_their_clusters(clusters) -> None:
    found = augment(clusters, arrests)
    assert list(found.columns) == [".rownames", *arrests.columns, ".cluster"]
    counts = found[".cluster"].value_counts(sort=False).tolist()
    assert counts == clusters.size.tolist()
    with pytest.raises(RError, match="data has 10 rows"):
        augment(clusters, arrests[:10])


@pytest.mark.parametrize(
    ("matrix", "columns", "rows"),
    [
        ("u", ["row", "PC", "value"], 200),
        ("scores", ["row", "PC", "value"], 200),
        ("rotation", ["column", "PC", "value"], 16),
        ("d", ["PC", "std.dev", "percent", "cumulative"], 4),
    ],
)
def test_components(matrix, columns, rows) -> None:
    found = tidy(prcomp(arrests, scale_=True), matrix=matrix)
    assert (list(found.columns), len(found)) == (columns, rows)


def test_cases_with_their_scores() -> None:
    fit = prcomp(arrests, scale_=True)
    found = augment(fit, arrests)
    fitted = [f".fittedPC{k}" for k in range(1, 5)]
    assert list(found.columns) == [".rownames", *arrests.columns, *fitted]
    assert np.array_equal(found[".fittedPC2"], fit.x["PC2"])
    assert list(augment(fit).columns) == [".rownames", *fitted]
    with pytest.raises(RError, match="no scores are available"):
        tidy(prcomp(arrests, retx=False))

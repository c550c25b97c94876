"""Trees and k-means against R's answers on small data, many with ties; messages."""

import warnings

import numpy as np
import pytest
from matplotlib.figure import Figure
from oracles import load_json

import rnet
from rnet import RError
from rnet.conditions import RWarning
from rnet.multivariate.distances import Dist

# Sums of squares in the same order but without R's 80-bit sums.
TOLERANCE = 1e-13
RECORDED = load_json("multivariate/clusters.json")


@pytest.mark.parametrize("case", RECORDED["trees"], ids=lambda case: case["method"])
def test_trees(case) -> None:
    n = len(case["order"])
    tree = rnet.hclust(Dist(np.array(case["d"], dtype=float), n), case["method"])
    assert tree.merge.tolist() == case["merge"]
    assert tree.order.tolist() == case["order"]
    np.testing.assert_allclose(tree.height, case["height"], rtol=TOLERANCE, atol=TOLERANCE)
    assert rnet.cutree(tree, min(n, 3)).tolist() == case["cut"]
    assert isinstance(rnet.plot(tree), Figure)


@pytest.mark.parametrize("case", RECORDED["kmeans"], ids=lambda case: case["algorithm"])
def test_kmeans(case) -> None:
    rnet.set_seed(case["seed"])
    rnet.rnorm(120)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RWarning)
        found = rnet.kmeans(
            np.array(case["x"]), case["k"], case["iter_max"], case["nstart"], case["algorithm"]
        )
    assert rnet.sample_int(1e9, 1)[0] == case["after"]
    assert found.cluster.tolist() == case["cluster"]
    assert (found.iter, found.ifault) == (case["iter"], case["ifault"])
    np.testing.assert_allclose(found.centers.to_numpy(), case["centers"], rtol=TOLERANCE)
    np.testing.assert_allclose(found.withinss, case["withinss"], rtol=TOLERANCE)
    np.testing.assert_allclose(found.totss, case["totss"], rtol=TOLERANCE)


TEN = np.arange(1.0, 11)
ERRORS = [
    (lambda: rnet.kmeans(TEN), "'centers' must be a number or a matrix"),
    (lambda: rnet.kmeans(TEN, 2, iter_max=0), "'iter.max' must be positive"),
    (lambda: rnet.kmeans([1, 1, 1, 2], 3), "more cluster centers than distinct data points."),
    (lambda: rnet.kmeans([1, np.nan, 2], 2), "NA/NaN/Inf in foreign function call (arg 1)"),
    (lambda: rnet.kmeans(TEN, [1, 1]), "initial centers are not distinct"),
    (
        lambda: rnet.kmeans(TEN, np.array([[1, 3], [2, 4]])),
        "must have same number of columns in 'x' and 'centers'",
    ),
    (
        lambda: rnet.kmeans(TEN, [100, 200]),
        "empty cluster: try a better set of initial centers",
    ),
    (
        lambda: rnet.kmeans(TEN, 2, algorithm="zzz"),
        "'arg' should be one of “Hartigan-Wong”, “Lloyd”, “Forgy”, “MacQueen”",
    ),
    (
        lambda: rnet.kmeans([1, 2, 3], 3),
        "number of cluster centres must lie between 1 and nrow(x)",
    ),
    (lambda: rnet.hclust(rnet.dist([1, 2, 3]), "zz"), "invalid clustering method zz"),
    (lambda: rnet.hclust(rnet.dist([1])), "must have n >= 2 objects to cluster"),
    (
        lambda: rnet.hclust(rnet.dist([1, np.nan, 3])),
        "NA/NaN/Inf in foreign function call (arg 10)",
    ),
    (lambda: rnet.hclust(rnet.dist([1, 2, 3]), members=[1, 2]), "invalid length of members"),
    (lambda: rnet.cutree(rnet.hclust(rnet.dist(TEN))), "either 'k' or 'h' must be specified"),
    (
        lambda: rnet.cutree(rnet.hclust(rnet.dist(TEN)), 11),
        "elements of 'k' must be between 1 and 10",
    ),
    (lambda: rnet.dist(TEN, "zz"), "invalid distance method"),
    (lambda: rnet.dist(TEN, "minkowski", p=0), "distance(): invalid p"),
    (lambda: rnet.prcomp(rnet.data("iris")), "'x' must be numeric"),
    (
        lambda: rnet.prcomp("~ Species", data=rnet.data("iris")),
        "PCA applies only to numerical variables",
    ),
    (
        lambda: rnet.prcomp("Murder ~ Rape", data=rnet.data("USArrests")),
        "response not allowed in formula",
    ),
    (
        lambda: rnet.prcomp(np.array([[1.0, 1], [2, 1]]), scale_=True),
        "cannot rescale a constant/zero column to unit variance",
    ),
    (lambda: rnet.prcomp([1, 2, np.nan]), "infinite or missing values in 'x'"),
    (
        lambda: rnet.prcomp(rnet.data("USArrests"), center=[1, 2, 3]),
        "length of 'center' must equal the number of columns of 'x'",
    ),
    (
        lambda: rnet.prcomp(rnet.data("USArrests")).predict(1),
        "'newdata' must be a matrix or data frame",
    ),
    (
        lambda: rnet.princomp(rnet.data("USArrests").head(3)),
        "'princomp' can only be used with more units than variables",
    ),
    (
        lambda: rnet.princomp(np.array([[1.0, 1], [2, 1], [3, 1]]), cor=True),
        "cannot use 'cor = TRUE' with a constant variable",
    ),
    (lambda: rnet.cmdscale(rnet.dist([1, 2, 3]), k=5), "'k' must be in {1, 2, ..  n - 1}"),
    (lambda: rnet.cmdscale(rnet.dist([1, np.nan, 3])), "NA values not allowed in 'd'"),
    (
        lambda: rnet.cmdscale([1, 2, 3]),
        "distances must be result of 'dist' or a square matrix",
    ),
]


@pytest.mark.parametrize(("call", "message"), ERRORS, ids=[message for _, message in ERRORS])
def test_errors(call, message) -> None:
    with pytest.raises(RError) as caught:
        call()
    assert caught.value.message == message
    assert caught.value.advice


def test_warning_of_the_limit() -> None:
    rnet.set_seed(1)
    with pytest.warns(RWarning, match="did not converge in 1 iteration\n"):
        rnet.kmeans(rnet.rnorm(1000), 10, iter_max=1)


def test_distances_that_are_missing() -> None:
    assert str(rnet.dist([1.0, np.nan, 3.0])) == "   1  2\n2 NA   \n3  2 NA"
    assert str(rnet.dist([1.0])) == "dist(0)"


@pytest.mark.parametrize("kind", ["barplot", "lines"])
def test_pictures(kind) -> None:
    found = rnet.prcomp(rnet.data("USArrests"), scale_=True)
    assert isinstance(rnet.screeplot(found, type=kind), Figure)
    assert isinstance(rnet.biplot(rnet.princomp(rnet.data("USArrests"))), Figure)

"""Rectangles around the clusters of a tree."""

import numpy as np
import pytest

from rnet import RError, cutree, data, dist, hclust, rect_hclust

tree = hclust(dist(data("USArrests")))


def rectangles(**options):
    return rect_hclust(tree, **options).axes[0].patches


@pytest.mark.parametrize("k", [2, 3, 7])
def test_each_cluster_has_one_as_wide_as_it_is(k) -> None:
    widths = sorted(round(one.get_width() - 0.66) + 1 for one in rectangles(k=k))
    assert widths == sorted(np.bincount(cutree(tree, k=k))[1:].tolist())


def test_a_height_instead_of_a_number() -> None:
    tops = [one.get_y() + one.get_height() for one in rectangles(h=100)]
    assert len(tops) == len(rectangles(k=int((tree.height > 100).sum()) + 1))
    assert len(set(tops)) == 1


def test_some_clusters() -> None:
    assert len(rectangles(k=4, which=[1, 3], border=["blue", "green"])) == 2
    assert rectangles(k=4, x=[1])[0].get_x() == pytest.approx(1 - 0.33)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "specify exactly one of 'k' and 'h'"),
        ({"k": 3, "which": [1], "x": [1]}, "specify exactly one of 'which' and 'x'"),
        ({"k": 1}, "k must be between 2 and 49"),
        ({"k": 3, "which": [4]}, "all elements of 'which' must be between 1 and 3"),
    ],
)
def test_refusals(options, message) -> None:
    with pytest.raises(RError) as caught:
        rectangles(**options)
    assert caught.value.message == message

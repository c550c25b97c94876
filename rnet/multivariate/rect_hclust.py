"""`rect.hclust`: rectangles around the clusters of a tree."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.multivariate.cutree import cutree


def rect_hclust(
    tree: Any,
    k: int | None = None,
    which: Sequence[int] | None = None,
    x: Sequence[int] | None = None,
    h: float | None = None,
    border: str | Sequence[str] = "red",
    **options: Any,
) -> Any:
    """Draw a tree with a rectangle around each cluster, or around some of them.

    Parameters
    ----------
    tree : HClust
        A result of `hclust`.
    k : int, optional
        How many clusters.
    which : sequence of int, optional
        Clusters to draw around, counted along the picture from 1.
    x : sequence of int, optional
        The same, chosen by a place each along the picture.
    h : float, optional
        The height at which the tree is cut, instead of `k`.
    border : str or sequence of str
        Colours of the rectangles.
    **options
        For the plot of the tree: `labels`, `hang`, `main`.

    Returns
    -------
    matplotlib.figure.Figure
        R draws on the picture there is and returns the clusters, which `cutree` gives.

    Raises
    ------
    RError
        `specify exactly one of 'k' and 'h'`, `specify exactly one of 'which' and 'x'`,
        `all elements of 'which' must be between 1 and 3`.

    Notes
    -----
    R page: `?rect.hclust`. A rectangle ends halfway between the two joins around its cut.

    Examples
    --------
    >>> from rnet import data, dist, hclust, rect_hclust
    >>> figure = rect_hclust(hclust(dist(data("USArrests"))), k=4)
    >>> len(figure.axes[0].patches)
    4
    """
    if (k is None) == (h is None):
        raise RError("specify exactly one of 'k' and 'h'", "k=3, or the height h=50.")
    if which is not None and x is not None:
        raise RError("specify exactly one of 'which' and 'x'", "Clusters, or places.")
    heights = np.sort(np.asarray(tree.height))
    number = int(k) if k is not None else int((heights > h).sum()) + 1
    if not 2 <= number <= len(heights):
        raise RError(f"k must be between 2 and {len(heights)}", f"Not {number}.")
    top = float(np.mean(heights[-number:][:2]))
    spans = _spans(tree, number)
    chosen = range(1, number + 1) if which is None else which
    if x is not None:
        chosen = [_holding(spans, place) for place in x]
    if any(not 1 <= one <= number for one in chosen):
        raise RError(
            f"all elements of 'which' must be between 1 and {number}", "Clusters count from 1."
        )
    from rnet.multivariate.plot_dendrogram import (  # noqa: PLC0415 - matplotlib is heavy
        plot_rectangles,
    )

    figure = tree.plot(**options)
    colours = [border] if isinstance(border, str) else list(border)
    plot_rectangles(figure, [spans[one - 1] for one in chosen], top, colours)
    return figure


def _spans(tree: Any, number: int) -> list[tuple[int, int]]:
    """Return the first and last place of each cluster along the picture, from 1."""
    clusters = np.asarray(cutree(tree, k=number))[np.asarray(tree.order) - 1]
    starts = [0, *(np.flatnonzero(np.diff(clusters)) + 1).tolist(), len(clusters)]
    return [(first + 1, last) for first, last in pairwise(starts)]


def _holding(spans: Sequence[tuple[int, int]], place: int) -> int:
    for number, (first, last) in enumerate(spans, start=1):
        if first <= place <= last:
            return number
    return 0

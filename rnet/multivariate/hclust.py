"""`hclust`: hierarchical clusters, joined from below."""

import sys
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.frames import UserVariables
from rnet.language.tree import Argument, Call, Symbol
from rnet.matched_call import keeps_call
from rnet.multivariate.distances import Dist, read_distances
from rnet.multivariate.hclust_fit import LINKAGES, agglomerate
from rnet.multivariate.print_hclust import format_hclust
from rnet.record import Record

RENAMED = 'The "ward" method has been renamed to "ward.D"; note new "ward.D2"\n'


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Hclust(Record):
    """A tree of clusters.

    Attributes
    ----------
    merge : ndarray, shape (n - 1, 2)
        What each step joined: objects as -1 to -n, clusters by the number of their step.
    height : ndarray, shape (n - 1,)
        The dissimilarity at which it did.
    order : ndarray, shape (n,)
        The objects from left to right, counted from 1.
    labels : tuple of str or None
        Their names.
    method : str
    call : Call
    dist_method : str or None
        The measure of the distances.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "merge", "height", "order", "labels", "method", "call", "dist.method",
    )  # fmt: skip

    merge: npt.NDArray[np.int64]
    height: npt.NDArray[np.float64]
    order: npt.NDArray[np.int64]
    labels: tuple[str, ...] | None
    method: str
    call: Call
    dist_method: str | None

    def __str__(self) -> str:
        return format_hclust(self.call, self.method, self.dist_method, len(self.order))

    def plot(self, labels: Any = None, hang: float = 0.1, main: str = "Cluster Dendrogram") -> Any:
        """Draw the tree.

        Parameters
        ----------
        labels : sequence of str, optional
            Names of the objects instead of their own.
        hang : float
            How far leaves hang below their branch, as a share of the height; a negative number
            lets all end at 0.
        main : str
            The title.

        Returns
        -------
        matplotlib.figure.Figure
        """
        from rnet.multivariate.plot_dendrogram import (  # noqa: PLC0415 - matplotlib is heavy
            plot_dendrogram,
        )

        own = self.labels or [str(place + 1) for place in range(len(self.order))]
        names = own if labels is None else [str(label) for label in labels]
        return plot_dendrogram(self.merge, self.height, self.order, names, hang, main)


@keeps_call("hclust")
def hclust(call: Call, d: Any, method: str = "complete", members: Any = None) -> Hclust:
    """Join the nearest two clusters, again and again, until one is left.

    Parameters
    ----------
    d : Dist or square matrix
        Dissimilarities.
    method : str
        How far two clusters are apart: "ward.D", "ward.D2", "single", "complete", "average",
        "mcquitty", "median" or "centroid" (the last two, and "ward.D", take squared distances).
    members : array_like, shape (n,), optional
        How many objects stand behind each.

    Returns
    -------
    Hclust
        Prints as R's; `cutree` and `plot` take it.

    Raises
    ------
    RError
        `invalid clustering method zz`, `must have n >= 2 objects to cluster`,
        `NA/NaN/Inf in foreign function call (arg 10)`, `invalid length of members`.

    Notes
    -----
    R page: `?hclust`. Lance and Williams (1967), Computer Journal 9:373; Murtagh and Legendre
    (2014), Journal of Classification 31:274. Of equally near pairs the first is joined, as in R;
    distances that are equal but for rounding may be joined in another order than R's.

    Examples
    --------
    >>> from rnet import dist, hclust
    >>> tree = hclust(dist([1.0, 7.0, 2.0, 9.0]), "average")
    >>> tree.merge.tolist(), tree.height.tolist()
    ([[-1, -3], [-2, -4], [1, 2]], [1.0, 2.0, 6.5])
    """
    chosen = _method(method)
    given = read_distances(d, "missing value where TRUE/FALSE needed")
    n = given.size
    if n < 2:
        raise RError("must have n >= 2 objects to cluster", f"There are {n}.")
    if not np.isfinite(given.values).all():
        raise RError("NA/NaN/Inf in foreign function call (arg 10)", "Drop incomplete rows.")
    weights = np.ones(n) if members is None else np.asarray(members, dtype=np.float64)
    if len(weights) != n:
        raise RError("invalid length of members", f"There are {n} objects.")
    found = agglomerate(given.values, LINKAGES[chosen], weights)
    return Hclust(
        found.merge,
        found.height,
        found.order,
        given.labels,
        chosen,
        _with_distances(call, d),
        given.method,
    )


def _method(given: Any) -> str:
    if given == "ward":
        sys.stderr.write(RENAMED)
        return "ward.D"
    names = [name for name in LINKAGES if isinstance(given, str) and name.startswith(given)]
    exact = [name for name in names if name == given] or names
    if len(exact) != 1:
        advice = f"Choose one of {', '.join(LINKAGES)}."
        raise RError(f"invalid clustering method {given}", advice)
    return exact[0]


def _with_distances(call: Call, d: Any) -> Call:
    """Return the call with the call of `dist` in it where no variable holds the distances."""
    first, *others = call.arguments
    unknown = first.value == Symbol("d") and not isinstance(UserVariables().get("d"), Dist)
    if isinstance(d, Dist) and d.call is not None and unknown:
        x, *options = d.call.arguments
        shown = Call(d.call.function, (Argument(None, x.value), *options))
        return Call(call.function, (Argument(first.name, shown), *others))
    return call

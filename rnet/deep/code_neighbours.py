"""Neighbours among binary codes: how much codes that differ in few bits have in common."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.arguments import whole

Wholes = npt.NDArray[np.int64]


def hamming_distances(bits: Wholes, others: Wholes) -> Wholes:
    """Return in how many bits codes, (n, k) and (m, k), differ: shape (n, m).

    Examples
    --------
    >>> hamming_distances(np.array([[0, 1, 1]]), np.array([[0, 1, 1], [1, 1, 0]])).tolist()
    [[0, 2]]
    """
    on, off = bits.astype(np.float64), 1.0 - bits
    return np.rint(on @ (1.0 - others.T) + off @ others.T).astype(np.int64)


def code_precision(bits: Wholes, labels: Any, n: int) -> float:
    """Return the mean share of each code's n nearest others that have its label.

    Where several are equally near and not all are needed, each counts in part.

    Examples
    --------
    >>> code_precision(np.array([[0], [0], [1], [1]]), ["a", "a", "b", "a"], 1)
    0.5
    """
    kinds = np.unique(np.asarray(labels, dtype=object).astype(str), return_inverse=True)[1]
    if len(kinds) != len(bits):
        raise RError(f"{len(kinds)} labels for {len(bits)} cases", "Give one for each case.")
    wanted = whole(n, "n")
    if wanted >= len(bits):
        raise RError(f"a case has only {len(bits) - 1} neighbours", "Use a smaller `n`.")
    shares = [
        _share(distances, kinds == kinds[case], case, wanted)
        for case, distances in enumerate(hamming_distances(bits, bits))
    ]
    return float(np.mean(shares))


def _share(distances: Wholes, same: npt.NDArray[np.bool_], case: int, n: int) -> float:
    """Return the share of a case's n nearest others that are the same."""
    others = np.ones(len(distances), dtype=np.bool_)
    others[case] = False
    away, alike = distances[others], same[others]
    last = np.partition(away, n - 1)[n - 1]
    nearer, equal = away < last, away == last
    needed = n - int(nearer.sum())
    return float((alike[nearer].sum() + needed * alike[equal].mean()) / n)

"""`compareMatchedClasses`: agreement of classifications whose classes have other names."""  # noqa: N999 - R's spelling

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.classAgreement import agreement_of
from rnet.evaluate.contingency_table import Table
from rnet.evaluate.matchClasses import METHODS, matching
from rnet.evaluate.table import classes_of, cross
from rnet.match_arg import match_arg
from rnet.values import NA

COEFFICIENTS = ("diag", "kappa", "rand", "crand")


def compareMatchedClasses(  # noqa: N802 - R's name
    x: Any,
    y: Any = None,
    method: str = "rowmax",
    iter: int = 1,  # noqa: A002 - R's argument name
    maxexact: int = 9,
    verbose: bool = False,
) -> dict[str, npt.NDArray[np.float64]]:
    """Match the classes of each pair of classifications and measure how well they agree.

    Parameters
    ----------
    x, y : DataFrame, two-dimensional array, or vector
        One classification a column, n rows. Without `y`, every two columns of `x` are compared.
    method, iter, maxexact, verbose
        As in `matchClasses`.

    Returns
    -------
    dict of ndarray
        `diag`, `kappa`, `rand`, `crand` as in `classAgreement`, each of shape (columns of x,
        columns of y); without `y` NA on and below the diagonal.

    Raises
    ------
    RError
        `Unique matching only for square tables.`, `all arguments must have the same length`.

    Notes
    -----
    R page: `?compareMatchedClasses` of package e1071.

    Examples
    --------
    >>> compareMatchedClasses([1, 1, 2, 2], ["b", "b", "a", "b"])["diag"].tolist()
    [[0.75]]
    """
    left = _columns(x)
    if y is None and np.ndim(x) < 2:
        raise RError("non-numeric matrix extent", "Give `y`, or a matrix as `x`.")
    right = left if y is None else _columns(y)
    _check_lengths([*left, *right])
    way = match_arg(method, METHODS)
    results = {name: np.full((len(left), len(right)), NA) for name in COEFFICIENTS}
    for i, first in enumerate(left):
        for j in range(i + 1 if y is None else 0, len(right)):
            counts = _counts(cross(classes_of([first, right[j]]), ["", ""]))
            found = matching(counts, way, int(iter), int(maxexact), verbose)
            matched = counts[:, found]
            leading = np.arange(min(matched.shape))
            for name, value in agreement_of(matched, leading, leading).items():
                results[name][i, j] = value
    return results


def _check_lengths(columns: list[Any]) -> None:
    lengths = sorted({len(column) for column in columns})
    if len(lengths) > 1:
        raise RError(
            "all arguments must have the same length",
            f"x and y have {' and '.join(map(str, lengths))} rows.",
        )


def _counts(table: Table) -> npt.NDArray[np.float64]:
    return table.counts.astype(np.float64)


def _columns(x: Any) -> list[Any]:
    if isinstance(x, pd.DataFrame):
        return [x.iloc[:, place] for place in range(x.shape[1])]
    return list(np.asarray(x).T) if np.ndim(x) == 2 else [x]

"""caTools' `colAUC`: the area under the ROC curve of every column."""  # noqa: N999 - R's spelling

import itertools
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.classify import classify
from rnet.evaluate.roc_points import placements
from rnet.match_arg import match_arg
from rnet.values import axis_names, is_matrix, named_matrix


def colAUC(  # noqa: N802 - R's name
    X: Any,  # noqa: N803 - R's argument name
    y: Any,
    plotROC: bool = False,  # noqa: N803 - R's argument name
    alg: str = "Wilcoxon",
) -> pd.DataFrame:
    """Return how well each column tells each pair of classes apart.

    Parameters
    ----------
    X : DataFrame or array_like, shape (n, p) or (n,)
        One score a column.
    y : array_like or Categorical, shape (n,)
        The classes.
    plotROC : bool
        Not available; use `roc(...).plot()`.
    alg : {"Wilcoxon", "ROC"}
        Both give the same areas.

    Returns
    -------
    DataFrame
        A matrix, one row for every pair of classes; areas of at least 0.5.

    Raises
    ------
    RError
        For lengths that differ, and for a single class.

    Notes
    -----
    R page: `?caTools::colAUC`. Hand and Till (2001), Machine Learning 45, 171-186.

    Examples
    --------
    >>> import rnet
    >>> cars = rnet.data("mtcars")
    >>> rnet.show(rnet.colAUC(cars[["mpg", "wt"]], cars["am"]))
                  mpg        wt
    0 vs. 1 0.8299595 0.9331984
    """
    match_arg(alg, ("Wilcoxon", "ROC"))
    if plotROC:
        raise RError("plotROC is not available", "Draw each curve: roc(y, x).plot().")
    columns = np.asarray(X, dtype=np.float64)
    columns = columns.reshape(len(columns), -1)
    found = classify(y)
    if len(found.codes) != len(columns):
        raise RError("colAUC: length(y) and nrow(X) must be the same")
    present = [code for code in range(len(found.labels)) if (found.codes == code).any()]
    if len(present) < 2:
        raise RError("colAUC: List of labels 'y' have to contain at least 2 class labels.")
    pairs = list(itertools.combinations(present, 2))
    areas = [
        [_area(column[found.codes == one], column[found.codes == other]) for column in columns.T]
        for one, other in pairs
    ]
    named = isinstance(X, pd.DataFrame) and (not is_matrix(X) or axis_names(X.columns) is not None)
    rows = [f"{found.labels[one]} vs. {found.labels[other]}" for one, other in pairs]
    return named_matrix(areas, rows, [str(name) for name in X.columns] if named else None)


def _area(low: Any, high: Any) -> float:
    area = float(placements(low, high, cases_larger=True)[1].mean())
    return max(area, 1 - area)

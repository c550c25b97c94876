"""`scale_data_frame`: center and scale the numeric columns of a data frame."""

from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError, warn
from rnet.describe.sample_values import Doubles
from rnet.formulas.columns import as_column, class_of, numbers
from rnet.settings import current
from rnet.sums import extended_mean, extended_sum
from rnet.values import NA, is_matrix, named_matrix

CENTER, SCALE = "scaled:center", "scaled:scale"
NUMERIC = ("numeric", "logical")


def scale_data_frame(x: Any, center: Any = True, scale: Any = True) -> Any:
    """Give the numeric and logical columns of a data frame mean 0 and standard deviation 1.

    Parameters
    ----------
    x : DataFrame, two-dimensional array or vector
    center : bool
        Whether to subtract means. R before 4.3 also takes one number a numeric column.
    scale : bool
        Whether to divide by standard deviations (without centering, by root mean squares).

    Returns
    -------
    DataFrame
        Other columns as they were. What was subtracted and divided by stands in
        `.attrs["scaled:center"]` and `.attrs["scaled:scale"]`, NA for other columns. A matrix
        or vector gives a matrix.

    Raises
    ------
    RError
        For numbers as `center` or `scale`, as in R since 4.3.

    Notes
    -----
    R page: `?scale_data_frame` of package e1071. A constant column becomes NaN.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"size": [1.0, 2.0, 3.0], "kind": ["a", "b", "c"]})
    >>> scale_data_frame(frame)["size"].tolist()
    [-1.0, 0.0, 1.0]
    """
    if not isinstance(x, pd.DataFrame):
        cells = np.asarray(x, dtype=np.float64)
        x = named_matrix(cells if cells.ndim > 1 else cells[:, None])
    wanted = {"center": _wanted(center), "scale": _wanted(scale)}
    if all(value is False for value in wanted.values()):
        return x
    columns = [as_column(x.iloc[:, place], str(name)) for place, name in enumerate(x.columns)]
    numeric = [column is not None and class_of(column) in NUMERIC for column in columns]
    centers, scales = np.full(len(columns), NA), np.full(len(columns), NA)
    result = {}
    for place, column in enumerate(columns):
        if column is None or not numeric[place]:
            result[place] = x.iloc[:, place]
            continue
        with np.errstate(divide="ignore", invalid="ignore"):
            found, centers[place], scales[place] = _scaled(
                numbers(column), sum(numeric[:place]), wanted
            )
        result[place] = pd.Series(found, index=x.index)
    frame = pd.DataFrame(result, index=x.index).set_axis(x.columns, axis=1)
    if is_matrix(x):
        frame.attrs.update(x.attrs)
    frame.attrs.update(
        {name: made for name, made, of in ((CENTER, centers, "center"), (SCALE, scales, "scale"))
         if wanted[of] is not False}
    )  # fmt: skip
    return frame


def _scaled(
    values: Doubles, rank: int, wanted: dict[str, bool | Doubles]
) -> tuple[Doubles, float, float]:
    """Return a column scaled, its center and its scale; `rank` counts the numeric columns."""
    center = _given(wanted["center"], rank, _mean(values))
    moved = values if wanted["center"] is False else values - center
    scale = _given(wanted["scale"], rank, _deviation(moved))
    return (moved if wanted["scale"] is False else moved / scale), center, scale


def _wanted(value: Any) -> bool | Doubles:
    if isinstance(value, bool | np.bool_):
        return bool(value)
    given = np.atleast_1d(np.asarray(value, dtype=np.float64))
    if len(given) > 1 and current().follows("4.3"):
        raise RError(
            f"'length = {len(given)}' in coercion to 'logical(1)'",
            "center and scale are True or False; options(r_version='4.2') takes numbers.",
        )
    if len(given) > 1:
        warn(f"'length(x) = {len(given)} > 1' in coercion to 'logical(1)'", stacklevel=4)
    return given


def _given(wanted: bool | Doubles, rank: int, own: float) -> float:
    if isinstance(wanted, bool):
        return own if wanted else NA
    return float(wanted[rank % len(wanted)])


def _mean(values: Doubles) -> float:
    known = values[~np.isnan(values)]
    return extended_mean(known) if len(known) else NA


def _deviation(values: Doubles) -> float:
    known = values[~np.isnan(values)]
    return float(np.sqrt(extended_sum(known**2) / max(1, len(known) - 1)))

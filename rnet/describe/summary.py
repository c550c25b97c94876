"""`summary`: what R says about a variable, a data frame or a fit."""

import functools
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.describe.summary_columns import (
    STATISTICS,
    Counts,
    as_factor_or_vector,
    known_numbers,
    length_class_mode,
    level_counts,
    six_statistics,
    string_counts,
    truth_counts,
)
from rnet.describe.summary_frame import frame_summary, list_summary, matrix_as_frame
from rnet.describe.summary_records import SummaryCounts, SummaryDefault, SummaryTable
from rnet.generics import call_method
from rnet.printing.rounding import signif
from rnet.values import is_matrix

MOST_LEVELS, MOST_ROWS = 100, 7


def summary(object: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: A002 - R's argument name
    """Summarize a variable, a data frame or a fit.

    Parameters
    ----------
    object : vector, factor, DataFrame, list or fit
        What to summarize; a fit has its own `summary` method.
    *args, **kwargs
        Of a fit, passed on to its method. Of plain values: `maxsum`, the most classes of a factor
        (100; 7 in a data frame), and `quantile_type`, 1 to 9 (7).

    Returns
    -------
    record
        Of numbers and dates the six statistics (`s["Mean"]` is one of them, `s.to_pandas()` all);
        of truth values and strings counts; of a data frame a table of texts whose `frame` holds
        the numbers; of a factor a named Series of counts.

    Raises
    ------
    RError
        `no applicable method for 'summary'` for an object without one.

    Notes
    -----
    R pages: `?summary`, `?summary.data.frame`. Text follows R 4.6 (`NAs`, five lines for strings);
    `options(r_version="4.2")` gives the older one.

    Examples
    --------
    >>> from rnet import data, summary
    >>> summary(data("mtcars")["mpg"])  # doctest: +NORMALIZE_WHITESPACE
       Min. 1st Qu.  Median    Mean 3rd Qu.    Max.
      10.40   15.43   19.20   20.09   22.80   33.90
    >>> print(summary(data("women")))  # doctest: +NORMALIZE_WHITESPACE
         height         weight
     Min.   :58.0   Min.   :115.0
     1st Qu.:61.5   1st Qu.:124.5
     Median :65.0   Median :135.0
     Mean   :65.0   Mean   :136.7
     3rd Qu.:68.5   3rd Qu.:148.0
     Max.   :72.0   Max.   :164.0
    """
    return _summary(object, *args, **kwargs)


@functools.singledispatch
def _summary(x: Any, *args: Any, **kwargs: Any) -> Any:
    return call_method(x, "summary", args, kwargs)


@_summary.register(pd.Series | pd.Index)
@_summary.register(pd.api.extensions.ExtensionArray)
@_summary.register(bool | int | float | str | np.generic | range)
def _of_vector(
    x: Any, maxsum: int = MOST_LEVELS, digits: int | None = None, quantile_type: int = 7
) -> Any:
    variable = as_factor_or_vector(np.asarray(x) if isinstance(x, range) else x)
    if isinstance(variable, pd.Categorical):
        counts = level_counts(variable, maxsum)
        return pd.Series(counts.values, index=pd.Index(counts.names, dtype=object))
    if variable.kind == "logical":
        return SummaryCounts(truth_counts(variable))
    if variable.kind == "character":
        return SummaryCounts(string_counts(variable))
    if variable.kind == "list":
        return list_summary(list(variable.data), None)
    if variable.kind == "time":
        raise RError("times of day have no summary here", "Turn them into dates or numbers.")
    values, missing = known_numbers(variable)
    statistics = six_statistics(values, quantile_type)
    if digits is not None and variable.kind != "date":
        statistics = np.asarray(signif(statistics, digits), dtype=np.float64)
    return SummaryDefault(statistics, STATISTICS, missing, variable.kind == "date")


@_summary.register
def _(x: np.ndarray, **options: Any) -> Any:
    return _summary(matrix_as_frame(x), **options) if x.ndim == 2 else _of_vector(x, **options)


@_summary.register
def _(
    x: pd.DataFrame, maxsum: int = MOST_ROWS, digits: int | None = None, quantile_type: int = 7
) -> SummaryTable:
    frame = x.set_axis(range(len(x))) if is_matrix(x) else x
    return frame_summary(frame, maxsum, quantile_type, digits)


@_summary.register
def _(x: Mapping) -> SummaryTable:  # type: ignore[type-arg]
    return list_summary(list(x.values()), [str(name) for name in x])


@_summary.register
def _(x: list | tuple) -> Any:  # type: ignore[type-arg]
    return list_summary(list(x), None)


@_summary.register
def _(x: None) -> SummaryCounts:
    del x
    counts: Counts = length_class_mode(0, "NULL", "NULL")
    return SummaryCounts(counts)

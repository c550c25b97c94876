"""R's text of components and loadings."""

from typing import Any

import numpy as np
import pandas as pd

from rnet.language.deparse import deparse
from rnet.language.tree import Call
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import format_real
from rnet.printing.rounding import round as round_r
from rnet.printing.show import format_r
from rnet.values import axis_names, named_matrix


def format_prcomp(sdev: Any, rotation: pd.DataFrame, digits: int | None = None) -> str:
    """Return what R prints of `prcomp`, without the last newline."""
    rows, columns = rotation.shape
    title = f"Standard deviations (1, .., p={len(sdev)}):"
    deviations = format_r(sdev, digits=digits)
    table = format_r(rotation, digits=digits)
    return f"{title}\n{deviations}\n\nRotation (n x k) = ({rows} x {columns}):\n{table}"


def format_princomp(
    call: Call, sdev: "pd.Series[float]", cases: int | None, digits: int | None = None
) -> str:
    """Return what R prints of `princomp`, without the last newline."""
    deviations = format_r(sdev, digits=digits)
    sizes = f" {len(sdev)}  variables and  {'NA' if cases is None else cases} observations."
    shown = "\n".join(deparse(call))
    return f"Call:\n{shown}\n\nStandard deviations:\n{deviations}\n\n{sizes}"


def format_loading_table(loadings: pd.DataFrame, digits: int, cutoff: float) -> str:
    """Return loadings with small ones left blank, under their title."""
    values = loadings.to_numpy()
    texts = format_real(round_r(values, digits).ravel())
    cells = np.array(texts, dtype=object).reshape(values.shape)
    cells[np.abs(values) < cutoff] = " " * len(texts[0])
    table = format_matrix(cells, axis_names(loadings.index), axis_names(loadings.columns))
    return f"\nLoadings:\n{table}"


def format_loadings(loadings: pd.DataFrame, digits: int, cutoff: float) -> str:
    """Return what R prints of loadings: the table and the shares of the variance."""
    sums = (loadings.to_numpy() ** 2).sum(axis=0)
    rows = {"SS loadings": sums, "Proportion Var": sums / len(loadings)}
    if loadings.shape[1] > 1:
        rows["Cumulative Var"] = np.cumsum(sums / len(loadings))
    names = [str(name) for name in loadings.columns]
    shares = named_matrix(np.vstack(list(rows.values())), list(rows), names)
    return (
        f"{format_loading_table(loadings, digits, cutoff)}\n\n{format_r(round_r(shares, digits))}"
    )

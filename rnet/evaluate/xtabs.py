"""R's `xtabs`: contingency tables from a formula."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.evaluate.classify import Classes
from rnet.evaluate.contingency_table import Table
from rnet.evaluate.table import classes_of, cross
from rnet.formulas.columns import Matrix
from rnet.formulas.formula import Formula
from rnet.formulas.model_frame import model_frame
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.settings import current
from rnet.values import NA


@keeps_call("xtabs")
def xtabs(
    call: Call,
    formula: str | Formula,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
    add_na: bool = False,
    exclude: Any = (),
    drop_unused_levels: bool = False,
) -> Table:
    """Count, or sum up, the cases of each combination of factors.

    Parameters
    ----------
    formula : str or Formula
        `~ a + b` counts; `y ~ a + b` sums up y; `cbind(y, z) ~ a` sums up each column.
    data : DataFrame, optional
        Where the variables are.
    subset : array_like or str, optional
        Which cases.
    na_action : str, optional
        What to do with missing values.
    add_na : bool
        Whether missing classes are counted, as `<NA>`.
    exclude : value or sequence of values, optional
        Classes to leave out.
    drop_unused_levels : bool
        Whether to leave out levels that no case has.

    Returns
    -------
    Table

    Notes
    -----
    R page: `?xtabs`. From R 4.4 on a missing value of y makes its cell missing (printed blank);
    before, the case was left out.

    Examples
    --------
    >>> from rnet import data
    >>> print(xtabs("breaks ~ wool + tension", data("warpbreaks")))
        tension
    wool   L   M   H
       A 401 216 221
       B 254 259 169
    """
    action = na_action
    if action is None and (add_na or current().follows("4.4")):
        action = "na.pass"
    frame = model_frame(
        formula, data, subset=subset, na_action=action, drop_unused_levels=drop_unused_levels
    )
    factors = dict(frame.variables)
    response = factors.pop(next(iter(factors))) if frame.terms.response else None
    if not factors:
        raise RError("'INDEX' is of length zero", "Name at least one factor right of ~.")
    found = classes_of(list(factors.values()), exclude, "ifany" if add_na else None)
    if response is None:
        return cross(found, list(factors), call)
    return _summed(found, list(factors), response, call)


def _summed(found: Sequence[Classes], names: list[str], response: Any, call: Call) -> Table:
    """Sum up the response in each cell; a matrix adds a dimension for its columns."""
    matrix = response.values if isinstance(response, Matrix) else np.asarray(response)
    columns = np.atleast_2d(matrix.T)
    dim = [len(classes.labels) for classes in found]
    cells = np.stack([_sums(found, dim, column) for column in columns], axis=-1)
    labels = [classes.labels for classes in found]
    if not isinstance(response, Matrix):
        return Table(cells[..., 0], labels, names, call)
    across = response.column_names or list(map(str, range(1, len(columns) + 1)))
    inner = [name or f"V{place}" for place, name in enumerate(across, 1)]
    return Table(cells, [*labels, inner], [*names, ""], call)


def _sums(found: Sequence[Classes], dim: list[int], values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    codes = np.array([classes.codes for classes in found])
    counted = (codes >= 0).all(axis=0)
    cell = np.ravel_multi_index(tuple(codes[:, counted]), dim, order="F")
    sums = np.zeros(int(np.prod(dim)), dtype=values.dtype if values.dtype.kind == "i" else float)
    np.add.at(sums, cell, values[counted])
    if sums.dtype.kind == "f":
        sums[np.isnan(sums)] = NA
    return sums.reshape(dim, order="F")

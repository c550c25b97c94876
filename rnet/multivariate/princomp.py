"""`princomp`: principal components by the eigenvalues of the covariance matrix."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.formula import Formula, parse_formula
from rnet.formulas.model_frame import ModelFrame
from rnet.language.tree import Argument, Call, Constant
from rnet.matched_call import keeps_call
from rnet.multivariate.component_scores import (
    NumericTable,
    new_table,
    read_table_of_numbers,
    scores_of,
    table_of_formula,
)
from rnet.multivariate.importance import Importance, importance_table
from rnet.multivariate.loadings import Loadings
from rnet.multivariate.print_components import format_loading_table, format_princomp
from rnet.multivariate.symmetric import eigen_symmetric
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.sums import extended_mean
from rnet.values import NA, named_matrix

Doubles = npt.NDArray[np.float64]
NOT_FINITE = "'x' must contain finite values only"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Princomp(Record):
    """Principal components of a covariance or correlation matrix.

    Attributes
    ----------
    sdev : Series, shape (p,)
        Standard deviations of the components; variances are divided by n.
    loadings : Loadings, shape (p, p)
    center, scale : Series, shape (p,)
        What is subtracted from the variables, and what they are divided by.
    n_obs : int or None
        None of a covariance matrix alone.
    scores : DataFrame or None, shape (n, p)
    call : Call
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "sdev", "loadings", "center", "scale", "n.obs", "scores", "call",
    )  # fmt: skip
    PREFIX: ClassVar[str] = "Comp."

    sdev: "pd.Series[float]"
    loadings: Loadings
    center: Any
    scale: Any
    n_obs: int | None
    scores: pd.DataFrame | None
    call: Call
    frame: ModelFrame | None

    def __str__(self) -> str:
        return self.format()

    def format(self, digits: int | None = None) -> str:
        """Return R's text, without the last newline, with so many significant digits."""
        return format_princomp(self.call, self.sdev, self.n_obs, digits)

    @property
    def cases(self) -> pd.DataFrame | None:
        """The scores."""
        return self.scores

    @property
    def directions(self) -> pd.DataFrame:
        """The loadings."""
        return self.loadings.frame

    def predict(self, newdata: Any = None) -> pd.DataFrame | None:
        """Return the scores of new cases.

        Parameters
        ----------
        newdata : DataFrame or array_like, optional
            Columns are found by name; left out, the analysed cases.
        """
        if newdata is None:
            return self.scores
        table = new_table(newdata, self.loadings.frame, self.frame)
        return scores_of(table, self.center, self.scale, self.loadings.frame)

    def summary(self, loadings: bool = False, cutoff: float = 0.1) -> Importance:
        """Return deviations and shares of the variance of the components.

        Parameters
        ----------
        loadings : bool
            Whether the loadings are printed too.
        cutoff : float
            Smaller loadings are left blank.
        """
        variances = self.sdev.to_numpy() ** 2
        shares = variances / variances.sum()
        table = importance_table(
            self.sdev.to_numpy(), shares, np.cumsum(shares), list(self.sdev.index)
        )
        text = format_loading_table(self.loadings.frame, 3, cutoff) if loadings else ""
        return Importance(table, "Importance of components", text)

    def plot(self, *args: Any, **kwargs: Any) -> Any:
        """Draw the variances, as `screeplot` does."""
        from rnet.multivariate.screeplot import screeplot  # noqa: PLC0415 - imports this file

        return screeplot(self, *args, **kwargs)


@console_text.register
def _(x: Princomp, style: Style) -> str:
    return x.format(style.digits)


@dataclass(frozen=True, slots=True, eq=False)
class _Analysed:
    """A covariance matrix, shape (p, p), with what is known of the cases behind it."""

    covariance: Doubles
    names: list[str] | None
    center: Any
    n_obs: int | None
    table: NumericTable | None


@keeps_call("princomp")
def princomp(
    call: Call,
    x: Any = None,
    cor: bool = False,
    scores: bool = True,
    covmat: Any = None,
    fix_sign: bool = True,
    *,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> Princomp:
    """Find the components of a covariance matrix (divided by n) or a correlation matrix.

    Parameters
    ----------
    x : DataFrame or array_like, shape (n, p); or str
        Cases by variables, or a formula without response.
    cor : bool
        Whether variables are brought to variance 1.
    scores : bool
        Whether to keep the scores.
    covmat : DataFrame, array_like or covariance list, optional
        The covariance matrix itself, or what `cov_wt` returned; `x` then gives the scores only.
    fix_sign : bool
        Whether the first loading of every component is made positive.
    data, subset, na_action
        Those of a formula.

    Returns
    -------
    Princomp
        Prints as R's; `summary`, `loadings`, `predict`, `screeplot` and `biplot` take it.

    Raises
    ------
    RError
        `'princomp' can only be used with more units than variables`,
        `cannot use 'cor = TRUE' with a constant variable`, `'covmat' is of unknown type`.

    Notes
    -----
    R page: `?princomp`.

    Examples
    --------
    >>> from rnet import data, princomp
    >>> princomp(data("USArrests"), cor=True).sdev.round(3).to_dict()
    {'Comp.1': 1.575, 'Comp.2': 0.995, 'Comp.3': 0.597, 'Comp.4': 0.416}
    """
    table: NumericTable | None
    if isinstance(x, str | Formula):
        call = _as_formula_call(call)
        table = table_of_formula(x, data, subset, na_action)
    else:
        table = None if x is None else read_table_of_numbers(x, NOT_FINITE)
    of = _of_cases(table) if covmat is None else _of_matrix(covmat, table)
    p = len(of.covariance)
    scales = np.sqrt(np.diag(of.covariance)) if cor else np.ones(p)
    if (scales == 0).any():
        raise RError("cannot use 'cor = TRUE' with a constant variable", "Leave it out.")
    variances, directions = _components(of.covariance / np.outer(scales, scales), fix_sign=fix_sign)
    names = [f"Comp.{place + 1}" for place in range(p)]
    found = named_matrix(directions, of.names, names)
    return Princomp(
        pd.Series(np.sqrt(variances), index=pd.Index(names, dtype=object)),
        Loadings(found),
        of.center,
        _named(scales, of.names),
        of.n_obs,
        scores_of(of.table, of.center, scales, found) if scores and of.table else None,
        call,
        None if of.table is None else of.table.frame,
    )


def _of_cases(table: NumericTable | None) -> _Analysed:
    if table is None:
        raise RError("argument is of length zero", "Give cases, or a covariance matrix `covmat`.")
    n, p = table.values.shape
    if n < p:
        raise RError(
            "'princomp' can only be used with more units than variables", f"{n} rows, {p} columns."
        )
    if not np.isfinite(table.values).all():
        raise RError(NOT_FINITE, "Drop incomplete rows: `na_omit`.")
    centers = np.array([extended_mean(column) for column in table.values.T])
    centred = table.values - centers
    covariance = centred.T @ centred / n
    return _Analysed(covariance, table.column_names, table.with_columns(centers), n, table)


def _of_matrix(covmat: Any, table: NumericTable | None) -> _Analysed:
    """Return a covariance matrix that was given; centers are missing where none came with it."""
    if isinstance(covmat, Mapping | Record):
        known = covmat if isinstance(covmat, Mapping) else {n: covmat[n] for n in covmat.names()}
        if not {"cov", "n.obs"} <= set(known):
            raise RError("'covmat' is not a valid covariance list", "It needs `cov` and `n.obs`.")
        values, names = _square(known["cov"])
        return _Analysed(values, names, known.get("center"), int(known["n.obs"]), table)
    if np.ndim(covmat) != 2:
        raise RError("'covmat' is of unknown type", "Give a matrix, or what `cov_wt` returned.")
    if table is not None:
        warn("both 'x' and 'covmat' were supplied: 'x' will be ignored", stacklevel=4)
    values, names = _square(covmat)
    return _Analysed(values, names, np.full(len(values), NA), None, None)


def _square(covmat: Any) -> tuple[Doubles, list[str] | None]:
    table = read_table_of_numbers(covmat, "'covmat' is of unknown type")
    if table.values.shape[0] != table.values.shape[1]:
        raise RError("non-square matrix in 'eigen'", "Covariances of p variables are p by p.")
    return table.values, table.column_names


def _named(scales: Doubles, names: list[str] | None) -> Any:
    return scales if names is None else pd.Series(scales, index=pd.Index(names, dtype=object))


def _components(covariance: Doubles, *, fix_sign: bool) -> tuple[Doubles, Doubles]:
    variances, directions = eigen_symmetric(covariance)
    limit = -9 * np.finfo(np.float64).eps * variances[0]
    if (variances < limit).any():
        raise RError("covariance matrix is not non-negative definite", "Rounding went too far.")
    if fix_sign:
        directions = directions * np.where(directions[0] < 0, -1.0, 1.0)
    return np.maximum(variances, 0.0), directions


def _as_formula_call(call: Call) -> Call:
    """Return the call with R's name of the first argument of the formula method."""
    first, *others = call.arguments
    if isinstance(first.value, Constant):
        return Call(
            call.function,
            (Argument("formula", parse_formula(str(first.value.value)).tree), *others),
        )
    return Call(call.function, (Argument("formula", first.value), *others))

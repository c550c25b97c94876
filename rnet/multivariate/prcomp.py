"""`prcomp`: principal components by singular values."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.formula import Formula
from rnet.formulas.model_frame import ModelFrame
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.multivariate.component_scores import (
    new_table,
    read_table_of_numbers,
    scores_of,
    table_of_formula,
)
from rnet.multivariate.importance import Importance, importance_table
from rnet.multivariate.print_components import format_prcomp
from rnet.multivariate.tidy_multivariate import augment_prcomp, tidy_prcomp
from rnet.printing.rounding import round as round_r
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.sums import extended_mean
from rnet.values import named_matrix

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Prcomp(Record):
    """Principal components.

    Attributes
    ----------
    sdev : ndarray, shape (min(n, p),)
        Standard deviations of the components.
    rotation : DataFrame, shape (p, k)
        The directions, a column a component.
    center, scale : Series, ndarray or False
        What was subtracted from the variables, and what they were divided by.
    x : DataFrame or None, shape (n, k)
        The cases' scores.
    call : Call or None
        Kept when a formula was given.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "sdev", "rotation", "center", "scale", "x", "call",
    )  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("x", "call")
    PREFIX: ClassVar[str] = "PC"

    sdev: Doubles
    rotation: pd.DataFrame
    center: Any
    scale: Any
    x: pd.DataFrame | None
    call: Call | None
    frame: ModelFrame | None

    def __str__(self) -> str:
        return self.format()

    def format(self, digits: int | None = None) -> str:
        """Return R's text, without the last newline, with so many significant digits."""
        return format_prcomp(self.sdev, self.rotation, digits)

    @property
    def cases(self) -> pd.DataFrame | None:
        """The scores."""
        return self.x

    @property
    def directions(self) -> pd.DataFrame:
        """The rotation."""
        return self.rotation

    def predict(self, newdata: Any = None) -> pd.DataFrame:
        """Return the scores of new cases.

        Parameters
        ----------
        newdata : DataFrame or array_like, optional
            Columns are found by name; left out, the analysed cases.
        """
        if newdata is None:
            if self.x is None:
                raise RError("no scores are available: refit with 'retx=TRUE'", "retx=True.")
            return self.x
        table = new_table(newdata, self.rotation, self.frame)
        return scores_of(table, self.center, self.scale, self.rotation)

    def summary(self) -> Importance:
        """Return deviations and shares of the variance of the components."""
        shares = self.sdev**2 / (self.sdev**2).sum()
        kept = self.rotation.shape[1]
        all_kept = kept == len(self.sdev)
        table = importance_table(
            self.sdev[:kept],
            np.asarray(round_r(shares, 5))[:kept],
            np.asarray(round_r(np.cumsum(shares), 5))[:kept],
            list(self.rotation.columns),
        )
        first = "" if all_kept else f"first k={kept} (out of {len(self.sdev)}) "
        return Importance(table, f"Importance of {first}components", fewer_digits=3)

    def tidy(self, matrix: str = "u") -> pd.DataFrame:
        """Return the numbers of a part, one a row.

        Parameters
        ----------
        matrix : {"u", "v", "d"}
            Scores, directions, or standard deviations; also broom's longer names.
        """
        return tidy_prcomp(self, matrix)

    def augment(self, data: Any = None) -> pd.DataFrame:
        """Return the cases with their scores.

        Parameters
        ----------
        data : DataFrame, optional
            Columns to put before the scores.
        """
        return augment_prcomp(self, data)

    def plot(self, *args: Any, **kwargs: Any) -> Any:
        """Draw the variances, as `screeplot` does."""
        from rnet.multivariate.screeplot import screeplot  # noqa: PLC0415 - imports this file

        return screeplot(self, *args, **kwargs)


@console_text.register
def _(x: Prcomp, style: Style) -> str:
    return x.format(style.digits)


@keeps_call("prcomp")
def prcomp(
    call: Call,
    x: Any,
    retx: bool = True,
    center: Any = True,
    scale_: Any = False,
    tol: float | None = None,
    rank_: int | None = None,
    *,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> Prcomp:
    """Find the directions in which cases spread most.

    Parameters
    ----------
    x : DataFrame or array_like, shape (n, p); or str
        Cases by variables, or a formula without response, `"~ Murder + Rape"`.
    retx : bool
        Whether to keep the scores.
    center, scale_ : bool or array_like
        Whether variables are centred and brought to variance 1, or by which numbers.
    tol : float, optional
        Components whose deviation is less than this share of the first one's are left out.
    rank_ : int, optional
        Most components.
    data, subset, na_action
        Those of a formula.

    Returns
    -------
    Prcomp
        Prints as R's; `summary`, `predict`, `screeplot` and `biplot` take it.

    Raises
    ------
    RError
        `cannot rescale a constant/zero column to unit variance`, `'x' must be numeric`,
        `infinite or missing values in 'x'`, `response not allowed in formula`.

    Notes
    -----
    R page: `?prcomp`. Signs are those of LAPACK's singular vectors; another LAPACK may turn a
    component around.

    Examples
    --------
    >>> from rnet import data, prcomp
    >>> prcomp(data("USArrests"), scale_=True).sdev.round(4).tolist()
    [1.5749, 0.9949, 0.5971, 0.4164]
    """
    by_formula = isinstance(x, str | Formula)
    if by_formula:
        table = table_of_formula(x, data, subset, na_action)
    else:
        table = read_table_of_numbers(x, "'x' must be numeric")
    values, centers = _shifted(table.values, center)
    values, scales = _scaled(values, scale_, centered=center is not False)
    most = min(values.shape) if rank_ is None else _rank(rank_, values.shape)
    sdev, directions = _decomposed(values)
    if tol is not None:
        most = min(most, int((sdev > sdev[0] * tol).sum()))
    names = [f"PC{place + 1}" for place in range(most)]
    rotation = named_matrix(directions[:, :most], table.column_names, names)
    return Prcomp(
        sdev,
        rotation,
        False if centers is None else table.with_columns(centers),
        False if scales is None else table.with_columns(scales),
        table.with_rows(values @ rotation.to_numpy(), names) if retx else None,
        call if by_formula else None,
        table.frame,
    )


def _shifted(values: Doubles, center: Any) -> tuple[Doubles, Doubles | None]:
    if center is False:
        return values, None
    if center is True:
        with np.errstate(invalid="ignore"):
            centers = np.array([extended_mean(column) for column in values.T])
    else:
        centers = np.asarray(center, dtype=np.float64)
    if len(centers) != values.shape[1]:
        raise RError(
            "length of 'center' must equal the number of columns of 'x'",
            f"There are {values.shape[1]} columns.",
        )
    return values - centers, centers


def _scaled(values: Doubles, scale: Any, *, centered: bool) -> tuple[Doubles, Doubles | None]:
    del centered
    if scale is False:
        return values, None
    if scale is True:
        scales = np.sqrt((values**2).sum(axis=0) / max(1, len(values) - 1))
    else:
        scales = np.asarray(scale, dtype=np.float64)
    if len(scales) != values.shape[1]:
        raise RError(
            "length of 'scale' must equal the number of columns of 'x'",
            f"There are {values.shape[1]} columns.",
        )
    if (scales == 0).any():
        raise RError(
            "cannot rescale a constant/zero column to unit variance",
            "Leave it out, or scale_=False.",
        )
    return values / scales, scales


def _rank(rank: Any, shape: tuple[int, ...]) -> int:
    if not int(rank) > 0:
        raise RError("as.integer(rank.) > 0 is not TRUE", "At least one component.")
    return min(int(rank), *shape)


def _decomposed(values: Doubles) -> tuple[Doubles, Doubles]:
    """Return standard deviations, shape (r,), and directions, shape (p, r)."""
    if 0 in values.shape:
        raise RError("a dimension is zero", "Give cases and variables.")
    if not np.isfinite(values).all():
        raise RError("infinite or missing values in 'x'", "Drop incomplete rows: `na_omit`.")
    _, singular, turned = np.linalg.svd(values, full_matrices=False)
    return singular / np.sqrt(max(1, len(values) - 1)), turned.T

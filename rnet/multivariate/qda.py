"""`qda`: quadratic discriminant analysis, as R's package MASS does it."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.terms import Terms
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_written_call
from rnet.multivariate.discriminant_call import (
    DiscriminantPrediction,
    as_printed,
    factor_levels,
    left_out_answer,
    likeliest,
    read_cases,
)
from rnet.multivariate.grouped_cases import GroupedCases, checked_prior, new_cases, valid_prior
from rnet.multivariate.named_array import NamedArray
from rnet.multivariate.posterior import (
    debiased_quadratic,
    plug_in_quadratic,
    predictive_quadratic,
)
from rnet.multivariate.print_discriminants import format_groups
from rnet.multivariate.quadratic_discriminants import Ellipses, ellipses, left_out_ellipses
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.values import named_matrix

Doubles = npt.NDArray[np.float64]
METHODS = ("moment", "mle", "mve", "t")
RULES = ("plug-in", "predictive", "debiased", "looCV")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class QDA(Record):
    """Groups with covariances of their own.

    Attributes
    ----------
    prior, counts : Series, shape (groups,)
    means : DataFrame, shape (groups, p)
    scaling : NamedArray, shape (p, p, groups)
        Turns the variables of a group into ones of unit covariance.
    ldet : ndarray, shape (groups,)
        Logarithms of the covariances' determinants.
    lev : list of str
    N : int
    call : Call
    terms : Terms or None
    xlevels : dict or None
        Levels of the factors among the predictors.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "prior", "counts", "means", "scaling", "ldet", "lev", "N", "call", "terms", "xlevels",
    )  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("terms", "xlevels")

    prior: "pd.Series[float]"
    counts: "pd.Series[int]"
    means: pd.DataFrame
    scaling: NamedArray
    ldet: Doubles
    lev: list[str]
    N: int
    call: Call
    terms: Terms | None
    xlevels: dict[str, Any] | None
    cases: GroupedCases
    found: Ellipses
    unbiased: bool

    def __str__(self) -> str:
        return self.format()

    def format(self, digits: int | None = None) -> str:
        """Return R's text, without the last newline, with so many significant digits."""
        return format_groups(as_printed(self.call), self.prior, self.means, digits)

    def predict(
        self, newdata: Any = None, prior: Any = None, method: str = "plug-in"
    ) -> DiscriminantPrediction:
        """Return class and probabilities of the groups of cases.

        Parameters
        ----------
        newdata : DataFrame or array_like, optional
            Left out: the cases that were learnt from.
        prior : array_like, optional
            Other probabilities of the groups.
        method : {"plug-in", "predictive", "debiased", "looCV"}
            Whether estimates count as true, are integrated out, are corrected for bias, or are
            made without the case.

        Returns
        -------
        DiscriminantPrediction
            Prints as R's list of `class` and `posterior`.

        Notes
        -----
        R page: `?predict.qda`. R's "debiased" sums as many digamma terms as there are groups,
        not variables; rnet answers as R does.
        """
        rule = match_arg(method, RULES)
        if rule == "looCV" and newdata is not None:
            raise RError("cannot have leave-one-out CV with 'newdata'", "Leave out newdata.")
        shares = np.asarray(self.prior, dtype=np.float64) if prior is None else valid_prior(prior)
        if len(shares) != len(self.prior):
            raise RError("'prior' is of incorrect length", f"There are {len(self.prior)} groups.")
        values, rows = self.cases.values, self.cases.row_names
        if newdata is not None:
            values, rows = new_cases(newdata, self.cases)
        posterior = named_matrix(self._posterior(values, shares, rule), rows, list(self.lev))
        return DiscriminantPrediction(likeliest(posterior, tuple(self.lev)), posterior, None)

    def _posterior(self, values: Doubles, shares: Doubles, rule: str) -> Doubles:
        counts, p = np.asarray(self.counts, dtype=np.float64), values.shape[1]
        if rule == "looCV":
            squares, determinants = left_out_ellipses(
                self.found, values, self.cases.codes, unbiased=self.unbiased
            )
            return plug_in_quadratic(squares, shares, determinants)
        squares = self.found.distances(values)
        if rule == "plug-in":
            return plug_in_quadratic(squares, shares, self.ldet)
        of = debiased_quadratic if rule == "debiased" else predictive_quadratic
        return of(squares, shares, self.ldet, counts, p)


@console_text.register
def _(x: QDA, style: Style) -> str:
    return x.format(style.digits)


@keeps_written_call("qda")
def qda(
    call: Call,
    x: Any,
    grouping: Any = None,
    prior: Any = None,
    method: str = "moment",
    CV: bool = False,  # noqa: N803 - R's name
    nu: float = 5,
    *,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> Any:
    """Tell groups apart that differ in their covariances too.

    Parameters
    ----------
    x : str, DataFrame or array_like
        A formula, `"Species ~ ."`, or cases by variables.
    grouping : array_like, shape (n,)
        The group of each case; after a formula the data frame.
    prior : array_like, optional
        Probabilities of the groups; by default their shares of the cases.
    method : {"moment", "mle", "t"}
        How covariances are estimated; "t" is robust. R's "mve" is not available.
    CV : bool
        Whether to classify each case by the others.
    nu : float
        Degrees of freedom of method "t".
    data, subset, na_action
        Those of a formula; `subset` and `na_action` also choose rows of a matrix.

    Returns
    -------
    QDA, or dict with `CV=True`
        Prints as R's; `predict` takes it. The dict has `class`, `posterior`.

    Raises
    ------
    RError
        `some group is too small for 'qda'`, `rank deficiency in group setosa`, `invalid 'prior'`.

    Notes
    -----
    R page: `?qda` (package MASS).

    Examples
    --------
    >>> from rnet import data, qda
    >>> qda("Species ~ .", data("iris")).ldet.round(3).tolist()
    [-13.067, -10.874, -8.927]
    """
    cases, kept = read_cases(call, x, grouping, data, subset, na_action)
    shares = checked_prior(prior, cases)
    if (cases.counts < cases.values.shape[1] + 1).any():
        raise RError(
            "some group is too small for 'qda'", "Each group needs more cases than variables."
        )
    way = match_arg(method, METHODS)
    if way == "mve":
        raise RError('method "mve" is not available', 'method="t" is robust too.')
    groups = list(cases.levels)
    found = ellipses(cases.values, cases.codes, groups, way, nu)
    if CV:
        if way == "t":
            raise RError("cannot use leave-one-out CV with method ‘t’", 'Use method="moment".')
        squares, determinants = left_out_ellipses(
            found, cases.values, cases.codes, unbiased=way == "moment"
        )
        posterior = plug_in_quadratic(squares, shares, determinants)
        return left_out_answer(cases.matrix(posterior, groups), cases, kept)
    return _record(found, cases, shares, kept, unbiased=way == "moment")


def _record(
    found: Ellipses, cases: GroupedCases, prior: Doubles, call: Call, *, unbiased: bool
) -> QDA:
    groups, p = list(cases.levels), cases.values.shape[1]
    index = pd.Index(groups, dtype=object)
    numbers = [str(place + 1) for place in range(p)]
    return QDA(
        pd.Series(prior, index=index),
        pd.Series(cases.counts, index=index),
        named_matrix(found.means, groups, cases.labels),
        NamedArray(found.scaling, (cases.column_names, numbers, groups)),
        found.determinants,
        groups,
        len(cases.values),
        call,
        None if cases.origin is None else cases.origin.terms,
        factor_levels(cases),
        cases,
        found,
        unbiased,
    )

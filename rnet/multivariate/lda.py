"""`lda`: linear discriminant analysis, as R's package MASS does it."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.describe.summary import summary
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
from rnet.multivariate.grouped_cases import (
    GroupedCases,
    checked_prior,
    new_cases,
    valid_prior,
    warn_of_empty_groups,
)
from rnet.multivariate.linear_discriminants import (
    Discriminants,
    left_out_distances,
    linear_discriminants,
    t_weights,
)
from rnet.multivariate.posterior import debiased, plug_in, predictive
from rnet.multivariate.print_discriminants import format_discriminants, format_groups
from rnet.printing.show import Style, console_text, show
from rnet.record import Record
from rnet.values import named_matrix

Doubles = npt.NDArray[np.float64]
METHODS = ("moment", "mle", "mve", "t")
RULES = ("plug-in", "predictive", "debiased")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class LDA(Record):
    """Linear discriminants.

    Attributes
    ----------
    prior, counts : Series, shape (groups,)
        Probabilities and numbers of cases of the groups that have cases.
    means : DataFrame, shape (groups, p)
    scaling : DataFrame, shape (p, k)
        Turns variables into discriminants.
    lev : list of str
        All groups.
    svd : ndarray, shape (k,)
        Deviations between groups by those within.
    N : int
    call : Call
    terms : Terms or None
    xlevels : dict or None
        Levels of the factors among the predictors.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "prior", "counts", "means", "scaling", "lev", "svd", "N", "call", "terms", "xlevels",
    )  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("terms", "xlevels")

    prior: "pd.Series[float]"
    counts: "pd.Series[int]"
    means: pd.DataFrame
    scaling: pd.DataFrame
    lev: list[str]
    svd: Doubles
    N: int
    call: Call
    terms: Terms | None
    xlevels: dict[str, Any] | None
    cases: GroupedCases

    def __str__(self) -> str:
        return self.format()

    def format(self, digits: int | None = None) -> str:
        """Return R's text, without the last newline, with so many significant digits."""
        groups = format_groups(as_printed(self.call), self.prior, self.means, digits)
        return groups + format_discriminants(self.scaling, self.svd, digits)

    def coef(self) -> pd.DataFrame:
        """Return the coefficients of the discriminants."""
        return self.scaling

    def predict(
        self,
        newdata: Any = None,
        prior: Any = None,
        dimen: int | None = None,
        method: str = "plug-in",
    ) -> DiscriminantPrediction:
        """Return class, probabilities of the groups and discriminants of cases.

        Parameters
        ----------
        newdata : DataFrame or array_like, optional
            Left out: the cases that were learnt from.
        prior : array_like, optional
            Other probabilities of the groups.
        dimen : int, optional
            How many discriminants to use.
        method : {"plug-in", "predictive", "debiased"}
            Whether estimates count as true, are integrated out, or are corrected for bias.

        Returns
        -------
        DiscriminantPrediction
            Prints as R's list of `class`, `posterior` and `x`.

        Notes
        -----
        R page: `?predict.lda`. Where R is odd: "predictive" scales the cases to variances divided
        by n but not the means, and "debiased" takes -k/n of the group for theory's +k/2n.
        """
        shares = np.asarray(self.prior, dtype=np.float64) if prior is None else self._shares(prior)
        rule = match_arg(method, RULES)
        values, rows = self.cases.values, self.cases.row_names
        if newdata is not None:
            values, rows = new_cases(newdata, self.cases)
        scaling, means = self.scaling.to_numpy(), self.means.to_numpy()
        centre = shares @ means
        scores, centres = (values - centre) @ scaling, (means - centre) @ scaling
        kept = scores.shape[1] if dimen is None else min(int(dimen), scores.shape[1])
        posterior = self._posterior(scores, centres, shares, kept, rule)
        found = named_matrix(posterior, rows, list(self.means.index))
        names = [f"LD{place + 1}" for place in range(kept)]
        discriminants = named_matrix(scores[:, :kept], rows, names)
        return DiscriminantPrediction(likeliest(found, tuple(self.lev)), found, discriminants)

    def _shares(self, prior: Any) -> Doubles:
        found = valid_prior(prior)
        if len(found) != len(self.prior):
            raise RError("'prior' is of incorrect length", f"There are {len(self.prior)} groups.")
        return found

    def _posterior(
        self, scores: Doubles, centres: Doubles, shares: Doubles, kept: int, rule: str
    ) -> Doubles:
        counts = np.asarray(self.counts, dtype=np.float64)
        if rule == "predictive":
            scaled = scores * np.sqrt(self.N / (self.N - len(counts)))
            squares = _squares(scaled, centres)
            return predictive(squares, shares, counts, self.means.shape[1])
        squares = _squares(scores[:, :kept], centres[:, :kept])
        if rule == "debiased":
            return debiased(squares, shares, counts, kept)
        return plug_in(squares, shares)

    def plot(self, *args: Any, **kwargs: Any) -> Any:
        """Draw the groups by discriminants: `dimen` of them, histograms for one."""
        from rnet.multivariate.plot_lda import plot_lda  # noqa: PLC0415 - matplotlib is heavy

        return plot_lda(self, *args, **kwargs)


def _squares(scores: Doubles, centres: Doubles) -> Doubles:
    """Return squared distances of cases to means, shape (n, groups)."""
    away = scores[:, None, :] - centres[None, :, :]
    return np.asarray((away**2).sum(axis=2), dtype=np.float64)


@console_text.register
def _(x: LDA, style: Style) -> str:
    return x.format(style.digits)


@keeps_written_call("lda")
def lda(
    call: Call,
    x: Any,
    grouping: Any = None,
    prior: Any = None,
    tol: float = 1e-4,
    method: str = "moment",
    CV: bool = False,  # noqa: N803 - R's name
    nu: float = 5,
    *,
    data: Any = None,
    subset: Any = None,
    na_action: Any = None,
) -> Any:
    """Find the directions in which groups differ most, and what tells groups apart.

    Parameters
    ----------
    x : str, DataFrame or array_like
        A formula, `"Species ~ ."`, or cases by variables.
    grouping : array_like, shape (n,)
        The group of each case; after a formula the data frame.
    prior : array_like, optional
        Probabilities of the groups; by default their shares of the cases.
    tol : float
        A variable whose deviation within groups is less counts as constant.
    method : {"moment", "mle", "t"}
        How the covariance is estimated; "t" is robust. R's "mve" is not available.
    CV : bool
        Whether to classify each case by the others.
    nu : float
        Degrees of freedom of method "t".
    data, subset, na_action
        Those of a formula; `subset` and `na_action` also choose rows of a matrix.

    Returns
    -------
    LDA, or dict with `CV=True`
        Prints as R's; `predict`, `coef` and `plot` take it. The dict has `class`, `posterior`.

    Raises
    ------
    RError
        `variable 5 appears to be constant within groups`, `invalid 'prior'` and R's other words.

    Notes
    -----
    R page: `?lda` (package MASS). Signs are those of LAPACK's singular vectors. Method "t" prints
    a summary of its weights at each iteration, as R's does.

    Examples
    --------
    >>> from rnet import data, lda
    >>> lda("Species ~ .", data("iris")).svd.round(3).tolist()
    [48.643, 4.58]
    """
    cases, kept = read_cases(call, x, grouping, data, subset, na_action)
    way = match_arg(method, METHODS)
    if way == "mve":
        raise RError('method "mve" is not available', 'method="t" is robust too.')
    if way == "t" and not nu > 2:
        raise RError("'nu' must exceed 2", "The variance is infinite otherwise.")
    if CV and way == "t":
        raise RError("cannot use leave-one-out CV with method ‘t’", 'Use method="moment".')
    shares = checked_prior(prior, cases)
    warn_of_empty_groups(cases)
    shares = shares[cases.counts > 0]
    codes, groups = cases.among_used()
    if CV:
        squares = left_out_distances(cases.values, codes, unbiased=way == "moment")
        return left_out_answer(cases.matrix(plug_in(squares, shares), groups), cases, kept)
    weights = t_weights(cases.values, codes, nu, _show_weights) if way == "t" else None
    found = linear_discriminants(
        cases.values, codes, shares, tol, weights=weights, nu=nu, unbiased=way == "moment"
    )
    return _record(found, cases, shares, groups, kept)


def _show_weights(weights: Doubles) -> None:
    show(summary(weights))


def _record(
    found: Discriminants, cases: GroupedCases, prior: Doubles, groups: list[str], call: Call
) -> LDA:
    index = pd.Index(groups, dtype=object)
    names = [f"LD{place + 1}" for place in range(len(found.ratios))]
    return LDA(
        pd.Series(prior, index=index),
        pd.Series(cases.counts[cases.counts > 0], index=index),
        named_matrix(found.means, groups, cases.labels),
        named_matrix(found.scaling, cases.column_names, names),
        list(cases.levels),
        found.ratios,
        len(cases.values),
        call,
        None if cases.origin is None else cases.origin.terms,
        factor_levels(cases),
        cases,
    )

"""pROC's `roc`: the ROC curve of a predictor of two classes."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.evaluate.auc import Auc, area_of, checked_partial
from rnet.evaluate.ci_auc import CiAuc, delong_interval
from rnet.evaluate.classify import classify, one_variable
from rnet.evaluate.print_roc import format_roc
from rnet.evaluate.roc_points import rates_at, roc_points
from rnet.evaluate.roc_request import RocRequest, roc_request
from rnet.language.tree import Call
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.record import Record
from rnet.values import NA

Doubles = npt.NDArray[np.float64]
DIRECTIONS = ("auto", "<", ">")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Roc(Record):
    """A ROC curve.

    Attributes
    ----------
    percent : bool
        Whether rates and areas are percentages.
    sensitivities, specificities, thresholds : ndarray, shape (m,)
        The points of the curve.
    direction : str
        "<" when cases have the larger values, ">" when the smaller.
    cases, controls : ndarray
        Values of the predictor in the two classes.
    auc : Auc or None
        The area under the curve.
    call : Node
        The call of `roc`.
    original_predictor, original_response : Any
        As given; None when controls and cases were.
    predictor, response : ndarray or None
        Without incomplete cases and other classes.
    levels : tuple of str or None
        The classes of controls and cases.
    ci : CiAuc or None
        The interval of the area, when asked for.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "percent", "sensitivities", "specificities", "thresholds", "direction", "cases",
        "controls", "auc", "call", "original.predictor", "original.response", "predictor",
        "response", "levels", "ci",
    )  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("auc", "response", "levels", "ci")

    percent: bool
    sensitivities: Doubles
    specificities: Doubles
    thresholds: Doubles
    direction: str
    cases: Doubles
    controls: Doubles
    auc: Auc | None
    call: Call
    original_predictor: Any
    original_response: Any
    predictor: Doubles | None
    response: Any
    levels: tuple[str, str] | None
    ci: CiAuc | None
    names_in_print: tuple[str, str] | None

    def __str__(self) -> str:
        """Return the text of R's print.roc."""
        return format_roc(self)

    @property
    def unit(self) -> float:
        """What a share of one reads: 100 in percent."""
        return 100.0 if self.percent else 1.0

    @property
    def cases_larger(self) -> bool:
        """Whether larger values mean a case."""
        return self.direction == "<"

    def rates_at(self, thresholds: Doubles) -> tuple[Doubles, Doubles]:
        """Return sensitivities and specificities, as shares, at some thresholds."""
        return rates_at(thresholds, self.controls, self.cases, cases_larger=self.cases_larger)

    def plot(self, **options: Any) -> Any:
        """Draw the curve; see `plot_roc`."""
        from rnet.evaluate.plot_roc import plot_roc  # noqa: PLC0415 - it builds on Roc

        return plot_roc(self, **options)


@keeps_call("roc.default", dots=("partial_auc", "partial_auc_focus", "partial_auc_correct"))
def roc(
    call: Call,
    response: Any = None,
    predictor: Any = None,
    controls: Any = None,
    cases: Any = None,
    *,
    formula: Any = None,
    data: pd.DataFrame | None = None,
    levels: Sequence[Any] | None = None,
    percent: bool = False,
    na_rm: bool = True,
    direction: str = "auto",
    quiet: bool = False,
    auc: bool = True,
    ci: bool = False,
    plot: bool = False,
    partial_auc: Sequence[float] | None = None,
    partial_auc_focus: str = "specificity",
    partial_auc_correct: bool = False,
) -> Any:
    """Return the ROC curve of a predictor of two classes.

    The classes and the direction it assumes are written to standard error, as in R.

    Parameters
    ----------
    response : array_like, shape (n,), str or DataFrame
        The classes. A formula `"y ~ x"` with the data next; or a data frame, followed by the
        names of the response and the predictor in it.
    predictor : array_like, shape (n,)
        Numbers or an ordered factor.
    controls, cases : array_like
        The values of both classes, instead of response and predictor.
    formula, data
        The formula and its data frame, by name.
    levels : sequence of two, optional
        The classes of controls and cases; default the first two.
    percent : bool
        Rates and areas in percent.
    na_rm : bool
        Whether incomplete cases are left out; otherwise they make the result NA.
    direction : {"auto", "<", ">"}
        Whether controls have smaller or larger values than cases; "auto" compares medians.
    quiet : bool
        No messages.
    auc, ci, plot : bool
        Whether to compute the area, its interval, and to draw the curve.
    partial_auc : sequence of two floats, optional
        Bounds of a partial area.
    partial_auc_focus : {"specificity", "sensitivity"}
        What the bounds are of.
    partial_auc_correct : bool
        Whether the partial area is standardized.

    Returns
    -------
    Roc
        Of a formula with several predictors a dict of them. NaN for infinite values.

    Raises
    ------
    RError
        pROC's messages: `'response' must have two levels`, `No case observation.`,
        `Predictor must be numeric or ordered.` and others.

    Notes
    -----
    R page: `?pROC::roc`. Fawcett (2006), Pattern Recognition Letters 27, 861-874.

    Examples
    --------
    >>> y, x = [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]
    >>> roc(y, x, quiet=True)
    <BLANKLINE>
    Call:
    roc.default(response = y, predictor = x, quiet = TRUE)
    <BLANKLINE>
    Data: x in 2 controls (y 0) < 2 cases (y 1).
    Area under the curve: 0.75
    """
    requests = roc_request(call, response, predictor, controls, cases, formula, data)
    match_arg(direction, DIRECTIONS)
    found: dict[str, Roc | float] = {}
    for name, request in requests.items():
        groups = _grouped(request, levels, na_rm, quiet)
        if isinstance(groups, float):
            found[name] = groups
            continue
        curve = _curve(request, groups, match_arg(direction, DIRECTIONS), percent, quiet)
        if auc:
            specification = checked_partial(partial_auc, partial_auc_focus, partial_auc_correct)
            curve = replace(curve, auc=area_of(curve, specification))
        if ci:
            curve = replace(curve, ci=delong_interval(curve, 0.95))
        if plot:
            curve.plot()
        found[name] = curve
    return found if len(found) > 1 else next(iter(found.values()))


@dataclass(frozen=True, slots=True)
class _Groups:
    """The values of both classes."""

    controls: Doubles
    cases: Doubles
    levels: tuple[str, str] | None = None
    response: Any = None
    predictor: Doubles | None = None


def _grouped(
    request: RocRequest, levels: Sequence[Any] | None, na_rm: bool, quiet: bool
) -> _Groups | float:
    """Return both groups, or the NA or NaN that the data allow."""
    if request.response is None:
        both = [_numbers(values) for values in (request.controls, request.cases)]
        if not na_rm and any(np.isnan(values).any() for values in both):
            return NA
        controls, cases = (values[~np.isnan(values)] for values in both)
        groups = _Groups(controls, cases)
    else:
        found = _by_response(request, levels, na_rm, quiet)
        if found is None:
            return NA
        groups = found
    if not len(groups.controls):
        raise RError("No control observation.")
    if not len(groups.cases):
        raise RError("No case observation.")
    if np.isinf(groups.controls).any() or np.isinf(groups.cases).any():
        warn(
            "Infinite values(s) in predictor, cannot build a valid ROC curve. NaN returned instead."
        )
        return float("nan")
    return groups


def _by_response(
    request: RocRequest, levels: Sequence[Any] | None, na_rm: bool, quiet: bool
) -> _Groups | None:
    if not isinstance(request.response, pd.DataFrame | pd.Series) and np.ndim(request.response) > 1:
        warn(
            "Deprecated use a matrix as response. Unexpected results may be produced, please pass "
            "a vector or factor."
        )
    classes = classify(request.response)
    chosen = _levels(classes.labels, levels, quiet)
    if len(classes.codes) != len(one_variable(request.predictor)):
        raise RError("Response and predictor must be vectors of the same length.")
    values = _numbers(request.predictor)
    labels = np.array([*classes.labels, None], dtype=object)[classes.codes]
    missing = np.isnan(values) | (classes.codes < 0)
    if missing.any() and not na_rm:
        return None
    kept = ~missing & np.isin(labels.astype(str), chosen)
    labels, values = labels[kept].astype(str), values[kept]
    response = np.asarray(one_variable(request.response))[kept]
    return _Groups(
        values[labels == chosen[0]], values[labels == chosen[1]], chosen, response, values
    )


def _levels(
    labels: Sequence[str | None], levels: Sequence[Any] | None, quiet: bool
) -> tuple[str, str]:
    if levels is not None:
        if isinstance(levels, str) or len(levels) != 2:
            raise RError("'levels' argument must have length 2")
        control, case = (str(classify([level]).labels[0]) for level in levels)
        return control, case
    if len(labels) < 2:
        raise RError("'response' must have two levels")
    if len(labels) > 2:
        warn(
            "'response' has more than two levels. Consider setting 'levels' explicitly or using "
            "'multiclass.roc' instead"
        )
    chosen = str(labels[0]), str(labels[1])
    if not quiet:
        sys.stderr.write(f"Setting levels: control = {chosen[0]}, case = {chosen[1]}\n")
    return chosen


def _numbers(values: Any) -> Doubles:
    variable = one_variable(values)
    if isinstance(variable, pd.Categorical) and variable.ordered:
        warn(
            "Ordered predictor converted to numeric vector. Threshold values will not correspond "
            "to values in predictor."
        )
        codes = variable.codes.astype(np.float64) + 1
        return np.where(codes > 0, codes, NA)
    if not pd.api.types.is_any_real_numeric_dtype(variable.dtype):
        raise RError("Predictor must be numeric or ordered.")
    return np.asarray(variable, dtype=np.float64)


def _curve(request: RocRequest, groups: _Groups, direction: str, percent: bool, quiet: bool) -> Roc:
    if direction == "auto":
        direction = "<" if np.median(groups.controls) <= np.median(groups.cases) else ">"
        if not quiet:
            sys.stderr.write(f"Setting direction: controls {direction} cases\n")
    points = roc_points(groups.controls, groups.cases, cases_larger=direction == "<")
    unit = 100.0 if percent else 1.0
    return Roc(
        percent=percent,
        sensitivities=points.sensitivities * unit,
        specificities=points.specificities * unit,
        thresholds=points.thresholds,
        direction=direction,
        cases=groups.cases,
        controls=groups.controls,
        auc=None,
        call=request.call,
        original_predictor=request.predictor,
        original_response=request.response,
        predictor=groups.predictor,
        response=groups.response,
        levels=groups.levels,
        ci=None,
        names_in_print=request.names,
    )

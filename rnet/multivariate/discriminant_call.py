"""What `lda` and `qda` share in reading their arguments."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import factor_of
from rnet.formulas.formula import Formula, parse_formula
from rnet.language.tree import Argument, Call, Constant
from rnet.multivariate.grouped_cases import GroupedCases, cases_of_formula, cases_of_matrix
from rnet.printing.plain_list import PlainList
from rnet.values import is_matrix

AFTER_FORMULA = ("formula", "data")
LAST = ("subset", "na.action")


def read_cases(
    call: Call, x: Any, grouping: Any, data: Any, subset: Any, na_action: Any
) -> tuple[GroupedCases, Call]:
    """Return the cases, and the call as R's method for such an `x` keeps it.

    Raises
    ------
    RError
        `infinite, NA or NaN values in 'x'`, `a dimension is zero`.
    """
    if isinstance(x, str | Formula):
        found = cases_of_formula(x, grouping if data is None else data, subset, na_action)
        call = _named(_with_formula(call), AFTER_FORMULA)
        call = Call(call.function, (*_others(call), *_those(call)))
    else:
        found = cases_of_matrix(x, grouping, subset, na_action)
        own = isinstance(x, pd.DataFrame) and not is_matrix(x)
        call = _named(call, ("x",) if own else ("x", "grouping", "prior"))
    if not found.values.shape[1]:
        raise RError("a dimension is zero", "There are no predictors.")
    if not np.isfinite(found.values).all():
        raise RError("infinite, NA or NaN values in 'x'", 'na_action="na.omit" drops such cases.')
    return found, call


def _with_formula(call: Call) -> Call:
    first, *others = call.arguments
    if isinstance(first.value, Constant):
        first = Argument(first.name, parse_formula(str(first.value.value)).tree)
    renamed = [Argument("data", a.value) if a.name == "grouping" else a for a in others]
    first = Argument(None if first.name == "x" else first.name, first.value)
    return Call(call.function, (first, *sorted(renamed, key=lambda a: a.name != "data")))


def _named(call: Call, names: tuple[str, ...]) -> Call:
    """Name the arguments given by position after the method's own."""
    free = iter([name for name in names if all(a.name != name for a in call.arguments)])
    named = [a if a.name else Argument(next(free, None), a.value) for a in call.arguments]
    return Call(call.function, tuple(named))


def _others(call: Call) -> list[Argument]:
    return [argument for argument in call.arguments if argument.name not in LAST]


def _those(call: Call) -> list[Argument]:
    return [a for name in LAST for a in call.arguments if a.name == name]


def as_printed(call: Call) -> Call:
    """Return the call without the name of its first argument, as R prints it."""
    first, *others = call.arguments
    return Call(call.function, (Argument(None, first.value), *others))


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class DiscriminantPrediction(PlainList):
    """What `lda` or `qda` says of cases; R's `class` is the attribute `class_`.

    Attributes
    ----------
    class_ : Categorical, shape (n,)
        The likeliest group.
    posterior : DataFrame, shape (n, groups)
        A matrix: the probabilities of the groups.
    x : DataFrame or None, shape (n, k)
        A matrix: the discriminants, of `lda`.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("class", "posterior", "x")
    KEPT_AS: ClassVar[Mapping[str, str]] = {"class": "class_"}
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("x",)

    class_: pd.Categorical
    posterior: pd.DataFrame
    x: pd.DataFrame | None


def likeliest(posterior: pd.DataFrame, levels: tuple[str, ...]) -> pd.Categorical:
    """Return the likeliest group of each case; ties draw from R's stream, NaN has none."""
    from rnet.evaluate.max_col import max_col  # noqa: PLC0415 - one use

    known = [str(name) for name in posterior.columns]
    place = np.asarray(max_col(posterior.to_numpy()), dtype=np.float64)
    codes = [-1 if np.isnan(at) else levels.index(known[int(at) - 1]) for at in place]
    return factor_of(codes, list(levels), ordered=False)


def left_out_answer(posterior: pd.DataFrame, cases: GroupedCases, call: Call) -> dict[str, Any]:
    """Return what `CV=True` gives."""
    found: dict[str, Any] = {
        "class": likeliest(posterior, cases.levels),
        "posterior": posterior,
    }
    if cases.origin is None:
        return {**found, "call": call}
    terms = cases.origin.terms
    return {**found, "terms": terms, "call": call, "xlevels": factor_levels(cases)}


def factor_levels(cases: GroupedCases) -> dict[str, Any] | None:
    """Return the levels of the factors among the predictors; None without a formula."""
    if cases.origin is None:
        return None
    terms = cases.origin.terms
    known = terms.encoding.levels
    names = [name for name in terms.frame_names[1:] if name in known]
    return {name: np.array(known[name], dtype=object) for name in names}

"""Analysis of variance of linear models (R pages `?anova.lm`, `?anova.mlm`)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.distributions.tails import chi_squared_upper, f_upper
from rnet.formulas.fitted import HasDesign
from rnet.language.deparse import deparse, deparse_line
from rnet.linear.anova_table import AnovaTable, after_missing, anova_table
from rnet.linear.lm_fit import LeastSquares
from rnet.match_arg import match_arg
from rnet.sums import extended_sum
from rnet.values import NA

if TYPE_CHECKING:
    from rnet.linear.fitted_model import FittedModel
    from rnet.linear.linear_model import LM

Floats: TypeAlias = npt.NDArray[np.float64]

TESTS = ("F", "Chisq", "Cp")
PERFECT = 1e-10
"""Below this share of the model's sum of squares residuals are taken for rounding errors."""


def anova_lm(fit: "LM") -> AnovaTable:
    """Return the sums of squares of the terms in order, each tested against the residuals."""
    _warn_if_perfect(fit, fit.deviance)
    heading = ["Analysis of Variance Table\n", response_line(fit)]
    return term_table(fit.fit, fit.assign, fit.terms.labels, fit.deviance, heading)


def term_table(
    fit: LeastSquares,
    assign: npt.NDArray[np.int64],
    labels: Sequence[str],
    residual: float,
    heading: Sequence[str],
) -> AnovaTable:
    """Return the sums of squares of terms, in order, tested against the residuals.

    Parameters
    ----------
    fit : LeastSquares
    assign : ndarray, shape (p,)
        The term of each column; 0, the intercept, is not shown.
    labels : sequence of str
        Of the terms, from 1.
    residual : float
        The residual sum of squares.
    heading : sequence of str
    """
    numbers = assign[fit.qr.pivot[: fit.rank]]
    squares = fit.effects[: fit.rank] ** 2
    terms = [k for k in np.unique(numbers) if k > 0]
    df = np.array([*(np.sum(numbers == k) for k in terms), fit.df_residual], dtype=np.float64)
    sums = np.array([*(extended_sum(squares[numbers == k]) for k in terms), residual])
    with np.errstate(all="ignore"):
        means = sums / df
        ratio = means / means[-1]
        p = f_upper(ratio, df, fit.df_residual)
    ratio[-1] = p[-1] = NA
    columns = {"Df": df, "Sum Sq": sums, "Mean Sq": means, "F value": ratio, "Pr(>F)": p}
    names = [labels[k - 1] for k in terms]
    return anova_table(columns, [*names, "Residuals"], heading)


def response_line(fit: "FittedModel") -> str:
    """Return the line that names the response."""
    response = fit.formula.response
    assert response is not None
    return f"Response: {deparse_line(response)}"


def _warn_if_perfect(fit: "LM", residual: float) -> None:
    fitted = fit.fit.fitted_values
    weights = fit.model_data.frame.weights
    if weights is None:
        weights = np.ones(len(fitted))
    if residual < PERFECT * extended_sum(weights * fitted**2):
        warn("ANOVA F-tests on an essentially perfect fit are unreliable", stacklevel=6)


def anova_several_lm(fits: "Sequence[LM]", test: str | bool | None, scale: float) -> AnovaTable:
    """Compare linear models, each with the one before it.

    Parameters
    ----------
    fits : sequence of LM
    test : {"F", "Chisq", "Cp"} or False
        None is "F"; False leaves the test out.
    scale : float
        The residual variance; 0 takes that of the largest model.
    """
    kept = with_first_response(fits)
    check_sizes([fit.case_count for fit in kept])
    freedom = np.array([fit.df_residual for fit in kept], dtype=np.float64)
    residual = np.array([fit.deviance for fit in kept])
    columns = {
        "Res.Df": freedom,
        "RSS": residual,
        "Df": after_missing(-np.diff(freedom)),
        "Sum of Sq": after_missing(-np.diff(residual)),
    }
    largest = int(np.argmin(freedom))
    df = freedom[largest]
    with np.errstate(all="ignore"):
        unit = scale if scale > 0 else residual[largest] / df
    chosen = "F" if test is None else test
    if isinstance(chosen, str):
        kind = match_arg(chosen, TESTS)
        if kind == "Cp":
            columns["Cp"] = mallows(residual, freedom, kept[0].case_count, unit)
        else:
            columns |= columns_of_test(kind, columns["Df"], columns["Sum of Sq"], unit, df)
    return anova_table(columns, numbered(kept), ["Analysis of Variance Table\n", models(kept)])


def numbered(fits: "Sequence[FittedModel]") -> list[str]:
    """Return the row names of compared models."""
    return [str(number + 1) for number in range(len(fits))]


def columns_of_test(
    kind: str, df: Floats, gain: Floats, scale: float, df_scale: float
) -> dict[str, Floats]:
    """Return the columns of a test of gains in sums of squares or deviance.

    Parameters
    ----------
    kind : {"F", "Chisq"}
    df, gain : ndarray, shape (rows,)
        NaN where there is nothing to test. A model with fewer parameters has negative ones.
    scale, df_scale : float
        Residual variance or dispersion, and its degrees of freedom.
    """
    with np.errstate(all="ignore"):
        sign = np.sign(df)
        tested = df != 0
        if kind == "F":
            ratio = np.where(tested, gain / df / scale, NA)
            p = np.where(ratio >= 0, f_upper(ratio, np.abs(df), df_scale), NA)
            return {"F": ratio, "Pr(>F)": np.where(np.isnan(ratio), NA, p)}
        p = chi_squared_upper(gain / scale * sign, np.abs(df))
        return {"Pr(>Chi)": np.where(tested & ~np.isnan(df), p, NA)}


def mallows(residual: Floats, freedom: Floats, cases: int, scale: float) -> Floats:
    """Return Mallows' Cp: residual plus twice the scale for every parameter."""
    return residual + 2 * scale * (cases - freedom)


def models(fits: "Sequence[FittedModel]") -> str:
    """Return the formulas of compared models, one a line."""
    width = len(str(len(fits)))
    lines = (
        f"Model {str(number).rjust(width)}: " + "\n".join(deparse(fit.formula.tree))
        for number, fit in enumerate(fits, start=1)
    )
    return "\n".join(lines)


def with_first_response(fits: Sequence[Any]) -> list[Any]:
    """Return the models that have the response of the first; warn of the others."""
    if not all(isinstance(fit, HasDesign) for fit in fits):
        raise RError("models are compared with models", "Name arguments that are none: test='F'.")
    responses = [response_line(fit) for fit in fits]
    others = [text for text in responses if text != responses[0]]
    if others:
        quoted = ", ".join(f'"{text.removeprefix("Response: ")}"' for text in others)
        shown = f"c({quoted})" if len(others) > 1 else quoted
        warn(f"models with response ‘{shown}’ removed because response differs from model 1")
    return [fit for fit, text in zip(fits, responses, strict=True) if text == responses[0]]


def check_sizes(sizes: Sequence[int]) -> None:
    """Refuse models of different data."""
    if len(set(sizes)) > 1:
        raise RError(
            "models were not all fitted to the same size of dataset",
            "Missing values may have dropped other rows: fit all models to complete rows.",
        )

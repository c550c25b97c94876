"""R's `aov`: analysis of variance."""

from collections.abc import Mapping
from typing import Any

from rnet.conditions import RError
from rnet.formula.formula import Formula, parse_formula
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call
from rnet.linear.lm import fit_lm
from rnet.linear.several_responses import MLM
from rnet.linear.variance_model import AOV
from rnet.matched_call import keeps_call

__all__ = ["AOV", "aov"]


@keeps_call("aov")
def aov(
    call: Call,
    formula: str | Formula,
    data: Any = None,
    contrasts: Mapping[str, Any] | None = None,
    subset: Any = None,
    weights: Any = None,
    na_action: Any = None,
) -> AOV:
    """Fit an analysis of variance model.

    Parameters
    ----------
    formula : str
        An R formula. Strata, ``Error(block)``, are not here.
    data, contrasts, subset, weights, na_action
        As for `lm`.

    Returns
    -------
    AOV
        `summary` gives the table, `TukeyHSD` compares the levels of its factors.

    Raises
    ------
    RError
        As `lm`; for a formula with `Error()` and for several responses.

    Notes
    -----
    R page: `?aov`. The numbers are those of `lm`; terms are tested in order.

    Examples
    --------
    >>> from rnet import aov, data
    >>> fit = aov("weight ~ group", data("PlantGrowth"))
    >>> round(fit.summary().table["group", "F value"], 3)
    4.846
    """
    parsed = parse_formula(formula)
    if "Error(" in deparse_line(parsed.right):
        raise RError(
            "error strata are not covered",
            "Put the strata among the terms: 'y ~ block + a'.",
        )
    arguments = {
        "formula": formula,
        "data": data,
        "subset": subset,
        "weights": weights,
        "na_action": na_action,
        "singular_ok": True,
        "contrasts": contrasts,
        "offset": None,
    }
    fit = fit_lm(call, arguments)
    if isinstance(fit, MLM):
        raise RError("aov of several responses is not covered", "Use anova of the fit of lm.")
    return AOV(fit)

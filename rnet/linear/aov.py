"""R's `aov`: analysis of variance."""

from collections.abc import Mapping
from typing import Any

from rnet.conditions import RError
from rnet.formulas.formula import Formula, parse_formula
from rnet.language.tree import Argument, Call, Constant, Node, Symbol
from rnet.linear.chunked.big_lm import BigLM
from rnet.linear.error_strata import AOVStrata, strata_of
from rnet.linear.lm import fit_lm
from rnet.linear.model_data import DATA_ARGUMENTS, model_data
from rnet.linear.several_aov import MAOV
from rnet.linear.several_responses import MLM
from rnet.linear.variance_model import AOV
from rnet.matched_call import keeps_call
from rnet.settings import options

__all__ = ["AOV", "aov"]


ORTHOGONAL = ("contr.helmert", "contr.poly")
"""The contrasts of strata, whatever the session's are: R's last digits come from these."""


@keeps_call("aov")
def aov(
    call: Call,
    formula: str | Formula,
    data: Any = None,
    contrasts: Mapping[str, Any] | None = None,
    subset: Any = None,
    weights: Any = None,
    na_action: Any = None,
) -> Any:
    """Fit an analysis of variance model.

    Parameters
    ----------
    formula : str
        An R formula; ``Error(block)`` among the terms names error strata.
    data, contrasts, subset, weights, na_action
        As for `lm`.

    Returns
    -------
    AOV, AOVStrata or MAOV
        `summary` gives the table, or one for each stratum; `TukeyHSD` compares the levels of
        factors.

    Raises
    ------
    RError
        As `lm`.

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
    return fit_aov(call, arguments)


def fit_aov(call: Call, arguments: Mapping[str, Any]) -> AOV | AOVStrata | MAOV:
    """Fit the model that the arguments of `aov`, by name, describe; the call is kept."""
    errors = error_terms(parse_formula(arguments["formula"]))
    if errors is not None:
        return _with_strata(call, arguments, errors)
    fit = fit_lm(call, arguments)
    if isinstance(fit, MLM):
        return MAOV(fit)
    if isinstance(fit, BigLM):
        raise RError(
            "'data' must be a data.frame, environment, or list",
            "Of a table read by chunks anova(lm(formula, data)) gives the table of the terms.",
        )
    return AOV(fit)


def error_terms(formula: Formula) -> Formula | None:
    """Return the formula inside `Error()`, or None."""
    found = _error_call(formula.right)
    return None if found is None else Formula(None, found)


def _error_call(node: Node) -> Node | None:
    match node:
        case Call(Symbol("Error"), (Argument(_, inner),)):
            return inner
        case Call(Symbol("+"), arguments):
            parts = (_error_call(a.value) for a in arguments if a.value is not None)
            return next((part for part in parts if part is not None), None)
    return None


def _without_error(node: Node) -> Node | None:
    """Return a sum of terms without `Error()`; None if nothing is left."""
    match node:
        case Call(Symbol("Error")):
            return None
        case Call(Symbol("+"), (left, right)):
            kept = [_without_error(a.value) for a in (left, right) if a.value is not None]
            known = [part for part in kept if part is not None]
            if len(known) < 2:
                return known[0] if known else None
            return Call(Symbol("+"), tuple(Argument(None, part) for part in known))
    return node


def _with_strata(call: Call, arguments: Mapping[str, Any], errors: Formula) -> AOVStrata:
    whole = parse_formula(arguments["formula"])
    right = _without_error(whole.right) or Constant("double", 1.0)
    given = {name: arguments[name] for name in DATA_ARGUMENTS}
    made = model_data(**{**given, "formula": Formula(whole.response, right)})
    with options(contrasts=ORTHOGONAL):
        strata = model_data(
            **{**given, "formula": Formula(whole.response, errors.right), "contrasts": None}
        )
    return strata_of(call, arguments, made, strata)

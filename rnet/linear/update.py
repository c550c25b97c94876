"""`update`: fit a model again with some of its arguments changed."""

from collections.abc import Callable, Mapping
from typing import Any

from rnet.conditions import RError
from rnet.formulas.formula import Formula
from rnet.formulas.update_formula import update_formula
from rnet.language.tree import Argument, Call
from rnet.linear.aov import fit_aov
from rnet.linear.chunked.big_glm import BigGLM
from rnet.linear.chunked.big_lm import BigLM
from rnet.linear.error_strata import AOVStrata
from rnet.linear.fitted_model import FittedModel
from rnet.linear.generalized_model import GLM
from rnet.linear.glm import fit_glm
from rnet.linear.linear_model import LM
from rnet.linear.lm import fit_lm
from rnet.linear.several_aov import MAOV
from rnet.linear.several_responses import MLM
from rnet.linear.variance_model import AOV
from rnet.matched_call import keeps_written_call

FITTERS: dict[type, Callable[[Call, Mapping[str, Any]], Any]] = {
    LM: fit_lm,
    MLM: fit_lm,
    GLM: fit_glm,
    BigLM: fit_lm,
    BigGLM: fit_glm,
    AOV: fit_aov,
    AOVStrata: fit_aov,
    MAOV: fit_aov,
}


@keeps_written_call("update")
def update(
    call: Call,
    /,
    object: Any,  # noqa: A002 - R's name
    formula: str | Formula | None = None,
    *,
    evaluate: bool = True,
    **changes: Any,
) -> Any:
    """Fit a model again with a changed formula or other arguments.

    Parameters
    ----------
    object : LM, GLM or AOV
        The model; a formula is changed as by `update_formula`.
    formula : str or Formula, optional
        In it `.` stands for the old sides: ``". ~ . + x"``.
    evaluate : bool, default True
        Whether to fit; otherwise the new call is returned.
    **changes
        Other arguments of the model function; None takes one away.

    Returns
    -------
    LM, GLM, AOV or Call
        The new fit.

    Raises
    ------
    RError
        What the model function raises; `need an object with call component`.

    Notes
    -----
    R pages: `?update`, `?update.formula`. The data are those of the old fit, not, as in R, what
    the name of the data holds now.

    Examples
    --------
    >>> from rnet import data, lm, update
    >>> fit = lm("mpg ~ wt", data("mtcars"))
    >>> update(fit, ". ~ . + hp").coef().round(3).to_dict()
    {'(Intercept)': 37.227, 'wt': -3.878, 'hp': -0.032}
    """
    if isinstance(object, Formula):
        return update_formula(object, "." if formula is None else formula)
    if type(object) not in FITTERS:
        raise RError("need an object with call component", "update takes a fit of lm, glm or aov.")
    unknown = [name for name in changes if name not in object.arguments]
    if unknown:
        raise RError(
            f"unused argument ({unknown[0]})", f"Arguments are: {', '.join(object.arguments)}."
        )
    nodes = {a.name: a for a in call.arguments if a.name and a.name != "evaluate"}
    given = {name: nodes[name.replace("_", ".")] for name in changes}
    if formula is not None:
        changes["formula"] = update_formula(object.formula, formula)
        given["formula"] = Argument("formula", changes["formula"].tree)
    new = _changed(object.call, given, {name for name, value in changes.items() if value is None})
    return refit(object, new, changes) if evaluate else new


def refit(fit: Any, call: Call, changes: Mapping[str, Any]) -> Any:
    """Fit again with some arguments changed, under a new call."""
    return FITTERS[type(fit)](call, {**fit.arguments, **changes})


def with_formula(fit: FittedModel, formula: Formula) -> FittedModel:
    """Fit again with another formula."""
    given = {"formula": Argument("formula", formula.tree)}
    new = _changed(fit.call, given, set())
    found: FittedModel = refit(fit, new, {"formula": formula})
    return found


def _changed(call: Call, given: Mapping[str, Argument], removed: set[str]) -> Call:
    """Return a call with arguments replaced in place, taken away, or added at the end."""
    changed = {argument.name: argument for argument in given.values()}
    gone = {name.replace("_", ".") for name in removed}
    kept = [changed.pop(a.name, a) for a in call.arguments if a.name not in gone]
    added = [argument for name, argument in changed.items() if name not in gone]
    return Call(call.function, (*kept, *added))

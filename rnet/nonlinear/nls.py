"""R's `nls`: nonlinear least squares."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.calculus.functions import FUNCTIONS
from rnet.conditions import RError, warn
from rnet.formulas.formula import Formula, parse_formula
from rnet.language.tree import Argument, Call, Constant
from rnet.linear.update import FITTERS
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.nonlinear.bounded import bounded
from rnet.nonlinear.expectation import Expectation
from rnet.nonlinear.gauss_newton import Ending, Show, iterate, refused
from rnet.nonlinear.model_variables import ModelVariables, model_variables
from rnet.nonlinear.models import LeastSquaresModel, Ordinary, PartiallyLinear
from rnet.nonlinear.nls_control import NlsControl, control_of
from rnet.nonlinear.nonlinear_model import NLS
from rnet.nonlinear.self_start import CURVES, PARAMETERS
from rnet.nonlinear.start_values import Start, start_values
from rnet.settings import current
from rnet.typed_values import as_node

__all__ = ["NLS", "nls"]

Doubles = npt.NDArray[np.float64]
DERIVATIVES = ("numeric", "exact")
ALGORITHMS = ("default", "plinear", "port")


@keeps_call("nls")
def nls(
    call: Call,
    formula: str | Formula,
    data: Any = None,
    start: Any = None,
    control: Any = None,
    algorithm: str = "default",
    trace: bool = False,
    subset: Any = None,
    weights: Any = None,
    na_action: Any = None,
    lower: Any = -np.inf,
    upper: Any = np.inf,
    *,
    derivatives: str = "numeric",
) -> NLS:
    """Fit a nonlinear model by (weighted) least squares.

    Parameters
    ----------
    formula : str
        An R formula whose right side is an expression of variables and parameters,
        ``"rate ~ Vm * conc/(K + conc)"``.
    data : DataFrame or mapping, optional
        Its columns are the variables.
    start : mapping, optional
        Starting values by name; a parameter may be a vector that a factor indexes,
        ``Asym[Tree]``. Not needed for models that start themselves, `SSlogis` and its kin.
    control : NlsControl or mapping, optional
        See `nls_control`.
    algorithm : {"default", "plinear", "port"}
        Gauss-Newton; for partially linear models, where the right side leaves out the linear
        coefficients; with bounds.
    trace : bool, default False
        Whether every iteration is printed.
    subset : array_like or str, optional
        Which rows to use: logical, row numbers from 1, or an R expression.
    weights : array_like or str, optional
        Not negative, one a row, or an R expression.
    na_action : str, optional
        "na.omit", "na.exclude", "na.fail" or "na.pass"; by default the option.
    lower, upper : float, sequence or mapping, optional
        Bounds of the parameters, for "port".
    derivatives : {"numeric", "exact"}
        R's differences, whose rounding limits a fit to some eight digits; or those `D` finds,
        with which `tol` may be as small as 1e-12. R has no such choice.

    Returns
    -------
    NLS
        Prints as in R; see `summary`, `anova`, `predict`, `confint`, `profile`, `plot`.

    Raises
    ------
    RError
        R's messages: `singular gradient`, `step factor 0.000488281 reduced below 'minFactor' of
        0.000976562`, `number of iterations exceeded maximum of 50`, `Missing value or an
        infinity produced when evaluating the model`.

    Notes
    -----
    R page: `?nls`. Bates and Watts (1988), Nonlinear Regression Analysis and Its Applications.
    As in R the derivatives are forward differences, but of self-starting models, which know
    theirs. For "port" see `rnet.nonlinear.bounded`: iterations are counted otherwise than in R.

    Examples
    --------
    >>> from rnet import data, nls
    >>> Puromycin = data("Puromycin")
    >>> fit = nls("rate ~ SSmicmen(conc, Vm, K)", Puromycin, subset="state == 'treated'")
    >>> fit.coef().round(3).to_dict()
    {'Vm': 212.684, 'K': 0.064}
    """
    arguments = {
        "formula": formula, "data": data, "start": start, "control": control,
        "algorithm": algorithm, "trace": trace, "subset": subset, "weights": weights,
        "na_action": na_action, "lower": lower, "upper": upper, "derivatives": derivatives,
    }  # fmt: skip
    return fit_nls(call, arguments)


def fit_nls(call: Call, arguments: Mapping[str, Any]) -> NLS:
    """Fit the model that the arguments of `nls`, by name, describe; the call is kept."""
    formula = _two_sided(parse_formula(arguments["formula"]))
    algorithm = match_arg(arguments["algorithm"], ALGORITHMS)
    control = control_of(arguments["control"])
    show = sys.stdout.write if arguments["trace"] else None
    of = model_variables(formula, arguments, PARAMETERS)
    start = start_values(formula, arguments, of, control, show)
    exact = match_arg(arguments["derivatives"], DERIVATIVES) == "exact"
    expectation = Expectation(
        formula.right, start.names, start.sizes, of.columns,
        {**FUNCTIONS, **CURVES, **of.surroundings}, CURVES,
        control.nDcentral or algorithm == "port", exact,
    )  # fmt: skip
    model = _model(algorithm, expectation.quickened(), of)
    ending = _fitted(algorithm, model, start, control, show, arguments)
    names = start.labels + _linear_names(expectation, ending)
    return NLS(
        formula=formula,
        call=_completed(call, algorithm, control, trace=bool(arguments["trace"])),
        arguments={**arguments, "algorithm": algorithm},
        control=control,
        parameter_names=names,
        frame=of.frame,
        expectation=expectation,
        model=model,
        ending=ending,
    )


FITTERS[NLS] = fit_nls


def _two_sided(formula: Formula) -> Formula:
    if formula.response is not None:
        return formula
    return Formula(Constant("double", 0.0), formula.right)


def _model(algorithm: str, expectation: Expectation, of: ModelVariables) -> LeastSquaresModel:
    kind: Callable[..., LeastSquaresModel] = PartiallyLinear if algorithm == "plinear" else Ordinary
    return kind(expectation, of.response, of.root_weights)


def _fitted(
    algorithm: str,
    model: LeastSquaresModel,
    start: Start,
    control: NlsControl,
    show: Show | None,
    arguments: Mapping[str, Any],
) -> Ending:
    if algorithm == "port":
        ending = bounded(model, start, control, show, arguments["lower"], arguments["upper"])
        if not ending.converged:
            _complain(replace(ending, message=f"Convergence failure: {ending.message}"), control)
        return ending
    if np.any(np.isfinite(_flat(arguments["lower"]))) or np.any(
        np.isfinite(_flat(arguments["upper"]))
    ):
        warn('upper and lower bounds ignored unless algorithm = "port"')
    first = model.at(start.values)
    if first.is_singular:
        raise RError(
            "singular gradient matrix at initial parameter estimates",
            "Two parameters do the same there: start elsewhere, or leave one out.",
        )
    ending = iterate(model.at, first, control, show, current().digits)
    if not ending.converged:
        _complain(ending, control)
    return ending


def _complain(ending: Ending, control: NlsControl) -> None:
    if not control.warnOnly:
        raise refused(ending)
    warn(ending.message, "The fit is returned as it is.")


def _flat(bounds: Any) -> Doubles:
    values = list(bounds.values()) if isinstance(bounds, Mapping) else bounds
    return np.atleast_1d(np.asarray(values, dtype=np.float64))


def _linear_names(expectation: Expectation, ending: Ending) -> tuple[str, ...]:
    count = len(ending.point.linear)
    if count < 2:
        return (".lin",) * count
    labels = expectation.column_labels(ending.point.parameters)
    return tuple(
        f".lin.{label}" if label else f".lin{number}"
        for number, label in enumerate(labels or [""] * count, start=1)
    )


def _completed(call: Call, algorithm: str, control: NlsControl, *, trace: bool) -> Call:
    """Return the call with algorithm, control and trace as they were used."""
    settings = as_node({name: control[name] for name in control.COMPONENTS})
    filled = {
        "algorithm": Constant("character", algorithm),
        "control": settings,
        "trace": Constant("logical", trace),
    }
    kept = [Argument(a.name, filled.pop(a.name or "", a.value)) for a in call.arguments]
    return Call(call.function, (*kept, *(Argument(name, node) for name, node in filled.items())))

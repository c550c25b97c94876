"""`confidence_interval`: intervals for the weights and the network information criterion."""

from dataclasses import dataclass
from statistics import NormalDist
from typing import ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.matched_call import refuses_unknown
from rnet.neural.activations import Activation
from rnet.neural.exclude import fixed_weights
from rnet.neural.information import HiddenLayer, OutputLayer, Sandwich, information, sandwich
from rnet.neural.network import ForwardPass, forward
from rnet.neural.nn import NN, WeightList, check_network, without_missing
from rnet.neural.predict_nn import no_weights
from rnet.record import Record
from rnet.values import NA

Doubles = npt.NDArray[np.float64]

PAGE = "vignettes/does_rnet_match_r.md"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ConfidenceInterval(Record):
    """Intervals for the weights of a network.

    Attributes
    ----------
    lower_ci, upper_ci : list
        For each repetition a list of matrices shaped as its weights, NA for excluded ones; None
        where there is no interval.
    nic : Series
        The network information criterion of each repetition, its error plus the trace of
        B A^-; NaN where it cannot be computed.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("lower.ci", "upper.ci", "nic")

    lower_ci: list[WeightList | None]
    upper_ci: list[WeightList | None]
    nic: "pd.Series[float]"

    def __str__(self) -> str:
        from rnet.printing.show import format_r  # noqa: PLC0415 - text, seldom wanted

        return format_r({name: self[name] for name in self.COMPONENTS})


@refuses_unknown
def confidence_interval(
    x: NN, alpha: float = 0.05, *, corrected: bool = False
) -> ConfidenceInterval:
    """Estimate intervals for the weights of a network with at most one hidden layer.

    They rest on the asymptotic normality of the weights of an identified network; an irrelevant
    hidden unit makes them meaningless.

    Parameters
    ----------
    x : NN
        A network of `neuralnet`, best trained with a small threshold.
    alpha : float, default 0.05
        One minus the probability an interval has.
    corrected : bool, default False
        Use the right derivatives. R, which is followed otherwise, puts one kind of second
        derivative into the wrong row, leaves out products between outputs, and takes `act_fct`
        for the outputs also where `output_act_fct` is another function. With one output and a
        small threshold the effect is small.

    Returns
    -------
    ConfidenceInterval
        `lower_ci`, `upper_ci` and `nic`.

    Raises
    ------
    RError
        `weights were not calculated`, for several hidden layers, and for case weights.

    Warns
    -----
    RWarning
        Where repetitions have no interval, and where R itself has none.

    Notes
    -----
    R page: `?neuralnet::confidence.interval`. R stops for `err_fct="sse"`, relu, excluded
    weights and repetitions that did not converge; here the same formulas are applied. Where R's
    lists become shorter, rnet's hold None.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> fit = rnet.neuralnet("case ~ parity", rnet.data("infert"), hidden=0, err_fct="ce",
    ...                      linear_output=False)
    >>> found = rnet.confidence_interval(fit)
    >>> found.lower_ci[0][0].round(2).ravel().tolist()
    [-1.24, -0.2]
    """
    check_network(x)
    if x.weights is None:
        raise no_weights()
    if len(x.layout.units) > 3:
        raise RError(
            "nic and confidence intervals will not be calculated for more than one hidden layer "
            "of neurons",
            "Train a network with one hidden layer.",
        )
    if x.training is not None and x.training.case_weights is not None:
        raise RError("confidence intervals do not know case weights", "Train without 'weights'.")
    _check_alpha(alpha)
    _tell_differences(x, corrected)
    kept = fixed_weights(x.layout, x.exclude, None).free(x.layout.size)
    found = [_repetition(x, weights, kept, corrected) for weights in x.weights]
    _warn_of_failures([each.variances is None for each in found])
    halves = [_half_widths(x, each, kept, alpha) for each in found]
    return ConfidenceInterval(
        [_shifted(weights, half, -1) for weights, half in zip(x.weights, halves, strict=True)],
        [_shifted(weights, half, 1) for weights, half in zip(x.weights, halves, strict=True)],
        pd.Series(_criteria(x, found), index=["error"] * len(found)),
    )


def _check_alpha(alpha: float) -> None:
    if not isinstance(alpha, int | float | np.number) or not 0 < alpha < 1:
        raise RError("Argument 'alpha' must be a number between 0 and 1")


def _tell_differences(x: NN, corrected: bool) -> None:
    failed = len(x.outcomes) - len(x.converged)
    reasons = {
        "err.fct is 'sse'": x.err_fct.name == "sse",
        "an activation is 'relu'": "relu" in {x.act_fct.name, _output_activation(x, False).name},
        "weights were excluded": x.exclude is not None,
        "repetitions did not converge": failed > 0,
    }
    told = [reason for reason, holds in reasons.items() if holds]
    if told:
        warn(
            "R has no confidence intervals here",
            f"R's confidence.interval stops or leaves the interval out, since {told[0]}; rnet "
            f"applies the same formulas. See {PAGE}.",
        )
    if not corrected and _output_activation(x, True) is not _output_activation(x, False):
        warn(
            "confidence.interval takes act.fct for the output, as R does",
            f"The output's activation is '{x.output_act_fct.name}': "
            f"confidence_interval(fit, corrected=True) uses it. See {PAGE}.",
        )


def _output_activation(x: NN, corrected: bool) -> Activation:
    return x.network.output if corrected or x.linear_output else x.act_fct


def _repetition(
    x: NN, weights: WeightList | None, kept: npt.NDArray[np.int64], corrected: bool
) -> Sandwich:
    if weights is None:
        return Sandwich(np.nan, None)
    values = without_missing(weights)
    run = forward(x.network, values, x.covariate.to_numpy(dtype=np.float64))
    hidden, output = _hidden_layer(x, values, run), _output_layer(x, run, corrected)
    a, b = information(hidden, output, as_in_r=not corrected)
    chosen = np.ix_(kept, kept)
    if not (np.isfinite(a[chosen]).all() and np.isfinite(b[chosen]).all()):
        return Sandwich(np.nan, None)
    return sandwich(a[chosen], b[chosen], len(run.output))


def _hidden_layer(x: NN, weights: WeightList, run: ForwardPass) -> HiddenLayer | None:
    if len(weights) == 1:
        return None
    z, a = run.weighted[0], run.activations[0]
    return HiddenLayer(
        run.inputs[0], x.act_fct.derivative(z, a), x.act_fct.second(z, a), weights[1][1:]
    )


def _output_layer(x: NN, run: ForwardPass, corrected: bool) -> OutputLayer:
    activation = _output_activation(x, corrected)
    z = run.weighted[-1]
    o = activation.value(z)
    first, second = _error_derivatives(x, o, corrected)
    return OutputLayer(
        run.inputs[-1], activation.derivative(z, o), activation.second(z, o), first, second
    )


def _error_derivatives(x: NN, o: Doubles, corrected: bool) -> tuple[Doubles, Doubles]:
    """Return the derivatives of the error by the outputs, with limits for 0/0 of "ce".

    Where output and response are both exactly 1, R takes 1 for both derivatives, where both are
    0 it takes 1 and -1; the limits are -1 and 1, and 1 and 1.
    """
    y = x.response.to_numpy(dtype=np.float64)
    first, second = x.err_fct.derivative(o, y), x.err_fct.second(o, y)
    if x.err_fct.name == "ce" and (np.isnan(first).any() or np.isnan(second).any()):
        ones, zeros = (o == 1) & (y == 1), (o == 0) & (y == 0)
        first[ones], second[ones] = (-1.0 if corrected else 1.0), 1.0
        first[zeros], second[zeros] = 1.0, (1.0 if corrected else -1.0)
    return first, second


def _warn_of_failures(failed: list[bool]) -> None:
    if any(failed):
        warn(
            f"{sum(failed)} of {len(failed)} repetition(s) could not calculate confidence "
            "intervals for the weights; varify that the neural network does not contain "
            "irrelevant neurons",
            f"{len(failed) - sum(failed)} could (the number that R's message gives).",
        )


def _half_widths(
    x: NN, found: Sandwich, kept: npt.NDArray[np.int64], alpha: float
) -> WeightList | None:
    if found.variances is None:
        return None
    flat = np.full(x.layout.size, NA)
    flat[kept] = NormalDist().inv_cdf(1 - alpha / 2) * np.sqrt(found.variances)
    return x.layout.split(flat)


def _shifted(weights: WeightList | None, half: WeightList | None, sign: int) -> WeightList | None:
    if weights is None or half is None:
        return None
    return [np.where(np.isnan(h), NA, w + sign * h) for w, h in zip(weights, half, strict=True)]


def _criteria(x: NN, found: list[Sandwich]) -> Doubles:
    assert x.result_matrix is not None  # there are weights
    nic = np.full(len(found), np.nan)
    converged = [number - 1 for number in x.converged]
    nic[converged] = x.result_matrix.loc["error"].to_numpy(dtype=np.float64)
    nic += [each.trace for each in found]
    return nic

"""`perceptron`: one unit, trained by the lecture's rule or by Rosenblatt's."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.activations import STEP, Activation
from rnet.deep.arguments import not_negative, positive, whole
from rnet.deep.cases import Cases, cases_of
from rnet.deep.class_outputs import Outputs
from rnet.deep.perceptron_fit import Path, Rates, correct, descend
from rnet.deep.perceptron_model import Perceptron
from rnet.deep.start_layers import activation_of
from rnet.formulas.formula import Formula
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.rng.state import DRAWING, generator

Reals = npt.NDArray[np.float64]
Rate = float | Callable[[int], float]


@keeps_call("perceptron")
def perceptron(
    call: Call,
    formula: str | Formula,
    data: Any,
    *,
    act: str | Activation | Callable[..., Any] = "logistic",
    rate: Rate | Sequence[Rate] = 0.02,
    maxit: int = 5000,
    tol: float = 1e-12,
    start: Sequence[float] | None = None,
) -> Perceptron:
    """Train a single unit, step by step as on the blackboard.

    With y = f(w0 + sum of wi xi) each step adds to the bias `rate[0]` times the sum over all cases
    of (d - y) f'(z), and to each weight `rate[1]` times the sum of (d - y) f'(z) xi. A unit with
    the step function has no slope to follow; it learns by Rosenblatt's rule, case by case.

    Parameters
    ----------
    formula : str or Formula
        The response: numbers, or a factor of two levels, the second of which counts as 1.
    data : DataFrame
        Complete cases.
    act : str, Activation or function
        "logistic", "linear" ("identity"), "tanh", "step", or any other of `mlp`.
    rate : float, function, or two of them
        Of the bias and of the weights. A function gets the step, counted from 1.
    maxit : int
        The most steps; for the step function, the most passes through the cases.
    tol : float
        Stop when no weight moves by more than this. Rosenblatt's rule stops when all is right.
    start : sequence of float, optional
        Bias and weights to begin with; drawn from N(0, 1) by default.

    Returns
    -------
    Perceptron
        Prints the weights and how training ended; `trace` has every step; `predict`, `summary`
        (beside `lm` or `glm`), `plot` (trace, weights, boundary), `save`.

    Raises
    ------
    RError
        If the steps explode, for three classes or one, for missing values.

    Notes
    -----
    No R function. With the linear unit the rule leads to the coefficients of `lm`; with the
    logistic one to the smallest squared error, which is not the likelihood's maximum: `glm`
    differs. Rosenblatt (1958), The perceptron.

    Examples
    --------
    >>> import rnet
    >>> infert = rnet.data("infert")
    >>> rnet.set_seed(1)
    >>> fit = rnet.perceptron("case ~ parity + induced + spontaneous", infert)
    >>> fit.weights.round(2).tolist()
    [-1.02, -0.96, 1.29, 2.17]
    >>> print(rnet.table(infert["case"], fit.predict(infert)["case"] > 0.5))
    <BLANKLINE>
        FALSE TRUE
      0   143   22
      1    37   46
    """
    unit = activation_of(act)
    if unit.derivative is None:
        raise RError(f"one unit cannot be a {unit.name} one", "It needs several outputs: `mlp`.")
    cases = cases_of(formula, data, response=True)
    wanted, outputs = _targets(cases, unit)
    rates = _rates(rate)
    with DRAWING:
        first = _start(start, cases.x.shape[1])
    steps, smallest = whole(maxit, "maxit"), not_negative(tol, "tol")
    if unit is STEP:
        path = correct(cases.x, wanted, first, unit, rates, steps)
    else:
        path = descend(cases.x, wanted, first, unit, rates, steps, smallest)
    _check_exploded(path, cases.encoder.input_names)
    return Perceptron(call, unit, path, outputs, cases.encoder, cases, wanted)


def _targets(cases: Cases, unit: Activation) -> tuple[Reals, Outputs]:
    """Return the targets, (n,), and what the output means."""
    assert cases.y is not None  # a response is asked for
    if cases.levels is not None:
        if len(cases.levels) != 2:
            raise RError(
                f"one unit cannot tell {len(cases.levels)} classes apart",
                'Two it can. For more use rnet.mlp(..., hidden=()), or act="softmax" there.',
            )
        return cases.y[:, 1].copy(), Outputs(
            cases.levels[1:], cases.levels, unit.name, cases.factor_levels
        )
    if cases.y.shape[1] != 1:
        raise RError(f"one unit has one output, not {cases.y.shape[1]}", "Use rnet.mlp.")
    wanted = cases.y[:, 0].copy()
    binary = set(np.unique(wanted)) == {0.0, 1.0}
    if unit is STEP and not binary:
        raise RError(
            "a step unit needs a response of zeros and ones",
            "Both must occur; or make the response a factor of two levels.",
        )
    return wanted, Outputs(cases.target_names, ("0", "1") if binary else None, unit.name)


def _rates(given: Any) -> Rates:
    """Return the two rates as a function of the step."""
    both = list(given) if isinstance(given, Sequence | np.ndarray) else [given, given]
    if len(both) != 2 or isinstance(given, str):
        raise RError("'rate' is one rate or two", "Of the bias, and of the weights.")
    first, second = (_rate(one) for one in both)
    return lambda step: (first(step), second(step))


def _rate(given: Any) -> Callable[[int], float]:
    if callable(given):
        return lambda step: positive(given(step), "rate")
    constant = positive(given, "rate")
    return lambda _step: constant


def _start(given: Any, inputs: int) -> Reals:
    if given is None:
        return generator().normal(1 + inputs)
    try:
        found = np.array(given, dtype=np.float64)
    except (TypeError, ValueError):
        found = np.array([np.nan])
    if found.shape != (1 + inputs,) or not np.isfinite(found).all():
        raise RError(f"'start' must be {1 + inputs} numbers", "The bias, then a weight each.")
    return found


def _check_exploded(path: Path, inputs: Sequence[str]) -> None:
    if np.isfinite(path.losses).all() and np.isfinite(path.weights).all():
        return
    largest = int(np.argmax(np.abs(path.weights[:-1][-1][1:])))
    raise RError(
        f"the steps explode: the error is infinite after {len(path.losses) - 1} of them",
        f"'{inputs[largest]}' has the largest weight. Take a smaller rate, or scale the inputs.",
    )

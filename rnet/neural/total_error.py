"""The error a network is trained to make small: the sum over all cells."""

import numpy as np
import numpy.typing as npt

from rnet.conditions import warn
from rnet.neural.error_functions import ErrorFunction
from rnet.neural.network import forward
from rnet.neural.problem import Problem
from rnet.neural.rprop import ordered_sum

Doubles = npt.NDArray[np.float64]


def training_error(problem: Problem, flat: Doubles) -> float:
    """Return the error of a problem at flat weights; NaN outside the functions' range."""
    network = problem.network
    output = forward(network, network.layout.split(flat), problem.covariate).output
    with np.errstate(all="ignore"):
        return summed_error(problem.error, output, problem.response, problem.case_weights)


def summed_error(
    function: ErrorFunction, output: Doubles, response: Doubles, case_weights: Doubles | None
) -> float:
    """Return the sum of the errors of all cells, each row times its case weight.

    With "ce" and outputs that are probabilities, cells of 0 log(0) are left out.
    """
    cells = function.value(output, response)
    if case_weights is not None:
        cells = cells * case_weights[:, None]
    total = ordered_sum(cells)
    if function.name == "ce" and np.isnan(total) and ((output >= 0) & (output <= 1)).all():
        flat = cells.ravel(order="F")
        return ordered_sum(flat[~np.isnan(flat)])
    return total


def reported_error(
    function: ErrorFunction, output: Doubles, response: Doubles, case_weights: Doubles | None
) -> float:
    """Return the error of a trained network, with R's warnings where it is no number."""
    total = summed_error(function, output, response, case_weights)
    if function.name == "ce":
        for argument in (output, 1.0 - output):
            if (argument < 0).any():
                warn("NaNs produced", "The logarithm of an output outside [0, 1].")
    if np.isnan(total):
        warn(
            "'err.fct' does not fit 'data' or 'act.fct'",
            "The error of the trained network is not a number.",
        )
    return total

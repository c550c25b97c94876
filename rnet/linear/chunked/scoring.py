"""Fisher scoring over a large table: a pass an iteration, with R's rules when to stop and halve."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from rnet.conditions import RError, warn
from rnet.linear.chunked.glm_pass import GlmPart
from rnet.linear.chunked.triangle import solved
from rnet.linear.glm_control import GlmControl
from rnet.linear.glm_fit import Observer
from rnet.linear.glm_point import NO_START
from rnet.linear.model_data import Floats
from rnet.linear.qr import NEGLIGIBLE, Reflections
from rnet.values import NA

Evaluate: TypeAlias = Callable[[Floats | None], GlmPart]


@dataclass(frozen=True, slots=True)
class Place:
    """Coefficients, shape (p,), None for the first means, and what the table tells there."""

    estimate: Floats | None
    part: GlmPart


@dataclass(frozen=True, slots=True)
class Scored:
    """How the iteration ended.

    Attributes
    ----------
    last, before : Place
        The last point, and the one its step was made at.
    effects : ndarray, shape (p,)
    qr : Reflections
        Of the last step's triangle.
    iterations : int
    converged, at_boundary : bool
    """

    last: Place
    before: Place
    effects: Floats
    qr: Reflections
    iterations: int
    converged: bool
    at_boundary: bool


def scored(
    evaluate: Evaluate, start: Floats | None, control: GlmControl, observe: Observer
) -> Scored:
    """Iterate until the deviance settles.

    Parameters
    ----------
    evaluate : callable
        Makes a pass at some coefficients.
    start : ndarray, shape (p,), optional
    control : GlmControl
    observe : callable
        Told the deviance after each iteration.
    """
    here = before = Place(start, evaluate(start))
    if not here.part.possible or here.part.triangle is None:
        raise RError("cannot find valid starting values: please specify some", NO_START)
    tolerance = min(NEGLIGIBLE, control.epsilon / 1000)
    effects, qr = np.zeros(0), None
    converged = at_boundary = False
    iteration = 0
    for iteration in range(1, control.maxit + 1):
        estimate, effects, qr = _solution(here, tolerance, iteration)
        if not np.all(np.isfinite(estimate[qr.pivot[: qr.rank]])):
            warn(f"non-finite coefficients at iteration {iteration}")
            break
        proposal = Place(estimate, evaluate(estimate))
        observe(iteration, proposal.part.deviance)
        before = here
        here, at_boundary = _held_inside(evaluate, proposal, before.estimate, control, observe)
        change = abs(here.part.deviance - before.part.deviance)
        if change / (abs(here.part.deviance) + 0.1) < control.epsilon:
            converged = True
            break
    assert qr is not None  # there is at least one iteration
    return Scored(here, before, effects, qr, iteration, converged, at_boundary)


def _solution(here: Place, tolerance: float, iteration: int) -> tuple[Floats, Floats, Reflections]:
    if not here.part.informative or here.part.triangle is None:
        raise RError(
            f"no observations informative at iteration {iteration}",
            "Every weight is zero, or the link is flat at every linear predictor.",
        )
    return solved(here.part.triangle, tolerance)[:3]


def _has_deviance(part: GlmPart) -> bool:
    return bool(np.isfinite(part.deviance))


def _is_possible(part: GlmPart) -> bool:
    return part.possible


LIMITS = (
    (
        _has_deviance,
        "step size truncated due to divergence",
        "inner loop 1; cannot correct step size",
    ),
    (_is_possible, "step size truncated: out of bounds", "inner loop 2; cannot correct step size"),
)
"""What a point must keep to, R's warning when a step is halved for it, and its last word."""


def _held_inside(
    evaluate: Evaluate,
    proposal: Place,
    last: Floats | None,
    control: GlmControl,
    observe: Observer,
) -> tuple[Place, bool]:
    """Halve the step back to the last coefficients until deviance and means are possible."""
    here, is_cut = proposal, False
    for is_kept, warning, error in LIMITS:
        if is_kept(here.part):
            continue
        if last is None or here.estimate is None:
            raise RError(
                "no valid set of coefficients has been found: please supply starting values",
                NO_START,
            )
        warn(warning)
        is_cut = True
        for _ in range(control.maxit + 1):
            halfway = (np.nan_to_num(here.estimate) + np.nan_to_num(last)) / 2
            halfway[np.isnan(here.estimate)] = NA
            here = Place(halfway, evaluate(halfway))
            if is_kept(here.part):
                break
        else:
            raise RError(error, NO_START)
        observe(None, here.part.deviance)
    return here, is_cut

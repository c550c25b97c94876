"""Profiles of generalized linear models, numbers of R 4.2 (`profile(fit)`, package MASS)."""

import numpy as np
import pytest

from rnet import binomial, data, format_r, glm, profile
from rnet.conditions import RError

MTCARS = data("mtcars")
# Iterations end where the deviance settles to 1e-8: its root near the estimate has fewer digits.
TOLERANCE = 1e-7
ROOTS = [
    -2.81351293748443, -2.55057643415182, -2.27052365032308, -1.9705967277218, -1.64728297861933,
    -1.29599790121513, -0.910594931735747, -0.482597946112721, 0, 0.554586225440224,
    1.20670507540955, 1.99435207199176, 2.97624196731557,
]  # fmt: skip
INTERCEPTS = [
    30.6064121972054, 28.2755129872032, 25.9474490283492, 23.6221089665488, 21.299353177083,
    18.9791423334967, 16.6617562614691, 14.3481365064736, 12.0403696589627, 9.74220996951932,
    7.45908552555005, 5.19549976515556, 2.94308723304478,
]  # fmt: skip


def test_of_a_family_without_dispersion() -> None:
    found = profile(glm("am ~ wt", binomial, MTCARS))
    assert found.names() == ["(Intercept)", "wt"]
    assert found["wt"].names() == ["z", "par.vals"]
    np.testing.assert_allclose(found["wt"].z, ROOTS, rtol=TOLERANCE, atol=TOLERANCE)
    values = found["wt"].par_vals["(Intercept)"]
    np.testing.assert_allclose(values, INTERCEPTS, rtol=TOLERANCE)


def test_of_a_family_with_dispersion() -> None:
    fit = glm("mpg ~ wt + hp", data=MTCARS)
    found = profile(fit, which=2, alpha=0.05, maxsteps=3, delta=0.5)
    assert found.names() == ["wt"]
    np.testing.assert_allclose(found["wt"].tau, [-1, -0.5, 0, 0.5, 1], atol=TOLERANCE)
    assert format_r(found["wt"]).splitlines()[:2] == [
        "   tau par.vals.(Intercept) par.vals.wt par.vals.hp",
        "1 -1.0          38.39039038 -4.51056424 -0.02582464",
    ]
    assert str(found).endswith('[1] "profile.glm" "profile"    ')
    with pytest.raises(RError, match="subscript out of bounds"):
        found["hp"]

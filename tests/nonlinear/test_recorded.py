"""The session with `nls` that R 4.6.0 and R 4.2.2 recorded, its text and its numbers."""

import numpy as np
import pytest
from oracles import doubles, stats_cases

import rnet

# The last step of an iteration depends on the last bits of differences over 1.5e-8.
ITERATED = 1e-10


@pytest.mark.parametrize("version", ["r460", "r422"])
def test_power_curve_of_cars(version) -> None:
    case = next(case for case in stats_cases("inference", version) if case["id"] == "nls-basic")
    text = {step["code"]: step.get("output") for step in case["steps"]}
    cars = rnet.data("cars")
    with rnet.options(r_version="4.6" if version == "r460" else "4.2"):
        fit = rnet.nls("dist ~ a * speed^b", cars, start={"a": 1, "b": 1.5})
        assert rnet.format_r(fit) + "\n" == text["fit"]
        assert rnet.format_r(fit.summary()) + "\n" == text["summary(fit)"]
    values = {name: doubles(v["value"]["data"]) for name, v in case["values"].items()}
    np.testing.assert_allclose(fit.coef(), values["coef"], rtol=ITERATED)
    table = fit.summary().coefficients.to_numpy().ravel(order="F")
    np.testing.assert_allclose(table, values["se"], rtol=ITERATED)

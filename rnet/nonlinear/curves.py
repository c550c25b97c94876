"""The curves of self-starting models, with their slopes."""

from collections.abc import Callable
from functools import cache
from typing import Any

from rnet.calculus.deriv import DerivedValue, WithDerivatives, deriv

EXPRESSIONS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "SSlogis": ("Asym/(1 + exp((xmid - input)/scal))", ("Asym", "xmid", "scal"), "input"),
    "SSfpl": ("A + (B - A)/(1 + exp((xmid - input)/scal))", ("A", "B", "xmid", "scal"), "input"),
    "SSmicmen": ("Vm * input/(K + input)", ("Vm", "K"), "input"),
    "SSasymp": ("Asym + (R0 - Asym) * exp(-exp(lrc) * input)", ("Asym", "R0", "lrc"), "input"),
    "SSasympOff": ("Asym * (1 - exp(-exp(lrc) * (input - c0)))", ("Asym", "lrc", "c0"), "input"),
    "SSasympOrig": ("Asym * (1 - exp(-exp(lrc) * input))", ("Asym", "lrc"), "input"),
    "SSbiexp": (
        "A1 * exp(-exp(lrc1) * input) + A2 * exp(-exp(lrc2) * input)",
        ("A1", "lrc1", "A2", "lrc2"),
        "input",
    ),
    "SSgompertz": ("Asym * exp(-b2 * b3^x)", ("Asym", "b2", "b3"), "x"),
    "SSweibull": (
        "Asym - Drop * exp(-exp(lrc) * x^pwr)", ("Asym", "Drop", "lrc", "pwr"), "x",
    ),
    "SSfol": (
        "Dose * (exp(-input * exp(lKe)) - exp(-input * exp(lKa))) * exp(lKe + lKa - lCl)/"
        "(exp(lKa) - exp(lKe))",
        ("lKe", "lKa", "lCl"),
        "Dose, input",
    ),
}  # fmt: skip
"""For each model its expression, its parameters in order, and its inputs."""


@cache
def derived(name: str) -> WithDerivatives:
    """Return the function of input and parameters that gives values and slopes."""
    expression, parameters, inputs = EXPRESSIONS[name]
    return deriv(expression, parameters, (*inputs.split(", "), *parameters))


def curve_named(name: str) -> Callable[..., DerivedValue]:
    """Return the same, built when it is first called."""

    def curve(*given: Any) -> DerivedValue:
        return derived(name)(*given)

    return curve

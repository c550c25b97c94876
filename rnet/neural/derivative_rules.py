"""The derivatives of elementwise functions, by the names NumPy and SciPy give them.

A function of one argument has one rule, one of two arguments a rule for each:
`rule(slope, *arguments, value)` is the slope of the result that comes from the slope of this
argument. The arguments may be arrays or dual numbers, so that rules can be differentiated too.
"""
# ruff: noqa: ARG005 - all rules are called with the same arguments

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np

Rule: TypeAlias = Callable[..., Any]

LOCALLY_CONSTANT = frozenset(
    {
        "less",
        "less_equal",
        "greater",
        "greater_equal",
        "equal",
        "not_equal",
        "sign",
        "floor",
        "ceil",
        "trunc",
        "rint",
        "isnan",
        "isinf",
        "isfinite",
        "signbit",
        "logical_and",
        "logical_or",
        "logical_not",
        "heaviside",
    }
)

_LN2, _LN10 = float(np.log(2.0)), float(np.log(10.0))
_BY_ROOT_PI = 2.0 / float(np.sqrt(np.pi))
_NORMAL = 1.0 / float(np.sqrt(2.0 * np.pi))


def _digamma(x: Any) -> Any:
    from scipy.special import digamma  # noqa: PLC0415 - slow to load, seldom wanted

    return digamma(x)


def _polygamma1(x: Any) -> Any:
    from scipy.special import zeta  # noqa: PLC0415 - slow to load, seldom wanted

    return zeta(2.0, x)


def _sign(x: Any) -> Any:
    return np.sign(x)


RULES: dict[str, tuple[Rule, ...]] = {
    "add": (lambda d, a, b, v: d, lambda d, a, b, v: d),
    "subtract": (lambda d, a, b, v: d, lambda d, a, b, v: -d),
    "multiply": (lambda d, a, b, v: d * b, lambda d, a, b, v: a * d),
    "divide": (lambda d, a, b, v: d / b, lambda d, a, b, v: -(d * v / b)),
    "power": (
        lambda d, a, b, v: d * b * np.power(a, b - 1.0),
        lambda d, a, b, v: d * v * np.log(a),
    ),
    "maximum": (lambda d, a, b, v: d * (a > b), lambda d, a, b, v: d * (b > a)),
    "minimum": (lambda d, a, b, v: d * (a < b), lambda d, a, b, v: d * (b < a)),
    "hypot": (lambda d, a, b, v: d * a / v, lambda d, a, b, v: d * b / v),
    "arctan2": (
        lambda d, a, b, v: d * b / (a * a + b * b),
        lambda d, a, b, v: -(d * a / (a * a + b * b)),
    ),
    "logaddexp": (lambda d, a, b, v: d * np.exp(a - v), lambda d, a, b, v: d * np.exp(b - v)),
    "xlogy": (lambda d, a, b, v: d * np.log(b), lambda d, a, b, v: d * a / b),
    "xlog1py": (lambda d, a, b, v: d * np.log1p(b), lambda d, a, b, v: d * a / (1.0 + b)),
    "negative": (lambda d, u, v: -d,),
    "positive": (lambda d, u, v: d,),
    "absolute": (lambda d, u, v: d * _sign(u),),
    "fabs": (lambda d, u, v: d * _sign(u),),
    "square": (lambda d, u, v: d * (2.0 * u),),
    "reciprocal": (lambda d, u, v: -(d * v * v),),
    "sqrt": (lambda d, u, v: d / (2.0 * v),),
    "cbrt": (lambda d, u, v: d / (3.0 * v * v),),
    "exp": (lambda d, u, v: d * v,),
    "exp2": (lambda d, u, v: d * (v * _LN2),),
    "expm1": (lambda d, u, v: d * np.exp(u),),
    "log": (lambda d, u, v: d / u,),
    "log2": (lambda d, u, v: d / (u * _LN2),),
    "log10": (lambda d, u, v: d / (u * _LN10),),
    "log1p": (lambda d, u, v: d / (1.0 + u),),
    "sin": (lambda d, u, v: d * np.cos(u),),
    "cos": (lambda d, u, v: -(d * np.sin(u)),),
    "tan": (lambda d, u, v: d * (1.0 + v * v),),
    "arcsin": (lambda d, u, v: d / np.sqrt(1.0 - u * u),),
    "arccos": (lambda d, u, v: -(d / np.sqrt(1.0 - u * u)),),
    "arctan": (lambda d, u, v: d / (1.0 + u * u),),
    "sinh": (lambda d, u, v: d * np.cosh(u),),
    "cosh": (lambda d, u, v: d * np.sinh(u),),
    "tanh": (lambda d, u, v: d * (1.0 - v * v),),
    "arcsinh": (lambda d, u, v: d / np.sqrt(u * u + 1.0),),
    "arccosh": (lambda d, u, v: d / np.sqrt(u * u - 1.0),),
    "arctanh": (lambda d, u, v: d / (1.0 - u * u),),
    "expit": (lambda d, u, v: d * (v * (1.0 - v)),),
    "logit": (lambda d, u, v: d / (u * (1.0 - u)),),
    "log_expit": (lambda d, u, v: d / (1.0 + np.exp(u)),),
    "erf": (lambda d, u, v: d * (_BY_ROOT_PI * np.exp(-u * u)),),
    "erfc": (lambda d, u, v: -(d * (_BY_ROOT_PI * np.exp(-u * u))),),
    "ndtr": (lambda d, u, v: d * (_NORMAL * np.exp(-0.5 * u * u)),),
    "log_ndtr": (lambda d, u, v: d * (_NORMAL * np.exp(-0.5 * u * u - v)),),
    "gammaln": (lambda d, u, v: d * _digamma(u),),
    "psi": (lambda d, u, v: d * _polygamma1(u),),
}
RULES |= {"fmax": RULES["maximum"], "fmin": RULES["minimum"], "float_power": RULES["power"]}

"""Mathematical functions of numbers, element by element."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.interpreter.builtin import builtin, quick
from rnet.interpreter.coerce import coerced, doubles, given
from rnet.interpreter.values import NA_INTEGER, Named, Value, Vector, boxed
from rnet.language.parser import parse_expression

Doubles = npt.NDArray[np.float64]
NOT_NUMERIC = "non-numeric argument to mathematical function"
_FROM_C = """log1p expm1 sin cos tan asin acos atan sinh cosh log2 log10 lgamma gamma digamma
trigamma cospi sinpi tanpi""".split()  # noqa: SIM905 - so many names read better as text


def numbers(value: Value) -> Vector:
    """Return an argument that must hold numbers.

    Raises
    ------
    RError
        `non-numeric argument to mathematical function`
    """
    vector = boxed(value)
    if not isinstance(vector, Vector) or vector.kind not in ("logical", "integer", "double"):
        raise RError(NOT_NUMERIC)
    return vector


def applied(function: Callable[[Doubles], Any], value: Value) -> Value:
    """Return a function of doubles of a value, with its attributes; warns of new NaN."""
    vector = numbers(value)
    data = coerced(vector, "double")
    with np.errstate(all="ignore"):
        found = np.asarray(function(data), dtype=np.float64)
    unknown = np.isnan(data)
    if unknown.any():
        found = np.where(unknown, data, found)
    if (np.isnan(found) & ~unknown).any():
        warn("NaNs produced")
    return Vector("double", found, vector.attributes)


def _from_formula(name: str) -> Callable[[Doubles], Any]:
    def values(data: Doubles) -> Any:
        if name in ("exp", "log", "tanh"):
            from rnet.neural import c_math

            return getattr(c_math, name)(data)
        import warnings

        from rnet.calculus.functions import FUNCTIONS as OTHERS
        from rnet.formulas.math_functions import FUNCTIONS

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return (FUNCTIONS.get(name) or OTHERS[name])(data)

    return values


def _declare(name: str) -> None:
    @builtin(name, "x", generic=True)
    def run(x: Value) -> Value:
        answer = _of_complex(np.exp, x) if name == "exp" else None
        return answer or applied(_from_formula(name), x)


for _name in [*_FROM_C, "exp", "tanh"]:
    _declare(_name)


@builtin("sqrt", "x", generic=True)
def sqrt(x: Value) -> Value:
    """Return square roots."""
    return _of_complex(np.sqrt, x) or applied(np.sqrt, x)


def _of_complex(function: Callable[[Any], Any], x: Value) -> Vector | None:
    vector = boxed(x)
    if not isinstance(vector, Vector) or vector.kind != "complex":
        return None
    return Vector("complex", function(vector.data), vector.attributes)


def _keep_integers(function: Callable[[Doubles], Any], x: Value) -> Value:
    vector = numbers(x)
    if vector.kind != "double":
        return Vector("integer", coerced(vector, "integer"), vector.attributes)
    return applied(function, vector)


@builtin("floor", "x", generic=True)
def floor(x: Value) -> Value:
    """Return whole numbers not above."""
    return _keep_integers(np.floor, x)


@builtin("ceiling", "x", generic=True)
def ceiling(x: Value) -> Value:
    """Return whole numbers not below."""
    return _keep_integers(np.ceil, x)


@builtin("trunc", "x, ...", generic=True)
def trunc(x: Value, dots: list[Named]) -> Value:
    """Return numbers without their fractions."""
    del dots
    return _keep_integers(np.trunc, x)


@builtin("abs", "x", generic=True)
def absolute(x: Value) -> Value:
    """Return absolute values."""
    vector = boxed(x)
    if isinstance(vector, Vector) and vector.kind == "complex":
        return Vector("double", np.abs(vector.data), vector.attributes)
    vector = numbers(x)
    if vector.kind == "double":
        return Vector("double", np.abs(vector.data), vector.attributes)
    data = coerced(vector, "integer")
    return Vector(
        "integer", np.where(data == NA_INTEGER, data, np.abs(data)).astype(np.int32),
        vector.attributes,
    )  # fmt: skip


@builtin("sign", "x", generic=True)
def sign(x: Value) -> Value:
    """Return signs: -1, 0 or 1."""
    return applied(np.sign, numbers(x))


@builtin("log", "x, base = .missing", generic=True)
def log(x: Value, base: Value) -> Value:
    """Return logarithms, natural unless a base is given."""
    if not given(base):
        return applied(_from_formula("log"), x)
    places = doubles(base)
    if len(places) != 1:
        raise RError("invalid argument 'base' of length 0" if not len(places) else NOT_NUMERIC)
    if places[0] in (2.0, 10.0):
        return applied(_from_formula("log2" if places[0] == 2.0 else "log10"), x)
    divisor = math.log(places[0]) if places[0] > 0 else math.nan
    return applied(lambda data: _from_formula("log")(data) / divisor, x)


@builtin("round", "x, digits = 0, ...", generic=True)
def round_(x: Value, digits: Value, dots: list[Named]) -> Value:
    """Round to decimals."""
    del dots
    from rnet.printing.rounding import round_r

    return _rounded(round_r, x, digits)


@builtin("signif", "x, digits = 6", generic=True)
def signif(x: Value, digits: Value) -> Value:
    """Round to significant digits."""
    from rnet.printing.rounding import signif as signif_r

    return _rounded(signif_r, x, digits)


def _rounded(function: Callable[[Doubles, Any], Any], x: Value, digits: Value) -> Value:
    vector = numbers(x)
    places = doubles(numbers(digits))
    if vector.kind != "double" and (places >= 0).all() and len(places) == 1:
        return Vector("integer", coerced(vector, "integer"), vector.attributes)
    found = function(coerced(vector, "double"), places)
    kept = vector.attributes if len(found) == len(vector.data) else None
    if vector.kind != "double":
        return Vector("integer", coerced(Vector("double", found), "integer"), kept)
    return Vector("double", found, kept)


@builtin("zapsmall", "x, digits = .missing")
def zapsmall(x: Value, digits: Value) -> Value:
    """Round what is tiny beside the largest element to 0."""
    from rnet.printing.rounding import zapsmall as zapsmall_r

    places = int(doubles(digits)[0]) if given(digits) else None
    vector = numbers(x)
    if not len(vector.data):
        return vector
    return Vector("double", zapsmall_r(coerced(vector, "double"), places), vector.attributes)


@builtin("atan2", "y, x")
def atan2(y: Value, x: Value) -> Value:
    """Return angles of points."""
    return _of_two(np.arctan2, y, x)


def _of_two(function: Callable[[Any, Any], Any], x: Value, y: Value) -> Value:
    from rnet.interpreter.arithmetic import joint_attributes, recycled

    a, b = numbers(x), numbers(y)
    kept = joint_attributes(a, b)
    first, second = recycled(coerced(a, "double"), coerced(b, "double"))
    with np.errstate(all="ignore"):
        found = np.asarray(function(first, second), dtype=np.float64)
    if (np.isnan(found) & ~np.isnan(first) & ~np.isnan(second)).any():
        warn("NaNs produced")
    return Vector("double", found, kept)


def _log_beta(a: Doubles, b: Doubles) -> Any:
    from scipy.special import betaln

    return betaln(a, b)


def _beta(a: Doubles, b: Doubles) -> Any:
    from scipy.special import beta

    return beta(a, b)


def _choose(n: Doubles, k: Doubles) -> Any:
    from scipy.special import binom

    size = np.rint(k)
    negative = n < 0
    top = np.where(negative, size - n - 1.0, n)
    found = binom(top, size)
    found = np.where(negative & (np.mod(size, 2.0) == 1.0), -found, found)
    found = np.where(size < 0, 0.0, found)
    return np.where((np.rint(n) == n) & np.isfinite(found), np.rint(found), found)


def _log_choose(n: Doubles, k: Doubles) -> Any:
    from scipy.special import gammaln

    return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)


@builtin("beta", "a, b")
def beta(a: Value, b: Value) -> Value:
    """Return the beta function."""
    return _of_two(_beta, a, b)


@builtin("lbeta", "a, b")
def lbeta(a: Value, b: Value) -> Value:
    """Return the logarithm of the beta function."""
    return _of_two(_log_beta, a, b)


@builtin("choose", "n, k")
def choose(n: Value, k: Value) -> Value:
    """Return binomial coefficients."""
    return _of_two(_choose, n, k)


@builtin("lchoose", "n, k")
def lchoose(n: Value, k: Value) -> Value:
    """Return logarithms of binomial coefficients."""
    return _of_two(_log_choose, n, k)


@builtin("factorial", "x")
def factorial(x: Value) -> Value:
    """Return factorials."""
    if isinstance(x, Vector) and x.kind == "character":
        error = RError("non-numeric argument to binary operator")
        error.call = parse_expression("x + 1")
        raise error
    return applied(lambda data: _from_formula("gamma")(data + 1.0), x)


@builtin("lfactorial", "x")
def lfactorial(x: Value) -> Value:
    """Return logarithms of factorials."""
    return applied(lambda data: _from_formula("lgamma")(data + 1.0), x)


def _root(x: float, *others: float) -> float | None:
    return math.sqrt(x) if not others and x >= 0.0 else None


def _power_of_e(x: float, *others: float) -> float | None:
    return math.exp(x) if not others and -700.0 < x < 700.0 else None


def _natural(x: float, *others: float) -> float | None:
    return math.log(x) if not others and 0.0 < x < math.inf else None


def _size(x: float, *others: float) -> float | None:
    return abs(x) if not others else None


def _nearest(x: float, *others: float) -> float | None:
    if others or not -1e15 < x < 1e15:
        return None
    return x if type(x) is int else float(round(x))


def _below(x: float, *others: float) -> float | None:
    if others or not -1e15 < x < 1e15:
        return None
    return x if type(x) is int else float(math.floor(x))


def _above(x: float, *others: float) -> float | None:
    if others or not -1e15 < x < 1e15:
        return None
    return x if type(x) is int else float(math.ceil(x))


def _of_finite(function: Callable[[float], float]) -> Callable[..., float | None]:
    def found(x: float, *others: float) -> float | None:
        return function(x) if not others and math.isfinite(x) else None

    return found


quick("sqrt", _root)
quick("exp", _power_of_e)
quick("log", _natural)
quick("abs", _size)
quick("round", _nearest)
quick("floor", _below)
quick("ceiling", _above)
quick("sin", _of_finite(math.sin))
quick("cos", _of_finite(math.cos))
quick("tanh", _of_finite(math.tanh))

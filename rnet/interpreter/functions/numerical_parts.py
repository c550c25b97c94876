"""Numbers for functions written in R: orthogonal polynomials, Fourier transforms, Bessel's J."""

import math
import os
from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.interpreter.attributes import dim_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, coerced, is_true
from rnet.interpreter.functions.math import applied
from rnet.interpreter.functions.matrices import matrix_of
from rnet.interpreter.values import Array, Attributes, Value, Vector, double, list_of


def _doubles(value: Value) -> Array:
    return as_kind(value, "double").data


@builtin(".orthogonal", "x, degree")
def orthogonal(x: Value, degree: Value) -> Vector:
    """Return orthonormal polynomials at points, and their recursion."""
    from rnet.formulas.polynomials import orthonormal

    values, recursion = orthonormal(_doubles(x), int(_doubles(degree)[0]))
    return list_of([matrix_of(values), double(recursion.alpha), double(recursion.norm2)])


@builtin(".orthogonal.at", "x, degree, alpha, norm2")
def orthogonal_at(x: Value, degree: Value, alpha: Value, norm2: Value) -> Vector:
    """Return the polynomials of a recursion at other points."""
    from rnet.formulas.polynomials import Recursion, at

    count = int(_doubles(degree)[0])
    recursion = Recursion(_doubles(alpha)[:count], _doubles(norm2)[: count + 2])
    return matrix_of(at(recursion, _doubles(x)))


def _complex(z: Value) -> tuple[Array, Attributes | None]:
    if not isinstance(z, Vector) or z.kind in ("character", "list"):
        raise RError("non-numeric argument")
    sizes = dim_of(z)
    kept = None if sizes is None else {"dim": z.attributes["dim"]}  # type: ignore[index]
    return coerced(Vector(z.kind, z.data), "complex").astype(np.complex128), kept


@builtin("fft", "z, inverse = FALSE")
def fft(z: Value, inverse: Value) -> Vector:
    """Return the discrete Fourier transform, of arrays over all their dimensions."""
    cells, kept = _complex(z)
    shape = cells.shape if kept is None else tuple(kept["dim"].data)
    values = np.reshape(cells, shape, order="F")
    if cells.size:
        change = np.fft.ifftn(values) * cells.size if is_true(inverse) else np.fft.fftn(values)
        values = change
    return Vector("complex", values.ravel(order="F"), kept)


@builtin("mvfft", "z, inverse = FALSE")
def mvfft(z: Value, inverse: Value) -> Vector:
    """Return the discrete Fourier transform of each column."""
    cells, kept = _complex(z)
    if kept is None or len(kept["dim"].data) != 2:
        raise RError("vector-valued (multivariate) series required")
    values = np.reshape(cells, tuple(kept["dim"].data), order="F")
    rows = len(values)
    found = np.fft.ifft(values, axis=0) * rows if is_true(inverse) else np.fft.fft(values, axis=0)
    return Vector("complex", found.ravel(order="F"), kept)


def _bessel(kind: str, x: Value, nu: Value, scaled: Any = None) -> Vector:
    from scipy import special

    at, order = np.broadcast_arrays(_doubles(x), _doubles(nu))
    if np.any(at < 0):
        warn("NaNs produced")
    name = {"I": "iv", "J": "jv", "K": "kv", "Y": "yv"}[kind]
    if scaled is not None and is_true(scaled):
        name += "e"
    values = getattr(special, name)(order, np.where(at < 0, np.nan, at))
    return double(np.asarray(values, dtype=np.float64))


@builtin("besselI", "x, nu, expon.scaled = FALSE")
def bessel_i(x: Value, nu: Value, scaled: Value) -> Vector:
    """Return the modified Bessel function of the first kind."""
    return _bessel("I", x, nu, scaled)


@builtin("besselK", "x, nu, expon.scaled = FALSE")
def bessel_k(x: Value, nu: Value, scaled: Value) -> Vector:
    """Return the modified Bessel function of the third kind."""
    return _bessel("K", x, nu, scaled)


@builtin("besselJ", "x, nu")
def bessel_j(x: Value, nu: Value) -> Vector:
    """Return the Bessel function of the first kind."""
    return _bessel("J", x, nu)


@builtin("besselY", "x, nu")
def bessel_y(x: Value, nu: Value) -> Vector:
    """Return the Bessel function of the second kind."""
    return _bessel("Y", x, nu)


@builtin("psigamma", "x, deriv = 0L")
def psigamma(x: Value, deriv: Value) -> Vector:
    """Return derivatives of the digamma function."""
    from scipy import special

    at, order = np.broadcast_arrays(_doubles(x), np.rint(_doubles(deriv)).astype(int))
    return double(np.array([special.polygamma(n, v) for n, v in zip(order, at, strict=True)]))


@builtin(".running.medians", "x, k")
def running_medians(x: Value, k: Value) -> Vector:
    """Return the medians of windows of odd width that lie within the points."""
    windows = np.lib.stride_tricks.sliding_window_view(_doubles(x), int(_doubles(k)[0]))
    return double(np.median(windows, axis=1))


@builtin(".triangular.condition", "upper")
def triangular_condition(upper: Value) -> float:
    """Return LINPACK's estimate of the condition number of a triangular matrix."""
    from rnet.linear.condition import estimated_condition

    cells = as_kind(upper, "double").data
    size = int(np.sqrt(len(cells)))
    return estimated_condition(cells.reshape(size, size, order="F"))


def _inverse_hyperbolic(name: str) -> None:
    run = np.vectorize(getattr(math, name), otypes=[float])

    def values(data: Array) -> Array:
        inside = {"acosh": data >= 1, "atanh": np.abs(data) < 1}.get(name, ~np.isnan(data))
        found = np.where(np.isnan(data), data, np.nan)
        if name == "atanh":
            found = np.where(np.abs(data) == 1, np.copysign(np.inf, data), found)
        found[inside] = run(data[inside]) if inside.any() else found[inside]
        return found

    @builtin(name, "x", generic=True)
    def inverse(x: Value) -> Value:
        return applied(values, x)


for _name in ("asinh", "acosh", "atanh"):
    _inverse_hyperbolic(_name)


@builtin(".process.number", "")
def process_number() -> int:
    """Return the number of the process."""
    return os.getpid()

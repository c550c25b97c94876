"""Complex numbers: their parts, and the roots of polynomials."""

from collections.abc import Callable
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind
from rnet.interpreter.values import Value, Vector


def _part(name: str, of: Callable[[Any], Any], *, real: bool = True) -> None:
    @builtin(name, "z")
    def part(z: Value) -> Vector:
        """Return a part of complex (or plain) numbers; names and dimensions stay."""
        if not isinstance(z, Vector) or z.kind not in ("double", "integer", "logical", "complex"):
            raise RError("non-numeric argument to function")
        kept = {
            key: item
            for key, item in (z.attributes or {}).items()
            if key in ("names", "dim", "dimnames")
        }
        found = of(as_kind(z, "complex").data)
        if real or z.kind != "complex":
            return Vector("double", np.asarray(found.real, dtype=np.float64), kept)
        return Vector("complex", np.asarray(found, dtype=np.complex128), kept)


_part("Re", lambda z: z.real)
_part("Im", lambda z: z.imag)
_part("Mod", np.abs)
_part("Arg", np.angle)
_part("Conj", np.conj, real=False)


@builtin("polyroot", "z")
def polyroot(z: Value) -> Vector:
    """Return the roots of a polynomial, its coefficients given in increasing order."""
    coefficients = as_kind(z, "complex").data
    filled = np.flatnonzero(coefficients)
    if len(filled) == 0:
        return Vector("complex", np.empty(0, dtype=np.complex128))
    roots = np.polynomial.polynomial.polyroots(coefficients[: filled[-1] + 1])
    order = np.argsort(np.abs(roots), kind="stable")
    return Vector("complex", np.asarray(roots[order], dtype=np.complex128))


@builtin(
    "complex",
    "length.out = 0, real = NULL, imaginary = NULL, modulus = 1, argument = 0",
)
def make_complex(
    length: Value, real: Value, imaginary: Value, modulus: Value, argument: Value
) -> Vector:
    """Return complex numbers from their parts, or from moduli and arguments."""
    count = int(as_kind(length, "double").data[0])
    if real is None and imaginary is None:
        size, angle = as_kind(modulus, "double").data, as_kind(argument, "double").data
        whole = max(count, len(size), len(angle)) if (len(size), len(angle)) != (1, 1) else count
        given = len(size) == 1 == len(angle) and size[0] == 1 and angle[0] == 0
        whole = count if given else max(whole, 1)
        if given:
            return Vector("complex", np.zeros(whole, dtype=np.complex128))
        return Vector("complex", np.resize(size, whole) * np.exp(1j * np.resize(angle, whole)))
    parts = [np.zeros(1) if p is None else as_kind(p, "double").data for p in (real, imaginary)]
    whole = max(count, *(len(part) for part in parts))
    first, second = (np.resize(part, whole) for part in parts)
    return Vector("complex", first + 1j * second)

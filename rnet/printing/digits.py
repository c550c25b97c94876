"""How many digits a number needs: R's decision, in R's precision.

On x86-64 R divides by a power of ten in extended precision (64-bit mantissa), rounds to an
integer of the wanted number of digits and drops its trailing zeros. Plain doubles misjudge
numbers near ties, so the uncertain ones are worked out with Python integers.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

MOST_TRUSTED_DIGITS = 15
LARGEST_TABLE_POWER = 27
LARGEST_EXACT_POWER = 22
EXTENDED_BITS = 64

# R's table holds doubles, so 10^23 to 10^27 are not exact here either.
_POWERS = [int(float(f"1e{power}")) for power in range(LARGEST_TABLE_POWER + 1)]
_EXACT_POWERS = np.array([float(power) for power in _POWERS[: LARGEST_EXACT_POWER + 1]])


@dataclass(frozen=True, slots=True)
class Digits:
    """What each number needs to show its significant digits.

    Attributes
    ----------
    power : ndarray of int, shape (n,)
        Decimal exponent after rounding.
    count : ndarray of int, shape (n,)
        Significant digits left once trailing zeros are dropped.
    widens : ndarray of bool, shape (n,)
        Rounding carried into a power of ten that fixed notation would not show.
    """

    power: Integers
    count: Integers
    widens: npt.NDArray[np.bool_]


def decompose(x: Doubles, digits: int) -> Digits:
    """Find, for finite x >= 0 of shape (n,), what rounding to `digits` significant digits leaves.

    In double precision where that is certain, number by number in extended precision elsewhere.
    """
    power = np.zeros(x.shape, dtype=np.int64)
    count = np.ones(x.shape, dtype=np.int64)
    widens = np.zeros(x.shape, dtype=np.bool_)
    hard = x > 0
    if digits <= MOST_TRUSTED_DIGITS:
        positive = np.flatnonzero(hard)
        easy, powers, counts = _decompose_easy(x[positive], digits)
        power[positive[easy]], count[positive[easy]] = powers, counts
        hard[positive[easy]] = False
    distinct, where = np.unique(x[hard], return_inverse=True)
    if distinct.size:
        found = np.array(
            [decompose_one(value, digits) for value in distinct.tolist()], dtype=np.int64
        )
        power[hard], count[hard] = found[where, 0], found[where, 1]
        widens[hard] = found[where, 2].astype(np.bool_)
    return Digits(power, count, widens)


def _decompose_easy(x: Doubles, digits: int) -> tuple[npt.NDArray[np.bool_], Integers, Integers]:
    """Decompose in double precision; the mask says for which x the answer is certain."""
    scale = np.floor(np.log10(x)).astype(np.int64) - digits + 1
    within = np.abs(scale) <= LARGEST_EXACT_POWER
    factor = _EXACT_POWERS[np.minimum(np.abs(scale), LARGEST_EXACT_POWER)]
    with np.errstate(over="ignore"):  # in the branch not taken
        scaled = np.where(scale < 0, x * factor, x / factor)
    whole = np.rint(scaled)
    # One rounding of relative size 2^-53 must not be able to move the number across a tie.
    near_tie = np.abs(np.abs(scaled - whole) - 0.5) <= scaled * 2.0**-52
    one = float(_POWERS[digits - 1])
    easy = within & ~near_tie & (scaled >= one) & (whole < 10 * one)
    rest = whole[easy].astype(np.int64)
    count = np.full(rest.shape, digits, dtype=np.int64)
    divisible = rest % 10 == 0
    while divisible.any():
        rest = np.where(divisible, rest // 10, rest)
        count -= divisible
        divisible &= rest % 10 == 0
    return easy, scale[easy] + digits - 1, count


def decompose_one(x: float, digits: int) -> tuple[int, int, bool]:
    """Decompose one finite x > 0 exactly as R does: (power, count, widens)."""
    if digits > MOST_TRUSTED_DIGITS:
        mantissa, _, exponent = f"{x:.{digits - 1}e}".partition("e")
        return int(exponent), max(1, len(mantissa.replace(".", "").rstrip("0"))), False
    scale = math.floor(math.log10(x)) - digits + 1
    scaled = _scaled(x, scale)
    if _below(scaled, _POWERS[digits - 1]):  # log10 was rounded up across a power of ten
        scaled = _extended(scaled[0] * 10 << max(scaled[1], 0), 1 << max(-scaled[1], 0))
        scale -= 1
    whole = _nearest_whole(scaled)
    count = digits
    while count and whole % 10 == 0:
        whole //= 10
        count -= 1
    if count == 0:
        count, scale = 1, scale + 1
    power = scale + digits - 1
    return power, count, _widens(x, power, digits)


def _widens(x: float, power: int, digits: int) -> bool:
    """Whether rounding carried into a power of ten that fixed notation would not show."""
    if not 0 < power <= LARGEST_TABLE_POWER:
        return False
    decimals = min(max(digits - power, 0), LARGEST_TABLE_POWER)
    numerator, denominator = x.as_integer_ratio()
    twice = 2 * _POWERS[decimals]
    return numerator * twice < (_POWERS[power] * twice - 1) * denominator


def _scaled(x: float, scale: int) -> tuple[int, int]:
    """Return x / 10^scale in extended precision, as (mantissa, binary exponent)."""
    numerator, denominator = x.as_integer_ratio()
    size = abs(scale)
    if size <= LARGEST_TABLE_POWER:
        if scale < 0:
            return _extended(numerator * _POWERS[size], denominator)
        return _extended(numerator, denominator * _POWERS[size])
    mantissa, exponent = _extended(10**size, 1) if scale > 0 else _extended(1, 10**size)
    if exponent >= 0:
        return _extended(numerator, denominator * (mantissa << exponent))
    return _extended(numerator << -exponent, denominator * mantissa)


def _extended(numerator: int, denominator: int) -> tuple[int, int]:
    """Round a ratio to 64 bits of mantissa, ties to even: (mantissa, binary exponent)."""
    shift = EXTENDED_BITS + 2 - (numerator.bit_length() - denominator.bit_length())
    if shift >= 0:
        quotient, rest = divmod(numerator << shift, denominator)
    else:
        quotient, rest = divmod(numerator, denominator << -shift)
    extra = quotient.bit_length() - EXTENDED_BITS
    return _shifted(quotient, extra, rest != 0), extra - shift


def _shifted(value: int, bits: int, sticky: bool = False) -> int:
    """Drop the low bits of `value`, rounding to nearest, ties to even."""
    low, half = value & ((1 << bits) - 1), 1 << (bits - 1)
    kept = value >> bits
    up = low > half or (low == half and (sticky or kept & 1 == 1))
    return kept + up


def _nearest_whole(number: tuple[int, int]) -> int:
    mantissa, exponent = number
    return mantissa << exponent if exponent >= 0 else _shifted(mantissa, -exponent)


def _below(number: tuple[int, int], bound: int) -> bool:
    mantissa, exponent = number
    return mantissa << max(exponent, 0) < bound << max(-exponent, 0)

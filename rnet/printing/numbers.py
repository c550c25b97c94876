"""R's number formatter: which layout a group of doubles shares, and their texts.

Everything numeric that R prints rests on this. A *group* (a vector, a matrix column, a table)
shares one layout: width, decimals, and whether it is fixed or scientific.

The texts come from the exact binary value; how many digits a number needs is decided in
`rnet.printing.digits`. The two may disagree on a tie, as they do in R.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.printing.digits import Doubles, decompose, decompose_one
from rnet.settings import current
from rnet.values import LARGEST_INTEGER, is_na

CHARACTER_DIGITS = 15
NA_WIDTH, NAN_WIDTH, INF_WIDTH = 2, 3, 3


@dataclass(frozen=True, slots=True)
class Layout:
    """What the numbers of a group have in common.

    Attributes
    ----------
    width : int
        Characters of the widest element, missing values included.
    decimals : int
        Digits after the point, of the mantissa when scientific.
    scientific : bool
        Whether R writes exponents.
    """

    width: int
    decimals: int
    scientific: bool


def format_real(
    values: npt.ArrayLike,
    digits: int | None = None,
    nsmall: int = 0,
    *,
    scipen: int | None = None,
    na_text: str = "NA",
) -> list[str]:
    """Format doubles as one group, all right-justified to a common width.

    Parameters
    ----------
    values : array_like of float, shape (n,)
        NA is told from NaN by its payload (`rnet.NA`).
    digits : int, optional
        Significant digits the group must at least show; default `options(digits)`.
    nsmall : int
        Least number of decimals in fixed notation.
    scipen : int, optional
        Penalty on scientific notation; default `options(scipen)`.
    na_text : str
        How NA is written.

    Examples
    --------
    >>> format_real([1.5, -10, float("inf")])
    ['  1.5', '-10.0', '  Inf']
    """
    numbers = np.asarray(values, dtype=np.float64)
    layout = common_layout(numbers, digits, nsmall, scipen=scipen, na_text=na_text)
    return render(numbers, layout, na_text=na_text)


def common_layout(
    values: Doubles,
    digits: int | None = None,
    nsmall: int = 0,
    *,
    scipen: int | None = None,
    na_text: str = "NA",
) -> Layout:
    """Return the layout R gives a group of doubles; parameters as `format_real`."""
    finite = values[np.isfinite(values)]
    special = _special_width(values, na_text)
    if finite.size == 0:
        return Layout(special, 0, False)
    needed = decompose(np.abs(finite), _digits(digits))
    negative = int(bool((finite < 0).any()))
    left = np.maximum(needed.power + 1 - needed.widens, 1) + (finite < 0)
    decimals = max(0, int((needed.count - needed.power - 1).max()))
    fixed = int(left.max()) + decimals + (decimals > 0)
    mantissa = int(needed.count.max()) - 1
    scientific = _scientific_width(
        negative, mantissa, int(needed.power.max()), int(needed.power.min())
    )
    if fixed > scientific + _scipen(scipen):
        return Layout(max(scientific, special), mantissa, True)
    if nsmall > decimals:
        fixed += nsmall - decimals + (decimals == 0)
        decimals = nsmall
    return Layout(max(fixed, special), decimals, False)


def render(values: Doubles, layout: Layout, *, na_text: str = "NA") -> list[str]:
    """Write doubles in a given layout (R's `sprintf("%*.*f")` or `"%*.*e"`)."""
    letter = "e" if layout.scientific else "f"
    template = f"%{layout.width}.{layout.decimals}{letter}"
    if np.isfinite(values).all():
        return [template % (value + 0.0) for value in values.tolist()]  # + 0.0: no "-0"
    missing = is_na(values).tolist()
    return [
        template % (value + 0.0)
        if math.isfinite(value)
        else _special_text(value, absent, na_text).rjust(layout.width)
        for value, absent in zip(values.tolist(), missing, strict=True)
    ]


def number_text(x: float, digits: int = 7, *, scipen: int | None = None) -> str:
    """Return one number alone, without padding, to `digits` significant digits as `cat` does.

    Examples
    --------
    >>> number_text(1 / 3), number_text(100000.0), number_text(123456.0)
    ('0.3333333', '1e+05', '123456')
    """
    if not math.isfinite(x):
        return _special_text(x, bool(is_na(np.array([x]))[0]), "NA")
    power, count, widens = decompose_one(abs(x), digits) if x else (0, 1, False)
    return _alone(x, power, count, widens, _scipen(scipen))


def number_texts(values: npt.ArrayLike, digits: int = 7) -> list[str]:
    """Return every number alone, as `number_text`, for a whole array.

    Examples
    --------
    >>> number_texts([0.1, 1e5, 22.25])
    ['0.1', '1e+05', '22.25']
    """
    numbers = np.asarray(values, dtype=np.float64)
    finite = np.isfinite(numbers)
    needed = decompose(np.abs(numbers[finite]), digits)
    penalty = _scipen(None)
    texts = (
        _alone(x, power, count, widens, penalty)
        for x, power, count, widens in zip(
            numbers[finite].tolist(),
            needed.power.tolist(),
            needed.count.tolist(),
            needed.widens.tolist(),
            strict=True,
        )
    )
    missing = is_na(numbers).tolist()
    return [
        next(texts) if good else _special_text(x, absent, "NA")
        for x, good, absent in zip(numbers.tolist(), finite.tolist(), missing, strict=True)
    ]


def as_character(x: object) -> str:
    """Return one value as R's `as.character` and `paste` write it: 15 significant digits.

    Booleans give TRUE and FALSE, integers plain digits, None NA; strings stay as they are.

    Examples
    --------
    >>> as_character(0.1 + 0.2), as_character(1e5), as_character(100000), as_character(True)
    ('0.3', '1e+05', '100000', 'TRUE')
    """
    if isinstance(x, bool | np.bool_):
        return "TRUE" if x else "FALSE"
    if isinstance(x, int | np.integer) and abs(int(x)) <= LARGEST_INTEGER:
        return str(int(x))
    if isinstance(x, int | np.integer | float | np.floating):
        return _without_trailing_zeros(number_text(float(x), CHARACTER_DIGITS))
    return "NA" if x is None else str(x)


def as_characters(values: npt.ArrayLike) -> list[str]:
    """Return an array of doubles as `as_character` writes each of them."""
    return [_without_trailing_zeros(text) for text in number_texts(values, CHARACTER_DIGITS)]


def integer_texts(values: Sequence[Any], na_text: str = "NA") -> list[str]:
    """Return integers (None for NA) right-justified to a common width."""
    texts = [na_text if value is None else str(int(value)) for value in values]
    width = max(map(len, texts), default=0)
    return [text.rjust(width) for text in texts]


def _digits(digits: int | None) -> int:
    return current().digits if digits is None else max(1, digits)


def _scipen(scipen: int | None) -> int:
    return current().scipen if scipen is None else scipen


def _scientific_width(negative: int, mantissa: int, highest: int, lowest: int) -> int:
    exponent_digits = 2 if highest >= 100 or lowest <= -100 else 1
    return negative + (mantissa > 0) + mantissa + 4 + exponent_digits


def _special_width(values: Doubles, na_text: str) -> int:
    """Width that NA, NaN, Inf and -Inf ask for."""
    if np.isfinite(values).all():
        return 0
    missing = is_na(values)
    return max(
        len(na_text) if missing.any() else 0,
        NAN_WIDTH if (np.isnan(values) & ~missing).any() else 0,
        INF_WIDTH if np.isposinf(values).any() else 0,
        INF_WIDTH + 1 if np.isneginf(values).any() else 0,
    )


def _special_text(value: float, missing: bool, na_text: str) -> str:
    if math.isnan(value):
        return na_text if missing else "NaN"
    return "Inf" if value > 0 else "-Inf"


def _alone(x: float, power: int, count: int, widens: bool, scipen: int) -> str:
    negative = int(x < 0)
    decimals = max(0, count - power - 1)
    fixed = negative + max(power + 1 - widens, 1) + decimals + (decimals > 0)
    if fixed <= _scientific_width(negative, count - 1, power, power) + scipen:
        return f"{x + 0.0:.{decimals}f}"
    return f"{x:.{count - 1}e}"


def _without_trailing_zeros(text: str) -> str:
    """Drop zeros that a tie left at the end of a fraction."""
    mantissa, mark, exponent = text.partition("e")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").removesuffix(".")
    return mantissa + mark + exponent

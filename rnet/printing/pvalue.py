"""P values as text: R's `format.pval`."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.printing.characters import shaped_like
from rnet.printing.numbers import format_real
from rnet.settings import current

MACHINE_EPSILON = float(np.finfo(np.float64).eps)
SMALLEST_FIXED = -3
ZERO_COUNTS_AS = 1e-50
SIGN_AND_EXPONENT = 6


def format_pval(
    pv: Any,
    digits: int | None = None,
    eps: float = MACHINE_EPSILON,
    na_form: str = "NA",
    nsmall: int = 0,
) -> Any:
    """Format p values; those below `eps` read `<eps`.

    Parameters
    ----------
    pv : float, array_like or Series
        P values.
    digits : int, optional
        Significant digits; default `options(digits)` less 2.
    eps : float
        What counts as practically zero.
    na_form : str
        Text of a missing value.
    nsmall : int
        Least number of decimals.

    Returns
    -------
    str or object array of str
        One text each; Series without names. Ordinary and tiny values are groups of their own.

    Notes
    -----
    R page: `?format.pval`. How many digits `eps` shows, and whether a blank follows `<`,
    depends on the width of the other values.

    Examples
    --------
    >>> format_pval([0.05, 1e-20]).tolist(), format_pval(1e-20, digits=4)
    (['0.05', '<2e-16'], '< 2.2e-16')
    """
    values = np.asarray(pv)
    if values.dtype.kind not in "biuf":
        raise RError("non-numeric argument to mathematical function")
    count = max(1, current().digits - 2) if digits is None else digits
    if count < 1:
        raise RError(f"invalid value {count} for 'digits' argument")
    flat = values.astype(np.float64).ravel()
    return shaped_like(p_value_texts(flat, count, eps, na_form, nsmall), values)


def p_value_texts(
    numbers: npt.NDArray[np.float64],
    count: int,
    eps: float = MACHINE_EPSILON,
    na_form: str = "NA",
    nsmall: int = 0,
) -> list[str]:
    """Return the texts of p values with `count` significant digits; see `format_pval`.

    Examples
    --------
    >>> p_value_texts(np.array([0.05, 1e-20]), 3)
    ['0.05', '<2e-16']
    """
    texts = np.full(len(numbers), na_form, dtype=object)
    known = ~np.isnan(numbers)
    small = known & (numbers < eps)
    ordinary = known & ~small
    texts[ordinary] = _ordinary(numbers[ordinary], count, nsmall)
    texts[small] = _below(eps, count, texts[ordinary].tolist())
    return [str(text) for text in texts]


def _ordinary(values: npt.NDArray[np.float64], digits: int, nsmall: int) -> list[str]:
    """Format values that are not tiny: fixed and scientific ones apart."""
    with np.errstate(invalid="ignore"):
        exponents = np.floor(np.log10(np.where(values == 0, ZERO_COUNTS_AS, values)))
    fixed = (exponents >= SMALLEST_FIXED) | (values == 0)
    if digits > 1:
        fixed |= exponents == SMALLEST_FIXED - 1
    texts = np.empty(len(values), dtype=object)
    for group in (fixed, ~fixed):
        texts[group] = format_real(values[group], digits, nsmall)
    return texts.tolist()


def _below(eps: float, digits: int, others: list[str]) -> str:
    shown = max(1, digits - 2)
    widest = max(map(len, others), default=0)
    if others and shown > 1 and shown + SIGN_AND_EXPONENT > widest:
        shown = max(1, widest - SIGN_AND_EXPONENT - 1)
    tight = shown == 1 and widest <= SIGN_AND_EXPONENT
    return ("<" if tight else "< ") + format_real([eps], shown)[0]

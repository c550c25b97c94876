"""Quantiles of the normal distribution.

M. J. Wichura (1988), *Algorithm AS 241: The percentage points of the normal distribution*, Applied
Statistics 37, 477-484: the routine with 16 digits, as the compiled random numbers have it.
"""

import math

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]

# Coefficients from the highest power down, numerator and denominator.
_CENTRE = (
    (2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
     13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608),
    (5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
     5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0),
)  # fmt: skip
_MIDDLE = (
    (7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
     1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959,
     1.42343711074968357734),
    (1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966,
     0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187,
     1.0),
)  # fmt: skip
_FAR = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
     0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699,
     6.6579046435011037772),
    (2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5,
     7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531,
     0.59983220655588793769, 1.0),
)  # fmt: skip


def _ratio(coefficients: tuple[tuple[float, ...], ...], factor: Doubles, r: Doubles) -> Doubles:
    top, bottom = (np.full_like(r, row[0]) for row in coefficients)
    for upper, lower in zip(coefficients[0][1:], coefficients[1][1:], strict=True):
        top = top * r + upper
        bottom = bottom * r + lower
    return factor * top / bottom


def normal_quantile(p: Doubles, q: Doubles) -> Doubles:
    """Return standard normal quantiles; NaN where the smaller probability is 0.

    Parameters
    ----------
    p, q : ndarray, shape (n,)
        Lower and upper probabilities, p + q = 1.

    Examples
    --------
    >>> normal_quantile(np.array([0.5, 0.975]), np.array([0.5, 0.025])).round(6).tolist()
    [0.0, 1.959964]
    """
    middle = p - 0.5
    found = _ratio(_CENTRE, middle, 0.180625 - middle * middle)
    out = np.abs(middle) > 0.425
    tail = np.minimum(p, q)[out]
    # The C library's logarithm; NumPy's own differs in the last bit.
    logs = [math.log(value) if value > 0 else math.nan for value in tail.tolist()]
    r = np.sqrt(-np.array(logs, dtype=np.float64))
    one = np.ones_like(r)
    size = np.where(r <= 5, _ratio(_MIDDLE, one, r - 1.6), _ratio(_FAR, one, r - 5))
    found[out] = np.where(middle[out] < 0, -size, size)
    return found

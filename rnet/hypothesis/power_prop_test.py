"""`power_prop_test`: power of the comparison of two proportions."""

import math
from typing import Any

from scipy.special import ndtr, ndtri

from rnet.conditions import RError
from rnet.hypothesis.power_htest import PowerHTest, for_each, missing_one, plain_number, solve
from rnet.hypothesis.power_t_test import SIDES
from rnet.match_arg import match_arg


def power_prop_test(
    n: float | None = None,
    p1: float | None = None,
    p2: float | None = None,
    sig_level: float | None = 0.05,
    power: float | None = None,
    alternative: str = "two.sided",
    strict: bool = False,
) -> PowerHTest:
    """Compute the power of comparing two proportions, or what it takes for a power.

    Parameters
    ----------
    n, p1, p2, sig_level, power : float, optional
        Values in each group, both probabilities, error rate and power: the one that is None is
        computed.
    alternative : {"two.sided", "one.sided"}
    strict : bool, default False
        Count rejections on the wrong side too.

    Returns
    -------
    PowerHTest

    Raises
    ------
    RError
        R's text where not exactly one quantity is None.

    Notes
    -----
    R page: `?power.prop.test`; the normal approximation.

    Examples
    --------
    >>> from rnet import power_prop_test
    >>> round(power_prop_test(n=50, p1=0.5, p2=0.75).power, 4)
    0.7402
    """
    n, p1, p2, sig_level, power = map(plain_number, (n, p1, p2, sig_level, power))
    values: dict[str, Any] = {"n": n, "p1": p1, "p2": p2, "sig.level": sig_level, "power": power}
    sought = missing_one({name: values[name] for name in ("n", "p1", "p2", "power", "sig.level")})
    if sig_level is not None and not 0 <= sig_level <= 1:
        raise RError("'sig.level' must be numeric in [0, 1]", f"Not {sig_level!r}.")
    side = match_arg(alternative, SIDES)
    sides = 2 if side == "two.sided" else 1
    if sought == "power":
        values["power"] = for_each(lambda given: _power(given, sides, strict=strict), values)
    else:
        ranges = {"n": (2.0, 1e7), "p1": (0.0, p2), "p2": (p1, 1.0)}
        low, high = ranges.get(sought, (1e-10, 1 - 1e-10))
        values[sought] = solve(
            lambda x: _power({**values, sought: x}, sides, strict=strict),
            float(power or 0),
            float(low or 0),
            float(high or 1),
            sought == "n",
        )
    return PowerHTest(
        {**values, "alternative": side},
        "Two-sample comparison of proportions power calculation",
        "n is number in *each* group",
    )


def _power(values: dict[str, Any], sides: int, *, strict: bool) -> float:
    n, p1, p2 = values["n"], values["p1"], values["p2"]
    z = -float(ndtri(values["sig.level"] / sides))
    together = math.sqrt((p1 + p2) * (1 - (p1 + p2) / 2))
    apart = math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
    distance = math.sqrt(n) * abs(p1 - p2)
    found = float(ndtr((distance - z * together) / apart))
    if strict and sides == 2:
        found += float(ndtr((-distance - z * together) / apart))
    return found

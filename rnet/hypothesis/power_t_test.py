"""`power_t_test`: power of Student's t tests."""

import math
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.distributions.t import pt, qt
from rnet.hypothesis.power_htest import PowerHTest, for_each, missing_one, plain_number, solve
from rnet.match_arg import match_arg

TYPES = ("two.sample", "one.sample", "paired")
SIDES = ("two.sided", "one.sided")
SMALLEST = 1e-7


def power_t_test(
    n: float | None = None,
    delta: float | None = None,
    sd: float | None = 1.0,
    sig_level: float | None = 0.05,
    power: float | None = None,
    type: str = "two.sample",  # noqa: A002 - R's argument name
    alternative: str = "two.sided",
    strict: bool = False,
) -> PowerHTest:
    """Compute the power of a t test, or what it takes for a power.

    Parameters
    ----------
    n, delta, sd, sig_level, power : float, optional
        Values in each group, true difference, standard deviation, error rate and power: the one
        that is None is computed.
    type : {"two.sample", "one.sample", "paired"}
    alternative : {"two.sided", "one.sided"}
    strict : bool, default False
        Count rejections on the wrong side too.

    Returns
    -------
    PowerHTest

    Raises
    ------
    RError
        R's text where not exactly one quantity is None, or an error rate is none.

    Notes
    -----
    R page: `?power.t.test`. Roots are sought to R's tolerance of 1.2e-4.

    Examples
    --------
    >>> from rnet import power_t_test
    >>> round(power_t_test(n=20, delta=1, sd=1).power, 4)
    0.869
    """
    n, delta, sd, sig_level, power = map(plain_number, (n, delta, sd, sig_level, power))
    given = {"n": n, "delta": delta, "sd": sd, "power": power, "sig.level": sig_level}
    sought = missing_one(given)
    if sig_level is not None and not 0 <= sig_level <= 1:
        raise RError("'sig.level' must be numeric in [0, 1]", f"Not {sig_level!r}.")
    kind, side = match_arg(type, TYPES), match_arg(alternative, SIDES)
    samples, sides = (2 if kind == "two.sample" else 1), (2 if side == "two.sided" else 1)
    if delta is not None and sides == 2:
        delta = np.abs(delta) if np.ndim(delta) else abs(delta)

    def power_of(values: dict[str, Any]) -> float:
        return _power(values, samples, sides, strict=strict)

    values: dict[str, Any] = {
        "n": n, "delta": delta, "sd": sd, "sig.level": sig_level, "power": power,
    }  # fmt: skip
    if sought == "power":
        values["power"] = for_each(power_of, values)
    else:
        low, high, grows = _range(sought, values)
        values[sought] = solve(
            lambda x: power_of({**values, sought: x}), float(power or 0), low, high, grows
        )
    titles = {"two.sample": "Two-sample", "one.sample": "One-sample", "paired": "Paired"}
    notes = {
        "two.sample": "n is number in *each* group",
        "paired": "n is number of *pairs*, sd is std.dev. of *differences* within pairs",
    }
    return PowerHTest(
        {**values, "alternative": side},
        f"{titles[kind]} t test power calculation",
        notes.get(kind),
    )


def _range(sought: str, values: dict[str, Any]) -> tuple[float, float, bool]:
    if sought == "n":
        return 2.0, 1e7, True
    if sought == "sd":
        return values["delta"] * SMALLEST, values["delta"] * 1e7, True
    if sought == "delta":
        return values["sd"] * SMALLEST, values["sd"] * 1e7, True
    return 1e-10, 1 - 1e-10, False


def _power(values: dict[str, Any], samples: int, sides: int, *, strict: bool) -> float:
    n, level = values["n"], values["sig.level"]
    df = max(SMALLEST, n - 1) * samples
    cut = float(qt(level / sides, df, lower_tail=False))
    shift = math.sqrt(n / samples) * values["delta"] / values["sd"]
    found = float(pt(cut, df, ncp=shift, lower_tail=False))
    if strict and sides == 2:
        found += float(pt(-cut, df, ncp=shift))
    return float(np.float64(found))

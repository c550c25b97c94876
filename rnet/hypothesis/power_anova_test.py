"""`power_anova_test`: power of the balanced one-way analysis of variance."""

from typing import Any

from rnet.conditions import RError
from rnet.distributions.f import pf, qf
from rnet.hypothesis.power_htest import PowerHTest, for_each, missing_one, plain_number, solve

RANGES = {
    "groups": (2.0, 1e2, True),
    "n": (2.0, 1e5, True),
    "sig.level": (1e-10, 1 - 1e-10, False),
}


def power_anova_test(
    groups: float | None = None,
    n: float | None = None,
    between_var: float | None = None,
    within_var: float | None = None,
    sig_level: float | None = 0.05,
    power: float | None = None,
) -> PowerHTest:
    """Compute the power of a balanced one-way analysis of variance, or what it takes for one.

    Parameters
    ----------
    groups, n, between_var, within_var, sig_level, power : float, optional
        Groups, values in each, variance of the group means, variance within, error rate and power:
        the one that is None is computed.

    Returns
    -------
    PowerHTest

    Raises
    ------
    RError
        R's text where not exactly one quantity is None.

    Notes
    -----
    R page: `?power.anova.test`.

    Examples
    --------
    >>> from rnet import power_anova_test
    >>> round(power_anova_test(groups=4, n=5, between_var=1, within_var=3).power, 4)
    0.3536
    """
    values: dict[str, Any] = {
        "groups": groups, "n": n, "between.var": between_var, "within.var": within_var,
        "sig.level": sig_level, "power": power,
    }  # fmt: skip
    values = {name: plain_number(value) for name, value in values.items()}
    order = ("groups", "n", "between.var", "within.var", "power", "sig.level")
    sought = missing_one({name: values[name] for name in order})
    if sig_level is not None and not 0 <= sig_level <= 1:
        raise RError("'sig.level' must be numeric in [0, 1]", f"Not {sig_level!r}.")
    if sought == "power":
        values["power"] = for_each(_power, values)
    else:
        low, high, grows = RANGES.get(sought) or _variance_range(sought, values)
        values[sought] = solve(
            lambda x: _power({**values, sought: x}), float(power or 0), low, high, grows
        )
    return PowerHTest(
        values,
        "Balanced one-way analysis of variance power calculation",
        "n is number in each group",
    )


def _variance_range(sought: str, values: dict[str, Any]) -> tuple[float, float, bool]:
    other = values["within.var" if sought == "between.var" else "between.var"]
    return other * 1e-7, other * 1e7, True


def _power(values: dict[str, Any]) -> float:
    df = values["groups"] - 1, (values["n"] - 1) * values["groups"]
    shift = df[0] * values["n"] * values["between.var"] / values["within.var"]
    cut = float(qf(values["sig.level"], *df, lower_tail=False))
    return float(pf(cut, *df, ncp=shift, lower_tail=False))

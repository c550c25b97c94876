"""A hypothesis test as a data frame of one row, with the columns of R's package broom."""

from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from rnet.hypothesis.htest import HTest


def tidy_htest(test: "HTest") -> pd.DataFrame:
    """Return estimates, statistic, p value, parameters, limits, method and alternative."""
    ordered: dict[str, Any] = _estimates(test.estimate)
    parameters = _named(test.parameter, "parameter")
    if len(parameters) > 1:
        ordered |= parameters
    ordered |= _named(test.statistic, "statistic")
    ordered["p.value"] = test.p_value
    if len(parameters) == 1:
        ordered |= parameters
    if test.conf_int is not None:
        ordered |= {"conf.low": test.conf_int.lower, "conf.high": test.conf_int.upper}
    ordered["method"] = test.method
    if test.alternative is not None:
        ordered["alternative"] = test.alternative
    return pd.DataFrame({name: [value] for name, value in ordered.items()})


def _named(values: "pd.Series[float] | None", name: str) -> dict[str, float]:
    """Return one number as the column `name`, several under their own names."""
    if values is None:
        return {}
    many = len(values) > 1
    return {_column(str(of)) if many else name: float(value) for of, value in values.items()}


def _estimates(estimate: "pd.Series[float] | None") -> dict[str, float]:
    """Return one estimate, or two and, of means, their difference."""
    if estimate is None:
        return {}
    values = [float(value) for value in estimate]
    if len(values) == 1:
        return {"estimate": values[0]}
    numbered = {f"estimate{place + 1}": value for place, value in enumerate(values)}
    if len(values) == 2 and str(estimate.index[0]).startswith("mean"):
        return {"estimate": values[0] - values[1], **numbered}
    return numbered


def _column(name: str) -> str:
    """Return the name of a parameter as broom spells it."""
    return name.replace("denom df", "den.df").replace(" ", ".")

"""A nonlinear regression as data frames, with the columns of R's package broom."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from rnet.generics import AIC, BIC
from rnet.linear.broom import tidy_tests

if TYPE_CHECKING:
    from rnet.nonlinear.nonlinear_model import NLS


def tidy_nls(fit: "NLS", conf_int: bool, conf_level: float) -> pd.DataFrame:
    """Return one row a parameter."""
    limits: Any = fit.confint(level=conf_level) if conf_int else None
    return tidy_tests(fit.summary().coefficients, list(fit.parameter_names), limits)


def glance_nls(fit: "NLS") -> pd.DataFrame:
    """Return one row of figures."""
    row = {
        "sigma": fit.sigma(),
        "isConv": fit.ending.converged,
        "finTol": fit.ending.tolerance,
        "logLik": fit.logLik().value,
        "AIC": AIC(fit),
        "BIC": BIC(fit),
        "deviance": fit.deviance,
        "df.residual": fit.df_residual,
        "nobs": fit.nobs(),
    }
    return pd.DataFrame([row])

"""A fit as data frames: coefficients, one row of figures, one row a case (R package broom)."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from rnet.generics import AIC, BIC

if TYPE_CHECKING:
    from rnet.linear.chunked.big_glm import BigGLM
    from rnet.linear.chunked.big_lm import BigLM
    from rnet.linear.fitted_model import FittedModel
    from rnet.linear.generalized_model import GLM
    from rnet.linear.linear_model import LM

TIDY = ("estimate", "std.error", "statistic", "p.value")


def tidy_frame(fit: "FittedModel", table: pd.DataFrame, limits: Any) -> pd.DataFrame:
    """Return one row a coefficient; collinear ones are missing.

    Parameters
    ----------
    fit : FittedModel
    table : DataFrame
        The summary's table of coefficients.
    limits : DataFrame or None
        Confidence limits of all coefficients.
    """
    return tidy_tests(table, fit.model_data.design.column_names, limits)


def tidy_tests(table: pd.DataFrame, names: list[str], limits: Any) -> pd.DataFrame:
    """Return one row a name: estimate, standard error, statistic, p value, and its limits."""
    whole = pd.DataFrame(table.to_numpy(), index=table.index, columns=list(TIDY)).reindex(names)
    whole.insert(0, "term", names)
    if limits is not None:
        whole[["conf.low", "conf.high"]] = np.asarray(limits).reshape(-1, 2)
    return whole.reset_index(drop=True)


def glance_lm(fit: "LM | BigLM") -> pd.DataFrame:
    """Return one row of figures on a linear model."""
    summary = fit.summary()
    statistic = summary.f_statistic or (np.nan, np.nan, np.nan)
    return pd.DataFrame(
        {
            "r.squared": [summary.r_squared],
            "adj.r.squared": [summary.adj_r_squared],
            "sigma": [summary.sigma],
            "statistic": [statistic[0]],
            "p.value": [summary.p_value],
            "df": [statistic[1]],
            **_common(fit),
        }
    )


def glance_glm(fit: "GLM | BigGLM") -> pd.DataFrame:
    """Return one row of figures on a generalized linear model."""
    return pd.DataFrame(
        {"null.deviance": [fit.null_deviance], "df.null": [fit.df_null], **_common(fit)}
    )


def _common(fit: "LM | BigLM | GLM | BigGLM") -> dict[str, list[float]]:
    return {
        "logLik": [fit.logLik().value],
        "AIC": [AIC(fit)],
        "BIC": [BIC(fit)],
        "deviance": [fit.deviance],
        "df.residual": [fit.df_residual],
        "nobs": [fit.nobs()],
    }


def augmented(fit: "FittedModel", fitted: Any, residuals: Any) -> pd.DataFrame:
    """Return the model frame with a row a case: fitted value, residual, influence."""
    influence = fit.lm_influence()
    columns = {
        ".fitted": fitted,
        ".resid": residuals,
        ".hat": influence.hat,
        ".sigma": influence.sigma,
        ".cooksd": fit.cooks_distance(),
        ".std.resid": fit.rstandard(),
    }
    frame = fit.model.copy()
    for name, values in columns.items():
        frame[name] = values.reindex(frame.index)
    return frame


ANOVA_COLUMNS = {
    "Df": "df",
    "Sum Sq": "sumsq",
    "Mean Sq": "meansq",
    "F value": "statistic",
    "F": "statistic",
    "Chisq": "statistic",
    "Pr(>F)": "p.value",
    "Pr(>Chi)": "p.value",
    "Res.Df": "df.residual",
    "RSS": "rss",
    "Sum of Sq": "sumsq",
    "Resid. Df": "df.residual",
    "Resid. Dev": "residual.deviance",
    "Deviance": "deviance",
}
"""What broom calls the columns of an analysis of variance or deviance."""


def tidy_anova(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table of terms with broom's names of the columns."""
    found = frame.rename(columns=ANOVA_COLUMNS).reset_index(drop=True)
    found.insert(0, "term", [str(name).strip() for name in frame.index])
    return found


def glance_aov(fit: "LM") -> pd.DataFrame:
    """Return one row of figures on an analysis of variance."""
    figures = glance_lm(fit)
    return figures[["logLik", "AIC", "BIC", "deviance", "nobs", "r.squared"]]

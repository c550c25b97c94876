"""Analyses of variance as broom's data frames."""

import numpy as np
import pytest

from rnet import anova, aov, augment, data, glance, glm, lm, tidy

warpbreaks = data("warpbreaks")
TERMS = ["wool", "tension", "wool:tension", "Residuals"]


def test_terms_of_an_analysis_of_variance() -> None:
    fit = aov("breaks ~ wool * tension", warpbreaks)
    found = tidy(fit)
    assert list(found.columns) == ["term", "df", "sumsq", "meansq", "statistic", "p.value"]
    assert found["term"].tolist() == TERMS
    assert found["sumsq"].sum() == pytest.approx(warpbreaks["breaks"].var() * 53)
    assert found.equals(tidy(anova(lm("breaks ~ wool * tension", warpbreaks))))


def test_figures_and_cases() -> None:
    fit = aov("breaks ~ wool", warpbreaks)
    row = glance(fit)
    assert list(row.columns) == ["logLik", "AIC", "BIC", "deviance", "nobs", "r.squared"]
    assert len(augment(fit)) == row["nobs"].iloc[0]


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        (
            lambda: anova(lm("mpg ~ wt", data("mtcars")), lm("mpg ~ wt + hp", data("mtcars"))),
            ["term", "df.residual", "rss", "df", "sumsq", "statistic", "p.value"],
        ),
        (
            lambda: anova(glm("am ~ wt", "binomial", data("mtcars")), test="Chisq"),
            ["term", "df", "deviance", "df.residual", "residual.deviance", "p.value"],
        ),
    ],
)
def test_tables_of_models(table, columns) -> None:
    found = tidy(table())
    assert list(found.columns) == columns
    assert np.isnan(found["p.value"].iloc[0])

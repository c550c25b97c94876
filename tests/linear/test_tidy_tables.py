"""Analyses of variance as broom's data frames."""

import numpy as np
import pytest

from rnet import (
    TukeyHSD,
    anova,
    aov,
    augment,
    confint,
    data,
    glance,
    glm,
    lm,
    nls,
    pairwise_t_test,
    summary,
    tidy,
)

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


def test_pairs_of_groups() -> None:
    table = TukeyHSD(aov("breaks ~ wool + tension", warpbreaks))
    found = tidy(table)
    assert list(found.columns) == [
        "term", "contrast", "null.value", "estimate", "conf.low", "conf.high", "adj.p.value",
    ]  # fmt: skip
    assert found["contrast"].tolist() == ["B-A", "M-L", "H-L", "H-M"]
    assert found["term"].tolist() == ["wool", "tension", "tension", "tension"]
    assert found["estimate"].tolist()[1:] == table["tension"]["diff"].tolist()
    assert found["adj.p.value"].tolist()[1:] == table["tension"]["p adj"].tolist()


def test_pairwise_p_values() -> None:
    test = pairwise_t_test(warpbreaks["breaks"], warpbreaks["tension"])
    found = tidy(test)
    assert found[["group1", "group2"]].to_numpy().tolist() == [["M", "L"], ["H", "L"], ["H", "M"]]
    p = test.p_value.to_numpy()
    assert found["p.value"].tolist() == [p[0, 0], p[1, 0], p[1, 1]]


def test_nonlinear_regression() -> None:
    fit = nls("mpg ~ a * exp(b * wt)", data("mtcars"), start={"a": 40, "b": -0.3})
    found = tidy(fit, conf_int=True)
    assert found["term"].tolist() == ["a", "b"]
    assert list(found.columns[1:]) == [
        "estimate", "std.error", "statistic", "p.value", "conf.low", "conf.high",
    ]  # fmt: skip
    numbers = found.to_numpy()[:, 1:].astype(float)
    assert (numbers[:, :4] == summary(fit).coefficients.to_numpy()).all()
    assert (numbers[:, 4:] == confint(fit).to_numpy()).all()
    row = glance(fit)
    assert row["nobs"].iloc[0] == 32
    assert row["isConv"].iloc[0]
    assert row["sigma"].iloc[0] == fit.sigma()

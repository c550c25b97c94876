"""The recorded console sessions on lm and glm: numbers and printed text of the fits."""

import contextlib
import io
import platform
import sys
import warnings

import numpy as np
import pandas as pd
import pytest
from oracles import decode, stats_cases
from r_to_python import python_call

import rnet
from rnet import RError
from rnet.conditions import RWarning

# lm adds in R's order, so its numbers have R's bits where doubles and long doubles are R's.
SAME_BITS = sys.platform == "linux" and platform.machine() == "x86_64"
LINEAR_TOLERANCE = 0.0 if SAME_BITS else 1e-12
# glm's exponentials and logarithms are the C library's, as R's; another library's differ in the
# last digit, and some 25 roundings follow.
TOLERANCE = 1e-12

# What R evaluates before and in the fits, written in Python.
IN_PYTHON = {
    "w <- c(0, 0, rep(1, 48))": "w = np.r_[0.0, 0.0, np.ones(48)]",
    "d <- mtcars": "d = data('mtcars')",
    "d$wt2 <- 2 * d$wt": "d['wt2'] = 2 * d['wt']",
    "d <- subset(warpbreaks, !(wool == 'B' & tension == 'H'))": (
        "d = warpbreaks[~((warpbreaks.wool == 'B') & (warpbreaks.tension == 'H'))]"
    ),
    "d <- transform(mtcars, heavy = wt > 3)": "d = mtcars.assign(heavy=mtcars.wt > 3)",
    "d <- transform(mtcars, wt2 = wt * 2)": "d = mtcars.assign(wt2=mtcars.wt * 2)",
    "x <- cars$speed": "x = cars['speed']",
    "y <- cars$dist": "y = cars['dist']",
    "d <- PlantGrowth": "d = data('PlantGrowth')",
    "d$group <- relevel(d$group, ref = 'trt1')": (
        "d['group'] = d['group'].cat.reorder_categories(['trt1', 'ctrl', 'trt2'])"
    ),
    "bw <- transform(MASS::birthwt, race = factor(race, labels = c('white', 'black', 'other')), "
    "smoke = smoke > 0)": (
        "bw = data('birthwt'); bw['smoke'] = bw.smoke > 0; "
        "bw['race'] = pd.Categorical.from_codes(bw.race - 1, ['white', 'black', 'other'])"
    ),
    "Insurance <- MASS::Insurance": "Insurance = data('Insurance')",
    "counts <- c(18, 17, 15, 20, 10, 20, 25, 13, 12)": (
        "counts = np.array([18, 17, 15, 20, 10, 20, 25, 13, 12.0])"
    ),
    "outcome <- gl(3, 1, 9)": "outcome = pd.Categorical(['1', '2', '3'] * 3)",
    "treatment <- gl(3, 3)": "treatment = pd.Categorical(np.repeat(['1', '2', '3'], 3))",
    "d <- as.data.frame(Titanic)": "d = long(data('Titanic'))",
    "d <- as.data.frame(UCBAdmissions)": "d = long(data('UCBAdmissions'))",
    "d <- as.data.frame(HairEyeColor)": "d = long(data('HairEyeColor'))",
    "fit <- update(fit0, . ~ . + factor(cyl))": "fit = lm('mpg ~ wt + factor(cyl)', data=mtcars)",
    "fit <- update(fit0, . ~ . + induced)": (
        "fit = glm('case ~ spontaneous + induced', family=binomial, data=infert, subset='age > 30')"
    ),
    "fit <- mods$lm3": "fit = lm('y3 ~ x3', data=anscombe)",
    "fit <- lm(y ~ x, data = data.frame(x = c(1, 2, 3, 4), y = c(1.1, 3.9, 9.2, 15.8)))": (
        "fit = lm('y ~ x', data=pd.DataFrame({'x': [1.0, 2, 3, 4], 'y': [1.1, 3.9, 9.2, 15.8]}))"
    ),
    "fit <- lm(y ~ x, data = data.frame(x = 1:2, y = c(1, 3)))": (
        "fit = lm('y ~ x', data=pd.DataFrame({'x': [1, 2], 'y': [1.0, 3.0]}))"
    ),
    "fit <- lm(weight ~ height, data = women[1:5, ])": (
        "fit = lm('weight ~ height', data=women[:5])"
    ),
    "fit <- glm(y ~ x, data = data.frame(y = c(0, 0, 0, 1, 1, 1), x = 1:6), family = binomial)": (
        "fit = glm('y ~ x', data=pd.DataFrame({'y': [0.0, 0, 0, 1, 1, 1], 'x': range(1, 7)}), "
        "family=binomial)"
    ),
    "glm(am ~ wt, data = mtcars, family = binomial, control = list(maxit = 2))": (
        "show(glm('am ~ wt', data=mtcars, family=binomial, control={'maxit': 2}))"
    ),
    "coef(fit)": "show(coef(fit))",
    "fit": "show(fit)",
    "print(fit, digits = 3)": "show(fit, digits=3)",
    "names(fit)": "show(np.array(fit.names(), dtype=object))",
    "family(fit)": "show(family(fit))",
    "fit$family$link": "show(fit.family.link)",
    "logLik(fit)": "show(logLik(fit))",
    "AIC(fit)": "show(AIC(fit))",
    "BIC(fit)": "show(BIC(fit))",
    "deviance(fit)": "show(deviance(fit))",
    "nobs(fit)": "show(nobs(fit))",
    "df.residual(fit)": "show(df_residual(fit))",
    "fit$iter": "show(fit.iter)",
    "exp(coef(fit))": "show(np.exp(coef(fit)))",
    "head(residuals(fit))": "show(residuals(fit).head(6))",
    "head(fitted(fit))": "show(fitted(fit).head(6))",
    "residuals(fit)[1:6]": "show(residuals(fit)[:6])",
    "effects(fit)[1:3]": "show(fit.effects[:3])",
    "fit$call": "show(fit.call)",
    "formula(fit)": "show(fit.formula)",
    "fit$coefficients['wt']": "show(fit.coefficients[['wt']])",
    "labels(fit)": "show(np.array(fit.terms.labels, dtype=object))",
    "variable.names(fit)": "show(np.array(fit.coefficients.index, dtype=object))",
    "case.names(fit)[1:3]": "show(np.array(fit.fitted_values.index[:3], dtype=object))",
    "head(model.frame(fit), 3)": "show(fit.model.head(3))",
    "binomial()": "show(binomial())",
    "poisson()": "show(poisson())",
    "Gamma()": "show(Gamma())",
    "gaussian()": "show(gaussian())",
    "inverse.gaussian()": "show(inverse_gaussian())",
    "quasi()": "show(quasi())",
    "quasibinomial()": "show(quasibinomial())",
    "quasipoisson()": "show(quasipoisson())",
    "binomial(link = 'probit')": "show(binomial(link='probit'))",
    "binomial()$linkfun(0.3)": "show(binomial().linkfun(0.3))",
    "binomial()$linkinv(-1)": "show(binomial().linkinv(-1))",
    "make.link('cloglog')$linkinv(0.5)": "show(binomial('cloglog').linkinv(0.5))",
    "tab <- table(predicted = predict(glm(am ~ wt, binomial, mtcars), type = 'response') > 0.5, "
    "actual = mtcars$am)": (
        "tab = table(predicted=predict(glm('am ~ wt', binomial, mtcars), type='response') > 0.5, "
        "actual=mtcars['am'])"
    ),
    "tab": "show(tab)",
}
OTHER_PARTS = (
    "summary(", "print(summary", "names(summary", "anova(", "confint", "vcov(", "alias(",
    "sigma(", "extractAIC", "drop1", "AIC(fit,",
    "head(rstandard", "head(model.matrix", "terms(fit)", "lapply(", "for (", "ff <-", "mods <-",
    "class(fit)", "names(binomial", "exp(cbind", "round(exp", "sum(diag",
)  # fmt: skip
# R shows the expression that gave the data; Python only sees its value.
CALL_DIFFERS = {
    "lm-boston", "lm-few-resid", "lm-two-points", "lm-exact-5resid", "lm-anscombe",
    "glm-separation",
}  # fmt: skip

CASES = {case["id"]: case for group in ("lm", "glm") for case in stats_cases(group)}


def long(table):
    """A contingency table as R's as.data.frame lays it out, first dimension fastest."""
    grid = np.indices(table.counts.shape)
    columns = {
        name: pd.Categorical.from_codes(codes.ravel(order="F"), list(labels))
        for name, labels, codes in zip(table.dnn, table.dimnames, grid, strict=True)
    }
    return pd.DataFrame({**columns, "Freq": table.counts.ravel(order="F")})


def session():
    names = {name: getattr(rnet, name) for name in rnet.__all__}
    sets = "cars women mtcars PlantGrowth chickwts warpbreaks ToothGrowth trees airquality longley "
    sets += "swiss anscombe esoph stackloss attitude Boston infert InsectSprays Insurance"
    return {**names, **{name: rnet.data(name) for name in sets.split()}, "long": long} | {
        "np": np,
        "pd": pd,
    }


def in_python(code):
    if code in IN_PYTHON:
        return IN_PYTHON[code]
    if code.startswith(("fit <- lm(", "fit <- glm(", "fit0 <- lm(", "fit0 <- glm(")):
        return python_call(code, {"w"})
    return None


def run(code, variables):
    """Return what is written, and R's messages of the warnings."""
    written = io.StringIO()
    with contextlib.redirect_stdout(written), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        exec(code, variables)
    messages = [w.message.message for w in caught if isinstance(w.message, RWarning)]
    return written.getvalue(), messages


def is_compared(case, code):
    return not (case in CALL_DIFFERS and code in ("fit", "fit$call"))


@pytest.mark.parametrize("case", CASES)
def test_console_text(case):
    variables = session()
    for step in CASES[case]["steps"]:
        code = in_python(step["code"])
        if code is None:
            assert step["code"].startswith(OTHER_PARTS), step["code"]
            continue
        text, messages = run(code, variables)
        assert messages == [w["message"] for w in step.get("warnings") or []]
        if is_compared(case, step["code"]):
            assert text == step["output"], step["code"]
        elif step["code"] == "fit":
            assert after_call(text) == after_call(step["output"])


def after_call(text):
    return text[text.index("\nCoefficients") :]


PARTS = {
    "coef": lambda fit: fit.coef(),
    "residuals": lambda fit: fit.residuals(),
    "fitted": lambda fit: fit.fitted(),
    "df_residual": rnet.df_residual,
    "deviance": rnet.deviance,
    "logLik": lambda fit: rnet.logLik(fit).value,
    "logLik_df": lambda fit: rnet.logLik(fit).df,
    "AIC": rnet.AIC,
    "aic": lambda fit: fit.aic,
    "BIC": rnet.BIC,
    "rank": lambda fit: fit.rank,
    "term_labels": lambda fit: np.array(fit.terms.labels, dtype=object),
    "model_matrix_colnames": lambda fit: np.array(fit.coef().index, dtype=object),
    "null_deviance": lambda fit: fit.null_deviance,
    "df_null": lambda fit: fit.df_null,
    "iter": lambda fit: fit.iter,
    "converged": lambda fit: fit.converged,
    "linear_predictors": lambda fit: fit.linear_predictors,
    "resid_deviance": lambda fit: fit.residuals("deviance"),
    "resid_pearson": lambda fit: fit.residuals("pearson"),
    "resid_working": lambda fit: fit.residuals("working"),
    "resid_response": lambda fit: fit.residuals("response"),
    "working_weights": lambda fit: fit.weights,
}
OTHER_VALUES = {
    "coef_table", "sigma", "r_squared", "adj_r_squared", "fstatistic", "vcov", "confint",
    "dispersion", "confint_default", "confint_profile",
}  # fmt: skip
WITH_FIT = [case for case in CASES if "coef" in CASES[case]["values"]]


def fitted_model(case):
    variables = session()
    for step in CASES[case]["steps"]:
        code = in_python(step["code"])
        if code is not None and not code.startswith("show("):
            run(code, variables)
    return variables["fit"]


@pytest.mark.parametrize("case", WITH_FIT)
def test_values(case):
    fit = fitted_model(case)
    for name, recorded in CASES[case]["values"].items():
        if name in OTHER_VALUES:
            continue
        assert_same(PARTS[name](fit), decode(recorded["value"]), tolerance(case), name)


def tolerance(case):
    return LINEAR_TOLERANCE if case.startswith("lm") else TOLERANCE


def assert_same(ours, theirs, relative, name):
    if isinstance(theirs, pd.Series):
        assert list(ours.index) == list(theirs.index), name
    expected = np.atleast_1d(np.asarray(theirs))
    found = np.atleast_1d(np.asarray(ours))
    if expected.dtype == object or expected.dtype.kind in "ib":
        assert found.tolist() == expected.tolist(), name
        return
    scale = np.nanmax(np.abs(expected[np.isfinite(expected)]), initial=0.0)
    np.testing.assert_allclose(found, expected, rtol=relative, atol=relative * scale, err_msg=name)


def test_what_is_compared():
    steps = [(case, s["code"]) for case in CASES for s in CASES[case]["steps"]]
    run_steps = [code for _, code in steps if in_python(code) is not None]
    assert len(steps) == 493
    assert len(run_steps) == 248


FAMILY_VALUES = {
    "logit": lambda: rnet.binomial().linkfun([0.1, 0.5, 0.9]),
    "cll": lambda: rnet.binomial("cloglog").linkinv([-3, 0, 2]),
    "mu_eta": lambda: rnet.binomial("probit").mu_eta([-3, 0, 2]),
    "devres": lambda: rnet.binomial().dev_resids([0, 1, 1], [0.2, 0.7, 1], [1, 1, 1]),
}


@pytest.mark.parametrize("name", FAMILY_VALUES)
def test_family_functions(name):
    recorded = CASES["glm-families-print"]["values"][name]["value"]
    np.testing.assert_allclose(FAMILY_VALUES[name](), decode(recorded), rtol=1e-14)


ERRORS = [
    (step["code"], step["error"]["message"])
    for case in stats_cases("errors")
    for step in case["steps"]
    if step.get("error") and "lm(" in step["code"] and "anova" not in step["code"]
]
ERRORS_IN_PYTHON = {
    "lm(y ~ x, data = data.frame(x = 1:3))": "lm('y ~ x', data=pd.DataFrame({'x': [1, 2, 3]}))",
    "lm(mpg ~ nope, data = mtcars)": "lm('mpg ~ nope', data=mtcars)",
    "predict(lm(weight ~ group, PlantGrowth), data.frame(group = 'zzz'))": (
        "predict(lm('weight ~ group', PlantGrowth), pd.DataFrame({'group': ['zzz']}))"
    ),
    "predict(lm(dist ~ speed, cars), data.frame(x = 1))": (
        "predict(lm('dist ~ speed', cars), pd.DataFrame({'x': [1]}))"
    ),
    "glm(c(0, 1, 2) ~ 1, family = binomial)": "glm('c(0, 1, 2) ~ 1', family=binomial)",
    "glm(c(-1, 2) ~ 1, family = poisson)": "glm('c(-1, 2) ~ 1', family=poisson)",
    "lm(dist ~ speed, cars, weights = -1 * (1:50))": (
        "lm('dist ~ speed', cars, weights='-1 * (1:50)')"
    ),
    "lm(rep(NA_real_, 5) ~ c(1, 2, 3, 4, 5))": "lm('rep(NA_real_, 5) ~ c(1, 2, 3, 4, 5)')",
}


@pytest.mark.parametrize(("code", "message"), ERRORS)
def test_recorded_errors(code, message):
    with pytest.raises(RError) as caught:
        exec(ERRORS_IN_PYTHON[code], session())
    assert caught.value.message == message

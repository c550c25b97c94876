"""Data frames, pictures, updates and smooths of fitted models."""

import subprocess

import numpy as np
import pytest
from live_r import needs_r

import rnet
from rnet import RError, augment, data, glance, glm, lm, lowess, plot, tidy, update

CARS, MTCARS = data("cars"), data("mtcars")


def test_tidy_has_a_row_for_every_coefficient() -> None:
    table = tidy(lm("mpg ~ wt + I(2 * wt) + hp", MTCARS), conf_int=True)
    assert table["term"].tolist() == ["(Intercept)", "wt", "I(2 * wt)", "hp"]
    assert table.columns.tolist()[-2:] == ["conf.low", "conf.high"]
    assert table.iloc[2, 1:].isna().all()
    assert table["estimate"].round(4).tolist()[1] == -3.8778


def test_glance_is_one_row() -> None:
    row = glance(lm("mpg ~ wt", MTCARS))
    assert row.round(3).to_dict("records")[0]["r.squared"] == 0.753
    assert glance(glm("am ~ wt", "binomial", MTCARS))["null.deviance"].round(2).tolist() == [43.23]


def test_augment_keeps_the_cases() -> None:
    frame = augment(lm("Ozone ~ Temp", data("airquality")))
    assert len(frame) == 116
    assert frame[".fitted"].notna().all()
    assert np.allclose(frame[".fitted"] + frame[".resid"], frame["Ozone"])


TITLES = ["Residuals vs Fitted", "Q-Q Residuals", "Scale-Location", "Residuals vs Leverage"]


@pytest.mark.parametrize(
    "fit", [lm("mpg ~ wt", MTCARS), glm("am ~ wt", "binomial", MTCARS)], ids=["lm", "glm"]
)
def test_four_pictures(fit) -> None:
    figure = plot(fit)
    assert [axes.get_title() for axes in figure.axes] == TITLES
    assert all(len(axes.lines[0].get_xdata()) == 32 for axes in figure.axes)
    assert all(len(axes.texts) == 3 for axes in figure.axes)


def test_the_extreme_cases_are_named_and_old_r_says_normal() -> None:
    with rnet.options(r_version="4.2"):
        figure = lm("dist ~ speed", CARS).plot(which=[2, 4])
    assert [axes.get_title() for axes in figure.axes] == ["Normal Q-Q", "Cook's distance"]
    assert {text.get_text() for text in figure.axes[0].texts} == {"23", "35", "49"}
    with pytest.raises(RError, match="'which' must be in 1:6"):
        lm("dist ~ speed", CARS).plot(which=7)


def test_update_changes_formula_and_arguments() -> None:
    fit = lm("mpg ~ wt", data=MTCARS, weights="hp")
    call = update(fit, ". ~ . + qsec", evaluate=False)
    assert rnet.format_r(call) == ("lm(formula = mpg ~ wt + qsec, data = MTCARS, weights = hp)")
    changed = update(fit, "log(.) ~ .", weights=None)
    assert str(changed.formula) == "log(mpg) ~ wt"
    assert changed.weights is None
    assert rnet.format_r(changed.call) == "lm(formula = log(mpg) ~ wt, data = MTCARS)"
    with pytest.raises(RError, match="unused argument"):
        update(fit, wieghts="hp")
    with pytest.raises(RError, match="need an object with call component"):
        update(3)


def test_step_needs_a_likelihood_and_the_same_rows() -> None:
    with pytest.raises(RError, match="AIC is not defined for this model"):
        rnet.step(glm("breaks ~ wool", "quasipoisson", data("warpbreaks")), trace=0)
    with pytest.raises(RError, match="number of rows in use has changed"):
        rnet.step(lm("Wind ~ Solar.R + Ozone", data("airquality")), trace=0)


def test_predictions_of_spline_and_polynomial_terms_use_the_old_basis() -> None:
    for term in ("poly(speed, 3)", "splines::ns(speed, 3)", "splines::bs(speed, df = 5)"):
        fit = lm(f"dist ~ {term}", CARS)
        assert np.allclose(fit.predict(CARS[:5]), fit.fitted()[:5])


def test_a_collinear_fit_has_no_standard_error_there() -> None:
    fit = lm("mpg ~ wt + I(2 * wt)", MTCARS)
    assert np.isnan(fit.vcov().to_numpy()[2]).all()
    assert fit.summary().coefficients.index.tolist() == ["(Intercept)", "wt"]


def test_results_show_as_tables_in_a_notebook() -> None:
    table = rnet.anova(lm("dist ~ speed", CARS))
    assert "<table" in table._repr_html_()
    assert "speed" in table._repr_html_()


def test_unknown_coefficients_are_refused() -> None:
    fit = lm("dist ~ speed", CARS)
    with pytest.raises(RError, match="subscript out of bounds"):
        fit.confint("nope")
    with pytest.raises(RError, match="subscript out of bounds"):
        fit.confint(3)


@needs_r[0]
@needs_r[1]
@pytest.mark.parametrize("arguments", ["", ", f = 0.2, iter = 0", ", delta = 0, f = 0.05"])
def test_lowess_beside_r(arguments) -> None:
    rng = np.random.default_rng(1)
    x = np.round(rng.normal(size=200), 2)
    y = np.sin(x) + rng.normal(size=200) * 0.3
    numbers = [",".join(f"{v:.17g}" for v in values) for values in (x, y)]
    code = f"cat(sprintf('%.17g', lowess(c({numbers[0]}), c({numbers[1]}){arguments})$y))"
    answer = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=True)
    expected = np.array([float(text) for text in answer.stdout.split()])
    named = eval(f"dict({arguments.removeprefix(', ')})")
    np.testing.assert_allclose(lowess(x, y, **named).y, expected, rtol=0, atol=1e-13)


REFUSED = {
    "a number among models": (
        lambda: rnet.anova(lm("dist ~ speed", CARS), 3),
        "models are compared with models",
    ),
    "TukeyHSD of a linear model": (
        lambda: rnet.TukeyHSD(lm("dist ~ speed", CARS)),
        "no applicable method for 'TukeyHSD'",
    ),
    "no factors": (lambda: rnet.TukeyHSD(rnet.aov("mpg ~ wt", MTCARS)), "no factors"),
    "step of a number": (lambda: rnet.step(3), "no applicable method for 'extractAIC'"),
    "a new level": (
        lambda: lm("weight ~ group", data("PlantGrowth")).predict({"group": ["z"]}, se_fit=True),
        "factor group has new level z",
    ),
    "unknown strata": (lambda: rnet.aov("yield ~ N + Error(zz)", data("npk")), "'zz' not found"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_bad_input_is_refused(case) -> None:
    call, message = REFUSED[case]
    with pytest.raises(RError, match=message):
        call()


@pytest.mark.filterwarnings("ignore::rnet.RWarning")
def test_fits_without_residual_degrees_of_freedom_and_huge_ones() -> None:
    saturated = lm("y ~ x", {"x": [1.0, 2.0], "y": [1.0, 3.0]})
    assert np.isnan(saturated.anova()["F value"][0])
    assert len(saturated.plot().axes) == 4
    assert saturated.influence_measures().infmat.shape == (2, 6)
    huge = lm("I(dist * 1e200) ~ I(speed * 1e150)", CARS).summary()
    assert "Multiple R-squared" in str(huge)
    empty = lm("dist ~ 0", CARS)
    assert empty.vcov().shape == (0, 0)
    assert "No Coefficients" in str(empty.summary())


def test_a_gaussian_glm_beside_a_linear_model() -> None:
    first, second = lm("dist ~ 1", CARS), glm("dist ~ speed", data=CARS)
    table = rnet.anova(first, second)
    assert table["Df"][1] == 1
    assert round(table[2, "F"], 4) == 89.5671

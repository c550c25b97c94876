"""`formula`: of fits, texts and data frames, as R 4.2.2 shows them."""

import pytest

import rnet
from rnet import RError, formula, r


def fits():
    cars, mtcars, iris = (rnet.data(name) for name in ("cars", "mtcars", "iris"))
    rnet.set_seed(1)
    yield rnet.lm("dist ~ speed", cars), "dist ~ speed"
    yield (
        rnet.lm("mpg ~ .", mtcars),
        "mpg ~ cyl + disp + hp + drat + wt + qsec + vs + am + gear + carb",
    )
    yield rnet.glm("am ~ log(wt)", rnet.binomial, mtcars), "am ~ log(wt)"
    yield rnet.aov("yield ~ block", rnet.data("npk")), "yield ~ block"
    yield rnet.nls("dist ~ a * speed", cars, start={"a": 1}), "dist ~ a * speed"
    yield rnet.terms("y ~ x"), "y ~ x"
    yield rnet.as_formula("y~x"), "y ~ x"
    yield "~x", "~x"
    yield mtcars[["mpg", "cyl", "disp"]], "mpg ~ cyl + disp"
    yield cars[["dist"]], "~dist"
    four = "Species ~ Sepal.Length + Sepal.Width + Petal.Length + Petal.Width"
    yield rnet.nnet("Species ~ .", iris, size=1, trace=False), four
    yield rnet.svm("Species ~ .", iris), four
    yield rnet.lda("Species ~ .", iris), four


@pytest.mark.parametrize(("fit", "text"), list(fits()), ids=lambda part: str(part)[:30].strip())
def test_formula_of(fit, text) -> None:
    assert str(formula(fit)) == text


@pytest.mark.parametrize("thing", [1, rnet.t_test([1.0, 2.0, 4.0]), rnet.data("cars")[[]]])
def test_no_formula(thing) -> None:
    with pytest.raises(RError):
        formula(thing)


def test_from_r_code() -> None:
    assert str(r("formula(cars)")) == "speed ~ dist"
    assert str(r("formula(lm(dist ~ speed, cars))")) == "dist ~ speed"

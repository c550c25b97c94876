"""Tests as rows of a data frame, with broom's columns."""

import pytest

from rnet import (
    chisq_test,
    cor_test,
    data,
    glance,
    kruskal_test,
    prop_test,
    shapiro_test,
    t_test,
    tidy,
    var_test,
    wilcox_test,
)

mtcars = data("mtcars")
LIMITS = ["conf.low", "conf.high"]
END = ["method", "alternative"]
MEANS = ["estimate", "estimate1", "estimate2"]


@pytest.mark.parametrize(
    ("test", "columns"),
    [
        (t_test("mpg ~ am", mtcars), [*MEANS, "statistic", "p.value", "parameter", *LIMITS, *END]),
        (
            t_test(mtcars["mpg"], mu=20),
            ["estimate", "statistic", "p.value", "parameter", *LIMITS, *END],
        ),
        (
            cor_test(mtcars["mpg"], mtcars["wt"]),
            ["estimate", "statistic", "p.value", "parameter", *LIMITS, *END],
        ),
        (chisq_test([[10, 20], [30, 15]]), ["statistic", "p.value", "parameter", "method"]),
        (shapiro_test(mtcars["mpg"]), ["statistic", "p.value", "method"]),
        (kruskal_test("mpg ~ cyl", mtcars), ["statistic", "p.value", "parameter", "method"]),
        (
            var_test("mpg ~ am", mtcars),
            ["estimate", "num.df", "den.df", "statistic", "p.value", *LIMITS, *END],
        ),
        (
            prop_test([15, 25], [50, 50]),
            ["estimate1", "estimate2", "statistic", "p.value", "parameter", *LIMITS, *END],
        ),
        (wilcox_test([1.1, 2.2, 3.3, 4.4], mu=2), ["statistic", "p.value", *END]),
    ],
    ids=lambda value: value.method if not isinstance(value, list) else "",
)
def test_columns(test, columns) -> None:
    assert list(tidy(test).columns) == columns
    assert tidy(test).equals(glance(test))
    assert len(tidy(test)) == 1


def test_numbers_are_those_of_the_test() -> None:
    row = tidy(t_test("mpg ~ am", mtcars)).iloc[0]
    assert row["estimate"] == pytest.approx(-7.24494, rel=1e-6)
    assert [row["estimate1"], row["estimate2"]] == pytest.approx([17.14737, 24.39231], rel=1e-6)
    assert row["parameter"] == pytest.approx(18.33225, rel=1e-6)

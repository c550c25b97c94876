"""`rnet translate`: what becomes Python, what stays R code, and that comments survive."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnet.conditions import RError
from rnet.interpreter.translate import translate
from rnet.interpreter.translate_names import assigned_names, python_name, used_names
from rnet.language.parser import parse_expression

STATEMENTS = [
    ("set.seed(1)", "set_seed(1)"),
    ("x <- 5", "x = 5.0"),
    ("x = 5L", "x = 5"),
    ("x <- c(1, 2.5)", "x = np.array([1.0, 2.5])"),
    ("x <- c('a', 'b')", "x = r(\"c('a', 'b')\")"),
    ("x <- TRUE", "x = True"),
    ("f <- lm(dist ~ speed, data = cars)", 'f = lm("dist ~ speed", data=cars)'),
    (
        "f <- neuralnet(case ~ parity, infert, hidden = c(2, 1), err.fct = 'ce')",
        'f = neuralnet("case ~ parity", infert, hidden=[2, 1], err_fct="ce")',
    ),
    (
        "f <- lm(mpg ~ wt, mtcars, subset = cyl > 4)",
        'f = lm("mpg ~ wt", mtcars, subset="cyl > 4")',
    ),
    (
        "f <- glm(am ~ wt, family = binomial, data = mtcars)",
        'f = glm("am ~ wt", family=binomial, data=mtcars)',
    ),
    (
        "t <- tune.svm(Species ~ ., data = iris, cost = c(1, 10))",
        't = tune_svm("Species ~ .", data=iris, cost=[1, 10])',
    ),
    ("iris$Species", 'show(iris["Species"])'),
    ("print(infert$case)", 'show(infert["case"])'),
    ("data(iris)", 'iris = data("iris")'),
    ("library(e1071)", "# library(e1071): what it has comes with rnet"),
    ("x[2] <- 1", 'x = r("""x[2] <- 1\nx""")'),
    ("train.set <- iris", "train_set = iris"),
    ("f <- function(x) x + 1", 'f = r("function(x) x + 1")'),
    ("for (i in 1:3) s <- i", 'i, s = r("""for (i in 1:3) s <- i\nlist(i, s)""")'),
    ('cat("hi\\n")', 'cat("hi\\n")'),
    ('cat("hi\\n", nchar(x))', 'r(r"""cat("hi\\n", nchar(x))""")'),
]


def body(code: str) -> str:
    """Return a translation without imports and data sets."""
    return translate(code).split("\n\n")[-1]


@pytest.mark.parametrize(("code", "python"), STATEMENTS, ids=[code for code, _ in STATEMENTS])
def test_statements(code, python) -> None:
    assert body(code) == python
    ast.parse(translate(code))


def test_components_of_a_fit_are_attributes() -> None:
    code = "fit <- neuralnet(case ~ parity, infert)\nfit$net.result[[1]]\nfit$result.matrix"
    assert body(code).split("\n")[1:] == ["show(fit.net_result[0])", "show(fit.result_matrix)"]


def test_comments_and_blank_lines_stay() -> None:
    code = "# first\nset.seed(1)  # behind\n\n\n# second\n  # third\nset.seed(2)\n# last"
    assert body("set.seed(3)\n" + code).startswith("# second\n# third\nset_seed(2)")
    text = translate(code)
    assert "# first\nset_seed(1)  # behind\n\n# second" in text
    assert text.endswith("# last")


def test_a_model_s_call_keeps_r_s_names() -> None:
    code = "my.data <- iris\nfit <- lm(Sepal.Length ~ ., my.data)"
    assert body(code).split("\n")[-1] == (
        'fit = r("lm(Sepal.Length ~ ., my.data)", **{"my.data": my_data})'
    )


def test_functions_take_what_they_use_with_them() -> None:
    code = "a <- 2\nf <- function(x) x * a\ng <- function(x) f(x)\ng(3)"
    assert body(code).split("\n")[-1] == 'r("print(g(3))", a=a, f=f, g=g)'


def test_names() -> None:
    assert [python_name(n) for n in ("x", "train.set", "class", "data", ".x")] == [
        "x", "train_set", "class_", "data_", "_x",
    ]  # fmt: skip
    loop = parse_expression("for (i in x) { a$b[i] <- f(y); names(z) <- 'q' }")
    assert assigned_names(loop) == ["i", "a", "z"]
    assert used_names(loop) >= {"x", "a", "f", "y", "z"}


def test_a_syntax_error_is_r_s() -> None:
    with pytest.raises(RError, match="unexpected"):
        translate("x <- (1 + ")


@given(st.lists(st.sampled_from([code for code, _ in STATEMENTS]), max_size=6))
def test_a_translation_is_python(statements) -> None:
    ast.parse(translate("\n".join(statements)))

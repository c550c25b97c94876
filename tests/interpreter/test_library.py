"""rnet's functions and data sets under their R names: all there, matched as R matches."""

import pytest
from r_sessions import safely

from rnet.interpreter.environment import ABSENT
from rnet.interpreter.library_names import ALIASES
from rnet.interpreter.packages import exported
from rnet.interpreter.session import Session, Step
from rnet.interpreter.signalling import call_of, message_of
from rnet.interpreter.values import Builtin, Closure
from rnet.language.deparse import deparse_line
from rnet.registry import ENTRIES

SYNTAX = {"NA", "stop", "warning", ".Random.seed", ".Random.seed<-"}
"""Names that are no functions, or the evaluator's own."""


def shown(code: str) -> str:
    step: Step = safely(Session(), code)
    assert step.error is None, message_of(step.error.condition)
    return step.output


@pytest.mark.parametrize("name", sorted({e.r_name for e in ENTRIES if e.r_name} | set(ALIASES)))
def test_every_function_is_there(name: str) -> None:
    if name not in SYNTAX:
        assert isinstance(exported(name), Builtin | Closure)


def test_unknown_names_are_absent() -> None:
    assert exported("no.such.function") is ABSENT


@pytest.mark.parametrize(
    ("code", "output"),
    [
        ("mean(x = c(1, 3))", "[1] 2\n"),
        ("quantile(1:5, prob = 0.5)", "50% \n  3 \n"),
        ("sapply(list(a = 1:3, b = 4:6), median)", "a b \n2 5 \n"),
        ("f <- function(...) lm(...); coef(f(dist ~ speed, cars))[[2]] > 3.9", "[1] TRUE\n"),
        ("g <- function(d, w) lm(dist ~ speed, d, weights = w); nobs(g(cars, cars$speed))",
         "[1] 50\n"),
        ("do.call('lm', list(dist ~ speed, data = quote(cars)))$call",
         "lm(formula = dist ~ speed, data = cars)\n"),
        ("nobs(lm(mpg ~ wt, mtcars, subset = cyl == 4 & hp > 60))", "[1] 10\n"),
        ("lvl <- 'a'; z <- 2; nobs(lm(dist ~ I(speed^z), cars))", "[1] 50\n"),
        ("fit <- lm(dist ~ speed, cars); fit$note <- 'mine'; fit$note; class(fit)",
         '[1] "mine"\n[1] "lm"\n'),
        ("u <- uniroot(function(x) x^2 - 4, c(0, 3)); class(u); names(u)[1:2]; round(u$root, 3)",
         '[1] "list"\n[1] "root"   "f.root"\n[1] 2\n'),
        ("str(optimize(function(x) (x - 1)^2, c(0, 3)))",
         "List of 2\n $ minimum  : num 1\n $ objective: num 0\n"),
        ("p <- predict(MASS::lda(Species ~ ., iris), iris[1:2, ]); names(p); p$class",
         '[1] "class"     "posterior" "x"        \n'
         "[1] setosa setosa\nLevels: setosa versicolor virginica\n"),
        ("names(unclass(t.test(1:5)))[1:3]", '[1] "statistic" "parameter" "p.value"  \n'),
        ("predict.lm(lm(dist ~ speed, cars), data.frame(speed = 10))", "       1 \n21.74499 \n"),
        ("summary.k <- function(object, ...) cat('mine\\n'); summary(structure(1, class = 'k'))",
         "mine\n"),
        ("data(cats, package = 'MASS'); dim(cats)", "[1] 144   3\n"),
        ("set.seed(1); r <- .Random.seed[1:2]; r", "[1] 10403   624\n"),
        ("class(density(1:9)); class(summary(nls(dist ~ a * speed, cars, start = list(a = 1))))",
         '[1] "density"\n[1] "summary.nls"\n'),
    ],
)  # fmt: skip
def test_calls(code: str, output: str) -> None:
    assert shown(code) == output


@pytest.mark.parametrize(
    ("code", "message", "call"),
    [
        ("lm(y ~ x, cars)", "object 'y' not found", "eval(predvars, data, env)"),
        ("t.test(1)", "not enough 'x' observations", "t.test.default(1)"),
        ("rnorm()", 'argument "n" is missing, with no default', "rnorm()"),
        ("sd(1:3, wrong = 2)", "unused argument (wrong = 2)", "sd(1:3, wrong = 2)"),
    ],
)
def test_errors_name_the_call_that_r_names(code: str, message: str, call: str) -> None:
    step = safely(Session(), code)
    assert step.error is not None
    assert message_of(step.error.condition) == message
    node = call_of(step.error.condition)
    assert node is not None
    assert deparse_line(node) == call

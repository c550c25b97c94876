# caret's confusion matrix and the measures on it: Rscript confusion.R > confusion.json
source("recorder.R"); suppressPackageStartupMessages(library(caret))
cm <- function(...) ask("confusionMatrix", ..., .keep = function(m) components(unclass(m), c("positive", "table", "overall", "byClass", "mode")))
set.seed(11)
draw <- function(n, levels, prob = NULL) factor(sample(levels, n, TRUE, prob), levels = levels)
agreeing <- function(truth, share) { p <- truth; flip <- runif(length(p)) > share; p[flip] <- sample(levels(p), sum(flip), TRUE); p }
sets <- list(c("no", "yes"), c("a", "b", "c"), c("0", "1"), c("setosa", "versicolor", "virginica"), LETTERS[1:6], c("a long class name", "b"), c("x", "a longer class", "y", "z"))
for (n in c(8, 25, 60, 344, 1200)) for (levels in sets) for (mode in c("sens_spec", "prec_recall", "everything")) {
  truth <- draw(n, levels, if (runif(1) < .5) seq_along(levels)); predicted <- agreeing(truth, runif(1))
  cm(data = predicted, reference = truth, mode = mode, .unnamed = c("data", "reference"))
}
for (i in 1:12) {
  levels <- sets[[1 + i %% 4]]; truth <- draw(50, levels); predicted <- agreeing(truth, .7)
  cm(data = predicted, reference = truth, positive = levels[2])
  cm(data = table(predicted, truth), .unnamed = "data")
  cm(data = table(Pred = predicted, Truth = truth), positive = levels[1 + i %% 2], mode = "everything")
  cm(data = predicted, reference = truth, dnn = c("Model", "Observed"))
  prevalence <- if (length(levels) == 2) runif(1) else setNames(prop.table(runif(length(levels))), levels)
  cm(data = predicted, reference = truth, prevalence = prevalence)
  cm(data = predicted, reference = truth, prevalence = prevalence, positive = levels[2], mode = "everything")
  matrixed <- unclass(table(predicted, truth)); names(dimnames(matrixed)) <- NULL
  cm(data = matrixed)
}
f <- function(x, levels = sort(unique(x))) factor(x, levels = levels)
ab <- c("a", "b"); abc <- c("a", "b", "c")
cm(data = f(c("a", "b", "a"), ab), reference = f(c("a", "b", "a"), ab))
cm(data = f(c("a", "a", "a"), ab), reference = f(c("a", "b", "a"), ab))
cm(data = f(c("b", "b", "b"), ab), reference = f(c("a", "b", "a"), ab))
cm(data = f(c("a", "b", "a"), ab), reference = f(c("a", "a", "a"), ab))
cm(data = f(c("a", "b", "a"), ab), reference = f(c("b", "b", "b"), ab), mode = "everything")
cm(data = f(c("b", "b"), ab), reference = f(c("a", "a"), ab))
cm(data = f(c("a", "b", "b", "a"), abc), reference = f(c("a", "b", "a", "c"), abc))
cm(data = f(c("a", "b", "b", "a"), abc), reference = f(c("a", "b", "a", "a"), abc), mode = "everything")
cm(data = f(c("a", "b", NA, "a"), ab), reference = f(c("a", "b", "a", NA), ab))
cm(data = f(character(), ab), reference = f(character(), ab))
cm(data = f(c("a", "b", "a"), ab), reference = f(c("a", "b", "c"), abc))
cm(data = f(c("a", "b", "c"), abc), reference = f(c("a", "b", "a"), ab))
cm(data = f(c("a", "b", "c"), abc), reference = f(c("x", "y", "x"), c("x", "y")))
cm(data = f(c("a", "b", "b"), ab), reference = f(c("x", "y", "x"), c("x", "y")))
cm(data = f(c("a", "b", "a"), rev(ab)), reference = f(c("a", "b", "b"), ab))
cm(data = f(c("a", "b", "c"), rev(abc)), reference = f(c("a", "b", "a"), abc))
cm(data = f(c("a", "b", "a"), abc), reference = f(c("a", "b", "b"), ab))
cm(data = f(c("a", "b", "a"), ab), reference = f(c("a", "b"), ab))
cm(data = f(c("a", "a")), reference = f(c("a", "a")))
cm(data = c("a", "b", "a"), reference = c("a", "b", "b"))
cm(data = c(0, 1, 1), reference = c(0, 1, 0))
cm(data = f(c("a", "b", "a"), ab), reference = c("a", "b", "b"))
cm(data = c(0, 1, 1), reference = f(c("0", "1", "0")))
cm(data = c(TRUE, FALSE), reference = c(TRUE, FALSE))
cm(data = f(c("a", "b", "a"), ab), reference = f(c("a", "b", "b"), ab), positive = "z")
cm(data = f(c("a", "b", "a"), ab), reference = f(c("a", "b", "b"), ab), positive = 1)
cm(data = f(c("a", "b", "a"), ab), reference = f(c("a", "b", "b"), ab), mode = "zz")
cm(data = f(c("a", "b", "a"), ab), reference = f(c("a", "b", "b"), ab), prevalence = "a")
cm(data = f(c("a", "b", "c"), abc), reference = f(c("a", "b", "b"), abc), prevalence = .3)
cm(data = f(c("a", "b", "c"), abc), reference = f(c("a", "b", "b"), abc), prevalence = c(.3, .3, .4))
cm(data = f(c("a", "b", "c"), abc), reference = f(c("a", "b", "b"), abc), positive = "b")
cm(data = f(c("a", "b", "a"), ab), reference = f(c("a", "b", "b"), ab), dnn = "x")
cm(data = table(f(c("a", "b", "c"), abc), f(c("a", "b", "a"), ab)))
cm(data = table(f(c("a", "b", "a"), ab), f(c("x", "y", "x"))))
cm(data = matrix(1:4, 2)); cm(data = matrix(1:6, 2)); cm(data = table(c("a", "b")))
cm(data = table(f(c("a", "b"), ab), f(c("a", "b"), rev(ab))))
cm(data = as.table(matrix(c(10.5, 2, 3, 8), 2)))
cm(data = as.table(matrix(c(86L, 5L, 3L, 120000L), 2)))
tables <- c(lapply(1:8, function(i) { l <- sets[[c(1, 2, 3)[1 + i %% 3]]]; t <- draw(30, l); table(agreeing(t, .6), t) }),
  list(as.table(matrix(c(0L, 0L, 3L, 4L), 2)), as.table(matrix(c(3L, 4L, 0L, 0L), 2)), as.table(matrix(c(0L, 3L, 0L, 4L), 2)), as.table(matrix(c(3L, 0L, 4L, 0L), 2)), as.table(matrix(c(0L, 3L, 4L, 0L), 2))))
for (t in tables) {
  r <- rownames(t)
  for (fun in c("sensitivity", "posPredValue")) { ask(fun, data = t, .unnamed = "data"); ask(fun, data = t, positive = r[2]) }
  for (fun in c("specificity", "negPredValue")) { ask(fun, data = t, .unnamed = "data"); ask(fun, data = t, negative = r[1]) }
  for (fun in c("posPredValue", "negPredValue")) ask(fun, data = t, prevalence = .25)
  for (fun in c("precision", "recall", "F_meas")) { ask(fun, data = t, .unnamed = "data"); ask(fun, data = t, relevant = r[2]) }
  ask("F_meas", data = t, beta = 2)
}
for (i in 1:6) {
  levels <- sets[[c(1, 3, 6)[1 + i %% 3]]]; truth <- draw(20, levels); predicted <- agreeing(truth, .6)
  if (i > 3) { truth[3] <- NA; predicted[7] <- NA }
  for (fun in c("sensitivity", "posPredValue")) { ask(fun, data = predicted, reference = truth, .unnamed = "data"); ask(fun, data = predicted, reference = truth, positive = levels[2]) }
  for (fun in c("specificity", "negPredValue")) { ask(fun, data = predicted, reference = truth); ask(fun, data = predicted, reference = truth, negative = levels[1]) }
  for (fun in c("posPredValue", "negPredValue")) ask(fun, data = predicted, reference = truth, prevalence = .1)
  for (fun in c("precision", "recall", "F_meas")) { ask(fun, data = predicted, reference = truth); ask(fun, data = predicted, reference = truth, relevant = levels[2]) }
  ask("F_meas", data = predicted, reference = truth, beta = .5)
  for (fun in c("sensitivity", "specificity", "precision", "recall", "F_meas")) ask(fun, data = predicted, reference = truth, na.rm = FALSE)
}
three <- draw(12, abc)
for (fun in c("sensitivity", "specificity", "posPredValue", "negPredValue", "precision", "recall", "F_meas")) {
  ask(fun, data = three, reference = three); ask(fun, data = f(ab), reference = f(c("x", "y"))); ask(fun, data = ab, reference = ab)
  ask(fun, data = as.table(matrix(1:9, 3))); ask(fun, data = matrix(c(5L, 2L, 1L, 7L), 2, dimnames = list(ab, ab)))
  ask(fun, data = table(f(ab), f(c("x", "y")))); ask(fun, data = as.table(matrix(1:6, 2)))
}
for (i in 1:8) {
  x <- round(rnorm(20), 3); y <- x + rnorm(20)
  if (i == 3) x[4] <- NA; if (i == 4) y[] <- 2; if (i == 5) x[] <- NA
  for (fun in c("postResample", "RMSE", "MAE", "R2")) ask(fun, pred = x, obs = y, .unnamed = c("pred", "obs"))
  for (fun in c("RMSE", "MAE", "R2")) ask(fun, pred = x, obs = y, na.rm = TRUE)
  ask("R2", pred = x, obs = y, formula = "traditional")
  l <- sets[[1 + i %% 4]]; truth <- draw(15, l); predicted <- agreeing(truth, .5); if (i > 5) predicted[2] <- NA
  ask("postResample", pred = predicted, obs = truth)
}
ask("postResample", pred = f(c("a", "b")), obs = f(c("a", "c"))); ask("postResample", pred = c("a", "b"), obs = c("a", "b")); ask("postResample", pred = 1:3 + .5, obs = 1:2 + .5)
ask("postResample", pred = f(c("a", "a")), obs = f(c("a", "a")))
write_cases()

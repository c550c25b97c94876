# pROC's curves, areas, intervals, coordinates and tests: Rscript roc.R > roc.json
source("../caret/recorder.R"); suppressPackageStartupMessages(library(pROC))
fields <- c("percent", "sensitivities", "specificities", "thresholds", "direction", "cases", "controls", "levels", "auc")
plain <- function(x) { if (inherits(x, "roc")) lapply(components(unclass(x), fields), function(v) if (is.numeric(v)) as.numeric(v) else v) else if (inherits(x, c("auc", "ci"))) as.numeric(x) else if (inherits(x, "htest")) components(unclass(x), c("statistic", "p.value", "parameter", "conf.int", "estimate")) else x }
q <- function(fun, ...) ask(fun, ..., .keep = function(v) if (is.list(v) && !is.data.frame(v) && !inherits(v, c("roc", "htest"))) lapply(v, plain) else plain(v))
both <- c("response", "predictor")
set.seed(21)
sets <- list()
for (n in c(6, 12, 30, 80, 200)) for (shift in c(-1, 0, 1.5)) {
  y <- sample(rep(0:1, length.out = n)); sets <- c(sets, list(list(y = y, x = round(rnorm(n) + shift * y, sample(0:3, 1)), z = rnorm(n) + .5 * y)))
}
for (s in sets) {
  q("roc", response = s$y, predictor = s$x, .unnamed = both); q("auc", response = s$y, predictor = s$z, .unnamed = both); q("ci.auc", response = s$y, predictor = s$x, .unnamed = both)
  q("roc", response = factor(s$y, labels = c("control", "diseased")), predictor = s$z); q("roc", response = s$y, predictor = s$x, percent = TRUE, ci = TRUE)
  q("roc", response = s$y == 1, predictor = s$x, direction = ">"); q("roc", response = s$y, predictor = s$x, levels = c(1, 0), direction = "<")
  q("auc", response = s$y, predictor = s$x, partial.auc = c(1, .8)); q("auc", response = s$y, predictor = s$x, partial.auc = c(.5, .9), partial.auc.focus = "sensitivity")
  q("auc", response = s$y, predictor = s$x, partial.auc = c(1, .7), partial.auc.correct = TRUE, percent = FALSE); q("roc", response = s$y, predictor = s$z, partial.auc = c(100, 60), percent = TRUE, partial.auc.focus = "se")
  q("ci.auc", response = s$y, predictor = s$z, conf.level = .9); q("ci.auc", response = s$y, predictor = s$z, percent = TRUE)
  q("roc.test", response = s$y, predictor1 = s$x, predictor2 = s$z); q("roc.test", response = s$y, predictor1 = s$x, predictor2 = s$z, alternative = "less", conf.level = .8)
  q("roc", controls = s$x[s$y == 0], cases = s$x[s$y == 1])
}
y <- sets[[7]]$y; x <- sets[[7]]$x
d <- data.frame(case = factor(ifelse(y == 1, "ill", "well")), x = x, z = sets[[7]]$z)
roc_case_x <- function(data) roc(case ~ x, data = data); q("roc_case_x", data = d); roc_case_xz <- function(data) roc(case ~ x + z, data = data); q("roc_case_xz", data = d);
auc_case_x <- function(data) auc(case ~ x, data); q("auc_case_x", data = d); ci_case_x <- function(data) ci.auc(case ~ x, data = data); q("ci_case_x", data = d)
q("roc", response = y, predictor = x, quiet = TRUE); q("roc", response = y, predictor = x, auc = FALSE); q("roc", response = y, predictor = replace(x, 3, NA)); q("roc", response = replace(y, 2, NA), predictor = x); q("roc", response = y, predictor = replace(x, 3, NA), na.rm = FALSE)
q("roc", response = rep(c("a", "b", "c"), 10), predictor = x); q("roc", response = rep(c("a", "b", "c"), 10), predictor = x, levels = c("a", "c")); q("roc", response = factor(rep("a", 30), levels = c("a", "b")), predictor = x); q("roc", response = rep(0, 30), predictor = x)
q("roc", response = y, predictor = x[-1]); q("roc", response = y, predictor = as.character(x)); q("roc", response = y, predictor = replace(x, 1, Inf)); q("roc", response = y, predictor = ordered(cut(x, 3))); q("roc", response = y, predictor = factor(x > 0))
q("roc", response = y, predictor = x, levels = c(5, 6)); q("roc", response = y, predictor = x, direction = "up"); q("roc", response = y); q("roc", response = y, predictor = x, levels = 0:2); q("roc", response = factor(y), predictor = y + 0); q("roc", response = y, predictor = rep(1, 30)); q("ci.auc", response = y, predictor = y + 0); q("roc.test", response = y, predictor1 = y + 0, predictor2 = y + 0)
q("auc", response = y, predictor = x, partial.auc = c(1, 2)); q("auc", response = y, predictor = x, partial.auc = 1); q("auc", response = y, predictor = -x, partial.auc = c(1, .9), partial.auc.correct = TRUE, direction = "<")
q("roc", response = y, predictor = c(TRUE, x[-1] > 0)); q("roc", response = integer(), predictor = numeric()); q("roc", response = as.matrix(y), predictor = x)
s <- sets[[8]]; r1 <- function(response, predictor1, predictor2, ...) roc.test(roc(response, predictor1, quiet = TRUE), roc(response, predictor2, quiet = TRUE), ...)
for (s in sets[4:9]) { q("r1", response = s$y, predictor1 = s$x, predictor2 = s$z); q("r1", response = s$y, predictor1 = s$x, predictor2 = s$z, paired = FALSE); q("r1", response = s$y, predictor1 = s$x, predictor2 = s$z, alternative = "greater"); q("r1", response = s$y, predictor1 = s$x, predictor2 = s$z, paired = FALSE, alternative = "less") }
q("auc", response = c(0, 0, 0, 0, 1, 1, 1, 1), predictor = c(1, 2, 3, 9, 4, 5, 6, 2.5), partial.auc = c(1, .9), partial.auc.correct = TRUE)
write_cases()
